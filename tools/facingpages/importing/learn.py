"""Read one file of Microsoft's documentation as published, and make clean Markdown pages of it.

The front matter keys read here are described in the public metadata reference of Microsoft Learn; the localization
keys (`ms.contentlocale`, `ms.openlocfilehash` ...) stand in every translated page of its public repositories.
"""

from __future__ import annotations

import codecs
import json
import os
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from facingpages.importing.collect import ToImport
from facingpages.importing.headings import explicit
from facingpages.importing.locales import CULTURE, SOURCE_CULTURE, language_of, written
from facingpages.importing.problem import ImportRefusedError, NotPublishedError, Problem
from facingpages.read import bilingual
from facingpages.site import opener
from facingpages.site.opener import read_named

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
_TITLE = re.compile(r"#[ \t]+(?P<title>.*?)[ \t]*(?:\{#(?P<id>[^}]*)\})?")
_NOT_IN_TEXT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNNAMED = re.compile(r"[0-9a-f_.-]*[0-9][0-9a-f_.-]*", re.IGNORECASE)
_LINE = re.compile(rb"([^\r\n]*)(\r\n|\r|\n|\Z)")


class LearnLine(NamedTuple):
    """A line of a page, without its line end, the line of the published file it comes from, and that line's end."""

    text: str
    number: int
    end: str = "\n"


@dataclass(frozen=True, slots=True)
class LearnFile:
    """A published translation, read.

    `front` is its front matter with both fences and `body` the clean page after it; `source` is the whole source page
    that a bilingual file embeds, None for a plain file, and `embedded` that file taken apart. `published_hash` is its
    `ms.openlocfilehash`, the hash of the source that its translators had, and `commit` where that lies in the history
    of the source. `marked` tells whether the file began with a byte order mark.
    """

    path: Path
    page: str
    inside: str
    culture: str
    published_hash: str
    commit: str
    front: tuple[LearnLine, ...]
    body: tuple[LearnLine, ...]
    source: tuple[LearnLine, ...] | None
    embedded: bilingual.Bilingual
    marked: bool

    @property
    def segments(self) -> tuple[bilingual.Segment, ...]:
        """The sentences of a bilingual file."""
        return self.embedded.segments


def read(found: ToImport) -> LearnFile:
    """Read one published file.

    Raise NotPublishedError if it does not claim to be a translation, ImportRefusedError with everything that is wrong
    with it.
    """
    path = found.file
    raw = content(path, None if found.given else found.folder)
    marked = raw.startswith(codecs.BOM_UTF8)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    lines = list(lines_of(_checked(path, raw)))
    front = _front_matter(path, lines)
    keys = {match[1]: (match[2].strip(), line.number) for line in front if (match := _KEY.fullmatch(line.text))}
    culture = _culture(path, keys)
    body = b"".join((line.text + line.end).encode() for line in lines[len(front) :])
    sides = bilingual.split(body)
    first = len(front) + 1
    if sides.faults:
        raise ImportRefusedError(
            Problem(path, first + len(list(lines_of(body[: fault.offset]))) - 1, fault.reason, "mend the file")
            for fault in sides.faults
        )
    source: tuple[LearnLine, ...] | None = None
    if sides.segments:
        clean = list(_lines(sides.source, body, first))
        source = (*_source_front_matter(front, _title(clean)[0]), *clean)
    target = tuple(_lines(sides.target, body, first))
    title, anchor = _title(target)
    return LearnFile(
        path=path,
        page=_page(found, culture, anchor or (_title(source)[0] if source else title)),
        inside=found.inside,
        culture=culture,
        published_hash=keys.get("ms.openlocfilehash", ("", 0))[0].strip("\"'").lower(),
        commit=keys.get("ms.sourcegitcommit", ("", 0))[0].strip("\"'").lower(),
        front=front,
        body=target,
        source=source,
        embedded=sides,
        marked=marked,
    )


def content(path: Path, folder: Path | None = None) -> bytes:
    """The bytes of a file: an ordinary one inside a folder or, without `folder`, one that the user named."""
    if folder is None and path.exists() and not path.is_file():
        raise ImportRefusedError([Problem(path, 1, "is not a file")])
    try:
        return read_named(path) if folder is None else opener.read(path, Path(os.path.realpath(folder)))
    except OSError as error:
        raise ImportRefusedError([Problem(path, 1, f"cannot be read: {error.strerror}")]) from error


def lines_of(raw: bytes) -> Iterator[LearnLine]:
    """The lines of a text; the last one ends with the text, so there is always one."""
    for number, match in enumerate(_LINE.finditer(raw), start=1):
        yield LearnLine(match[1].decode(), number, match[2].decode())
        if not match[2]:
            return


def _checked(path: Path, raw: bytes) -> bytes:
    """The file's bytes, if they are text; whatever is not is refused at its line."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|\r|\n", raw[: error.start])) + 1
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise ImportRefusedError([Problem(path, line, message, "save the file as UTF-8")]) from error
    if stray := _NOT_IN_TEXT.search(text):
        line = len(re.findall(r"\r\n|\r|\n", text[: stray.start()])) + 1
        message = f"control character U+{ord(stray[0]):04X} in the text"
        raise ImportRefusedError([Problem(path, line, message, "take it out")])
    return raw


def _front_matter(path: Path, lines: Sequence[LearnLine]) -> tuple[LearnLine, ...]:
    """The lines of the front matter with both fences."""
    if lines[0].text.rstrip() != "---":
        raise NotPublishedError("no front matter, so no ms.contentlocale: the file must begin with a line `---`")
    for at, line in enumerate(lines[1:], start=1):
        if line.text.rstrip() in ("---", "..."):
            return tuple(lines[: at + 1])
    raise ImportRefusedError([Problem(path, 1, "the front matter is not closed: a line `---` must end it")])


def _culture(path: Path, keys: dict[str, tuple[str, int]]) -> str:
    """The culture of a translation, as in `lv-LV`."""
    example = "it says which language the page is in, as in `ms.contentlocale: lv-LV`"
    if "ms.contentlocale" not in keys:
        raise NotPublishedError(f"no ms.contentlocale in the front matter; {example}")
    value, line = keys["ms.contentlocale"]
    culture = value.strip("\"'")
    if not CULTURE.fullmatch(culture):
        raise ImportRefusedError([Problem(path, line, f"ms.contentlocale is `{value}`; {example}")])
    return written(culture)


def _lines(side: bilingual.Half, raw: bytes, first: int) -> Iterator[LearnLine]:
    """Give one language's lines, with explicit heading ids, and where each began in a file whose body is `raw`."""
    headings = explicit(side.raw)
    start = 0
    number, seen = first, 0
    for text, _, end in lines_of(side.raw):
        origin = side.origin(start)
        number += len(re.findall(rb"\r\n|\r|\n", raw[seen:origin]))
        seen = origin
        yield LearnLine(headings[start].decode() if start in headings else text, number, end)
        start += len(text.encode()) + len(end)


def _title(lines: Iterable[LearnLine]) -> tuple[str, str]:
    """Give the text of a page's first top heading and its explicit id; empty where there is none."""
    for line in lines:
        if match := _TITLE.fullmatch(line.text):
            return match["title"].strip(), match["id"] or ""
    return "", ""


def _source_front_matter(front: Sequence[LearnLine], title: str) -> Iterator[LearnLine]:
    """Derive the source page's front matter: the translation's without what only a translation has.

    The title is the source's own heading, since the published one is translated, and the culture is the source's. That
    all this was derived, the page says of itself: `source_rebuilt`.
    """
    skipping = False
    for line in front[:-1]:
        if key := _KEY.match(line.text):
            skipping = key[1] in _TRANSLATION_KEYS or key[1] == "title"
            if key[1] == "title" and title:
                yield line._replace(text=f"title: {json.dumps(title, ensure_ascii=False)}")
        if not skipping:
            yield line
    *_, fence = front
    yield fence._replace(text=f"ms.contentlocale: {SOURCE_CULTURE}", end=front[0].end)
    yield fence._replace(text="source_rebuilt: true", end=front[0].end)
    yield fence


def _page(found: ToImport, culture: str, fallback: str) -> str:
    """Name the page: after its file or, where that is called by a number or by a locale only, after its heading.

    Folders stay, but for one that is called by the locale and begins the name.
    """
    names = {language_of(culture), culture.lower()}
    folder, file = posixpath.split(found.name)
    first, _, rest = folder.partition("/")
    folder = rest if first.lower() in names else folder
    name = posixpath.splitext(file)[0]
    stem, _, ending = name.rpartition(".")
    if ending.lower() in names:
        name = stem
    loose = found.folder is None or file.lower().endswith(".txt")  # as a download is called, not a page of a tree
    if not name or name.lower() in names or (loose and _UNNAMED.fullmatch(name)):
        plain = unicodedata.normalize("NFKD", fallback).encode("ascii", "ignore").decode().lower()
        name = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")
    if not name:
        message = "the page has no name: the file is called by a number or a locale only, and no heading has an id"
        raise ImportRefusedError([Problem(found.file, 1, message, "rename the file")])
    return posixpath.join(folder, name)
