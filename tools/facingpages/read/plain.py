"""The lazy reader: what a plain page defines and uses, without places and without blocks.

A page is plain if it is Markdown and nothing else: no raw HTML, no containers of its dialect, no references. Its HTML,
which the parser writes far faster than Python can walk through its events, tells what it leads to and which headings
it has. Where something is wrong with a page it is read after all, as is every page that is not plain. The tests hold
what is found here equal to what `read_page` finds.
"""

from __future__ import annotations

import re
from html import unescape

import pyromark

from facingpages.document import DialectName, Document, Heading, Use, UseKind
from facingpages.read import MAX_BYTES, decode
from facingpages.read.dialects import DIALECTS
from facingpages.read.frontmatter import read_metadata
from facingpages.read.page import OPTIONS
from facingpages.read.python_markdown import as_python_markdown, has_tight

NOT_PLAIN_HEADING = (
    "://",
    "www.",
    "mailto:",
    "@",
    "<img",
    "--",
    "\u00a0",
    "<code>#!",
    "<code>:::",
)  # renderers differ in what they take of these
TAG = re.compile(rb"<[A-Za-z/!?]")
# Every tag is the parser's own here, so its attributes stand as it writes them.
TOLD = re.compile(r'<a href="([^"]*)"|<img src="([^"]*)"|<h([1-6])>(.*?)</h[1-6]>', re.S)
INSIDE = re.compile(r'<a href="([^"]*)"|<img src="([^"]*)"')
TAGS = re.compile(r"<[^<>]*>")


def read_plain(raw: bytes, dialect: DialectName, *, path: str = "") -> Document | None:
    """A plain page: its metadata, headings and uses, each target once; None for a page that is not plain."""
    grammar = DIALECTS[dialect]
    if len(raw) > MAX_BYTES or DIALECTS[dialect].jsx:
        return None  # MDX is a language of its own
    if b"]:" in raw or b"][" in raw or b"[^" in raw or b"8<-" in raw or (b"<" in raw and TAG.search(raw)):
        return None
    if _may_hold_containers(raw) and grammar.lines.search(raw):
        return None
    document = Document(path, decode(raw, []), dialect)
    read_metadata(document)
    body = document.raw[document.metadata_end :]
    if grammar.python and (has_tight(body) or as_python_markdown(body) is not body):
        return None
    if b"{" in body and grammar.hidden.search(body):
        return None
    html = pyromark.html(body.decode("utf-8", "replace"), options=OPTIONS)
    if "%5C" in html or (grammar.python and "](" in html):
        return None  # a path with backslashes is written in another way there; a blank in a target
    return document if _take(document, html) else None


def _take(document: Document, html: str) -> bool:
    """Fill a document from the parser's HTML; False where that does not tell enough."""
    uses: dict[tuple[str, str], Use] = {}
    for link, image, level, inside in TOLD.findall(html):
        if level:
            if any(mark in inside for mark in NOT_PLAIN_HEADING):
                return False
            for other, picture in INSIDE.findall(inside):
                _add(uses, other, picture)
            document.headings.append(_heading(int(level), inside))
        else:
            _add(uses, link, image)
    document.uses = list(uses.values())
    return True


def _may_hold_containers(raw: bytes) -> bool:
    """Whether a mark is there without which no container of a dialect can begin: quicker than to look for them."""
    return (
        b":::" in raw or b"!!!" in raw or b"???" in raw or b"===" in raw or b"///" in raw or b"{*" in raw
        or b"markdown" in raw
    )  # fmt: skip


def _add(uses: dict[tuple[str, str], Use], link: str, image: str) -> None:
    kind: UseKind = "link" if link or not image else "image"
    target = link if kind == "link" else image
    target = unescape(target) if "&" in target else target
    uses.setdefault((kind, target), Use(kind, target, 0, 0))


def _heading(level: int, inside: str) -> Heading:
    heading = Heading(0, 0, None, level)
    text = TAGS.sub("", inside) if "<" in inside else inside
    heading.text = (unescape(text) if "&" in text else text).replace("\n", " ")
    heading.pieces = [(0, heading.text)]
    return heading
