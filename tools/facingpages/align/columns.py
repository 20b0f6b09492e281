"""Scores of many pairs of sides at once, as rows of a table. Each is that of `score.fit`, to the last bit."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain
from operator import sub
from typing import TypeAlias

from facingpages.align.score import (
    FORBIDDEN,
    RENDERED,
    SAME_ID,
    STRANGER,
    Form,
    Side,
    by_bold,
    by_holding,
    by_names,
    by_same,
    by_sentences,
    by_what_is_kept,
    by_words,
    fit_of_forms,
    have_one_id,
    read_alike,
    told,
)
from facingpages.lexicon import Said
from facingpages.lexicon.texts import Both, Texts

# Rows of what words say that are kept: `chain` asks for one by itself, with the one above, and with the one below.
ROWS = 4
Places: TypeAlias = dict[str, list[int]]  # in which columns something stands


class Columns:
    """Sides of one page as the columns of a table of scores, of which each row is a side of the other page.

    What two sides share is looked up by what they hold, so that those which share nothing cost next to nothing. What is
    the same for many rows is kept for all columns.
    """

    def __init__(self, sides: Sequence[Side | None], both: Both | None = None) -> None:
        """`None` stands for what can't be a side: its score is always FORBIDDEN.

        Where a lexicon has anything to say, it says it of `both` pages: of what stands here, and of all rows.
        """
        self.sides = sides
        self._both = both
        self.empty = all(side is None for side in sides)
        self._forms = [side.form if side is not None else None for side in sides]
        self._logs = [side.log if side is not None else 0.0 for side in sides]
        self._sentences = [side.sentences if side is not None else 0 for side in sides]
        self._said = [side.said if side is not None else None for side in sides]
        self._bold = [side.bold if side is not None else 0 for side in sides]
        self._is_bold = any(self._bold)
        self._by_key: Places = defaultdict(list)
        self._by_word: Places = defaultdict(list)
        self._by_text: Places = defaultdict(list)
        self._by_id: Places = defaultdict(list)
        for at, side in enumerate(sides):
            if side is None:
                continue
            self._by_text[side.text].append(at)
            if side.called:
                self._by_id[side.called].append(at)
            for key in side.keys:
                self._by_key[key].append(at)
            for word in side.words:
                self._by_word[word].append(at)
        self._of_forms: dict[tuple[Form, bool], tuple[list[float], list[float]]] = {}
        self._of_bold: dict[int, list[float]] = {}
        self._of_sentences: dict[tuple[int, bool], list[float]] = {}
        self._told: dict[tuple[Side, int, int], Sequence[float]] = {}

    def row(self, side: Side, low: int, high: int) -> list[float]:
        """How well a side fits each of the columns from `low` to before `high`."""
        plain, keyed = self._at_first(side)
        if side.form.kind == "rule":
            return plain[low:high]
        scores = keyed[low:high]
        self._add_kept(scores, side, plain, low, high)
        same = [
            (at - low, scores[at - low] + by_same(side))
            for at in _within(self._by_text, side.text, low, high)
            if read_alike(side, self.sides[at])  # type: ignore[arg-type]
        ]
        for at, shared in _shared(self._by_word, side.words, low, high).items():
            scores[at - low] += shared / min(len(side.words), len(self.sides[at].words))  # type: ignore[union-attr]
        taken, length = self._by_sentences(side)[low:high], side.log
        if side.form.kind == "code":
            scores = list(map(sub, scores, taken))
        else:
            scores = [
                score - off - (far if (far := 0.7 * abs(log - length)) < 0.9 else 0.9)
                for score, off, log in zip(scores, taken, self._logs[low:high], strict=True)
            ]
        if side.said is not None:
            scores = [
                score + by_words(value) for score, value in zip(scores, self.telling(side, low, high), strict=True)
            ]
        if side.name[0]:
            for at, column in enumerate(self.sides[low:high]):
                if column is not None and column.name[0]:
                    scores[at] += by_names(side.name, column.name)
        for at, score in same:  # the same words: how long they are says nothing
            scores[at] = score
        return scores

    def parts(self, side: Side, low: int, high: int) -> Set[int]:
        """Those columns from `low` to before `high` that are no strangers to a side that is to stand for them."""
        if side.said is None:
            return frozenset(range(low, high))
        return self._no_strangers(self.telling(side, low, high), self._texts.rendered(side.said, low, high), low)

    def wholes(self, side: Side, low: int, high: int) -> Set[int]:
        """Those columns to which a side is no stranger, if they are to stand for it."""
        if side.said is None:
            return frozenset(range(low, high))
        return self._no_strangers(self.telling(side, low, high), self._texts.rendering(side.said, low, high), low)

    def _no_strangers(self, values: Sequence[float], shares: Sequence[float], low: int) -> Set[int]:
        return {
            at
            for at, (value, share) in enumerate(zip(values, shares, strict=True), low)
            if value > STRANGER or share >= RENDERED or self._said[at] is None
        }

    def telling(self, side: Side, low: int, high: int) -> Sequence[float]:
        """How sure the words of a side and of each of the columns are that one renders the other."""
        if side.said is None:
            return [0.0] * (high - low)
        row = side, low, high
        found = self._told.pop(row, None)
        if found is None:
            found = self._telling(side.said, low, high)
            if len(self._told) >= ROWS:
                del self._told[next(iter(self._told))]
        self._told[row] = found  # as the last one that was asked for
        return found

    def _telling(self, one: Said, low: int, high: int) -> Sequence[float]:
        size, texts = one.known, self._texts
        return [
            told(value, size + there) if said is not None else 0.0
            for value, there, said in zip(
                texts.vouched(one, low, high), texts.known[low:high], self._said[low:high], strict=True
            )
        ]

    @cached_property
    def _texts(self) -> Texts:
        assert self._both is not None
        return Texts(self._said, self._both)

    def _at_first(self, side: Side) -> tuple[list[float], list[float]]:
        """What the forms say of all columns, then in the light of whether there is anything that a translator keeps."""
        name = side.form, bool(side.keys)
        found = self._of_forms.get(name)
        if found is None:
            of_forms, adds = _OfForm(side.form), by_holding(side)
            plain = [of_forms[form] for form in self._forms]
            keyed = [
                score + adds[other is not None and bool(other.keys)]
                for score, other in zip(plain, self.sides, strict=True)
            ]
            found = self._of_forms[name] = plain, keyed
        return found

    def _by_sentences(self, side: Side) -> list[float]:
        """What each column loses by having another number of sentences."""
        name = side.sentences, side.form.kind == "code"
        found = self._of_sentences.get(name)
        if found is None:
            found = [by_sentences(side.form, side.sentences, there) for there in self._sentences]
            self._of_sentences[name] = found
        return found

    def _add_kept(self, scores: list[float], side: Side, plain: list[float], low: int, high: int) -> None:
        """Add what is said by that which a translator does not change."""
        for at in _within(self._by_id, side.called, low, high) if side.called else ():
            other = self.sides[at]
            if other is not None and have_one_id(side, other):
                scores[at - low] = plain[at] + SAME_ID + by_holding(side)[bool(other.keys)]
        for at, shared in _shared(self._by_key, side.keys, low, high).items():
            scores[at - low] += by_what_is_kept(side, self.sides[at], shared)  # type: ignore[arg-type]
        if self._is_bold or side.bold:
            taken = self._of_bold.get(side.bold)
            if taken is None:
                taken = self._of_bold[side.bold] = [by_bold(side.bold, bold) for bold in self._bold]
            scores[:] = map(sub, scores, taken[low:high])


class _OfForm(dict[Form | None, float]):
    """What a form is worth with others, as they are met."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __missing__(self, other: Form | None) -> float:
        found = self[other] = FORBIDDEN if other is None else fit_of_forms(self.form, other)
        return found


def _within(places: Places, name: str, low: int, high: int) -> list[int]:
    """Those of the columns in which something stands that lie in a stretch."""
    found = places.get(name, [])
    return found[bisect_left(found, low) : bisect_left(found, high)]


def _shared(places: Places, names: Iterable[str], low: int, high: int) -> Mapping[int, int]:
    """How many of some names each column of a stretch holds, where it holds any."""
    return Counter(chain.from_iterable(_within(places, name, low, high) for name in names if name in places))
