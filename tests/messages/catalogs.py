"""The catalogs as files: read, brought up to date with the code, written the same way each time."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from tests.messages.extract import Message

from facingpages.messages import FOLDER

HEADER = """\
# What the command tells, in {language}.
msgid ""
msgstr ""
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
# Where Babel's form of the rule is another than CLDR's: in Latvian, 10 and 11 to 19 go with the genitive, too.
PLURALS = {
    "lv": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10==0 || (n%100>=11 && n%100<=19) ? 2 : 1);",
}


def path_of(locale: str) -> Path:
    """Where the catalog of a locale lies."""
    return FOLDER / locale / "LC_MESSAGES" / "facingpages.po"


def read(locale: str) -> Catalog:
    """The catalog of a locale; an empty one if there is none yet."""
    if not path_of(locale).exists():
        return Catalog(Locale.parse(locale), charset="utf-8")
    with path_of(locale).open("rb") as stream:
        return read_po(stream, locale=Locale.parse(locale), charset="utf-8")


def updated(locale: str, messages: Mapping[Message, set[str]]) -> str:
    """The text of a catalog with all messages: what is translated stays, what is gone goes, what is new is empty."""
    old = read(locale)
    new = Catalog(Locale.parse(locale), charset="utf-8")
    for message, modules in messages.items():
        known = old.get(message if isinstance(message, str) else message[0])
        plural = not isinstance(message, str)
        string = known.string if known is not None and isinstance(known.string, tuple) is plural else ""
        new.add(message, string, locations=[(module, 0) for module in sorted(modules)])
    text = io.BytesIO()
    write_po(text, new, width=0, omit_header=True, sort_output=True, include_lineno=False)
    header = HEADER.format(
        locale=locale, language=Locale.parse(locale).english_name, plurals=PLURALS.get(locale, new.plural_forms)
    )
    return header + text.getvalue().decode("utf-8").strip() + "\n"
