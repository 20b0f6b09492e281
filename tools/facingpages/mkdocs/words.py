"""What a reader is told, in the reader's language: gettext catalogs, read by Babel. What they lack is English.

A site may bring catalogs of its own; they go first, message by message, and may be in languages that have none here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from gettext import c2py
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from facingpages.config import SetupError
from facingpages.finding import fill
from facingpages.site.opener import read_named

ALSO = {"no": "nb"}  # languages that are written as another is
FOLDER = Path(__file__).parent / "catalogs"


class Words:
    """The words for readers of a locale, such as `lv` or `pt-BR`.

    `tag` is the language that they are in (BCP 47): English where there is no catalog. Dates and names go with it.
    """

    def __init__(self, locale: str) -> None:
        own = _locale(locale)
        self._catalogs = _catalogs(locale, own)
        self.locale = own if self._catalogs else Locale("en")
        self.tag = tag(locale) if self._catalogs else "en"
        self._said: dict[str, str] = {}
        self._languages: dict[str, str] = {}
        self._days: dict[date, str] = {}

    @property
    def direction(self) -> str:
        """How the words are written: `ltr` or `rtl`."""
        return self.locale.text_direction

    def say(self, message: str, **values: str) -> str:
        """A message, its `{fields}` filled."""
        text = self._said.get(message)
        if text is None:
            text = self._said[message] = next(self._translations(message, str), (message, None))[0]
        return fill(text, values)

    def count(self, one: str, other: str, number: int) -> str:
        """A message with `{count}` in the right plural form."""
        text = one if number == 1 else other
        for forms, catalog in self._translations(one, tuple):
            text = forms[min(int(c2py(catalog.plural_expr)(number)), len(forms) - 1)] or text
            break
        return fill(text, {"count": str(number)})

    def _translations(self, message: str, kind: type) -> Iterator[tuple[Any, Any]]:
        """What the catalogs have for a message, and which of them."""
        for catalog in self._catalogs:
            found = catalog.get(message)
            if found is not None and isinstance(found.string, kind) and found.string and not found.fuzzy:
                yield found.string, catalog

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


def menu_name(locale: str) -> str:
    """The name of a locale's language in itself, as a menu writes it: with a capital, whatever its language does."""
    name = language_name(locale)
    return name[:1].upper() + name[1:]


def language_name(locale: str, inside: str | None = None) -> str:
    """The name of a locale's language, in its own language or in that of another locale, as CLDR has it."""
    return _locale(locale).get_display_name(_locale(inside or locale)) or locale


@cache
def direction(locale: str) -> str:
    """How a locale's language is written: `ltr` or `rtl`."""
    return _locale(locale).text_direction


@cache
def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def bring(folder: Path | None) -> Sequence[tuple[str, bytes]]:
    """Take catalogs from a site's own folder, too: `lv.po`, `pt-BR.po`. Gives their names and what they hold.

    Raises SetupError where one can't be read.
    """
    words.cache_clear()
    _own.clear()
    brought = []
    for file in sorted(folder.glob("*.po")) if folder is not None else ():
        _own[file.stem.replace("-", "_").lower()], content = _read(file, file.stem)
        brought.append((file.name, content))
    return brought


_own: dict[str, Catalog] = {}


def _catalogs(name: str, locale: Locale) -> list[Catalog]:
    """The catalogs of a locale, the site's own first, a script's or region's before the language's."""
    names = [
        name.replace("-", "_"),
        *(f"{locale.language}_{part}" for part in (locale.territory, locale.script) if part),
    ]
    names += [locale.language, ALSO.get(locale.language, locale.language)]
    found = [_own[one.lower()] for one in names if one.lower() in _own]
    return found + [catalog for one in dict.fromkeys(names) if (catalog := _catalog(one)) is not None]


@cache
def _catalog(name: str) -> Catalog | None:
    file = FOLDER / name / "LC_MESSAGES" / "site.po"
    return _read(file, name)[0] if re.fullmatch(r"\w+", name) and file.is_file() else None


def _read(file: Path, name: str) -> tuple[Catalog, bytes]:
    """A catalog, and the bytes that it was read from."""
    try:
        content = read_named(file)
        return read_po(BytesIO(content), locale=str(_locale(name)), abort_invalid=True), content
    except (OSError, ValueError, PoFileError) as error:
        raise SetupError(f"{file}: this catalog of words can't be read: {error}.") from None
