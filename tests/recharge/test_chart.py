"""The chart's geometry: what it shows is what the model found, drawn alike on both sides."""

import re
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.recharge.scenarios import AMOUNTS, inputs

from recharge.advice import formerly_refused, recommended_trigger, year_of_use
from recharge.chart import HEIGHT, WIDTH, Plot, plot
from recharge.model import run
from recharge.scenario import read_scenario

SMALL = {"start": "2026-03-01", "days": 4, "opening": 6000, "rechargeAmount": 5000, "trigger": 5000}


def drawn(value: dict[str, Any]) -> Plot:
    scenario = read_scenario(value)
    return plot(run(scenario).days, scenario.trigger)


def tame(value: dict[str, Any]) -> dict[str, Any]:
    """The input without the chance of a balance beyond what a page can ask for (and doubles can multiply)."""
    value = value | {"usage": value["usage"][:4], "maxRechargesPerDay": min(value.get("maxRechargesPerDay", 5), 5)}
    return value | {"manual": []}


@given(inputs())
@settings(max_examples=133, deadline=None)
def test_the_script_draws_what_the_server_draws(js: Any, value: dict[str, Any]) -> None:
    value = tame(value)
    ours = drawn(value)
    theirs = js("plot", value)
    assert theirs["line"] == ours.line
    assert theirs["area"] == ours.area
    assert (theirs["triggerY"], theirs["zeroY"], theirs["months"]) == (ours.trigger_y, ours.zero_y, ours.months)
    assert [(tick["amount"], tick["y"]) for tick in theirs["yTicks"]] == list(ours.y_ticks)
    assert [(tick["date"], tick["x"]) for tick in theirs["xTicks"]] == [(d.isoformat(), x) for d, x in ours.x_ticks]
    assert theirs["marks"] == [
        {
            "kind": mark.kind,
            "date": mark.date.isoformat(),
            "amount": mark.amount,
            "x": mark.x,
            "y": mark.y,
            "count": mark.count,
            "until": mark.until.isoformat(),
        }
        for mark in ours.marks
    ]


@given(inputs())
@settings(max_examples=66, deadline=None)
def test_everything_drawn_lies_inside_the_plot(value: dict[str, Any]) -> None:
    shown = drawn(tame(value))
    heights = [int(y) for y in re.findall(r"V(\d+)", shown.area)] + [shown.trigger_y, shown.zero_y]
    heights += [mark.y for mark in shown.marks] + [y for _, y in shown.y_ticks]
    assert all(0 <= height <= HEIGHT for height in heights)
    places = [int(x) for x in re.findall(r"H(\d+)", shown.line)]
    assert places == sorted(places)
    assert all(0 <= x <= WIDTH for x in [*places, *(mark.x for mark in shown.marks), *(x for _, x in shown.x_ticks)])
    assert 2 <= len(shown.y_ticks) <= 8
    assert len(shown.x_ticks) <= 8


def test_each_kind_of_event_is_marked_where_it_happens() -> None:
    usage = [{"date": f"2026-03-0{day}", "amount": amount} for day, amount in ((1, 1000), (2, 500), (4, 6000))]
    shown = drawn(SMALL | {"usage": usage, "failOn": ["2026-03-04"]})
    assert [(mark.kind, mark.date.isoformat(), mark.amount) for mark in shown.marks] == [
        ("equal", "2026-03-01", 5000),
        ("recharge", "2026-03-02", 9500),
        ("failure", "2026-03-04", 3500),
    ]
    expiring = drawn(SMALL | {"openingPurchased": "2025-03-03", "autoRecharge": False})
    assert [(mark.kind, mark.date.isoformat(), mark.amount) for mark in expiring.marks] == [
        ("zero", "2026-03-03", 0),
        ("expiry", "2026-03-03", 0),
    ]


def test_an_idle_balance_on_the_trigger_is_marked_once() -> None:
    assert [mark.kind for mark in drawn(SMALL | {"opening": 5000, "days": 300}).marks] == ["equal"]


def test_marks_that_would_cover_each_other_are_drawn_as_one() -> None:
    usage = [{"date": f"2026-03-{day:02}", "amount": 5000} for day in range(1, 31)]
    value = SMALL | {"days": 120, "usage": usage}
    recharges = [mark for mark in drawn(value).marks if mark.kind == "recharge"]
    assert sum(mark.count for mark in recharges) == 30
    places = [mark.x for mark in recharges]
    assert all(after - before >= 800 for before, after in pairwise(places))
    assert (recharges[0].date.isoformat(), recharges[0].until.isoformat()) == ("2026-03-01", "2026-03-10")
    # Days that stand apart keep a mark each.
    short = drawn(value | {"days": 12, "usage": usage[:12]})
    assert [mark.count for mark in short.marks if mark.kind == "recharge"] == [1] * 12


def test_the_line_steps_down_to_the_low_and_up_to_the_recharged_balance() -> None:
    shown = drawn(SMALL | {"opening": 5500, "days": 1, "usage": [{"date": "2026-03-01", "amount": 500}]})
    assert shown.y_ticks == ((0, 10_000), (2000, 6666), (4000, 3333), (6000, 0))
    assert shown.line == "M0 833H0V1666V833V1666H10000"


@given(st.integers(0, 9_999_999_999), st.integers(0, 30), st.integers(0, 30))
@settings(max_examples=100, deadline=None)
def test_the_recommended_trigger_outlasts_the_wait(js: Any, peak: int, lead: int, safety: int) -> None:
    advice = recommended_trigger(peak, lead, safety)
    theirs = js("recommendedTrigger", peak, lead, safety)
    assert theirs == {
        "days": advice.days,
        "exact": advice.exact,
        "rounded": advice.rounded,
        "trigger": advice.trigger,
    }
    assert advice.trigger > max(1, lead + safety) * peak
    assert advice.trigger % 100 == 0
    assert advice.rounded - advice.exact < 100
    assert advice.trigger == max(5000, advice.rounded)


def test_recommended_trigger_by_hand() -> None:
    assert recommended_trigger(peak=4000, lead_days=2, safety_days=1).trigger == 12_100
    assert recommended_trigger(peak=1000, lead_days=0, safety_days=0).trigger == 5000
    assert recommended_trigger(peak=9999, lead_days=0, safety_days=0).trigger == 10_000


@given(st.integers(0, 9_999_999_999), st.integers(1, 800), AMOUNTS)
@settings(max_examples=100, deadline=None)
def test_a_years_use_and_the_former_minimum(js: Any, total: int, days: int, amount: int) -> None:
    assert js("yearOfUse", total, days) == year_of_use(total, days)
    assert js("formerlyRefused", amount) == formerly_refused(amount)


def test_the_former_minimum_by_hand() -> None:
    assert [formerly_refused(amount) for amount in (4900, 5000, 5001, 10_050, 10_000)] == [
        True,
        False,
        True,
        True,
        False,
    ]
    assert year_of_use(31_000, 31) == 365_000
