"""What link checkers say of real repositories: `python -m tests.links.wild REPOSITORIES [FOLDER]`.

REPOSITORIES holds a folder for each; FOLDER the programs rumdl and lychee (or they are looked for on the path). Every
checker reads the same pages, those that are found without a configuration, with one thread. Counted is what is said to
lead nowhere: pages, files and places of the site itself. Who is right is not known; the seconds are the processor's.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.links.compare import Clock, run

from facingpages.config import SetupError
from facingpages.discover import discover
from facingpages.generators.detect import detect

DEAD = frozenset(("link-dead", "link-case", "link-outside", "image-dead", "anchor-dead", "anchor-translated"))


def row(root: Path, programs: list[str | None]) -> Iterator[str]:
    """The cells of a repository."""
    rumdl, lychee = programs
    pages = sorted({page.path for page in discover(detect(root)).pages})
    yield str(len(pages))
    Clock.read()
    told = json.loads(run(sys.executable, "-m", "facingpages", "links", "--no-cache", "--format", "json", cwd=root))
    dead = [one for one in told["findings"] if one["rule"] in DEAD and one["severity"] == "error"]
    yield f"{len(dead)}, {Clock.read():.1f} s"
    if lychee is not None:
        options = ("--offline", "--threads", "1", "--no-progress", "--include-fragments", "--format", "json")
        told = json.loads(run(lychee, *options, "--root-dir", str(root), *pages, cwd=root))
        yield f"{sum(map(len, told['error_map'].values()))}, {Clock.read():.1f} s"
    if rumdl is not None:
        options = ("--no-cache", "--no-config", "--enable", "MD051,MD057", "--output-format", "json")
        told = json.loads(run(rumdl, "check", *options, *pages, cwd=root) or "[]")
        yield f"{len(told)}, {Clock.read():.1f} s"


def main() -> None:
    """Print the table."""
    home, *folders = sys.argv[1:]
    programs = [shutil.which(name, path=folders[0] if folders else None) for name in ("rumdl", "lychee")]
    heads = [
        "repository",
        "pages",
        "facingpages",
        *(["lychee"] if programs[1] else []),
        *(["rumdl"] * bool(programs[0])),
    ]
    sys.stdout.write(f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}\n")
    for folder in sorted(Path(home).resolve().iterdir()):
        inside = [one for one in folder.iterdir() if not one.name.startswith(".")]
        root = inside[0] if len(inside) == 1 and inside[0].is_dir() else folder
        try:
            sys.stdout.write(f"| {' | '.join([folder.name, *row(root, programs)])} |\n")
        except SetupError as error:
            sys.stderr.write(f"{folder.name}: {error}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
