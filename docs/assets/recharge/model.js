// The prepaid balance, day by day: the same model as tools/recharge/model.py, where its facts and assumptions stand.
// Amounts are integers in minor units (all sums stay under 2 ** 53), dates whole days since 1970-01-01 in UTC.

import { Account } from "./account.js";
import { readScenario } from "./scenario.js";

export { InputError } from "./scenario.js";

/** The result for a plain input object: closing balance, recharges, blocked days, daily balances and so on. */
export function simulate(input) {
  return run(readScenario(input)).result;
}

/**
 * A checked scenario simulated: `result` as `simulate` gives it and `days`, each `{ date, opening, entries, closing }`
 * with `date` a day number and entries of `{ kind, amount, balance }`.
 */
export function run(scenario) {
  const account = new Account(scenario);
  const usage = byDate(scenario.usage);
  const manual = byDate(scenario.manual);
  const days = [];
  for (let today = scenario.start; today < scenario.start + scenario.days; today += 1) {
    const opening = account.balance;
    account.openDay(today);
    account.settle();
    account.expire();
    for (const amount of manual.get(today) ?? []) account.addByHand(amount);
    account.evaluateTrigger();
    for (const amount of usage.get(today) ?? []) {
      account.use(amount);
      account.evaluateTrigger();
    }
    days.push({ date: today, opening, entries: account.entries, closing: account.balance });
  }
  const result = account.result(days);
  check(scenario, account, result, usage);
  return { result, days };
}

/** How many recharges of `amount` (> 0) lift `balance` out of the trigger's reach at once. */
export function rechargesNeeded(balance, amount, trigger, comparison = "below") {
  // Exact: the quotient of two integers under 2 ** 52 never rounds across a whole number.
  const gap = (trigger - balance) / amount;
  return Math.max(0, comparison === "below" ? Math.ceil(gap) : Math.floor(gap) + 1);
}

function byDate(movements) {
  const found = new Map();
  for (const { date, amount } of movements) {
    if (found.has(date)) found.get(date).push(amount);
    else found.set(date, [amount]);
  }
  return found;
}

function check(scenario, account, result, usage) {
  const credited = result.totalRecharged - result.pending;
  const books = scenario.opening + result.manualTotal + credited - result.served - result.expiredTotal;
  const held = account.lots.total((lot) => lot.remaining);
  let asked = 0;
  for (const [day, amounts] of usage) {
    const inside = day >= scenario.start && day < scenario.start + scenario.days;
    if (inside) asked = amounts.reduce((total, amount) => total + amount, asked);
  }
  const balanced =
    books === result.closing &&
    held - account.debt === result.closing &&
    result.served + result.unserved === asked &&
    (held === 0 || account.debt === 0);
  if (!balanced) throw new Error("CONSERVATION");
}
