"""What single pages teach of their languages, remembered: who learns from many of them reads what is new among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from facingpages.hashing import blake2b
from facingpages.program import SIZE, program
from facingpages.site import PageFile
from facingpages.site.witness import digest
from facingpages.store import Store, Stored
from facingpages.tuples import NamedTuple

if TYPE_CHECKING:
    from facingpages.lexicon.pairs import PairOfWords, Worded

LARGEST = 200_000  # bytes of a page that is learnt from
LEAVES = 60  # of it, at most: they have more to say than a page may teach
BASE = b"lesson"


class PagePair(NamedTuple):
    """A page of the source and its translation, which is the same file where pages hold their source."""

    source: PageFile
    target: PageFile


class PageLesson:
    """Digests of a page and its translation, and what they teach, as a text."""

    def __init__(self, mark: str, text: str) -> None:
        self.mark = mark
        self.text = text
        self._pairs: Sequence[PairOfWords] | None = None

    @classmethod
    def of(cls, mark: str, pairs: Sequence[PairOfWords]) -> PageLesson:
        """What pairs of words come to."""
        found = cls(mark, _text(pairs))
        found._pairs = pairs
        return found

    def pairs(self) -> Sequence[PairOfWords]:
        """The pairs of words that they teach. They are not kept: words take much more room than their text."""
        found, self._pairs = self._pairs, None
        if found is not None:
            return found
        lines = (line.partition("\t") for line in self.text.split("\n") if line)
        return [(tuple(s.split(" ")), tuple(t.split(" "))) for s, _, t in lines]


class PageLessons:
    """What pages teach, taken of each once."""

    def __init__(self, store: Store | None, *, embedded: bool) -> None:
        self.store = store
        self.embedded = embedded
        self._of: dict[bytes, list[PageLesson]] = {}
        self._sources: dict[str, tuple[str, Sequence[Worded]]] = {}  # which every locale is beside
        self._new: list[Stored] = []

    def of(self, pages: Sequence[PagePair]) -> list[PageLesson]:
        """What some pages teach that are always asked for together."""
        key = key_of("lessons", pages)
        found = self._of.get(key)
        if found is None:
            known = self._remembered(key)
            found = self._of[key] = [(known and known.get(mark_of(page))) or self._lesson(page) for page in pages]
            if self.store is not None and not {one.mark for one in found} <= known.keys():
                self._new.append(Stored.of(key, BASE, [(one.mark, one.text) for one in found]))
        return found

    def new(self) -> list[Stored]:
        """What has come up since this was asked last, to be kept."""
        rows, self._new = self._new, []
        return rows

    def _remembered(self, key: bytes) -> Mapping[str, PageLesson]:
        """What pages taught, by what told them then."""
        try:
            rows = self.store.get(key, BASE) if self.store is not None else None
            return {mark: PageLesson(mark, text) for mark, text in rows or () if type(text) is str}
        except (TypeError, ValueError):
            return {}

    def _lesson(self, page: PagePair) -> PageLesson:
        from facingpages.lexicon.lessons import taught_by  # what pages taught is remembered: few runs learn anew

        raw = _bytes(page.target)
        if self.embedded:
            from facingpages.read.bilingual import split

            halves = split(raw or b"")
            before, there, here = _mark(raw), _leaves(halves.source.raw), _leaves(halves.target.raw)
        else:
            (before, there), here = self._source(page.source), _leaves(raw or b"")
        return PageLesson.of(before + _mark(raw), taught_by(there, here))

    def _source(self, page: PageFile) -> tuple[str, Sequence[Worded]]:
        found = self._sources.get(page.path)
        if found is None:
            raw = _bytes(page)
            found = self._sources[page.path] = _mark(raw), _leaves(raw or b"")
        return found


def key_of(what: str, pages: Sequence[PagePair]) -> bytes:
    """Where it is remembered what pages of these names taught, whatever they say."""
    names = [(source.path, target.path) for source, target in pages]
    return blake2b(
        program() + repr((what, names)).encode("utf-8", "surrogatepass"), digest_size=SIZE
    ).digest()  # fmt: skip


def mark_of(page: PagePair) -> str:
    """What tells a page and its translation as they are now."""
    return "".join(map(_digest, page))


def _digest(page: PageFile) -> str:
    try:
        return "" if page.error else page.digest()
    except OSError:
        return ""


def _bytes(page: PageFile) -> bytes | None:
    """What is in a page; None where it can't be read."""
    try:
        return None if page.error else page.read()
    except OSError:
        return None


def _mark(raw: bytes | None) -> str:
    """The digest of a page that was read."""
    return digest(raw) if raw is not None else ""


def _leaves(raw: bytes) -> Sequence[Worded]:
    """The first leaves of a page with their words; none where it is too large to be learnt from."""
    from facingpages.lexicon.pairs import worded
    from facingpages.read.skim import skim

    return worded(skim(raw, LEAVES)) if len(raw) <= LARGEST else ()


def _text(pairs: Sequence[PairOfWords]) -> str:
    """Pairs as lines: no word has white space in it."""
    return "\n".join(f"{' '.join(s)}\t{' '.join(t)}" for s, t in pairs)
