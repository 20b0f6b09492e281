"""Keys that are pressed together: Ctrl+Shift+P is no Ctrl+P, whatever a language calls the keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from facingpages.align import Bead
from facingpages.late import late
from facingpages.rules.slips import Slip

SIGNS = "\u2318\u2303\u2325\u21e7"  # of the keys of a Mac
MODIFIER = rf"(?:Ctrl|Control|Cmd|Command|Alt|Option|Shift|Win|Windows|Super|Meta|[{SIGNS}])"
# An ending may follow a key, in letters of another script.
BEHIND = r"(?:[ \u00a0]?\+[ \u00a0]?(?:[A-Za-z0-9]{1,14}|[^\W\d_A-Za-z]{1,14})){1,5}(?![ \u00a0]?\+|[A-Za-z0-9])"
CHORD = late(rf"(?<![\w+]){MODIFIER}{BEHIND}")
# As another language calls them: any words that are so joined.
HERE = late(rf"(?<![\w+])(?<!\+ )(?:[^\W\d_]{{2,14}}|[{SIGNS}]){BEHIND}")
KEY = late(r"[A-Za-z0-9]|F\d{1,2}")
MOST = 20  # of a block, beyond which it is a list of them


def mispressed(bead: Bead) -> Iterator[Slip]:
    """The first keys of a block that its translation has with one more or less, or with another letter.

    Only where it has as many of them.
    """
    if len(bead.source) + len(bead.target) > 2:
        return
    block = bead.target[0]
    there = _pressed(bead.source[0].text, in_source=True)
    if not 0 < len(there) <= MOST or "+" not in block.text:
        return
    here = _pressed(block.text, in_source=False)
    lost = Counter(keys for keys, _, _ in there) - Counter(keys for keys, _, _ in here)
    new = Counter(keys for keys, _, _ in here) - Counter(keys for keys, _, _ in there)
    if lost and len(here) == len(there):
        there_as = next(written for keys, _, written in there if lost[keys])
        yield next(Slip(block, at, written, there_as) for keys, at, written in here if new[keys])


@lru_cache(maxsize=1024)
def _pressed(text: str, *, in_source: bool) -> Sequence[tuple[tuple[int, str], int, str]]:
    """The keys pressed together in a text: how many and the letter behind the others, where, and as they are written."""
    found = []
    for match in islice((CHORD if in_source else HERE).finditer(text), MOST + 1) if "+" in text else ():
        keys = [key.strip() for key in match.group().split("+")]
        last = keys[-1].upper() if KEY.fullmatch(keys[-1]) else ""
        found.append(((len(keys), last), match.start(), match.group()))
    return found
