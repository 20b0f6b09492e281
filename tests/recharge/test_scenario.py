"""Inputs that are wrong: the field, the kind of fault and what would be right, from both models and the command."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.recharge.conftest import ROOT, RefusedError
from tests.recharge.scenarios import inputs

from recharge.scenario import InputError, read_scenario

GOOD: dict[str, Any] = {"start": "2026-03-01", "days": 2, "opening": 5000, "rechargeAmount": 5000, "trigger": 5000}
MOVEMENT = {"date": "2026-03-01", "amount": 100}

WRONG = [
    ({"start": None}, "start", "TYPE"),
    ({"start": "1.3.2026"}, "start", "DATE"),
    ({"start": "2026-02-29"}, "start", "DATE"),
    ({"start": "2026-3-1"}, "start", "DATE"),
    ({"start": "20260301"}, "start", "DATE"),
    ({"start": "2026-W10-7"}, "start", "DATE"),
    ({"start": "1899-12-31"}, "start", "DATE"),
    ({"start": "3000-01-01"}, "start", "DATE"),
    ({"start": "٢٠٢٦-٠٣-٠١"}, "start", "DATE"),
    ({"start": "2026-03-01\n"}, "start", "DATE"),
    ({"days": 0}, "days", "RANGE"),
    ({"days": 801}, "days", "RANGE"),
    ({"days": 1.5}, "days", "TYPE"),
    ({"days": True}, "days", "TYPE"),
    ({"days": "2"}, "days", "TYPE"),
    ({"opening": -10_000_000_000}, "opening", "RANGE"),
    ({"opening": 10_000_000_000}, "opening", "RANGE"),
    ({"opening": 0.01}, "opening", "TYPE"),
    ({"rechargeAmount": -1}, "rechargeAmount", "RANGE"),
    ({"trigger": -1}, "trigger", "RANGE"),
    ({"trigger": 10**30}, "trigger", "RANGE"),
    ({"openingPurchased": "2026-03-02"}, "openingPurchased", "AFTER_START"),
    ({"autoRecharge": 1}, "autoRecharge", "TYPE"),
    ({"comparison": "atorbelow"}, "comparison", "CHOICE"),
    ({"comparison": ["below"]}, "comparison", "CHOICE"),
    ({"leadDays": 31}, "leadDays", "RANGE"),
    ({"leadDays": -1}, "leadDays", "RANGE"),
    ({"maxRechargesPerDay": -1}, "maxRechargesPerDay", "RANGE"),
    ({"maxConsecutiveFailures": 0}, "maxConsecutiveFailures", "RANGE"),
    ({"monthlyCap": -1}, "monthlyCap", "RANGE"),
    ({"monthlyCap": "5000"}, "monthlyCap", "TYPE"),
    ({"decimals": 1}, "decimals", "RANGE"),
    ({"decimals": 5}, "decimals", "RANGE"),
    ({"decimals": "4"}, "decimals", "TYPE"),
    ({"expiryMonths": 6}, "expiryMonths", "CHOICE"),
    ({"expiryMonths": 13}, "expiryMonths", "RANGE"),
    ({"failOn": "2026-03-01"}, "failOn", "TYPE"),
    ({"failOn": ["2026-03-01", "2026-02-30"]}, "failOn[1]", "DATE"),
    ({"usage": {}}, "usage", "TYPE"),
    ({"usage": [MOVEMENT, 5]}, "usage[1]", "TYPE"),
    ({"usage": [MOVEMENT | {"amount": -5}]}, "usage[0].amount", "RANGE"),
    ({"usage": [{"date": "2026-03-01"}]}, "usage[0].amount", "MISSING"),
    ({"usage": [MOVEMENT | {"cost": 5}]}, "usage[0].cost", "UNKNOWN"),
    ({"usage": [MOVEMENT] * 100_001}, "usage", "RANGE"),
    ({"manual": [MOVEMENT | {"date": "2026-13-01"}]}, "manual[0].date", "DATE"),
    ({"leadDay": 2}, "leadDay", "UNKNOWN"),
]


def refusal(value: object) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        read_scenario(value)
    assert caught.value.expected
    return caught.value.field, caught.value.code


@pytest.mark.parametrize(("change", "field", "code"), WRONG, ids=[f"{w[1]}-{w[2]}-{i}" for i, w in enumerate(WRONG)])
def test_both_models_refuse_the_same_field_for_the_same_reason(
    js: Any, change: dict[str, Any], field: str, code: str
) -> None:
    assert refusal(GOOD | change) == (field, code)
    with pytest.raises(RefusedError) as caught:
        js("simulate", GOOD | change)
    assert (caught.value.field, caught.value.code) == (field, code)


@pytest.mark.parametrize("field", ["start", "days", "opening", "rechargeAmount", "trigger"])
def test_what_has_no_default_must_be_given(js: Any, field: str) -> None:
    value = {name: given for name, given in GOOD.items() if name != field}
    assert refusal(value) == (field, "MISSING")
    with pytest.raises(RefusedError, match=f"{field}: MISSING"):
        js("simulate", value)


@pytest.mark.parametrize("value", [None, 5, "x", [GOOD]])
def test_an_input_is_an_object(js: Any, value: object) -> None:
    assert refusal(value) == ("", "TYPE")
    with pytest.raises(RefusedError, match="TYPE"):
        js("simulate", value)


ANYTHING = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12)
)


@given(inputs(), st.sampled_from(["start", "days", "opening", "usage", "failOn", "comparison", "leadDays"]), ANYTHING)
@settings(max_examples=166, deadline=None)
def test_both_models_accept_and_refuse_alike(js: Any, value: dict[str, Any], field: str, anything: object) -> None:
    value = json.loads(json.dumps(value | {field: anything}))
    try:
        read_scenario(value)
        ours = None
    except InputError as error:
        ours = (error.field, error.code)
    try:
        js("simulate", value)
        theirs = None
    except RefusedError as error:
        theirs = (error.field, error.code)
    assert ours == theirs


def simulate(text: str | bytes) -> subprocess.CompletedProcess[str]:
    data = text.encode() if isinstance(text, str) else text
    done = subprocess.run(
        [sys.executable, "-m", "recharge", "simulate"],
        input=data,
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "tools")},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_the_command_writes_a_result_for_every_input() -> None:
    done = simulate(json.dumps([GOOD, GOOD | {"opening": 4999}]))
    assert done.returncode == 0
    assert done.stderr == ""
    assert [result["closing"] for result in json.loads(done.stdout)] == [5000, 9999]


def test_the_command_says_what_it_left_out() -> None:
    done = simulate(json.dumps([GOOD | {"usage": [MOVEMENT, MOVEMENT | {"date": "2026-03-03"}]}]))
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["served"] == 100
    assert "input 1: 1 of 2 entries of usage" in done.stderr


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            json.dumps([GOOD, GOOD | {"usage": [MOVEMENT | {"amount": 1.5}]}]),
            ["input 2", "usage[0].amount", "1.5", "5000"],
        ),
        (json.dumps([GOOD | {"start": "2026-02-30"}]), ["input 1", "start", "2026-02-30", "2026-03-31"]),
        (json.dumps([GOOD | {"leadDay": 1}]), ["leadDay", "leadDays"]),
        (json.dumps([GOOD | {"\x1b[31mred": 1}]), ["\\u001b[31mred"]),
        (json.dumps(GOOD), ["not a list"]),
        ("", ["not JSON", "line 1"]),
        ("[{]", ["not JSON", "line 1, column 3"]),
        ("[NaN]", ["not JSON"]),
        ("[" * 100_000, ["not JSON"]),
        ("[" + "9" * 5000 + "]", ["not JSON"]),
        (b"\xff\xfe", ["not UTF-8"]),
    ],
)
def test_the_command_says_what_is_wrong_and_what_would_be_right(text: str | bytes, named: list[str]) -> None:
    done = simulate(text)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    for part in [*named, "expected"]:
        assert part in done.stderr
