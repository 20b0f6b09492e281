// What to set: the reader's own numbers judged, and held against those that were simulated to be enough.

import { formatDecimal } from "./money.js";
import { escape } from "./text.js";

/** Whether the trigger is enough, else what would be, with a button that takes it over. */
export function verdict(told) {
  const { catalog, scenario, money } = told;
  if (told.peak() === 0) return escape(catalog.text("advice_no_use"));
  const { trigger, add, helps } = told.suggestion();
  const said = catalog.text(`verdict_${kind(told)}`, {
    trigger: money(scenario.trigger, { whole: true }),
    amount: money(trigger, { whole: true }),
    sum: money(add, { whole: true }),
    date: told.longDate(scenario.start),
  });
  return isOwn(told) || !helps ? escape(said) : `${escape(said)} ${button(told)}`;
}

function kind(told) {
  const { scenario, run } = told;
  const { trigger, add, helps } = told.suggestion();
  if (isOwn(told)) return "enough";
  if (!helps) return "cannot";
  if (!scenario.autoRecharge) return "off";
  if (run.result.interruptionDays.length === 0) return "low";
  if (add === 0) return "raise";
  return trigger === scenario.trigger ? "add" : "add_and_raise";
}

/** Whether the reader's numbers are to stay: they are those suggested, or good where those would not be. */
function isOwn(told) {
  const { scenario, run } = told;
  const { trigger, add, helps } = told.suggestion();
  const same = helps && trigger === scenario.trigger;
  const better = helps && add === 0;
  return scenario.autoRecharge && run.result.interruptionDays.length === 0 && (same || !better);
}

function button(told) {
  const { trigger, add } = told.suggestion();
  const [triggerText, addText] = [trigger, add].map((amount) => formatDecimal(amount, told.scenario.decimals));
  return (
    `<button type="button" data-action="take" data-trigger="${triggerText}" data-add="${addText}">` +
    `${escape(told.catalog.text("take"))}</button>`
  );
}

/** The two plans side by side; nothing where they are one, or where nothing helps. */
export function comparison(told) {
  if (told.peak() === 0 || isOwn(told) || !told.suggestion().helps) return "";
  const { catalog, scenario } = told;
  const { trigger, add, run } = told.suggestion();
  const headings = ["compare_yours", "compare_suggested"];
  const head = headings.map((key) => `<th scope="col">${escape(catalog.text(key))}</th>`).join("");
  const own = figures(told, told.run, scenario.trigger, 0);
  const other = figures(told, run, trigger, add);
  const rows = Object.keys(own)
    .filter((key) => key !== "compare_add" || add > 0)
    .map((key) => {
      const label = escape(catalog.text(key));
      return `<tr><th scope="row">${label}</th><td>${escape(own[key])}</td><td>${escape(other[key])}</td></tr>`;
    })
    .join("");
  return `<table class="recharge-table"><thead><tr><td></td>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

function figures(told, { result }, trigger, add) {
  const { catalog, money } = told;
  return {
    compare_trigger: money(trigger),
    compare_add: money(add),
    compare_blocked: catalog.count(result.interruptionDays.length),
    compare_lost: money(result.unserved),
    compare_lowest: money(result.minBalance),
    compare_charges: catalog.count(result.rechargeCount),
    compare_charged: money(result.totalRecharged),
    compare_month: money(told.perMonth(result.totalRecharged)),
    compare_closing: money(result.closing),
    compare_expired: money(result.expiredTotal),
  };
}
