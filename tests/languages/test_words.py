"""What languages write for numbers, units and months, from their files and from CLDR."""

from __future__ import annotations

import pytest

from facingpages.languages import language
from facingpages.languages.spoken import multiplied


@pytest.mark.parametrize(
    ("locale", "number", "text"),
    [
        ("sv", 3, "tredje steget"),
        ("lv", 2, "divas dienas"),
        ("bg", 1, "една"),
        ("tr", 11, "on bir"),
        ("ja", 12, "十二"),
        ("et", 3, "kolme päeva"),
        ("et", 12, "kaheteistkümnes"),
        ("ja", 130, "百三十行"),
        ("zh", 130, "共一百三十行"),
        ("zh", 305, "三百零五"),
        ("zh", 20_005, "两万零五"),
        ("zh", 200_000, "二十万"),
        ("zh", 30, "三成"),
    ],
)
def test_small_numbers_are_known_as_words(locale, number, text):
    assert language(locale).numeral(number).search(text)


@pytest.mark.parametrize(
    ("locale", "number", "text"),
    [
        ("sv", 3, "fyra"),
        ("tr", 11, "on gün"),
        ("tr", 12, "bir"),
        ("et", 2, "kolm"),
        ("zh", 30, "一百三十"),
        ("zh", 30, "三十万"),
        ("zh", 300, "三成"),
    ],
)
def test_other_numbers_are_not_taken_for_them(locale, number, text):
    assert not language(locale).numeral(number).search(text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("sv", "80 procent"),
        ("fr", "80 pour cent"),
        ("lv", "80 proc."),
        ("tr", "yüzde 80"),
        ("hu", "80 százalék"),
        ("zh", "百分之八十"),
    ],
)
def test_per_cent_is_known_as_a_word(locale, text):
    assert language(locale).percents.search(text)


def test_per_cent_of_another_language_is_none():
    assert not language("hu").percents.search("80 procent")


@pytest.mark.parametrize(
    ("locale", "unit", "text"),
    [
        ("fr", "gb", "5 Go"),
        ("fi", "mb", "5 Mt"),
        ("bg", "gb", "5 гб"),
        ("ru", "ms", "5 мс"),
        ("zh", "km", "5 公里"),
        ("ja", "px", "5 ピクセル"),
    ],
)
def test_units_are_known_as_they_are_written(locale, unit, text):
    assert language(locale).unit(unit).search(text)


@pytest.mark.parametrize(
    ("locale", "unit", "text"), [("fr", "gb", "5 gorges"), ("fr", "gb", "5 Mo"), ("ru", "ms", "5 места")]
)
def test_other_words_are_no_units(locale, unit, text):
    assert not language(locale).unit(unit).search(text)


def test_words_for_large_numbers_are_known():
    assert multiplied(language("sv"), " tusen kronor") == 1000
    assert multiplied(language("lv"), " milj.") == 10**6
    assert multiplied(language("lv"), " miljardus") == 10**9
    assert multiplied(language("es"), " mil") == 1000
    assert multiplied(language("es"), " millones") == 10**6
    assert multiplied(language("zh"), "万") == 10**4
    assert multiplied(language("zh"), "千万") == 10**7
    assert multiplied(language("hi"), " लाख") == 10**5
    assert multiplied(language("en"), "K") == 1000


def test_other_words_multiply_nothing():
    assert multiplied(language("sv"), " tunnlar") is None
    assert multiplied(language("en"), " kg") is None


def test_dates_are_read_where_the_language_says_how():
    assert [(text, number) for text, _, number in language("en").dated("On June 30, 2022 or 5 May.")] == [
        ("June 30", 6), ("5 May", 5),
    ]  # fmt: skip
    assert not language("en").dated("It may take 5 days.")
    assert not language("sv").dated("30 juni")


def test_months_are_found_by_the_words_of_the_language():
    assert language("en").months_in("from January to sept") == {1, 9}
    assert language("en").months_in("a jar") == frozenset()
    assert language("lv").month(6).search("30. jūnijā")
    assert not language("lv").month(6).search("30. augustā")


def test_capitals_that_the_language_has_are_not_strange():
    assert "Ã" in language("sv").strange_capitals
    assert "Ä" not in language("sv").strange_capitals
    assert not language("vi").strange_capitals  # its letters are not listed
