"""Cultures, as Microsoft writes them (`pt-BR`), and the locales of the project that they become (`pt`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

SOURCE_CULTURE = "en-US"
"""What Microsoft's documentation is translated from."""
SOURCE_LOCALE = "en"

CULTURE = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?", re.IGNORECASE)


def written(culture: str) -> str:
    """A culture in its usual letters: `sr-latn-rs` is `sr-Latn-RS`."""
    language, *rest = culture.split("-")
    return "-".join((language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)))


def locales(cultures: Iterable[str], *, full: bool = False) -> dict[str, str]:
    """The locale of each culture: its language, or its full tag where two share a language, or for all (`full`).

    English of another place than the source's is a translation, so it never becomes the source's locale.
    """
    by_language: dict[str, set[str]] = defaultdict(set)
    for culture in cultures:
        by_language[language_of(culture)].add(written(culture))
    found = {}
    for language, tags in by_language.items():
        for tag in tags:
            short = not full and len(tags) == 1 and language != SOURCE_LOCALE
            found[tag] = SOURCE_LOCALE if tag == SOURCE_CULTURE else language if short else tag
    return found


def language_of(culture: str) -> str:
    """The language of a culture."""
    return culture.partition("-")[0].lower()
