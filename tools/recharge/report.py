"""What a case means, as HTML: the answer in a sentence, warnings, chart, ledger, recommendation and mails.

`docs/assets/recharge/report.js` writes the same fragments, to the byte, when the reader changes a number.
"""

from collections.abc import Iterable
from datetime import date
from html import escape
from itertools import pairwise

from recharge.advice import FORMER_MINIMUM, formerly_refused
from recharge.case import Case, items
from recharge.compare import comparison, verdict
from recharge.drawing import balance_chart
from recharge.ledger import ledger_table

_DATES_SHOWN = 6


def fragments(case: Case) -> dict[str, str]:
    """The HTML of each part by its name; a part with nothing to say is empty."""
    suggestion = case.suggestion()
    return {
        "answer": escape(answer(case)),
        "charges": escape(charges(case)),
        "verdict": verdict(case, suggestion),
        "warnings": items(warnings(case)),
        "chart": balance_chart(case),
        "ledger": ledger_table(case),
        "advice": advice(case),
        "compare": comparison(case, suggestion),
        "mails": items(mails(case)),
    }


def answer(case: Case) -> str:
    """What happens to the balance, in one sentence."""
    return case.catalog.text("answer", period=case.period(), outcome=_outcome(case))


def _outcome(case: Case) -> str:
    result = case.run.result
    blocked = result["interruptionDays"]
    if blocked:
        lost = case.money(result["unserved"])
        return case.catalog.counted("answer_blocked", len(blocked), date=_long(case, blocked[0]), amount=lost)
    lowest, date_of = result["minBalance"], _long(case, result["minBalanceDate"])
    served_below = lowest < 0 and result["served"]
    key = "answer_below_zero" if served_below else "answer_lowest" if any(case.daily_use()) else "answer_no_use"
    return case.catalog.text(key, date=date_of, amount=case.money(lowest))


def charges(case: Case) -> str:
    """When the card is charged, and what that comes to in a month."""
    result, text = case.run.result, case.catalog.text
    if result["recharges"]:
        return case.catalog.counted(
            "charges",
            result["rechargeCount"],
            amount=case.money(case.scenario.recharge_amount),
            total=case.money(result["totalRecharged"]),
            first=_long(case, result["recharges"][0]["date"]),
            month=case.money(case.per_month(result["totalRecharged"])),
        )
    if not case.scenario.auto_recharge:
        return text("charges_off")
    return text("charges_failed" if result["failures"] or result["warnings"] else "charges_none")


def _long(case: Case, day: str) -> str:
    return case.long_date(date.fromisoformat(day))


def warnings(case: Case) -> list[str]:
    """What to watch out for, most pressing first."""
    return [*_happened(case), *_settings(case)]


def _happened(case: Case) -> list[str]:
    scenario, result = case.scenario, case.run.result
    text, counted = case.catalog.text, case.catalog.counted
    found = []
    if "RECHARGE_AMOUNT_ZERO" in result["warnings"]:
        found.append(text("warn_amount_zero"))
    stopped = result["warnings"] or result["failures"]
    if result["interruptionDays"] and scenario.auto_recharge and scenario.lead_days and not stopped:
        found.append(counted("warn_late", scenario.lead_days))
    if result["failures"]:
        failed = [date.fromisoformat(day) for day in result["failures"]]
        found.append(counted("warn_failed", len(failed), dates=_dates(case, failed)))
    if "AUTO_RECHARGE_DISABLED" in result["warnings"]:
        found.append(counted("warn_disabled", scenario.max_consecutive_failures))
    if "MAX_PER_DAY" in result["warnings"]:
        found.append(counted("warn_daily_maximum", scenario.max_recharges_per_day))
    if "MONTHLY_CAP" in result["warnings"]:
        found.append(text("warn_cap", amount=case.money(scenario.monthly_cap or 0)))
    if result["expiredTotal"]:
        found.append(text("warn_expired", amount=case.money(result["expiredTotal"])))
    return found


def _settings(case: Case) -> list[str]:
    scenario, text = case.scenario, case.catalog.text
    if not scenario.auto_recharge:
        return []
    found = []
    both, year = scenario.trigger + scenario.recharge_amount, case.year_of_use()
    if scenario.trigger == 0 and scenario.comparison == "below":
        found.append(text("warn_deadlock", zero=case.money(0)))
    if both and not year:
        found.append(text("warn_idle"))
    elif both > year:
        found.append(text("warn_above_year", sum=case.money(both), year=case.money(year)))
    entered = (scenario.recharge_amount, scenario.trigger)
    refused = {amount: None for amount in entered if formerly_refused(amount, scenario.unit)}
    if refused:
        amounts = " / ".join(case.money(amount) for amount in refused)
        found.append(
            text("warn_former_minimum", minimum=case.money(FORMER_MINIMUM * scenario.unit, whole=True), amounts=amounts)
        )
    return found


def advice(case: Case) -> str:
    """The recommended trigger with the formula it comes from, and the upper bound for the amounts."""
    text, money, scenario = case.catalog.text, case.money, case.scenario
    peak, advised = max(case.daily_use()), case.recommendation()
    if not peak:
        return f"<p>{escape(text('advice_no_use'))}</p>"
    figures = (
        f"max(1; {scenario.lead_days} + {case.safety_days}) × {money(peak)} + {money(1)}"
        f" = {money(advised.exact)} → {money(advised.rounded)}"
    )
    lines = [
        f"<p><strong>{escape(text('advice_trigger', amount=money(advised.trigger, whole=True)))}</strong> "
        f"{escape(case.catalog.counted('advice_covers', advised.days, peak=money(peak)))}</p>",
        f'<p class="recharge-formula">{escape(text("advice_formula"))}<br><b>{escape(figures)}</b></p>',
    ]
    if advised.trigger > advised.rounded:
        lines.append(f"<p>{escape(text('advice_floor', amount=money(FORMER_MINIMUM * scenario.unit, whole=True)))}</p>")
    both = money(scenario.trigger + scenario.recharge_amount)
    bound = text("advice_bound", sum=both, year=money(case.year_of_use()))
    return "".join([*lines, f"<p>{escape(bound)}</p>"])


def mails(case: Case) -> list[str]:
    """The mails to expect, with their dates."""
    result = case.run.result
    recharged = [date.fromisoformat(recharge["date"]) for recharge in result["recharges"]]
    failed = [date.fromisoformat(day) for day in result["failures"]]
    told = [
        case.catalog.counted(key, len(days), dates=_dates(case, days))
        for key, days in (("mail_recharged", recharged), ("mail_failed", failed), ("mail_zero", _zero_days(case)))
        if days
    ]
    return told or [case.catalog.text("mail_none")]


def _zero_days(case: Case) -> list[date]:
    found = []
    for day in case.run.days:
        balances = [day.opening, *(entry.balance for entry in day.entries)]
        found += [day.date for before, after in pairwise(balances) if before > 0 >= after]
    return found


def _dates(case: Case, days: Iterable[date]) -> str:
    different = list(dict.fromkeys(days))
    shown = "; ".join(map(case.short_date, different[:_DATES_SHOWN]))
    more = len(different) - _DATES_SHOWN
    return case.catalog.counted("mail_more", more, dates=shown) if more > 0 else shown
