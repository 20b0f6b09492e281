"""The catalogs: what is translated has its message's fields, and its language's own typography."""

from __future__ import annotations

import io
import re

import pytest
from babel import Locale
from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from tests.conftest import Command, Write
from tests.messages.catalogs import read, updated
from tests.messages.extract import LOCALES, messages

from facingpages.messages import Catalog, languages

FOUND = messages()
FIELD = re.compile(r"\{\w+\}")
QUOTES = {"lv": ("„", "”"), "bg": ("„", "“"), "sv": ("”", "”"), "sl": ("»", "«"), "ro": ("„", "”")}


def entries(locale: str) -> list[Message]:
    return [entry for entry in read(locale) if entry.id]


def strings(entry: Message) -> list[tuple[str, str]]:
    """Pairs of message and translation, one for each plural form."""
    message = entry.id if isinstance(entry.id, str) else entry.id[1]
    told = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    return [(message, one) for one in told if one]


@pytest.mark.parametrize("locale", LOCALES)
def test_catalogs_are_written_as_make_messages_writes_them(locale: str) -> None:
    """What is translated stays, and nothing else is kept of a message that is no more."""
    known = {entry.id: entry.string for entry in entries(locale) if entry.id in FOUND and any(strings(entry))}
    catalog = read_po(io.BytesIO(updated(locale, FOUND).encode()), locale=Locale.parse(locale))
    assert {entry.id for entry in catalog if entry.id} == set(FOUND)
    assert {entry.id: entry.string for entry in catalog if entry.id and any(strings(entry))} == known


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_is_translated(locale: str) -> None:
    """A report half in English is what a reader meets when a sentence came and its translation did not."""
    said = {entry.id for entry in entries(locale) if any(strings(entry)) and not entry.fuzzy}
    assert [message for message in FOUND if message not in said] == [], "run `make messages`, then translate these"


def test_a_message_that_nobody_translated_yet_is_said_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facingpages.messages._read", lambda _: BabelCatalog(Locale.parse("lv")))
    assert Catalog("lv").say('There is no "{target}".') == 'There is no "{target}".'
    assert Catalog("lv").count(("{count} error", "{count} errors"), 2) == "2 errors"


@pytest.mark.parametrize("locale", LOCALES)
def test_fields_and_edges_are_those_of_the_message(locale: str) -> None:
    for entry in entries(locale):
        for message, string in strings(entry):
            assert sorted(FIELD.findall(string)) == sorted(FIELD.findall(message)), message
            assert string[:1].isspace() is message[:1].isspace(), message
            assert string == string.rstrip()
            assert (string[-1] in ".?:") is (message[-1] in ".?:"), message


@pytest.mark.parametrize("locale", QUOTES)
def test_quotes_are_those_of_the_language(locale: str) -> None:
    opening, closing = QUOTES[locale]
    for entry in entries(locale):
        for message, string in strings(entry):
            assert '"' not in string, message
            quoted = message.count('"') // 2
            assert string.count(opening) + string.count(closing) == quoted * 2 * (1 + (opening == closing)), message


@pytest.mark.parametrize("locale", LOCALES)
def test_plural_forms_are_those_of_the_language(locale: str) -> None:
    """The form that the catalog takes for a number is the one CLDR has for it."""
    forms = {"lv": "one other zero", "sl": "one two few other", "ro": "one few other"}
    order = forms.get(locale, "one other").split()
    errors = next(entry for entry in entries(locale) if isinstance(entry.id, tuple) and entry.id[0] == "{count} error")
    rule = Locale.parse(locale).plural_form
    for number in (*range(1, 131), 1000, 1001, 1002):
        told = Catalog(locale).count(("{count} error", "{count} errors"), number)
        form = order.index(rule(number))
        assert told == strings(errors)[form][1].replace("{count}", str(number)), number


def test_there_is_a_catalog_for_each_language() -> None:
    assert languages() == ["en", *LOCALES]
    assert set(QUOTES) <= set(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_sentences_that_are_put_together_are_told_together(locale: str) -> None:
    catalog = Catalog(locale)
    head, tail = 'There is no "{target}".', ' Perhaps "{hint}"?'
    assert catalog.say(head + tail) == catalog.say(head) + catalog.say(tail)
    assert catalog.say(head) != head
    assert catalog.say("Nobody says this.") == "Nobody says this."


SITE = {
    "docs/en/a.md": "# A\n\n1. Open **Settings**.\n2. Enter the amount.\n3. Select **Save**.\n",
    "docs/lv/a.md": "# A\n\n1. Atveriet **Settings**.\n2. Atlasiet **Save**.\n",
}
TOLD = {
    "lv": ("kļūda", "1 kļūda", "oriģināla darbība"),
    "bg": ("грешка", "1 грешка", "стъпка в оригинала"),
    "sv": ("fel", "1 fel", "originalets steg"),
    "sl": ("napaka", "1 napaka", "korak izvirnika"),
    "ro": ("eroare", "1 eroare", "pasul din original"),
}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_reports_for_people_are_in_the_readers_language(locale: str, write: Write, command: Command) -> None:
    write(SITE)
    text = command("check", "--lang", locale).out
    assert all(word in text for word in TOLD[locale])
    assert "step-missing" in text
    assert "Enter the amount." in text
    assert command("check", "--lang", "auto", env={"LANG": f"{locale}_XX.UTF-8"}).out == text
    assert command("check", "--lang", "auto", env={"LANG": "en_US", "LANGUAGE": f"{locale}:en"}).out == text
    html = command("check", "--lang", locale, "--format", "html").out
    assert f'<html lang="{locale}">' in html
    assert TOLD[locale][2] in html
    assert TOLD[locale][2] in command("check", "--lang", locale, "--format", "github").out


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_the_reports_for_programs_stay_english(form: str, write: Write, command: Command) -> None:
    write(SITE)
    assert command("check", "--lang", "lv", "--format", form).out == command("check", "--format", form).out
