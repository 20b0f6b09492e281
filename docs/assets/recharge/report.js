// What a case means, as HTML: the same fragments, to the byte, as tools/recharge/report.py writes.

import { FORMER_MINIMUM, formerlyRefused } from "./advice.js";
import { comparison, verdict } from "./compare.js";
import { parseIsoDate } from "./dates.js";
import { balanceChart } from "./drawing.js";
import { ledgerTable } from "./ledger.js";
import { escape } from "./text.js";

const DATES_SHOWN = 6;

/** What writes the HTML of each part of a case; a part with nothing to say is empty. */
export const PARTS = {
  answer: (told) => escape(answer(told)),
  charges: (told) => escape(charges(told)),
  verdict,
  warnings: (told) => items(warnings(told)),
  chart: balanceChart,
  advice,
  compare: comparison,
  mails: (told) => items(mails(told)),
  ledger: ledgerTable,
};

function items(texts) {
  return texts.map((text) => `<li>${escape(text)}</li>`).join("");
}

/** What happens to the balance, in one sentence. */
function answer(told) {
  return told.catalog.text("answer", { period: told.period(), outcome: outcome(told) });
}

function outcome(told) {
  const { catalog } = told;
  const { interruptionDays, served, unserved, minBalance, minBalanceDate } = told.run.result;
  if (interruptionDays.length > 0) {
    const date = long(told, interruptionDays[0]);
    return catalog.counted("answer_blocked", interruptionDays.length, { date, amount: told.money(unserved) });
  }
  const calls = told.peak() > 0 ? "answer_lowest" : "answer_no_use";
  const key = minBalance < 0 && served > 0 ? "answer_below_zero" : calls;
  return catalog.text(key, { date: long(told, minBalanceDate), amount: told.money(minBalance) });
}

/** When the card is charged, and what that comes to in a month. */
function charges(told) {
  const { catalog, scenario } = told;
  const { result } = told.run;
  if (result.rechargeCount > 0) {
    return catalog.counted("charges", result.rechargeCount, {
      amount: told.money(scenario.rechargeAmount),
      total: told.money(result.totalRecharged),
      first: long(told, result.recharges[0].date),
      month: told.money(told.perMonth(result.totalRecharged)),
    });
  }
  if (!scenario.autoRecharge) return catalog.text("charges_off");
  const tooLow = result.failures.length > 0 || result.warnings.length > 0;
  return catalog.text(tooLow ? "charges_failed" : "charges_none");
}

function long(told, isoDate) {
  return told.longDate(parseIsoDate(isoDate));
}

/** What to watch out for, most pressing first. */
function warnings(told) {
  return [...happened(told), ...settings(told)];
}

function happened(told) {
  const { catalog, scenario } = told;
  const { result } = told.run;
  const raised = new Set(result.warnings);
  const found = [];
  if (raised.has("RECHARGE_AMOUNT_ZERO")) found.push(catalog.text("warn_amount_zero"));
  const stopped = result.warnings.length > 0 || result.failures.length > 0;
  if (result.interruptionDays.length > 0 && scenario.autoRecharge && scenario.leadDays > 0 && !stopped) {
    found.push(catalog.counted("warn_late", scenario.leadDays));
  }
  if (result.failures.length > 0) {
    const failed = result.failures.map(parseIsoDate);
    found.push(catalog.counted("warn_failed", failed.length, { dates: dates(told, failed) }));
  }
  if (raised.has("AUTO_RECHARGE_DISABLED")) {
    found.push(catalog.counted("warn_disabled", scenario.maxConsecutiveFailures));
  }
  if (raised.has("MAX_PER_DAY")) found.push(catalog.counted("warn_daily_maximum", scenario.maxRechargesPerDay));
  if (raised.has("MONTHLY_CAP")) found.push(catalog.text("warn_cap", { amount: told.money(scenario.monthlyCap) }));
  if (result.expiredTotal > 0) found.push(catalog.text("warn_expired", { amount: told.money(result.expiredTotal) }));
  return found;
}

function settings(told) {
  const { catalog, scenario } = told;
  if (!scenario.autoRecharge) return [];
  const found = [];
  const both = scenario.trigger + scenario.rechargeAmount;
  const year = told.yearOfUse();
  if (scenario.trigger === 0 && scenario.comparison === "below") {
    found.push(catalog.text("warn_deadlock", { zero: told.money(0) }));
  }
  if (both > 0 && year === 0) found.push(catalog.text("warn_idle"));
  else if (both > year) found.push(catalog.text("warn_above_year", { sum: told.money(both), year: told.money(year) }));
  const entered = [scenario.rechargeAmount, scenario.trigger];
  const refused = [...new Set(entered.filter((amount) => formerlyRefused(amount, told.unit)))];
  if (refused.length > 0) {
    const amounts = refused.map((amount) => told.money(amount)).join(" / ");
    const minimum = told.money(FORMER_MINIMUM * told.unit, { whole: true });
    found.push(catalog.text("warn_former_minimum", { minimum, amounts }));
  }
  return found;
}

/** The recommended trigger with the formula it comes from, and the upper bound for the amounts. */
function advice(told) {
  const { catalog, scenario, safetyDays } = told;
  const peak = told.peak();
  if (peak === 0) return `<p>${escape(catalog.text("advice_no_use"))}</p>`;
  const advised = told.recommendation();
  const figures =
    `max(1; ${scenario.leadDays} + ${safetyDays}) × ${told.money(peak)} + ${told.money(1)}` +
    ` = ${told.money(advised.exact)} → ${told.money(advised.rounded)}`;
  const least = catalog.text("advice_trigger", { amount: told.money(advised.trigger, { whole: true }) });
  const covers = catalog.counted("advice_covers", advised.days, { peak: told.money(peak) });
  const lines = [
    `<p><strong>${escape(least)}</strong> ${escape(covers)}</p>`,
    `<p class="recharge-formula">${escape(catalog.text("advice_formula"))}<br><b>${escape(figures)}</b></p>`,
  ];
  if (advised.trigger > advised.rounded) {
    const amount = told.money(FORMER_MINIMUM * told.unit, { whole: true });
    lines.push(`<p>${escape(catalog.text("advice_floor", { amount }))}</p>`);
  }
  const sum = told.money(scenario.trigger + scenario.rechargeAmount);
  const bound = catalog.text("advice_bound", { sum, year: told.money(told.yearOfUse()) });
  return `${lines.join("")}<p>${escape(bound)}</p>`;
}

/** The mails to expect, with their dates. */
function mails(told) {
  const { result } = told.run;
  const expected = [
    ["mail_recharged", result.recharges.map((recharge) => parseIsoDate(recharge.date))],
    ["mail_failed", result.failures.map(parseIsoDate)],
    ["mail_zero", zeroDays(told)],
  ];
  const found = expected
    .filter(([, days]) => days.length > 0)
    .map(([key, days]) => told.catalog.counted(key, days.length, { dates: dates(told, days) }));
  return found.length > 0 ? found : [told.catalog.text("mail_none")];
}

function zeroDays({ run }) {
  return run.days.flatMap((day) => {
    const balances = [day.opening, ...day.entries.map((entry) => entry.balance)];
    return balances.slice(1).flatMap((after, index) => (balances[index] > 0 && after <= 0 ? [day.date] : []));
  });
}

function dates(told, days) {
  const different = [...new Set(days)];
  const shown = different
    .slice(0, DATES_SHOWN)
    .map((day) => told.shortDate(day))
    .join("; ");
  const more = different.length - DATES_SHOWN;
  return more > 0 ? told.catalog.counted("mail_more", more, { dates: shown }) : shown;
}
