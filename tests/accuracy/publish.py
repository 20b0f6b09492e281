"""The tables of the documentation's page on accuracy, from the JSON of several measurements.

    python -m tests.accuracy.publish MEASURED.json ... > tables.md

A file's name says the corpus and the half of its pages: `starlight-held-out.json`, `starlight-dev.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.accuracy.report import interval, percent

WEAK = 0.9  # kinds found less often than this are listed
Kinds = dict[str, dict[str, Any]]


class Measured(NamedTuple):
    """One measurement: the corpus, which half of its pages, and the figures of each kind of edit."""

    corpus: str
    half: str
    pairs: int
    kinds: Kinds


def read(file: Path) -> Measured:
    """A file that `python -m tests.accuracy --json` wrote."""
    table = json.loads(file.read_text("utf-8"))
    half = "held-out" if file.stem.endswith("held-out") else "dev"
    return Measured(file.stem.removesuffix("-" + half), half, table["parity"], dict(table["kinds"]))


def added(kinds: Iterable[dict[str, Any]]) -> dict[str, int]:
    """The figures of several kinds together."""
    total = {"n": 0, "found": 0, "on_target": 0, "error": 0}
    for kind in kinds:
        for key in ("n", "found", "on_target"):
            total[key] += kind.get(key, 0)
        total["error"] += kind["levels"].get("error", 0)
    return total


def share(hits: int, n: int) -> str:
    """A percentage that does not break over two lines."""
    return percent(hits, n) + "\u00a0%"


def bounds(hits: int, n: int) -> str:
    """Its interval, likewise."""
    return interval(hits, n).replace("-", "\u2011")


def corpora(measured: Sequence[Measured]) -> str:
    """A row for each measurement: defects found, on their line, harmless edits flagged."""
    rows = ["| Pages | Pairs | Defects | Found | 95 % | On their line | Harmless edits | Flagged | As errors |"]
    rows.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for one in measured:
        defects = added(kind for kind in one.kinds.values() if kind["decidable"] and not kind["harmless"])
        harmless = added(kind for kind in one.kinds.values() if kind["decidable"] and kind["harmless"])
        flagged = sum(sum(kind["levels"].values()) for kind in one.kinds.values() if kind["harmless"])
        cells = (
            f"{one.corpus}, {one.half}", one.pairs, defects["n"], share(defects["found"], defects["n"]),
            bounds(defects["found"], defects["n"]), share(defects["on_target"], defects["n"]), harmless["n"],
            share(flagged, harmless["n"]), share(harmless["error"], harmless["n"]),
        )  # fmt: skip
        rows.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(rows)


def weak(measured: Sequence[Measured]) -> str:
    """The kinds of defect found least often, all corpora together."""
    names = dict.fromkeys(name for one in measured for name in one.kinds)
    found = {name: added(one.kinds[name] for one in measured if name in one.kinds) for name in names}
    decidable = {
        name for one in measured for name, kind in one.kinds.items() if kind["decidable"] and not kind["harmless"]
    }
    chosen = sorted(
        (name for name in decidable if found[name]["n"] and found[name]["found"] < WEAK * found[name]["n"]),
        key=lambda name: found[name]["found"] / found[name]["n"],
    )
    rows = ["| Kind of defect | Planted | Found | 95 % |", "| --- | ---: | ---: | ---: |"]
    rows += [
        f"| {name} | {found[name]['n']} | {share(found[name]['found'], found[name]['n'])} | "
        f"{bounds(found[name]['found'], found[name]['n'])} |"
        for name in chosen
    ]
    rows.append(f"| the other {len(decidable) - len(chosen)} kinds | | 90 % or more each | |")
    return "\n".join(rows)


def main(files: Sequence[str]) -> None:
    """Print both tables."""
    measured = [read(Path(file)) for file in files]
    sys.stdout.write(corpora(measured) + "\n\n" + weak(measured) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
