"""No page of the built site mixes languages: what is said to be in a language is in it, its controls included."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from string import ascii_lowercase

import pytest
from tests.browser.visit import LOCALES, TARGETS

# Letters beyond a to z, as CLDR's exemplar characters have them.
LETTERS = {
    "en": "",
    "lv": "āčēģīķļņšūž",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
    "sv": "åäöé",
    "sl": "čšž",
    "ro": "ăâîșț",
}
SPOKEN = ("title", "alt", "aria-label", "placeholder", "data-none", "data-results", "data-failed", "data-shown")
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
SILENT = frozenset(("script", "style", "code", "pre", "kbd"))
# The same as in English: names, and words that another language has, too.
SAME = {"CC BY 4.0", "Alt+O", "sv: Navigation", "sl: in", "ro: Calculator"}
CURRENCY = re.compile(r"[A-Z]{3}")


class Said(HTMLParser):
    """Every text of a page with the language it is said to be in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.texts: set[tuple[str, str]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        language = found.get("lang") or (self.open[-1][1] if self.open else "")
        if tag == "meta" and found.get("name") == "description":
            self._say(language, found["content"])
        for name in SPOKEN:
            self._say(language, found.get(name, ""))
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag not in VOID:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.open and not any(tag in SILENT for tag, _ in self.open):
            self._say(self.open[-1][1], data)

    def _say(self, language: str, text: str) -> None:
        if any(letter.isalpha() for letter in text):
            self.texts.add((language.split("-")[0], " ".join(text.split())))


@pytest.fixture(scope="module")
def said(built_site: Path) -> dict[str, dict[str, set[str]]]:
    """By the locale of the page and the language that it names: all texts."""
    found: dict[str, dict[str, set[str]]] = {locale: {} for locale in LOCALES}
    for file in sorted(built_site.rglob("*.html")):
        first = file.relative_to(built_site).parts[0]
        for language, text in Said(file.read_text("utf-8")).texts:
            found[first if first in TARGETS else "en"].setdefault(language, set()).add(text)
    return found


def foreign(text: str, language: str) -> Iterator[str]:
    """The letters of a text that its language does not have."""
    own = LETTERS[language]
    return (letter for letter in text.lower() if letter.isalpha() and not letter.isascii() and letter not in own)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_is_written_in_the_letters_of_the_language_it_names(
    said: dict[str, dict[str, set[str]]], locale: str
) -> None:
    assert set(said[locale]) <= set(LOCALES)
    for language, texts in said[locale].items():
        mixed = {text for text in texts if any(foreign(text, language))}
        assert mixed == set(), f"said to be {language}"


@pytest.mark.parametrize("locale", TARGETS)
def test_nothing_is_left_in_english_without_saying_so(said: dict[str, dict[str, set[str]]], locale: str) -> None:
    own, english = said[locale][locale], said["en"]["en"]
    assert len(own) > 100
    left = {text for text in own & english if not CURRENCY.fullmatch(text)}
    assert {text for text in left if not {text, f"{locale}: {text}"} & SAME} == set()


def test_bulgarian_words_are_not_made_of_latin_letters(said: dict[str, dict[str, set[str]]]) -> None:
    words = {word for text in said["bg"]["bg"] for word in text.lower().replace("-", " ").split()}
    cyrillic = set(LETTERS["bg"])
    assert len(words) > 300
    assert {word for word in words if set(word) & cyrillic and set(word) & set(ascii_lowercase)} == set()
