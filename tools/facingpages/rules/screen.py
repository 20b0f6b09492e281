"""Bold runs of running text that are labels: names of what is on the screen, as the sentence around them says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facingpages.align import Bead
from facingpages.document import Block, Span
from facingpages.late import late
from facingpages.rules.base import Pair, codes

ACTION = late(
    r"\b(?:select|click|choose|tap|press|open|go to|enter|type|under|expand|clear|check|check mark|tick|turn|set|switch|toggle|find|"
    r"navigate|pick|hit|use|see|from|in|on|the|then|and|or|called|named|labell?ed)\b[^.]*$", re.I
)  # fmt: skip
PRESS = late(  # what says so in running text, too: anywhere before it in its sentence, or right before it
    r"\b(?:(?:select|click|choose|tap|press|open|go to|expand|toggle|navigate to|pick|hit|enter|fill in|type in)\b[^.!?:;]{0,80}|"
    r"(?:called|named|labell?ed)(?: \w+){0,2} \W*)$", re.I
)  # fmt: skip
THING = late(
    r"\s*(?:page|button|tab|field|box|check ?box|menu|option|section|pane|window|dialog|list|link|setting|toggle|icon|area|"
    r"column|panel|drop-?down|view|screen|role|policy|group|key|tile|card|ribbon|command|switch)s?\b", re.I
)  # fmt: skip
# In **Size**, pick one: what stands before it and behind it.
PLACE = late(r"\b(?:in|from|under|on|at|for|next to|into)(?: the)? \W*$", re.I)
DO = late(
    r"\W*, (?:please |then )?(?:select|click|choose|tap|press|type|enter|pick|set|specify|turn|check|clear)\b", re.I
)
SHORT = 4  # words of what is a name even where it is not said what it is


def is_on_screen(pair: Pair, bead: Bead, label: Span) -> bool:
    """Whether the sentence says that the label is something to press, open or look at; or is a chain of menus."""
    raw = pair.source.raw
    before = raw[max(bead.source[0].start, label.start - 90) : label.start].decode("utf-8", "ignore")
    after = raw[label.end : label.end + 60].decode("utf-8", "ignore")
    listed = bead.source[0].marker is not None
    return bool(
        (ACTION if listed else PRESS).search(before)
        or THING.match(after)
        or (DO.match(after) and PLACE.search(before))
        or before.rstrip().endswith((">", ">"))
        or after.lstrip(" \\").startswith(">")
    )


def is_among(blocks: Sequence[Block], s: Sequence[Span], t: Sequence[Span], label: Span) -> bool:
    """Whether a label is one of several names in running text of which the others are bold in the translation, too.

    What a block begins with may be a title of its own, and what ends a sentence may be one in bold.
    """
    return (
        len(s) > 1 and len(t) == len(s) - 1
        and all(reads_as_name(span.text) and len(span.text.split()) <= SHORT and span.text[-1:].isalnum() for span in s)
        and all(span.start > block.start for block in blocks for span in s)
        and len(label.text) > 1
    )  # fmt: skip


def reads_as_name(text: str) -> bool:
    """Whether a bold run reads like the name of a thing on the screen rather than like a stressed phrase."""
    words = text.split()
    return bool(words) and len(words) <= 8 and not words[0][:1].islower()


def is_set_as_code(bead: Bead, label: Span) -> bool:
    """Whether a label is set as code instead; one that is nothing but code is, where no code was lost: `a`, `b`."""
    here = codes(bead.target)
    if any(label.text in code.text for code in here):
        return True
    there = codes(bead.source)
    within = [code for code in there if label.start <= code.start and code.end <= label.end]
    rest = label.text
    for code in within:
        rest = rest.replace(code.text, "", 1)
    return bool(within) and not any(sign.isalnum() for sign in rest) and len(here) >= len(there)
