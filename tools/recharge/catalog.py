"""The calculator's words in one language, with plural forms chosen and values filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog as GettextCatalog
from babel.messages.pofile import read_po

from recharge.language import SOURCE, Language, language
from recharge.messages import PAGE, REPORT, Counted, Message
from recharge.money import format_count, format_money

CATALOGS = Path(__file__).with_name("catalogs")
DOMAIN = "recharge"

_VALUE = re.compile(r"\{([a-z_]+)\}")


class MissingTranslationError(LookupError):
    """A catalog lacks a text: names the file and the English text."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """The messages of one language: a text for each key, or its plural forms by CLDR category."""

    language: Language
    messages: Mapping[str, str | Mapping[str, str]]

    def text(self, key: str, **values: str) -> str:
        """The message with its values filled in."""
        message = self.messages[key]
        assert isinstance(message, str), f"{key} has plural forms"
        return _fill(message, values)

    def counted(self, key: str, n: int, **values: str) -> str:
        """The plural form that n takes, with `{n}` written as the language writes numbers.

        Exactly one is often said otherwise (no "in all", no "the first of them"): `<key>_once` is then its text. The
        form `one` cannot be that: it is the form of 21 in Latvian, and of 101 in Slovenian.
        """
        if n == 1 and f"{key}_once" in self.messages:
            return self.text(f"{key}_once", **values)
        message = self.messages[key]
        assert not isinstance(message, str), f"{key} has no plural forms"
        form = message[self.language.plural_category(n)]
        return _fill(form, {"n": format_count(n, self.language.code), **values})

    def money(self, minor: int, currency: str, *, signed: bool = False, whole: bool = False, decimals: int = 2) -> str:
        """An amount in this language; see `recharge.money.format_money`."""
        return format_money(minor, currency, self.language.code, signed=signed, whole=whole, decimals=decimals)

    def count(self, number: int) -> str:
        """A whole number in this language."""
        return format_count(number, self.language.code)

    def date(self, day: date, use: str = "long") -> str:
        """A date in this language; see `Language.date_text`."""
        return self.language.date_text(day, use)


@cache
def catalog(locale: str) -> Catalog:
    """The words of a locale of the site; MissingTranslationError if one has not been translated."""
    tongue = language(locale)
    english = REPORT | PAGE
    if locale == SOURCE:
        return Catalog(tongue, {key: _source_text(message) for key, message in english.items()})
    path = CATALOGS / locale / "LC_MESSAGES" / f"{DOMAIN}.po"
    with path.open("rb") as file:
        translations = read_po(file, locale=locale)
    return Catalog(tongue, {key: _translated(message, translations, tongue, path) for key, message in english.items()})


def _source_text(message: Message) -> str | dict[str, str]:
    return message._asdict() if isinstance(message, Counted) else message


def _translated(message: Message, catalog: GettextCatalog, tongue: Language, path: Path) -> str | dict[str, str]:
    source = message.one if isinstance(message, Counted) else message
    entry = catalog.get(source)
    texts = [] if entry is None or entry.fuzzy else [entry.string] if isinstance(entry.string, str) else entry.string
    if not texts or not all(texts):
        raise MissingTranslationError(f"{path.name} of {tongue.code} has no checked translation of {source!r}")
    if isinstance(message, Counted):
        # The catalogs' Plural-Forms header numbers the forms in CLDR's order of categories.
        return dict(zip(tongue.plural_categories(), texts, strict=True))
    return str(texts[0])


def _fill(template: str, values: Mapping[str, str]) -> str:
    return _VALUE.sub(lambda match: values[match[1]], template)
