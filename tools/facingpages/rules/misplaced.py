"""Links whose target survived and whose words did not: they stand on others, beside those that say what they should."""

from __future__ import annotations

from collections.abc import Iterator, Set

from facingpages.finding import Finding
from facingpages.rules.base import Pair, shorten
from facingpages.rules.link_text import GROWN, SHRUNK, compared
from facingpages.rules.rule import INFO, WARNING, Rule

MISPLACED = Rule(
    "link-text-misplaced",
    WARNING,
    "A link stands on other words than those that it belongs to.",
    {"misplaced": 'This link stands on "{text}"; the words for "{was}" seem to be "{words}".'},
    origin="source link",
)


def misplaced(pair: Pair, told: Set[int]) -> Iterator[Finding]:
    """Links on the wrong words, but for those `told`, by where they begin, to carry the target of another."""
    for (bead, old, new), words in pair.meant.misplaced(told):
        other = compared(pair, bead, old, new)
        if other is None or other.rule not in (SHRUNK.id, GROWN.id) or other.severity is INFO:
            yield pair.finding(
                MISPLACED, "misplaced", at=new, origin=old, bead=bead, text=shorten(new.text, 40),
                was=shorten(old.text, 60), words=shorten(words, 60),
            )  # fmt: skip
