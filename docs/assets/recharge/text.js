// The words of a page, in its language: messages, plural forms and dates all come from the page; this module owns none.

import { calendarDate } from "./dates.js";
import { formatCount, formatMoney } from "./money.js";

const DATE_FIELD = /''|'([^']*)'|y+|M+|d+/g;
const pluralRules = new Map();

/** The CLDR plural category of a count: zero, one, two, few, many or other. */
export function pluralCategory(count, locale) {
  if (!pluralRules.has(locale)) pluralRules.set(locale, new Intl.PluralRules(locale));
  return pluralRules.get(locale).select(count);
}

/** A day number written by a CLDR pattern, with the page's month names: `{ patterns, months, monthsShort }`. */
export function dateText(number, use, { patterns, months, monthsShort }) {
  const { year, month, day } = calendarDate(number);
  return patterns[use].replace(DATE_FIELD, (field, quoted) => {
    if (field === "''") return "'";
    if (quoted !== undefined) return quoted;
    if (field[0] === "y") return String(year);
    if (field[0] === "d") return String(day).padStart(field.length, "0");
    if (field.length > 2) return (field.length === 3 ? monthsShort : months)[month - 1];
    return String(month).padStart(field.length, "0");
  });
}

/** A period written by CLDR's interval patterns, with nothing said twice: `use` is long, day or day_year. */
export function rangeText(first, last, use, dates) {
  if (first === last) return dateText(first, use, dates);
  const [one, two] = [calendarDate(first), calendarDate(last)];
  const greatest = one.year !== two.year ? "y" : one.month !== two.month ? "M" : "d";
  const [start, end] = dates.ranges[use][greatest];
  return dateText(first, 0, { ...dates, patterns: [start] }) + dateText(last, 0, { ...dates, patterns: [end] });
}

/** The messages of a page: `{ locale, dates, messages }`, where a message is a text or its plural forms. */
export class Catalog {
  constructor({ locale, dates, messages }) {
    this.locale = locale;
    this.dates = dates;
    this.messages = messages;
  }

  /** The message with its `{values}` filled in. */
  text(key, values = {}) {
    return fill(this.messages[key], values);
  }

  /**
   * The plural form that n takes, with `{n}` written as the language writes numbers; for exactly one the text of
   * `<key>_once`, where there is one.
   */
  counted(key, n, values = {}) {
    if (n === 1 && `${key}_once` in this.messages) return this.text(`${key}_once`, values);
    return fill(this.messages[key][pluralCategory(n, this.locale)], { n: formatCount(n, this.locale), ...values });
  }

  money(minor, currency, options) {
    return formatMoney(minor, currency, this.locale, options);
  }

  count(number) {
    return formatCount(number, this.locale);
  }

  /** A period in words; `use` is long, day or day_year. */
  range(first, last, use = "long") {
    return rangeText(first, last, use, this.dates);
  }

  /** A day number in words; `use` is long, day, day_year or month. */
  date(number, use = "long") {
    return dateText(number, use, this.dates);
  }
}

function fill(template, values) {
  return template.replace(/\{([a-z_]+)\}/g, (_, name) => values[name]);
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/** Text made safe to stand in HTML, in an attribute too. */
export function escape(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}
