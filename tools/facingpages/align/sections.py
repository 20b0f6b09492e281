"""Headings are paired first, each by its id and by what its section holds: they cut the pages into chunks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import islice, pairwise
from math import log

from facingpages.align.agreeing import same_form, sections
from facingpages.align.chain import chain
from facingpages.align.columns import Columns
from facingpages.align.features import keys
from facingpages.align.score import Side, Voice, Voices, by_words, have_one_id, told, weight
from facingpages.document import Block, Heading
from facingpages.lexicon import Said
from facingpages.lexicon.texts import Both, Texts

# Above how much likeness two headings are a pair. Two of one level whose sections hold nothing that a translator keeps
# come to 1.0, to 0.7 where only one of them does.
LIKE = 0.75
MOST_READ = 12  # blocks of a section, whose words tell it from one whose heading reads the same
MANY_LINKS, ALMOST_ALL = 4, 0.8  # links in common, and of all that the smaller section holds: the other one grew
MOST_MOVED = 200  # sections left over on a side that are looked for elsewhere


class _Scores:
    """How well the sections of two pages fit each other, as `chain` asks."""

    gap = -0.1

    def __init__(self, s: Sequence[Part], t: Sequence[Part], in_place: float) -> None:
        self._s, self._t, self._in_place = s, t, in_place
        for side in (s, t):
            _know_twins(side)
        self._joined_s = [one.joined(other) for one, other in pairwise(s)]
        self._joined_t = [one.joined(other) for one, other in pairwise(t)]
        self._heads = Columns([part.head for part in t], Both(*([part.head.said for part in side] for side in (s, t))))
        self._below = _words_below(s, t)
        self._known: dict[int, tuple[int, int, list[float], list[float]]] = {}  # of two headings that were compared

    def one_to_one(self, i: int, low: int, high: int) -> list[float]:
        """Each section with each; those that stand in one place are a little more likely a pair."""
        scores = self._likeness(i, self._s[i], self._t, low, high)
        if low <= i < high:
            scores[i - low] += self._in_place
        return scores

    def two_to_one(self, i: int, low: int, high: int) -> list[float]:
        """The second heading of the source is none in the target: its section follows on the first."""
        return [score - 0.2 for score in self._likeness(i, self._joined_s[i], self._t, low, high)]

    def one_to_two(self, i: int, low: int, high: int) -> list[float]:
        """The second heading of the target is none in the source."""
        return [score - 0.2 for score in self._likeness(i, self._s[i], self._joined_t, low, high)]

    def _likeness(self, i: int, part: Part, others: Sequence[Part], low: int, high: int) -> list[float]:
        first, last, heads, words = self._known.get(i, (0, 0, [], []))
        if low < first or high > last:
            heads, words = self._heads.row(part.head, low, high), self._meant(part.below, low, high)
            first = low
            self._known[i] = low, high, heads, words
            self._known.pop(i - 3, None)
        known = zip(others[low:high], heads[low - first : high - first], words[low - first : high - first], strict=True)
        return [part.likeness(other, head, said) for other, head, said in known]

    def _meant(self, below: Said | None, low: int, high: int) -> list[float]:
        """What the words below a heading add beside those below each of some others."""
        if self._below is None or below is None:
            return [0.0] * (high - low)
        values = zip(self._below.vouched(below, low, high), self._below.known[low:high], strict=True)
        return [by_words(told(value, below.known + known)) for value, known in values]


def _words_below(s: Sequence[Part], t: Sequence[Part]) -> Texts | None:
    """The words below the headings of `t`, beside those of `s`, where headings of one page read alike."""
    if not any(part.is_twin for part in (*s, *t)):
        return None
    there, here = ([part.below for part in side] for side in (s, t))
    return Texts(here, Both(there, here)) if there[0] is not None and here[0] is not None else None


def _know_twins(parts: Sequence[Part]) -> None:
    """Note which headings of a page read as another one does: what stands below them tells which is which."""
    count = Counter(part.head.called for part in parts)
    for part in parts:
        part.is_twin = bool(part.head.called) and count[part.head.called] > 1


def paired_headings(
    s: Sequence[Block], t: Sequence[Block], scale: float, voices: Voices = (None, None)
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of heading indexes in order, and those of sections that were moved."""
    sections_s, sections_t = sections(s), sections(t)
    headings_s, headings_t = list(sections_s)[1:], list(sections_t)[1:]
    if not headings_s or not headings_t:
        return [], []
    plain = len(headings_s) == len(headings_t) and all(
        same_form(s[i], t[j]) for i, j in zip(headings_s, headings_t, strict=True)
    )
    if plain and _have_the_same_ids([s[i] for i in headings_s], [t[j] for j in headings_t]):
        return list(zip(headings_s, headings_t, strict=True)), []
    parts_s = [Part(sections_s[i], 1.0, voices[0]) for i in headings_s]
    parts_t = [Part(sections_t[j], scale, voices[1]) for j in headings_t]
    score = _Scores(parts_s, parts_t, 0.15 if plain else 0.0)
    pairs = []
    left_s, left_t = [], []
    for i, j, a, b in chain(len(headings_s), len(headings_t), score):
        if a == b:
            if plain or score.one_to_one(i, j, j + 1)[0] > LIKE:
                pairs.append((headings_s[i], headings_t[j]))
        elif a and b:
            continue  # one heading for two: which of them it is shows by the blocks around it
        elif a:
            left_s.append(i)
        else:
            left_t.append(j)
    moved = _moved({i: parts_s[i] for i in left_s[:MOST_MOVED]}, {j: parts_t[j] for j in left_t})
    return pairs, [(headings_s[i], headings_t[j]) for i, j in moved]


def _have_the_same_ids(s: Sequence[Block], t: Sequence[Block]) -> bool:
    """Whether headings have ids, all others and in the same order, so that nothing needs searching."""
    ids = [_id(heading) for heading in s]
    return all(ids) and len(set(ids)) == len(ids) and ids == [_id(heading) for heading in t]


def _moved(left_s: dict[int, Part], left_t: dict[int, Part]) -> Iterator[tuple[int, int]]:
    """Which sections without counterpart are the same in another place."""
    for i, one in left_s.items():
        for j, two in islice(left_t.items(), MOST_MOVED):
            if _same_section(one, two):
                yield i, j
                del left_t[j]
                break


def _same_section(one: Part, two: Part) -> bool:
    """Whether two sections that stand in other places are one that was moved: by their ids, else by what they hold."""
    if one.head.called and one.head.called == two.head.called and have_one_id(one.head, two.head):
        return True
    shared = one.keys & two.keys
    if len(shared) >= 2 and len(shared) >= 0.5 * len(one.keys | two.keys):
        return True
    links = sum(1 for key in shared if key[0] == "l")
    return links >= MANY_LINKS and len(shared) >= ALMOST_ALL * min(len(one.keys), len(two.keys))


def _id(block: Block) -> str:
    return block.id if isinstance(block, Heading) else ""


class Part:
    """A section as evidence: its heading, what its blocks hold, how long it is."""

    __slots__ = ("_below", "_said", "_voice", "blocks", "head", "is_twin", "keys", "length", "log", "scale")

    def __init__(self, section: Sequence[Block], scale: float, voice: Voice | None = None) -> None:
        self.head = Side(section[:1], scale, voice)
        self.scale = scale
        self.is_twin = False
        self._voice, self._below = voice, section[1:]
        self._said: Said | None = None
        self.keys: frozenset[str] = frozenset().union(*(keys(block) for block in section[:80]))
        self.length = sum(weight(block.text) for block in section) * scale
        self.log = log(self.length + 80)
        self.blocks = len(section)

    def joined(self, other: Part) -> Part:
        """This section with the next one, whose heading is no heading on the other side."""
        part = copy(self)
        part.keys, part.length, part.blocks = (
            self.keys | other.keys,
            self.length + other.length,
            self.blocks + other.blocks,
        )
        part.log = log(part.length + 80)
        return part

    @property
    def below(self) -> Said | None:
        """The words that stand below the heading, in the light of a lexicon."""
        if self._said is None and self._voice is not None:
            self._said = self._voice(" ".join(block.text for block in self._below[:MOST_READ] if block.kind != "code"))
        return self._said

    def likeness(self, other: Part, score: float, said: float) -> float:
        """How well two sections fit whose headings fit as `score` says: above 0.75 there is little doubt.

        `said` is what the words below them add, where one of the headings reads as another one of its page does.
        """
        if self.keys and other.keys:
            shared = len(self.keys & other.keys)
            score += 1.5 * shared / (len(self.keys) + len(other.keys) - shared) if shared else -0.5
        elif self.keys or other.keys:
            score -= 0.3
        if self.is_twin or other.is_twin:
            score += said
        score -= min(0.6, 0.6 * abs(self.log - other.log))
        return score - min(0.4, 0.06 * abs(self.blocks - other.blocks))
