// A plan as the fragment of an address (`#recharge?...`), the same in every language, so that a link shows the same
// answer to whoever opens it. Fragments are not sent to a server.

import { isoDate, parseIsoDate } from "./dates.js";
import { formatDecimal, localDecimal } from "./money.js";
import { shares } from "./plan.js";
import { MAX_DAYS, MAX_EVENTS } from "./scenario.js";
import { writeUsageReport } from "./usage-report.js";

const PREFIX = "#recharge?";
const LONGEST = 6000; // characters of a report that still make an address every program takes

/** The fragment of a plan's values. */
export function writeState(values) {
  const { use } = values;
  const used = use.kind === "report" ? writeReport(use.report) : formatDecimal(use.amount);
  const fields = {
    currency: values.currency,
    opening: formatDecimal(values.opening),
    amount: formatDecimal(values.rechargeAmount),
    trigger: formatDecimal(values.trigger),
    [use.kind]: used,
    start: isoDate(values.start),
    days: values.days,
    lead: values.leadDays,
    safety: values.safetyDays,
  };
  if (use.kind === "report") fields.decimals = use.report.decimals;
  else fields.calls = use.calls;
  if (use.weekdays) fields.on = "weekdays";
  if (values.manual !== null) fields.hand = formatDecimal(values.manual);
  if (values.manualOn !== null) fields.handon = isoDate(values.manualOn);
  if (values.monthlyCap !== null) fields.cap = formatDecimal(values.monthlyCap);
  if (values.purchased !== null) fields.bought = isoDate(values.purchased);
  if (values.failOn.length > 0) fields.fails = values.failOn.map(isoDate).join("_");
  if (!values.autoRecharge) fields.auto = "off";
  if (values.atOrBelow) fields.equal = "on";
  return PREFIX + new URLSearchParams(Object.entries(fields)).toString();
}

/**
 * What a fragment puts into the form, as raw texts by field name; null if it is not one of ours. What does not have
 * the form `writeState` gives is handed over as it stands, for the field to say what is wrong with it.
 */
export function readState(fragment, locale) {
  if (!fragment.startsWith(PREFIX)) return null;
  const given = new URLSearchParams(fragment.slice(PREFIX.length));
  const raw = {
    manual: "",
    manual_on: "",
    monthly_cap: "",
    purchased: "",
    fail_on: "",
    auto_recharge: given.get("auto") !== "off",
    at_or_below: given.get("equal") === "on",
    calls_on: given.get("on") === "weekdays" ? "weekdays" : "every_day",
    calls: "1", // what links without it were made with
  };
  const take = (field, name, read = (text) => text) => {
    if (given.has(name)) raw[field] = read(given.get(name));
  };
  const amount = (text) => localDecimal(text, locale);
  take("currency", "currency");
  take("opening", "opening", amount);
  take("recharge_amount", "amount", amount);
  take("trigger", "trigger", amount);
  take("start", "start");
  take("days", "days");
  take("lead_days", "lead");
  take("safety_days", "safety");
  take("calls", "calls");
  take("manual", "hand", amount);
  take("manual_on", "handon");
  take("monthly_cap", "cap", amount);
  take("purchased", "bought");
  take("fail_on", "fails", (text) => text.replaceAll("_", " "));
  for (const [kind, field, read] of [["day", "use", amount], ["month", "use_per_month", amount], ["report", "report", (text) => readReport(text, given.get("decimals"))]]) {
    if (given.has(kind)) raw.use_kind = kind;
    take(field, kind, read);
  }
  return raw;
}

/** Whether a report's link holds each of its calls; a longer one holds the sum and the number of a day's calls. */
export function holdsCalls(report) {
  return callsOf(report).length <= LONGEST;
}

/** The first date and every day's calls from there on, nothing for a day without: `2026-03-01_1000x3-340..550`. */
function writeReport(report) {
  const calls = callsOf(report);
  return `${isoDate(report.first)}_${calls.length <= LONGEST ? calls : sumsOf(report)}`;
}

function callsOf(report) {
  return byDay(report)
    .map((amounts) => {
      const found = [];
      for (const amount of amounts) {
        if (found.at(-1)?.amount === amount) found.at(-1).times += 1;
        else found.push({ amount, times: 1 });
      }
      return found.map(({ amount, times }) => (times === 1 ? amount : `${amount}x${times}`)).join("-");
    })
    .join(".");
}

function sumsOf(report) {
  return byDay(report)
    .map((amounts) => (amounts.length === 0 ? "" : `${amounts.reduce((sum, amount) => sum + amount)}~${amounts.length}`))
    .join(".");
}

function byDay({ events, first, last }) {
  const days = Array.from({ length: last - first + 1 }, () => []);
  for (const { date, amount } of events) days[date - first].push(amount);
  return days;
}

function readReport(text, decimals) {
  const match = /^([0-9-]{10})_([0-9.x~-]{0,20000})$/.exec(text);
  const first = match && parseIsoDate(match[1]);
  if (first === null) return text;
  const days = match[2].split(".").map((day) => (day === "" ? [] : day.split("-").flatMap(callsIn)));
  const total = days.reduce((number, day) => number + day.length, 0);
  if (days.length > MAX_DAYS || total > MAX_EVENTS || days.flat().includes(null)) return text;
  const events = days.flatMap((amounts, offset) => amounts.map((amount) => ({ date: first + offset, amount })));
  const last = first + days.length - 1;
  return writeUsageReport({ events, first, last, decimals: decimals === "4" ? 4 : 2 });
}

/** The amounts in `1000`, `1000x3` (three of them) or `3000~3` (three that add up to it); `[null]` for anything else. */
function callsIn(text) {
  const match = /^([0-9]{1,12})(?:([x~])([0-9]{1,6}))?$/.exec(text);
  if (!match || Number(match[3] ?? 1) > MAX_EVENTS) return [null];
  const [amount, times] = [Number(match[1]), Number(match[3] ?? 1)];
  return match[2] === "~" ? shares(amount, times) : Array.from({ length: times }, () => amount);
}
