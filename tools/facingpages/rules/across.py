"""What shows only across pages: small facts taken of each page as it goes by, and what all of them say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from facingpages.config import Config
from facingpages.document import DialectName, Document
from facingpages.finding import Finding
from facingpages.read import decode
from facingpages.rules.facts import Facts, Part, pack, unpack
from facingpages.site import PageFile, Site
from facingpages.site.opener import read, root_of

if TYPE_CHECKING:
    from facingpages.rules.base import Pair

Fact = TypeVar("Fact")
KEPT = 8  # texts of pages that are kept in case the next finding stands on one of them, too


class Whole:
    """A site, its configuration, and the text of its pages for whoever must show a place on one."""

    def __init__(self, site: Site, config: Config) -> None:
        self.site = site
        self.config = config
        self._kept = lru_cache(KEPT)(self._text)
        self._instead: dict[str, bytes] = {}

    def dialect(self, path: str) -> DialectName:
        """What the page of a path is written in."""
        return self.config.at(path).dialect

    def page(self, path: str) -> PageFile | None:
        """A page of the site by its path."""
        return self.site.by_path.get(path)

    def put(self, path: str, raw: bytes) -> None:
        """Take some bytes for those of a page from now on: as it would be."""
        self._instead[path] = raw
        self._kept.cache_clear()

    def read(self, path: str) -> bytes | None:
        """The bytes of a file of the site's folder, None where it can't be read."""
        if path in self._instead:
            return self._instead[path]
        try:
            page = self.page(path)
            return page.read() if page is not None else read(self.config.root / path, root_of(self.config.root))
        except OSError:
            return None

    def forget(self) -> None:
        """Read pages anew from now on: they may have changed."""
        self._kept.cache_clear()

    def text(self, path: str) -> Document | None:
        """A page's text, not parsed: for places and lines. None where it can't be read any more."""
        return self._kept(path)

    def _text(self, path: str) -> Document | None:
        raw = self.read(path)
        if raw is None:
            return None
        document = Document(path, decode(raw, []), self.dialect(path))
        page = self.page(path)
        if page is not None:
            document.locale, document.page = page.locale, page.name
        return document


class Across(Generic[Fact]):
    """One subject's facts: taken of every page and every pair, in any order and in several processes, settled once.

    A fact depends on nothing but the pages it is taken of, the configuration and how the site is published; what it says
    of other pages does not even depend on what the site teaches of its languages, only what it says of its own. It holds
    places, labels and hashes, never a page's bytes, and `dump` makes it plain data that JSON can hold; `load` is the way
    back.
    """

    name: ClassVar[str]
    aligns: ClassVar[bool] = True  # whether facts are taken of pairs as they are aligned, not only what rules put aside

    def __init__(self, whole: Whole) -> None:
        self.whole = whole

    def begin(self) -> None:
        """Find out what must be known of the site before any page is looked at: once, before the work is shared."""

    def of_bytes(self, raw: bytes, page: PageFile) -> Iterable[Fact] | None:  # noqa: ARG002
        """The facts of a page by itself that need no parsed page; None where it has to be parsed."""
        return None

    def of_page(self, document: Document) -> Iterable[Fact]:  # noqa: ARG002
        """The facts of a page by itself: a source, a translation."""
        return ()

    def of_pair(self, pair: Pair) -> Iterable[Fact]:  # noqa: ARG002
        """The facts of an aligned pair."""
        return ()

    def settle(self, facts: Facts[Fact], only: Set[str] | None = None, jobs: int = 1) -> Iterator[Finding]:
        """What all facts say together; with the paths of translations, of these `only`, and perhaps of others.

        At hand are then all pages of their locales, for whoever asks. What can be shared among processes is, among so
        many `jobs`.
        """
        raise NotImplementedError

    def path(self, fact: Fact) -> str:
        """The path of the page that a fact is known of."""
        raise NotImplementedError

    def dump(self, fact: Fact) -> Any:
        """A fact as plain data."""
        return fact

    def load(self, data: Any) -> Fact:
        """The fact that plain data holds."""
        raise NotImplementedError

    def pack(self, facts: Iterable[Fact]) -> bytes:
        """The facts of a page, small."""
        return pack([self.dump(fact) for fact in facts])

    def unpack(self, packed: Part) -> list[Fact]:
        """The facts of a page from there. Raises one of `NO_DATA` for what was not packed."""
        if isinstance(packed, list):
            return packed
        return [self.load(data) for data in unpack(packed)]
