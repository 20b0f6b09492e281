"""Lines of Mermaid diagrams without their labels: what a program reads in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facingpages.late import late

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
GANTT = "gantt"
WORDED_DIAGRAMS = frozenset(("mindmap", "journey", "timeline", "kanban", "quadrantChart"))
SEQUENCE = "sequenceDiagram"
KINDS = WORDED_DIAGRAMS | {GANTT, SEQUENCE}
ENTITY = late(r"#\w{1,8};")
PARTED = late(r";(?=\s*\S)")  # what follows is a statement of its own, also in the midst of a message
# Lines of which a program reads every word, and how a thing is drawn, behind what it is called.
SET_WHOLE = frozenset(("dateformat", "tickinterval", "excludes", "includes", "weekday", "todaymarker", "linkstyle"))
AXIS, UNKNOWN = "axisformat", late(r"%[^-_0aAbBcdeHIjmMLpqQsSuUVwWxXyYZ%]")
ARROW = late(r"--|->|==|-\.|\.-|~~~")
STYLED = late(r"(?:style|classDef)\s+\S+\s+(\S.*)")
SERIES = late(r"(bar|line)\s+(?:\"[^\"]*\"\s*)?(\[[^\[\]]*\])")  # of values in a chart, by whatever title
SET = late(
    r"(?:crit|done|active|milestone|vert|after|until)\b|\d{4}-\d\d-\d\d\S*|\d\d[:./-]\d\S*|\d+(?:\.\d+)?(?:ms|[smhdwMy])\b"
)
POINT = late(r":\s*\[([^\[\]]*)\]")  # where something stands in a chart
SEVERAL = late(r"\bw(?:[,.:;-]* w)+\b")
SCORE = late(r":\s*(\d)\s*:")  # of a task, in the journey of a user
PIE = late(r"(pie(?:\s+showData)?\s+title)\s")
WORDY = late(r"\w")
NAME = late(r"[\w-]+")
PART = late(r"^[ \t]*(?:participant|actor)[ \t]+([^\s:]+)(?:[ \t]+as[ \t][^\n]*|[ \t]*)$", re.M)
AS = late(r"\b(?:participant|actor|state)\s+(?:\"[^\"]*\"|\S+)\s+(\w+)\s")


def facing(there: Sequence[str], here: Sequence[str]) -> Iterator[tuple[str, str]]:
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


def kind_of(lines: Sequence[str]) -> str:
    """What a diagram is, by its first words that are no setting of Mermaid's."""
    return next((word for line in lines[:3] if (word := line.strip().partition(" ")[0]) in KINDS), "")


def shape(line: str, kind: str) -> str:
    """The skeleton of a line, and what else a program reads of one in a diagram of its kind.

    In a diagram whose lines are texts, these are of as many words as a language takes.
    """
    if kind == GANTT:
        return skeleton(line) + _task(line)
    if kind not in WORDED_DIAGRAMS:
        return skeleton(line)
    return SEVERAL.sub("w", skeleton(line)) + "".join(SCORE.findall(line)) + "".join(POINT.findall(line))


def parts(line: str, kind: str) -> int:
    """How many statements a line of a sequence is cut into, but for the first."""
    return len(PARTED.findall(ENTITY.sub("", line))) if kind == SEQUENCE else 0


def _task(line: str) -> str:
    """What is set for a task of a plan: its state, when it begins and how long it takes, but for how it is called."""
    _, colon, rest = line.partition(":")
    parts = (" ".join(part.split()) for part in rest.split(",")) if colon else ()
    return ",".join(match.group() for part in parts if (match := SET.match(part)) is not None)


def turned(there: Sequence[str], here: Sequence[str]) -> int | None:
    """The first line that joins other things than the source's does, in a diagram of the same names."""
    joined = [(_joins(one), _joins(two)) for one, two in zip(there, here, strict=True)]
    known, named = ({name for pair in joined for name in pair[side]} for side in (0, 1))
    if known != named:
        return None
    return next((number for number, (one, two) in enumerate(joined) if one != two), None)


def _joins(line: str) -> list[str]:
    """The names of what a line with an arrow joins, in order."""
    text = line.strip()
    if ARROW.search(text) is None or text.startswith("%%"):
        return []
    for label in LABELS:
        text = label.sub("", text)
    return WORD.findall(text.partition(":")[0])


def unused(text: str) -> str:
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
    if first in SET_WHOLE:
        return " ".join(text.split())
    if first == AXIS:
        return first + "".join(UNKNOWN.findall(text))  # in what order a day is written is the language's
    if series := SERIES.fullmatch(text):
        return series[1] + "".join(series[2].split())
    if first in FREE:
        head, colon, _ = text.partition(":") if first == "note" else (text, "", "")
        return f"{first}{' '.join(WORD.sub('', head[len(first) :]).split()) if first == 'note' else ''}{colon}"
    if titled := PIE.match(text):
        return titled.group(1)  # and a title behind it
    if first == "subgraph" and "[" not in text:
        return first  # what follows is a title, of as many words as a language takes for it
    styled = STYLED.match(text)
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
    if styled is not None:
        return f"{' '.join(kept[:2])} {''.join(styled.group(1).split())}"
    return " ".join(kept) + colon + numbers
