"""How often the version of the source that a translation renders is told by its content: `... FOLDER [FIRST]`.

FOLDER holds a `manifest.json` and a folder a page with its `revisions`, `translation.md` and the true one. A line a
depth of history: of each source only its newest versions are known, as in a clone that is not whole.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from facingpages.document import DialectName
from facingpages.merge.changes import changes
from facingpages.merge.page import PageChunk, read
from facingpages.update.infer import costs, explaining

DEPTHS = (1, 2, 5, 10, 25, 50, 100)


def main() -> None:
    """Measure the first pages, or all."""
    root = Path(sys.argv[1])
    cases = json.loads((root / "manifest.json").read_text("utf-8"))
    cases = cases[: int(sys.argv[2])] if len(sys.argv) > 2 and sys.argv[2].isdigit() else cases
    counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for case in cases:
        folder = root / case["id"]
        told = json.loads((folder / "manifest.json").read_text("utf-8"))
        texts = [(folder / one["file"]).read_bytes() for one in told["revisions"]]
        before = [one["time"] <= told["translated"] for one in told["revisions"]]
        found = costs(texts, (folder / "translation.md").read_bytes(), case["dialect"])
        page = _Page(texts, found, before, told["true"], case["dialect"])
        for depth in DEPTHS:
            page.count(counts[case["dialect"], depth], depth)
    for (dialect, depth), count in counts.items():
        shares = (
            f"{name} {100 * count[one] / max(1, count[of]):.1f} % ({count[one]}/{count[of]})"
            for name, one, of in (
                ("not told", "unknown", "pages"), ("same text", "same text", "told"),
                ("within one revision", "within one", "told"), ("by date", "by date", "told"),
                ("surely stale", "right", "surely stale"), ("judged", "judged", "told"),
            )
        )  # fmt: skip
        sys.stdout.write(f"{dialect}, the newest {depth}: {'; '.join(shares)}\n")


class _Page:
    """A translation, all versions of its source, and the true one."""

    def __init__(
        self, texts: list[bytes], found: list[int], before: list[bool], true: int, dialect: DialectName
    ) -> None:
        self.found, self.before, self.true, self.newest = found, before, true, len(texts) - 1
        self.said = [_words(text, dialect) for text in texts]
        self.truth = [at for at, words in enumerate(self.said) if words == self.said[true]]
        self.pieces = cache(lambda at: read(texts[at], dialect)[1])

    def count(self, count: Counter[str], depth: int) -> None:
        """What is told where only the newest versions are known."""
        known = list(range(self.newest, max(-1, self.newest - depth), -1))
        known = [at for at in known if self.before[at]] or known[-1:]
        place = explaining([self.found[at] for at in known])
        assert place is not None
        last, first = known[place[0]], known[place[1]]
        count["pages"] += 1
        if known[place[1]] == max(0, self.newest - depth + 1) > 0:
            count["unknown"] += 1
            return
        count["told"] += 1
        count["same text"] += last in self.truth
        count["within one"] += any(abs(at - last) <= 1 for at in self.truth)
        count["by date"] += known[0] in self.truth
        surely, really = self.stale(last) & self.stale(first), self.stale(self.true)
        count["surely stale"] += len(surely)
        count["right"] += len(surely & really)
        count["judged"] += bool(really) == bool(self.stale(last))

    def stale(self, at: int) -> set[int]:
        """The blocks of the newest source that are not as they were."""
        old: list[PageChunk] = self.pieces(at)
        new: list[PageChunk] = self.pieces(self.newest)
        became = changes(old, new)
        return set(range(len(new))) - {*became.same.values(), *became.moved.values()}


def _words(raw: bytes, dialect: DialectName) -> list[str]:
    """The words of a page, front matter aside."""
    pieces = [piece for piece in read(raw, dialect)[1] if piece.kind != "front"]
    return [atom.value for piece in pieces for atom in piece.passage.atoms() if atom.kind in ("word", "number")]


if __name__ == "__main__":
    main()
