"""A merge for programs and for people."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.merge.result import Lines, Merged
from facingpages.safe import to_json


def as_json(merged: Merged) -> str:
    """The contract's JSON; keys in this order."""
    data = {
        "version": 1,
        "current": merged.current,
        "withheld": merged.withheld,
        "text": merged.text.decode("utf-8", "replace"),
        "words": {"source": merged.words, "left": merged.left},
        "blocks": [
            {
                "state": block.state, "source": lines_as_json(block.source), "old": lines_as_json(block.old),
                "target": lines_as_json(block.target), "words": block.words,
            }
            for block in merged.blocks
        ],
    }  # fmt: skip
    return to_json(data) + "\n"


def lines_as_json(lines: Lines | None) -> dict[str, int] | None:
    """The lines of a block; null where it has none."""
    return {"line": lines[0], "end_line": lines[1]} if lines is not None else None


def counted(words: int) -> str:
    """How many words there are."""
    return "1 word" if words == 1 else f"{words} words"


def told(merged: Merged, path: str) -> Iterator[str]:
    """What is left to a person, a line each."""
    if merged.withheld:
        yield f"{path} is left as it was: {merged.why}."
    for block in merged.blocks:
        if block.words and block.target is not None:
            line = block.source[0] if block.source is not None else 0
            yield f"{path}:{block.target[0]}: {counted(block.words)} left to a person; line {line} of the new source."
