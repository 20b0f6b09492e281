// Which trigger to choose, and how much is too much; the same rules as tools/recharge/advice.py.

/** The least amount the fields took in 2018, in minor units: 50.00. Today's text no longer says so. */
export const FORMER_MINIMUM = 5000;

/**
 * The trigger that outlasts the time a payment takes, at the peak daily use: max(1, lead + safety) x peak + 1 minor
 * unit (`exact`), rounded up to a whole unit and not under 50.00 (`trigger`).
 */
export function recommendedTrigger(peak, leadDays, safetyDays) {
  const days = Math.max(1, leadDays + safetyDays);
  const exact = days * peak + 1;
  const rounded = Math.ceil(exact / 100) * 100;
  return { days, exact, rounded, trigger: Math.max(rounded, FORMER_MINIMUM) };
}

/** Twelve months of use, from a total over some days: rounded down to a minor unit. */
export function yearOfUse(total, days) {
  return Math.floor((total * 365) / days);
}

/** Whether an amount is one the fields of 2018 would have refused: under 50, or with a fraction. */
export function formerlyRefused(amount) {
  return amount < FORMER_MINIMUM || amount % 100 !== 0;
}
