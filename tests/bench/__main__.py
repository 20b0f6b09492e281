"""`make bench`: pages a second of the check, and how many times as long as the parser alone takes for the same files.

`python -m tests.bench [FOLDER]`: a folder with a facingpages.toml (by default a site made of our own article). Both are
whole processes, cold, one each, in turn; the ratio is that of the medians of user and system time.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.pages import write_site

from facingpages.commands.survey import configuration
from facingpages.discover import discover

RUNS = 5


def seconds(command: list[str], folder: Path, given: str = "") -> float:
    """User and system seconds of one process. Exit codes 0 and 1 are results; anything else is an error."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'tools'}{os.pathsep}{root}"}
    done = subprocess.run(
        command, cwd=folder, input=given, text=True, capture_output=True, env=environment, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-300:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(folder: Path, runs: int) -> None:
    """Print the figures for one site."""
    os.chdir(folder)
    files = [str(page.file.resolve()) for page in discover(configuration(None)).pages]
    size = sum(Path(file).stat().st_size for file in files)
    check = [sys.executable, "-m", "facingpages", "check", "--jobs", "1", "--no-cache", "--format", "json"]
    alone = [sys.executable, "-m", "tests.bench.parser_alone"]
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(seconds(check, folder))
        theirs.append(seconds(alone, folder, "\n".join(files) + "\n"))
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"{len(files)} pages, {size / 1e6:.1f} MB, {runs} runs each, whole processes, user and system time:")
    pages = f"{len(files) / one:,.0f} pages a second"
    print(f"  facingpages check   {one:7.2f} s  ({min(ours):.2f} to {max(ours):.2f}), {pages}")
    print(f"  the parser alone    {other:7.2f} s  ({min(theirs):.2f} to {max(theirs):.2f})")
    print(f"  ratio               {one / other:7.1f}")


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
    with tempfile.TemporaryDirectory() as folder:
        write_site(Path(folder), 400)
        measure(Path(folder), options.runs)


if __name__ == "__main__":
    main()
