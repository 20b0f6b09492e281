"""What to set: the reader's own numbers judged, and held against those that were simulated to be enough."""

from html import escape

from recharge.advice import Suggestion
from recharge.case import Case
from recharge.model import Run
from recharge.money import format_decimal


def verdict(case: Case, suggestion: Suggestion) -> str:
    """Whether the trigger is enough, else what would be, with a button that takes it over."""
    scenario, text, money = case.scenario, case.catalog.text, case.money
    if not max(case.daily_use()):
        return escape(text("advice_no_use"))
    values = {
        "trigger": money(scenario.trigger, whole=True),
        "amount": money(suggestion.trigger, whole=True),
        "sum": money(suggestion.add, whole=True),
        "date": case.long_date(scenario.start),
    }
    said = escape(text(f"verdict_{_kind(case, suggestion)}", **values))
    return said if is_own(case, suggestion) or not suggestion.helps else f"{said} {_button(case, suggestion)}"


def _kind(case: Case, suggestion: Suggestion) -> str:
    scenario = case.scenario
    if is_own(case, suggestion):
        return "enough"
    if not suggestion.helps:
        return "cannot"
    if not scenario.auto_recharge:
        return "off"
    if not case.run.result["interruptionDays"]:
        return "low"
    if not suggestion.add:
        return "raise"
    return "add" if suggestion.trigger == scenario.trigger else "add_and_raise"


def is_own(case: Case, suggestion: Suggestion) -> bool:
    """Whether the reader's numbers are to stay: they are those suggested, or good where those would not be."""
    same = suggestion.helps and suggestion.trigger == case.scenario.trigger
    better = suggestion.helps and not suggestion.add
    blocked = case.run.result["interruptionDays"]
    return case.scenario.auto_recharge and not blocked and (same or not better)


def _button(case: Case, suggestion: Suggestion) -> str:
    trigger, add = (format_decimal(amount, case.scenario.decimals) for amount in (suggestion.trigger, suggestion.add))
    return (
        f'<button type="button" data-action="take" data-trigger="{trigger}" data-add="{add}">'
        f"{escape(case.catalog.text('take'))}</button>"
    )


def comparison(case: Case, suggestion: Suggestion) -> str:
    """The two plans side by side; nothing where they are one, or where nothing helps."""
    if is_own(case, suggestion) or not suggestion.helps or not max(case.daily_use()):
        return ""
    text = case.catalog.text
    head = "".join(f'<th scope="col">{escape(text(key))}</th>' for key in ("compare_yours", "compare_suggested"))
    own = _figures(case, case.run, case.scenario.trigger, 0)
    other = _figures(case, suggestion.run, suggestion.trigger, suggestion.add)
    rows = "".join(
        f'<tr><th scope="row">{escape(text(key))}</th><td>{escape(own[key])}</td><td>{escape(other[key])}</td></tr>'
        for key in own
        if key != "compare_add" or suggestion.add
    )
    return f'<table class="recharge-table"><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _figures(case: Case, run: Run, trigger: int, add: int) -> dict[str, str]:
    money, result = case.money, run.result
    return {
        "compare_trigger": money(trigger),
        "compare_add": money(add),
        "compare_blocked": case.catalog.count(len(result["interruptionDays"])),
        "compare_lost": money(result["unserved"]),
        "compare_lowest": money(result["minBalance"]),
        "compare_charges": case.catalog.count(result["rechargeCount"]),
        "compare_charged": money(result["totalRecharged"]),
        "compare_month": money(case.per_month(result["totalRecharged"])),
        "compare_closing": money(result["closing"]),
        "compare_expired": money(result["expiredTotal"]),
    }
