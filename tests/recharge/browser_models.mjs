// Runs the page's modules for the tests: one JSON request a line on standard input, one JSON answer a line back.

import { createInterface } from "node:readline";

import * as advice from "../../docs/assets/recharge/advice.js";
import { Case } from "../../docs/assets/recharge/case.js";
import { stepsOf } from "../../docs/assets/recharge/replay.js";
import { tableFile } from "../../docs/assets/recharge/table-file.js";
import { plot } from "../../docs/assets/recharge/chart.js";
import { isoDate, parseIsoDate } from "../../docs/assets/recharge/dates.js";
import { rechargesNeeded, run, simulate } from "../../docs/assets/recharge/model.js";
import * as money from "../../docs/assets/recharge/money.js";
import { readPlan, scenarioOf } from "../../docs/assets/recharge/plan.js";
import { PARTS } from "../../docs/assets/recharge/report.js";
import { readScenario } from "../../docs/assets/recharge/scenario.js";
import { readState, writeState } from "../../docs/assets/recharge/state.js";
import { Catalog, dateText, pluralCategory, rangeText } from "../../docs/assets/recharge/text.js";
import { readUsageReport, writeUsageReport } from "../../docs/assets/recharge/usage-report.js";

const withIsoDates = (entries) => entries.map((entry) => ({ ...entry, date: isoDate(entry.date) }));
const readRaw = (raw, locale, choices) =>
  raw.report ? { ...raw, report: readUsageReport(raw.report, locale, choices) } : { ...raw, report: null };

const catalogs = new Map();
const catalogOf = (locale) => catalogs.get(locale);

const calls = {
  ...advice,
  ...money,
  pluralCategory,
  rechargesNeeded,
  simulate: (input) => JSON.stringify(simulate(input)),
  days: (input) => withIsoDates(run(readScenario(input)).days),
  rangeText: (first, last, use, data) => rangeText(parseIsoDate(first), parseIsoDate(last), use, data),
  dateText: (iso, use, data) => dateText(parseIsoDate(iso), use, data),
  plot(input) {
    const scenario = readScenario(input);
    const drawn = plot(run(scenario).days, scenario.trigger);
    return { ...drawn, xTicks: withIsoDates(drawn.xTicks), marks: withIsoDates(drawn.marks).map((mark) => ({ ...mark, until: isoDate(mark.until) })) };
  },
  words: (page) => catalogs.set(page.locale, new Catalog(page)).size,
  fragments(input, locale, currency, safetyDays) {
    const scenario = readScenario(input);
    const told = new Case({ scenario, run: run(scenario), catalog: catalogOf(locale), currency, safetyDays });
    return Object.fromEntries(Object.entries(PARTS).map(([part, write]) => [part, write(told)]));
  },
  readPlan: (raw, locale) => readPlan(readRaw(raw, locale), catalogOf(locale)),
  scenarioOf(raw, locale) {
    const scenario = scenarioOf(readPlan(readRaw(raw, locale), catalogOf(locale)).values);
    const [usage, manual] = [withIsoDates(scenario.usage), withIsoDates(scenario.manual)];
    const openingPurchased = isoDate(scenario.openingPurchased);
    const failOn = [...scenario.failOn].map(isoDate);
    return { ...scenario, start: isoDate(scenario.start), openingPurchased, failOn, usage, manual };
  },
  writeState: (raw, locale) => writeState(readPlan(readRaw(raw, locale), catalogOf(locale)).values),
  suggestion(input, safetyDays) {
    const scenario = readScenario(input);
    const told = new Case({ scenario, run: run(scenario), safetyDays });
    const { trigger, add, helps, run: found } = told.suggestion();
    return { trigger, add, helps, result: found.result };
  },
  steps(input, locale, currency) {
    const scenario = readScenario(input);
    const told = new Case({ scenario, run: run(scenario), catalog: catalogOf(locale), currency, safetyDays: 2 });
    return stepsOf(told).map(({ place, balance, text }) => ({ place, balance, text: text() }));
  },
  tableFile(input, locale, currency) {
    const scenario = readScenario(input);
    return tableFile(new Case({ scenario, run: run(scenario), catalog: catalogOf(locale), currency, safetyDays: 2 }));
  },
  readState,
  readUsageReport(text, locale, choices) {
    const report = readUsageReport(text, locale, choices);
    if (report.error) return report;
    const [first, last] = [isoDate(report.first), isoDate(report.last)];
    return { ...report, events: withIsoDates(report.events), first, last, again: writeUsageReport(report) };
  },
  simulationMilliseconds(input, times) {
    const taken = [];
    for (let count = 0; count < times; count += 1) {
      const before = performance.now();
      simulate(input);
      taken.push(performance.now() - before);
    }
    return taken;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...args] = JSON.parse(line);
  let answer;
  try {
    answer = { value: calls[name](...args) };
  } catch (error) {
    answer = error.name === "InputError" ? { error: { field: error.field, code: error.code } } : { crash: error.stack };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
