// What stands in the form: read into a plan that can be simulated, with a note for the reader under each field.

import { calendarDate, dayNumber, isoDate, parseDate } from "./dates.js";
import { CURRENCIES, formatAmount, formatMoney, parseMoney } from "./money.js";
import { MAX_AMOUNT, MAX_CALLS, MAX_DAYS, MAX_EVENTS, MAX_LEAD_DAYS } from "./scenario.js";

const MAX_SAFETY_DAYS = 30;
const ANY_AMOUNT = 123_450;
const SMALL_AMOUNT = 5000;
const MONDAY_TO_FRIDAY = "weekdays";

/**
 * The plan in the raw texts and switches of the form, by field name: `{ values, notes, errors, switches, waiting }`.
 * `values` are hundredths, day numbers and choices, null where `errors` has a text for the field; `notes` repeat what was
 * understood; `switches` hold the currency a wrong amount names; `waiting` says that a report is still to come.
 * `raw.report` is what the report's reader has read, not its text.
 */
export function readPlan(raw, catalog) {
  const { locale } = catalog;
  const notes = {};
  const errors = {};
  const switches = {};
  const currency = CURRENCIES.includes(raw.currency) ? raw.currency : null;
  if (currency === null) errors.currency = catalog.text("error_choice");
  const money = (minor, options) => formatMoney(minor, currency ?? CURRENCIES[0], locale, options);

  function amount(field, options) {
    const { minor, error, named } = parseMoney(raw[field], locale, { currency, ...options });
    if (error === "CURRENCY") {
      switches[field] = named;
      errors[field] = catalog.text("error_currency", { typed: named, currency });
    } else if (error) errors[field] = amountError(error, raw[field], catalog, money);
    else if (raw[field].trim() !== formatAmount(minor, locale)) notes[field] = catalog.text("echo", { amount: money(minor) });
    return minor;
  }

  function optional(field, read) {
    return raw[field].trim() === "" ? null : read(field);
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
      const { report } = raw;
      if (report?.error) errors.report = reportError(report, catalog);
      else if (report?.reading) notes.report = catalog.text("report_reading");
      else if (report) notes.report = reportNote(report, catalog, money);
      return { kind: "report", report: report?.events ? report : null };
    }
    const kind = raw.use_kind === "month" ? "month" : "day";
    return {
      kind,
      amount: amount(kind === "month" ? "use_per_month" : "use"),
      calls: whole("calls", 1, MAX_CALLS),
      weekdays: raw.calls_on === MONDAY_TO_FRIDAY,
    };
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
    manual: optional("manual", amount),
    manualOn: optional("manual_on", date),
    monthlyCap: optional("monthly_cap", amount),
    purchased: optional("purchased", date),
    failOn: dates("fail_on"),
  };
  if (values.purchased !== null && values.start !== null && values.purchased > values.start) {
    errors.purchased = catalog.text("error_after_start", { date: catalog.date(values.start) });
  }
  if (values.use.report?.decimals > 2) {
    // In ten-thousandths amounts have two digits less before the point.
    const largest = Math.floor(MAX_AMOUNT / 100);
    for (const [field, name] of [["opening"], ["recharge_amount", "rechargeAmount"], ["trigger"], ["manual"], ["monthly_cap", "monthlyCap"]]) {
      if (Math.abs(values[name ?? field] ?? 0) > largest) errors[field] = catalog.text("error_too_large", { largest: money(largest) });
    }
  }
  const waiting = values.use.kind === "report" && values.use.report === null && !errors.report;
  return { values, notes, errors, switches, waiting };
}

/** The scenario of a plan's values, all of them read without an error: as `readScenario` gives it. */
export function scenarioOf(values) {
  const { start, days, use } = values;
  const decimals = use.report?.decimals ?? 2;
  const scaled = (minor) => minor * 10 ** (decimals - 2);
  const manual = values.manual ? [{ date: values.manualOn ?? start, amount: scaled(values.manual) }] : [];
  return {
    start,
    days,
    opening: scaled(values.opening),
    openingPurchased: values.purchased ?? start,
    autoRecharge: values.autoRecharge,
    rechargeAmount: scaled(values.rechargeAmount),
    trigger: scaled(values.trigger),
    usage: use.report?.events ?? usage(use, start, days),
    manual,
    comparison: values.atOrBelow ? "atOrBelow" : "below",
    maxRechargesPerDay: 100,
    leadDays: values.leadDays,
    failOn: new Set(values.failOn),
    maxConsecutiveFailures: 3,
    monthlyCap: values.monthlyCap === null ? null : scaled(values.monthlyCap),
    expiryMonths: 12,
    decimals,
  };
}

/** The calls of each day that has any. */
function usage({ kind, amount, calls, weekdays }, start, days) {
  const found = [];
  for (let date = start; date < start + days; date += 1) {
    if (weekdays && !isWeekday(date)) continue;
    const ofDay = kind === "month" ? shareOfMonth(amount, date, weekdays) : amount;
    for (const share of shares(ofDay, calls)) found.push({ date, amount: share });
  }
  return found;
}

/** An amount in so many parts as equal as whole minor units allow; parts of nothing are left out. */
export function shares(amount, calls) {
  const parts = [];
  for (let number = 1; number <= calls; number += 1) {
    const part = Math.floor((amount * number) / calls) - Math.floor((amount * (number - 1)) / calls);
    if (part > 0) parts.push(part);
  }
  return parts;
}

function isWeekday(date) {
  return (((date + 3) % 7) + 7) % 7 < 5; // 1970-01-01 was a Thursday
}

/** A day's share of a month's total: whole minor units that add up to it over the month's days with calls. */
function shareOfMonth(total, date, weekdays) {
  const { year, month } = calendarDate(date);
  let [length, place] = [0, 0];
  for (let day = dayNumber(year, month, 1); day < dayNumber(year, month + 1, 1); day += 1) {
    if (weekdays && !isWeekday(day)) continue;
    length += 1;
    if (day <= date) place += 1;
  }
  return Math.floor((total * place) / length) - Math.floor((total * (place - 1)) / length);
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

function reportNote({ events, first, last, decimals, leftOut }, catalog, money) {
  const total = events.reduce((sum, { amount }) => sum + amount, 0);
  const read = catalog.counted("echo_report", events.length, {
    period: catalog.range(first, last),
    amount: money(total, { decimals }),
  });
  return leftOut > 0 ? `${read} ${catalog.counted("report_left_out", leftOut)}` : read;
}

function reportError({ error, line, typed, example }, catalog) {
  const examples = { DATE: "2026-03-31", AMOUNT: "12.50" };
  const values = { line, typed, example: examples[error] ?? example, high: error === "MANY" ? catalog.count(MAX_EVENTS) : MAX_DAYS };
  return catalog.text(`error_report_${error.toLowerCase()}`, values);
}
