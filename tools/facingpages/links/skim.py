"""Facts of plain pages without their places: where nothing is wrong, nobody asks where it stands.

A page is plain if it is Markdown and nothing else: no raw HTML, no containers of its dialect, no references. Its HTML,
which the parser writes far faster than Python can walk through its events, tells what it leads to and which headings
it has. A page with something wrong in it is parsed after all, as is every page that is not plain. The tests hold the
facts equal to those of `collect`.
"""

from __future__ import annotations

import re
from html import unescape

import pyromark

from facingpages.document import DialectName, Document, Heading
from facingpages.links.facts import ADDRESS_KEYS, PageFacts
from facingpages.links.headings import has_tight, heading_ids
from facingpages.links.rendering import Rendering
from facingpages.links.uses import Use
from facingpages.read import MAX_BYTES, decode
from facingpages.read.dialects import DIALECTS
from facingpages.read.frontmatter import read_metadata
from facingpages.read.page import OPTIONS

NOT_PLAIN_HEADING = ("://", "www.", "mailto:", "@", "<img", "--")  # renderers differ in what they take of these
TAG = re.compile(rb"<[A-Za-z/!?]")
# Every tag is the parser's own here, so its attributes stand as it writes them.
TOLD = re.compile(r'<a href="([^"]*)"|<img src="([^"]*)"|<h([1-6])>(.*?)</h[1-6]>', re.S)
INSIDE = re.compile(r'<a href="([^"]*)"|<img src="([^"]*)"')
TAGS = re.compile(r"<[^<>]*>")


def skim(raw: bytes, path: str, dialect: DialectName, rendering: Rendering) -> PageFacts | None:
    """The facts of a plain page, `placed` false; None for a page that is not plain. `path`: as reported."""
    if len(raw) > MAX_BYTES or rendering.ids.raw or rendering.ids.entities or dialect == "mdx":
        return None  # MDX is a language of its own
    if b"]:" in raw or b"][" in raw or b"[^" in raw or b"8<-" in raw or (b"<" in raw and TAG.search(raw)):
        return None
    if _may_hold_containers(raw) and DIALECTS[dialect].lines.search(raw):
        return None
    document = Document(path, decode(raw, []), dialect)
    read_metadata(document)
    body = document.raw[document.metadata_end :]
    if rendering.python and has_tight(body):
        return None
    if b"{" in body and DIALECTS[dialect].hidden.search(body):
        return None
    html = pyromark.html(body.decode("utf-8", "replace"), options=OPTIONS)
    if "%5C" in html or (rendering.python and "](" in html):
        return None  # a path with backslashes is written in another way there; a blank in a target
    uses: dict[tuple[str, str], Use] = {}
    for link, image, level, inside in TOLD.findall(html):
        if level:
            if any(mark in inside for mark in NOT_PLAIN_HEADING):
                return None
            for other, picture in INSIDE.findall(inside):
                _add(uses, other, picture)
            document.blocks.append(_heading(int(level), inside))
        else:
            _add(uses, link, image)
    found = heading_ids(document, rendering)
    address = {key: document.metadata[key].value for key in ADDRESS_KEYS if key in document.metadata}
    return PageFacts(
        path, "", "", found.ids, found.loose, found.headings, list(uses.values()), [], address, placed=False
    )


def _may_hold_containers(raw: bytes) -> bool:
    """Whether a mark is there without which no container of a dialect can begin: quicker than to look for them."""
    return (
        b":::" in raw or b"!!!" in raw or b"???" in raw or b"===" in raw or b"///" in raw or b"{*" in raw
        or b"markdown" in raw
    )  # fmt: skip


def _add(uses: dict[tuple[str, str], Use], link: str, image: str) -> None:
    kind, target = ("link", link) if link or not image else ("image", image)
    target = unescape(target) if "&" in target else target
    uses.setdefault((kind, target), Use(kind, target, 0, 0))


def _heading(level: int, inside: str) -> Heading:
    block = Heading(0, 0, None, level)
    text = TAGS.sub("", inside) if "<" in inside else inside
    block.text = (unescape(text) if "&" in text else text).replace("\n", " ")
    block.pieces = [(0, block.text)]
    return block
