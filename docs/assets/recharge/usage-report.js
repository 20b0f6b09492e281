// A usage report pasted as CSV, summed up by day. Its columns are those Microsoft's "Teams PSTN usage report" names
// (Start Time in UTC as ISO 8601, Charge as numeric(16, 2), Currency as ISO 4217), or simply Date and Amount.

import { formatDecimal, parseMoney } from "./money.js";
import { isoDate, parseDate } from "./dates.js";
import { MAX_AMOUNT, MAX_DAYS } from "./scenario.js";

const DATE_COLUMNS = ["start time", "date"];
const AMOUNT_COLUMNS = ["charge", "amount"];
const CURRENCY_COLUMN = "currency";
const DELIMITERS = [",", ";", "\t"];

/**
 * The use in a report: `{ days: [{ date, amount }], currency }` in order of date, with `currency` null where the report
 * does not say; or `{ error, line, typed, example }`, where error is EMPTY, COLUMNS, DATE, AMOUNT, CURRENCY or DAYS.
 */
export function readUsageReport(text, locale) {
  if (text.trim() === "") return { error: "EMPTY" };
  const firstLine = /^\ufeff?([^\r\n]*)/.exec(text.trimStart())[1];
  const delimiter = DELIMITERS.reduce((best, each) => (count(firstLine, each) > count(firstLine, best) ? each : best));
  const [header, ...rows] = records(text.replace(/^\ufeff/, ""), delimiter);
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const column = (wanted) => names.findIndex((name) => wanted.includes(name));
  const [dateAt, amountAt] = [column(DATE_COLUMNS), column(AMOUNT_COLUMNS)];
  const currencyAt = names.indexOf(CURRENCY_COLUMN);
  if (dateAt < 0 || amountAt < 0) return { error: "COLUMNS", typed: shorten(header.cells.join(", ")) };
  const sums = new Map();
  let currency = null;
  for (const { line, cells } of rows) {
    const typedDate = (cells[dateAt] ?? "").trim();
    const date = reportDate(typedDate, locale);
    if (date === null) return { error: "DATE", line, typed: shorten(typedDate) };
    const typedAmount = (cells[amountAt] ?? "").trim();
    const amount = reportAmount(typedAmount, delimiter, locale);
    const sum = amount === null ? Infinity : amount + (sums.get(date) ?? 0);
    if (sum > MAX_AMOUNT) return { error: "AMOUNT", line, typed: shorten(typedAmount) };
    const named = currencyAt < 0 ? "" : (cells[currencyAt] ?? "").trim().toUpperCase();
    if (named && currency && named !== currency) {
      return { error: "CURRENCY", line, typed: shorten(named), example: currency };
    }
    currency ||= named || null;
    sums.set(date, sum);
  }
  if (sums.size === 0) return { error: "EMPTY" };
  const days = [...sums].map(([date, amount]) => ({ date, amount })).sort((one, two) => one.date - two.date);
  if (days.at(-1).date - days[0].date >= MAX_DAYS) return { error: "DAYS" };
  return { days, currency };
}

/** The use of some days as a report that `readUsageReport` reads back. */
export function writeUsageReport(days) {
  return ["Date,Amount", ...days.map(({ date, amount }) => `${isoDate(date)},${formatDecimal(amount)}`)].join("\n");
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

function reportDate(text, locale) {
  // A time of day, if any, follows the date; reports are in UTC, and so are the days of the model.
  const day = /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+ ?(Z|\+00:00)?$/.exec(text);
  return parseDate(day ? day[1] : text, locale);
}

/** Minor units, or null. Where commas part the cells a dot is the decimal point; elsewhere 1.234 would be a guess. */
function reportAmount(text, delimiter, locale) {
  if (text === "") return 0;
  const exact = /^([0-9]{1,9})(?:[.]([0-9]{1,2})0*)?$/.exec(text);
  if (exact) return Number(exact[1] + (exact[2] ?? "").padEnd(2, "0"));
  if (delimiter === "," || /^[0-9]+[.][0-9]+$/.test(text)) return null;
  return parseMoney(text, locale).minor;
}
