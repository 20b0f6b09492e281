"""Formulas and diagrams: commands, arrows, brackets and keywords as in the source; words in them may be translated."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.document import Block, Code, Document
from facingpages.finding import Finding
from facingpages.languages import cldr
from facingpages.late import late
from facingpages.rules.base import Pair, shorten, whole
from facingpages.rules.contrast import contrast
from facingpages.rules.diagram import facing, kind_of, parts, shape, turned, unused
from facingpages.rules.drawn import undrawn
from facingpages.rules.held import What
from facingpages.rules.layout import line_at
from facingpages.rules.matching import matched
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.undone import runs_on
from facingpages.rules.units import boxes
from facingpages.rules.wording import is_diagram
from facingpages.tuples import NamedTuple

MATH = Rule(
    "formula-changed",
    ERROR,
    "A formula differs from the source.",
    {
        "changed": 'This formula is "{here}"; in the source it is "{there}".',
        "lost": 'The formula "{there}" of the source is missing here.',
    },
    origin="source formula",
)
DIAGRAM = Rule(
    "diagram-changed",
    ERROR,
    "A diagram has another shape than in the source.",
    {
        "line": 'This line of the diagram differs in more than its words: "{here}" for "{there}"',
        "lines": "The diagram has {here} lines; in the source it has {there}.",
        "undrawn": 'The brackets in the label "{here}" need quotes around it, or nothing is drawn.',
    },
    origin="source diagram",
)

FORMULA = late(
    rb"(?<![\\$])\$\$(?P<display>(?:[^$\\]|\\.)+?)\$\$(?!\$)"
    rb"|(?<![\\$\w])\$(?=[^\s$])(?!\{[A-Za-z_]\w+\})(?P<inline>(?:[^$\\\n]|\\.|\n(?!\n))+?)(?<=[^\s])\$(?![$\d\w])"
    rb"|\\{1,2}(?:(?P<round>\()|(?P<square>\[))", re.S
)  # fmt: skip
# Generators whose Markdown knows no formulas: of two backslashes a script of the page sees one, before a letter as well.
UNAWARE = frozenset(("hugo", "zola"))
ESCAPED = late(r"\\(?=\\[A-Za-z])")
# What ends a formula in escaped brackets, and what it can't hold: code is none.
CLOSING = {"round": (b"\\)", b"`", b"\n"), "square": (b"\\]", b"`")}
BARS = late(r"\\\||\\(?:Vert|parallel)(?![A-Za-z])")  # two bars, however they are written
LOOSE = late(
    rb"(?<!\\)\$[^$\n]*\$|\xef\xbc\x84[^\n]*?\xef\xbc\x84|\xef\xbc\x88[^\n]{1,60}?\xef\xbc\x89|\([^()\n]{1,60}\)"
)
WORDED = late(r"\\(?:text(?:bf|it|rm|sf|tt)?|mbox|mathrm|operatorname\*?|label|tag)\s*\{[^{}]*\}")
SIGN = late(r"[\\_^={}<>+|]|^.{1,2}$|[A-Za-z]\s*[-*/(]")
NAMES = late(r"[A-Za-z]{3,}(?:[- ][A-Za-z]{3,})*")
PLAIN = late(r"(?<![\\A-Za-z])[A-Za-z]{3,}\s+[A-Za-z]{2,}")  # two words in a row: prose between two prices

# Between digits: what parts a number, in braces where it is but printed, and a thin blank.
MARK = late(r"(?<=\d)(?:\{([.,])\}|([.,])|\\[,;:!]?|~)(?=\d)")
ENDS = late(r"(?:(?<!\\)[.,;\u3002\uff0c\uff1b\u3001\u0964])+$")  # of the sentence that a formula is part of
QUOTED = late(r"\n(?:[ \t]*>)+")  # a line of a quotation
THOUSAND = late(r"\d{3}(?!\d)")
TORN = late(r"(?<!\\)\\[ \t]+(?=[A-Za-z]{2})")  # a name that a blank keeps from being a command: `\ beta`
DOLLAR, BACKSLASH = b"$\\"


class Formula(NamedTuple):
    """A formula: what of it must be kept, and where it stands."""

    value: str
    text: str
    start: int
    end: int


def check(pair: Pair) -> Iterator[Finding]:
    """Formulas of each block, and diagrams line by line."""
    raw = pair.source.raw
    if b"$" in raw or b"\\(" in raw or b"\\[" in raw:
        yield from _formulas(pair)
    if b"mermaid" in raw:
        for bead in pair.aligned:
            a, b = bead.source[0], bead.target[0]
            if isinstance(a, Code) and isinstance(b, Code) and is_diagram(a.info) and a.text != b.text:
                found = None if runs_on(pair.source, pair.target, b) else _diagram(pair, bead, a, b)
                if found is not None:
                    yield found


def _formulas(pair: Pair) -> Iterator[Finding]:
    lost: list[tuple[Bead, Formula, list[Formula]]] = []
    strange: Counter[str] = Counter()
    for bead in pair.aligned:
        if isinstance(bead.source[0], Code) or isinstance(bead.target[0], Code):
            continue
        s = _of_source(pair.source, bead.source)
        if not s:
            continue
        t = formulas(pair.target, bead.target)
        _, missing, new = matched(s, t, lambda one: one.value)
        if missing and new and MARK.search(new[0].value):
            missing, new = _unevened(pair, missing, new)
        lost += [(bead, one, new) for one in missing]
        strange.update(one.value for one in new)
    for bead, one, new in lost:
        if strange[one.value]:
            strange[one.value] -= 1
            continue
        yield _finding(pair, bead, one, new)


def _unevened(pair: Pair, there: list[Formula], here: list[Formula]) -> tuple[list[Formula], list[Formula]]:
    """What differs in more than how a language parts a number: `0.5` is `0{,}5`, where a comma stands before tenths."""
    signs = [cldr.decimal_sign(locale) for locale in (pair.source.locale, pair.locale)]
    _, missing, new = matched(
        [(_evened(one.value, signs[0]), one) for one in there],
        [(_evened(one.value, signs[1]), one) for one in here],
        lambda pair: pair[0],
    )
    return [one for _, one in missing], [one for _, one in new]


def _evened(value: str, sign: str) -> str:
    """A formula with a stop before tenths, and nothing between thousands."""

    def mark(match: re.Match[str]) -> str:
        own = match[1] or match[2]
        if own == sign:
            return "."
        return "" if THOUSAND.match(value, match.end()) else match[0]

    return MARK.sub(mark, value)


def _finding(pair: Pair, bead: Bead, one: Formula, new: list[Formula]) -> Finding:
    if new:
        other = new.pop(0)
        here, there = contrast(other.text, one.text, 40)
        alike = pair.generator in UNAWARE and ESCAPED.sub("", other.value) == ESCAPED.sub("", one.value)
        severity = INFO if alike else None
        return pair.finding(MATH, "changed", at=other, origin=one, bead=bead, here=here, there=there, severity=severity)
    start, end = bead.target[0].start, bead.target[-1].end
    match = LOOSE.search(pair.target.raw, start, end)
    place = match.span() if match is not None else whole(bead.target[0])
    return pair.finding(MATH, "lost", at=place, origin=one, bead=bead, there=shorten(one.text, 40))


def _of_source(document: Document, blocks: Sequence[Block]) -> Sequence[Formula]:
    """The formulas in some blocks of a source: those of one block are found once for all translations."""
    if len(blocks) > 1:
        return formulas(document, blocks)
    known: dict[int, Sequence[Formula]] = document.memo.setdefault("formulas", {})
    if blocks[0].index not in known:
        written = document.raw[blocks[0].start : blocks[0].end]
        has = DOLLAR in written or (BACKSLASH in written and (b"\\(" in written or b"\\[" in written))
        known[blocks[0].index] = formulas(document, blocks) if has else ()
    return known[blocks[0].index]


def formulas(document: Document, blocks: Sequence[Block]) -> list[Formula]:
    """The formulas in some blocks, those in code left out. What stands between two prices is none."""
    codes = sorted((code.start, code.end) for block in blocks for code in block.codes)
    found: list[Formula] = []
    for kind, start, end, raw in _written(document.raw, blocks[0].start, blocks[-1].end):
        at = bisect_right(codes, (start, len(document.raw))) - 1
        if at >= 0 and start < codes[at][1]:
            continue
        inside = raw.decode("utf-8", "replace")
        if "\n" in inside and boxes(blocks[0], "quote", "callout"):
            inside = QUOTED.sub("\n", inside)
        masked = WORDED.sub(lambda part: part.group().partition("{")[0] + "{}", inside)
        if kind in ("inline", "round", "square") and (not SIGN.search(inside.strip()) or PLAIN.search(masked)):
            continue
        if kind in ("round", "square") and NAMES.fullmatch(inside.strip()):
            continue  # escaped brackets around words
        if kind == "square" and "\\" not in inside and "=" not in inside:
            continue  # escaped brackets around a word
        found.append(
            Formula(
                ENDS.sub("", BARS.sub("||", "".join(TORN.sub(r"\\~", masked).split()))),
                document.raw[start:end].decode("utf-8", "replace"),
                start,
                end,
            )
        )
    return found


def _written(raw: bytes, start: int, end: int) -> Iterator[tuple[str, int, int, bytes]]:
    """What may be a formula in some of a page: how it is marked, where it begins and ends, and what stands inside.

    The end of one in escaped brackets is looked for once, however many begin before it.
    """
    known: dict[bytes, int] = {}

    def following(sign: bytes, at: int) -> int:
        if known.get(sign, -1) < at:
            place = raw.find(sign, at, end)
            known[sign] = place if place >= 0 else end
        return known[sign]

    at = start
    while (match := FORMULA.search(raw, at, end)) is not None:
        kind, first, last, behind = match.lastgroup or "", match.end(), match.end(), match.end()
        if kind not in CLOSING:
            yield kind, match.start(), behind, match[kind]
        else:
            closing, *others = CLOSING[kind]
            last, behind = following(closing, first), following(closing, first) + len(closing)
            if last > first + 1 and raw[last - 1] == BACKSLASH:  # which is escaped twice
                last -= 1
            if first == last or behind > end or any(following(sign, first) < last for sign in others):
                behind = match.start() + 1
            else:
                yield kind, match.start(), behind, raw[first:last]
        at = behind


def _diagram(pair: Pair, bead: Bead, a: Code, b: Code) -> Finding | None:
    lines_a, lines_b = ([line for line in block.text.splitlines() if line.strip()] for block in (a, b))
    kind = kind_of(lines_a)
    for one, two in facing(lines_a, lines_b):
        if one.strip() == two.strip().partition(" as ")[0]:
            continue
        if shape(one, kind) != shape(two, kind) or parts(one, kind) < parts(two, kind):
            at = pair.target.raw.find(two.strip().encode(), b.start, b.end)
            place = (at, at + len(two.strip().encode())) if at >= 0 else (b.start, b.end)
            return pair.finding(
                DIAGRAM, "line", at=place, origin=a, bead=bead, here=shorten(two.strip()), there=shorten(one.strip())
            )
    if (broken := next(undrawn(b.text), None)) is not None and next(undrawn(a.text), None) is None:
        at = pair.target.raw.find(broken[0].strip().encode(), b.start, b.end)
        place = (at, at + len(broken[0].strip().encode())) if at >= 0 else (b.start, b.end)
        return pair.finding(DIAGRAM, "undrawn", at=place, origin=a, bead=bead, here=shorten(broken[1]))
    if len(lines_a) == len(lines_b) and (number := turned(lines_a, lines_b)) is not None:
        start, end = line_at(pair.target.raw, b, b.text.splitlines().index(lines_b[number]))
        place = (end - len(lines_b[number].strip().encode()), end) if end > start else (b.start, b.end)
        return pair.finding(
            DIAGRAM, "line", at=place, origin=a, bead=bead, here=shorten(lines_b[number].strip()),
            there=shorten(lines_a[number].strip()),
        )  # fmt: skip
    if (orphan := unused(b.text)) and not unused(a.text) and len(lines_a) == len(lines_b):
        at = pair.target.raw.find(orphan.strip().encode(), b.start, b.end)
        there = next((one for one, two in zip(lines_a, lines_b, strict=True) if two == orphan), lines_a[0])
        place = (at, at + len(orphan.strip().encode()))
        return pair.finding(
            DIAGRAM, "line", at=place, origin=a, bead=bead, here=shorten(orphan.strip()), there=shorten(there.strip())
        )
    if len(lines_a) != len(lines_b):
        return pair.finding(
            DIAGRAM,
            "lines",
            at=b,
            origin=a,
            bead=bead,
            severity=WARNING,
            here=str(len(lines_b)),
            there=str(len(lines_a)),
        )
    return None


FAMILY = Family((MATH, DIAGRAM), pair=check, of=What.MATH)
