"""`make mutants`: change rules, aligner and reader in small ways, and say which changes no test notices.

cosmic-ray makes the changes, each in a copy of the tree. `SAMPLE` of them are tried, chosen by `SEED`: of each room as
many as its share of all. Each is run against the tests of its room, which stop at the first that fails.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import WorkerOutcome

ROOT = Path(__file__).parents[2]
TESTS = {
    "rules": "tests/rules tests/check tests/engine",
    "align": "tests/align tests/rules tests/check",
    "read": "tests/read tests/rules tests/bilingual",
}
KEPT = ("tools", "tests", "docs", "pyproject.toml", "mkdocs.yml", "Makefile")
MINUTES = 40
ANNOTATION = "BinaryOperator_BitOr"  # nearly all of these stand in type annotations, which no test can notice
CONFIG = """
[cosmic-ray]
module-path = "tools/facingpages/{room}"
timeout = 120.0
excluded-modules = ["tools/facingpages/rules/docs/*"]
test-command = "{python} -m pytest -q -x -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""


def main() -> int:
    """Exit 0 when at least 85 in 100 of the changes were noticed."""
    wanted, seed = int(os.environ.get("SAMPLE", "400")), os.environ.get("SEED", "1")
    began = time.monotonic()
    with TemporaryDirectory() as folder:
        trees = [Path(folder) / str(number) for number in range(2)]
        _begin(trees[0])
        shutil.copytree(trees[0], trees[1])
        _sample(trees, wanted, seed)
        with ThreadPoolExecutor(len(trees)) as pool:
            list(pool.map(lambda tree: _run(tree, began), trees))
        killed, survived, left = _counted(trees)
    tried = killed + len(survived)
    sys.stdout.write("".join(f"not noticed:\n{diff}\n" for diff in survived))
    share = killed / tried if tried else 0.0
    sys.stdout.write(f"{tried} changes tried in {(time.monotonic() - began) / 60:.0f} minutes, {left} not; ")
    sys.stdout.write(f"{killed} noticed ({share:.0%}).\n")
    return 0 if share >= 0.85 else 1


def _begin(tree: Path) -> None:
    """A copy of what the tests need, with a session for each room: all changes there are, none tried."""
    tree.mkdir()
    for name in KEPT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, tree / name)
    for room, tests in TESTS.items():
        (tree / f"{room}.toml").write_text(CONFIG.format(room=room, tests=tests, python=sys.executable), "utf-8")
        _cosmic_ray(tree, "init", f"{room}.toml", f"{room}.sqlite")


def _sample(trees: list[Path], wanted: int, seed: str) -> None:
    """Leave a part of all changes to each copy of the tree; the same ones for the same seed."""
    everything = {}
    for room in TESTS:
        with use_db(trees[0] / f"{room}.sqlite", WorkDB.Mode.open) as database:
            items = [item for item in database.work_items if ANNOTATION not in item.mutations[0].operator_name]
            everything |= {(room, number): item for number, item in enumerate(items)}
    chosen = random.Random(seed).sample(sorted(everything), min(wanted, len(everything)))
    for at, tree in enumerate(trees):
        for room in TESTS:
            with use_db(tree / f"{room}.sqlite", WorkDB.Mode.open) as database:
                database.clear()
                database.add_work_items([everything[key] for key in chosen[at :: len(trees)] if key[0] == room])


def _run(tree: Path, began: float) -> None:
    """Try what was left to a copy, as long as there is time."""
    for room in TESTS:
        left = MINUTES * 60 - (time.monotonic() - began)
        if left > 0:
            _cosmic_ray(tree, "exec", f"{room}.toml", f"{room}.sqlite", timeout=left)


def _cosmic_ray(tree: Path, *arguments: str, timeout: float | None = None) -> None:
    command = [sys.executable, "-c", "from cosmic_ray.cli import main; main()", *arguments]
    env = {**os.environ, "PYTHONPATH": "tools", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        subprocess.run(command, cwd=tree, env=env, check=arguments[0] == "init", timeout=timeout, capture_output=True)
    except subprocess.TimeoutExpired:
        return


def _counted(trees: list[Path]) -> tuple[int, list[str], int]:
    """How many changes were noticed, those that were not, and how many there was no time for."""
    killed, survived, left = 0, list[str](), 0
    for session in (tree / f"{room}.sqlite" for tree in trees for room in TESTS):
        with use_db(session, WorkDB.Mode.open) as database:
            left += len(list(database.pending_work_items))
            for _, result in database.results:
                if result.worker_outcome is WorkerOutcome.NORMAL and result.is_killed:
                    killed += 1
                elif result.worker_outcome is WorkerOutcome.NORMAL:
                    survived.append(result.diff or "")
    return killed, survived, left


if __name__ == "__main__":
    sys.exit(main())
