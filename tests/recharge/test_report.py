"""What the reader is told: the same from the server and from the script, in every language."""

import re
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
from recharge.model import run, simulate
from recharge.money import CURRENCIES
from recharge.report import answer, charges, fragments, mails, warnings
from recharge.scenario import read_scenario


def case_of(value: dict[str, Any], locale: str, currency: str = "EUR", safety_days: int = 2) -> Case:
    scenario = read_scenario(value)
    return Case(scenario, run(scenario), catalog(locale), currency, safety_days)


def example_case(name: str, locale: str = "en") -> Case:
    example: Example = PRESETS[name]
    scenario = example.scenario()
    return Case(scenario, run(scenario), catalog(locale), "EUR", example.safety_days)


@given(inputs(), st.sampled_from(LOCALES), st.sampled_from(CURRENCIES), st.integers(0, 30))
@settings(max_examples=133, deadline=None)
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
    value = as_input(PRESETS[name])
    theirs = told("fragments", value, locale, "EUR", PRESETS[name].safety_days)
    assert theirs == fragments(example_case(name, locale))


def as_input(example: Example) -> dict[str, Any]:
    scenario = example.scenario()
    return {
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


def test_the_worked_example_in_three_sentences() -> None:
    case = example_case("example")
    assert plain(answer(case)) == ("March 1 – 30, 2026: no call is blocked; the balance is lowest on March 6: €49.00.")
    assert charges(case) == (
        "3 recharges of €100.00 (€300.00 in all), the next on March 6. In an average month: €304.16."
    )
    assert fragments(case)["verdict"] == "Your trigger of €50 is high enough: keep it."
    assert fragments(case)["compare"] == ""


def plain(text: str) -> str:
    return text.replace("\u2009", " ")


def test_each_trap_says_what_it_shows() -> None:
    assert "calls are blocked on 3 days" in answer(example_case("zero"))
    assert charges(example_case("zero")) == "No recharge takes place in this period."
    assert warnings(example_case("zero"))[0].startswith("A trigger of 0 can lock up: at exactly €0.00")
    idle = warnings(example_case("idle"))
    assert idle[0] == "€160.00 expires unused in this period."
    assert idle[1].startswith("Nobody calls, and yet money goes")
    assert "18 recharges of €20.00 (€360.00 in all)" in charges(example_case("gap"))
    assert warnings(example_case("late"))[0].endswith("because a payment takes 2 days to be credited.")
    declined = warnings(example_case("declined"))
    assert declined[0].startswith("3 payments fail (Mar 4; Mar 5; Mar 6)")
    assert "After 3 failed payments in a row" in declined[1]


def test_a_balance_below_zero_is_explained() -> None:
    usage = [{"date": "2026-03-01", "amount": 60_000}]
    value = {"start": "2026-03-01", "days": 1, "opening": 10_000, "rechargeAmount": 0, "trigger": 0, "usage": usage}
    told = answer(case_of(value, "en"))
    assert told == (
        "March 1, 2026: no call is blocked, though the balance falls to -€500.00 on March 1, for a call that has begun "
        "is charged in full."
    )
    idle = answer(case_of(value | {"opening": -50_000, "usage": []}, "en"))
    assert idle == "March 1, 2026: nobody calls; the balance is lowest on March 1: -€500.00."


LATE: dict[str, Any] = {"start": "2026-03-01", "days": 30, "opening": 6000, "rechargeAmount": 10_000, "leadDays": 5}
DAILY = [{"date": f"2026-03-{day:02}", "amount": 2000} for day in range(1, 31)]


@pytest.mark.parametrize("trigger", [2000, 14_100, 100_000])
def test_no_trigger_is_called_enough_that_is_not(trigger: int) -> None:
    case = case_of(LATE | {"usage": DAILY, "trigger": trigger}, "en")
    suggestion = case.suggestion()
    assert case.run.result["interruptionDays"]
    assert (suggestion.trigger, suggestion.add, suggestion.helps) == (max(trigger, 14_100), 2100, True)
    verdict = fragments(case)["verdict"]
    assert "Add €21 by hand on March 1" in verdict
    assert 'data-trigger="' in verdict
    with_it = LATE | {"usage": DAILY, "trigger": suggestion.trigger}
    with_it |= {"manual": [{"date": "2026-03-01", "amount": 2100}]}
    assert simulate(with_it)["interruptionDays"] == []
    with_it["manual"] = [{"date": "2026-03-01", "amount": 2000}]
    assert simulate(with_it)["interruptionDays"] != []


def test_a_trigger_below_the_recommended_one_is_said_to_be_so() -> None:
    usage = [{"date": "2026-03-01", "amount": 21_000}, *DAILY[1:5]]
    case = case_of(LATE | {"opening": 90_000, "leadDays": 0, "usage": usage, "trigger": 5000}, "en")
    verdict = fragments(case)["verdict"]
    assert verdict.startswith("Your trigger of €50 is lower than the recommended €421. <button")
    assert "<td>€50.00</td><td>€421.00</td>" in fragments(case)["compare"]
    enough = case_of(LATE | {"opening": 90_000, "leadDays": 0, "usage": usage, "trigger": 42_100}, "en")
    assert fragments(enough)["verdict"] == "Your trigger of €421 is high enough: keep it."


def test_where_nothing_helps_nothing_is_recommended() -> None:
    case = case_of(LATE | {"usage": DAILY, "trigger": 5000, "rechargeAmount": 0}, "en")
    parts = fragments(case)
    assert "neither a higher trigger nor" in parts["verdict"]
    assert "<button" not in parts["verdict"]
    assert parts["compare"] == ""
    assert warnings(case)[0] == "The recharge amount is 0, so nothing is ever added."
    capped = case_of(LATE | {"usage": DAILY, "trigger": 5000, "leadDays": 0, "monthlyCap": 20_000}, "en")
    assert "Your limit of €200.00 a month stops further recharges." in warnings(capped)


@given(inputs(), st.integers(0, 30))
@settings(max_examples=66, deadline=None)
def test_what_is_suggested_was_simulated(told: Any, value: dict[str, Any], safety_days: int) -> None:
    value = tame(value)
    value["opening"] %= 1_000_000
    value["usage"] = [call | {"amount": call["amount"] % 1_000_000} for call in value["usage"]]
    suggestion = case_of(value, "en", "EUR", safety_days).suggestion()
    changed = value | {"trigger": suggestion.trigger, "autoRecharge": True}
    changed["manual"] = [*value["manual"], {"date": value["start"], "amount": suggestion.add}]
    assert (simulate(changed)["interruptionDays"] == []) == suggestion.helps
    theirs = told("suggestion", value, safety_days)
    assert (theirs["trigger"], theirs["add"], theirs["helps"]) == (suggestion.trigger, suggestion.add, suggestion.helps)


def test_funds_added_by_hand_stand_in_the_table_and_in_its_sum() -> None:
    value = LATE | {"usage": DAILY[:1], "trigger": 0, "manual": [{"date": "2026-03-01", "amount": 500}]}
    ledger = fragments(case_of(value, "en"))["ledger"]
    assert "<td>Funds added by hand</td><td>+€5.00</td>" in ledger
    assert "€60.00 opening + €0.00 recharged + €5.00 added by hand − €20.00 used − €0.00 expired = €45.00" in ledger


@pytest.mark.parametrize("locale", LOCALES)
def test_each_step_of_the_replay_is_one_sentence(told: Any, locale: str) -> None:
    for name in PRESETS:
        value = as_input(PRESETS[name])
        steps = told("steps", value, locale, "EUR")
        assert [step["balance"] for step in steps][-1] == simulate(value)["closing"]
        assert all(0 <= step["place"] <= 10_000 for step in steps)
        assert [step["place"] for step in steps] == sorted(step["place"] for step in steps)
        for step in steps:
            assert step["text"].endswith(".")
            assert not re.search(r"[{}]|undefined|NaN", step["text"])


def test_the_replay_of_the_worked_example(told: Any) -> None:
    texts = [step["text"] for step in told("steps", as_input(PRESETS["example"]), "en", "EUR")]
    assert texts[:2] == [
        "March 1: the balance is €100.00.",
        "March 1: calls cost €10.00; the balance falls to €90.00.",
    ]
    assert texts[5:9] == [
        "March 5: calls cost €10.00; the balance falls to €50.00, exactly the trigger: no recharge yet.",
        "March 6: calls cost €1.00; the balance falls to €49.00, below the trigger of €50.00.",
        "March 6: €100.00 is credited, and a mail says so; the balance rises to €149.00.",
        "March 6: calls cost €9.00; the balance falls to €140.00.",
    ]
    late = [step["text"] for step in told("steps", as_input(PRESETS["late"]), "en", "EUR")]
    assert any("a payment of €100.00 sets out; it will be credited on March" in text for text in late)
    assert any("from now on calls are blocked" in text for text in late)
    declined = [step["text"] for step in told("steps", as_input(PRESETS["declined"]), "en", "EUR")]
    assert any("the payment of €100.00 fails, and a mail says so" in text for text in declined)
    assert any("auto-recharge is switched off" in text for text in declined)


def test_the_table_as_a_file(told: Any) -> None:
    value = LATE | {"days": 2, "usage": DAILY[:1], "trigger": 5000}
    lines = told("tableFile", value, "en", "EUR").split("\r\n")
    assert lines == [
        "\ufeffDate,What happens,Amount (EUR),Balance (EUR)",
        "2026-03-01,Opening balance,,60.00",
        "2026-03-01,Use,-20.00,40.00",
        "2026-03-01,Payment of €100.00 sets out,,40.00",
        "2026-03-02,Closing balance,,40.00",
        "",
    ]


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
    sly = type(odd)(odd.language, odd.messages | {"legend_balance": "<b>&\"'", "charges_off": "<script>"})
    scenario = read_scenario(
        {"start": "2026-03-01", "days": 1, "opening": 0, "rechargeAmount": 0, "trigger": 0, "autoRecharge": False}
    )
    written = fragments(Case(scenario, run(scenario), sly, "EUR", 0))
    assert "&lt;b&gt;&amp;&quot;&#x27;" in written["chart"]
    assert "<script>" not in written["charges"]
