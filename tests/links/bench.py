"""How fast links are checked, as ratios within one run: `python -m tests.links.bench [PEERS]`.

PEERS is a folder with the programs rumdl and lychee (by default they are looked for on the path), to be measured on the
same pages. The pages are made up: 2,000 in two languages, 20 MB with 96,000 links; and as HTML, 2,000 pages with a menu
each. All run in turn, several times; told is the least. On a machine with other work only the seconds of processors
compare.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RUNS = 3
PAGES = 1_000
CONFIG = """\
site_name: Bench
site_url: https://bench.example/
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: lv, name: Latviešu}
"""
WORDS = {
    "en": [
        "balance",
        "credit",
        "recharge",
        "minutes",
        "trigger",
        "account",
        "admin",
        "center",
        "user",
        "license",
        "call",
        "plan",
        "number",
        "domain",
        "country",
    ],
    "lv": [
        "bilance",
        "kredits",
        "uzlade",
        "minutes",
        "slieksnis",
        "konts",
        "centrs",
        "lietotajs",
        "licence",
        "zvans",
        "plans",
        "numurs",
        "domens",
        "valsts",
        "lapa",
    ],
}
MENU = (
    '<li class="md-nav__item"><a href="../../../{locale}/{name}/" class="md-nav__link">'
    '<span class="md-ellipsis">{name}</span></a></li>\n'
)
NAMES = [f"{'abcdefghij'[number % 10]}/page-{number:04d}" for number in range(PAGES)]


def headings(locale: str, number: int) -> list[str]:
    """The headings of a page; their ids are their words with hyphens."""
    chosen = random.Random(f"{locale}{number}")
    return [" ".join(chosen.choices(WORDS[locale], k=3)) + f" {at}" for at in range(8)]


def write_pages(root: Path) -> None:
    """The Markdown site."""
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for locale, words in WORDS.items():
        known = [headings(locale, number) for number in range(PAGES)]
        for number, name in enumerate(NAMES):
            chosen = random.Random(number)
            lines = [f"---\ntitle: Page {number}\n---\n\n# Page {number}\n"]
            for heading in known[number]:
                lines.append(f"## {heading}\n")
                lines += (f"{_prose(chosen, words, 22)} {_link(chosen, words, known, number)}.\n" for _ in range(5))
                lines.append(f"```bash\nrun {chosen.choice(words)} --flag\n```\n")
                lines += (f"- {_prose(chosen, words, 2)} [x](../{chosen.choice(NAMES)}.md)\n" for _ in range(2))
            file = root / "docs" / locale / f"{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("\n".join(lines), "utf-8")
        (root / "docs" / locale / "assets").mkdir()
        for at in range(50):
            (root / "docs" / locale / "assets" / f"img{at}.svg").write_text("<svg/>")
        (root / "docs" / locale / "index.md").write_text("# Home\n")


def _prose(chosen: random.Random, words: list[str], count: int) -> str:
    return " ".join(chosen.choices(words, k=count))


def _link(chosen: random.Random, words: list[str], known: list[list[str]], number: int) -> str:
    other = chosen.randrange(PAGES)
    text = chosen.choice(words)
    return (
        f"[{text}](../{NAMES[other]}.md#{chosen.choice(known[other]).replace(' ', '-')})",
        f"[{text}](../{NAMES[other]}.md)",
        f"[{text}](#{chosen.choice(known[number]).replace(' ', '-')})",
        f"`{text}` and **{text}**",
        f"![{text}](../assets/img{chosen.randrange(50)}.svg)",
    )[chosen.randrange(5)]


def write_html(root: Path) -> None:
    """The published site: 2,000 pages of about 60 KB, with a menu of 150 links that differ from page to page."""
    filling = "<p class='x'>" + "words and more words, <code>code</code> and <em>emphasis</em> " * 12 + "</p>\n"
    for locale in WORDS:
        for number, name in enumerate(NAMES):
            chosen = random.Random(number)
            others = chosen.sample(NAMES, 150)
            menu = "".join(MENU.format(locale=locale, name=other) for other in others)
            body = "".join(
                f'<h2 id="part-{at}">Part</h2>\n<a href="#part-{at}">#</a>\n{filling * 6}' for at in range(8)
            )
            file = root / locale / name / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            head = f'<html lang="{locale}"><head><title>x</title><link rel="stylesheet" href="../../../s.css"></head>'
            file.write_text(f"<!doctype html>\n{head}\n<body><nav>{menu}</nav>{body}</body></html>\n", "utf-8")
    (root / "s.css").write_text("")
    (root / "index.html").write_text('<!doctype html><html lang="en"><body></body></html>')


@dataclass(slots=True)
class Task:
    """A program to run in a folder, and the least it took: seconds on the clock, and of all processors."""

    name: str
    command: tuple[str, ...]
    folder: Path
    once: bool = False
    clock: float = float("inf")
    work: float = float("inf")

    def run(self, environment: dict[str, str]) -> None:
        """Run it once. That it finds something is no failure; anything else is."""
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(self.command, cwd=self.folder, env=environment, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 1, 2):  # lychee says 2 where links are dead
            sys.exit(f"{self.name} ended with {done.returncode}: {done.stderr[-300:]!r}")
        self.clock = min(self.clock, time.perf_counter() - began)
        self.work = min(self.work, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def tasks(pages: Path, html: Path, peers: str | None) -> Iterator[Task]:
    """What is measured. Peers that are not there are left out, with a line that says so."""
    ours = (sys.executable, "-m", "facingpages", "links")
    yield Task("Markdown, cold", (*ours, "--no-cache"), pages)
    yield Task("Markdown, warm", ours, pages)
    yield Task("HTML", (*ours, str(html)), html.parent)
    yield Task("selectolax alone", (sys.executable, "-c", BARE, str(html)), html.parent)
    rumdl, lychee = (shutil.which(name, path=peers) for name in ("rumdl", "lychee"))
    if rumdl:
        yield Task(
            "rumdl", (rumdl, "check", "--no-cache", "--flavor", "mkdocs", "--enable", "MD051,MD057", "docs"), pages
        )
    if lychee:
        options = ("--offline", "--no-progress", "--include-fragments")
        yield Task("lychee, Markdown", (lychee, *options, "docs/**/*.md"), pages)
        index = ("--index-files", "index.html", "--root-dir", str(html))
        yield Task("lychee, HTML", (lychee, *options, *index, "html/**/*.html"), html.parent)
    for name, found in (("rumdl", rumdl), ("lychee", lychee)):
        if not found:
            sys.stdout.write(f"{name} is not there, so it is not measured\n")
    build = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(html.parent / "built"))
    yield Task("mkdocs build --strict", build, pages, once=True)


BARE = """
import sys
from pathlib import Path
from selectolax.lexbor import LexborHTMLParser
for file in Path(sys.argv[1]).rglob("*.html"):
    LexborHTMLParser(file.read_bytes())
"""
# What is divided by what, and what that is to be.
RATIOS = (
    ("Markdown, cold", "rumdl", "at most 2"),
    ("Markdown, cold", "lychee, Markdown", "below 1"),
    ("Markdown, warm", "Markdown, cold", "below 0.33"),
    ("mkdocs build --strict", "Markdown, cold", "at least 30"),
    ("HTML", "selectolax alone", "at most 1.5"),
    ("lychee, HTML", "HTML", "at least 5"),
)


def measure(root: Path, peers: str | None) -> None:
    """Run everything in turn, several times, and print the table."""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(Path(__file__).parents[2] / "tools"),
        "XDG_CACHE_HOME": str(root / "cache"),
        "PYTHONPYCACHEPREFIX": str(root / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled
    pages, html = root / "pages", root / "html"
    pages.mkdir()
    write_pages(pages)
    write_html(html)
    listed = {task.name: task for task in tasks(pages, html, peers)}
    subprocess.run(listed["Markdown, warm"].command, cwd=pages, env=environment, capture_output=True, check=False)
    for turn in range(RUNS):
        for task in listed.values():
            if not task.once or turn == 0:
                task.run(environment)
    for task in listed.values():
        runs = "once" if task.once else f"least of {RUNS}"
        sys.stdout.write(
            f"  {task.name:24} {task.work:7.2f} s of processors {task.clock:7.2f} s on the clock  ({runs})\n"
        )
    for above, below, aim in RATIOS:
        if above in listed and below in listed:
            by_work = listed[above].work / listed[below].work
            by_clock = listed[above].clock / listed[below].clock
            sys.stdout.write(f"  {above} / {below}: {by_work:.2f} ({by_clock:.2f} on the clock); {aim}\n")


def main() -> None:
    """Measure in a folder of its own."""
    peers = os.pathsep.join(map(os.path.abspath, sys.argv[1:])) or None
    with tempfile.TemporaryDirectory(prefix="links-bench-") as folder:
        sys.stdout.write(f"links: {2 * PAGES} pages in two languages; the same number of HTML pages\n")
        measure(Path(folder), peers)


if __name__ == "__main__":
    main()
