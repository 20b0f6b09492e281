"""What a target is compared by, which links of two texts are one for the place they lead to, which are called otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from urllib.parse import unquote

from facingpages.align.features import neutral_target
from facingpages.document import Block, Link
from facingpages.late import late

CLIMB = late(r"^(?:\.{1,2}/)+")
ROUTED = late(r"^(?![a-z]+:)([^?#]*)\?id=([^&#]+)$")  # a place on a page, as Docsify writes it
PLACED = late(r"(?<=/)\[[^\]/]*\]?$")  # the place for a reader's own words at the end of a bare address


LETTER = late(r"(?<=[?&])(?:subject|body)=[^&#]*&?")  # what a letter that a link begins says


@lru_cache(maxsize=4096)
def identity(target: str) -> str:
    """What a target is compared by: no locale, no climb, one spelling of escapes."""
    found = neutral_target(target)
    if "%" in found:
        found = unquote(found)
    if "[" in found:
        found = PLACED.sub("[", found)
    if "?id=" in found:
        found = ROUTED.sub(r"\1#\2", found)
    if found[:7] == "mailto:":
        found = LETTER.sub("", found)
    if found[:1] == ".":
        found = CLIMB.sub("", found)
    if found[:4] == "http":
        found = "http://" + found.split("://", 1)[-1].removeprefix("www.") if "://" in found else found
    return found.rstrip("/").removesuffix("/index.md").removesuffix("/index.html")


def by_target(s: Sequence[Link], t: Sequence[Link]) -> Iterator[tuple[Link, Link]]:
    """Links that have one counterpart each, by their targets."""
    if s and t:
        ends_s, ends_t = (Counter(identity(link.target) for link in side) for side in (s, t))
        here = {identity(link.target): link for link in t}
        for link in s:
            end = identity(link.target)
            if ends_s[end] == ends_t[end] == 1:
                yield link, here[end]


def renamed(blocks: Sequence[Block]) -> frozenset[str]:
    """The targets of the links of a translation that are called by words, not by their address or a part of it."""
    links = (link for block in blocks for link in block.links)
    return frozenset(link.target for link in links if link.text not in link.target and "://" not in link.text)


def unnamed(block: Block, worded: Set[str]) -> str:
    """The text of a source's block without addresses, or parts of them, that name links and were given words there."""
    text = block.text
    for link in block.links if worded else ():
        if len(link.text) > 3 and link.text in link.target and link.target in worded:
            text = text.replace(link.text, "", 1)
    return text
