"""The examples of the rules and the pairs of `told.json` and `tests/pairs`, each with small edits of its translation.

What is told of each is in `edited.json`, in full: a hundred conditions lie between a mark, a word or a line and their
neighbours, and no list of examples stands on either side of all. `python -m tests.rules.told` writes the file anew.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.pairs import PAIRS
from tests.rules.test_examples import CASES
from tests.rules.told import as_json, pairs, read, said, sum_of

from facingpages.rules.doc import Example

FILE = Path(__file__).parent / "edited.json"
EACH = 2  # edits of an example: those of which something is told that is told neither of it nor of another
DRAWN = 8  # edits that these are chosen from
PIECE = re.compile(r"\n[ \t]*|[^\W\d_]+|\d+|[ \t]+|.", re.DOTALL)
BEGINNINGS = ("    ", "  ", "> ", "- ", "1. ", "# ")


def groups() -> dict[str, list[Example]]:
    """What is edited, by the rule or the subject."""
    found: dict[str, list[Example]] = {
        f"told {subject}": [one for one, _ in pairs(subject)] for subject in read()["pairs"]
    }
    for rule, example in CASES:
        found.setdefault(f"rule {rule}", []).append(example)
    for name, one in PAIRS.items():
        texts: Any = (one["source"], one["target"])
        found.setdefault(f"pairs {name[0]}", []).append(Example(*texts, locale=one["locale"], dialect=one["dialect"]))  # type: ignore[arg-type]
    return found


def edits(example: Example) -> Iterator[Example]:
    """The example with edits that its texts decide, the same each time."""
    chance = random.Random(sum_of(example))
    for _ in range(DRAWN):
        pieces = PIECE.findall(example.target)
        for _ in range(chance.choice((1, 1, 2)) if pieces else 0):
            pieces = _edited(pieces, PIECE.findall(example.source), chance) or ["x"]
        yield replace(example, target="".join(pieces))


def _edited(pieces: list[str], others: list[str], chance: random.Random) -> list[str]:
    """Pieces of a text with one lost, doubled, moved, or taken from the source; or a line so, or begun otherwise."""
    at, lines = chance.randrange(len(pieces)), "".join(pieces).split("\n")
    line = chance.randrange(len(lines))
    match chance.randrange(8):
        case 0:
            del pieces[at]
        case 1:
            pieces.insert(at, pieces[at])
        case 2:
            other = chance.randrange(len(pieces))
            pieces[at], pieces[other] = pieces[other], pieces[at]
        case 3:
            pieces[at] = chance.choice(others or [""])
        case 4:
            marks = [place for place, one in enumerate(pieces) if not one[0].isalpha() and one.strip()]
            del pieces[chance.choice(marks or [at])]
        case 5:
            del lines[line]
            return PIECE.findall("\n".join(lines))
        case 6:
            lines.insert(chance.randrange(len(lines)), lines[line])
            return PIECE.findall("\n".join(lines))
        case _:
            lines[line] = chance.choice(BEGINNINGS) + lines[line]
            return PIECE.findall("\n".join(lines))
    return pieces


def told(example: Example, numbers: Iterable[int]) -> dict[str, list[str]]:
    """What is told of some of the edits of an example, by their numbers."""
    drawn = list(edits(example))
    return {str(number): said(drawn[number]) for number in numbers}


def _chosen(example: Example) -> dict[str, list[str]]:
    """What is told of the edits that tell most: they tell what neither the example nor one before them does."""
    known, found = [said(example), []], {}
    for number, one in enumerate(edits(example)):
        if len(found) < EACH and (lines := said(one)) not in known:
            known.append(lines)
            found[str(number)] = lines
    return found


def write() -> None:
    """Write what is told; of an example that is new, of the edits that tell most."""
    before, found = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}, {}
    for example in (one for table in groups().values() for one in table):
        name = sum_of(example)
        found[name] = told(example, map(int, before[name])) if name in before else _chosen(example)
    rows = (f"{json.dumps(name)}: {as_json(one)}" for name, one in sorted(found.items()))
    FILE.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")
