"""Formulas and diagrams: commands, arrows, brackets and keywords as in the source; words in them may be translated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.document import Block, Code, Document
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair, shorten, whole
from facingpages.rules.held import What
from facingpages.rules.matching import matched
from facingpages.rules.rule import ERROR, WARNING, Family, Rule
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
    },
    origin="source diagram",
)

FORMULA = late(
    rb"(?<![\\$])\$\$(?P<display>(?:[^$\\]|\\.)+?)\$\$(?!\$)"
    rb"|(?<![\\$\w])\$(?=[^\s$])(?P<inline>(?:[^$\\\n]|\\.|\n(?!\n))+?)(?<=[^\s])\$(?![$\d\w])"
    rb"|\\{1,2}\((?P<round>(?:[^\\\n]|\\(?!\)))+?)\\{1,2}\)"
    rb"|\\{1,2}\[(?P<square>(?:[^\\]|\\(?!\]))+?)\\{1,2}\]", re.S
)  # fmt: skip
LOOSE = late(
    rb"(?<!\\)\$[^$\n]*\$|\xef\xbc\x84[^\n]*?\xef\xbc\x84|\xef\xbc\x88[^\n]{1,60}?\xef\xbc\x89|\([^()\n]{1,60}\)"
)
WORDED = late(r"\\(?:text(?:bf|it|rm|sf|tt)?|mbox|mathrm|operatorname\*?|label|tag)\s*\{[^{}]*\}")
SIGN = late(r"[\\_^={}<>+|]|^.{1,2}$|[A-Za-z]\s*[-*/(]")
PLAIN = late(r"(?<![\\A-Za-z])[A-Za-z]{3,}\s+[A-Za-z]{2,}")  # two words in a row: prose between two prices

# The words that Mermaid reads (https://mermaid.js.org/syntax/), by what they stand at the beginning of.
KEYWORDS = frozenset((
    "graph", "flowchart", "subgraph", "end", "direction", "style", "classdef", "class", "click", "linkstyle", "sequencediagram",
    "participant", "actor", "loop", "alt", "else", "opt", "par", "and", "rect", "critical", "option", "break", "note", "activate",
    "deactivate", "autonumber", "create", "destroy", "box", "classdiagram", "namespace", "statediagram", "statediagram-v2", "state",
    "erdiagram", "gantt", "dateformat", "axisformat", "excludes", "todaymarker", "section", "title", "pie", "showdata", "journey",
    "gitgraph", "commit", "branch", "checkout", "merge", "mindmap", "timeline", "quadrantchart", "requirementdiagram", "sankey-beta",
    "xychart-beta", "block-beta", "accdescr", "acctitle", "interface", "%%",
))  # fmt: skip
ORIENTATIONS = frozenset(("tb", "td", "bt", "rl", "lr"))
LABELS = (
    late(r'"[^"]*"'), late(r"\|[^|]*\|"), late(r"(?<=\[)[^\[\]]*(?=\])"), late(r"(?<=\()[^()]*(?=\))"),
    late(r"(?<=\{)[^{}]*(?=\})"), late(r"(?<=--)\s[^-=>|]*\s(?=--)"),
    late(r"(?<=-\.)\s[^.>|]*\s(?=\.-)"), late(r"(?<===)\s[^=>|]*\s(?===)"),
)  # fmt: skip
FREE = frozenset(
    ("title", "section", "accdescr", "acctitle", "loop", "alt", "else", "opt", "par", "and", "note", "box", "%%")
)
WORD = late(r"[^\W\d_][\w.]*(?:-[\w.]+)*|[^\W_]\w*")  # an arrow may follow at once
WORDED_DIAGRAMS = frozenset(("mindmap", "journey", "timeline", "kanban", "quadrantChart"))
SEVERAL = late(r"\bw(?:[,.:;-]* w)+\b")
SCORE = late(r":\s*(\d)\s*:")  # of a task, in the journey of a user
PIE = late(r"(pie(?:\s+showData)?\s+title)\s")
WORDY = late(r"\w")
NAME = late(r"[\w-]+")
PART = late(r"^[ \t]*(?:participant|actor)[ \t]+([^\s:]+)(?:[ \t]+as[ \t][^\n]*|[ \t]*)$", re.M)
AS = late(r"\b(?:participant|actor|state)\s+(?:\"[^\"]*\"|\S+)\s+(\w+)\s")


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
                found = _diagram(pair, bead, a, b)
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
        lost += [(bead, one, new) for one in missing]
        strange.update(one.value for one in new)
    for bead, one, new in lost:
        if strange[one.value]:
            strange[one.value] -= 1
            continue
        yield _finding(pair, bead, one, new)


def _finding(pair: Pair, bead: Bead, one: Formula, new: list[Formula]) -> Finding:
    if new:
        other = new.pop(0)
        return pair.finding(
            MATH, "changed", at=other, origin=one, bead=bead, here=shorten(other.text, 40), there=shorten(one.text, 40)
        )
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
        has = b"$" in written or b"\\(" in written or b"\\[" in written
        known[blocks[0].index] = formulas(document, blocks) if has else ()
    return known[blocks[0].index]


def formulas(document: Document, blocks: Sequence[Block]) -> list[Formula]:
    """The formulas in some blocks, those in code left out. What stands between two prices is none."""
    codes = [(code.start, code.end) for block in blocks for code in block.codes]
    found: list[Formula] = []
    for match in FORMULA.finditer(document.raw, blocks[0].start, blocks[-1].end):
        if any(first <= match.start() < last for first, last in codes):
            continue
        inside = next(group for group in match.groups() if group is not None).decode("utf-8", "replace")
        masked = WORDED.sub(lambda part: part.group().partition("{")[0] + "{}", inside)
        if match.lastgroup in ("inline", "round", "square") and (
            not SIGN.search(inside.strip()) or PLAIN.search(masked)
        ):
            continue
        if match.lastgroup == "square" and "\\" not in inside and "=" not in inside:
            continue  # escaped brackets around a word
        found.append(
            Formula("".join(masked.split()), match.group().decode("utf-8", "replace"), match.start(), match.end())
        )
    return found


def _diagram(pair: Pair, bead: Bead, a: Code, b: Code) -> Finding | None:
    lines_a, lines_b = ([line for line in block.text.splitlines() if line.strip()] for block in (a, b))
    worded = any(line.strip() in WORDED_DIAGRAMS for line in lines_a[:3])
    for one, two in _facing(lines_a, lines_b):
        if one.strip() != two.strip().partition(" as ")[0] and _shape(one, worded) != _shape(two, worded):
            at = pair.target.raw.find(two.strip().encode(), b.start, b.end)
            place = (at, at + len(two.strip().encode())) if at >= 0 else (b.start, b.end)
            return pair.finding(
                DIAGRAM, "line", at=place, origin=a, bead=bead, here=shorten(two.strip()), there=shorten(one.strip())
            )
    if (orphan := _unused(b.text)) and not _unused(a.text) and len(lines_a) == len(lines_b):
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


def _facing(there: Sequence[str], here: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines of two diagrams beside each other, without those of the source that were lost before one that stands here.

    A line is known by the name that it begins with and by its shape.
    """
    names = [_begins(line) for line in there]
    at = 0
    for line in here:
        if at >= len(there):
            return
        more = len(there) - len(here)
        if more > 0 and (name := _begins(line)) != names[at] and name in names[at + 1 : at + 1 + more]:
            at = names.index(name, at + 1)
        yield there[at], line
        at += 1


def _begins(line: str) -> tuple[str, str]:
    first = NAME.match(line.strip())
    return (first.group() if first is not None else "", skeleton(line))


def _shape(line: str, worded: bool) -> str:
    """The skeleton of a line; in a diagram whose lines are texts, these are of as many words as a language takes."""
    return SEVERAL.sub("w", skeleton(line)) + "".join(SCORE.findall(line)) if worded else skeleton(line)


def _unused(text: str) -> str:
    """The line that names who takes part in a sequence by a name that no other line has; empty if there is none."""
    for match in PART.finditer(text):
        if not _stands(match[1], text, match.end(), len(text)) and not _stands(match[1], text, 0, match.start()):
            return match[0]
    return ""


def _stands(name: str, text: str, start: int, end: int) -> bool:
    """Whether a name stands by itself in a part of a text: not in a longer word."""
    at = text.find(name, start, end)
    while at >= 0:
        if not WORDY.match(text[at - 1 : at]) and not WORDY.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1, end)
    return False


def skeleton(line: str) -> str:
    """A line of a Mermaid diagram without its labels and names: keywords, arrows, brackets, marks."""
    text = line.strip()
    first = text.split(None, 1)[0].lower().rstrip(":") if text else ""
    if first in FREE:
        head, colon, _ = text.partition(":") if first == "note" else (text, "", "")
        return f"{first}{' '.join(WORD.sub('', head[len(first) :]).split()) if first == 'note' else ''}{colon}"
    if titled := PIE.match(text):
        return titled.group(1)  # and a title behind it
    if first == "subgraph" and "[" not in text:
        return first  # what follows is a title, of as many words as a language takes for it
    alias = AS.search(text)
    for label in LABELS:
        text = label.sub("", text)
    text, colon, rest = text.partition(":")
    numbers = "".join(re.findall(r"\d", rest)) if first not in KEYWORDS and '"' in line else ""
    words = text.split()
    kept = [WORD.sub("", word) or "w" for word in words]
    if first in KEYWORDS:
        kept[0] = words[0]
        kept[1:] = [
            word.lower() if word.lower() in ORIENTATIONS else mark
            for word, mark in zip(words[1:], kept[1:], strict=True)
        ]
    if alias is not None and len(kept) > 2:
        kept[2:] = [alias.group(1).lower()]
    return " ".join(kept) + colon + numbers


FAMILY = Family((MATH, DIAGRAM), pair=check, of=What.MATH)
