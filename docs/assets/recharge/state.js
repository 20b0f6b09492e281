// A plan as the fragment of an address (`#recharge?...`), the same in every language, so that a link shows the same
// answer to whoever opens it. Fragments are not sent to a server.

import { isoDate, parseIsoDate } from "./dates.js";
import { formatAmount, formatDecimal } from "./money.js";
import { MAX_AMOUNT } from "./scenario.js";
import { writeUsageReport } from "./usage-report.js";

const PREFIX = "#recharge?";

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
  const raw = { purchased: "", fail_on: "", auto_recharge: given.get("auto") !== "off", at_or_below: given.get("equal") === "on" };
  const take = (field, name, read = (text) => text) => {
    if (given.has(name)) raw[field] = read(given.get(name));
  };
  const amount = (text) => localAmount(text, locale);
  take("currency", "currency");
  take("opening", "opening", amount);
  take("recharge_amount", "amount", amount);
  take("trigger", "trigger", amount);
  take("start", "start");
  take("days", "days");
  take("lead_days", "lead");
  take("safety_days", "safety");
  take("purchased", "bought");
  take("fail_on", "fails", (text) => text.replaceAll("_", " "));
  for (const [kind, field, read] of [["day", "use", amount], ["month", "use_per_month", amount], ["report", "report", readReport]]) {
    if (given.has(kind)) raw.use_kind = kind;
    take(field, kind, read);
  }
  return raw;
}

function localAmount(text, locale) {
  const match = /^(-?)([0-9]{1,8})[.]([0-9]{2})$/.exec(text);
  if (!match) return text;
  const minor = Number(match[2] + match[3]);
  return minor > MAX_AMOUNT ? text : formatAmount(match[1] && minor > 0 ? -minor : minor, locale);
}

/** The first date and every day's minor units from there on, nothing for a day without use: `2026-03-01_1000..550`. */
function writeReport(days) {
  const amounts = [];
  for (const { date, amount } of days) amounts[date - days[0].date] = amount;
  return `${isoDate(days[0].date)}_${Array.from(amounts, (amount) => amount || "").join(".")}`;
}

function readReport(text) {
  const match = /^([0-9-]{10})_([0-9]{0,10}(?:[.][0-9]{0,10}){0,799})$/.exec(text);
  const start = match && parseIsoDate(match[1]);
  if (start === null) return text;
  const amounts = match[2].split(".").map(Number);
  // The last day stands there even without use: it ends the period.
  const days = amounts
    .map((amount, offset) => ({ date: start + offset, amount }))
    .filter(({ amount }, offset) => amount > 0 || offset === 0 || offset === amounts.length - 1);
  return writeUsageReport(days);
}
