"""What one HTML page defines and leads to, as a browser reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from facingpages.read.uses import srcset

# Two walks over the tree: every query costs one, and they are what reading costs beyond the parser.
LEADS = "a[href],area[href]"
OTHER = "[id],[src],a[name],link,base,meta,[srcset],[poster],object[data],form[action],[cite],image[href]"
# What a link of these kinds leads to is fetched, or told to machines; of others (`preconnect`) nothing is asked.
FETCHED = frozenset(
    (
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "manifest",
        "preload",
        "modulepreload",
        "prefetch",
        "mask-icon",
        "search",
    )
)
RELATED = frozenset(("prev", "next", "up", "license", "author", "help", "alternate", "canonical"))
LEADING = {
    "video": ("poster",), "object": ("data",), "image": ("href",), "form": ("action",), "q": ("cite",),
    "blockquote": ("cite",),
}  # fmt: skip
Attributes = dict[str, str | None]


class Alternate(NamedTuple):
    """`<link rel="alternate" hreflang>`: language and address as written."""

    language: str
    address: str


@dataclass(slots=True)
class HtmlFacts:
    """The facts of a page. `leads` and `shows` are the distinct addresses it leads to and shows, as written."""

    ids: frozenset[str] = frozenset()
    repeated: tuple[str, ...] = ()
    leads: set[str] = field(default_factory=set)
    shows: set[str] = field(default_factory=set)
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
    links = parser.css(LEADS)
    try:
        page.leads = {address for node in links if (address := node.attrs["href"])}
    except KeyError:  # `xlink:href` in a drawing fits, too
        page.leads = {address for node in links if (address := _href(node.attributes))}
    ids: list[str] = []
    names: list[str] = []
    for node in parser.css(OTHER):
        attributes = node.attributes
        tag = node.tag
        identifier = attributes.get("id")
        if identifier:
            ids.append(identifier)
        if tag == "link":
            _link(attributes, page)
        elif tag == "meta":
            _meta(attributes, page)
        elif tag == "base":
            page.base = page.base or attributes.get("href") or ""
        elif tag == "a":
            names.append(attributes.get("name") or "")
        else:
            _shown(tag or "", attributes, page)
    page.ids = frozenset(ids)
    if len(page.ids) != len(ids):  # what fits two of the selectors above came twice
        counted = Counter(node.attributes.get("id") for node in parser.css("[id]"))
        page.repeated = tuple(sorted(name for name, count in counted.items() if name and count > 1))
    if names:
        page.ids |= frozenset(filter(None, names))
    return page


def _href(attributes: Attributes) -> str:
    return attributes.get("href") or attributes.get("xlink:href") or ""


def _shown(tag: str, attributes: Attributes, page: HtmlFacts) -> None:
    source = attributes.get("src")
    if source:
        page.shows.add(source)
    if "srcset" in attributes:
        page.shows.update(srcset(attributes["srcset"] or ""))
    for key in LEADING.get(tag, ()):
        value = attributes.get(key) or attributes.get(f"xlink:{key}")
        if value:
            (page.shows if key in ("poster", "data") or tag == "image" else page.leads).add(value)


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


def _refresh(content: str) -> Iterator[str]:
    """The address in `0; url=…`."""
    _, _, rest = content.partition(";")
    name, equals, address = rest.strip().partition("=")
    if equals and name.strip().lower() == "url":
        yield address.strip().strip("'\"")
