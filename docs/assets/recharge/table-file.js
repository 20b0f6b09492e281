// The day-by-day record as a CSV file: dates, amounts and balances in forms every program reads, words in the language.

import { isoDate } from "./dates.js";
import { runs } from "./ledger.js";
import { formatDecimal } from "./money.js";

const SIGN = { use: -1, expiry: -1, manual: 1, recharge: 1 };

/** The text of the file: a line for each entry of the record, those of one kind that follow each other drawn together. */
export function tableFile(told) {
  const { catalog, scenario, currency } = told;
  const decimal = (minor) => formatDecimal(minor, scenario.decimals);
  const columns = ["ledger_date", "ledger_event", "ledger_amount", "ledger_balance"].map((key) => catalog.text(key));
  const lines = [[...columns.slice(0, 2), ...columns.slice(2).map((name) => `${name} (${currency})`)]];
  lines.push([isoDate(told.first), catalog.text("ledger_opening"), "", decimal(told.run.days[0].opening)]);
  for (const day of told.run.days) {
    for (const entries of runs(day.entries, (entry) => entry.kind)) {
      const [{ kind }, { balance }] = [entries[0], entries.at(-1)];
      const total = entries.reduce((sum, { amount }) => sum + amount, 0);
      const change = SIGN[kind] ? decimal(SIGN[kind] * total) : "";
      lines.push([isoDate(day.date), event(told, kind, total), change, decimal(balance)]);
    }
  }
  lines.push([isoDate(told.last), catalog.text("ledger_closing"), "", decimal(told.run.days.at(-1).closing)]);
  // The mark tells spreadsheets that it is UTF-8.
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function event({ catalog, money }, kind, total) {
  if (kind === "recharge") return catalog.text("mark_recharge");
  if (kind === "payment") return catalog.text("table_payment", { amount: money(total) });
  return catalog.text(`ledger_${kind}`, { amount: money(total) });
}

function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
