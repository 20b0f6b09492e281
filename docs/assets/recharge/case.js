// One simulated case to be told to a reader: in a language, a currency, and with the dates its period needs.

import { recommendedTrigger, suggest, yearOfUse } from "./advice.js";
import { plot } from "./chart.js";
import { calendarDate } from "./dates.js";

/** A scenario, its run, and how to write about them; `safetyDays` are for the recommended trigger. */
export class Case {
  #suggestion;
  #plot;

  constructor({ scenario, run, catalog, currency, safetyDays }) {
    this.scenario = scenario;
    this.run = run;
    this.catalog = catalog;
    this.currency = currency;
    this.safetyDays = safetyDays;
    this.unit = 10 ** scenario.decimals;
    this.first = run.days[0].date;
    this.last = run.days.at(-1).date;
    const oneYear = calendarDate(this.first).year === calendarDate(this.last).year;
    [this.shortForm, this.longForm] = oneYear ? ["day", "long_day"] : ["day_year", "long"];
    this.dailyUse = run.days.map(useOf);
    this.money = this.money.bind(this);
  }

  money(minor, options) {
    return this.catalog.money(minor, this.currency, { decimals: this.scenario.decimals, ...options });
  }

  /** A date, without its year where the period has only one. */
  shortDate(number) {
    return this.catalog.date(number, this.shortForm);
  }

  /** A date with its month in full, without its year where the period has only one. */
  longDate(number) {
    return this.catalog.date(number, this.longForm);
  }

  /** Some days, without their year where the period has only one. */
  shortPeriod(first, last) {
    return this.catalog.range(first, last, this.shortForm);
  }

  /** The first and the last day. */
  period() {
    return this.catalog.range(this.first, this.last);
  }

  /** What the busiest day asks for, whether it was served or blocked. */
  peak() {
    return this.dailyUse.reduce((most, amount) => Math.max(most, amount), 0);
  }

  /** What an amount of this period comes to in an average month. */
  perMonth(amount) {
    return Number((BigInt(amount) * 365n) / BigInt(12 * this.run.days.length));
  }

  /** Twelve months of such use. */
  yearOfUse() {
    return yearOfUse(
      this.dailyUse.reduce((total, amount) => total + amount, 0),
      this.run.days.length,
    );
  }

  /** The trigger to choose for the busiest day's use. */
  recommendation() {
    return recommendedTrigger(this.peak(), this.scenario.leadDays, this.safetyDays, this.unit);
  }

  /** What to set so that no call is blocked, simulated. */
  suggestion() {
    this.#suggestion ??= suggest(this.scenario, this.run, this.recommendation().trigger);
    return this.#suggestion;
  }

  /** The geometry of its chart. */
  plot() {
    this.#plot ??= plot(this.run.days, this.scenario.trigger);
    return this.#plot;
  }
}

function useOf(day) {
  return day.entries.reduce(
    (total, { kind, amount }) => (kind === "use" || kind === "blocked" ? total + amount : total),
    0,
  );
}
