"""PO: a code is `<1>…</1>` or `<1/>` in the text; a block that is left to a person is fuzzy."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from facingpages.exchange.units import ExchangeUnit, InlineCode, Part, Parts, Returned

CODE = re.compile(r"<(/?)(\d{1,4})(/?)>")
SHAPES = {"open": "<{}>", "close": "</{}>", "alone": "<{}/>"}
HEADER = """\
msgid ""
msgstr ""
"Language: {}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
LIKE_CODE = re.compile(r"(?<!\\)(\\*+)(?=</?\d{1,4}/?>)")  # nothing is looked at twice

PLURAL = re.compile(rb"^[ \t]*(?:msgid_plural|msgstr\[)", re.M)


def marked(parts: Parts) -> str:
    """A text with its codes; what only looks like one gets a backslash before it."""
    written = ""
    for part in parts:
        if isinstance(part, InlineCode):
            written += "\\" * (len(written) - len(written.rstrip("\\"))) + SHAPES[part.kind].format(part.id)
        else:
            written += LIKE_CODE.sub(r"\1\1\\", part) if "<" in part else part
    return written


def parsed(text: str) -> Parts:
    """The text and codes of what `marked` gives."""
    parts: list[Part] = []
    plain, reached = "", 0
    for match in CODE.finditer(text):
        before = text[reached : match.start()]
        slashes = len(before) - len(before.rstrip("\\"))
        plain += before[: len(before) - slashes] + "\\" * (slashes // 2)
        reached = match.end()
        if slashes % 2:
            plain += match.group()
            continue
        if plain:
            parts.append(plain)
            plain = ""
        kind = "close" if match.group(1) else "alone" if match.group(3) else "open"
        parts.append(InlineCode(match.group(2), kind, ""))  # type: ignore[arg-type]
    plain += text[reached:]
    return tuple([*parts, plain] if plain else parts)


def write(units: Iterable[ExchangeUnit], locales: tuple[str, str], *, fill: bool) -> bytes:
    """A PO file."""
    catalog = Catalog()
    for unit in units:
        text = marked(unit.source)
        target = text if fill and unit.pending else "" if unit.is_new else marked(unit.target)
        catalog.add(
            text, target, [(unit.page, unit.line)], flags=("fuzzy",) if unit.pending and target else (),
            auto_comments=list(_told(unit.source)),
            previous_id=unit.old if unit.pending and unit.old else "", context=f"{unit.page}#{unit.id}",
        )  # fmt: skip
    stream = io.BytesIO()
    write_po(stream, catalog, include_previous=True, width=0, omit_header=True)
    return HEADER.format(locales[1]).encode() + stream.getvalue()


def _told(parts: Parts) -> Iterator[str]:
    """What the codes of a text stand for."""
    return (f"{part.id}: {part.value}" for part in parts if isinstance(part, InlineCode) and part.kind != "open")


def read(content: bytes) -> Iterator[Returned]:
    """The units of a PO file. Raises ValueError where it is none."""
    if PLURAL.search(content):  # nor is there an end to the forms that one may have
        raise ValueError("it has plural forms")
    try:
        catalog = read_po(io.BytesIO(content), abort_invalid=True, charset="utf-8")
    except (PoFileError, ValueError, LookupError, RecursionError) as error:
        raise ValueError(f"not valid PO: {error}") from None
    for message in catalog:
        if message.id and message.context and isinstance(message.string, str) and message.string:
            page, _, name = message.context.rpartition("#")
            yield Returned(page, name, parsed(message.string), final=not message.fuzzy)
