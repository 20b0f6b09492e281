"""`make bench`: what the check takes, in whole processes, as ratios to what must be done at least.

`python -m tests.bench [FOLDER]`: a folder with a facingpages.toml; by default two sites made of our own article, one
whose translations are parallel and one whose diverge. Everything is run in turn, in one process each, with bytecode as
users have it, and what is compared is the median of user and system time. The cold check is held against the same files
read and parsed without anything of ours; what remembers, against the cold check; one page and the start against Python.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.pages import write_site

from facingpages.commands.survey import configuration
from facingpages.discover import discover
from facingpages.store import CACHE

RUNS = 5


def seconds(command: list[str], folder: Path, given: str = "") -> float:
    """User and system seconds of one process. Exit codes 0 and 1 are results; anything else is an error."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    root = Path(__file__).parents[2]
    environment = {
        **os.environ,
        "PYTHONPATH": f"{root / 'tools'}{os.pathsep}{root}",
        CACHE: str(folder.parent / "cache"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        command, cwd=folder, input=given, text=True, capture_output=True, env=environment, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-300:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(folder: Path, runs: int) -> None:
    """Print the figures for one site, of which a copy is made: pages of it are changed."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        shutil.copytree(folder, site, symlinks=True)
        os.chdir(site)
        found = discover(configuration(None)).pages
        files = [str(page.file.resolve()) for page in found]
        changed = next(page for page in found if page.locale and page.locale != "en")
        ours = [sys.executable, "-m", "facingpages"]
        check = [*ours, "check", "--jobs", "1", "--format", "json"]

        def again(command: list[str]) -> float:
            for _ in range(2):  # the first may look at a page that changed, and is not remembered as a whole then
                seconds(command, site)
            return seconds(command, site)

        links = [*ours, "links", "--jobs", "1", "--format", "json"]

        def touched(*more: str) -> float:
            with changed.file.open("a") as stream:
                stream.write("\n")
            return seconds([*check, *more], site)

        tasks: dict[str, Callable[[], float]] = {
            "Python alone": lambda: seconds([sys.executable, "-c", "pass"], site),
            "import pyromark": lambda: seconds([sys.executable, "-c", "import pyromark"], site),
            "--version": lambda: seconds([*ours, "--version"], site),
            "--help": lambda: seconds([*ours, "--help"], site),
            "the parser alone": lambda: seconds(
                [sys.executable, "-m", "tests.bench.parser_alone"], site, "\n".join(files) + "\n"
            ),
            "check, cold": lambda: seconds([*check, "--no-cache"], site),
            "check, nothing changed": lambda: again(check),
            "check, one page changed": touched,
            "check PATH, that page changed": lambda: touched(changed.path),
            "links, cold": lambda: seconds([*links, "--no-cache"], site),
            "links, nothing changed": lambda: again(links),
        }
        seconds(check, site)
        taken: dict[str, list[float]] = {name: [] for name in tasks}
        for _ in range(runs):
            for name, task in tasks.items():
                taken[name].append(task())
        against = {
            "--version": "Python alone", "--help": "Python alone", "check, cold": "the parser alone",
            "check PATH, that page changed": "import pyromark",
        }  # fmt: skip
        size = sum(Path(file).stat().st_size for file in files)
        print(f"{len(files)} pages, {size / 1e6:.1f} MB, {runs} runs each, whole processes, user and system time:")
        medians = {name: statistics.median(figures) for name, figures in taken.items()}
        for name, figures in taken.items():
            row = f"  {name:30}{medians[name]:8.3f} s  ({min(figures):.3f} to {max(figures):.3f})"
            if name in against:
                row += f"  {medians[name] / medians[against[name]]:7.1f} times {against[name]}"
            elif name.partition(", ")[2] in ("nothing changed", "one page changed"):
                cold = f"{name.partition(', ')[0]}, cold"
                row += f"  {medians[cold] / medians[name]:7.1f} times faster than cold"
            print(row)


def main() -> None:
    """Measure a given folder, or our own pages."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Measure the check against the parser alone."
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=RUNS)
    options = parser.parse_args()
    if options.folder is not None:
        measure(options.folder.resolve(), options.runs)
        return
    for diverging in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            write_site(Path(folder), 400, diverging=diverging)
            print("Diverging translations:" if diverging else "Parallel translations:")
            measure(Path(folder), options.runs)


if __name__ == "__main__":
    main()
