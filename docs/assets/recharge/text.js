// Dates, plurals and sentences. The words come from the page: this module owns none.

import { calendarDate } from "./dates.js";
import { formatCount } from "./money.js";

const FIELD = /''|'([^']*)'|y+|M+|d+/g;

/** A day number written by a CLDR pattern, with the page's month names: `{ patterns, months, monthsShort }`. */
export function dateText(number, use, { patterns, months, monthsShort }) {
  const { year, month, day } = calendarDate(number);
  return patterns[use].replace(FIELD, (field, quoted) => {
    if (field === "''") return "'";
    if (quoted !== undefined) return quoted;
    if (field[0] === "y") return String(year);
    if (field[0] === "d") return String(day).padStart(field.length, "0");
    if (field.length > 2) return (field.length === 3 ? monthsShort : months)[month - 1];
    return String(month).padStart(field.length, "0");
  });
}

const pluralRules = new Map();

/** The CLDR plural category of a count: zero, one, two, few, many or other. */
export function pluralCategory(count, locale) {
  if (!pluralRules.has(locale)) pluralRules.set(locale, new Intl.PluralRules(locale));
  return pluralRules.get(locale).select(count);
}

/** A template with each `{name}` replaced by its value. */
export function fill(template, values = {}) {
  return template.replace(/\{([a-z_]+)\}/g, (whole, name) => values[name] ?? whole);
}

/**
 * The words of a page: `say(key, values)` fills a message, `say.count(key, n, values)` the plural form that n takes,
 * with `{n}` written in the language's digits.
 */
export function speaker({ locale, messages }) {
  const say = (key, values) => fill(messages[key], values);
  say.count = (key, n, values) =>
    fill(messages[key][pluralCategory(n, locale)], { n: formatCount(n, locale), ...values });
  return say;
}
