// What is simulated, read from plain data and checked field by field; the same order and codes as tools/recharge.

import { parseIsoDate } from "./dates.js";

/** The largest amount, in minor units: 99 999 999.99 with two decimals. */
export const MAX_AMOUNT = 9_999_999_999;
export const MAX_DAYS = 800;
export const MAX_LEAD_DAYS = 30;
/** The most calls a day the form spreads a day's use over: with them 800 days stay under the longest list. */
export const MAX_CALLS = 100;
/** The longest list. With it every sum stays under 2 ** 53. */
export const MAX_EVENTS = 100_000;
const MAX_RECHARGES_PER_DAY = 1000;

/** A field of the input is wrong: `field` is its path, `code` the kind of fault. It has no words for readers. */
export class InputError extends Error {
  constructor(field, code) {
    super(`${field}: ${code}`);
    this.name = "InputError";
    this.field = field;
    this.code = code;
  }
}

/**
 * The checked scenario: dates as day numbers, defaults filled in, amounts in units of 10 ** -decimals. Throws InputError.
 */
export function readScenario(value) {
  if (!isObject(value)) throw new InputError("", "TYPE");
  const read = reader(value);
  const start = read.date("start");
  const scenario = {
    start,
    days: read.integer("days", 1, MAX_DAYS),
    opening: read.integer("opening", -MAX_AMOUNT, MAX_AMOUNT),
    openingPurchased: read.date("openingPurchased", start),
    autoRecharge: read.boolean("autoRecharge", true),
    rechargeAmount: read.integer("rechargeAmount", 0, MAX_AMOUNT),
    trigger: read.integer("trigger", 0, MAX_AMOUNT),
    usage: read.movements("usage"),
    manual: read.movements("manual"),
    comparison: read.choice("comparison", ["below", "atOrBelow"], "below"),
    maxRechargesPerDay: read.integer("maxRechargesPerDay", 0, MAX_RECHARGES_PER_DAY, 100),
    leadDays: read.integer("leadDays", 0, MAX_LEAD_DAYS, 0),
    failOn: new Set(read.dates("failOn")),
    maxConsecutiveFailures: read.integer("maxConsecutiveFailures", 1, MAX_DAYS, 3),
    monthlyCap: (value.monthlyCap ?? null) === null ? null : read.integer("monthlyCap", 0, MAX_AMOUNT),
    expiryMonths: read.expiryMonths("expiryMonths"),
    decimals: read.integer("decimals", 2, 4, 2),
  };
  read.finish();
  if (scenario.openingPurchased > start) throw new InputError("openingPurchased", "AFTER_START");
  return scenario;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function reader(object, path = "") {
  // The currency does not change a sum; the examples carry it for their readers.
  const known = new Set(path ? [] : ["monthlyCap", "currency"]);

  function fail(name, code) {
    throw new InputError(path + name, code);
  }

  function take(name, fallback) {
    known.add(name);
    if (Object.hasOwn(object, name)) return object[name];
    return fallback === undefined ? fail(name, "MISSING") : fallback;
  }

  function integer(name, low, high, fallback) {
    const value = take(name, fallback);
    if (!Number.isInteger(value)) fail(name, "TYPE");
    if (!(low <= value && value <= high)) fail(name, "RANGE");
    return value === 0 ? 0 : value; // -0 is 0
  }

  function list(name, readEntry) {
    const values = take(name, []);
    if (!Array.isArray(values)) fail(name, "TYPE");
    if (values.length > MAX_EVENTS) fail(name, "RANGE");
    return values.map((value, index) => readEntry(`${path}${name}[${index}]`, value));
  }

  return {
    integer,
    boolean(name, fallback) {
      const value = take(name, fallback);
      return typeof value === "boolean" ? value : fail(name, "TYPE");
    },
    choice(name, choices, fallback) {
      const value = take(name, fallback);
      return choices.includes(value) ? value : fail(name, "CHOICE");
    },
    expiryMonths(name) {
      const value = integer(name, 0, 12, 12);
      return value === 0 || value === 12 ? value : fail(name, "CHOICE");
    },
    date(name, fallback) {
      const value = take(name, fallback);
      return value === fallback ? value : readDate(path + name, value);
    },
    dates: (name) => list(name, readDate),
    movements: (name) => list(name, readMovement),
    finish() {
      for (const name of Object.keys(object)) if (!known.has(name)) fail(name, "UNKNOWN");
    },
  };
}

function readDate(field, value) {
  if (typeof value !== "string") throw new InputError(field, "TYPE");
  const number = parseIsoDate(value);
  if (number === null) throw new InputError(field, "DATE");
  return number;
}

function readMovement(field, value) {
  if (!isObject(value)) throw new InputError(field, "TYPE");
  const read = reader(value, `${field}.`);
  const movement = { date: read.date("date"), amount: read.integer("amount", 0, MAX_AMOUNT) };
  read.finish();
  return movement;
}
