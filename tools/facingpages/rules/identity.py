"""What a target is compared by, which links of two texts are one for the place they lead to, which are called otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote

from facingpages.align import Bead
from facingpages.align.features import neutral_target
from facingpages.document import Block, Link
from facingpages.late import late

CLIMB = late(r"^(?:\.{1,2}/)+")
ROUTED = late(r"^(?![a-z]+:)([^?#]*)\?id=([^&#]+)$")  # a place on a page, as Docsify writes it
PLACED = late(r"(?<=/)\[[^\]/]*\]?$")  # the place for a reader's own words at the end of a bare address


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


def unnamed(bead: Bead, block: Block) -> str:
    """The text of a source's block without addresses, or parts of them, that name links and were given words there."""
    text = block.text
    links = [new for b in bead.target for new in b.links] if block.links else []
    renamed = {new.target for new in links if new.text not in new.target and "://" not in new.text}
    for link in block.links if renamed else ():
        if len(link.text) > 3 and link.text in link.target and link.target in renamed:
            text = text.replace(link.text, "", 1)
    return text
