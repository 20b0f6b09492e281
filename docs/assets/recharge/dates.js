// Calendar dates as whole days since 1970-01-01, in UTC: no time of day, no zone, no daylight saving.

const DAY = 86_400_000;
const ISO = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

/** The day number of a year, month (1-12) and day; days past a month's end run on into the next. */
export function dayNumber(year, month, day) {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** `{ year, month, day }` of a day number. */
export function calendarDate(number) {
  const at = new Date(number * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** `YYYY-MM-DD` of a day number. */
export function isoDate(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** The day number of a year, month and day that exist together, from 1900 to 2999; null otherwise. */
export function existingDay(year, month, day) {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return null;
  const number = dayNumber(year, month, day);
  return day <= 28 || calendarDate(number).day === day ? number : null;
}

/** The day number of a date written `YYYY-MM-DD`; null for any other form, or a day that does not exist. */
export function parseIsoDate(text) {
  const match = ISO.exec(text);
  return match && existingDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

const DAY_FIRST = /^([0-9]{1,2})[.] ?([0-9]{1,2})[.] ?([0-9]{4})(?:[.]| ?г[.])?$/;

/**
 * The day number of a typed date: `YYYY-MM-DD` in every language, day first with dots (6.3.2026) where that is the
 * custom; null for any other form, or a day that does not exist.
 */
export function parseDate(text, locale) {
  const match = ["lv", "bg", "sl", "ro"].includes(locale) ? DAY_FIRST.exec(text) : null;
  return match ? existingDay(Number(match[3]), Number(match[2]), Number(match[1])) : parseIsoDate(text);
}

/** The same day of the month twelve months later; 29 February gives 28 February. */
export function oneYearAfter(number) {
  const { year, month, day } = calendarDate(number);
  return existingDay(year + 1, month, day) ?? dayNumber(year + 1, month, day - 1);
}
