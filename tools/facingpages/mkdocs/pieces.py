"""The source page in pieces: the HTML of every block, ready to stand beside its translation on another page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from markdown import Markdown

from facingpages.document import Document
from facingpages.mkdocs.kept import digest
from facingpages.mkdocs.leaves import POINTERS, Leaf, find_leaves, inline, match
from facingpages.mkdocs.passive import passive
from facingpages.mkdocs.sentences import Sentence, describe, split

CUT = "\x1d"  # between pieces while they are made into HTML at once
HOLDER = "facing-piece"  # the element around a piece's contents while it is made into HTML
ROOT = "\x1a"  # stands for the way from a page to the site's root; taken out of what a page holds
# Drawn where it is seen, which a hidden piece is not.
DIAGRAM = re.compile(r"""<\w+ class=["']?(?:[^"'>]* )?mermaid\b""")
BASE = "https://root.invalid/"


@dataclass(slots=True)
class Piece:
    """A block of the source as HTML that only shows, without ids.

    `inner` is what its element holds; `key` its letters and digits.
    Addresses that are relative begin with `ROOT`, which stands for the way to the site's root. `sentences` is there
    when there are two or more; then `inner` holds each in a span. `title` is that of the callout around the block.
    `anchor` is the id of a heading on its own page.
    """

    kind: str
    tag: str
    key: str
    inner: str
    sentences: tuple[Sentence, ...] = ()
    cells: tuple[str, ...] = ()
    title: str = ""
    anchor: str = ""

    @property
    def block(self) -> str:
        """The piece as a block of its own. A heading becomes a paragraph: the outline stays the translation's."""
        if self.kind == "raw":
            return self.inner
        if self.kind == "heading":
            return f'<p class="facing-heading facing-{self.tag}">{self.inner}</p>'
        if self.kind == "row":
            return f"<p>{' · '.join(cell for cell in self.cells if cell)}</p>"
        return f"<p>{self.inner}</p>"


@dataclass(slots=True)
class SourcePage:
    """A source page: what it says (`document`), where it stands on the site, its blocks as HTML by block number."""

    document: Document
    url: str
    pieces: Mapping[int, Piece] = field(default_factory=dict)
    _digest: bytes = b""

    @property
    def digest(self) -> bytes:
        """Of all that is shown of the page."""
        if not self._digest:
            self._digest = digest(self.document.raw, self.url, self.pieces)
        return self._digest

    def section(self, block: int) -> tuple[int, Piece | None]:
        """The heading under which a block stands, or which it is, with its number; -1 and None before the first."""
        heads = [index for index, piece in self.pieces.items() if piece.kind == "heading" and index <= block]
        return (max(heads), self.pieces[max(heads)]) if heads else (-1, None)


def take_apart(root: Element, md: Markdown, document: Document, url: str) -> SourcePage:
    """The pieces of a source page, from its tree as Python-Markdown has it when all but the text is done."""
    leaves = find_leaves(root, md.htmlStash.rawHtmlBlocks, md.is_block_level)
    match(leaves, document.blocks)
    shown = [leaf for leaf in leaves if leaf.block >= 0]
    contents = [_contents(leaf, md.is_block_level) for leaf in shown]
    titles = {id(leaf.callout): _bare(found) for leaf in shown if (found := callout_title(leaf.callout)) is not None}
    elements = [element for made, _ in contents for element in made]
    texts = iter(_to_html([*elements, *titles.values()], md, url))
    inners = [[next(texts) for _ in made] for made, _ in contents]
    title_of = dict(zip(titles, texts, strict=True))
    pieces: dict[int, Piece] = {}
    for leaf, (_, sentences), own in zip(shown, contents, inners, strict=True):
        if leaf.kind == "raw" and (not own[0] or DIAGRAM.search(own[0])):
            continue
        inner, cells = ("", tuple(own)) if leaf.kind == "row" else (own[0], ())
        callout = title_of.get(id(leaf.callout), "")
        anchor = leaf.element.get("id", "") if leaf.kind == "heading" else ""
        pieces[leaf.block] = Piece(leaf.kind, leaf.element.tag, leaf.key, inner, sentences, cells, callout, anchor)
    return SourcePage(document, url, pieces)


def callout_title(callout: Element | None) -> Element | None:
    """The title of an admonition or of details, if it has one."""
    first = callout[0] if callout is not None and len(callout) else None
    if first is not None and (first.tag == "summary" or first.get("class") == "admonition-title"):
        return first
    return None


def place(text: str, base: str, ids: frozenset[str], url: str) -> str:
    """A piece for one page: `base` leads to the site's root; a fragment that page lacks leads to the source's page."""
    if 'href="#' in text:
        text = re.sub(
            r'href="#([^"]*)"',
            lambda found: (
                found.group() if html.unescape(found.group(1)) in ids else f'href="{base}{url}#{found.group(1)}"'
            ),
            text,
        )
    return text.replace(ROOT, base) if ROOT in text else text


def _contents(leaf: Leaf, is_block: Callable[[str], bool]) -> tuple[list[Element], tuple[Sentence, ...]]:
    """What is made into HTML for a leaf: its own text, its cells, or the element itself where that is raw."""
    if leaf.kind == "row":
        return [_bare(cell) for cell in leaf.cells], ()
    if leaf.kind == "raw":
        return [leaf.element], ()
    own = _bare(inline(leaf.element, is_block) if leaf.kind == "item" else leaf.element)
    if leaf.kind in ("paragraph", "item"):
        spans = split(own)
        if len(spans) > 1:
            whole = Element(HOLDER)
            whole.extend(spans)
            return [whole], tuple(describe(span) for span in spans)
    return [own], ()


def _bare(element: Element) -> Element:
    """The same contents in an element without attributes, the marks of headings and footnotes left out."""
    own = Element(HOLDER)
    own.text = element.text
    for child in element:
        pointer = child.get("class") or (child[0].get("class") if child.tag == "sup" and len(child) else "")
        if pointer not in POINTERS:
            own.append(child)
        elif len(own):
            own[-1] = copy(own[-1])  # the page's own stays as it is
            own[-1].tail = (own[-1].tail or "") + (child.tail or "")
        else:
            own.text = (own.text or "") + (child.tail or "")
    return own


def _to_html(elements: list[Element], md: Markdown, url: str) -> list[str]:
    """The inner HTML of each element, raw HTML put back, what acts and ids left out, addresses turned to the root."""
    if not elements:
        return []
    written = []
    for element in elements:
        tail, element.tail = element.tail, None
        written.append(md.serializer(element))
        element.tail = tail
    texts = _finished(CUT.join(written), md).split(CUT)
    if len(texts) != len(written):  # the page holds the very sign
        texts = [_finished(text, md) for text in written]
    return [passive(_inner(text.replace(ROOT, "")), lambda address: _turned(address, url)) for text in texts]


def _inner(text: str) -> str:
    return text.strip().removeprefix(f"<{HOLDER}>").removesuffix(f"</{HOLDER}>").strip()


def _finished(text: str, md: Markdown) -> str:
    for postprocessor in md.postprocessors:
        text = postprocessor.run(text)
    return text


def _turned(address: str, url: str) -> str:
    """An address from the site's root, where it leads into the site."""
    address = address.replace(ROOT, "")
    if address.startswith("#") or not address:
        return address
    try:
        absolute = urljoin(BASE + url, address)
    except ValueError:
        return address
    if not absolute.startswith(BASE):
        return address
    below = absolute[len(BASE) :]
    # On a page at the root nothing stands before it, and a name with a colon would be read as a scheme.
    return f"{ROOT}./{below}" if ":" in below.partition("/")[0] else ROOT + below
