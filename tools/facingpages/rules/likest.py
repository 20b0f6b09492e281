"""Which link of a translation stands for one of the source whose target it has not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from facingpages.document import Link
from facingpages.rules.editions import WORDS
from facingpages.rules.identity import identity, tells

LIKE = 0.2  # of the words of two addresses: those of two sites share `https`, and perhaps one more
REFERRED = 0.3  # how much nearer two are that both are written by a label


def surest_first(olds: Sequence[Link], extra: Sequence[Link]) -> list[Link]:
    """The links of the source in the order of how like one of the translation's they are: each may take but one."""
    return sorted(olds, key=lambda old: -max((_nearness(old, new) for new in extra), default=0.0))


def _nearness(old: Link, new: Link) -> float:
    """How like two links are, of several: a reference is rather another reference than a target in brackets."""
    return _alikeness(old, new) + REFERRED * (old.form == new.form == "reference")


def _alikeness(old: Link, new: Link) -> float:
    page, _, place = identity(old.target).partition("#")
    other, _, there = identity(new.target).partition("#")
    same = page == other and place != "" != there  # then only the places on it tell
    a, b = (_words(place), _words(there)) if same else (_words(old.target), _words(new.target))
    return same + len(a & b) / max(1, len(a | b)) + 0.5 * (new.text == old.text or tells(new.target, old.text))


def are_alike(old: Link, new: Link) -> bool:
    """Whether two links have enough in common that one may be the other, changed."""
    return _alikeness(old, new) >= LIKE


def counterpart(old: Link, extra: Sequence[Link]) -> Link | None:
    """The link of the translation that stands for a changed one: the most alike, else the only one."""
    best, top = None, -1.0
    for new in extra:
        if (old.form == "bare") != (new.form == "bare") and len(extra) > 1:
            continue
        value = _nearness(old, new)
        if value > top:
            best, top = new, value
    return best


@lru_cache(maxsize=4096)
def _words(target: str) -> frozenset[str]:
    return frozenset(WORDS.split(identity(target)))
