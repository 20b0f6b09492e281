"""Messages in the reader's language: gettext catalogs, read by Babel. What has no translation stays English."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog as BabelCatalog

FOLDER = Path(__file__).parent / "catalogs"


class Catalog:
    """The messages of one language; `en` is the source and needs no file."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, message: str) -> str:
        """The message in this language, fields still in it."""
        if self.language == "en":
            return message
        catalog = _read(self.language)
        known = _translation(catalog, message)
        if known is None:  # made of parts, a sentence each
            known = next((f"{head}{tail}" for head, tail in _parts(catalog, message)), message)
        return known

    def count(self, forms: tuple[str, str], number: int) -> str:
        """A message with a number in the right plural form."""
        text = forms[0] if number == 1 else forms[1]
        if self.language != "en":
            catalog = _read(self.language)
            found = catalog.get(forms[0])
            if found is not None and isinstance(found.string, tuple) and not found.fuzzy:
                text = found.string[_plural(catalog, number)] or text
        return text.replace("{count}", str(number))


def languages() -> list[str]:
    """English and every language that has a catalog."""
    found = (folder.name for folder in FOLDER.iterdir() if (folder / "LC_MESSAGES" / "facingpages.po").is_file())
    return ["en", *sorted(found)]


def reader_language() -> str:
    """The language of the environment, as gettext finds it (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), or `en`."""
    known = languages()
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for value in os.environ.get(name, "").split(":"):
            language = value.split(".")[0].split("@")[0].split("_")[0].lower()
            if language in known:
                return language
            if value and name != "LANGUAGE":
                return "en"
    return "en"


def _translation(catalog: BabelCatalog, message: str) -> str | None:
    found = catalog.get(message)
    return str(found.string) if found is not None and found.string and not found.fuzzy else None


def _parts(catalog: BabelCatalog, message: str) -> Iterator[tuple[str, str]]:
    """A message of two sentences, each known by itself."""
    for match in re.finditer(r"(?<=[.!?]) ", message):
        head, tail = _translation(catalog, message[: match.start()]), _translation(catalog, message[match.start() :])
        if head is not None and tail is not None:
            yield head, tail


@cache
def _read(language: str) -> BabelCatalog:
    from babel import Locale  # loaded where reports are written in another language than English
    from babel.messages.pofile import read_po

    with (FOLDER / language / "LC_MESSAGES" / "facingpages.po").open("rb") as stream:
        return read_po(stream, locale=Locale.parse(language))


def _plural(catalog: BabelCatalog, number: int) -> int:
    from gettext import c2py

    return int(c2py(catalog.plural_expr)(number))
