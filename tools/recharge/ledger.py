"""The day-by-day table of a case: every entry, the balance after it, and the sum that shows that it adds up."""

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from itertools import groupby

from recharge.account import Entry
from recharge.case import Case
from recharge.model import Day


def ledger_table(case: Case) -> str:
    """The table; days without an entry are drawn together into one row."""
    text, days = case.catalog.text, case.run.days
    columns = ("ledger_date", "ledger_event", "ledger_amount", "ledger_balance")
    head = "".join(f'<th scope="col">{escape(text(column))}</th>' for column in columns)
    rows = [_row(case, case.short_date(days[0].date), text("ledger_opening"), "", days[0].opening)]
    for quiet, group in groupby(days, key=lambda day: not day.entries):
        stretch = list(group)
        rows += [_quiet(case, stretch)] if quiet else [_day(case, day) for day in stretch]
    rows.append(_row(case, case.short_date(days[-1].date), text("ledger_closing"), "", days[-1].closing))
    return (
        f'<table class="recharge-table"><caption>{escape(text("chart", period=case.period()))}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        f'<p class="recharge-sum">{_sum(case)}</p>'
    )


def _sum(case: Case) -> str:
    text, result = case.catalog.text, case.run.result
    books = text(
        "ledger_sum_manual" if result["manualTotal"] else "ledger_sum",
        opening=case.money(case.run.days[0].opening),
        manual=case.money(result["manualTotal"]),
        recharged=case.money(result["totalRecharged"] - result["pending"]),
        used=case.money(result["served"]),
        expired=case.money(result["expiredTotal"]),
        closing=case.money(result["closing"]),
    )
    if not result["pending"]:
        return escape(books)
    return f"{escape(books)}<br>{escape(text('ledger_pending', amount=case.money(result['pending'])))}"


def _row(case: Case, day: str, event: str, change: str, balance: int, *, period: bool = False) -> str:
    kind = ' class="recharge-period"' if period else ""
    return (
        f'<tr><th scope="row"{kind}>{escape(day)}</th><td>{escape(event)}</td>'
        f"<td>{escape(change)}</td><td>{escape(case.money(balance))}</td></tr>"
    )


def _quiet(case: Case, days: Sequence[Day]) -> str:
    period = case.short_period(days[0].date, days[-1].date)
    return _row(case, period, case.catalog.text("ledger_quiet"), "", days[-1].closing, period=len(days) > 1)


def _day(case: Case, day: Day) -> str:
    groups = [list(entries) for _, entries in groupby(day.entries, key=lambda entry: entry.kind)]
    rows = []
    for entries in groups:
        event, change = _event(case, entries, day.date)
        if entries is groups[-1] and _waits_at_the_trigger(case, entries[-1]):
            event = f"{event} ({case.catalog.text('ledger_equal')})"
        rows.append(_row(case, case.short_date(day.date), event, change, entries[-1].balance))
    return "".join(rows)


def _waits_at_the_trigger(case: Case, entry: Entry) -> bool:
    scenario = case.scenario
    waits = scenario.auto_recharge and scenario.comparison == "below"
    return waits and entry.kind == "use" and entry.balance == scenario.trigger


def _event(case: Case, entries: Sequence[Entry], day: date) -> tuple[str, str]:
    """What happened in a day's entries of one kind, and how it changed the balance."""
    text, counted = case.catalog.text, case.catalog.counted
    kind, total = entries[0].kind, sum(entry.amount for entry in entries)
    each = case.money(entries[0].amount)
    if kind == "recharge":
        return counted("ledger_recharge", len(entries), amount=each), case.money(total, signed=True)
    if kind == "payment":
        due = case.short_date(day + timedelta(days=case.scenario.lead_days))
        return counted("ledger_payment", len(entries), amount=each, date=due), ""
    if kind == "blocked":
        return text("ledger_blocked", amount=case.money(total)), ""
    change = {"use": -total, "expiry": -total, "manual": total}.get(kind)
    return text(f"ledger_{kind}"), "" if change is None else case.money(change, signed=change > 0)
