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
from recharge.scenario import read_scenario

LOCAL = st.sampled_from(LOCALES)
AMOUNT_FIELDS = ["opening", "recharge_amount", "trigger", "use"]
EMPTY = dict.fromkeys(["use_per_month", "report", "purchased", "fail_on", "manual", "manual_on", "monthly_cap"], "")


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
        "calls_on": "every_day",
        "calls": "1",
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
    *(("calls", typed) for typed in ["0", "101", "1.5", "x", ""]),
    *((field, typed) for field in ("manual", "monthly_cap") for typed in BAD_AMOUNTS if typed.strip()),
    *(("manual_on", typed) for typed in BAD_DATES if typed),
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


def test_an_amount_in_another_currency_offers_to_switch(told: Any) -> None:
    read = told("readPlan", raw("bg", opening="100 лв"), "bg")
    assert read["switches"] == {"opening": "BGN"}
    assert "BGN" in read["errors"]["opening"]
    assert told("readPlan", raw("bg", opening="100 лв", currency="BGN"), "bg")["errors"] == {}


def test_nothing_is_wrong_with_a_report_that_is_still_to_come(told: Any) -> None:
    plan = told("readPlan", raw("lv", use_kind="report", report=""), "lv")
    assert (plan["errors"], plan["waiting"]) == ({}, True)


@pytest.mark.parametrize("kind", ["day", "month"])
@pytest.mark.parametrize("days", ["every_day", "weekdays"])
def test_a_days_use_is_several_calls_on_days_with_calls(told: Any, kind: str, days: str) -> None:
    form = raw("en", use_kind=kind, use="10.01", use_per_month="310", calls="4", calls_on=days, days="31")
    usage = told("scenarioOf", form, "en")["usage"]
    by_day: dict[str, list[int]] = {}
    for call in usage:
        by_day.setdefault(call["date"], []).append(call["amount"])
    wanted = [date(2026, 3, day) for day in range(1, 32)]
    assert list(by_day) == [d.isoformat() for d in wanted if days == "every_day" or d.weekday() < 5]
    assert all(len(calls) == 4 and max(calls) - min(calls) <= 1 for calls in by_day.values())
    total = sum(map(sum, by_day.values()))
    assert total == (31_000 if kind == "month" else 1001 * len(by_day))


def test_funds_by_hand_and_a_monthly_limit(told: Any) -> None:
    scenario = told("scenarioOf", raw("lv", manual="50", monthly_cap="200"), "lv")
    assert scenario["manual"] == [{"date": "2026-03-01", "amount": 5000}]
    assert scenario["monthlyCap"] == 20_000
    later = told("scenarioOf", raw("lv", manual="50", manual_on="6.3.2026."), "lv")
    assert later["manual"] == [{"date": "2026-03-06", "amount": 5000}]


def test_the_forms_scenario_is_one_the_model_takes(told: Any) -> None:
    scenario = told("scenarioOf", raw("sl", manual="1", monthly_cap="500", fail_on="2026-03-04"), "sl")
    assert read_scenario(scenario).decimals == 2


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
@settings(max_examples=60, deadline=None)
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
@settings(max_examples=100, deadline=None)
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
    assert re.fullmatch(r"#recharge\?[A-Za-z0-9=&._~-]+", fragment)


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
        "calls": "1",
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
        ("calls=1000", "calls"),
        ("hand=x", "manual"),
        ("hand=5.00&handon=2026-02-30", "manual_on"),
        ("cap=-1.00", "monthly_cap"),
        ("on=nonsense", None),
        ("report=2026-03-01_5x9999999", "report"),
        ("report=2026-03-01_5~0-7", None),
        ("report=2026-03-01_5-x", "report"),
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
@settings(max_examples=166, deadline=None)
def test_no_fragment_breaks_the_page(told: Any, text: str, locale: str) -> None:
    arrived = raw(locale) | told("readState", f"#recharge?{text}", locale)
    assert all(map(is_sentence, told("readPlan", arrived, locale)["errors"].values()))


REPORT = """UsageId,Call Type,Start Time,Duration Seconds,Charge,Currency,Capability
1,conf_out,2026-03-02T09:15:00.0000000+00:00,60,0.25,EUR,MCOPSTNPP
2,user_out,2026-03-02T23:59:59Z,61,1.50,EUR,MCOPSTNPP
"3","said ""hi"", twice",2026-03-05 10:00:00,0,,EUR,MCOPSTN1
4,conf_out,2026-03-04,60,10.00,EUR,MCOPSTNPP
"""


def test_each_line_of_a_usage_report_is_a_call_that_credits_paid_for(told: Any) -> None:
    report = told("readUsageReport", REPORT, "sl")
    assert (report["currency"], report["decimals"], report["leftOut"]) == ("EUR", 2, 1)
    assert (report["first"], report["last"]) == ("2026-03-02", "2026-03-04")
    assert report["events"] == [
        {"date": "2026-03-02", "amount": 25},
        {"date": "2026-03-02", "amount": 150},
        {"date": "2026-03-04", "amount": 1000},
    ]
    usage = told("scenarioOf", raw("sl", use_kind="report", report=REPORT, start="2026-03-02", days="4"), "sl")["usage"]
    assert usage == report["events"]


@pytest.mark.parametrize(
    ("text", "locale", "amounts"),
    [
        ("Date;Amount\n2026-03-01;1,25\n2026-03-02;1 234,50", "sv", [125, 123_450]),
        ("date\tamount\n1.3.2026\t1.234,50\n", "ro", [123_450]),
        ("\ufeffDate,Amount\r\n2026-03-01,5\r\n\r\n", "en", [500]),
        ("Date,Amount\n2026-03-01,0.1200", "lv", [12]),
        ('Date,Amount\n2026-03-01,"1,25"', "bg", [125]),
        ("Date,Cost\n2026-03-01,3", "sl", [300]),
    ],
)
def test_reports_as_spreadsheets_save_them(told: Any, text: str, locale: str, amounts: list[int]) -> None:
    assert [call["amount"] for call in told("readUsageReport", text, locale)["events"]] == amounts


@pytest.mark.parametrize("locale", LOCALES)
def test_calls_that_cost_fractions_of_a_cent(told: Any, locale: str) -> None:
    text = "Start Time,Charge\n2026-03-01T10:00:00Z,0.0340\n2026-03-01T11:00:00Z,1.234\n2026-03-01T12:00:00Z,2"
    report = told("readUsageReport", text, locale)
    assert (report["decimals"], [call["amount"] for call in report["events"]]) == (4, [340, 12_340, 20_000])
    form = raw(locale, use_kind="report", report=text, days="1")
    scenario = told("scenarioOf", form, locale)
    assert (scenario["opening"], scenario["trigger"], scenario["decimals"]) == (1_000_000, 500_000, 4)
    assert told("readPlan", form | {"opening": "1000000"}, locale)["errors"].keys() == {"opening"}
    assert told("scenarioOf", raw("ro") | told("readState", told("writeState", form, locale), "ro"), "ro") == scenario


MOMENTS = [
    ("2026-03-01T23:30:00-02:00", "2026-03-02"),
    ("2026-03-01T00:30:00+01:00", "2026-02-28"),
    ("2026-03-01 09:15", "2026-03-01"),
    ("2026/03/01", "2026-03-01"),
    ("3/31/2026 10:00:00 PM", "2026-03-31"),
    ("31/3/2026", "2026-03-31"),
    ("03-31-2026", "2026-03-31"),
    ("1.3.2026 14:05:00", "2026-03-01"),
    ("3/3/2026", "2026-03-03"),
]


@pytest.mark.parametrize(("typed", "day"), MOMENTS)
def test_dates_as_programs_write_them(told: Any, typed: str, day: str) -> None:
    for locale in LOCALES:
        report = told("readUsageReport", f"Start Time;Charge\n{typed};1", locale)
        assert [call["date"] for call in report["events"]] == [day]


def test_one_date_shows_the_order_of_all_and_else_it_is_asked_for(told: Any) -> None:
    known = told("readUsageReport", "Date,Amount\n3/4/2026,1\n3/25/2026,2", "en")
    assert [call["date"] for call in known["events"]] == ["2026-03-04", "2026-03-25"]
    unknown = "Date,Amount\n3/4/2026,1\n5/6/2026,2"
    assert told("readUsageReport", unknown, "en")["error"] == "ORDER"
    chosen = [told("readUsageReport", unknown, "en", {"dateOrder": order})["first"] for order in ("dmy", "mdy")]
    assert chosen == ["2026-04-03", "2026-03-04"]


def test_columns_that_cannot_be_told_are_asked_for(told: Any) -> None:
    text = "When;Name;Price\n2026-03-01;x;2,50"
    report = told("readUsageReport", text, "lv")
    assert (report["error"], report["header"]) == ("COLUMNS", ["When", "Name", "Price"])
    chosen = told("readUsageReport", text, "lv", {"dateColumn": "When", "amountColumn": "Price"})
    assert chosen["events"] == [{"date": "2026-03-01", "amount": 250}]


def test_calls_of_a_day_come_in_the_order_of_their_time(told: Any) -> None:
    text = "Start Time,Charge\n3/31/2026 1:00 PM,3\n3/31/2026 9:00 AM,1\n3/31/2026 12:05 AM,2"
    assert [call["amount"] for call in told("readUsageReport", text, "en")["events"]] == [200, 100, 300]


def test_a_report_of_fifty_thousand_lines(told: Any) -> None:
    lines = [f"2026-03-{1 + place % 28:02}T10:00:00Z,0.{place % 100:02}34" for place in range(50_000)]
    form = raw("lv", use_kind="report", report="\n".join(["Start Time,Charge", *lines]), days="28")
    usage = told("scenarioOf", form, "lv")["usage"]
    assert len(usage) == 50_000
    fragment = told("writeState", form, "lv")
    assert len(fragment) < 8000
    arrived = told("scenarioOf", raw("lv") | told("readState", fragment, "lv"), "lv")["usage"]
    assert len(arrived) == 50_000
    assert sum(call["amount"] for call in arrived) == sum(call["amount"] for call in usage)


@pytest.mark.parametrize(
    ("text", "error", "line"),
    [
        ("Start Time,Charge\n", "EMPTY", None),
        ("2026-03-01,5.00\n", "COLUMNS", None),
        ("Name,Price\na,1", "COLUMNS", None),
        ("Start Time,Charge\n3/1/2026 10:00,1.00", "ORDER", None),
        ("Start Time,Charge\n3/1/2026 10:00,1.00\n13/13/2026,1.00", "DATE", 3),
        ("Start Time,Charge\n2026-03-01 25:00,1.00", "DATE", 2),
        ("Start Time,Charge,Capability\n2026-03-01,1.00,MCOPSTN2", "UNPAID", None),
        ("Start Time,Charge\n2026-03-01,1.00\n2026-02-30,1.00", "DATE", 3),
        ("Start Time,Charge\n2026-03-01,0.00345", "AMOUNT", 2),
        ("Start Time,Charge\n2026-03-01,-1.00", "AMOUNT", 2),
        ("Start Time;Charge\n2026-03-01;1.234", "AMOUNT", 2),
        ("Start Time,Charge\n2026-03-01,5.00\n2026-03-01,999999999", "AMOUNT", 3),
        ("Start Time,Charge\n2026-03-01,0.0001\n2026-03-01,99999999", "AMOUNT", 3),
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
@settings(max_examples=60, deadline=None)
def test_a_pasted_report_travels_in_the_link(told: Any, used: dict[int, int]) -> None:
    first = min(used)
    lines = [f"{_day(offset - first)},{amount // 100}.{amount % 100:02}" for offset, amount in used.items()]
    form = raw("lv", use_kind="report", report="\n".join(["Date,Amount", *lines]), days="800", start=_day(0))
    arrived = raw("ro") | told("readState", told("writeState", form, "lv"), "ro")
    assert told("scenarioOf", arrived, "ro")["usage"] == told("scenarioOf", form, "lv")["usage"]


def _day(offset: int) -> str:
    return (date(2026, 3, 1) + timedelta(days=offset)).isoformat()


@given(st.text(max_size=80), LOCAL)
@settings(max_examples=166, deadline=None)
def test_no_pasted_text_breaks_the_page(told: Any, text: str, locale: str) -> None:
    form = raw(locale, use_kind="report", report=f"Date,Amount\n{text}")
    assert all(map(is_sentence, _without_typed(told("readPlan", form, locale)["errors"])))


def _without_typed(errors: dict[str, str]) -> list[str]:
    # What was typed is quoted in the message, and may itself look like anything.
    return [re.sub(r"[„“”»«].*[„“”»«]", "", error, flags=re.S) for error in errors.values()]


def test_the_examples_are_what_the_page_hands_to_the_script() -> None:
    assert island("lv")["examples"] == json.loads(json.dumps({n: e.as_json() for n, e in PRESETS.items()}))
