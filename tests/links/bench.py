"""How fast links are checked, as ratios within one run: `python -m tests.links.bench [PEERS]`.

PEERS is a folder with the programs rumdl and lychee, to be measured on the same pages. The pages are made up: 2,000 in
two languages, 20 MB with 96,000 links; and as HTML, 2,000 pages with a menu each. Told are the seconds on the clock and
those of all processors, of the quickest of some runs; on a machine with other work only the latter compare.
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
from collections.abc import Callable, Iterator
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


def timed(run: Callable[[], object]) -> tuple[float, float]:
    """The quickest of some runs: seconds on the clock, and of all processors."""
    clock = work = float("inf")
    for _ in range(RUNS):
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        run()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        clock = min(clock, time.perf_counter() - began)
        work = min(work, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return clock, work


def program(*arguments: str, cwd: Path, env: dict[str, str]) -> Callable[[], object]:
    """A run of a program; that it finds something is no failure."""
    return lambda: subprocess.run(arguments, cwd=cwd, env=env, capture_output=True, check=False)


def measure(root: Path, peers: Path | None) -> Iterator[tuple[str, tuple[float, float]]]:
    """What was measured and how long it took."""
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "tools"), "XDG_CACHE_HOME": str(root / "cache")}
    ours = (sys.executable, "-m", "facingpages", "links")
    pages, html = root / "pages", root / "html"
    pages.mkdir()
    write_pages(pages)
    write_html(html)
    yield "Markdown, cold", timed(program(*ours, "--no-cache", cwd=pages, env=env))
    program(*ours, cwd=pages, env=env)()
    yield "Markdown, warm", timed(program(*ours, cwd=pages, env=env))
    if peers is not None:
        rumdl = (str(peers / "rumdl"), "check", "--no-cache", "--flavor", "mkdocs", "--enable", "MD051,MD057", "docs")
        yield "Markdown, rumdl", timed(program(*rumdl, cwd=pages, env=env))
        lychee = (str(peers / "lychee"), "--offline", "--no-progress", "--include-fragments")
        yield "Markdown, lychee", timed(program(*lychee, "docs/**/*.md", cwd=pages, env=env))
    yield "HTML, selectolax alone", timed(program(sys.executable, "-c", BARE, str(html), cwd=root, env=env))
    yield "HTML", timed(program(*ours, str(html), cwd=root, env=env))
    if peers is not None:
        index = ("--index-files", "index.html", "--root-dir", str(html))
        yield "HTML, lychee", timed(program(*lychee, *index, "html/**/*.html", cwd=root, env=env))


BARE = """
import sys
from pathlib import Path
from selectolax.lexbor import LexborHTMLParser
for file in Path(sys.argv[1]).rglob("*.html"):
    LexborHTMLParser(file.read_bytes())
"""


def main() -> None:
    """Print the table."""
    root = Path(tempfile.mkdtemp(prefix="links-bench-"))
    try:
        for name, (clock, work) in measure(root, Path(sys.argv[1]) if len(sys.argv) > 1 else None):
            sys.stdout.write(f"{name:24} {clock:7.2f} s {work:7.2f} s\n")
            sys.stdout.flush()
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
