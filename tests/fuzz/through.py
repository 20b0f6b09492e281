"""What an input goes through, and what must hold of it: no exception, every report well-formed, nothing that acts."""

from __future__ import annotations

import io
import json
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser
from tests.fuzz.inputs import Input
from tests.hostile.acting import acting

from facingpages.cli import main
from facingpages.mkdocs.facing import Spread, open_spread
from facingpages.mkdocs.marks import Marks
from facingpages.mkdocs.pieces import SourcePage, place, take_apart
from facingpages.mkdocs.rendering import PageExtension
from facingpages.mkdocs.words import words
from facingpages.read import read_bilingual, read_page

SECONDS = 5.0  # of a processor, for any one step with a page
PATIENCE = 2.0  # seconds of a processor for what Python-Markdown does with a page before we see it
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
EXTENSIONS = [
    "admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "footnotes", "abbr",
    "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.blocks.admonition",
]  # fmt: skip
CONFIG = 'source = "en"\nlocales = ["sv"]\npages = ["docs/{{locale}}/{{page}}.md"]\ndialect = "{dialect}"\n'


def write_site(root: Path, pages: dict[str, Input], dialect: str) -> None:
    """A site of some inputs."""
    for locale in ("en", "sv"):
        (root / "docs" / locale).mkdir(parents=True, exist_ok=True)
    (root / "facingpages.toml").write_text(CONFIG.format(dialect=dialect))
    for name, one in pages.items():
        (root / f"docs/en/{name}.md").write_bytes(one.source)
        (root / f"docs/sv/{name}.md").write_bytes(one.target)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Fails where something takes too long."""
    began = time.process_time()
    yield
    took = time.process_time() - began
    assert took < SECONDS, f"{what} takes {took:.1f} s"


def run(*arguments: str) -> str:
    """What the command writes to standard output."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with timed(arguments[0]), redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    out.flush()
    said = out.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert code in (0, 1), (arguments, code, err.getvalue(), said[-2000:] if code == 3 else "")
    assert CONTROL.search(err.getvalue()) is None, err.getvalue()
    return str(said)


def _html(text: str) -> None:
    tree = LexborHTMLParser(text)
    assert not tree.css("script, img, svg, iframe, form, input, link, base, object, embed")
    assert not [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]


def _github(text: str) -> None:
    assert all(re.match(r"::(error|warning|notice) ", line) or "::" not in line for line in text.splitlines())


def _text(text: str) -> None:
    assert CONTROL.search(text) is None


FORMATS: dict[str, Callable[[str], object]] = {
    "json": json.loads, "sarif": json.loads, "junit": fromstring, "html": _html, "github": _github, "text": _text,
    "gitlab": json.loads, "rdjson": json.loads, "summary": _text,
}  # fmt: skip


def through(one: Input, root: Path, number: int) -> None:
    """Send an input through everything, in a folder for it."""
    for raw in (one.source, one.target):
        with timed("read"):
            document = read_page(raw, one.dialect)  # type: ignore[arg-type]
        document.raw.decode()
        with timed("read_bilingual"):
            read_bilingual(raw)
    write_site(root, {"a": one}, one.dialect)
    format_ = list(FORMATS)[number % len(FORMATS)]
    with chdir(root):
        FORMATS[format_](run("check", "--format", format_, "--jobs", "1"))
        assert "internal-error" not in run("links", "--format", "json", "--jobs", "1")
        _text(run("align", "docs/en/a.md", "docs/sv/a.md", "--dialect", one.dialect))
        if number % 3 == 0:
            run("merge", "docs/en/a.md", "docs/sv/a.md", "docs/en/a.md", "--dialect", one.dialect, "--output", "new.md")
            run("merge", "docs/sv/a.md", "docs/sv/a.md", "docs/en/a.md", "--dialect", one.dialect, "--output", "new.md")
        if number % 5 == 0:
            _text(run("status"))
            json.loads(run("baseline", "--output", "-"))
    if number % 2 == 0:
        plugin(one)


class SlowError(Exception):
    """Python-Markdown takes too long by itself: many a bracket costs it the square of their number."""


def _slow(*_: object) -> None:
    raise SlowError


def plugin(one: Input) -> None:
    """The source's pieces beside the translation, as the plugin of MkDocs puts them there."""
    found: list[SourcePage] = []
    marks = Marks("facing-fuzz")
    broken: list[Exception] = []

    def first(root: Element, md: Markdown, text: str) -> None:
        with timed("take_apart"):
            found.append(take_apart(root, md, read_page(text.encode("utf-8", "replace"), "mkdocs"), "a/"))

    def second(root: Element, md: Markdown, text: str) -> None:
        with timed("open_spread"):
            target = read_page(text.encode("utf-8", "replace"), "mkdocs")
            open_spread(root, md, Spread(found[0], target, "en", "sv", "../", words("sv")), marks)
            marks.number(root)

    html = ""
    for raw, visit in ((one.source, first), (one.target, second)):

        def visiting(root: Element, md: Markdown, text: str, visit: Callable[..., None] = visit) -> None:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            try:
                visit(root, md, text)
            except Exception as error:
                broken.append(error)

        extension = PageExtension(visiting)
        extension.announce()
        signal.signal(signal.SIGVTALRM, _slow)
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        try:
            html = Markdown(extensions=[*EXTENSIONS, extension]).convert(raw.decode("utf-8", "replace"))
        except Exception:  # of Python-Markdown itself or an extension of it: MkDocs does not come to us then
            return
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if broken:
            raise broken[0]
        if not found:
            return
    for piece in found[0].pieces.values():
        made = place(piece.block, "../", frozenset(), "a/")
        assert not list(acting(made)), made
    marks.fill(html)
