"""What a merge with its verification costs, as times the cost of checking the page: `python -m tests.bench.merged`.

`[FOLDER [FIRST]]`: a folder with a `manifest.json` and a folder an update that holds `old.md`, `translation.md` and
`new.md`; by default our own article with a word, a link and a section changed. Both are measured in this process, the
best of three each: the check reads both pages, aligns them and asks every rule.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from facingpages.merge import merge
from facingpages.merge.verify import findings, plan_for
from facingpages.read import read_page

OWN = Path(__file__).parents[2] / "docs"
RUNS = 3


def updates(arguments: list[str]) -> Iterator[tuple[str, bytes, bytes, bytes]]:
    """Dialect, old source, translation and new source of each update."""
    if arguments:
        folder = Path(arguments[0])
        cases = json.loads((folder / "manifest.json").read_text("utf-8"))
        for case in cases[: int(arguments[1])] if len(arguments) > 1 else cases:
            place = folder / case["id"]
            old, own, new = ((place / f"{name}.md").read_bytes() for name in ("old", "translation", "new"))
            yield case["dialect"], old, own, new
        return
    old = (OWN / "en" / "communication-credits.md").read_bytes()
    new = old.replace(b"credit", b"balance", 3).replace(b"](", b"](x/", 2) + b"\n## More\n\nOne more section.\n"
    for locale in ("lv", "bg", "sv", "sl", "ro"):
        yield "mkdocs", old, (OWN / locale / "communication-credits.md").read_bytes(), new


def best(work: Callable[[], object]) -> float:
    """The shortest processor time of some runs."""
    found = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def main() -> None:
    """Print the quantiles of the ratio."""
    ratios, merges = [], []
    for dialect, old, own, new in updates(sys.argv[1:]):
        plan = plan_for(dialect)
        check = best(lambda: findings(plan, read_page(new, dialect), read_page(own, dialect)))  # noqa: B023
        merges.append(best(lambda: merge(old, own, new, dialect, plan)))  # noqa: B023
        ratios.append(merges[-1] / check)
    ratios.sort()
    merges.sort()
    middle, most = len(ratios) // 2, min(len(ratios) - 1, int(len(ratios) * 0.95))
    print(f"{len(ratios)} updates: merge and verification over a check of the page, processor time:")
    print(f"  ratio    median {ratios[middle]:.1f}, p95 {ratios[most]:.1f}, most {ratios[-1]:.1f}")
    print(f"  seconds  median {merges[middle]:.3f}, p95 {merges[most]:.3f}, most {merges[-1]:.3f}")


if __name__ == "__main__":
    main()
