"""Literals and directives with the source's signs: what the rules about them offer."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from facingpages.align import Bead
from facingpages.finding import Applicability, Fix
from facingpages.late import late
from facingpages.rules.base import Pair, Range
from facingpages.rules.mend import SAFE, UNSAFE, Change, several
from facingpages.rules.wording import translates

DASHES = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
HIDDEN = "[\u00ad\u200b\u200c\u200d\u2060\ufeff]*"
PLAIN = {sign + 0xFEE0: sign for sign in range(0x21, 0x7F)} | dict.fromkeys(map(ord, DASHES), "-")
PLAIN |= {0x130: "i", 0x131: "i"}  # which are one with i where case does not count
BLANK = late(r"[\s\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
DASHED = late("-+")
WORD = late(r"[\w.@$%\\/:{}-]{3,}")
MOST_WORDS = 300  # of a block in which one like a literal is looked for: of more there is no saying
ALIKE = 0.8  # how like a literal what was made of it is, 0 to 1
TOKEN = late(r"\"[^\"]*\"|'[^']*'|[\w./#:-]+|\s+|.", re.S)
MACHINE = late(r"(?:id|ref|src|href|url|file|path|type|lang|class|key|icon|slug|to)$", re.I)
BRACES = late(r"\{[^{}\n]{1,40}\}|%[ ]?\(?\w*\)?[ ]?(?:\d+\$)?[^\W\d_]|\$[ ]?\{[^{}\n]{1,40}\}")


def as_written(pair: Pair, bead: Bead, literal: str, *, guess: bool) -> Fix | None:
    """A literal as the source has it, where it stands in other signs: safe; in another case, or much alike: `guess`."""
    if len(bead.target) != 1:
        return None
    block = bead.target[0]
    text = pair.target.source_text(block.start, block.end)
    message = "write it as the source does"
    patterns = ((_in_other_signs(literal), 0, SAFE), (re.escape(literal), re.I, UNSAFE))
    for pattern, flags, sure in patterns if _bare(literal) in _bare(text) else ():
        every = re.finditer(rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])", text, flags)
        found = [match for match in every if match.group() != literal]
        if len(found) == 1:
            return _put(pair, block.start, text, found[0].span(), literal, message, sure)
    if not guess:
        return None
    there = " ".join(other.text for other in bead.source)
    words = _words(text)
    if len(words) > MOST_WORDS:
        return None
    near = [word for word in get_close_matches(literal, words - {literal}, 2, ALIKE) if word not in there]
    if len(near) == 1 and text.count(near[0]) == 1:
        at = text.find(near[0])
        return _put(pair, block.start, text, (at, at + len(near[0])), literal, message, UNSAFE)
    return None


def _put(
    pair: Pair, start: int, text: str, at: Range, literal: str, message: str, sure: Applicability
) -> Fix | None:  # fmt: skip
    begin = start + len(text[: at[0]].encode())
    return several(pair.target, [((begin, begin + len(text[slice(*at)].encode())), literal)], message, sure)


@lru_cache(maxsize=16)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.rstrip(".,:;") for word in WORD.findall(text))


@lru_cache(maxsize=16)
def _bare(text: str) -> str:
    """A text in plain signs, without blanks and in one case: what a literal is sooner looked for in than by a pattern."""
    return DASHED.sub("-", BLANK.sub("", text.translate(PLAIN)).casefold())


def _in_other_signs(literal: str) -> str:
    """What a word processor, a full-width keyboard or a line break may have made of a literal."""
    parts: list[str] = []
    for sign in literal:
        if sign == "-":
            parts.append(f"(?:[{DASHES}]|--)")
        elif "!" <= sign <= "~":
            wide = chr(ord(sign) + 0xFEE0)
            blank = "" if sign.isalnum() else "[ \u00a0\u202f]?"
            parts.append(f"{blank}[{re.escape(sign)}{wide}]{blank}")
        else:
            parts.append(re.escape(sign))
    return HIDDEN.join(parts)


def retaken(pair: Pair, here: Range, there: Range) -> Fix | None:
    """A directive with the source's names and with what a program reads, but with the words that were translated."""
    one = TOKEN.findall(pair.source.source_text(*there))
    new = pair.target.source_text(*here)
    two = TOKEN.findall(new)
    if len(one) != len(two):
        return None
    made: list[str] = []
    for position, (old, now) in enumerate(zip(one, two, strict=True)):
        quoted = old[:1] in "\"'" and now[:1] in "\"'"
        name = "".join(one[max(0, position - 3) : position]).rstrip("= ")
        keeps = quoted and not MACHINE.search(name) and (translates(old[1:-1], now[1:-1]) or " " in old)
        made.append(now if keeps or (old.isspace() and now.isspace()) else old)
    text = "".join(made)
    return several(pair.target, [(here, text)], "take the directive of the source", SAFE) if text != new else None


def replaced(pair: Pair, bead: Bead, name: str, known: frozenset[str]) -> Fix | None:
    """A placeholder of the source for the one that stands instead of it, if there is just one that could."""
    if len(bead.target) != 1 or len(bead.source) != 1:
        return None
    block = bead.target[0]
    text = pair.target.source_text(block.start, block.end)
    there = set(BRACES.findall(pair.source.source_text(bead.source[0].start, bead.source[0].end)))
    found = [match for match in BRACES.finditer(text) if match.group() not in known | there]
    found = [match for match in found if match.group()[0] == name[0]]
    if len(found) != 1 or len(there - set(BRACES.findall(text))) != 1:
        return None
    start = block.start + len(text[: found[0].start()].encode())
    changes: list[Change] = [((start, start + len(found[0].group().encode())), name)]
    return several(pair.target, changes, "take the placeholder of the source", SAFE)
