// The geometry of the balance chart: integers only, the same as tools/recharge/chart.py, so that the chart drawn by
// the server and the one drawn here are one. Exact while amounts stay under 10 ** 12 minor units.

import { calendarDate, dayNumber } from "./dates.js";

/** Widths and heights are shares of the plot's in 1/10000. */
export const WIDTH = 10_000;
export const HEIGHT = 10_000;

const DAY_STEPS = [1, 2, 5, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12];
const MOST_X_TICKS = 6;
const MOST_Y_STEPS = 5;
/** Marks of one kind closer than this are drawn as one: 8 % of a phone's plot is about twice a mark's own width. */
const MARK_GAP = 800;

/**
 * What to draw for the days of a run: `line` and `area` (SVG path data), `triggerY`, `zeroY`, `yTicks` of
 * `{ amount, y }`, `xTicks` of `{ date, x }`, `months` (whether those are months) and `marks` of
 * `{ kind, date, amount, x, y, count, until }` with kinds recharge, equal, expiry, zero, failure; `amount` is the balance
 * there, `count` how many of its kind it stands for, up to the day `until`. `y` gives the height of any balance.
 */
export function plot(days, trigger) {
  let [low, high] = [0, Math.max(trigger, 1)];
  for (const day of days) {
    low = Math.min(low, smallest(seen(day)));
    high = Math.max(high, largest(seen(day)));
  }
  const step = tickStep(high - low);
  const bottom = Math.floor(low / step) * step;
  const top = Math.ceil(high / step) * step;
  const y = (amount) => Math.floor(((top - amount) * HEIGHT) / (top - bottom));
  const x = (offset) => Math.floor((offset * WIDTH) / days.length);
  const yTicks = [];
  for (let amount = bottom; amount <= top; amount += step) yTicks.push({ amount, y: y(amount) });
  const line = linePath(days, x, y);
  return {
    line,
    area: `${line}V${y(0)}H0Z`,
    triggerY: y(trigger),
    zeroY: y(0),
    yTicks,
    ...xTicks(days, x),
    marks: thinned(marks(days, trigger, x, y)),
    y,
  };
}

/** The balances a day goes through. */
function seen(day) {
  return [day.opening, ...day.entries.map((entry) => entry.balance)];
}

function smallest(numbers) {
  return numbers.reduce((least, number) => (number < least ? number : least));
}

function largest(numbers) {
  return numbers.reduce((most, number) => (number > most ? number : most));
}

/** The smallest of 1, 2, 5, 10, 20, 50 ... whole units (or of minor ones) that needs few enough steps. */
function tickStep(span) {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) if (span <= factor * power * MOST_Y_STEPS) return factor * power;
  }
}

/** Each day a vertical stroke over the balances it saw, then a level one at its closing balance. */
function linePath(days, x, y) {
  const path = [`M0 ${y(days[0].opening)}`];
  let level = y(days[0].opening);
  days.forEach((day, offset) => {
    const balances = seen(day);
    const heights = [y(smallest(balances)), y(largest(balances)), y(day.closing)];
    if (heights.every((height) => height === level)) return;
    path.push(`H${x(offset)}`);
    for (const height of heights) {
      if (height !== level) path.push(`V${height}`);
      level = height;
    }
  });
  return `${path.join("")}H${WIDTH}`;
}

function xTicks(days, x) {
  const first = days[0].date;
  const dayStep = DAY_STEPS.find((step) => days.length <= step * MOST_X_TICKS);
  if (dayStep) {
    const xTicks = [];
    for (let offset = 0; offset < days.length; offset += dayStep) xTicks.push({ date: first + offset, x: x(offset) });
    return { xTicks, months: false };
  }
  const monthStep = MONTH_STEPS.find((step) => days.length <= step * 30 * MOST_X_TICKS);
  const { year, month } = calendarDate(first);
  const xTicks = [];
  for (let count = 1; ; count += monthStep) {
    const offset = dayNumber(year, month + count, 1) - first;
    if (offset >= days.length) return { xTicks, months: true };
    xTicks.push({ date: first + offset, x: x(offset) });
  }
}

function marks(days, trigger, x, y) {
  const found = [];
  days.forEach((day, offset) => {
    const mark = (kind, amount) => found.push({ kind, date: day.date, amount, x: x(offset), y: y(amount) });
    const last = new Map(day.entries.map((entry) => [entry.kind, entry.balance]));
    const crossing = seen(day).find((after, index, all) => index > 0 && after <= 0 && all[index - 1] > 0);
    // Later marks are drawn over earlier ones: the large hollow shapes come first.
    // An idle balance may stay on the trigger for months: one mark where it gets there.
    if (day.closing === trigger && (offset === 0 || day.entries.length > 0)) mark("equal", day.closing);
    if (crossing !== undefined) mark("zero", crossing);
    for (const kind of ["failure", "expiry", "recharge"]) if (last.has(kind)) mark(kind, last.get(kind));
  });
  return found;
}

/** The marks without those that would be drawn over one of their kind; the one that stays counts them. */
function thinned(marks) {
  const shown = [];
  const last = new Map();
  for (const mark of marks) {
    const before = last.get(mark.kind);
    if (before && mark.x - before.x < MARK_GAP) {
      before.count += 1;
      before.until = mark.date;
    } else {
      const own = { ...mark, count: 1, until: mark.date };
      shown.push(own);
      last.set(mark.kind, own);
    }
  }
  return shown;
}
