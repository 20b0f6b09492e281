"""The existing name that a wrong one was most likely meant to be."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property

from facingpages.seldom import SequenceMatcher, get_close_matches

MAX_GUESSES = 400  # comparing names is slow; on a page with 50,000 dead links the first ones are enough
MAX_NAMES = 3_000
MAX_LENGTH = 200
MAX_COMPARED = 400  # signs; beyond that no name is meant, and comparing takes as long as their square
CLOSE = 0.75  # from which share of the signs of both on two names are nearly the same
SHORT = 4  # names shorter than this are like too many others
PAGES = (".html", ".htm", ".md", ".markdown", ".mdx")
INDEXES = ("index", "README", "_index")


Answers = dict[str, tuple[str, bool]]
_recall: ContextVar[Callable[[Names], Answers] | None] = ContextVar("recall", default=None)


@contextmanager
def recalling(recall: Callable[[Names], Answers]) -> Iterator[None]:
    """Let what was guessed earlier among the same names be recalled; what is guessed from now on is added to that."""
    before = _recall.set(recall)
    try:
        yield
    finally:
        _recall.reset(before)


def folded(name: str) -> str:
    """A name without what case and Unicode normal form add to it."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


class Names:
    """Names with slashes in them, and guesses among them."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = list(names)
        self.guesses = 0
        self.known: dict[str, str] = {}
        self._close: dict[str, list[str]] = {}
        self._by_length: dict[int, list[str]] = {}
        self._signed: dict[int, list[tuple[str, int]]] = {}

    @cached_property
    def by_folded(self) -> dict[str, str]:
        """Names by their folded form."""
        return {folded(name): name for name in self.names}

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """Names by what they are called, folded."""
        found: dict[str, list[str]] = {}
        for name in self.names:
            found.setdefault(folded(called(name)), []).append(name)
        return found

    def other_case(self, name: str) -> str:
        """The same name in another case or normal form, if there is one."""
        found = self.by_folded.get(folded(name), "")
        return found if found != name else ""

    def nearest(self, name: str) -> str:
        """The name that was most likely meant, or an empty text."""
        if len(name) > MAX_LENGTH or not name or len(self.known) > MAX_NAMES:
            return ""
        if name not in self.known:
            self.known[name] = self._guess(name)
        return self.known[name]

    def _guess(self, name: str) -> str:
        known = self.answers.get(name)
        plain = self._plain(name) if known is None else None if known[1] else known[0]
        if plain is not None:
            self.answers[name] = plain, False
            return plain
        self.guesses += 1
        if self.guesses > MAX_GUESSES:
            return ""
        found = self._alike(name) if known is None else known[0]
        self.answers[name] = found, True
        return found

    @cached_property
    def answers(self) -> Answers:
        """The name that was meant by another, and whether names had to be compared for that."""
        recall = _recall.get()
        return recall(self) if recall is not None else {}

    def _plain(self, name: str) -> str | None:
        """What was meant where that shows without comparing names."""
        if case := self.other_case(name):
            return case
        for variant in _variants(name):
            if found := self.by_folded.get(folded(variant)):
                return found
        own_name = called(name)
        paged = _is_page(name)
        namesakes = self.by_name.get(folded(own_name), []) if own_name else []
        same = [other for other in namesakes if _is_page(other) == paged]
        return max(same, key=lambda other: (len(posixpath.commonprefix([other, name])), -len(other))) if same else None

    def _alike(self, name: str) -> str:
        """What is written nearly so."""
        if len(called(name)) < SHORT:
            return ""
        paged = _is_page(name)
        best = [other for key in self._like(called(name)) for other in self.by_name[key] if _is_page(other) == paged]
        folder = posixpath.dirname(name.rstrip("/"))
        beside = [other for other in best if posixpath.dirname(other.rstrip("/")) == folder]
        return (beside or best or [""])[0]

    def _like(self, called: str) -> list[str]:
        """What is called nearly so. The same is often missing in each language."""
        if called not in self._close:
            wanted, length = folded(called), len(called)
            signs, size = _signs(wanted), len(wanted)
            alike = [
                key
                for own_length in range(max(length - 5, 0), length + 6)
                for key, own in self._with_signs(own_length)
                # No more signs can be the same than those that are left of either without the ones it alone has.
                if 2 * min(size - (signs & ~own).bit_count(), own_length - (own & ~signs).bit_count())
                >= CLOSE * (size + own_length)
            ]
            self._close[called] = get_close_matches(wanted, alike, 3, CLOSE) if alike else []
        return self._close[called]

    def _with_signs(self, length: int) -> list[tuple[str, int]]:
        """What names of a length are called, and which signs stand in that."""
        if not self._by_length:
            for key in self.by_name:
                self._by_length.setdefault(len(key), []).append(key)
        if length not in self._signed:
            self._signed[length] = [(key, _signs(key)) for key in self._by_length.get(length, ())]
        return self._signed[length]


def _signs(name: str) -> int:
    """The signs of a name as bits, one for each time that a sign stands in it, as far as four; some share theirs."""
    found = 0
    for sign in name:
        bit = 1 << (ord(sign) & 63)
        while found & bit and bit < 1 << 192:
            bit <<= 64
        found |= bit
    return found


def resemblance(one: str, other: str) -> float:
    """How alike two texts are written: twice the signs they share, in their order, over the signs of both (0 to 1).

    Of texts longer than `MAX_COMPARED` only what they begin and end with is counted.
    """
    if max(len(one), len(other)) <= MAX_COMPARED:
        return SequenceMatcher(None, one, other, autojunk=False).ratio()
    most = min(len(one), len(other))
    begin = len(posixpath.commonprefix([one, other]))
    end = len(posixpath.commonprefix([one[begin:][::-1], other[begin:][::-1]]))
    return 2 * min(begin + end, most) / (len(one) + len(other))


def suggestion(word: str, words: Iterable[str]) -> str:
    """A question that names the word most like a wrong one, to stand behind a sentence; empty if none is like it."""
    close = get_close_matches(word, list(words), 1)
    return f' (did you mean "{close[0]}"?)' if close else ""


def closest(word: str, words: Iterable[str]) -> str:
    """The word most like another: the same in another case or normal form, else a near one, else an empty text."""
    words = [other for other in words if other]
    wanted = folded(word)
    for other in words:
        if folded(other) == wanted:
            return other
    if len(word) > MAX_LENGTH:
        return ""
    return next(iter(get_close_matches(word, words[:2000], 1, 0.7)), "")


def called(name: str) -> str:
    """What a page or file is called: its last part without extension, of an index its folder's."""
    name = name.rstrip("/")
    stem = posixpath.splitext(posixpath.basename(name))[0]
    if stem in INDEXES:
        return posixpath.basename(posixpath.dirname(name))
    return stem


def _is_page(name: str) -> bool:
    """Whether a name is a page's or a folder's, not that of a picture or another file; `v1.2` ends in no extension."""
    extension = posixpath.splitext(name)[1]
    return extension in PAGES or not extension[1:2].isalpha()


def _variants(name: str) -> list[str]:
    """Other ways to write a page's name that people mix up."""
    bare = name.rstrip("/")
    stem, extension = posixpath.splitext(bare)
    found = [bare, f"{bare}/", f"{bare}.md", f"{bare}/index.md", f"{bare}.mdx", f"{bare}/README.md"]
    if extension in PAGES:
        found += [f"{stem}.md", f"{stem}.mdx", f"{stem}/index.md", f"{stem}/", f"{stem}.html"]
        if stem.endswith(("/index", "/README", "/_index")):
            parent = stem.rpartition("/")[0]
            found += [f"{parent}.md", f"{parent}.mdx", f"{parent}/"]
    elif extension:
        found += [f"{stem}{other}" for other in (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif")]
    return found
