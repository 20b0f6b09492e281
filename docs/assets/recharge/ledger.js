// The day-by-day table of a case: every entry, the balance after it, and the sum that shows that it adds up.

import { escape } from "./text.js";

/**
 * The table; days without an entry are drawn together into one row. Of more than `most` rows the first ones are written,
 * and a button that asks for the others.
 */
export function ledgerTable(told, most = Infinity) {
  const { catalog } = told;
  const { days } = told.run;
  const columns = ["ledger_date", "ledger_event", "ledger_amount", "ledger_balance"];
  const head = columns.map((column) => `<th scope="col">${escape(catalog.text(column))}</th>`).join("");
  const rows = [row(told, told.shortDate(told.first), catalog.text("ledger_opening"), "", days[0].opening)];
  let left = 0;
  for (const stretch of stretches(days)) {
    const [{ entries }] = stretch;
    if (rows.length >= most) left += entries.length === 0 ? 1 : runs(entries, (entry) => entry.kind).length;
    else rows.push(...(entries.length === 0 ? [quiet(told, stretch)] : dayRows(told, stretch[0])));
  }
  const more = left === 0 ? "" : escape(catalog.counted("ledger_more", left));
  const button = more && `<p><button type="button" data-action="ledger">${more}</button></p>`;
  rows.push(row(told, told.shortDate(told.last), catalog.text("ledger_closing"), "", days.at(-1).closing));
  const caption = escape(catalog.text("chart", { period: told.period() }));
  return (
    `<table class="recharge-table"><caption>${caption}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>` +
    `${button}<p class="recharge-sum">${sum(told)}</p>`
  );
}

/** Days one by one, but those without an entry drawn together with their like. */
export function* stretches(days) {
  for (const stretch of runs(days, (day) => day.entries.length === 0)) {
    if (stretch[0].entries.length === 0) yield stretch;
    else for (const day of stretch) yield [day];
  }
}

/** Neighbours with the same key, drawn together. */
export function runs(items, keyOf) {
  const found = [];
  for (const item of items) {
    if (found.length > 0 && keyOf(found.at(-1)[0]) === keyOf(item)) found.at(-1).push(item);
    else found.push([item]);
  }
  return found;
}

function sum(told) {
  const { catalog, run } = told;
  const { totalRecharged, pending, manualTotal, served, expiredTotal, closing } = run.result;
  const books = catalog.text(manualTotal > 0 ? "ledger_sum_manual" : "ledger_sum", {
    opening: told.money(run.days[0].opening),
    manual: told.money(manualTotal),
    recharged: told.money(totalRecharged - pending),
    used: told.money(served),
    expired: told.money(expiredTotal),
    closing: told.money(closing),
  });
  if (pending === 0) return escape(books);
  return `${escape(books)}<br>${escape(catalog.text("ledger_pending", { amount: told.money(pending) }))}`;
}

function row(told, day, event, change, balance, { period = false } = {}) {
  const kind = period ? ' class="recharge-period"' : "";
  return (
    `<tr><th scope="row"${kind}>${escape(day)}</th><td>${escape(event)}</td>` +
    `<td>${escape(change)}</td><td>${escape(told.money(balance))}</td></tr>`
  );
}

function quiet(told, days) {
  const period = told.shortPeriod(days[0].date, days.at(-1).date);
  return row(told, period, told.catalog.text("ledger_quiet"), "", days.at(-1).closing, { period: days.length > 1 });
}

function dayRows(told, day) {
  const groups = runs(day.entries, (entry) => entry.kind);
  return groups.map((entries) => {
    const last = entries.at(-1);
    const [happened, change] = event(told, entries, day.date);
    const waits = entries === groups.at(-1) && waitsAtTheTrigger(told, last);
    const text = waits ? `${happened} (${told.catalog.text("ledger_equal")})` : happened;
    return row(told, told.shortDate(day.date), text, change, last.balance);
  });
}

/** Whether an entry leaves the balance exactly at the trigger, where nothing happens yet. */
export function waitsAtTheTrigger({ scenario }, entry) {
  const waits = scenario.autoRecharge && scenario.comparison === "below";
  return waits && entry.kind === "use" && entry.balance === scenario.trigger;
}

/** What happened in a day's entries of one kind, and how it changed the balance. */
function event(told, entries, day) {
  const { catalog, scenario } = told;
  const { kind } = entries[0];
  const total = entries.reduce((amount, entry) => amount + entry.amount, 0);
  const each = told.money(entries[0].amount);
  if (kind === "recharge") {
    return [catalog.counted("ledger_recharge", entries.length, { amount: each }), told.money(total, { signed: true })];
  }
  if (kind === "payment") {
    const date = told.shortDate(day + scenario.leadDays);
    return [catalog.counted("ledger_payment", entries.length, { amount: each, date }), ""];
  }
  if (kind === "blocked") return [catalog.text("ledger_blocked", { amount: told.money(total) }), ""];
  const change = { use: -total, expiry: -total, manual: total }[kind];
  const written = change === undefined ? "" : told.money(change, { signed: change > 0 });
  return [catalog.text(`ledger_${kind}`), written];
}
