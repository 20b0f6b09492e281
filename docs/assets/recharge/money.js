// Amounts as text: written by Intl.NumberFormat, read without guessing; the same rules as tools/recharge/money.py.

import { MAX_AMOUNT } from "./scenario.js";

/** ISO 4217 codes of the currency list, all with 100 minor units. */
export const CURRENCIES = ["EUR", "SEK", "RON", "USD", "BGN", "CHF", "CZK", "DKK", "GBP", "HUF", "NOK", "PLN"];

const formats = new Map();

/** A formatter, made once: making one costs a thousand times what using it does. */
function numberFormat(locale, digits, currency, signDisplay, most = digits) {
  const key = `${locale} ${digits} ${most} ${currency} ${signDisplay}`;
  let format = formats.get(key);
  if (!format) {
    const style = currency ? { style: "currency", currency, signDisplay } : {};
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: most, ...style });
    formats.set(key, format);
  }
  return format;
}

/** Exact decimal text, the same in every language: 123450 gives "1234.50". Intl formats such strings unrounded. */
export function formatDecimal(minor, decimals = 2) {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * An amount in minor units of 10 ** -`decimals` with its currency: `1234,50 €`. `signed` puts a plus before amounts
 * above 0; `whole` leaves out the decimals of an amount that has none. Two are written, more only where there are more.
 */
export function formatMoney(minor, currency, locale, { signed = false, whole = false, decimals = 2 } = {}) {
  const [digits, most] = whole && minor % 10 ** decimals === 0 ? [0, 0] : [2, decimals];
  const format = numberFormat(locale, digits, currency, signed ? "exceptZero" : "auto", most);
  return format.format(formatDecimal(minor, decimals));
}

/** An amount in minor units without its currency, as it may be typed: `1234,50`. */
export function formatAmount(minor, locale) {
  return numberFormat(locale, 2).format(formatDecimal(minor));
}

/** Exact decimal text (`-1234.50`) as it may be typed in a language; any other text as it stands. */
export function localDecimal(text, locale) {
  const match = /^(-?)([0-9]{1,8})[.]([0-9]{2})(?:00)?$/.exec(text);
  if (!match) return text;
  const minor = Number(match[2] + match[3]);
  return minor > MAX_AMOUNT ? text : formatAmount(match[1] && minor > 0 ? -minor : minor, locale);
}

/** A whole number, 0 or more, with the language's group separators. */
export function formatCount(count, locale) {
  return numberFormat(locale, 0).format(count);
}

const SPACES = /[\u0020\u00a0\u2007\u2009\u202f]/g;
const LONGEST = 60;
const MINUS = /^[-\u2212]/;
const FOREIGN = /[^0-9., '’\u2212-]/;
/** What stands for a currency in the six languages; the likeliest first where it stands for several. */
const SYMBOLS = {
  "€": ["EUR"],
  $: ["USD"],
  "£": ["GBP"],
  US$: ["USD"],
  kr: ["SEK", "NOK", "DKK"],
  Nkr: ["NOK"],
  Dkr: ["DKK"],
  "лв.": ["BGN"],
  лв: ["BGN"],
  "щ.д.": ["USD"],
  lei: ["RON"],
  Lei: ["RON"],
  zł: ["PLN"],
  Kč: ["CZK"],
  Ft: ["HUF"],
  eiro: ["EUR"],
  евро: ["EUR"],
  euro: ["EUR"],
  evro: ["EUR"],
  evrov: ["EUR"],
  лева: ["BGN"],
  kronor: ["SEK", "NOK", "DKK"],
};
const TOKENS = new Map([
  ...CURRENCIES.flatMap((code) => [code, code.toLowerCase()].map((token) => [token, [code]])),
  ...Object.entries(SYMBOLS),
]);
const LONGEST_FIRST = [...TOKENS.keys()].sort((one, two) => two.length - one.length); // the dot of "лв." is part of it

/**
 * Read a typed amount, with or without its currency: `{ minor, error }`, one of them null. Never rounds and never
 * guesses. Errors: EMPTY, CHARS, SEPARATORS, AMBIGUOUS_DOT, DECIMALS, FORMAT, NEGATIVE, TOO_LARGE, and CURRENCY where
 * the amount names another one (`named`) than `currency`.
 */
export function parseMoney(text, locale, { negative = false, currency = null } = {}) {
  const plain = text.replace(SPACES, " ").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  if (plain === "") return wrong("EMPTY");
  if ([...plain].length > LONGEST) return wrong("FORMAT");
  let minus = MINUS.test(plain);
  const unsigned = minus ? plain.slice(1).replace(/^ +/, "") : plain;
  const token = currencyIn(unsigned);
  let body = withoutCurrency(unsigned, token);
  if (!minus && MINUS.test(body)) {
    minus = true;
    body = body.slice(1);
  }
  if (FOREIGN.test(body)) return wrong("CHARS");
  const { minor, error } = magnitude(body, locale);
  if (error) return wrong(error);
  if (minor > MAX_AMOUNT) return wrong("TOO_LARGE");
  if (minus && minor !== 0 && !negative) return wrong("NEGATIVE");
  const named = TOKENS.get(token);
  if (currency && named && !named.includes(currency)) return { ...wrong("CURRENCY"), named: named[0] };
  return { minor: minus && minor !== 0 ? -minor : minor, error: null };
}

function wrong(error) {
  return { minor: null, error };
}

function currencyIn(text) {
  return (
    LONGEST_FIRST.find((token) => text.startsWith(token)) ?? LONGEST_FIRST.find((token) => text.endsWith(token)) ?? ""
  );
}

function withoutCurrency(text, token) {
  if (text.startsWith(token)) return text.slice(token.length).replace(/^ +/, "");
  return text.slice(0, -token.length).replace(/ +$/, "");
}

function groups(separator) {
  return `[1-9][0-9]{0,2}(?:[${separator}][0-9]{3})+`;
}

function matchAll(pattern, text) {
  return new RegExp(`^(?:${pattern})$`).exec(text);
}

/** `{ minor, error }` of a text without sign and currency. */
function magnitude(text, locale) {
  const [point, other] = locale === "en" ? [".", ","] : [",", "."];
  const otherGroups = ["en", "sl", "ro"].includes(locale);
  const plain = `[0-9]+|${groups(" ")}`;
  const whole = otherGroups ? `${plain}|${groups(other)}` : plain;
  let match = matchAll(`(${whole})(?:[${point}]([0-9]+))?`, text);
  if (!match && locale !== "en") {
    // A dot for the decimal comma: what a numeric keypad types.
    match = matchAll(`(${plain})[.]([0-9]+)`, text);
    if (match && !otherGroups && matchAll(groups("."), text)) return wrong("AMBIGUOUS_DOT");
  }
  if (match) {
    const decimals = match[2] ?? "";
    if (decimals.length > 2) return wrong("DECIMALS");
    return { minor: Number(match[1].replace(/[^0-9]/g, "") + decimals.padEnd(2, "0")), error: null };
  }
  const swapped = text.includes(point) && text.indexOf(other, text.indexOf(point)) !== -1;
  const foreign = locale === "en" ? `(?:${plain}),[0-9]+` : `${groups(".")}(?:,[0-9]+)?`;
  if (text.split(point).length > 2 || swapped || matchAll(foreign, text)) return wrong("SEPARATORS");
  return wrong("FORMAT");
}
