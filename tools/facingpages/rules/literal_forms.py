"""Literals in a text: where one stands by itself, and in which other forms that say the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from facingpages.align.features import neutral_target
from facingpages.late import late
from facingpages.rules.occurrences import Sought

COMPOUND = late(r"-(?:style|like|based|aware|only|type|compatible)$")
ROUTE = late(r"(?<![\w.:/])(?:/[\w.-]*\w)+/?")
PARTS = late(r"([A-Z]{2,8})(\d{3})")
PATCH_NONE = late(r"(?<=\.\d)\.0$|(?<=\.\d\d)\.0$")
DATE = late(r"((?:19|20)\d\d)\.(?:0[1-9]|1[0-2])\.([0-2]\d|3[01])")
LOOSE = late(r"[\s\\*^{}$`\u00b7]+")


def forms(kind: str, literal: str) -> set[str]:
    """A literal, and as what else it is looked for in a text."""
    if kind == "version":
        return {literal, literal.lstrip("vV") or literal, PATCH_NONE.sub("", literal)}
    return {literal, COMPOUND.sub("", literal) or literal} if kind == "path" else {literal}


@lru_cache(maxsize=4)
def _routes(text: str) -> frozenset[str]:
    """The paths of a text, whatever locale they name."""
    return frozenset(neutral_target(route).rstrip("/") for route in ROUTE.findall(text))


def is_written_otherwise(kind: str, literal: str, here: Sought) -> bool:
    """Whether a literal stands in a text in another form that says the same."""
    if kind == "path" and (base := COMPOUND.sub("", literal)) != literal and times(base, here):
        return True  # `/etc/hosts-style` is written `/etc/hosts-ähnlich`
    if kind == "path" and (own := neutral_target(literal)) != literal:  # `/en/guides/x`, in the page's own language
        return own in _routes(here.text)
    if kind == "code" and (parts := PARTS.fullmatch(literal)):  # SHA-256, sha256
        return any(times(form, sought) for sought, form in _joined_otherwise(parts[1], parts[2], here))
    if kind == "option" and literal[1:2].isupper():
        return times(literal[1:], here) > 0  # -Confirm, named without its dash
    if kind == "growth":  # `O (1)`, `O(n\log n)`
        return _compact(literal) in _compact(here.text)
    # v6.0 may be version 6.0
    return kind == "version" and (
        dated(literal) or _is_in_words(literal, here) or times(literal.lstrip("vV"), here) > 0
    )


def _is_in_words(literal: str, here: Sought) -> bool:
    """Whether what looks like a version is a date, 2018.09.13, of which a text has the year and the day."""
    match = DATE.fullmatch(literal)
    return match is not None and all(re.search(rf"(?<!\d)0?{int(part)}(?!\d)", here.text) for part in match.groups())


@lru_cache(maxsize=4)
def _compact(text: str) -> str:
    """A text without what is free in a formula."""
    return LOOSE.sub("", text.replace("\u00b2", "2").replace("\u00b3", "3"))


def _joined_otherwise(letters: str, digits: str, here: Sought) -> Iterator[tuple[Sought, str]]:
    """A code of letters and three digits with other signs between them, or in small letters."""
    for sign in ("", "-", " ", "_"):
        yield here, letters + sign + digits
        yield here.lowered, letters.lower() + sign + digits


def plain(text: str) -> str:
    """A text with full-width and escaped forms made plain, and with the digits of ASCII."""
    text = (
        text.replace("\\_", "_")
        .replace("\\\\", "\\")
        .replace("\u2011", "-")
        .replace("&amp;", "&")
        .replace("\u00ad", "")
    )
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    digits = {ord(sign): str(unicodedata.digit(sign, sign)) for sign in set(text) if sign > "\u0660" and sign.isdigit()}
    return text.translate(digits) if digits else text


def times(literal: str, sought: Sought) -> int:
    """How often a literal stands in a text by itself, not as a part of a longer one."""
    literal, target = plain(literal), sought.text
    found = 0
    for at in sought.places(literal):
        before, after = target[at - 1 : at], target[at + len(literal) : at + len(literal) + 2]
        joined = before.isalnum() and before.isascii() and literal[0].isalnum()
        joined &= before not in ("v", "V") or not literal[0].isdigit()
        joined |= after[:1].isalnum() and after[:1].isascii() and literal[-1].isalnum()
        joined |= literal[-1].isdigit() and after[:1] == "." and after[1:2].isdigit()
        if not joined:
            found += 1
    return found


def loosely(literal: str, here: Sought) -> bool:
    """Whether a version stands in a text with a space in it, or with the decimal sign of the language: v 2,0."""
    digits = literal.lstrip("vV")
    places = here.pointed.places(digits.replace(",", ".")) if literal != digits else ()
    either = rf"\bv[.\s]?\s?{re.escape(digits).replace(re.escape('.'), '[.,]')}"
    return any(re.compile(either).match(here.text, at - far) for at in places for far in (1, 2, 3) if at >= far)


def dated(literal: str) -> bool:
    """Whether what looks like a version is a date: 24.12.2025."""
    parts = literal.split(".")
    return (
        len(parts) == 3
        and parts[2].isdigit()
        and len(parts[2]) == 4
        and parts[0].isdigit()
        and int(parts[0]) <= 31
        and int(parts[1]) <= 31
    )
