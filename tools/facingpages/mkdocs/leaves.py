"""The leaf elements of a page as Python-Markdown rendered it, and which block of its Markdown each of them shows.

The engine and Python-Markdown read the same text, so the same words tell which element is which block. What only one
of them knows - a snippet, a macro, a footnote moved to the end - stays without counterpart and costs nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from xml.etree.ElementTree import Element

from facingpages.document import Block

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
FLOW = frozenset(("li", "dd"))  # may hold text and blocks
SKIPPED = frozenset(("label", "figcaption", "caption", "hr", "script", "style", "form", "svg", "math", "summary"))
POINTERS = frozenset(("headerlink", "footnote-ref", "footnote-backref"))  # made by extensions, no words of the text
CALLOUTS = frozenset(("admonition", "details"))
STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")  # where Python-Markdown will put back raw HTML, code among it
MARKS = re.compile("\x02[^\x03]*\x03")
TAGS = re.compile(r"<[^>]*>")
ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)[^\s<>]+")
ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")  # attr_list, of which the engine knows only a part
SIGNS = re.compile(r"[\W_]+")
PICTURE = "\0"  # begins the key of a block that holds nothing but pictures
SHORT = 8  # a key shorter than this may stand anywhere: it is looked for nearby only
NEAR = 30


@dataclass(slots=True, eq=False)
class Leaf:
    """An element that a reader takes for one block.

    `kind` is heading, paragraph, item (the text of a list item or definition that holds no paragraph), term, row or
    raw (code or HTML put back later). `callout` is the admonition around it. `block` is the block it shows, -1: none.
    `annotated`: numbers in brackets are notes; `listed`: their list follows at once and must keep doing so.
    """

    kind: str
    element: Element
    parent: Element
    key: str
    callout: Element | None = None
    block: int = -1
    cells: list[Element] = field(default_factory=list)
    annotated: bool = False
    listed: bool = False


def find_leaves(root: Element, stash: Sequence[object], is_block: Callable[[str], bool]) -> list[Leaf]:
    """The leaves of a page in reading order. `stash` is what raw-HTML placeholders stand for."""
    leaves = list(_walk(root, None, stash, is_block))
    noted = {id(inner) for outer in root.iter() if "annotate" in _class(outer).split() for inner in outer.iter()}
    for leaf in leaves:
        leaf.annotated = id(leaf.element) in noted
        leaf.listed = (leaf.annotated or leaf.kind == "raw") and _before_list(leaf)
    return leaves


def match(leaves: Sequence[Leaf], blocks: Sequence[Block]) -> None:
    """Set `block` of every leaf whose words are those of a block; each block is taken once."""
    places: dict[str, list[int]] = {}
    for block in reversed(blocks):
        key = block_key(block)
        if key:
            places.setdefault(key, []).append(block.index)  # the last is the first on the page
    expected = 0
    for leaf in leaves:
        found = places.get(leaf.key)
        if not found:
            continue
        ahead = [index for index in found if index >= expected]
        index = ahead[-1] if ahead else found[-1]
        if len(leaf.key) < SHORT and not expected <= index < expected + NEAR:
            continue
        found.remove(index)
        leaf.block = index
        if expected <= index < expected + NEAR:
            expected = index + 1


def block_key(block: Block) -> str:
    """The letters and digits of a block; its pictures, if it has no others."""
    text = letters(block.text)
    return text or _pictures([image.source for image in block.images])


def letters(text: str) -> str:
    """The letters and digits of a text, addresses and attributes left out."""
    if "{" in text:
        text = ATTRIBUTES.sub("", text)
    if ":" in text or "www." in text:
        text = ADDRESS.sub("", text)
    return SIGNS.sub("", text)


def plain(html: str) -> str:
    """The letters and digits of a piece of HTML."""
    return letters(unescape(TAGS.sub("", html)))


def inline(element: Element, is_block: Callable[[str], bool]) -> Element:
    """A copy of what an item holds before its first block: its own text."""
    own = Element("div")
    own.text = element.text
    for child in element:
        if is_block(child.tag):
            break
        own.append(child)
    return own


def heading(root: Element) -> str:
    """The words of a page's first heading of the first level; empty without one."""
    found = next(root.iter("h1"), None)
    return " ".join(MARKS.sub("", "".join(_words(found))).split()) if found is not None else ""


def _walk(
    parent: Element, callout: Element | None, stash: Sequence[object], is_block: Callable[[str], bool]
) -> Iterator[Leaf]:
    for element in parent:
        tag = element.tag
        if tag in HEADINGS:
            yield Leaf("heading", element, parent, _key(element), callout)
        elif tag == "p":
            if _class(element) == "admonition-title":
                continue
            stashed = STASHED.fullmatch((element.text or "").strip()) if not len(element) else None
            if stashed is not None:
                raw = str(stash[int(stashed.group(1))])
                yield Leaf("raw", element, parent, plain(raw), callout)
            else:
                yield Leaf("paragraph", element, parent, _key(element), callout)
        elif tag == "tr":
            cells = [cell for cell in element if cell.tag in ("td", "th")]
            yield Leaf("row", element, parent, "".join(_key(cell) for cell in cells), callout, cells=cells)
        elif tag == "dt":
            yield Leaf("term", element, parent, _key(element), callout)
        elif tag == "pre":
            yield Leaf("raw", element, parent, letters("".join(element.itertext())), callout)
        elif tag in FLOW:
            own = inline(element, is_block)
            key = _key(own)
            if key:
                yield Leaf("item", element, parent, key, callout)
            yield from _walk(element, callout, stash, is_block)
        elif tag not in SKIPPED and is_block(tag):
            inside = element if tag == "details" or "admonition" in _class(element).split() else callout
            yield from _walk(element, inside, stash, is_block)


def _before_list(leaf: Leaf) -> bool:
    """Whether a numbered list follows the element at once."""
    children = list(leaf.parent)
    following = next(index for index, child in enumerate(children) if child is leaf.element) + 1
    return following < len(children) and children[following].tag == "ol"


def _key(element: Element) -> str:
    text = "".join(_words(element))
    if "\x02" in text:
        text = MARKS.sub("", text)
    key = letters(text)
    return key or _pictures([image.get("src", "") for image in element.iter("img")])


def _words(element: Element) -> Iterator[str]:
    """The text of an element without its code, which the engine keeps apart, and without what is not read."""
    if element.text:
        yield element.text
    for child in element:
        if child.tag != "code" and _class(child) not in POINTERS:
            yield from _words(child)
        if child.tail:
            yield child.tail


def _pictures(sources: Sequence[str]) -> str:
    return "".join(PICTURE + source.rsplit("/", 1)[-1] for source in sources)


def _class(element: Element) -> str:
    return element.get("class") or ""
