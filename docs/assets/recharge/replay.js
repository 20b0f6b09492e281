// A case played step by step: what happens at each, in one sentence, and a cursor on the chart that shows where.

import { percent } from "./drawing.js";
import { runs, stretches, waitsAtTheTrigger } from "./ledger.js";
import { WIDTH } from "./chart.js";

const WHOLE = 24_000; // milliseconds a long period is played in
const SLOWEST = 1400; // milliseconds a step stays, so that its sentence can be read
const QUICKEST = 80;

/** The steps of a case: `{ place, balance, text }`, with `place` the share of the chart's width that is then past. */
export function stepsOf(told) {
  const { days } = told.run;
  const place = (offset) => Math.floor((offset * WIDTH) / days.length);
  const steps = [{ place: 0, balance: days[0].opening, text: () => sentence(told, "start", told.first, days[0].opening) }];
  for (const stretch of stretches(days)) {
    const [day] = stretch;
    const offset = day.date - told.first;
    if (day.entries.length === 0) {
      const text = () =>
        told.catalog.text("step_quiet", {
          period: told.shortPeriod(day.date, stretch.at(-1).date),
          balance: told.money(day.closing),
        });
      steps.push({ place: place(offset + stretch.length), balance: day.closing, text });
      continue;
    }
    const groups = runs(day.entries, (entry) => entry.kind);
    for (const [index, entries] of groups.entries()) {
      const before = steps.at(-1).balance;
      const { balance } = entries.at(-1);
      const text = () => stepText(told, { day, entries, before, next: groups[index + 1] });
      steps.push({ place: place(offset), balance, text });
    }
  }
  return steps;
}

function sentence(told, kind, date, balance, values = {}) {
  const [day, left] = [told.longDate(date), told.money(balance)];
  return told.catalog.text(`step_${kind}`, { date: day, balance: left, ...values });
}

function stepText(told, { day, entries, before, next }) {
  const { scenario } = told;
  const [{ kind }, last] = [entries[0], entries.at(-1)];
  const total = entries.reduce((sum, { amount }) => sum + amount, 0);
  const values = { amount: told.money(kind === "failure" ? last.amount : total) };
  if (kind === "payment") values.due = told.longDate(day.date + scenario.leadDays);
  if (kind !== "use") return sentence(told, kind, day.date, last.balance, values);
  values.trigger = told.money(scenario.trigger);
  return sentence(told, fall(told, before, last, next), day.date, last.balance, values);
}

/** What a fall of the balance means. */
function fall(told, before, last, next) {
  const { scenario } = told;
  if (last.balance <= 0 && next?.[0].kind !== "recharge") return "zero";
  if (waitsAtTheTrigger(told, last)) return "equal";
  const crosses = before >= scenario.trigger && last.balance < scenario.trigger;
  return crosses && scenario.autoRecharge ? "below" : "use";
}

/** Plays the newest case in `section`'s controls and on the chart in `figure`. */
export class Replay {
  #section;
  #figure;
  #catalog;
  #slider;
  #told = null;
  #steps = null;
  #timer = 0;

  constructor(section, figure, catalog) {
    this.#section = section;
    this.#figure = figure;
    this.#catalog = catalog;
    this.#slider = section.querySelector('[type="range"]');
    section.hidden = false;
    this.#slider.addEventListener("input", () => {
      this.#stop();
      this.#show();
    });
    section.querySelector('[name="aloud"]').addEventListener("change", (event) => {
      section.querySelector(".recharge-step").setAttribute("aria-live", event.target.checked ? "polite" : "off");
    });
    section.addEventListener("click", (event) => this.#clicked(event.target.closest("button")?.dataset.action));
    figure.addEventListener("pointerdown", (event) => this.#point(event));
    figure.addEventListener("pointermove", (event) => event.buttons > 0 && this.#point(event));
  }

  /** Take up a new case: nothing of it is shown until the reader asks for a step. */
  load(told) {
    this.#stop();
    this.#told = told;
    this.#steps = null;
    this.#slider.value = "0";
    this.#section.classList.remove("is-active");
    this.#slider.setAttribute("aria-valuetext", told.period());
  }

  #all() {
    if (this.#steps === null) {
      this.#steps = stepsOf(this.#told);
      this.#slider.max = String(this.#steps.length - 1);
    }
    return this.#steps;
  }

  get #at() {
    return Number(this.#slider.value);
  }

  #clicked(action) {
    if (action === "replay-play" && this.#timer === 0) this.#play();
    else if (action) {
      const by = { "replay-back": -1, "replay-step": 1 }[action] ?? 0;
      this.#stop();
      this.#go(this.#shown ? this.#at + by : 0);
    }
  }

  get #shown() {
    return this.#figure.querySelector(".recharge-cursor") !== null;
  }

  #play() {
    const steps = this.#all();
    if (!this.#shown || this.#at === steps.length - 1) this.#go(0);
    this.#label("pause");
    const pause = Math.min(SLOWEST, Math.max(QUICKEST, WHOLE / steps.length));
    this.#timer = setInterval(() => {
      this.#go(this.#at + 1);
      if (this.#at === steps.length - 1) this.#stop();
    }, pause);
  }

  #stop() {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#label("play");
  }

  #label(key) {
    const button = this.#section.querySelector('[data-action="replay-play"]');
    button.querySelector("span").textContent = this.#catalog.text(key);
    button.classList.toggle("is-playing", key === "pause");
  }

  #go(place) {
    this.#slider.max = String(this.#all().length - 1);
    this.#slider.value = String(place);
    this.#show();
  }

  /** The last step at the place on the chart that is pointed at. */
  #point(event) {
    const plot = this.#figure.querySelector(".recharge-plot");
    if (!plot.contains(event.target) && event.target !== this.#figure) return;
    const { left, width } = plot.getBoundingClientRect();
    const place = ((event.clientX - left) * WIDTH) / width;
    this.#stop();
    const later = this.#all().findIndex((step) => step.place > place);
    this.#go((later === -1 ? this.#all().length : Math.max(1, later)) - 1);
  }

  #show() {
    const { place, balance, text } = this.#all()[this.#at];
    const said = text();
    this.#section.classList.add("is-active");
    this.#section.querySelector(".recharge-step").textContent = said;
    this.#slider.setAttribute("aria-valuetext", said);
    const cursor = this.#cursor();
    const [x, y] = [percent(place), percent(this.#told.plot().y(balance))];
    cursor.style.setProperty("--x", x);
    cursor.style.setProperty("--y", y);
    cursor.querySelector("rect").setAttribute("width", percent(WIDTH - place));
  }

  #cursor() {
    const plot = this.#figure.querySelector(".recharge-plot");
    if (!plot.querySelector(".recharge-cursor")) {
      const shapes = '<rect y="-5%" height="110%"/><line y1="0" y2="100%"/><circle r="6"/>';
      plot.insertAdjacentHTML("beforeend", `<g class="recharge-cursor">${shapes}</g>`);
    }
    return plot.querySelector(".recharge-cursor");
  }
}
