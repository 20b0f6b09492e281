// <recharge-calculator>: makes the worked example the server wrote answer the reader's own numbers, in place.
// Words, examples and date forms come with the element, as JSON; nothing is stored, nothing is sent.

import { Case } from "./case.js";
import { isoDate } from "./dates.js";
import { run } from "./model.js";
import { CURRENCIES, formatAmount } from "./money.js";
import { readPlan, scenarioOf } from "./plan.js";
import { PARTS } from "./report.js";
import { readState, writeState } from "./state.js";
import { Catalog, escape } from "./text.js";

const PAUSE = 200; // milliseconds without a key press before the answer changes

class RechargeCalculator extends HTMLElement {
  #catalog;
  #examples;
  #currency;
  #form;
  #timer = 0;
  #later = 0;
  #report = "";
  #fragment = "";

  connectedCallback() {
    if (this.#form) return;
    const data = JSON.parse(this.querySelector('script[type="application/json"]').textContent);
    this.#catalog = new Catalog(data);
    this.#examples = data.examples;
    this.#currency = data.currency;
    this.#form = this.querySelector("form");
    this.#form.querySelector("fieldset").disabled = false;
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("input", (event) => this.#typed(event.target));
    this.#form.addEventListener("change", (event) => this.#settled(event.target));
    this.#form.addEventListener("click", (event) => this.#clicked(event.target.closest("button")));
    if (this.#isFull) {
      window.addEventListener("hashchange", () => this.#restore());
      this.#restore();
    } else this.#update();
  }

  get #isFull() {
    return this.classList.contains("recharge-full");
  }

  /** While a field is being typed in, what is wrong with it is not yet said. */
  #typed(field) {
    clearTimeout(this.#timer);
    this.#say("");
    if (field.type === "radio" || field.type === "checkbox") return;
    this.#timer = setTimeout(() => {
      if (field.name === "report") this.#takeReport(field.value);
      this.#update({ typing: field.name });
    }, PAUSE);
  }

  #settled(field) {
    clearTimeout(this.#timer);
    this.#say("");
    if (field.name === "use_kind") this.#showPanel();
    if (field.name === "report") this.#takeReport(field.value);
    this.#update();
  }

  #clicked(button) {
    if (!button) return;
    clearTimeout(this.#timer);
    const { preset, action } = button.dataset;
    if (preset) {
      this.#fill(this.#rawOf(this.#examples[preset]));
      this.#update();
      this.#say(this.#catalog.text("preset_loaded", { name: button.textContent }));
    } else if (action === "reset") {
      this.#fill({ ...this.#rawOf(this.#examples.example), currency: this.#currency });
      this.#update();
      this.#remember("");
      this.#say(this.#catalog.text("was_reset"));
    } else if (action === "share") this.#share();
  }

  /** The form's texts and switches by field name; what a small form lacks stands as in the worked example. */
  #raw() {
    const raw = { ...this.#rawOf(this.#examples.example), currency: this.#currency };
    for (const field of this.#form.elements) {
      if (field.type === "checkbox") raw[field.name] = field.checked;
      else if (field.name && (field.type !== "radio" || field.checked)) raw[field.name] = field.value;
    }
    return raw;
  }

  #rawOf(example) {
    const amount = (minor) => formatAmount(minor, this.#catalog.locale);
    return {
      opening: amount(example.opening),
      recharge_amount: amount(example.recharge_amount),
      trigger: amount(example.trigger),
      auto_recharge: true,
      at_or_below: false,
      use_kind: "day",
      use: amount(example.use),
      use_per_month: amount(example.use * 30),
      report: "",
      start: example.start,
      days: String(example.days),
      lead_days: String(example.lead_days),
      safety_days: String(example.safety_days),
      purchased: example.purchased,
      fail_on: example.fail_on,
    };
  }

  #fill(raw) {
    for (const field of this.#form.elements) {
      if (!Object.hasOwn(raw, field.name)) continue;
      if (field.type === "checkbox") field.checked = raw[field.name];
      else if (field.type === "radio") field.checked = field.value === raw[field.name];
      else field.value = raw[field.name];
    }
    this.#showPanel();
    if (raw.purchased || raw.fail_on || Number(raw.lead_days ?? 0) !== 0) this.#openMore();
  }

  #openMore() {
    const more = this.#form.querySelector("details");
    if (more) more.open = true;
  }

  #showPanel() {
    const kind = this.#form.elements.use_kind?.value;
    for (const panel of this.#form.querySelectorAll("[data-panel]")) panel.hidden = panel.dataset.panel !== kind;
  }

  /** A report that can be read sets its own period and currency. */
  #takeReport(text) {
    if (text === this.#report) return;
    this.#report = text;
    const { report, currency } = readPlan(this.#raw(), this.#catalog).values.use;
    if (!report) return;
    const fields = this.#form.elements;
    fields.start.value = isoDate(report[0].date);
    fields.days.value = String(report.at(-1).date - report[0].date + 1);
    if (CURRENCIES.includes(currency) && currency !== fields.currency.value) {
      fields.currency.value = currency;
      this.#say(this.#catalog.text("report_currency", { typed: currency }));
    }
  }

  #update({ typing } = {}) {
    const { values, notes, errors } = readPlan(this.#raw(), this.#catalog);
    for (const place of this.querySelectorAll("[data-field]")) {
      const name = place.dataset.field;
      this.#note(place, notes[name], name === typing && !this.#isMarked(place) ? undefined : errors[name]);
    }
    const readable = Object.keys(errors).length === 0;
    this.classList.toggle("is-stale", !readable);
    if (!readable) {
      if (this.querySelector("details [aria-invalid]")) this.#openMore();
      if (this.querySelector("[aria-invalid]")) this.#show("answer", escape(this.#catalog.text("answer_check")));
      return;
    }
    const scenario = scenarioOf(values);
    const { currency, safetyDays } = values;
    const told = new Case({ scenario, run: run(scenario), catalog: this.#catalog, currency, safetyDays });
    // The table may have thousands of rows: it follows once the answer is on the screen.
    const { ledger, ...first } = PARTS;
    for (const [part, write] of Object.entries(first)) this.#show(part, write(told));
    clearTimeout(this.#later);
    if (this.#isFull) this.#later = setTimeout(() => this.#show("ledger", ledger(told)), 0);
    for (const unit of this.querySelectorAll(".recharge-unit")) unit.textContent = currency;
    this.#remember(writeState(values));
  }

  #isMarked(place) {
    return place.querySelector("[aria-invalid]") !== null;
  }

  #note(place, note, error) {
    const field = place.querySelector("input, select, textarea");
    const line = place.querySelector(".recharge-note");
    if (error) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    const text = error ?? note ?? "";
    if (line.textContent !== text) line.textContent = text;
  }

  #show(part, html) {
    const place = this.querySelector(`[data-part="${part}"]`);
    if (!place || (place.shown ?? place.innerHTML) === html) return;
    place.shown = html;
    place.innerHTML = html;
    const section = place.closest("section");
    if (part === "warnings" && section) section.hidden = html === "";
  }

  #remember(fragment) {
    if (fragment === this.#fragment) return;
    this.#fragment = fragment;
    const link = this.querySelector(".recharge-link a");
    if (link) link.hash = fragment;
    else history.replaceState(history.state, "", fragment || location.pathname + location.search);
  }

  #restore() {
    if (location.hash === this.#fragment) return;
    const raw = readState(location.hash, this.#catalog.locale);
    if (!raw) return;
    this.#fill(raw);
    this.#report = this.#form.elements.report.value;
    this.#update();
    this.scrollIntoView();
  }

  async #share() {
    const { errors } = readPlan(this.#raw(), this.#catalog);
    if (Object.keys(errors).length > 0) {
      this.#update();
      return;
    }
    this.#update();
    try {
      await navigator.clipboard.writeText(location.href);
      this.#say(this.#catalog.text("copied"));
    } catch {
      this.#say(`${this.#catalog.text("copy_by_hand")} ${location.href}`);
    }
  }

  #say(text) {
    const place = this.querySelector(".recharge-said");
    if (place) place.textContent = text;
  }
}

customElements.define("recharge-calculator", RechargeCalculator);
