"""What stands around the body of a block - marks, indentation, blank lines - merged three ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from facingpages.merge.page import PageChunk

LETTERS = re.compile(r"[^\W\d_]{2,}")
COMMENT = re.compile(r"<!--.*?-->", re.S)
SAID = re.compile(r"\"[^\"]*\"|^[^\S\n]*:::\w+ +[^\n]*", re.M)


def known(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """How the translation has what stands around blocks in its source, as far as it always has it the same way."""
    found: dict[str, str] = {}
    unsure: set[str] = set()
    for old, target in pairs:
        if found.setdefault(old, target) != target:
            unsure.add(old)
    return {old: target for old, target in found.items() if old not in unsure}


def merged(old: str, target: str, new: str, memory: Mapping[str, str]) -> str | None:
    """What stands around a block in the new translation; None where words in it changed."""
    if old == new:
        return target
    if target == old:
        found = memory.get(new, new)
        return None if found == new and _said(new) - _said(old) else found
    if new in memory:
        return memory[new]
    if not old.strip() and not new.strip() and not target.strip():
        return new if _blank(old) != _blank(new) or "\n" not in target else target
    if _said(new) - _said(old):
        return None
    digits_old, digits_new, own = (re.findall(r"\d+", text) for text in (old, new, target))
    if re.sub(r"\d+", "", old) == re.sub(r"\d+", "", new) and digits_old == own and len(own) == len(digits_new):
        numbers = iter(digits_new)
        return re.sub(r"\d+", lambda _: next(numbers), target)
    core_old, core_new = old.strip(), new.strip()
    if core_old == core_new and target.strip():
        return new.replace(core_new, target.strip(), 1)
    return target


def _blank(text: str) -> int:
    return min(2, text.count("\n"))


def _said(text: str) -> set[str]:
    """The words that a reader sees in the opening of a callout or a tab: what is quoted, or behind its name."""
    return {word for part in SAID.findall(text) for word in LETTERS.findall(part)}


def notes(text: str, source: str, eol: str) -> str:
    """The comments that only the translation has around a block."""
    return "".join(f"{note}{eol}{eol}" for note in COMMENT.findall(text) if note not in source)


def joined(before: str, new: PageChunk | None, eol: str) -> str:
    """The end of a block's text with what must stand between it and one that did not follow it before."""
    if not before.endswith(("\n", "\r")):
        before += eol
    if new is not None and _ends(new.tail) > 1 and _ends(before) < 2:
        before += eol
    return before


def _ends(text: str) -> int:
    """How many lines end after the last mark of a text."""
    return text[len(text.rstrip("\r\n \t>")) :].count("\n")


def reindented(body: str, old: str, new: str) -> str:
    """A body whose lines follow the new depth of its head, and leave or enter the quotes that it stands in."""
    one, two = (text.rpartition("\n")[2] for text in (old, new))
    if one.count(">") != two.count(">"):
        lead = re.sub(r"[^\s>]", " ", two)
        first, *rest = body.split("\n")
        marks = rf"\A[ \t]*(?:>[ \t]?){{0,{one.count('>')}}}"
        return "\n".join([first, *(lead + re.sub(marks, "", line) for line in rest)])
    before, after = len(one), len(two)
    if before == after or "\n" not in body or one.strip(" \t") != two.strip(" \t"):
        return body
    lines = body.split("\n")
    if after > before:
        return "\n".join([lines[0], *(" " * (after - before) + line if line.strip() else line for line in lines[1:])])
    cut = before - after
    return "\n".join([lines[0], *(line[cut:] if not line[:cut].strip() else line for line in lines[1:])])
