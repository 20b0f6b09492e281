// The form's fields: read into raw texts, filled from an example or a link, and told what is right and wrong with them.

import { isoDate } from "./dates.js";
import { formatAmount } from "./money.js";
import { escape } from "./text.js";

const FOLDED = ["manual", "manual_on", "monthly_cap", "purchased", "fail_on"];

/** Today, as a day number in the reader's own zone. */
export function today() {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}

/** The raw texts and switches of an example as the page hands it over, in the locale's forms. */
export function rawOf(example, locale) {
  const amount = (minor) => formatAmount(minor, locale);
  return {
    opening: amount(example.opening),
    recharge_amount: amount(example.recharge_amount),
    trigger: amount(example.trigger),
    auto_recharge: true,
    at_or_below: false,
    use_kind: "day",
    use: amount(example.use),
    use_per_month: amount(example.use * 30),
    calls_on: "every_day",
    calls: String(example.calls),
    report: "",
    date_column: "",
    amount_column: "",
    date_order: "",
    start: example.start,
    days: String(example.days),
    lead_days: String(example.lead_days),
    safety_days: String(example.safety_days),
    manual: "",
    manual_on: "",
    monthly_cap: "",
    purchased: example.purchased,
    fail_on: example.fail_on,
  };
}

/** One form's fields. */
export class Fields {
  #root;
  #form;
  #base;

  /** `base` are the raw values of fields the form lacks: the small form shows but a few. */
  constructor(root, form, base) {
    this.#root = root;
    this.#form = form;
    this.#base = base;
  }

  raw() {
    const raw = { ...this.#base };
    for (const field of this.#form.elements) {
      if (!Object.hasOwn(raw, field.name)) continue;
      if (field.type === "checkbox") raw[field.name] = field.checked;
      else if (field.type !== "radio" || field.checked) raw[field.name] = field.value;
    }
    return raw;
  }

  fill(raw) {
    for (const name of Object.keys(this.#base)) if (Object.hasOwn(raw, name)) this.#base[name] = raw[name];
    for (const field of this.#form.elements) {
      if (!Object.hasOwn(raw, field.name)) continue;
      if (field.type === "checkbox") field.checked = raw[field.name];
      else if (field.type === "radio") field.checked = field.value === raw[field.name];
      else field.value = raw[field.name];
    }
    this.showPanel();
    if (FOLDED.some((name) => raw[name]) || Number(raw.lead_days ?? 0) !== 0 || raw.at_or_below) this.unfold();
  }

  value(name) {
    return this.#form.elements[name]?.value ?? this.#base[name];
  }

  unfold() {
    const more = this.#form.querySelector("details");
    if (more) more.open = true;
  }

  /** Show the fields of the chosen kind of use, and of a report's columns only those that have to be asked for. */
  showPanel(asked = []) {
    const kind = this.value("use_kind");
    for (const panel of this.#form.querySelectorAll("[data-panel]")) {
      panel.hidden = !panel.dataset.panel.split(" ").includes(kind);
    }
    for (const place of this.#form.querySelectorAll("[data-asked]")) {
      const { field } = place.dataset;
      const chosen = place.querySelector("select").value !== "";
      place.hidden = kind !== "report" || !(asked.includes(field) || chosen);
    }
  }

  /** Offer the columns of a report whose names say nothing, or the two orders of a date. */
  ask(report) {
    const asked = { COLUMNS: ["date_column", "amount_column"], ORDER: ["date_order"] }[report?.error] ?? [];
    for (const name of asked) {
      const select = this.#form.elements[name];
      const names = report.header ?? [...select.options].map((option) => option.value).filter(Boolean);
      const texts = new Map([...select.options].map((option) => [option.value, option.text]));
      const chosen = select.value;
      const options = ["", ...names].map((each) => `<option value="${escape(each)}">${escape(texts.get(each) ?? each)}`);
      select.innerHTML = options.join("");
      select.value = names.includes(chosen) ? chosen : "";
    }
    this.showPanel(asked);
  }

  /**
   * Write under each field what was understood or what is wrong; while one is being `typing` in, what is wrong with it
   * is not yet said. `offers` are buttons that mend it, as HTML by field. Whether any field is marked as wrong.
   */
  note({ notes, errors }, offers, typing) {
    for (const place of this.#root.querySelectorAll("[data-field]")) {
      const name = place.dataset.field;
      const field = place.querySelector("input, select, textarea");
      const line = place.querySelector(".recharge-note");
      const quiet = name === typing && !field.hasAttribute("aria-invalid");
      const error = quiet ? undefined : errors[name];
      if (error) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      const html = escape(error ?? notes[name] ?? "") + (error && offers[name] ? ` ${offers[name]}` : "");
      if (line.innerHTML !== html) line.innerHTML = html;
    }
    if (this.#root.querySelector("details [aria-invalid]")) this.unfold();
    return this.#root.querySelector("[aria-invalid]") !== null;
  }

  /** Put the date of a day into a field. */
  date(name, number) {
    this.#form.elements[name].value = isoDate(number);
  }
}
