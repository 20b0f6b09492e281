// What stands in the form: read into a plan that can be simulated, with a note for the reader under each field.

import { calendarDate, dayNumber, isoDate, parseDate } from "./dates.js";
import { CURRENCIES, formatAmount, formatMoney, parseMoney } from "./money.js";
import { MAX_AMOUNT, MAX_DAYS, MAX_LEAD_DAYS, readScenario } from "./scenario.js";
import { readUsageReport } from "./usage-report.js";

const MAX_SAFETY_DAYS = 30;
const ANY_AMOUNT = 123_450;
const SMALL_AMOUNT = 5000;

/**
 * The plan in the raw texts and switches of the form, by field name: `{ values, notes, errors }`. `values` are minor
 * units, day numbers and choices, null where `errors` has a text for the field; `notes` repeat what was understood.
 */
export function readPlan(raw, catalog) {
  const { locale } = catalog;
  const notes = {};
  const errors = {};
  const currency = CURRENCIES.includes(raw.currency) ? raw.currency : null;
  if (currency === null) errors.currency = catalog.text("error_choice");
  const money = (minor) => (currency ? formatMoney(minor, currency, locale) : formatAmount(minor, locale));

  function amount(field, options) {
    const { minor, error } = parseMoney(raw[field], locale, options);
    if (error) errors[field] = amountError(error, raw[field], catalog, money);
    else if (raw[field].trim() !== formatAmount(minor, locale)) notes[field] = catalog.text("echo", { amount: money(minor) });
    return minor;
  }

  function whole(field, low, high) {
    const text = raw[field].trim();
    const number = /^[0-9]{1,6}$/.test(text) ? Number(text) : NaN;
    if (low <= number && number <= high) return number;
    errors[field] = catalog.text("error_whole", { low, high });
    return null;
  }

  function date(field) {
    const text = raw[field].trim();
    const number = parseDate(text, locale);
    if (number === null) errors[field] = catalog.text("error_date", { example: "2026-03-31" });
    else if (text !== isoDate(number)) notes[field] = catalog.text("echo_date", { date: catalog.date(number) });
    return number;
  }

  function dates(field) {
    // "6. 3. 2026" and "6.03.2026 г." are one date each: the spaces inside them part nothing.
    const dayFirst = /\b([0-9]{1,2})[.] ?([0-9]{1,2})[.] ?([0-9]{4})(?:[.]| ?г[.])?/g;
    const words = raw[field].replace(dayFirst, "$1.$2.$3").split(/[\s,;]+/);
    const numbers = [];
    for (const typed of words.filter(Boolean)) {
      const number = parseDate(typed, locale);
      if (number === null) {
        errors[field] = catalog.text("error_date_list", { typed: typed.slice(0, 40), example: "2026-03-31 2026-04-01" });
        return null;
      }
      numbers.push(number);
    }
    return numbers;
  }

  function use() {
    if (raw.use_kind === "report") {
      const report = readUsageReport(raw.report, locale);
      if (report.error) errors.report = reportError(report, catalog);
      else notes.report = reportNote(report, catalog, money);
      return { kind: "report", report: report.days ?? null, currency: report.currency ?? null };
    }
    const kind = raw.use_kind === "month" ? "month" : "day";
    return { kind, amount: amount(kind === "month" ? "use_per_month" : "use") };
  }

  const values = {
    currency,
    opening: amount("opening", { negative: true }),
    rechargeAmount: amount("recharge_amount"),
    trigger: amount("trigger"),
    autoRecharge: raw.auto_recharge,
    atOrBelow: raw.at_or_below,
    use: use(),
    start: date("start"),
    days: whole("days", 1, MAX_DAYS),
    leadDays: whole("lead_days", 0, MAX_LEAD_DAYS),
    safetyDays: whole("safety_days", 0, MAX_SAFETY_DAYS),
    purchased: raw.purchased.trim() === "" ? null : date("purchased"),
    failOn: dates("fail_on"),
  };
  if (values.purchased !== null && values.start !== null && values.purchased > values.start) {
    errors.purchased = catalog.text("error_after_start", { date: catalog.date(values.start) });
  }
  return { values, notes, errors };
}

/** The scenario of a plan's values, all of them read without an error. */
export function scenarioOf(values) {
  const { start, days, purchased, failOn } = values;
  return readScenario({
    start: isoDate(start),
    days,
    opening: values.opening,
    ...(purchased === null ? {} : { openingPurchased: isoDate(purchased) }),
    rechargeAmount: values.rechargeAmount,
    trigger: values.trigger,
    autoRecharge: values.autoRecharge,
    comparison: values.atOrBelow ? "atOrBelow" : "below",
    usage: usage(values.use, start, days).map(({ date, amount }) => ({ date: isoDate(date), amount })),
    leadDays: values.leadDays,
    failOn: failOn.map(isoDate),
  });
}

/** The use of each day that has any. */
function usage(use, start, days) {
  if (use.kind === "report") return use.report.filter(({ amount }) => amount > 0);
  const spread = use.kind === "month" ? ofMonth : (amount) => amount;
  return Array.from({ length: days }, (_, offset) => start + offset)
    .map((date) => ({ date, amount: spread(use.amount, date) }))
    .filter(({ amount }) => amount > 0);
}

/** A day's share of a month's total: whole minor units that add up to it over the month. */
function ofMonth(total, date) {
  const { year, month, day } = calendarDate(date);
  const length = dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
  return Math.floor((total * day) / length) - Math.floor((total * (day - 1)) / length);
}

function amountError(code, typed, catalog, money) {
  const form = (minor) => formatAmount(minor, catalog.locale);
  if (code === "TOO_LARGE") return catalog.text("error_too_large", { largest: money(MAX_AMOUNT) });
  if (code === "AMBIGUOUS_DOT") {
    const [units, fraction] = typed.replace(/[^0-9.]/g, "").split(".");
    const smaller = form(Number(units + fraction.slice(0, 2)));
    return catalog.text("error_ambiguous_dot", { example: form(Number(`${units}${fraction}00`)), smaller });
  }
  const example = form(code === "EMPTY" || code === "NEGATIVE" ? SMALL_AMOUNT : ANY_AMOUNT);
  return catalog.text(`error_${code.toLowerCase()}`, { example });
}

function reportNote({ days }, catalog, money) {
  const used = days.filter(({ amount }) => amount > 0);
  return catalog.counted("echo_report", used.length, {
    start: catalog.date(days[0].date),
    end: catalog.date(days.at(-1).date),
    amount: money(used.reduce((total, { amount }) => total + amount, 0)),
  });
}

function reportError({ error, line, typed, example }, catalog) {
  const examples = { DATE: "2026-03-31", AMOUNT: "12.50" };
  const values = { line, typed, example: examples[error] ?? example, high: MAX_DAYS };
  return catalog.text(`error_report_${error.toLowerCase()}`, values);
}
