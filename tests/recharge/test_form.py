"""What readers type: understood or refused in their language, kept in a link, never turned into a wrong number."""

import json
import re
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.recharge.conftest import island

from recharge.example import PRESETS
from recharge.language import LOCALES
from recharge.money import CURRENCIES, format_amount

LOCAL = st.sampled_from(LOCALES)
AMOUNT_FIELDS = ["opening", "recharge_amount", "trigger", "use"]
EMPTY = {"use_per_month": "", "report": "", "purchased": "", "fail_on": ""}


def raw(locale: str, **changes: Any) -> dict[str, Any]:
    """The form as it stands after loading: the worked example in the locale's own forms."""
    form = {
        "currency": "EUR",
        "opening": format_amount(10_000, locale),
        "recharge_amount": format_amount(10_000, locale),
        "trigger": format_amount(5_000, locale),
        "auto_recharge": True,
        "at_or_below": False,
        "use_kind": "day",
        "use": format_amount(1_000, locale),
        "start": "2026-03-01",
        "days": "14",
        "lead_days": "0",
        "safety_days": "2",
    }
    return form | EMPTY | changes


def is_sentence(text: str) -> bool:
    return len(text) > 8 and not re.search(r"NaN|undefined|null|Infinity|[{}]", text)


BAD_AMOUNTS = [
    "",
    "   ",
    "abc",
    "1.2.3",
    "1,2,3",
    "1'234",
    "12 34",
    "1e5",
    "NaN",
    "9999999999",
    "1.234,5678",
    "٥٠",
    "<b>",
]
BAD_DATES = ["", "2026-02-29", "2026-13-01", "31.02.2026", "1/2/2026", "yesterday", "2026", "0000-00-00", "3000-01-01"]
BAD_DAYS = ["", "0", "801", "-1", "1.5", "1,5", "many", "1e2", "NaN", "99999999999999999999", "１４"]


BAD_ENTRIES = [
    *((field, typed) for field in AMOUNT_FIELDS for typed in BAD_AMOUNTS),
    *(("start", typed) for typed in BAD_DATES),
    *(("purchased", typed) for typed in BAD_DATES if typed),
    *(("fail_on", f"2026-03-04 {typed}") for typed in BAD_DATES if typed),
    *(("days", typed) for typed in BAD_DAYS),
    *(("lead_days", typed) for typed in [*BAD_DAYS[2:], "31", ""]),
    *(("safety_days", typed) for typed in ["31", "x", ""]),
    ("purchased", "2026-03-02"),
    ("currency", "XXX"),
    ("currency", ""),
]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_bad_entry_is_told_at_its_field_in_the_readers_language(told: Any, locale: str) -> None:
    for field, typed in BAD_ENTRIES:
        errors = told("readPlan", raw(locale, **{field: typed}), locale)["errors"]
        assert set(errors) == {field}, typed
        assert is_sentence(errors[field]), typed
        # Where something is typed freely, the message shows a right form.
        assert field == "currency" or re.search(r"[0-9]", errors[field]), typed


@pytest.mark.parametrize("field", ["recharge_amount", "trigger", "use"])
def test_only_the_opening_balance_may_be_negative(told: Any, field: str) -> None:
    assert set(told("readPlan", raw("sv", **{field: "-50"}), "sv")["errors"]) == {field}
    assert told("readPlan", raw("sv", opening="-50"), "sv")["values"]["opening"] == -5000


def test_what_was_understood_is_repeated(told: Any) -> None:
    read = told("readPlan", raw("lv", opening="1 234,5", trigger="50", start="6.3.2026"), "lv")
    assert read["errors"] == {}
    assert read["notes"] == {
        "opening": "Nolasīts: 1234,50\u00a0€",
        "trigger": "Nolasīts: 50,00\u00a0€",
        "start": "Nolasīts: 2026. gada 6. marts",
    }


def test_an_ambiguous_dot_is_shown_both_ways(told: Any) -> None:
    error = told("readPlan", raw("bg", opening="1.234"), "bg")["errors"]["opening"]
    assert "1234,00" in error
    assert "1,23" in error


@pytest.mark.parametrize(
    ("locale", "typed", "day"),
    [
        ("lv", "6.3.2026.", "2026-03-06"),
        ("bg", "06.03.2026 г.", "2026-03-06"),
        ("sl", "6. 3. 2026", "2026-03-06"),
        ("ro", "06.03.2026", "2026-03-06"),
        ("sv", "2026-03-06", "2026-03-06"),
        ("en", "2026-03-06", "2026-03-06"),
    ],
)
def test_dates_in_the_readers_own_form(told: Any, locale: str, typed: str, day: str) -> None:
    assert told("scenarioOf", raw(locale, start=typed), locale)["start"] == day
    listed = told("scenarioOf", raw(locale, fail_on=f"{typed} 2026-03-07"), locale)
    assert listed["failOn"] == [day, "2026-03-07"]


@given(st.integers(0, 9_999_999_999), st.integers(1, 12), st.sampled_from([2026, 2028]))
@settings(max_examples=100, deadline=None)
def test_a_months_use_is_spread_to_the_last_cent(told: Any, total: int, month: int, year: int) -> None:
    form = raw(
        "en", use_kind="month", use_per_month=format_amount(total, "en"), start=f"{year}-{month:02}-01", days="31"
    )
    usage = told("scenarioOf", form, "en")["usage"]
    inside = [use["amount"] for use in usage if use["date"].startswith(f"{year}-{month:02}")]
    assert sum(inside) == total
    assert not inside or max(inside) - min(inside) <= 1 or len(inside) < 28


@given(
    st.integers(-9_999_999_999, 9_999_999_999),
    st.integers(0, 9_999_999_999),
    st.sampled_from(CURRENCIES),
    st.booleans(),
    st.sampled_from(["", "2025-12-31"]),
    LOCAL,
    LOCAL,
)
@settings(max_examples=300, deadline=None)
def test_a_link_gives_the_same_plan_in_every_language(
    told: Any,
    opening: int,
    amount: int,
    currency: str,
    switch: bool,
    purchased: str,
    here: str,
    there: str,
) -> None:
    form = raw(here, currency=currency, auto_recharge=switch, at_or_below=not switch, purchased=purchased)
    form |= {"opening": format_amount(opening, here), "trigger": format_amount(amount, here), "fail_on": "2026-03-04"}
    fragment = told("writeState", form, here)
    arrived = raw(there) | told("readState", fragment, there)
    assert told("readPlan", arrived, there)["values"] == told("readPlan", form, here)["values"]
    assert told("readPlan", arrived, there)["errors"] == {}
    assert re.fullmatch(r"#recharge\?[A-Za-z0-9=&._-]+", fragment)


def test_a_link_is_readable(told: Any) -> None:
    fragment = told("writeState", raw("lv"), "lv")
    assert {name: values[0] for name, values in parse_qs(fragment.removeprefix("#recharge?")).items()} == {
        "currency": "EUR",
        "opening": "100.00",
        "amount": "100.00",
        "trigger": "50.00",
        "day": "10.00",
        "start": "2026-03-01",
        "days": "14",
        "lead": "0",
        "safety": "2",
    }


def test_a_fragment_of_the_page_itself_is_left_alone(told: Any) -> None:
    assert told("readState", "#communication-credits", "lv") is None
    assert told("readState", "", "lv") is None


@pytest.mark.parametrize(
    ("tampered", "field"),
    [
        ("opening=abc", "opening"),
        ("opening=1.234", "opening"),
        ("amount=-5.00", "recharge_amount"),
        ("trigger=99999999999999.00", "trigger"),
        ("day=", "use"),
        ("month=1e9", "use_per_month"),
        ("start=2026-02-30", "start"),
        ("days=9999", "days"),
        ("lead=99", "lead_days"),
        ("bought=2027-01-01", "purchased"),
        ("fails=2026-03-04_x", "fail_on"),
        ("currency=<script>", "currency"),
        ("report=2026-03-01_", None),
        ("report=rubbish", "report"),
        ("report=2026-99-01_5.5", "report"),
        ("day=1.00&day=x&constructor=1&__proto__=2", None),
    ],
)
def test_a_tampered_link_ends_in_a_message_and_keeps_what_it_said(
    told: Any,
    tampered: str,
    field: str | None,
) -> None:
    arrived = raw("bg") | told("readState", f"#recharge?{tampered}", "bg")
    errors = told("readPlan", arrived, "bg")["errors"]
    assert set(errors) == ({field} if field else set())
    assert all(map(is_sentence, errors.values()))


@given(st.text(alphabet="abcdefgh=&._-%0123456789#?/\\<>\"'", max_size=60), LOCAL)
@settings(max_examples=500, deadline=None)
def test_no_fragment_breaks_the_page(told: Any, text: str, locale: str) -> None:
    arrived = raw(locale) | told("readState", f"#recharge?{text}", locale)
    assert all(map(is_sentence, told("readPlan", arrived, locale)["errors"].values()))


REPORT = """UsageId,Call Type,Start Time,Duration Seconds,Charge,Currency,Capability
1,conf_out,2026-03-02T09:15:00.0000000+00:00,60,0.25,EUR,MCOPSTNPP
2,user_out,2026-03-02T23:59:59Z,61,1.50,EUR,MCOPSTNPP
"3","said ""hi"", twice",2026-03-05 10:00:00,0,,EUR,MCOPSTN1
4,conf_out,2026-03-04,60,10.00,EUR,MCOPSTNPP
"""


def test_a_usage_report_is_summed_by_day(told: Any) -> None:
    report = told("readUsageReport", REPORT, "sl")
    assert report["currency"] == "EUR"
    assert report["days"] == [
        {"date": "2026-03-02", "amount": 175},
        {"date": "2026-03-04", "amount": 1000},
        {"date": "2026-03-05", "amount": 0},
    ]
    usage = told("scenarioOf", raw("sl", use_kind="report", report=REPORT, start="2026-03-02", days="4"), "sl")["usage"]
    assert usage == report["days"][:2]


@pytest.mark.parametrize(
    ("text", "locale", "amounts"),
    [
        ("Date;Amount\n2026-03-01;1,25\n2026-03-02;1 234,50", "sv", [125, 123_450]),
        ("date\tamount\n1.3.2026\t1.234,50\n", "ro", [123_450]),
        ("\ufeffDate,Amount\r\n2026-03-01,5\r\n\r\n", "en", [500]),
        ("Date,Amount\n2026-03-01,0.1200", "lv", [12]),
    ],
)
def test_reports_as_spreadsheets_save_them(told: Any, text: str, locale: str, amounts: list[int]) -> None:
    assert [day["amount"] for day in told("readUsageReport", text, locale)["days"]] == amounts


@pytest.mark.parametrize(
    ("text", "error", "line"),
    [
        ("", "EMPTY", None),
        ("Start Time,Charge\n", "EMPTY", None),
        ("2026-03-01,5.00\n", "COLUMNS", None),
        ("Name,Cost\na,1", "COLUMNS", None),
        ("Start Time,Charge\n3/1/2026 10:00,1.00", "DATE", 2),
        ("Start Time,Charge\n2026-03-01,1.00\n2026-02-30,1.00", "DATE", 3),
        ("Start Time,Charge\n2026-03-01T10:00:00+02:00,1.00", "DATE", 2),
        ("Start Time,Charge\n2026-03-01,1.234", "AMOUNT", 2),
        ("Start Time,Charge\n2026-03-01,-1.00", "AMOUNT", 2),
        ("Start Time;Charge\n2026-03-01;1.234", "AMOUNT", 2),
        ('Start Time,Charge\n2026-03-01,"1,25"', "AMOUNT", 2),
        ("Start Time,Charge\n2026-03-01,99999999\n2026-03-01,99999999", "AMOUNT", 3),
        ('Start Time,Charge,Currency\n"2026-03-01",1.00,EUR\n\n2026-03-02,1.00,SEK', "CURRENCY", 4),
        ("Start Time,Charge\n2026-03-01,1.00\n2028-05-10,1.00", "DAYS", None),
        ('Start Time,Charge\n"2026-03-01,1.00\n2026-03-02,1.00', "DATE", 2),
    ],
)
def test_a_wrong_report_is_refused_with_its_line(told: Any, text: str, error: str, line: int | None) -> None:
    for locale in LOCALES:
        report = told("readUsageReport", text, locale)
        assert (report["error"], report.get("line")) == (error, line)
        form = raw(locale, use_kind="report", report=text)
        told_to_reader = told("readPlan", form, locale)["errors"]["report"]
        assert is_sentence(told_to_reader)
        assert line is None or str(line) in told_to_reader


@given(st.dictionaries(st.integers(0, 799), st.integers(1, 9_999_999_999), min_size=1, max_size=30))
@settings(max_examples=150, deadline=None)
def test_a_pasted_report_travels_in_the_link(told: Any, used: dict[int, int]) -> None:
    first = min(used)
    lines = [f"{_day(offset - first)},{amount // 100}.{amount % 100:02}" for offset, amount in used.items()]
    form = raw("lv", use_kind="report", report="\n".join(["Date,Amount", *lines]), days="800", start=_day(0))
    arrived = raw("ro") | told("readState", told("writeState", form, "lv"), "ro")
    assert told("scenarioOf", arrived, "ro")["usage"] == told("scenarioOf", form, "lv")["usage"]


def _day(offset: int) -> str:
    return (date(2026, 3, 1) + timedelta(days=offset)).isoformat()


@given(st.text(max_size=80), LOCAL)
@settings(max_examples=500, deadline=None)
def test_no_pasted_text_breaks_the_page(told: Any, text: str, locale: str) -> None:
    form = raw(locale, use_kind="report", report=f"Date,Amount\n{text}")
    assert all(map(is_sentence, _without_typed(told("readPlan", form, locale)["errors"])))


def _without_typed(errors: dict[str, str]) -> list[str]:
    # What was typed is quoted in the message, and may itself look like anything.
    return [re.sub(r"[„“”»«].*[„“”»«]", "", error, flags=re.S) for error in errors.values()]


def test_the_examples_are_what_the_page_hands_to_the_script() -> None:
    assert island("lv")["examples"] == json.loads(json.dumps({n: e.as_json() for n, e in PRESETS.items()}))
