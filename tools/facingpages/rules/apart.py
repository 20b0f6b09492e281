"""Links put aside: their targets differ, and only the whole site can tell whether they lead to one place."""

from __future__ import annotations

from facingpages.tuples import NamedTuple

Range = tuple[int, int]  # byte offsets, the end exclusive


class Apart(NamedTuple):
    """Two links that differ and may lead to one page: only the whole site can tell.

    `page` and `source` are the paths of the two pages, `at` and `origin` the links' places in them, `block` and
    `block_origin` those of what they stand in; `old` and `new` are the targets, `text` the translated link's. `told` is
    the severity with which it is told where the site can't tell: "" is the rule's own, "off" not at all.
    """

    locale: str
    page: str
    source: str
    at: Range
    origin: Range
    block: Range
    block_origin: Range
    old: str
    new: str
    text: str
    told: str
