"""The facts of a site's pages on one subject: packed while they wait, and those of a page unpacked when it is asked for.

A run may know of a few pages only: then what it has not looked at is found when it is asked for, and so is what was
packed by someone who did not pack facts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from facingpages.deflated import deflate, inflate

if TYPE_CHECKING:
    from facingpages.finding import Finding
    from facingpages.rules.across import Across

Fact = TypeVar("Fact")
# What decodes without looking for blanks around, which takes as long as what is small.
_plain: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode  # made once
PLAIN = (b"", b"[", b"{")  # with which nothing begins that is deflated
Part = bytes | str | list[Any]  # facts of a page on a subject: packed, the text that was packed, or as they are
NO_DATA = (AttributeError, LookupError, TypeError, ValueError, RecursionError)  # what comes of what is no data of ours


def pack(data: Any) -> bytes:
    """Plain data, small; nothing for what is empty."""
    return deflate(_json(data).encode("utf-8", "surrogatepass")) if data else b""


def text_of(packed: bytes | str) -> str:
    """The text that was packed, small or as it was: a list or a table. Raises ValueError for what was not packed."""
    if isinstance(packed, str):
        return packed
    return (packed if packed[:1] in PLAIN else inflate(packed)).decode("utf-8", "surrogatepass")


def unpack(packed: bytes | str) -> Any:
    """Plain data from there; of nothing an empty list. Raises ValueError or RecursionError for what was not packed."""
    if not packed:
        return []
    text = text_of(packed)
    try:
        found, end = _plain(text, 0)
    except StopIteration:
        end = -1
    if end != len(text):
        raise ValueError("no plain data")
    return found


class Elsewhere(Protocol):
    """What knows the facts of pages that a run has not looked at."""

    def paths(self) -> Iterable[str]:
        """All pages of the site, in the order of a run."""

    def at_hand(self, looked: Mapping[str, Sequence[Part]]) -> Mapping[str, Sequence[Part]]:
        """Packed facts of all pages of the locales that are asked about: those that were `looked` at, and others."""

    def facts(self, across: Across[Any], path: str, *, broken: bool) -> Sequence[Any]:
        """Those of a page on one subject; where what was remembered of it is `broken`, by looking at it again."""

    def tokens(self) -> Mapping[str, bytes]:
        """By what the results of all pages are known, as long each; none where not all are, or nothing is remembered."""

    def recall(self, name: str) -> Sequence[bytes]:
        """What was remembered by a name, of this site and others of its kind; nothing where there is none."""

    def remember(self, name: str, parts: Sequence[bytes]) -> None:
        """Keep something by a name, for later runs."""

    def settled(self, name: str, paths: Sequence[str]) -> list[Finding] | None:
        """What was found by a name in all that is known of some pages, if these are what they were."""

    def keep(self, name: str, paths: Sequence[str], findings: Sequence[Finding]) -> None:
        """Remember what was found so."""


class Facts(Generic[Fact]):
    """The facts of pages, by their paths, in the order of a run.

    `packed` holds those of several subjects, of which `at` is the number of this one. The `rest` has what is missing
    there, of `few` pages, or broken.
    """

    def __init__(
        self, across: Across[Fact], packed: Mapping[str, Sequence[Part]], at: int = 0, rest: Elsewhere | None = None, *,
        few: bool = False,
    ) -> None:  # fmt: skip
        self._across = across
        self._packed = packed
        self._at = at
        self._rest = rest
        self._few = few
        self._loose: dict[str, list[Fact]] = {}

    @classmethod
    def of(cls, across: Across[Fact], facts: Iterable[Fact]) -> Facts[Fact]:
        """Some facts as they are."""
        found = cls(across, {})
        found.take(facts)
        return found

    def take(self, facts: Iterable[Fact]) -> None:
        """More facts, not packed."""
        for fact in facts:
            self._loose.setdefault(self._across.path(fact), []).append(fact)

    def paths(self) -> Iterable[str]:
        """All pages that may have facts."""
        if self._few and self._rest is not None:
            return self._rest.paths()
        return self.paths_at_hand()

    def at(self, path: str) -> Sequence[Fact]:
        """The facts of one page."""
        known = self._loose.get(path)
        if known is not None:
            return known
        packed = self._packed.get(path)
        if packed is not None:
            try:
                own = packed[self._at]
                return self._across.unpack(own) if own else ()
            except NO_DATA:
                pass
        missing = self._rest.facts(self._across, path, broken=packed is not None) if self._rest is not None else ()
        found = self._loose[path] = list(missing)
        return found

    def paths_at_hand(self) -> list[str]:
        """The pages that the run is about; of a few, all of their locales, which are looked at if they have to be."""
        if self._few and self._rest is not None:
            self._packed = self._rest.at_hand(self._packed)
        return list(self._packed) or list(self._loose)

    def speaking(self) -> list[str]:
        """Those of them that may have facts on this subject: most pages have none on most."""
        paths, at, loose = self.paths_at_hand(), self._at, self._loose
        if not loose:
            try:
                return list(compress(self._packed, map(itemgetter(at), self._packed.values())))
            except IndexError:  # of a page, no facts were packed
                return [path for path, own in self._packed.items() if len(own) <= at or own[at]]
        parts = map(self._packed.get, paths)
        return [
            path for path, own in zip(paths, parts, strict=True)
            if own is None or len(own) <= at or own[at] or path in loose
        ]  # fmt: skip

    def may_hold(self, path: str, word: str) -> bool:
        """Whether the facts of a page may hold a word, as far as that shows before they are unpacked."""
        own = self._packed.get(path) if path not in self._loose else None
        part = own[self._at] if own is not None and len(own) > self._at else []
        if isinstance(part, list):
            return True
        text = part if isinstance(part, str) else part.decode("utf-8", "replace")
        return word in text or not (text.startswith("[") and text.endswith("]"))

    def tokens(self) -> Mapping[str, bytes]:
        """By what the results of all pages are known; none where that is not told."""
        return self._rest.tokens() if self._rest is not None and not self._few else {}

    def recall(self, name: str) -> Sequence[bytes]:
        """What an earlier run remembered by a name."""
        return self._rest.recall(name) if self._rest is not None else ()

    def remember(self, name: str, parts: Sequence[bytes]) -> None:
        """Keep something by a name."""
        if self._rest is not None:
            self._rest.remember(name, parts)

    def settled(self, name: str, paths: Sequence[str]) -> list[Finding] | None:
        """What an earlier run found by a name in the facts and texts of some pages, which are what they were."""
        return self._rest.settled(name, paths) if self._rest is not None and not self._few else None

    def keep(self, name: str, paths: Sequence[str], findings: Sequence[Finding]) -> None:
        """Remember what was found so, and in nothing else."""
        if self._rest is not None and not self._few:
            self._rest.keep(name, paths, findings)

    def at_hand(self) -> Iterator[Fact]:
        """Their facts."""
        for path in self.speaking():
            yield from self.at(path)

    def __iter__(self) -> Iterator[Fact]:
        """Those at hand come first."""
        yield from self.at_hand()
        for path in self.elsewhere():
            yield from self.at(path)

    def elsewhere(self) -> list[str]:
        """The pages that the run is not about."""
        at_hand = set(self.paths_at_hand())
        pages = self._rest.paths() if self._few and self._rest is not None else ()
        return [path for path in pages if path not in at_hand]
