// One simulated case to be told to a reader: in a language, a currency, and with the dates its period needs.

import { recommendedTrigger, yearOfUse } from "./advice.js";
import { calendarDate } from "./dates.js";

/** A scenario, its run, and how to write about them; `safetyDays` are for the recommended trigger. */
export class Case {
  constructor({ scenario, run, catalog, currency, safetyDays }) {
    this.scenario = scenario;
    this.run = run;
    this.catalog = catalog;
    this.currency = currency;
    this.safetyDays = safetyDays;
    this.first = run.days[0].date;
    this.last = run.days.at(-1).date;
    this.shortForm = calendarDate(this.first).year === calendarDate(this.last).year ? "day" : "day_year";
    this.dailyUse = run.days.map(useOf);
  }

  money(minor, options) {
    return this.catalog.money(minor, this.currency, options);
  }

  /** A date, without its year where the period has only one. */
  shortDate(number) {
    return this.catalog.date(number, this.shortForm);
  }

  /** The first and the last day. */
  period() {
    const [start, end] = [this.catalog.date(this.first), this.catalog.date(this.last)];
    return this.first === this.last ? start : this.catalog.text("answer_period", { start, end });
  }

  /** What the busiest day asks for, whether it was served or blocked. */
  peak() {
    return this.dailyUse.reduce((most, amount) => Math.max(most, amount), 0);
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
    return recommendedTrigger(this.peak(), this.scenario.leadDays, this.safetyDays);
  }
}

function useOf(day) {
  return day.entries.reduce(
    (total, { kind, amount }) => (kind === "use" || kind === "blocked" ? total + amount : total),
    0,
  );
}
