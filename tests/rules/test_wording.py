"""Which strings of code are a text and its translation, and which are not."""

from __future__ import annotations

import pytest

from facingpages.rules.wording import is_wording


@pytest.mark.parametrize(
    ("one", "two", "worded"),
    [
        ('say!("It is done: {:#?}", it);', 'say!("Det är klart: {:#?}", it);', True),
        ('say!("It is done: {:#?}", it);', 'say!("Det är klart: {:?}", it);', False),
        ('say!("It is done: {}", it);', 'say!("Det är klart:", it);', False),
        ("log(f\"Page read: {page['a']['b']}\")", "log(f\"Läste sidan: {page['a']['b']}\")", True),
        ("log(f\"Page read: {page['a']['b']}\")", "log(f\"Läste sidan: {page['a']['c']}\")", False),
        ("log(`Try ${one + 1} failed`)", "log(`Försök ${one + 1} misslyckades`)", True),
        ("log(`Try ${one + 1} failed`)", "log(`Försök ${två + 1} misslyckades`)", False),
        ("name: '昵称',", "name: 'Nickname',", True),
        ("name: '昵称',", "title: 'Nickname',", False),
        ('key = "sk-YOUR-API-KEY"', 'key = "sk-DIN-API-NYCKEL"', True),
        ('key = "sk-YOUR-API-KEY"', 'key = "pk-DIN-API-NYCKEL"', False),
        ('key = "sk-YOUR-API-KEY"', 'key = "sk-12"', False),
        ('mode = "DRY-RUN"', 'mode = "PROV"', False),
    ],
)
def test_what_is_set_into_a_text_stays_and_the_words_around_it_do_not(one: str, two: str, worded: bool) -> None:
    assert is_wording(one, two) == worded
