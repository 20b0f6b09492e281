"""What a target is compared by, which links of two texts are one for the place they lead to, which are called otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from facingpages.align.features import EDITION, neutral_target, straight, tokens
from facingpages.document import Block, Link
from facingpages.languages.codes import ADDRESSED
from facingpages.late import late

CLIMB = late(r"^(?:\.{1,2}/)+")
ROUTED = late(r"^(?![a-z]+:)([^?#]*)\?id=([^&#]+)$")  # a place on a page, as Docsify writes it
READ_ME = late(r"/blob/[\w.-]+/README(?:[._-][A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)?\.md(?=#|$)")  # a repository's front
PLACED = late(r"(?<=/)\[[^\]/]*\]?$")  # the place for a reader's own words at the end of a bare address


SIGNS = late(r"%(23|3[fF])")  # `#`, `?` in a name, which part an address where they are not escaped
HOST = late(r"[^/?#]*")
LETTER = late(r"(?<=[?&])(?:subject|body)=[^&#]*&?")  # what a letter that a link begins says
ADDRESS = late(r"://|\w ?@ ?\w|^[\w/-]+(?:\. ?[\w/-]+)+$")  # of a site, a person or a file, be it spoilt
SPOKEN = late(r"[^\W_]+")
SEVERAL = 3  # words of a text at least, for an address with all of them to be that of what is called so


@lru_cache(maxsize=16384)  # more than the targets of a page: beyond that, each rule works them out again
def identity(target: str) -> str:
    """What a target is compared by: no locale, no climb, one spelling of escapes."""
    found = straight(neutral_target(target))
    if "%" in found:
        found = unquote(SIGNS.sub(r"%25\1", found))
    if "[" in found:
        found = PLACED.sub("[", found)
    if "/blob/" in found:
        found = READ_ME.sub("", found)
    if "?id=" in found:
        found = ROUTED.sub(r"\1#\2", found)
    if found[:7] == "mailto:":
        found = LETTER.sub("", found)
    if found[:1] == ".":
        found = CLIMB.sub("", found)
    if found[:4] == "http" and "://" in found:
        rest = found.split("://", 1)[-1]
        host = HOST.match(rest)[0]  # type: ignore[index]
        found = "http://" + host.lower().removeprefix("www.") + rest[len(host) :]
    return found.rstrip("/").removesuffix("/index.md").removesuffix("/index.html")


def _page(end: str) -> str:
    """What a target is compared by without the place on its page, and without what names an edition of that."""
    page = end.partition("#")[0]
    edition = EDITION.search(page)
    return page[: edition.start()] + page[edition.end() :] if edition is not None and edition[1] in ADDRESSED else page


def by_target(s: Sequence[Link], t: Sequence[Link]) -> Iterator[tuple[Link, Link]]:
    """Links that have one counterpart each, by their targets.

    What is left over of one page each is one: a place on it may be called by other words here, `#start` and `#begin`,
    and its edition may have a name of its own, `/guide-cn`.
    """
    if len(s) == 1 == len(t):  # most blocks that have any have one
        end, other = identity(s[0].target), identity(t[0].target)
        if end == other or _page(end) == _page(other):
            yield s[0], t[0]
        return
    sides = [[(identity(link.target), link) for link in side] for side in (s, t)]
    there, here = map(_once, sides)
    for end, link in sides[0]:
        if end in there and end in here:
            yield link, here[end]
    ends = [{end for end, _ in side} for side in sides]
    if ends[0] == ends[1]:
        return
    left = [
        [(_page(end), link) for end, link in side if end not in others]
        for side, others in zip(sides, reversed(ends), strict=True)
    ]
    there, here = map(_once, left)
    for page, link in left[0]:
        if page in there and page in here:
            yield link, here[page]


def _once(links: Sequence[tuple[str, Link]]) -> dict[str, Link]:
    """Those of some links whose name no other one has."""
    found: dict[str, Link] = {}
    again: set[str] = set()
    for name, link in links:
        if name in found:
            again.add(name)
        found[name] = link
    for name in again:
        del found[name]
    return found


def renamed(blocks: Sequence[Block]) -> frozenset[str]:
    """The targets of the links of a translation that are called by words, not by their address or a part of it."""
    links = (link for block in blocks for link in block.links)
    return frozenset(link.target for link in links if link.text not in link.target and not ADDRESS.search(link.text))


def unnamed(block: Block, worded: Set[str]) -> str:
    """The text of a source's block without addresses that are links by themselves, which are told as such, and those, or
    parts of them, that name links and were given words there."""
    text = block.text
    for link in block.links:
        if link.form in ("bare", "auto"):
            text = text.replace(link.text, "", 1)
    for link in block.links if worded else ():
        if len(link.text) > 3 and link.text in link.target and link.target in worded:
            text = text.replace(link.text, "", 1)
    return text


def tells(target: str, text: str) -> bool:
    """Whether an address has all words of a text, of some words: `a.example/how-to-ask` is that of "How to ask"."""
    words = set(SPOKEN.findall(text.casefold()))
    return len(words) >= SEVERAL and words <= set(SPOKEN.findall(target.casefold()))


def is_another(old: Link, new: Link, other: Link | None) -> bool:
    """Whether a link is one that the source has elsewhere, by its target and by words of its text: its block moved."""
    if other is None or other is old:
        return False
    text = tokens(new.text)
    return len(text & tokens(other.text)) > len(text & tokens(old.text))


def leads_to(page: str, target: str) -> str:
    """The path of the file that a relative target names, seen from a page's."""
    path = unquote(target.partition("#")[0])
    return normpath(join(dirname(page), path)) if path and path[0] != "/" and "://" not in path else ""
