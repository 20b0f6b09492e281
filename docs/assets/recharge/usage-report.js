// A usage report as CSV, one call a line. Its columns are those Microsoft's "Teams PSTN usage report" names (Start Time in
// UTC, Charge, Currency as ISO 4217, Capability: MCOPSTNPP is what Communications Credits paid), or Date and Amount, or
// those the reader points out.

import { existingDay, isoDate } from "./dates.js";
import { formatDecimal, parseMoney } from "./money.js";
import { MAX_AMOUNT, MAX_DAYS, MAX_EVENTS } from "./scenario.js";

const DATE_COLUMNS = ["start time", "start date time", "start date", "call start time", "date"];
const AMOUNT_COLUMNS = ["charge", "amount", "cost"];
const CURRENCY_COLUMN = "currency";
const CAPABILITY_COLUMN = "capability";
const PAID_FROM_CREDITS = "MCOPSTNPP";
const DELIMITERS = [",", ";", "\t"];

/**
 * The use in a report: `{ events: [{ date, amount }], first, last, decimals, currency, leftOut }`, events in order of
 * time, amounts in units of 10 ** -decimals (4 where a call costs a fraction of a cent, else 2), `currency` null where
 * the report does not say, `leftOut` lines paid otherwise. Or `{ error, line, typed, example, header }`, where error is
 * EMPTY, COLUMNS, ORDER, DATE, AMOUNT, CURRENCY, UNPAID, MANY or DAYS. `choices` are the reader's answers to COLUMNS and
 * ORDER: `dateColumn` and `amountColumn` (names), `dateOrder` (dmy or mdy).
 */
export function readUsageReport(text, locale, choices = {}) {
  if (text.trim() === "") return { error: "EMPTY" };
  const firstLine = /^\ufeff?([^\r\n]*)/.exec(text.trimStart())[1];
  const delimiter = DELIMITERS.reduce((best, each) => (count(firstLine, each) > count(firstLine, best) ? each : best));
  const [header, ...rows] = records(text.replace(/^\ufeff/, ""), delimiter);
  const names = header.cells.map((cell) => cell.trim());
  const column = (wanted) => names.findIndex((name) => wanted.includes(name.toLowerCase()));
  const asked = (name, wanted) => (name ? names.indexOf(name) : column(wanted));
  const places = {
    date: asked(choices.dateColumn, DATE_COLUMNS),
    amount: asked(choices.amountColumn, AMOUNT_COLUMNS),
    currency: column([CURRENCY_COLUMN]),
    capability: column([CAPABILITY_COLUMN]),
  };
  if (places.date < 0 || places.amount < 0) {
    return { error: "COLUMNS", typed: shorten(names.join(", ")), header: names.filter(Boolean) };
  }
  const cell = (row, place) => (place < 0 ? "" : (row.cells[place] ?? "").trim());
  const marked = rows.some((row) => cell(row, places.capability) !== "");
  const paid = marked ? rows.filter((row) => cell(row, places.capability).toUpperCase() === PAID_FROM_CREDITS) : rows;
  if (rows.length === 0) return { error: "EMPTY" };
  if (paid.length === 0) return { error: "UNPAID" };
  if (paid.length > MAX_EVENTS) return { error: "MANY" };
  const read = readRows(paid, places, { delimiter, locale, order: choices.dateOrder, cell });
  return read.error ? read : { ...read, leftOut: rows.length - paid.length };
}

function readRows(rows, places, { delimiter, locale, order, cell }) {
  const dates = rows.map((row) => cell(row, places.date));
  const known = order || orderOf(dates);
  const calls = [];
  let currency = null;
  for (const [index, row] of rows.entries()) {
    const { line } = row;
    const at = moment(dates[index], known);
    if (at === null) return { error: "DATE", line, typed: shorten(dates[index]) };
    if (at === undefined) return { error: "ORDER", typed: shorten(dates[index]) };
    const typed = cell(row, places.amount);
    const amount = reportAmount(typed, delimiter, locale);
    if (amount === null) return { error: "AMOUNT", line, typed: shorten(typed) };
    const named = cell(row, places.currency).toUpperCase();
    if (named && currency && named !== currency) {
      return { error: "CURRENCY", line, typed: shorten(named), example: currency };
    }
    currency ||= named || null;
    calls.push({ ...at, amount, line, typed });
  }
  calls.sort((one, two) => one.date - two.date || one.seconds - two.seconds);
  const [first, last] = [calls[0].date, calls.at(-1).date];
  if (last - first >= MAX_DAYS) return { error: "DAYS" };
  const fine = calls.some(({ amount }) => amount % 100 !== 0);
  const large = calls.find(({ amount }) => amount > MAX_AMOUNT * (fine ? 1 : 100));
  if (large) return { error: "AMOUNT", line: large.line, typed: shorten(large.typed) };
  const events = calls
    .filter(({ amount }) => amount > 0)
    .map(({ date, amount }) => ({ date, amount: fine ? amount : amount / 100 }));
  return { events, first, last, decimals: fine ? 4 : 2, currency };
}

/** Calls as a report that `readUsageReport` reads back, with a line for the first and last day even if none is then. */
export function writeUsageReport({ events, first, last, decimals }) {
  const lines = events.map(({ date, amount }) => `${isoDate(date)},${formatDecimal(amount, decimals)}`);
  if (events[0]?.date !== first) lines.unshift(`${isoDate(first)},0.00`);
  if (events.at(-1)?.date !== last && last !== first) lines.push(`${isoDate(last)},0.00`);
  return ["Date,Amount", ...lines].join("\n");
}

function count(text, character) {
  return text.split(character).length - 1;
}

function shorten(text) {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : text;
}

/** The records of a CSV text (RFC 4180, other delimiters too), each with its first line's number; empty ones left out. */
function records(text, delimiter) {
  const found = [];
  let line = 1;
  let record = { line, cells: [] };
  let cell = "";
  let quoted = false;
  const endCell = () => {
    record.cells.push(cell);
    cell = "";
  };
  const endRecord = () => {
    endCell();
    if (record.cells.some((each) => each.trim() !== "")) found.push(record);
    record = { line, cells: [] };
  };
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (character === "\n") line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === delimiter) endCell();
    else if (character === "\n") endRecord();
    else if (character !== "\r") cell += character;
  }
  endRecord();
  return found;
}

const TIME = "(?:[T ,]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.][0-9]+)?)? ?([AaPp][.]?[Mm][.]?)?)?";
const ZONE = " ?(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?";
const YEAR_FIRST = new RegExp(`^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})${TIME}${ZONE}$`);
const YEAR_LAST = new RegExp(`^([0-9]{1,2})([-/.]) ?([0-9]{1,2})\\2 ?([0-9]{4})[.]?(?: ?г[.]?)?${TIME}${ZONE}$`);

/** Whether the dates of a column with the year last begin with the day or the month, where any of them shows it. */
function orderOf(dates) {
  for (const text of dates) {
    const match = YEAR_LAST.exec(text);
    if (match && match[2] !== "." && Number(match[1]) > 12) return "dmy";
    if (match && match[2] !== "." && Number(match[3]) > 12) return "mdy";
  }
  return null;
}

/** `{ date, seconds }` in UTC, null for what is no date, undefined for one whose order is not known. */
function moment(text, order) {
  const first = YEAR_FIRST.exec(text);
  if (first) return utc(first[1], first[2], first[3], first.slice(4));
  const last = YEAR_LAST.exec(text);
  if (!last) return null;
  const [, one, separator, two, year, ...time] = last;
  if (separator === "." || order === "dmy" || one === two) return utc(year, two, one, time);
  return order === "mdy" ? utc(year, one, two, time) : undefined;
}

function utc(year, month, day, [hours = "0", minutes = "0", seconds = "0", half, zone]) {
  const number = existingDay(Number(year), Number(month), Number(day));
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  if (number === null || hour > 23 || Number(minutes) > 59) return null;
  const [, sign, zoneHours, zoneMinutes] = /^([+-])([0-9]{2}):?([0-9]{2})$/.exec(zone ?? "") ?? [];
  const ahead = sign ? Number(`${sign}1`) * (Number(zoneHours) * 3600 + Number(zoneMinutes) * 60) : 0;
  const inDay = hour * 3600 + Number(minutes) * 60 + Number(seconds) - ahead;
  const shift = Math.floor(inDay / 86_400);
  return { date: number + shift, seconds: inDay - shift * 86_400 };
}

/**
 * Ten-thousandths, or null. A dot or comma with three digits after it may group thousands: it is the decimal point only
 * where it cannot be anything else (commas part the cells, or nothing but 0 stands before it).
 */
function reportAmount(text, delimiter, locale) {
  if (text === "") return 0;
  const exact = /^([0-9]{1,9})(?:([.,])([0-9]{1,4})(0*))?$/.exec(text);
  const digits = exact?.[3] ? exact[3].length + exact[4].length : 0;
  const clear = digits !== 3 || exact[1] === "0" || (exact[2] === "." && delimiter === ",");
  if (exact && clear) return Number(exact[1] + (exact[3] ?? "").padEnd(4, "0"));
  if (exact && exact[2] === "." && locale !== "en") return null;
  const { minor } = parseMoney(text, locale);
  return minor === null ? null : minor * 100;
}
