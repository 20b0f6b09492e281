"""How memory and time of a large site grow: `python -m tests.bench.large [PAGES ...]`, by default 2,000 and 4,000.

Each site is made up: a source and four translations of pages of about 600 characters, each with headings, steps, a link
to another page, bold and code, one translation in ten with something wrong. Two processes check it, nothing is
remembered. Told is the most memory that the first process and one of the others took, their seconds of processor time,
and which part of it the first one took: that is what other processes, or other machines, can't take off it.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from facingpages.store import CACHE

ROOT = Path(__file__).parents[2]
LOCALES = ("en", "bg", "lv", "sl", "sv")
LETTERS = {"bg": "абвгдежзиклмнопрстуфхц", "lv": "abcdegiklmnoprstuvzāēīšū"}
MEASURED = """\
import json, resource, sys
from facingpages.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
finally:
    first, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    told = [one for who in (first, others) for one in (who.ru_utime + who.ru_stime, who.ru_maxrss / 1024)]
    print(json.dumps(told), file=sys.stderr)
"""


def _page(number: int, locale: str, pages: int) -> str:
    dice = random.Random(f"{locale}{number}")
    letters = LETTERS.get(locale, "abcdefghijklmnoprstu")

    def words(count: int) -> str:
        return " ".join("".join(dice.choices(letters, k=dice.randint(3, 9))) for _ in range(count)).capitalize()

    other = random.Random(number).randrange(pages)
    target = f"../{other % 100}/page-{other}.md"
    code = "value" if locale == "en" or number % 10 else "vaule"
    return (
        f"---\ntitle: {words(3)}\n---\n\n# {words(3)}\n\n{words(16)} [{words(2)}]({target}).\n\n"
        f"1. {words(8)} **{words(2)}**.\n2. {words(6)} `{code}-{number}`.\n\n## {words(2)}\n\n{words(18)} {number}.\n"
    )


def write_site(folder: Path, pages: int) -> None:
    """A site of so many pages, sources among them."""
    each = pages // len(LOCALES)
    for locale in LOCALES:
        for at in range(min(each, 100)):
            (folder / locale / str(at)).mkdir(parents=True)
        for number in range(each):
            file = folder / locale / str(number % 100) / f"page-{number}.md"
            file.write_text(_page(number, locale, each), "utf-8")
    (folder / "facingpages.toml").write_text('pages = ["{locale}/{page}.md"]\n', "utf-8")


def measure(folder: Path, jobs: int = 2) -> tuple[float, list[float]]:
    """Seconds that a check takes; then of the first process and of the others: seconds of processor time, megabytes."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tools"), CACHE: str(folder.parent / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", MEASURED, "check", "--no-cache", "--jobs", str(jobs), "--format", "json"]
    start = time.perf_counter()
    done = subprocess.run(
        [*command, "--output", str(folder.parent / "told.json")], cwd=folder, env=environment, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    return time.perf_counter() - start, json.loads(done.stderr.splitlines()[-1])


def main(arguments: list[str]) -> None:
    """Print a row for each site."""
    print("   pages   seconds   processor s of all   of the first   share   MB of the first   MB of another")
    for pages in [int(one) for one in arguments] or [2000, 4000]:
        with tempfile.TemporaryDirectory() as place:
            write_site(Path(place) / "site", pages)
            taken, (first, memory, others, most) = measure(Path(place) / "site")
        print(
            f"{pages:8}{taken:10.1f}{first + others:21.1f}{first:15.2f}{first / (first + others):8.1%}"
            f"{memory:18.0f}{most:16.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
