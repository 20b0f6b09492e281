// The day-by-day table of a case: every entry, the balance after it, and the sum that shows that it adds up.

import { escape } from "./text.js";

/** The table; days without an entry are drawn together into one row. */
export function ledgerTable(told) {
  const { catalog } = told;
  const { days } = told.run;
  const columns = ["ledger_date", "ledger_event", "ledger_amount", "ledger_balance"];
  const head = columns.map((column) => `<th scope="col">${escape(catalog.text(column))}</th>`).join("");
  const rows = [row(told, told.shortDate(told.first), catalog.text("ledger_opening"), "", days[0].opening)];
  for (const stretch of runs(days, (day) => day.entries.length === 0)) {
    if (stretch[0].entries.length === 0) rows.push(quiet(told, stretch));
    else rows.push(...stretch.map((day) => dayRows(told, day)));
  }
  rows.push(row(told, told.shortDate(told.last), catalog.text("ledger_closing"), "", days.at(-1).closing));
  const caption = escape(catalog.text("chart", { period: told.period() }));
  return (
    `<table class="recharge-table"><caption>${caption}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody>` +
    `<tfoot><tr><td colspan="4">${sum(told)}</td></tr></tfoot></table>`
  );
}

/** Neighbours with the same key, drawn together. */
function runs(items, keyOf) {
  const found = [];
  for (const item of items) {
    if (found.length > 0 && keyOf(found.at(-1)[0]) === keyOf(item)) found.at(-1).push(item);
    else found.push([item]);
  }
  return found;
}

function sum(told) {
  const { catalog, run } = told;
  const { totalRecharged, pending, served, expiredTotal, closing } = run.result;
  const books = catalog.text("ledger_sum", {
    opening: told.money(run.days[0].opening),
    recharged: told.money(totalRecharged - pending),
    used: told.money(served),
    expired: told.money(expiredTotal),
    closing: told.money(closing),
  });
  if (pending === 0) return escape(books);
  return `${escape(books)}<br>${escape(catalog.text("ledger_pending", { amount: told.money(pending) }))}`;
}

function row(told, day, event, change, balance) {
  return (
    `<tr><th scope="row">${escape(day)}</th><td>${escape(event)}</td>` +
    `<td>${escape(change)}</td><td>${escape(told.money(balance))}</td></tr>`
  );
}

function quiet(told, days) {
  const [start, end] = [told.shortDate(days[0].date), told.shortDate(days.at(-1).date)];
  const period = days.length === 1 ? start : told.catalog.text("answer_period", { start, end });
  return row(told, period, told.catalog.text("ledger_quiet"), "", days.at(-1).closing);
}

function dayRows(told, day) {
  const groups = runs(day.entries, (entry) => entry.kind);
  return groups
    .map((entries) => {
      const last = entries.at(-1);
      const [happened, change] = event(told, entries, day.date);
      const waits = entries === groups.at(-1) && waitsAtTheTrigger(told, last);
      const text = waits ? `${happened} (${told.catalog.text("ledger_equal")})` : happened;
      return row(told, told.shortDate(day.date), text, change, last.balance);
    })
    .join("");
}

function waitsAtTheTrigger({ scenario }, entry) {
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
  return [catalog.text(`ledger_${kind}`), kind === "use" || kind === "expiry" ? told.money(-total) : ""];
}
