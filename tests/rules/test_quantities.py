"""Numbers as written in many languages, and every value that they can have."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.rules.doc import Example
from facingpages.rules.quantities import quantities, readings

READINGS = {
    "7": "7", "007": "7", "0012": "0012", "0120": "120", "1200": "1200", "00000001": "00000001",
    "1,234": "1.234 1234", "1'234": "1234", "1 234": "1234", "1234,567": "1234.567", "1,2345": "1.2345",
    "1,234.56": "1234.56", "1.234,56": "1234.56", "1,234.567": "1234.567", "1 234,5": "1234.5",
    "1,234,567": "1234567", "1.234.567,8": "1234567.8", "1'234'567.8": "1234567.8", "1\u00a0234\u00a0567": "1234567",
    "1,23,456": "123456", "12,34,567": "1234567", "123,45,678": "123.45.678", "12,345,67": "12.345.67",
    "1.2.3": "1.2.3", "01.02.03": "1.2.3", "1.234.56,7": "1.234.56.7", "1.50": "1.5", "0.0": "0", "10.0": "10",
    "9" * 60: "9" * 60, "1," * 30 + "1": "1," * 30 + "1", "1." * 28 + "01": "1." * 28 + "1",
}  # fmt: skip


@pytest.mark.parametrize(("token", "values"), READINGS.items())
def test_readings(token: str, values: str) -> None:
    assert sorted(readings(token)) == values.split()


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("2FA and 3D, 5G", "sv", ""),
        ("12FA", "sv", "12=12"),
        ("2Fast", "sv", "2=2"),
        ("at 12:30.", "sv", "12=12 30=30"),
        ("on 24.12.2020", "sv", "24=24 12=12 2020=2020"),
        ("v 1.2.20", "sv", "1.2.20=1.2.20"),
        ("1.2.3.4", "sv", ""),
        ("0730 hours", "sv", "07=7 30=30"),
        ("0059", "sv", "00=0 59=59"),
        ("0760", "sv", "0760=760"),
        ("1730 hours", "sv", "1730=1730"),
        ("1,500 units", "en", "1,500=1500"),
        ("1.500 units", "en", "1.500=1.5|1500"),
        ("1,500 units", "sv", "1,500=1.5|1500"),
        ("5 million", "en", "5=5|5000000"),
        ("3.5 billion", "en", "3.5=3.5|3500000000"),
        ("1,5 miljoner", "sv", "1,5=1.5|1500000"),
        ("100K", "en", "100=100|100000"),
        ("100 K", "sv", "100=100"),
        ("since 1a2b3c4 4", "en", "4=4"),
        ("1.0.0+21AF26D3 x", "en", "1.0.0=1.0.0"),
        ("x5 _6 a.7 8", "en", "8=8"),
        ("5, 6. 7: 8'", "en", "5=5 6=6 7=7 8=8"),
        ("1 2345", "sv", "1=1 2345=2345"),
        ("\u0665", "ar", "\u0665=5"),
        ("\u4ee4\u548c2\u5e74", "ja", "2=2|2020"),
        ("\u5e73\u6210\u5143\u5e74", "ja", "\u5e73\u6210\u5143\u5e74=1989"),
        ("8\u6298", "zh-cn", "8=20|8"),
        ("\u0e1e.\u0e28. 2563", "th", "2563=2020|2563"),
    ],
)
def test_quantities(text: str, locale: str, found: str) -> None:
    assert " ".join(f"{token}={'|'.join(sorted(values))}" for token, values in quantities(text, locale)) == found


def test_a_translation_may_keep_the_signs_of_its_source() -> None:
    assert quantities("100K", "sv", "en") == quantities("100K", "en")
    assert quantities("100K", "sv") != quantities("100K", "en")


ENDLESS = "9" * 5000  # more digits than Python turns into a number


@pytest.mark.parametrize(
    "written",
    ["{}", "1.{}", "1:{}", "1,{}", "\u0663{}", "{} MB", "${}", "{}%", "\u4ee4\u548c{}\u5e74", "3\u4e07{}\u5343"],
)
@pytest.mark.parametrize("locale", ["sv", "zh", "en"])
def test_digits_without_end(written: str, locale: str) -> None:
    """What nobody reads as a number is compared as it is written."""
    text = f"It is \u2013 {written.format(ENDLESS)} long.\n"
    assert not findings(Example(text, text, locale=locale))
    assert any(
        one.rule == "number-changed" for one in findings(Example(text, text.replace(ENDLESS, "7"), locale=locale))
    )
    findings(Example("It is 5 long.\n", text, locale=locale))
