"""What a reader is told, in the reader's language: gettext catalogs, read by Babel. What they lack is English."""

from __future__ import annotations

from datetime import date
from functools import cache
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from facingpages.finding import fill

FOLDER = Path(__file__).parent / "catalogs"


class Words:
    """The words for readers of a locale, such as `lv` or `pt-BR`.

    `tag` is the language that they are in (BCP 47): English where there is no catalog. Dates and names go with it.
    """

    def __init__(self, locale: str) -> None:
        own = _locale(locale)
        self._catalog = _catalog(own.language)
        self.locale = own if self._catalog is not None else Locale("en")
        self.tag = tag(locale) if self._catalog is not None else "en"
        self._said: dict[str, str] = {}
        self._languages: dict[str, str] = {}
        self._days: dict[date, str] = {}

    def say(self, message: str, **values: str) -> str:
        """A message, its `{fields}` filled."""
        text = self._said.get(message)
        if text is None:
            found = self._catalog.get(message) if self._catalog is not None else None
            told = found.string if found is not None and isinstance(found.string, str) and not found.fuzzy else ""
            text = self._said[message] = told or message
        return fill(text, values)

    def count(self, one: str, other: str, number: int) -> str:
        """A message with `{count}` in the right plural form."""
        text = one if number == 1 else other
        found = self._catalog.get(one) if self._catalog is not None else None
        if self._catalog is not None and found is not None and isinstance(found.string, tuple) and not found.fuzzy:
            text = found.string[int(c2py(self._catalog.plural_expr)(number))] or text
        return fill(text, {"count": str(number)})

    def language(self, locale: str) -> str:
        """The name of another locale's language, as CLDR has it."""
        if locale not in self._languages:
            self._languages[locale] = _locale(locale).get_display_name(self.locale) or locale
        return self._languages[locale]

    def day(self, day: date) -> str:
        """A date as it is written out."""
        if day not in self._days:
            self._days[day] = format_date(day, "long", locale=self.locale)
        return self._days[day]

    def listing(self, items: list[str]) -> str:
        """Several things, as they are listed in running text."""
        return format_list(items, locale=self.locale) if items else ""


@cache
def words(locale: str) -> Words:
    """The words of a locale, read once."""
    return Words(locale)


def tag(locale: str) -> str:
    """A locale as a BCP 47 language tag."""
    return locale.replace("_", "-")


def language_name(locale: str, inside: str | None = None) -> str:
    """The name of a locale's language, in its own language or in that of another locale, as CLDR has it."""
    return _locale(locale).get_display_name(_locale(inside or locale)) or locale


def direction(locale: str) -> str:
    """How a locale's language is written: `ltr` or `rtl`."""
    return _locale(locale).text_direction


def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def _catalog(language: str) -> Catalog | None:
    file = FOLDER / language / "LC_MESSAGES" / "site.po"
    if not file.is_file():
        return None
    with file.open("rb") as stream:
        return read_po(stream, locale=language)
