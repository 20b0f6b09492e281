"""`make mutants`: change rules, aligner and reader in small ways, and say which changes no test notices.

cosmic-ray knows the changes. `SAMPLE` of them are tried, chosen by `SEED`, each in a copy of the tree, against the
tests that reach the line that is changed, until one fails. `JOBS` are tried at a time, for 40 minutes at most.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import time
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.mutants.changes import PACKAGE, ROOMS, Change, changes
from tests.mutants.trial import noticed, settle_in, watched

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

    from tests.mutants.reach import Reach

ROOT = Path(__file__).parents[2]
KEPT = ("tools", "tests", "docs", "pyproject.toml", "mkdocs.yml", "Makefile")
# Those that concern these rooms and build no site.
TESTS = (
    "rules", "align", "read", "pairs", "check", "refine", "bilingual", "fixing",
    "links/test_rules.py", "links/test_one_place.py", "links/test_of_builds.py", "links/test_command.py",
    "published/test_rules.py", "published/test_forms.py", "merge/test_merge.py", "merge/test_kinds.py", "lexicon",
)  # fmt: skip
MINUTES = 40
ENOUGH = 0.85  # of the changes that are tried


class Trials:
    """A worker: a copy of the tree of its own, and which tests reach what."""

    tree: Path
    reach: Reach

    @classmethod
    def begin(cls, trees: Queue[Path], reach: Reach) -> None:
        cls.tree, cls.reach = trees.get(), reach
        settle_in(cls.tree)

    @classmethod
    def of(cls, change: Change) -> tuple[Change, bool]:
        return change, noticed(cls.tree, change, cls.reach)


def main() -> int:
    """Exit 0 when at least 85 in 100 of the changes were noticed."""
    wanted, seed, jobs = (os.environ.get(*one) for one in (("SAMPLE", "400"), ("SEED", "1"), ("JOBS", "2")))
    began = time.monotonic()
    everything = list(changes(ROOT))
    chosen = random.Random(seed).sample(everything, min(int(wanted), len(everything)))
    with TemporaryDirectory() as folder:
        trees = [Path(folder) / str(number) for number in range(int(jobs))]
        _copy(trees[0])
        settle_in(trees[0])
        reach = watched(trees[0], [str(PACKAGE / room) for room in ROOMS], [f"tests/{name}" for name in TESTS])
        _say(f"{len(everything)} changes; {len(reach.seconds)} tests, {time.monotonic() - began:.0f} s so far")
        _say(*(f"fails by itself, left out: {test}" for test in sorted(reach.failed)))
        for tree in trees[1:]:
            shutil.copytree(trees[0], tree)
        context = get_context("fork")
        left: Queue[Path] = context.Queue()
        for tree in trees:
            left.put(tree)
        killed = tried = 0
        with context.Pool(len(trees), Trials.begin, (left, reach)) as pool:
            for change, found in pool.imap_unordered(Trials.of, chosen):
                tried, killed = tried + 1, killed + found
                if not found:
                    _say(f"not noticed ({tried}):", change.difference((ROOT / change.path).read_text("utf-8")))
                if time.monotonic() - began > MINUTES * 60:
                    break
    share = killed / tried if tried else 0.0
    _say(f"{tried} changes tried in {(time.monotonic() - began) / 60:.0f} minutes, {len(chosen) - tried} not;")
    _say(f"{killed} noticed ({share:.1%}).")
    return 0 if share >= ENOUGH else 1


def _copy(tree: Path) -> None:
    """A copy of what the tests need."""
    tree.mkdir()
    for name in KEPT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, tree / name)


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
