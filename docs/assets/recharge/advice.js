// Which trigger to choose, how much is too much, and what it takes that no call is blocked; the same rules as
// tools/recharge/advice.py.

import { run } from "./model.js";
import { MAX_AMOUNT } from "./scenario.js";

/** The least amount the fields took in 2018, in whole units: 50.00. Today's text no longer says so. */
export const FORMER_MINIMUM = 50;

/**
 * The trigger that outlasts the time a payment takes, at the peak daily use: max(1, lead + safety) x peak + 1 minor
 * unit (`exact`), rounded up to a whole unit and not under 50.00 (`trigger`).
 */
export function recommendedTrigger(peak, leadDays, safetyDays, unit = 100) {
  const days = Math.max(1, leadDays + safetyDays);
  const exact = days * peak + 1;
  const rounded = Math.ceil(exact / unit) * unit;
  return { days, exact, rounded, trigger: Math.max(rounded, FORMER_MINIMUM * unit) };
}

/** Twelve months of use, from a total over some days: rounded down to a minor unit. */
export function yearOfUse(total, days) {
  return Number((BigInt(total) * 365n) / BigInt(days));
}

/** Whether an amount is one the fields of 2018 would have refused: under 50, or with a fraction. */
export function formerlyRefused(amount, unit = 100) {
  return amount < FORMER_MINIMUM * unit || amount % unit !== 0;
}

/**
 * The recommended trigger (or the scenario's own, if that is higher), simulated; with funds to `add` by hand on the
 * first day where a trigger comes too late. `helps` says that no call is then blocked, `run` what happens. Neither is
 * ever more than can be entered.
 */
export function suggest(scenario, now, recommended) {
  const trigger = Math.min(Math.max(scenario.trigger, recommended), MAX_AMOUNT);
  const changed = { ...scenario, autoRecharge: true, trigger };
  const found = scenario.autoRecharge && trigger === scenario.trigger ? now : run(changed);
  if (!blocks(found)) return { trigger, add: 0, helps: true, run: found };
  const unit = 10 ** scenario.decimals;
  const needed = Math.floor((trigger - Math.min(scenario.opening, 0)) / unit) + 1;
  const most = Math.min(needed, Math.floor(MAX_AMOUNT / unit));
  let [low, high] = [0, most];
  const openingDays = { ...changed, days: Math.min(scenario.days, scenario.leadDays + 2) };
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (blocks(run(added(openingDays, middle * unit)))) low = middle;
    else high = middle;
  }
  let last;
  for (const units of new Set([high, most])) {
    last = run(added(changed, units * unit));
    if (!blocks(last)) return { trigger, add: units * unit, helps: true, run: last };
  }
  return { trigger, add: most * unit, helps: false, run: last };
}

function added(scenario, amount) {
  return { ...scenario, manual: [...scenario.manual, { date: scenario.start, amount }] };
}

function blocks({ result }) {
  return result.interruptionDays.length > 0;
}
