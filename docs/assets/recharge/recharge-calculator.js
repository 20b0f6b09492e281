// <recharge-calculator>: makes the worked example the server wrote answer the reader's own numbers, in place.
// Words, examples and date forms come with the element, as JSON; nothing is stored, nothing is sent.

import { Case } from "./case.js";
import { isoDate } from "./dates.js";
import { Fields, rawOf, today } from "./fields.js";
import { ledgerTable } from "./ledger.js";
import { run } from "./model.js";
import { CURRENCIES, localDecimal } from "./money.js";
import { readPlan, scenarioOf } from "./plan.js";
import { Replay } from "./replay.js";
import { fileText, ReportReader } from "./report-reader.js";
import { PARTS } from "./report.js";
import { holdsCalls, readState, writeState } from "./state.js";
import { tableFile } from "./table-file.js";
import { Catalog, escape } from "./text.js";

const PAUSE = 200; // milliseconds without a key press before the answer changes
const LEDGER_ROWS = 60;
const LONGEST_KEPT = 100_000; // characters of a report kept for when the reader comes back to the page
const WHERE = ["warnings", "compare"]; // parts whose section goes with their content

class RechargeCalculator extends HTMLElement {
  #catalog;
  #examples;
  #currency;
  #form;
  #fields;
  #reader;
  #replay = null;
  #told = null;
  #values = null;
  #file = null;
  #changed = false;
  #wholeLedger = false;
  #timer = 0;
  #later = 0;
  #fragment = "";

  connectedCallback() {
    if (this.#form) return;
    const data = JSON.parse(this.querySelector('script[type="application/json"]').textContent);
    this.#catalog = new Catalog(data);
    this.#examples = data.examples;
    this.#currency = data.currency;
    this.#form = this.querySelector("form");
    this.#fields = new Fields(this, this.#form, this.#first());
    this.#reader = new ReportReader(() => this.#reportRead());
    const replay = this.querySelector(".recharge-replay");
    if (replay) this.#replay = new Replay(replay, this.querySelector(".recharge-figure"), this.#catalog);
    this.#form.querySelector("fieldset").disabled = false;
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("input", (event) => this.#typed(event.target));
    this.#form.addEventListener("change", (event) => this.#settled(event.target));
    this.addEventListener("click", (event) => this.#clicked(event.target.closest("button")));
    for (const kind of ["dragover", "drop"]) this.#form.addEventListener(kind, (event) => this.#dropped(event));
    window.addEventListener("hashchange", () => this.#restore(location.hash));
    window.addEventListener("pagehide", () => this.#keep());
    window.addEventListener("beforeprint", () => this.#showLedger(Infinity));
    this.#fields.fill(this.#first());
    const kept = history.state?.recharge?.[this.#name];
    if (kept && (!location.hash.startsWith("#recharge?") || kept.fragment === location.hash)) {
      this.#changed = true;
      this.#fill(kept.raw);
    } else if (!this.#restore(location.hash)) this.#update();
  }

  /** The plan as an address's fragment, for a link to another language; empty while the reader has changed nothing. */
  get plan() {
    return this.#changed ? this.#fragment : "";
  }

  get #isFull() {
    return this.classList.contains("recharge-full");
  }

  get #name() {
    return this.#isFull ? "full" : "small";
  }

  /** What stands in the fields at first: the worked example, from today on. */
  #first() {
    const raw = rawOf(this.#examples.example, this.#catalog.locale);
    return { ...raw, currency: this.#currency, start: isoDate(today()) };
  }

  /** While a field is being typed in, what is wrong with it is not yet said. */
  #typed(field) {
    clearTimeout(this.#timer);
    this.#say("");
    if (field.type === "radio" || field.type === "checkbox" || field.type === "file") return;
    this.#timer = setTimeout(() => {
      if (field.name === "report") this.#file = null;
      this.#changed = true;
      this.#update({ typing: field.name });
    }, PAUSE);
  }

  #settled(field) {
    clearTimeout(this.#timer);
    this.#say("");
    if (field.type === "file") {
      this.#open(field.files[0]);
      field.value = "";
      return;
    }
    if (field.type === "date") {
      const text = field.closest(".recharge-input").querySelector('[type="text"]');
      text.value = field.value;
      text.focus();
    }
    if (field.name === "use_kind") this.#fields.showPanel();
    this.#changed = true;
    this.#update();
  }

  #clicked(button) {
    if (!button) return;
    const { preset, action } = button.dataset;
    if (preset) this.#load(preset, button.textContent);
    else if (action === "pick") button.nextElementSibling.showPicker();
    else if (action === "file") button.nextElementSibling.click();
    else if (action === "ledger") this.#showLedger(Infinity);
    else if (action === "take") this.#take(button.dataset);
    else if (action === "switch") this.#fill({ currency: button.dataset.currency });
    else if (action === "reset") this.#reset();
    else if (action === "share") this.#share();
    else if (action === "export") this.#export();
  }

  #load(preset, name) {
    this.#file = null;
    this.#changed = true;
    this.#fill(rawOf(this.#examples[preset], this.#catalog.locale));
    this.#say(this.#catalog.text("preset_loaded", { name }));
  }

  #reset() {
    this.#file = null;
    this.#fill(this.#first());
    this.#changed = false;
    this.#remember("");
    this.#say(this.#catalog.text("was_reset"));
  }

  /** Put the recommended numbers into the fields. */
  #take({ trigger, add }) {
    const { locale } = this.#catalog;
    const raw = { trigger: localDecimal(trigger, locale), auto_recharge: true };
    if (Number(add) > 0) {
      raw.manual = localDecimal(add, locale);
      raw.manual_on = "";
    }
    this.#changed = true;
    this.#fill(raw);
    this.querySelector('[name="trigger"]').focus({ preventScroll: true });
    this.#say(this.#catalog.text("taken"));
  }

  #fill(raw) {
    clearTimeout(this.#timer);
    this.#fields.fill(raw);
    this.#update();
  }

  #dropped(event) {
    const [file] = event.dataTransfer.files;
    if (event.type === "dragover" ? !event.dataTransfer.types.includes("Files") : !file) return;
    event.preventDefault();
    if (file) this.#open(file);
  }

  async #open(file) {
    if (!file) return;
    const text = await fileText(file);
    this.#file = { name: file.name, text };
    this.#changed = true;
    this.#fill({ use_kind: "report", report: "", date_column: "", amount_column: "", date_order: "" });
  }

  /** Hand a report to its reader; one that has been read sets its own period and currency. */
  #takeReport(raw) {
    const choices = { dateColumn: raw.date_column, amountColumn: raw.amount_column, dateOrder: raw.date_order };
    if (this.#reader.take(this.#file?.text ?? raw.report, this.#catalog.locale, choices)) this.#adoptReport();
  }

  #reportRead() {
    this.#adoptReport();
    this.#update();
  }

  #adoptReport() {
    const { report } = this.#reader;
    this.#fields.ask(report);
    if (!report?.events) return;
    this.#fields.date("start", report.first);
    this.#form.elements.days.value = String(report.last - report.first + 1);
    const { currency } = report;
    if (CURRENCIES.includes(currency) && currency !== this.#fields.value("currency")) {
      this.#form.elements.currency.value = currency;
      this.#say(this.#catalog.text("report_currency", { typed: currency }));
    }
  }

  #plan() {
    let raw = this.#fields.raw();
    if (raw.use_kind === "report") {
      this.#takeReport(raw);
      raw = this.#fields.raw();
    }
    const unreadable = this.#file && this.#file.text === null;
    return readPlan({ ...raw, report: unreadable ? { error: "FILE" } : this.#reader.report }, this.#catalog);
  }

  #update({ typing } = {}) {
    const plan = this.#plan();
    const offers = Object.fromEntries(
      Object.entries(plan.switches).map(([field, currency]) => {
        const label = escape(this.#catalog.text("switch_currency", { typed: currency }));
        return [field, `<button type="button" data-action="switch" data-currency="${currency}">${label}</button>`];
      }),
    );
    if (this.#file && plan.notes.report) plan.notes.report = `${this.#file.name}: ${plan.notes.report}`;
    const marked = this.#fields.note(plan, offers, typing);
    const readable = Object.keys(plan.errors).length === 0 && !plan.waiting;
    this.classList.toggle("is-stale", marked);
    this.#keep();
    if (!readable) {
      const key = marked ? "answer_check" : plan.waiting ? "answer_report" : null;
      if (key) this.#show("answer", escape(this.#catalog.text(key)));
      return;
    }
    this.#answer(plan.values);
  }

  #answer(values) {
    const scenario = scenarioOf(values);
    const { currency, safetyDays } = values;
    const told = new Case({ scenario, run: run(scenario), catalog: this.#catalog, currency, safetyDays });
    this.#told = told;
    this.#values = values;
    const { ledger, ...first } = PARTS;
    for (const [part, write] of Object.entries(first)) {
      if (this.querySelector(`[data-part="${part}"]`)) this.#show(part, write(told));
    }
    this.#replay?.load(told);
    this.#wholeLedger = false;
    // The table may be long: it follows once the answer is on the screen.
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#showLedger(LEDGER_ROWS), 0);
    for (const unit of this.querySelectorAll(".recharge-unit")) unit.textContent = currency;
    this.#remember(writeState(values));
  }

  #showLedger(most) {
    if (!this.#told || !this.#isFull || this.#wholeLedger) return;
    this.#wholeLedger = most === Infinity;
    this.#show("ledger", ledgerTable(this.#told, most));
  }

  #show(part, html) {
    const place = this.querySelector(`[data-part="${part}"]`);
    if (!place || (place.shown ?? place.innerHTML) === html) return;
    place.shown = html;
    place.innerHTML = html;
    const section = place.closest("section");
    if (WHERE.includes(part) && section) section.hidden = html === "";
  }

  #remember(fragment) {
    if (fragment === this.#fragment) return;
    this.#fragment = fragment;
    const link = this.querySelector(".recharge-link a");
    if (link) link.hash = fragment;
    else if (this.#changed || fragment === "") {
      history.replaceState(history.state, "", fragment || location.pathname + location.search);
    }
    this.#keep();
  }

  /** Keep what stands in the fields with this entry of the browser's history, for when the reader comes back to it. */
  #keep() {
    if (!this.#changed) return;
    const raw = this.#fields.raw();
    if (raw.report.length > LONGEST_KEPT) raw.report = "";
    const kept = { ...history.state?.recharge, [this.#name]: { raw, fragment: location.hash } };
    history.replaceState({ ...history.state, recharge: kept }, "");
  }

  #restore(fragment) {
    if (fragment === this.#fragment) return false;
    const raw = readState(fragment, this.#catalog.locale);
    if (!raw) return false;
    this.#file = null;
    this.#changed = true;
    this.#fill(raw);
    this.scrollIntoView();
    return true;
  }

  async #share() {
    this.#changed = true;
    this.#update();
    if (this.#form.querySelector("[aria-invalid]") || !this.#values) return;
    this.#fragment = "";
    this.#remember(writeState(this.#values));
    const { report } = this.#values.use;
    try {
      await navigator.clipboard.writeText(location.href);
      this.#say(this.#catalog.text(report && !holdsCalls(report) ? "copied_sums" : "copied"));
    } catch {
      this.#say(`${this.#catalog.text("copy_by_hand")} ${location.href}`);
    }
  }

  #export() {
    if (!this.#told) return;
    const file = new Blob([tableFile(this.#told)], { type: "text/csv;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `recharge-${isoDate(this.#told.first)}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    this.#say(this.#catalog.text("exported"));
  }

  #say(text) {
    const place = this.querySelector(".recharge-said");
    if (place) place.textContent = text;
  }
}

customElements.define("recharge-calculator", RechargeCalculator);
