"""How often the version of the source that a translation renders is told by its content: `... FOLDER [FIRST]`.

FOLDER holds a `manifest.json` and a folder a page with its `revisions`, `translation.md` and the true one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from facingpages.document import DialectName
from facingpages.merge.changes import changes
from facingpages.merge.page import read
from facingpages.update.infer import explaining


def main() -> None:
    """Measure the first pages, or all."""
    root = Path(sys.argv[1])
    cases = json.loads((root / "manifest.json").read_text("utf-8"))
    cases = cases[: int(sys.argv[2])] if len(sys.argv) > 2 and sys.argv[2].isdigit() else cases
    counts: dict[str, Counter[str]] = {"hugo": Counter(), "learn": Counter()}
    for case in cases:
        folder = root / case["id"]
        told = json.loads((folder / "manifest.json").read_text("utf-8"))
        texts = [(folder / one["file"]).read_bytes() for one in told["revisions"]]
        known = [at for at, one in enumerate(told["revisions"]) if one["time"] <= told["translated"]] or [0]
        newest = known[::-1]
        found = explaining([texts[at] for at in newest], (folder / "translation.md").read_bytes(), case["dialect"])
        count = counts[case["dialect"]]
        count["pages"] += 1
        if found is None:
            continue
        last, first = newest[found[0]], newest[found[1]]
        said = [_words(text, case["dialect"]) for text in texts]
        truth = [at for at, words in enumerate(said) if words == said[told["true"]]]
        count["same text"] += last in truth
        count["within"] += any(first <= at <= last for at in truth)
        count["within one"] += any(abs(at - last) <= 1 for at in truth)
        count["by date"] += newest[0] in truth
        count["width"] += last - first + 1
        count["of"] += len(newest)
        pages = {at: read(texts[at], case["dialect"])[1] for at in {first, last, told["true"], len(texts) - 1}}
        surely, really = (_stale(pages[one], pages[len(texts) - 1]) for one in (last, told["true"]))
        surely &= _stale(pages[first], pages[len(texts) - 1])
        count["surely stale"] += len(surely)
        count["right"] += len(surely & really)
        count["stale pages"] += bool(really)
        count["judged"] += bool(really) == bool(_stale(pages[last], pages[len(texts) - 1]))
        if last not in truth and "--each" in sys.argv:
            sys.stdout.write(f"{case['id']} {case['locale']} true {told['true']} told {first}..{last} of {newest[0]}\n")
    for dialect, count in counts.items():
        sys.stdout.write(f"{dialect}: {dict(count)}\n")


def _words(raw: bytes, dialect: DialectName) -> list[str]:
    """The words of a page, front matter aside."""
    pieces = [piece for piece in read(raw, dialect)[1] if piece.kind != "front"]
    return [atom.value for piece in pieces for atom in piece.passage.atoms() if atom.kind in ("word", "number")]


def _stale(old: object, new: object) -> set[int]:
    """The blocks of the new source that are not as they were."""
    found = changes(old, new)  # type: ignore[arg-type]
    return set(range(len(new))) - {*found.same.values(), *found.moved.values()}  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
