"""What one HTML page defines and leads to, as a browser reads it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from facingpages.published.css import fetched
from facingpages.read.uses import srcset

# Two walks over the tree: every query costs one, and that of a selector grows with each of its parts. The second one
# asks for elements that may say something without any of the attributes of the first; most pages have few of them, and
# which ones a page may have, a look at its bytes tells sooner.
FREQUENT = "[href],[id],[src],[style],a[name]"
OTHER = re.compile(
    rb"<(?=[bdfimoqsv])(meta|img|image|source|video|object|form|button|input|q|blockquote|ins|del|iframe|frame|style)(?=[\s/>])"
)
SELDOM = {
    b"imagesrcset": "link[imagesrcset]",
    b"background": "body[background],table[background],td[background],th[background]",
}
# What a link of these kinds leads to is fetched, or told to machines; of others (`preconnect`) nothing is asked.
FETCHED = frozenset((
    "stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch", "mask-icon", "search",
))  # fmt: skip
RELATED = frozenset(("prev", "next", "up", "license", "author", "help", "alternate", "canonical"))
LEADING = {
    "form": ("action",), "button": ("formaction",), "input": ("formaction",), "q": ("cite",), "blockquote": ("cite",),
    "ins": ("cite",), "del": ("cite",), "img": ("longdesc",), "iframe": ("longdesc",), "frame": ("longdesc",),
}  # fmt: skip
SHOWING = {
    "video": ("poster",), "object": ("data",), "image": ("href", "xlink:href"), "use": ("href", "xlink:href"),
    "body": ("background",), "table": ("background",), "td": ("background",), "th": ("background",),
}  # fmt: skip
# The HTML Standard's "shared declarative refresh steps": what stands behind the time.
REFRESH = re.compile(r"[ \t\n\f\r]*+[\d.]++(?:[ \t\n\f\r]++[;,]?|[;,])[ \t\n\f\r]*+(.*)", re.S)
NAMED = re.compile(r"url[ \t\n\f\r]*=[ \t\n\f\r]*(.*)", re.I | re.S)
LINKS = frozenset(("a", "area"))
MAPPED = frozenset(("img", "object", "input"))
Attributes = dict[str, str | None]


class Alternate(NamedTuple):
    """`<link rel="alternate" hreflang>`: language and address as written."""

    language: str
    address: str


@dataclass(slots=True)
class HtmlFacts:
    """The facts of a page. `leads` and `shows` are the distinct addresses it leads to and shows, as written.

    `lost` are addresses (`#map`) that look for a place in it in a way of their own, in vain.
    """

    ids: frozenset[str] = frozenset()
    repeated: tuple[str, ...] = ()
    leads: set[str] = field(default_factory=set)
    shows: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    language: str | None = None
    canonicals: tuple[str, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    base: str = ""
    robots: str = ""


def read_html(raw: bytes) -> HtmlFacts:
    """The facts of a page, from its bytes. What is in comments, scripts and templates does not count."""
    parser = LexborHTMLParser(raw)
    page = HtmlFacts()
    root = parser.root
    if root is not None:
        page.language = root.attributes.get("lang")
    named = set[str]()
    ids = _frequent(parser, page, named)
    page.ids = frozenset(ids)
    if len(page.ids) != len(ids):  # what fits two of the selectors came twice
        counted = Counter(node.attributes.get("id") for node in parser.css("[id]"))
        page.repeated = tuple(sorted(name for name, count in counted.items() if name and count > 1))
    page.ids |= named
    written = raw.lower()
    there = {"img" if tag == b"image" else tag.decode() for tag in OTHER.findall(written)}  # as parsers have it
    there |= {selector for sign, selector in SELDOM.items() if sign in written}
    mapped = frozenset(_rare(parser, page, ",".join(sorted(there)))) if there else None
    if mapped:  # what pictures name as their map, and no map is called
        maps = {node.attributes.get("name") for node in parser.css("map[name]")}
        page.lost |= {one for one in mapped if one[:1] == "#" and one[1:] and one[1:] not in maps}
    page.leads.discard("")
    page.shows.discard("")
    return page


def _frequent(parser: LexborHTMLParser, page: HtmlFacts, named: set[str]) -> list[str]:
    """Take what has an id, an address or a style. Gives the ids; what anchors are `named` is added to these."""
    ids: list[str] = []
    lead = page.leads.add  # hundreds of times a page
    for node in parser.css(FREQUENT):
        attributes, tag = node.attributes, node.tag or ""
        get = attributes.get
        if "id" in attributes and (identifier := get("id")):
            ids.append(identifier)
        if tag in LINKS:  # nearly all
            lead(get("href") or get("xlink:href") or "")
            if len(attributes) > 2:
                _shown(tag, attributes, page)
            if "name" in attributes and tag == "a" and (name := get("name")):
                named.add(name)
        elif tag in HEAD:
            HEAD[tag](attributes, page)
        else:
            _shown(tag, attributes, page)
    return ids


def _rare(parser: LexborHTMLParser, page: HtmlFacts, others: str) -> Iterator[str]:
    """Take what elements have that may be without all of these. Gives what pictures name as their map."""
    for node in parser.css(others):
        attributes, tag = node.attributes, node.tag or ""
        if tag == "style":
            page.shows |= fetched(node.text())
        elif tag == "meta":
            _meta(attributes, page)
        elif tag == "link":
            page.shows.update(srcset(attributes["imagesrcset"] or ""))
        else:
            _shown(tag, attributes, page)
            if tag in MAPPED and "usemap" in attributes:
                yield attributes["usemap"] or ""


def _shown(tag: str, attributes: Attributes, page: HtmlFacts) -> None:
    source = attributes.get("src")
    if source:
        page.shows.add(source)
    if "srcset" in attributes:
        page.shows.update(srcset(attributes["srcset"] or ""))
    for key in LEADING.get(tag, ()):
        page.leads.add(attributes.get(key) or "")
    for key in SHOWING.get(tag, ()):
        page.shows.add(attributes.get(key) or "")
    if attributes.get("style"):
        page.shows |= fetched(attributes["style"] or "")
    if tag == "iframe" and attributes.get("srcdoc"):
        _inner((attributes["srcdoc"] or "").encode("utf-8", "replace"), page)
    page.leads.discard("")
    page.shows.discard("")


def _inner(raw: bytes, page: HtmlFacts) -> None:
    """A page inside a page: its addresses are seen from the outer one, its places are its own."""
    inner = read_html(raw)
    page.shows |= inner.shows
    page.lost |= inner.lost
    for address in inner.leads:
        if address[0] != "#":
            page.leads.add(address)
        elif address[1:] not in inner.ids and unquote(address[1:]).lower() not in ("", "top", *inner.ids):
            page.lost.add(address)


def _meta(attributes: Attributes, page: HtmlFacts) -> None:
    content = attributes.get("content") or ""
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        page.leads.update(_refresh(content))
    elif attributes.get("name") == "robots":
        page.robots = content.lower()


def _link(attributes: Attributes, page: HtmlFacts) -> None:
    address = attributes.get("href")
    kinds = frozenset((attributes.get("rel") or "").lower().split())
    if attributes.get("imagesrcset"):
        page.shows.update(srcset(attributes["imagesrcset"] or ""))
    if not address:
        return
    if "canonical" in kinds:
        page.canonicals = (*page.canonicals, address)
    elif "alternate" in kinds and attributes.get("hreflang"):
        page.alternates = (*page.alternates, Alternate(attributes["hreflang"] or "", address))
    elif kinds & FETCHED:
        page.shows.add(address)
    elif kinds & RELATED:
        page.leads.add(address)


def _base(attributes: Attributes, page: HtmlFacts) -> None:
    page.base = page.base or attributes.get("href") or ""


HEAD = {"link": _link, "base": _base}


def _refresh(content: str) -> Iterator[str]:
    """The address in `0; url=…`, `0, …`, `0 URL='…' and more`: a quote ends where it began."""
    match = REFRESH.fullmatch(content)
    if match is None:
        return
    named = NAMED.fullmatch(match.group(1))
    address = named.group(1) if named is not None else match.group(1)
    if address[:1] in ("'", '"'):
        address = address[1:].partition(address[0])[0]
    if address := address.strip(" \t\n\f\r"):
        yield address
