"""What stands within the values of the front matter: items of a list, settings under a key, a language in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.align.features import neutral_target
from facingpages.document import Document, Entry
from facingpages.languages.codes import names_of
from facingpages.late import late
from facingpages.rules.base import Pair, Range, reach

# To a number, on or off, to an address on the site.
SET = late(rb"^[ \t]+(?:-[ \t]+)?([\w-]+):[ \t]+(-?\d+(?:\.\d+)?|true|false|\.{0,2}/[\w./#?=&-]*)[ \t]*\r?$", re.M)
KEY = late(rb"^[ \t]+(?:-[ \t]+)?([\w-]+):", re.M)
ITEM = late(rb"^[ \t]*-[ \t]+([^\r\n]*[^\s])", re.M)  # on a line of its own
FILE = late(r"\.(?:html?|mdx?)$")
CLIMB = late(r"^(?:\.{1,2}/)+")
SAID = late(r"[^\W\d_][\w'\u2019 -]*")  # a word or some: no file, no address, no number


def differing(pair: Pair, entry: Entry, other: Entry) -> tuple[Range, Range]:
    """Where the first item that differs stands, here and in the source: the two keys, if one has more items or they
    aren't written one a line. A long list begins far above what is wrong in it, in lines that nobody edited."""
    whole = reach(other), reach(entry)
    there, here = entry.value.split("\n"), other.value.split("\n")
    places, origins = _items(pair.target, other), _items(pair.source, entry)
    if not len(there) == len(here) == len(places) == len(origins):
        return whole
    at = next((at for at, (a, b) in enumerate(zip(there, here, strict=True)) if a != b), None)
    return whole if at is None else (places[at], origins[at])


def set_within(pair: Pair, entry: Entry, other: Entry) -> Iterator[tuple[str, Range, Range]]:
    """What is set under a key to a number, on and off or to an address, and otherwise here, where both have the same keys."""
    there, here = (document.raw[one.start : one.end] for document, one in ((pair.source, entry), (pair.target, other)))
    if KEY.findall(there) != KEY.findall(here):
        return
    settings, own = list(SET.finditer(there)), list(SET.finditer(here))
    if [one.group(1) for one in settings] != [two.group(1) for two in own]:
        return
    for one, two in zip(settings, own, strict=True):
        if not _are_same(pair, one.group(2).decode(), two.group(2).decode()):
            origin = entry.start + one.start(2), entry.start + one.end(2)
            yield one.group(1).decode(), origin, (other.start + two.start(2), other.start + two.end(2))


def _are_same(pair: Pair, one: str, two: str) -> bool:
    """Whether two settings are one, addresses but for the folder of a language and the slash behind a folder."""
    if "/" not in one + two:
        return one == two
    one, two = (CLIMB.sub("", value) for value in (one, two))  # how far one climbs tells where it begins
    return neutral_target(f"{one.rstrip('/')}/") == neutral_target(f"{two.rstrip('/')}/") or is_named_for(
        pair, one, two
    )


def is_named_for(pair: Pair, one: str, two: str) -> bool:
    """Whether a value is the source's with the page's own language before or behind it: `notes-42` and `notes-42-ja`;
    the source's may have its own there: `en-notes-42` and `ja-notes-42`. Or each names the other's, `ja/notes` in the
    source and `en/notes` here, as a switch between two languages does. Or each is an address of the same site below
    the folder of its language, where pages are called as that has it."""
    if (ending := FILE.search(one)) is not None and two.endswith(ending.group()):
        one, two = (value.removesuffix(ending.group()) for value in (one, two))
    bare, plain = _bare(pair.source.locale, one), _plain(one)
    if len(bare) > 1 and _bare(pair.locale, two) in {bare, plain} - {_plain(two)}:
        return True
    if _bare(pair.locale, one) != _plain(one) and _bare(pair.locale, one) == _bare(pair.source.locale, two) != _plain(
        two
    ):
        return True
    parts = [_plain(value).split("/")[2:4] for value in (one, two) if value.strip("\"'").startswith("http")]
    hosts, folders = zip(*parts, strict=True) if [len(part) for part in parts] == [2, 2] else (("",), ())
    return len(set(hosts)) == 1 < len(folders) and all(
        folder in names_of(document.locale)
        for folder, document in zip(folders, (pair.source, pair.target), strict=True)
    )


def _plain(value: str) -> str:
    """A value in small letters with hyphens, without the slashes at the ends of a path."""
    return value.lower().replace("_", "-").strip("\"'/")


def _bare(locale: str, value: str) -> str:
    """A value without the language before or behind it."""
    text = _plain(value)
    for name in sorted(names_of(locale), key=len, reverse=True):
        for mark in "-./":
            if text.startswith(name + mark) or text.endswith(mark + name):
                return text.removeprefix(name + mark).removesuffix(mark + name)
    return text


def _items(document: Document, entry: Entry) -> list[Range]:
    if entry.shape != "list":
        return []
    raw = document.raw[entry.start : entry.end]
    return [(entry.start + found.start(1), entry.start + found.end(1)) for found in ITEM.finditer(raw)]


def has_grown(one: Entry, two: Entry) -> bool:
    """Whether a list only gained words, as what a page is found by in its language."""
    there, here = ({*entry.value.split("\n")} for entry in (one, two))
    return one.shape == "list" and there < here and all(map(SAID.fullmatch, here - there))
