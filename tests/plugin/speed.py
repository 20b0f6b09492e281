"""What the plugin costs: the processor time of a build with it over that of the same build without it.

`python -m tests.plugin.speed [PAGES]` builds PAGES pages (default 500) in six languages, twice each way, in turns, and
prints the ratio of the better times; then that of a build after an edit, in one process as `mkdocs serve` makes it.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCALES = ("en", "lv", "bg", "sv", "sl", "ro")
LETTERS = {"bg": "абвгдежзиклмнопрстуфхц", "lv": "abcdegiklmnoprstuvzāēīšū"}
SETTINGS = """\
site_name: Speed
site_url: https://speed.example/
theme: {name: material, font: false, features: [navigation.prune]}
markdown_extensions: [admonition, attr_list, tables, toc, pymdownx.highlight, pymdownx.superfences]
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: en, default: true}
"""
AGAIN = """\
import sys, time
from mkdocs.commands.build import build
from mkdocs.config import load_config
def load():
    return load_config(sys.argv[1], site_dir=sys.argv[2])
config = load()
config.plugins.on_startup(command="serve", dirty=False)
build(config)
taken = []
for number in range(2):
    with open("docs/lv/page-1.md", "a") as page:
        page.write(f"\\nMore {number}.\\n")
    start = time.process_time()
    build(load())
    taken.append(time.process_time() - start)
print(min(taken))
"""
PLUGIN = "  - facingpages: {warn: never}\n"


def write_site(folder: Path, pages: int) -> None:
    """Articles of about 1,500 characters: steps, a table, a note, links, bold; the same but for words everywhere."""
    languages = "".join(f"        - {{locale: {locale}, name: {locale}}}\n" for locale in LOCALES[1:])
    for locale in LOCALES:
        (folder / "docs" / locale).mkdir(parents=True)
        (folder / "docs" / locale / "index.md").write_text("# Home\n\nStart.\n", "utf-8")
        for number in range(pages):
            text = _page(number, random.Random(f"{locale}{number}"), LETTERS.get(locale, "abcdefghijklmnoprstu"))
            (folder / "docs" / locale / f"page-{number}.md").write_text(text, "utf-8")
    (folder / "without.yml").write_text(SETTINGS + languages, "utf-8")
    (folder / "with.yml").write_text(SETTINGS + languages + PLUGIN, "utf-8")


def measure(folder: Path, name: str) -> float:
    """Seconds of processor time that a build takes."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "tools")}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{name}.yml", "-d", str(folder / "site")]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_again(folder: Path, name: str) -> float:
    """Seconds of processor time of a build after an edit, in the process that has built the site before."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "tools")}
    command = [sys.executable, "-W", "ignore", "-c", AGAIN, f"{name}.yml", str(folder / "site")]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout.splitlines()[-1])


def compare(pages: int, measured: Callable[[Path, str], float] = measure, runs: int = 2) -> tuple[float, float]:
    """Seconds without and with the plugin, the better of some builds each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, pages)
        times: dict[str, list[float]] = {"without": [], "with": []}
        for _ in range(runs):
            for kind, found in times.items():
                found.append(measured(folder, kind))
    return min(times["without"]), min(times["with"])


def main() -> None:
    """Measure and print."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    site = f"{pages} pages x {len(LOCALES)} locales"
    for what, measured, runs in (("build", measure, 2), ("build after one edit", measure_again, 1)):
        without, plugin = compare(pages, measured, runs)
        ratio = plugin / without
        sys.stdout.write(
            f"{what} of {site}: {without:.1f} s without the plugin, {plugin:.1f} s with it, ratio {ratio:.2f}\n"
        )
        sys.stdout.flush()


def _page(number: int, dice: random.Random, letters: str) -> str:
    def words(count: int) -> str:
        return " ".join("".join(dice.choices(letters, k=dice.randint(3, 9))) for _ in range(count)).capitalize()

    steps = "".join(f"{step}. {words(12)} **{words(2)}**.\n\n" for step in range(1, 6))
    link = f"[{words(3)}](https://example.com/{number})"
    table = f"| {words(2)} | {words(2)} |\n| --- | --- |\n" + "".join(f"| {words(2)} | {row} |\n" for row in range(4))
    note = f'!!! note "{words(3)}"\n\n    {words(14)}.\n'
    return (
        f"---\ntitle: {words(3)}\n---\n# {words(3)} {{#page}}\n\n{words(25)}. {words(12)}.\n\n{words(18)} {link}.\n\n"
        f"{steps}## {words(2)} {{#more}}\n\n{note}\n{table}\n{words(20)}.\n"
    )


if __name__ == "__main__":
    main()
