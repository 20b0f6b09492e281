"""Which language a text is in: plain cases, and those where nothing may be claimed."""

from __future__ import annotations

import pytest

from facingpages.languages import language, other_language, speaks, strange_words
from facingpages.languages.file import files
from facingpages.languages.identify import said

GERMAN = "Das Guthaben wird nicht erstattet, wenn es nicht innerhalb von zwölf Monaten nach dem Kauf verwendet wird."
NORWEGIAN = "Du kan bruke den gamle adressen til du har fått en ny, og det er ikke noe problem å bytte senere."
MARATHI = "आपण कधीही निधी जोडू शकता आणि तो बारा महिन्यांच्या आत वापरला पाहिजे, नाहीतर तो परत मिळत नाही."
SERBIAN = "Sredstva koja nisu iskorišćena u roku od dvanaest meseci ne vraćaju se korisniku, ali se mogu preneti dalje."


def test_german_on_a_swedish_page_is_told():
    assert other_language(GERMAN, "sv") == "de"
    assert other_language(GERMAN, "de") is None


def test_english_on_a_greek_page_is_told():
    assert other_language("Funds that are not used within twelve months expire and are not paid back.", "el") == "en"


def test_neighbours_are_not_told_apart_by_little():
    assert other_language(NORWEGIAN, "da") is None


@pytest.mark.parametrize("code", ["hi", "mr", "ne"])
def test_languages_of_one_script_are_not_told_apart_by_it(code):
    assert other_language(MARATHI, code) is None


def test_a_script_that_is_not_the_language_s_is_told():
    assert other_language(MARATHI, "sv") == "hi"
    assert other_language(MARATHI, "ru") == "hi"


def test_serbian_is_written_in_two_scripts():
    assert other_language(SERBIAN, "sr") is None


def test_nothing_is_claimed_for_a_script_nobody_counts():
    assert other_language("The words of this sentence are English, and the page is in Bengali.", "bn") is None


def test_letters_tell_words_of_another_language():
    assert strange_words("Zażółć gęślą jaźń", "sv") == 3
    assert strange_words("Åke äter öl", "sv") == 0


def test_enough_little_words_leave_no_question():
    assert speaks("det är en bok och den är ny", "sv")
    assert not speaks("det er en bok", "lv")


@pytest.mark.parametrize("key", ["common", "letters"])
def test_one_key_of_all_files_is_what_each_of_them_says(key):
    found = {code: text for code in files() if (text := getattr(language(code), key))}
    assert said(key) == found
