"""The folds of a locale's pages: a page is judged by what those of the other folds taught, so never by itself.

Whoever edits a page changes what it teaches the other folds, not what it is judged by. Which fold a page is in depends
on its name alone, and how many there are on how many pages the locale has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from facingpages.hashing import blake2b

FEWEST = 60  # pages of a locale: where they are fewer, the others of a page have too little to say
LARGE = 120  # pages from which on half of them teach enough; of fewer, three quarters teach
PAGES = 100  # of a fold that may teach, the first in an order that means nothing; of twice as many nothing gets better


def count(pages: int) -> int:
    """How many folds a locale of some pages has: none where nothing is learnt of it."""
    return 0 if pages < FEWEST else 2 if pages >= LARGE else 4


def fold(name: str, folds: int) -> int:
    """Which of the folds a page is in, by its name."""
    return _order(name)[-1] % folds


def ordered(names: Iterable[str]) -> list[str]:
    """Names of pages in the order in which they teach, whatever the locale."""
    return [name for _, name in sorted((_order(name), name) for name in names)]


@lru_cache(maxsize=1)
def in_turn(names: frozenset[str]) -> Sequence[str]:
    """All of a site's, in that order: more than one asks."""
    return ordered(names)


def teachers(names: Iterable[str], folds: int) -> list[list[str]]:
    """The names of the pages of each fold that may teach, from those of a locale, which are `ordered`."""
    found: list[list[str]] = [[] for _ in range(folds)]
    left = folds * PAGES
    for name in names if folds else ():
        mine = found[fold(name, folds)]
        if len(mine) < PAGES:
            mine.append(name)
            left -= 1
            if not left:  # which a site of many pages comes to soon
                break
    return found


@lru_cache(maxsize=4096)  # who orders names asks of each again, and of its translations
def _order(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=24).digest()
