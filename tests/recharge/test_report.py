"""What the reader is told: the same from the server and from the script, in every language."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.recharge.scenarios import inputs
from tests.recharge.test_chart import tame

from recharge.case import Case
from recharge.catalog import catalog
from recharge.example import PRESETS, Example
from recharge.language import LOCALES
from recharge.model import run
from recharge.money import CURRENCIES
from recharge.report import answer, fragments, mails, warnings
from recharge.scenario import read_scenario


def case_of(value: dict[str, Any], locale: str, currency: str = "EUR", safety_days: int = 2) -> Case:
    scenario = read_scenario(value)
    return Case(scenario, run(scenario), catalog(locale), currency, safety_days)


def example_case(name: str, locale: str = "en") -> Case:
    example: Example = PRESETS[name]
    scenario = example.scenario()
    return Case(scenario, run(scenario), catalog(locale), "EUR", example.safety_days)


@given(inputs(), st.sampled_from(LOCALES), st.sampled_from(CURRENCIES), st.integers(0, 30))
@settings(max_examples=400, deadline=None)
def test_the_script_writes_what_the_server_writes(
    told: Any, value: dict[str, Any], locale: str, currency: str, safety_days: int
) -> None:
    value = tame(value)
    ours = fragments(case_of(value, locale, currency, safety_days))
    theirs = told("fragments", value, locale, currency, safety_days)
    assert theirs == ours
    assert not [part for part, html in ours.items() if "undefined" in html or "NaN" in html or "{" in html]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", PRESETS)
def test_every_example_is_told_alike(told: Any, name: str, locale: str) -> None:
    example = PRESETS[name]
    scenario = example.scenario()
    value = {
        "start": example.start.isoformat(),
        "days": example.days,
        "opening": example.opening,
        "rechargeAmount": example.recharge_amount,
        "trigger": example.trigger,
        "openingPurchased": scenario.opening_purchased.isoformat(),
        "usage": [{"date": use.date.isoformat(), "amount": use.amount} for use in scenario.usage],
        "leadDays": example.lead_days,
        "failOn": [day.isoformat() for day in example.fail_on],
    }
    assert told("fragments", value, locale, "EUR", example.safety_days) == fragments(example_case(name, locale))


def test_the_worked_example_in_a_sentence() -> None:
    assert answer(example_case("example")) == (
        "March 1, 2026 – March 14, 2026: 1 recharge of €100.00, on March 6, 2026; no call is blocked, and the balance "
        "is lowest on March 6, 2026: €40.00."
    )


def test_each_trap_says_what_it_shows() -> None:
    assert "no recharge takes place; calls are blocked on 3 days" in answer(example_case("zero"))
    assert warnings(example_case("zero"))[0].startswith("A trigger of 0 can lock up: at exactly €0.00")
    idle = warnings(example_case("idle"))
    assert idle[0] == "€160.00 expires unused in this period."
    assert idle[1].startswith("Nobody calls, and yet money goes")
    assert "18 recharges of €20.00 (€360.00 in all)" in answer(example_case("gap"))
    assert (
        "a payment takes 2 days to be credited. A trigger of €121 would be high enough."
        in warnings(example_case("late"))[0]
    )
    assert "After 3 failed payments in a row" in warnings(example_case("declined"))[0]


def test_the_trigger_the_warning_recommends_is_high_enough() -> None:
    late = example_case("late")
    assert late.run.result["interruptionDays"]
    better = replace(PRESETS["late"], trigger=late.recommendation().trigger, opening=50_000)
    assert run(better.scenario()).result["interruptionDays"] == []


def test_mails_are_counted_and_dated() -> None:
    assert mails(example_case("declined")) == [
        "3 mails that a recharge failed: Mar 4; Mar 5; Mar 6",
        "1 mail that the balance has reached zero: Mar 7",
    ]
    assert mails(
        case_of({"start": "2026-03-01", "days": 1, "opening": 9, "rechargeAmount": 5, "trigger": 5}, "en")
    ) == ["No mail is due in this period."]


def test_many_dates_are_cut_short() -> None:
    start = date(2026, 3, 1)
    usage = [{"date": (start + timedelta(days=day)).isoformat(), "amount": 5000} for day in range(20)]
    value = {
        "start": "2026-03-01",
        "days": 20,
        "opening": 5000,
        "rechargeAmount": 5000,
        "trigger": 5000,
        "usage": usage,
    }
    assert mails(case_of(value, "en"))[0].endswith("Mar 5; Mar 6 and 14 more days")


def test_what_a_page_shows_cannot_be_taken_for_markup() -> None:
    odd = catalog("en")
    sly = type(odd)(odd.language, odd.messages | {"legend_balance": "<b>&\"'", "answer_off": "<script>"})
    scenario = read_scenario(
        {"start": "2026-03-01", "days": 1, "opening": 0, "rechargeAmount": 0, "trigger": 0, "autoRecharge": False}
    )
    written = fragments(Case(scenario, run(scenario), sly, "EUR", 0))
    assert "&lt;b&gt;&amp;&quot;&#x27;" in written["chart"]
    assert "<script>" not in written["answer"]
