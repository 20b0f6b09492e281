"""What is told of pairs of blocks that nothing vouches for, when all rules have been asked."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.finding import Finding
from facingpages.rules.base import Pair, whole
from facingpages.rules.block import REWRITTEN
from facingpages.rules.contrast import named
from facingpages.rules.instead import instead
from facingpages.rules.torn import is_component


def doubted(pair: Pair) -> Iterator[Finding]:
    """What stands where nothing vouches for a pair of blocks of which errors were lowered: once for neighbours."""
    found = {} if pair.vouches.is_stub else pair.vouches.doubted  # of which nothing is worth telling but that
    told = {unit.missing.blocks[0].index for unit in instead(pair)} if found else ()
    for at in sorted(found):
        a, b = found[at].source[0], found[at].target[0]
        if at - 1 not in found and a.index not in told and not is_component(a, b):
            plain = a.kind == b.kind == "paragraph" and a.marker is None is b.marker
            yield pair.finding(
                REWRITTEN, "other" if plain else "block", at=whole(b), origin=whole(a), text=named(pair.source, a)
            )
