"""Read one file of Microsoft's documentation as published, and make clean Markdown pages of it.

The front matter keys read here are described in the public metadata reference of Microsoft Learn; the localization
keys (`ms.contentlocale`, `ms.openlocfilehash` ...) stand in every translated page of its public repositories.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from facingpages import bilingual
from facingpages.site.opener import read_named

SOURCE_CULTURE = "en-US"
"""What Microsoft's documentation is translated from."""
SOURCE_LOCALE = "en"

# Keys that tell about the translation, and one whose words exist in the translation only: not the source page's.
_TRANSLATION_KEYS = frozenset(
    {
        "description",
        "ms.contentlocale",
        "ms.lasthandoff",
        "ms.locfileid",
        "ms.openlocfilehash",
        "ms.sourcegitcommit",
        "ms.translationtype",
    }
)
_KEY = re.compile(r"([A-Za-z][\w.-]*):[ \t]*(.*)")
_CULTURE = re.compile(r"([a-z]{2,3})(?:-[a-z0-9]+)*", re.IGNORECASE)
_HEADING = re.compile(
    r"""(?P<marks>[>\ ]*\#{1,6}[ \t]+) <a[ ](?:name|id)="(?P<id>[^"\s{}]+)"></a> [ \t]*
        (?P<title>\S.*?) (?:[ \t]+\#+)? [ \t]*""",
    re.VERBOSE,
)
_TITLE = re.compile(r"#[ \t]+(?P<title>.*?)[ \t]*(?:\{#(?P<id>[^}]*)\})?")
_FENCE = re.compile(r"[> ]*(`{3,}|~{3,})")
_NOT_IN_TEXT = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNNAMED = re.compile(r"[0-9a-f_.-]*[0-9][0-9a-f_.-]*", re.IGNORECASE)


class Problem(NamedTuple):
    """Why a file cannot be imported, and where: lines count from 1."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ImportRefusedError(Exception):
    """Nothing was written, for the reasons in `problems`."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Line(NamedTuple):
    """A line of a page, without its line end, and the line of the published file it comes from."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class LearnFile:
    """A published translation, read.

    `front` is its front matter with both fences and `body` the clean page after it; `source` is the whole source page
    that a bilingual file embeds, None for a plain file. `published_hash` is its `ms.openlocfilehash`: the hash of the
    source that its translators had.
    """

    path: Path
    page: str
    culture: str
    locale: str
    published_hash: str
    front: tuple[Line, ...]
    body: tuple[Line, ...]
    source: tuple[Line, ...] | None
    segments: tuple[bilingual.Segment, ...]


def read(path: Path) -> LearnFile:
    """Read one published file; raise ImportRefusedError with everything that is wrong with it."""
    text = _text(path)
    front, body, body_line = _front_matter(path, text)
    keys = {match[1]: (match[2].strip(), line.number) for line in front if (match := _KEY.fullmatch(line.text))}
    culture, locale = _locale(path, keys)
    raw = body.encode()
    sides = bilingual.split(raw)
    if sides.faults:
        raise ImportRefusedError(
            Problem(path, body_line + raw.count(b"\n", 0, fault.offset), fault.reason) for fault in sides.faults
        )
    source: tuple[Line, ...] | None = None
    if sides.segments:
        lines = list(_lines(sides.source, raw, body_line))
        source = (*_source_front_matter(front, _title(lines)[0]), *lines)
    target = tuple(_lines(sides.target, raw, body_line))
    title, anchor = _title(target)
    return LearnFile(
        path=path,
        page=_page(path, {locale, culture.lower()}, anchor or (_title(source)[0] if source else title)),
        culture=culture,
        locale=locale,
        published_hash=keys.get("ms.openlocfilehash", ("", 0))[0],
        front=front,
        body=target,
        source=source,
        segments=sides.segments,
    )


def _text(path: Path) -> str:
    """Read a file as text with plain line ends; whatever is no text is refused at its line."""
    if path.exists() and not path.is_file():
        raise ImportRefusedError([Problem(path, 1, "is not a file")])
    try:
        raw = read_named(path)
    except OSError as error:
        raise ImportRefusedError([Problem(path, 1, f"cannot be read: {error.strerror}")]) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|\r|\n", raw[: error.start])) + 1
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise ImportRefusedError([Problem(path, line, message)]) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if stray := _NOT_IN_TEXT.search(text):
        line = text.count("\n", 0, stray.start()) + 1
        raise ImportRefusedError(
            [Problem(path, line, f"control character U+{ord(stray[0]):04X} in the text; take it out")]
        )
    return text if text.endswith("\n") else text + "\n"


def _front_matter(path: Path, text: str) -> tuple[tuple[Line, ...], str, int]:
    """Give the lines of the front matter with both fences, the text after it, and that text's first line number."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        message = "no front matter, so no ms.contentlocale: the file must begin with a line `---`"
        raise ImportRefusedError([Problem(path, 1, message)])
    for at, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            front = tuple(Line(line, number) for number, line in enumerate(lines[: at + 1], start=1))
            return front, "\n".join(lines[at + 1 :]), at + 2
    raise ImportRefusedError([Problem(path, 1, "the front matter is not closed: a line `---` must end it")])


def _locale(path: Path, keys: dict[str, tuple[str, int]]) -> tuple[str, str]:
    """Give the culture of a translation and its locale in the project: `lv-LV` and `lv`."""
    example = "it says which language the page is in, as in `ms.contentlocale: lv-LV`"
    if "ms.contentlocale" not in keys:
        raise ImportRefusedError([Problem(path, 1, f"no ms.contentlocale in the front matter; {example}")])
    value, line = keys["ms.contentlocale"]
    culture = value.strip("\"'")
    match = _CULTURE.fullmatch(culture)
    if not match:
        raise ImportRefusedError([Problem(path, line, f"ms.contentlocale is `{value}`; {example}")])
    return culture, match[1].lower()


def _lines(side: bilingual.Side, raw: bytes, first: int) -> Iterator[Line]:
    """Give one language's lines, with explicit heading ids, and where each began in a file whose body is `raw`."""
    start = seen = 0
    number = first
    fence = ""
    for text in side.raw.decode().split("\n"):
        origin = side.origin(start)
        number += raw.count(b"\n", seen, origin)
        seen = origin
        start += len(text.encode()) + 1
        mark = _FENCE.match(text)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        heading = None if fence else _HEADING.fullmatch(text)
        yield Line(f"{heading['marks']}{heading['title']} {{#{heading['id']}}}" if heading else text, number)


def _title(lines: Iterable[Line]) -> tuple[str, str]:
    """Give the text of a page's first top heading and its explicit id; empty where there is none."""
    for line in lines:
        if match := _TITLE.fullmatch(line.text):
            return match["title"].strip(), match["id"] or ""
    return "", ""


def _source_front_matter(front: tuple[Line, ...], title: str) -> Iterator[Line]:
    """Derive the source page's front matter: the translation's without what only a translation has.

    The title is the source's own heading, since the published one is translated, and the culture is the source's.
    """
    skipping = False
    for line in front[:-1]:
        if key := _KEY.match(line.text):
            skipping = key[1] in _TRANSLATION_KEYS or key[1] == "title"
            if key[1] == "title" and title:
                yield Line(f"title: {json.dumps(title, ensure_ascii=False)}", line.number)
        if not skipping:
            yield line
    yield Line(f"ms.contentlocale: {SOURCE_CULTURE}", front[-1].number)
    yield front[-1]


def _page(path: Path, locales: set[str], fallback: str) -> str:
    """Name the page: after its file or, where that is called by a number or by a locale only, after its heading."""
    name = path.name.removesuffix(path.suffix)
    stem, _, ending = name.rpartition(".")
    if ending.lower() in locales:
        name = stem
    if name and name.lower() not in locales and not _UNNAMED.fullmatch(name):
        return name
    plain = unicodedata.normalize("NFKD", fallback).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")
    if not slug:
        message = "the page has no name: the file is called by a number or a locale only, and no heading has an id"
        raise ImportRefusedError([Problem(path, 1, message)])
    return slug
