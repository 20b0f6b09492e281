"""Paragraphs that are what is left of something else - a table, code, the end of a callout - and told as that, or a heading in HTML."""

from __future__ import annotations

from facingpages.document import Block
from facingpages.rules.base import Pair
from facingpages.rules.tagged import tagged
from facingpages.rules.uncoded import uncoded
from facingpages.rules.unended import is_rest
from facingpages.rules.unread import is_unfenced
from facingpages.rules.untabled import untabled


def is_fallen(pair: Pair, block: Block) -> bool:
    """Whether a block of the translation is one of these."""
    told = block.index in untabled(pair).blocks | uncoded(pair).told | tagged(pair).blocks
    return told or is_rest(pair, block) or is_unfenced(pair.target, block)
