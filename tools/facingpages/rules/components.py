"""Components that stand in a block of their own, outside of MDX: `<FileTree dir="a" />` as a theme's pages have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.document import RawTag
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.tags import Tag, tags_of_source
from facingpages.rules.units import Unit

SCRIPT = late(rb"[ \t]*<script(?=[^<>]*\bsetup\b|[^<>]*>\s*import\b)")  # in which VitePress finds a page's components


def lost_alone(pair: Pair) -> Iterator[tuple[Unit, Tag]]:
    """Those without counterpart, each with its tag, of which the translation has fewer anywhere than the source.

    What they show is gone, or what they stand around bare. One whose block holds words, links or pictures is told by these.
    """
    for unit in pair.missing:
        block = unit.blocks[0]
        if unit.kind != "block" or block.kind != "html" or block.links or block.images:
            continue
        script = SCRIPT.match(pair.source.raw, block.start) is not None
        if block.text and not script:
            continue
        tag = next((tag for tag in tags_of_source(pair.source, unit.blocks[:1]) if not tag.closing), None)
        if tag is not None and (script or tag.name[:1].isupper() or "-" in tag.name):
            opening = re.compile(rb"<%b(?![\w.-])" % re.escape(tag.name.encode()))
            if len(opening.findall(pair.target.raw)) < len(opening.findall(pair.source.raw)):
                yield unit, tag


def is_closed_there(pair: Pair, tag: RawTag) -> bool:
    """Whether a tag of the translation is that of a component which the source closes: a word in brackets is none."""
    name = re.match(rb"</?([A-Z][\w.-]*)", pair.target.raw[tag.start : tag.end])
    return name is not None and b"</" + name[1] + b">" in pair.source.raw
