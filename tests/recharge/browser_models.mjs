// Runs the page's modules for the tests: one JSON request a line on standard input, one JSON answer a line back.

import { createInterface } from "node:readline";

import * as advice from "../../docs/assets/recharge/advice.js";
import { plot } from "../../docs/assets/recharge/chart.js";
import { isoDate, parseIsoDate } from "../../docs/assets/recharge/dates.js";
import { rechargesNeeded, run, simulate } from "../../docs/assets/recharge/model.js";
import * as money from "../../docs/assets/recharge/money.js";
import { readScenario } from "../../docs/assets/recharge/scenario.js";
import { dateText, pluralCategory } from "../../docs/assets/recharge/text.js";

const withIsoDates = (entries) => entries.map((entry) => ({ ...entry, date: isoDate(entry.date) }));

const calls = {
  ...advice,
  ...money,
  pluralCategory,
  rechargesNeeded,
  simulate: (input) => JSON.stringify(simulate(input)),
  days: (input) => withIsoDates(run(readScenario(input)).days),
  dateText: (iso, use, data) => dateText(parseIsoDate(iso), use, data),
  plot(input) {
    const scenario = readScenario(input);
    const drawn = plot(run(scenario).days, scenario.trigger);
    return { ...drawn, xTicks: withIsoDates(drawn.xTicks), marks: withIsoDates(drawn.marks) };
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
    if (error.name !== "InputError") throw error;
    answer = { error: { field: error.field, code: error.code } };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
