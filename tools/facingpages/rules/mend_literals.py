"""Literals and directives with the source's signs: what the rules about them offer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from facingpages.align import Bead
from facingpages.finding import Applicability, Fix
from facingpages.late import late
from facingpages.rules.base import Pair, Range
from facingpages.rules.mend import SAFE, UNSAFE, Change, several
from facingpages.rules.mistyped import mistyped
from facingpages.rules.wording import translates
from facingpages.seldom import get_close_matches

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
WIDE = 0xFEE0  # from a sign of ASCII to its full-width form
LONG = 4000  # characters of a block that is not searched for what its many literals became
WORD = late(r"[\w.@$%\\/:{}-]{3,}")
ALIKE = 0.8  # how like a literal what was made of it is, 0 to 1
TOKEN = late(r"\"[^\"]*\"|'[^']*'|[\w./#:-]+|\s+|.", re.S)
MACHINE = late(r"(?:id|ref|src|href|url|file|path|type|lang|class|key|icon|slug|to)$", re.I)
LISTED = late(r"(?:type|lang|class|key|icon|variant|kind)$", re.I)  # one of a few values that a program knows
WORDED = late(r"\w")
MADE_UP = late(r"[./#:_=\d-]|[^\w\s]")  # no word that a person reads, but a path, a name of a file, an id, a sign
BRACES = late(r"\{[^{}\n]{1,40}\}|%[ ]?\(?\w*\)?[ ]?(?:\d+\$)?[^\W\d_]|\$[ ]?\{[^{}\n]{1,40}\}")


def as_written(pair: Pair, bead: Bead, literal: str, *, guess: bool) -> Fix | None:
    """A literal as the source has it, where it stands in other signs: safe; in another case, or much alike: `guess`."""
    if len(bead.target) != 1 or len(bead.target[0].text) > LONG:
        return None
    block = bead.target[0]
    text = pair.target.source_text(block.start, block.end)
    message = "write it as the source does"
    forms = (_plain(text, tight=False), _plain(text, tight=True), (_lower(text), range(len(text) + 1)))
    for (form, places), wanted, sure in zip(
        forms, (literal, literal, literal.lower()), (SAFE, SAFE, UNSAFE), strict=True
    ):
        spans = ((places[at], places[at + len(wanted) - 1] + 1) for at in _words(form, wanted))
        found = [span for span in spans if text[slice(*span)] != literal]
        if len(found) == 1:
            return _put(pair, block.start, text, found[0], literal, message, sure)
    if not guess:
        return None
    there = " ".join(other.text for other in bead.source)
    words = {word.rstrip(".,:;") for word in WORD.findall(text)}
    near = [word for word in get_close_matches(literal, words - {literal}, 2, ALIKE) if word not in there]
    if len(near) == 1 and text.count(near[0]) == 1:
        at = text.find(near[0])
        return _put(pair, block.start, text, (at, at + len(near[0])), literal, message, UNSAFE)
    return None


@lru_cache(maxsize=4)
def _plain(text: str, *, tight: bool) -> tuple[str, Sequence[int]]:
    """A text as a keyboard writes it, `tight` without the blanks beside signs, and where each of its signs stood."""
    signs: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        beside = text[at - 1 : at] + text[at + 1 : at + 2]
        if sign in HIDDEN or (tight and sign.isspace() and not beside.isalnum()):
            continue
        typed = "--" if sign == "\u2014" else "-" if sign in DASHES else sign
        typed = chr(ord(sign) - WIDE) if "\uff01" <= sign <= "\uff5e" else typed
        signs += typed
        places += [at] * len(typed)
    return "".join(signs), (*places, len(text))


def _lower(text: str) -> str:
    """A text in small letters, sign for sign; nothing where one of them becomes two."""
    small = text.lower()
    return small if len(small) == len(text) else ""


def _words(text: str, wanted: str) -> Iterator[int]:
    """Where a text holds another that no Latin letter or digit touches."""
    at = text.find(wanted)
    while at >= 0:
        beside = text[at - 1 : at] + text[at + len(wanted) : at + len(wanted) + 1]
        if not any(sign.isascii() and sign.isalnum() for sign in beside):
            yield at
        at = text.find(wanted, at + 1)


def _put(
    pair: Pair, start: int, text: str, at: Range, literal: str, message: str, sure: Applicability
) -> Fix | None:  # fmt: skip
    begin = start + len(text[: at[0]].encode())
    return several(pair.target, [((begin, begin + len(text[slice(*at)].encode())), literal)], message, sure)


def retaken(pair: Pair, here: Range, there: Range) -> Fix | None:
    """A directive with the source's names and with what a program reads, but with the words that were translated.

    Safe where names, types and the like are put back, or a slip; a file or a film may be the language's own.
    """
    one = TOKEN.findall(pair.source.source_text(*there))
    new = pair.target.source_text(*here)
    two = TOKEN.findall(new)
    if len(one) != len(two):
        return None
    made: list[str] = []
    sure = first = True  # until a word was read
    for position, (old, now) in enumerate(zip(one, two, strict=True)):
        quoted = old[:1] in "\"'" and now[:1] in "\"'"
        name = "".join(one[max(0, position - 3) : position]).rstrip("= ")
        named = MACHINE.search(name) is not None or first
        if quoted:
            keeps = not named and (translates(old[1:-1], now[1:-1]) or " " in old)
        else:
            keeps = not named and MADE_UP.search(old) is None
        made.append(now if keeps else old)
        sure &= keeps or old == now or first or LISTED.search(name) is not None or mistyped(now, old)
        first = first and WORDED.search(old) is None
    text = "".join(made)
    return (
        several(pair.target, [(here, text)], "take the directive of the source", SAFE if sure else UNSAFE)
        if text != new
        else None
    )


@lru_cache(maxsize=4)
def _placeholders(text: str) -> Sequence[tuple[int, str]]:
    """The placeholders of a text, and where each stands."""
    return [(match.start(), match.group()) for match in BRACES.finditer(text)]


def replaced(pair: Pair, bead: Bead, name: str, known: frozenset[str]) -> Fix | None:
    """A placeholder of the source for the one that stands instead of it, if there is just one that could."""
    if len(bead.target) != 1 or len(bead.source) != 1 or len(bead.target[0].text) > LONG:
        return None
    block = bead.target[0]
    text = pair.target.source_text(block.start, block.end)
    here = _placeholders(text)
    there = {sign for _, sign in _placeholders(pair.source.source_text(bead.source[0].start, bead.source[0].end))}
    found = [(at, sign) for at, sign in here if sign[0] == name[0] and sign not in known and sign not in there]
    if len(found) != 1 or len(there - {sign for _, sign in here}) != 1:
        return None
    ((at, sign),) = found
    start = block.start + len(text[:at].encode())
    changes: list[Change] = [((start, start + len(sign.encode())), name)]
    return several(pair.target, changes, "take the placeholder of the source", SAFE)
