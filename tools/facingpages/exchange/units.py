"""A unit: a block of the source and its translation as text with codes, which nobody translates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from facingpages.align.features import neutral_target
from facingpages.merge.inline import PREFIX, Token, TokenText
from facingpages.merge.page import Cut
from facingpages.merge.pages import groups
from facingpages.update.records import named

BREAK = re.compile(r"(?: {2,}|\\)(?:\r\n|\n|\r)[ \t]*(?:>[ \t]?)*")
# Attributes of what they follow: {#id}, { lang=en }, {: .class target="_blank" }
ATTRIBUTES = re.compile(
    r"\{:?[ \t]*(?:[#.][\w:.-]+|[\w:-]+=(?:\"[^\"{}\n]*\"|'[^'{}\n]*'|[^\s\"'{}]+))"
    r"(?:[ \t]+(?:[#.][\w:.-]+|[\w:-]+=(?:\"[^\"{}\n]*\"|'[^'{}\n]*'|[^\s\"'{}]+)))*[ \t]*\}"
)
MARKS = {"break": BREAK, "attributes": ATTRIBUTES}  # codes that are no tokens of a merge


class InlineCode(NamedTuple):
    """A place in a text that stays as it is; `open` and `close` with the same id belong together."""

    id: str
    kind: Literal["open", "close", "alone"]
    value: str


Part: TypeAlias = str | InlineCode
Parts: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ExchangeUnit:
    """`id` names it within its page; `start` and `end` are its place in the piece `at` of the translation.

    `pending` tells that the translation is not that of the source as it is now; `old` is what it was made of.
    `values` are what the codes stand for in the translation.
    """

    id: str
    page: str
    line: int
    at: int
    start: int
    end: int
    source: Parts
    target: Parts
    values: Mapping[tuple[str, str], str]
    pending: bool = False
    old: str = ""

    @property
    def is_new(self) -> bool:
        """Whether it has no translation yet: it stands there in the words of the source."""
        return self.pending and said(self.source) == said(self.target)


class Returned(NamedTuple):
    """A unit that comes back. `final`: whether the translator is done with it, None where the file can't tell."""

    page: str
    id: str
    target: Parts
    final: bool | None


def said(parts: Parts) -> str:
    """The words of a text without its codes."""
    return " ".join("".join(part if isinstance(part, str) else " " for part in parts).split())


def units(page: str, source: Cut, target: Cut, old: Mapping[str, str]) -> Iterator[ExchangeUnit]:
    """The units of a translation: of the blocks that are paired one to one, tables cell by cell.

    `old` are the names of pending blocks and what their source was before, as far as that is known.
    """
    names = named(target[1])
    pairs = {b[0]: a[0] for a, b in groups(*source, *target) if len(a) == len(b) == 1}
    for at, piece in enumerate(target[1]):
        if at not in pairs or piece.block is None:
            continue
        other = source[1][pairs[at]]
        if piece.kind != other.kind or piece.kind in ("code", "directive", "html", "math"):
            continue
        line = target[0].place(piece.start).line
        pending = names[at] in old
        if piece.kind == "row":
            cells = [[(text, *place) for place in text.cells()] for text in (other.passage, piece.passage)]
            if len(cells[0]) != len(cells[1]):
                continue
            for number, ((_, *one), (_, *two)) in enumerate(zip(*cells, strict=True)):
                unit = _unit(
                    f"b{names[at]}.{number}", page, line, at, (other.passage, *one), (piece.passage, *two), pending
                )
                if unit is not None:
                    yield unit
            continue
        whole = (0, len(other.passage.text)), (0, len(piece.passage.text))
        unit = _unit(
            f"b{names[at]}", page, line, at, (other.passage, *whole[0]), (piece.passage, *whole[1]), pending,
            old.get(names[at], ""),
        )  # fmt: skip
        if unit is not None:
            yield unit


def _unit(
    name: str, page: str, line: int, at: int, source: tuple[TokenText, int, int], target: tuple[TokenText, int, int],
    pending: bool, old: str = "",
) -> ExchangeUnit | None:  # fmt: skip
    one = source[0].part(*source[1:])
    text, start, end = target
    written = text.text[start:end]
    start, end = start + len(written) - len(written.lstrip()), start + len(written.rstrip())
    if end <= start:
        return None
    two = text.part(start, end)
    ids, values = _ids(one, two, pending=pending)
    parts = _parts(one, ids[0])
    if not re.search(r"[^\W\d_]", said(parts)):
        return None
    return ExchangeUnit(name, page, line, at, start, end, parts, _parts(two, ids[1]), values, pending, old)


def _tokens(text: TokenText) -> list[tuple[Token, ...]]:
    """What belongs together: the ends of a link or of emphasis, or a single token."""
    pairs: dict[int, list[Token]] = {}
    masked = text.masked()
    written = ((kind, match) for kind, mark in MARKS.items() for match in mark.finditer(masked))
    for token in (*text.tokens, *(Token(*match.span(), kind, match.group()) for kind, match in written)):
        pairs.setdefault(token.pair or -len(pairs) - 1, []).append(token)
    found = [group for group in pairs.values() if len(group) <= 2]
    return sorted((tuple(group) for group in found), key=lambda group: group[0].start)


def _key(group: tuple[Token, ...]) -> tuple[str, str]:
    last = group[-1]
    value = neutral_target(last.target) if last.kind == "close" else last.value
    return group[0].kind, "" if last.kind in MARKS else value


Ids = dict[int, tuple[str, Literal["open", "close", "alone"]]]


def _ids(one: TokenText, two: TokenText, *, pending: bool) -> tuple[tuple[Ids, Ids], dict[tuple[str, str], str]]:
    """The ids of all tokens by where they begin, on both sides, and what each code stands for in the translation."""
    sources, targets = _tokens(one), _tokens(two)
    match: dict[int, int] = {}
    for key in (_key, lambda group: (group[0].kind, "")):
        waiting: dict[tuple[str, str], list[int]] = {}
        for at, group in enumerate(sources):
            if at not in match.values():
                waiting.setdefault(key(group), []).append(at)
        for at, group in enumerate(targets):
            if at not in match and waiting.get(key(group)) and len(sources[waiting[key(group)][0]]) == len(group):
                match[at] = waiting[key(group)].pop(0)
    values: dict[tuple[str, str], str] = {}
    first: Ids = {}
    for at, group in enumerate(sources):
        _give(first, values, group, str(at + 1))
    second: Ids = {}
    for at, group in enumerate(targets):
        name = str(match[at] + 1 if at in match else len(sources) + at + 1)
        stale = pending and at in match and _key(group) != _key(sources[match[at]])
        _give(second, {} if stale else values, group, name)
    return (first, second), values


def _give(ids: Ids, values: dict[tuple[str, str], str], group: tuple[Token, ...], name: str) -> None:
    kinds: Sequence[Literal["open", "close", "alone"]] = ("open", "close") if len(group) == 2 else ("alone",)
    for token, kind in zip(group, kinds, strict=True):
        ids[token.start] = name, kind
        values[name, kind] = token.value


def _parts(text: TokenText, ids: Ids) -> Parts:
    tokens = sorted(token for group in _tokens(text) for token in group)
    parts: list[Part] = []
    reached = 0
    for token in tokens:
        if token.start < reached:
            continue
        _add(parts, text.text[reached : token.start])
        name, kind = ids[token.start]
        parts.append(InlineCode(name, kind, token.value))
        reached = token.end
    _add(parts, text.text[reached:])
    return tuple(parts)


def _add(parts: list[Part], text: str) -> None:
    flat = re.sub(r"\s+", " ", PREFIX.sub(" ", text))
    if flat:
        parts.append(flat)
