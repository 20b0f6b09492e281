"""What the files of languages must be, whoever adds one."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from itertools import chain

import pytest

from facingpages.languages.cldr import UNITS, script
from facingpages.languages.codes import is_locale
from facingpages.languages.file import FOLDER, WIDE, Language, files, language
from facingpages.languages.scripts import LATIN, LETTERS
from facingpages.languages.spoken import multiplied

KEYS = {name: str(kind) for name, kind in Language.__annotations__.items()}


@pytest.fixture(params=sorted(files()))
def spoken(request: pytest.FixtureRequest) -> Language:
    return language(request.param)


def test_its_name_is_a_code(spoken):
    assert is_locale(spoken.code)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("zh-Hans", True),
        ("sr_Latn", True),
        ("uz-cyrl-UZ", True),
        ("ja-Hira", True),
        ("is-root", False),
        ("no-pets", False),
    ],
)
def test_a_word_of_four_letters_is_a_script_or_none(name: str, known: bool) -> None:
    assert is_locale(name) is known


def test_its_keys_are_known(spoken):
    table = tomllib.loads((FOLDER / f"{spoken.code}.toml").read_text("utf-8"))

    assert table.keys() <= KEYS.keys() - {"code"}
    for key, value in table.items():
        kind = {"str": str, "bool": bool}.get(KEYS[key], list if KEYS[key].startswith("Sequence") else dict)
        assert isinstance(value, kind), key


def test_its_numerals_go_to_twelve(spoken):
    assert len(spoken.numerals) in (0, WIDE)
    assert all(spoken.numeral(number) for number in range(1, len(spoken.numerals) + 1))


def test_its_patterns_are_right_and_match_no_empty_text(spoken):
    given = (spoken.percent, spoken.full_day, spoken.number_words, spoken.compounds_with, spoken.unwritten)
    for pattern in chain(*given, *spoken.units.values(), spoken.numerals):
        assert not re.search(pattern, ""), pattern


def test_its_letters_are_small_and_beyond_a_to_z(spoken):
    assert not any(letter.isascii() or letter != letter.lower() for letter in spoken.letters)


def test_it_names_only_what_there_is(spoken):
    assert all(map(is_locale, spoken.neighbours))
    assert set(spoken.scripts) <= LETTERS.keys()
    assert spoken.units.keys() <= UNITS.keys()
    assert {int(number) for number in spoken.months} <= set(range(1, 13))


def test_its_little_words_are_written_as_cldr_says_that_it_is(spoken):
    known = script(spoken.code) or LATIN
    assert spoken.written_in == frozenset(spoken.scripts or (known,))


def test_what_a_language_is_written_in_is_known_without_cldr() -> None:
    """Loading Babel takes longer than to check a page."""
    ask = "from facingpages.languages import language; assert language('en').written_in"
    code = f"import sys; {ask}; print('babel' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"


def test_a_locale_of_a_language_without_file_has_what_cldr_knows():
    welsh = language("cy-GB")

    assert welsh.code == "cy"
    assert welsh.numeral(3) is None
    assert welsh.month(9).search("9 Medi 2024")


def test_a_word_that_is_no_language_has_nothing():
    nobody = language("qqq")

    assert nobody.month(1) is nobody.percents is nobody.unit("mb") is None
    assert multiplied(nobody, "k") is None
    assert not nobody.strange_capitals
