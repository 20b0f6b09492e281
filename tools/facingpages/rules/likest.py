"""Which link of a translation stands for one of the source whose target it has not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from facingpages.align import Bead
from facingpages.align.features import tokens
from facingpages.document import Link
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.editions import WORDS
from facingpages.rules.identity import identity, tells
from facingpages.rules.mistyped import mistyped

LIKE = 0.2  # of the words of two addresses: those of two sites share `https`, and perhaps one more
REFERRED = 0.3  # how much nearer two are that both are written by a label
SAID = 4  # letters of a link's text at least, for what stands beside another link to say it by no chance
LATIN = late(r"[A-Za-z\u00c0-\u024f]{3,}")
OTHER = late(r"[^\W\d_A-Za-z\u00aa-\u024f]")


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
    """Whether two links have enough in common that one may be the other, changed; of `/a/` and `/b/` that is nothing."""
    shared = _words(old.target) & _words(new.target) - {""}
    return bool(shared or old.text == new.text or tells(new.target, old.text)) and _alikeness(old, new) >= LIKE


def are_two(pair: Pair, bead: Bead, old: Link, new: Link) -> bool:
    """Whether what a link says is in the other block without being a link: this one was lost, and that one is new.

    Or it names somebody or something in Latin letters, among other ones, that nothing in the other block is called.
    """
    if old.text.strip() == new.text.strip() or mistyped(new.target, old.target):
        return False
    if are_alike(old, new):
        return _end(old.target).isdisjoint(_end(new.target)) and _is_foreign(bead, new)
    if all(block.text.strip() == link.text.strip() for block, link in ((bead.source[0], old), (bead.target[0], new))):
        return False  # each is all that its block says
    there, here = pair.unlinked(bead, source=True), pair.unlinked(bead, source=False)
    return _is_said(new.text, there) or _is_said(old.text, here) or _is_foreign(bead, new)


def _end(target: str) -> frozenset[str]:
    """The words at the end of an address: those before it are of all that one site holds."""
    return frozenset(filter(None, WORDS.split(identity(target).rstrip("/").rsplit("/", 1)[-1])))


def _is_said(text: str, where: str) -> bool:
    text = text.strip().lower()
    at = where.find(text) if len(text) >= SAID else -1
    return at >= 0 and not where[max(at - 1, 0) : at].isalnum() and not where[at + len(text) :][:1].isalnum()


def _is_foreign(bead: Bead, new: Link) -> bool:
    """Whether the text of a link in a block of another script has Latin words, and the source's block none of them."""
    named = tokens(new.text) if LATIN.search(new.text) is not None else ()
    if not named or not OTHER.search(" ".join(block.text for block in bead.target)):
        return False
    said = " ".join(f"{block.text} {' '.join(link.target for link in block.links)}" for block in bead.source)
    return tokens(said).isdisjoint(named)


def counterpart(old: Link, extra: Sequence[Link]) -> Link | None:
    """The link of the translation that stands for a changed one: the most alike, else the only one."""
    best, top = None, -1.0
    for new in extra:
        if (old.form == "bare") != (new.form == "bare") and len(extra) > 1 and not _is_in_other_case(old, new):
            continue
        value = _nearness(old, new)
        if value > top:
            best, top = new, value
    return best


def _is_in_other_case(old: Link, new: Link) -> bool:
    return identity(old.target).lower() == identity(new.target).lower()


@lru_cache(maxsize=4096)
def _words(target: str) -> frozenset[str]:
    return frozenset(WORDS.split(identity(target).lower()))
