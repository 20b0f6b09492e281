"""The source since the translation: its recorded hash against the source as it is now."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cached_property
from itertools import islice
from typing import Any

from facingpages.align import align
from facingpages.document import OBJECT, Block, DialectName, Document, Place
from facingpages.finding import Finding, Related
from facingpages.history import earlier_version
from facingpages.lexicon.folds import in_turn
from facingpages.read import read_page
from facingpages.recorded import KEYS, bare_digests, digests, is_of
from facingpages.rules.across import Across, Whole
from facingpages.rules.base import Pair, shorten
from facingpages.rules.facts import Facts
from facingpages.rules.rule import INFO, WARNING, Family, Rule
from facingpages.site import PageFile
from facingpages.site.opener import near
from facingpages.tuples import NamedTuple

STALE = {
    "changed": "The source has changed since this was translated.",
    "sections": 'The source has changed since this was translated, in "{what}".',
}
TEXT = Rule(
    "source-stale-text",
    WARNING,
    "The words of the source have changed since this was translated.",
    STALE,
    origin="changed in the source",
)
STRUCTURE = Rule(
    "source-stale-structure",
    WARNING,
    "The source has gained or lost blocks since this was translated.",
    STALE,
    origin="changed in the source",
)
MARKUP = Rule(
    "source-stale-markup", INFO, "The source has changed since, but no word of it.", STALE, origin="source page"
)
UNKNOWN = Rule(
    "source-stale", WARNING, "The source has changed since this was translated.", STALE, origin="source page"
)
SURE = "source_hash"  # what a site writes itself
FIRST = 20  # pages of another locale: some of them are up to date, where any are
ASKED = 200  # pages of the locale itself: where two in a hundred are up to date, so is one of these
WRITTEN_OTHERWISE = (b"\\", b"\0")  # an escape, or two bytes for a letter: then a page may hold what its bytes don't


class Recorded(NamedTuple):
    """What a translation says of its source, and whether it is true."""

    page: str
    locale: str
    key: str
    digest: str
    place: Place
    snippet: str
    current: bool


class Sources(Across[Recorded]):
    """What each translation records of its source, and what has become of the source since."""

    name = "source"

    def __init__(self, whole: Whole) -> None:
        super().__init__(whole)
        self._digests: dict[str, tuple[bytes, ...]] = {}  # of sources, by the names of pages
        self._own: dict[str, frozenset[str]] = {}  # what `_asked` found

    def of_pair(self, pair: Pair) -> Iterator[Recorded]:
        """The recorded hash of a translation."""
        for key in KEYS:
            entry = pair.target.metadata.get(key)
            if entry is None or len(entry.value) not in (40, 64):
                continue
            memo, digest = pair.source.memo, entry.value.lower()
            current = digest in (memo.get("digests") or memo.setdefault("digests", digests(pair.source.raw)))
            if not current:
                known = memo.get("bare digests") or memo.setdefault("bare digests", bare_digests(pair.source.raw))
                current = digest in known
            place = pair.target.place(entry.start, entry.end)
            snippet = pair.target.line_text(entry.start)
            yield Recorded(pair.target.page, pair.locale, key, entry.value, place, snippet, current)
            return

    def path(self, fact: Recorded) -> str:
        """Of the translation."""
        return fact.place.path

    def settle(self, facts: Facts[Recorded], only: Set[str] | None = None, jobs: int = 1) -> Iterator[Finding]:  # noqa: ARG002
        """Stale translations, classed.

        Where the hash that Learn's pipeline wrote is that of the source on none of many pages of a locale, nor on the
        first ones of the others, the sources here are not the files that it was made of. They are as many on a site of
        any size: who asks of one page does not wait for all others to be read.
        """
        told, true = self._stale(facts, only) if only is not None else self._all_stale(facts)
        classed: dict[tuple[str, str], tuple[Rule, str, tuple[Related, ...]]] = {}
        sources = {page.name: page for page in self.whole.site.sources}
        for fact in told:
            page = sources.get(fact.page)
            if page is None or not _is_true(fact, true):
                continue
            if (fact.page, fact.digest) not in classed:
                old = _earlier(page, lambda raw, wanted=fact.digest: is_of(wanted.lower(), raw))  # type: ignore[misc]
                try:
                    new = page.read()
                except OSError:
                    continue
                classed[fact.page, fact.digest] = _class(
                    old,
                    new,
                    page.path,
                    "learn" if self.whole.config.embedded_source else self.whole.config.at(page.path).dialect,
                )
            rule, what, related = classed[fact.page, fact.digest]
            yield rule.finding(
                "sections" if what else "changed", fact.place, fact.locale, {"what": what} if what else {}, related=related,
                snippet=fact.snippet, content=fact.digest, page=fact.page,
            )  # fmt: skip

    def _stale(self, facts: Facts[Recorded], only: Set[str]) -> tuple[list[Recorded], set[tuple[str, str]]]:
        """What some pages record that is not so now, and the keys that are true: each with a locale, or with none for
        what one of the first pages says."""
        asked = [fact for path in only for fact in facts.at(path)]
        told = [fact for fact in asked if not fact.current]
        true = set[tuple[str, str]]().union(*(self._says(fact) for fact in asked if fact.current))
        doubted = [fact for fact in told if not _is_true(fact, true)]
        vouching = self._vouching(facts, {fact.locale for fact in doubted})
        with near():
            while doubted and (said := next(vouching, None)) is not None:
                if said.current:
                    true |= self._says(said)
                    doubted = [one for one in doubted if not _is_true(one, true)]
        return told, true

    def _all_stale(self, facts: Facts[Recorded]) -> tuple[list[Recorded], set[tuple[str, str]]]:
        """The same of all pages. What is recorded where no key is true is not looked at."""
        speaking = facts.speaking()
        asked = self._first.union(*map(self._asked, {self._locale(path) for path in speaking}))
        said = (fact for path in speaking if path in asked for fact in facts.at(path))
        true = set[tuple[str, str]]().union(*(self._says(fact) for fact in said if fact.current))
        believed = {locale for _, locale in true}
        if "" not in believed:
            speaking = [path for path in speaking if self._locale(path) in believed or facts.may_hold(path, SURE)]
        return [fact for path in speaking for fact in facts.at(path) if not fact.current], true

    def _locale(self, path: str) -> str:
        """Of a page."""
        page = self.whole.page(path)
        return page.locale if page is not None else ""

    def _says(self, fact: Recorded) -> set[tuple[str, str]]:
        """For which locales a page shows that a key is true."""
        path, locale = fact.place.path, fact.locale
        own = {(fact.key, locale)} if path in self._asked(locale) else set()
        return own | {(fact.key, "")} if path in self._first else own

    @cached_property
    def _first(self) -> frozenset[str]:
        """Some pages of each locale, whose word counts for all: who asks of a page need not read a whole site for it."""
        site = self.whole.site
        return frozenset(page.path for locale in site.locales for page in site.translations(locale)[:FIRST])

    def _asked(self, locale: str) -> frozenset[str]:
        """The pages of a locale whose word counts for it: the first ones in an order that means nothing."""
        found = self._own.get(locale)
        if found is None:
            site = self.whole.site
            pages = site.by_name(locale) if locale in site.locales else {}
            names = in_turn(site.source_names)
            found = self._own[locale] = frozenset(
                islice((page.path for name in names if (page := pages.get(name)) is not None), ASKED)
            )
        return found

    def _vouching(self, facts: Facts[Recorded], locales: Set[str]) -> Iterator[Recorded]:
        """What pages of some locales say, then the first ones of the others."""
        own = frozenset[str]().union(*map(self._asked, locales))
        yield from self._some(facts, own)
        yield from self._some(facts, self._first - own)

    def _some(self, facts: Facts[Recorded], paths: Set[str]) -> Iterator[Recorded]:
        """What those of some pages say that may say anything."""
        for path in paths:
            if self._may_record(path):
                yield from facts.at(path)

    def _may_record(self, path: str) -> bool:
        """Whether a page may hold the hash of its source, as its bytes tell: few do, and the others need not be read."""
        page = self.whole.page(path)
        source = self.whole.site.named(self.whole.site.source, page.name) if page is not None else None
        if page is None or source is None or page is source:
            return False
        try:
            if page.name not in self._digests:
                self._digests[page.name] = tuple(one.encode() for one in digests(source.read()))
            raw = page.read().lower()
            wanted = (*self._digests[page.name], *WRITTEN_OTHERWISE)
            if self.whole.config.embedded_source or any(one in raw for one in wanted):
                return True
            if not any(key.encode() in raw for key in KEYS):
                return False
            return any(one.encode() in raw for one in bare_digests(source.read()))
        except OSError:
            return False

    def pack(self, facts: Iterable[Recorded]) -> bytes:
        """Of a page there is one, too small to be made smaller: a locale's are all asked for together."""
        rows = list(facts)
        return json.dumps(rows).encode() if rows else b""

    def load(self, data: Any) -> Recorded:
        """A fact from plain data."""
        page, locale, key, digest, place, snippet, current = data
        return Recorded(page, locale, key, digest, Place(*place), snippet, current)


def _is_true(fact: Recorded, true: Set[tuple[str, str]]) -> bool:
    """Whether a key is known to be true, where it needs to be."""
    return fact.key == SURE or not true.isdisjoint(((fact.key, fact.locale), (fact.key, "")))


def _earlier(page: PageFile, wanted: Callable[[bytes], bool]) -> bytes | None:
    return earlier_version(page.file, page.root, wanted) if page.root is not None else None


def _class(old: bytes | None, new: bytes, path: str, dialect: DialectName) -> tuple[Rule, str, tuple[Related, ...]]:
    if old is None:
        return UNKNOWN, "", (Related(Place(path, 1, 1, 1, 1), UNKNOWN.origin),)
    before, after = read_page(old, dialect, path=path), read_page(new, dialect, path=path)
    changed: list[Block] = []
    structure = False
    for bead in align(before, after):
        if not bead.source or not bead.target or len(bead.source) != len(bead.target) or bead.moved:
            structure = True
            changed += bead.target or after.blocks[:0]
        elif _words(bead.source[0]) != _words(bead.target[0]):
            changed.append(bead.target[0])
    if not structure and not changed:
        return MARKUP, "", (Related(Place(path, 1, 1, 1, 1), UNKNOWN.origin),)
    sections = list(dict.fromkeys(_section(after, block) for block in changed))
    related = tuple(
        Related(after.place(block.start, block.end), TEXT.origin, after.line_text(block.start)) for block in changed[:5]
    )
    names = ", ".join(shorten(name, 40) for name in sections[:3] if name) + (", …" if len(sections) > 3 else "")
    return STRUCTURE if structure else TEXT, names, related or (Related(Place(path, 1, 1, 1, 1), UNKNOWN.origin),)


def _words(block: Block) -> str:
    return " ".join(block.text.replace(OBJECT, " ").split()) if block.kind != "code" else block.text


def _section(document: Document, block: Block) -> str:
    for other in reversed(document.blocks[: block.index + 1]):
        if other.kind == "heading":
            return other.text
    return ""


FAMILY = Family((UNKNOWN, TEXT, STRUCTURE, MARKUP), across=Sources)
