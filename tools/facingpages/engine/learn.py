"""What a site teaches of its languages, learnt before its pages are looked at and remembered as they are.

A lexicon is made of the pages of today, of a bounded number that does not depend on what is asked of them, so that a
run, its parts and a cluster have the same. Its digest is part of what every result is known by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, NamedTuple

from facingpages.engine.plan import PageSet, Plan
from facingpages.lexicon.lessons import Learnt, lesson
from facingpages.program import SIZE, program
from facingpages.read.bilingual import split
from facingpages.read.skim import Skimmed, skim
from facingpages.site import PageFile
from facingpages.store import Store, Stored
from facingpages.workers import in_batches

PAGES = 300  # of a locale that are learnt from: more of them add little
LARGEST = 200_000  # bytes of such a page
BASE = b"lexicon"


class _School(NamedTuple):
    """A locale and the bytes of the pages that it is learnt from, source and translation."""

    locale: str
    pages: Sequence[tuple[bytes, bytes]]
    key: bytes


def learn(plan: Plan, store: Store | None = None, jobs: int = 1) -> Mapping[str, Learnt]:
    """What each locale of a plan teaches, kept in it: asked again, it is there. Nothing where no pages are aligned."""
    begin(plan, store)
    if plan.learner is not None:
        new = [locale for locale in plan.site.locales if locale not in plan.learnt]
        plan.learnt.update(_learn(plan, store, jobs, new))
    return plan.learnt


def begin(plan: Plan, store: Store | None) -> None:
    """Let a plan learn of a locale when a page first asks: most pages agree with their source, and ask nothing."""
    if plan.learner is None and plan.aligns and find_spec("numpy") is not None:
        plan.learner = lambda locale: _learn(plan, store, 1, [locale])[locale]


def _learn(plan: Plan, store: Store | None, jobs: int, locales: Sequence[str]) -> dict[str, Learnt]:
    schools = _schools(plan, locales)
    known = {school.locale: _remembered(store, school.key) for school in schools}
    new = [school for school in schools if known[school.locale] is None]

    def some(batch: Sequence[_School]) -> list[Any]:
        return [lesson(*_leaves(plan, school)).flat() for school in batch]

    found = dict(zip((school.locale for school in new), _flattened(some, new, jobs), strict=True))
    if store is not None and found:
        store.put([Stored.of(school.key, BASE, found[school.locale]) for school in new])
    return {locale: one if one is not None else Learnt.of(found[locale]) for locale, one in known.items()}


def _flattened(some: Any, new: Sequence[_School], jobs: int) -> list[Any]:
    return [one for flat in in_batches(some, new, 1, jobs, lambda _: [Learnt(0, None).flat()]) for one in flat]


def _remembered(store: Store | None, key: bytes) -> Learnt | None:
    try:
        return Learnt.of(store.get(key, BASE)) if store is not None else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _schools(plan: Plan, locales: Sequence[str]) -> list[_School]:
    """The pages that each locale is learnt from: the first of an order of their names that means nothing."""
    sets = sorted((one for one in plan.page_sets() if one.source is not None), key=_order)
    read: dict[str, bytes] = {}
    schools = []
    for locale in locales:
        pages: list[tuple[bytes, bytes]] = []
        digest = hashlib.blake2b(program(), digest_size=SIZE)
        digest.update(repr((locale, plan.config.embedded_source)).encode())
        for one in sets:
            if len(pages) == PAGES:
                break
            page = next((page for page in one.translations if page.locale == locale), None)
            assert one.source is not None
            if page is not None and (source := _bytes(one.source, read)) and (target := _bytes(page, {})):
                pages.append((source, target))
                for raw in (source, target):
                    digest.update(hashlib.blake2b(raw, digest_size=SIZE).digest())
        schools.append(_School(locale, pages, digest.digest()))
    return schools


def _order(pages: PageSet) -> bytes:
    return hashlib.blake2b(pages.name.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def _bytes(page: PageFile, read: dict[str, bytes]) -> bytes:
    """What is in a page; nothing where it can't be read, or is too large to be learnt from."""
    found = read.get(page.path)
    if found is None:
        try:
            found = b"" if page.error else page.read()
        except OSError:
            found = b""
        found = read[page.path] = found if len(found) <= LARGEST else b""
    return found


@lru_cache(maxsize=PAGES)
def _skimmed(raw: bytes) -> list[Skimmed]:
    """The leaves of a source page, which every locale has beside its own."""
    return skim(raw)


def _leaves(plan: Plan, school: _School) -> tuple[list[list[Skimmed]], list[list[Skimmed]]]:
    if plan.config.embedded_source:
        halves = [split(raw) for raw, _ in school.pages]
        pages = [(half.source.raw, half.target.raw) for half in halves]
    else:
        pages = list(school.pages)
    return [_skimmed(source) for source, _ in pages], [skim(target) for _, target in pages]
