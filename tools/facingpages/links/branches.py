"""Parts of a page of which a reader gets one or the other: the branches of a template, the variants of a page.

An id may stand once in each: `{#if pt}` … `{:else}` … `{/if}`, `{% if %}` … `{% else %}` … `{% endif %}`, and
the zones and monikers of Microsoft Learn.
"""

from __future__ import annotations

import re
from bisect import bisect

from facingpages.late import late

MARK = late(
    rb"\{#(?P<begin>if)\b|\{:(?P<turn>else)\b|\{/(?P<end>if)\}"
    rb"|\{%-?\s*(?:(?P<begin_tag>if|unless)|(?P<turn_tag>els(?:e|if|eif))|(?P<end_tag>endif|endunless))\b"
    rb"|^[ \t]*:::+[ \t]*(?:(?P<kind>zone|moniker)[ \t]+(?:pivot|range)[ \t]*=[ \t]*(?P<one>[^\n]*)"
    rb"|(?P<off>zone|moniker)-end)",
    re.M,
)
DEEPEST = 20  # blocks within blocks that are told apart
Branch = tuple[tuple[bytes, bytes], ...]  # of each block around a place: which one, and which part of it


class Branches:
    """In which branches each place of a page stands."""

    def __init__(self, raw: bytes) -> None:
        self.starts = [0]
        self.within: list[Branch] = [()]
        around: list[tuple[bytes, bytes]] = []
        hidden = 0  # blocks that begin too deep
        for found in MARK.finditer(raw):
            one = found.groupdict()
            number = str(found.start()).encode()
            opens = one["begin"] or one["begin_tag"] or one["kind"]
            if opens and (hidden or len(around) == DEEPEST):
                hidden += 1
            elif hidden and (one["end"] or one["end_tag"] or one["off"]):
                hidden -= 1
            elif hidden:
                continue
            elif one["begin"] or one["begin_tag"]:
                around.append((number, number))
            elif one["kind"]:
                around.append((one["kind"], one["one"].strip()))
            elif around and (one["turn"] or one["turn_tag"]):
                around[-1] = (around[-1][0], number)
            elif around:
                around.pop()
            self.starts.append(found.start())
            self.within.append(tuple(around))

    def apart(self, one: int, two: int) -> bool:
        """Whether no reader gets both places."""
        here, there = (dict(self.within[bisect(self.starts, at) - 1]) for at in (one, two))
        return any(block in there and there[block] != part for block, part in here.items())
