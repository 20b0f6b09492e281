"""Rows of a table that stand in another order, told by the words that are their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from facingpages.align.dated import hold_others, is_another
from facingpages.align.features import keys, row_name, tokens
from facingpages.align.left import Found
from facingpages.align.score import Side, Voice, Voices, fit, weight
from facingpages.document import Block
from facingpages.lexicon import Said
from facingpages.lexicon.tokens import words
from facingpages.nearest import resemblance

LEAST = 4  # rows of a table, from which on it shows what most of them say
OURS = 0.3  # of the own words of both of two rows, rendered in the other one, if these are one row
WHOLE = 0.6  # where these rows hold other numbers, as most of the table do beside their counterparts
ALIKE = 0.8  # of the letters of two names that are one in two languages: Afrika, Africa
SURELY = 0.8  # where they hold other names or numbers: issues of one product are told in the same words
Owns = Mapping[int, Said]  # by the row's place on its page


def by_own_words(found: list[Found], scale: float, voices: Voices) -> list[Found]:
    """Rows whose own words are another's, of the same two tables, are paired with that one.

    Versions, dates and what most rows say make two rows alike that are about two things. A pair whose own words speak
    against it is parted only where one of the two finds its own.
    """
    ours, theirs = voices
    if ours is None or theirs is None:
        return found
    tables = Counter(
        (id(s[0].parent), id(t[0].parent))
        for s, t, _, _ in found
        if len(s) == len(t) == 1 and s[0].kind == t[0].kind == "row"
    )
    result = list(found)
    for (there, here), count in tables.items():
        places = [at for at, item in enumerate(result) if _stands_in(item, there, here)]
        if count >= LEAST and places:
            _pair_anew(result, places, (ours, theirs), scale)
    return [item for item in result if item[0] or item[1]]


def _stands_in(item: Found, there: int, here: int) -> bool:
    """Whether what was found is a row of one of two tables, or of either."""
    s, t, _, _ = item
    if len(s) > 1 or len(t) > 1 or any(block.kind != "row" for block in (*s, *t)):
        return False
    return all(id(block.parent) == there for block in s) and all(id(block.parent) == here for block in t)


def _pair_anew(found: list[Found], places: Sequence[int], voices: tuple[Voice, Voice], scale: float) -> None:
    """Pair those rows of two tables anew that are not plainly where they belong."""
    owns_s = _own([block for at in places for block in found[at][0]], voices[0])
    owns_t = _own([block for at in places for block in found[at][1]], voices[1])
    names_s = _names(block for at in places for block in found[at][0])
    names_t = _names(block for at in places for block in found[at][1])
    doubted = [
        at for at in places if not _is_named(found[at], names_s, names_t) and _is_doubted(found[at], owns_s, owns_t)
    ]
    rows = [at for at in doubted if found[at][0]]
    columns = [at for at in doubted if found[at][1]]
    dated = _are_dated(found[at] for at in places)
    sure = {
        (at, to): value
        for at in rows
        for to in columns
        if (value := _kinship(owns_s[found[at][0][0].index], owns_t[found[to][1][0].index]))
        >= _least(found[at][0][0], found[to][1][0], dated=dated)
    }
    partners = {
        at: to
        for (at, to), value in sure.items()
        if at != to and all(more < value for (a, b), more in sure.items() if (a == at) != (b == to))
    }
    if not partners:
        return
    was = {at: found[at] for at in {*partners, *partners.values()}}
    for at in was:
        found[at] = ((), (), 0.0, False)
    new = [(was[at][0], was[to][1]) for at, to in partners.items()]
    new += [
        (was[to][0], was[at][1])  # two that changed places: what is left of both is the other pair
        for at, to in partners.items()
        if was[to][0]
        and was[at][1]
        and to not in partners
        and at not in partners.values()
        and not _are_known_apart(owns_s[was[to][0][0].index], owns_t[was[at][1][0].index])
    ]
    given = {block.index for s, _ in new for block in s}, {block.index for _, t in new for block in t}
    for s, t, _, _ in was.values():
        found += [(s, (), 0.0, False)] if s and s[0].index not in given[0] else []
        found += [((), t, 0.0, False)] if t and t[0].index not in given[1] else []
    straight = {(s[0].index, t[0].index) for s, t, _, _ in (found[at] for at in places) if s and t}
    order = _in_order(sorted(straight | {(s[0].index, t[0].index) for s, t in new}))
    for s, t in new:
        value = fit(Side(s, 1.0, voices[0]), Side(t, scale, voices[1]))
        found.append((s, t, max(value, 0.0), (s[0].index, t[0].index) not in order))


def _least(a: Block, b: Block, *, dated: bool) -> float:
    """How sure own words must be of two rows: surer where these hold other names or numbers, as issues do."""
    if not is_another(a, b):
        return OURS
    return SURELY if is_another(a, b, dated=dated) else WHOLE


def _are_dated(found: Iterable[Found]) -> bool:
    """Whether most rows of two tables hold other numbers than their counterparts: one is of an older page."""
    pairs = [hold_others(s[0], t[0]) for s, t, _, _ in found if s and t]
    return 2 * sum(pairs) > len(pairs)


def _are_known_apart(one: Said, other: Said) -> bool:
    """Whether the own words of two rows are known, and none has to do with those of the other."""
    return one.known > 0 < other.known and _kinship(one, other) == 0.0


def _names(rows: Iterable[Block]) -> Counter[str]:
    """How often rows are about one thing, by what they are called or lead to."""
    return Counter(mark for row in rows for mark in _marks(row))


def _marks(row: Block) -> set[str]:
    """What stands in a row's first cell, if it is a name rather than a version, and what it leads to or shows."""
    return {key for key in keys(row) if key[0] in "li"} | ({name} if (name := _name(row)) else set())


def _name(row: Block) -> str:
    name = row_name(row)[0] or row.text.split("\t", 1)[0].strip()
    return "" if any(sign.isdigit() for sign in name) or not any(sign.isalpha() for sign in name) else name


def _is_named(item: Found, names_s: Counter[str], names_t: Counter[str]) -> bool:
    """Whether two rows are about what no other row of either table is about, by name or target: words say no more."""
    s, t, _, _ = item
    shared = _marks(s[0]) & _marks(t[0]) if s and t else ()
    return any(names_s[mark] == names_t[mark] == 1 for mark in shared)


def _own(rows: Sequence[Block], voice: Voice) -> Owns:
    """The words of each row that no other row has, without numbers and what is too short to mean a thing."""
    texts = [(row.index, [word for word in words(row.text) if word.isalpha() and _tells(word)]) for row in rows]
    count = Counter(word for _, said in texts for word in said)
    return {at: voice(" ".join(word for word in said if count[word] == 1)) for at, said in texts}


def _tells(word: str) -> bool:
    return len(word) > 2 or weight(word) > len(word)  # an ideograph is a word


def _kinship(one: Said, other: Said) -> float:
    """How many of the own words of two rows are in the other one, by what they mean or by how they begin.

    A word that stands alone has to look like one of the other: what it means may be learnt from one wrong page.
    """
    if min(len(one.words), len(other.words)) == 1 and not _look_alike(one, other):
        return 0.0
    return min(_share(one, other), _share(other, one))


def _look_alike(one: Said, other: Said) -> bool:
    """Whether a word of the one is written much like one of the other, in Latin letters."""
    return _is_like(*(tokens(" ".join(said.words)) for said in (one, other)))


def _is_like(here: Iterable[str], there: Iterable[str]) -> bool:
    return any(a == b or resemblance(a, b) >= ALIKE for a in here for b in there)


def _share(part: Said, whole: Said) -> float:
    if not part.words or not whole.words:
        return 0.0
    begin = tokens(" ".join(whole.words))
    found = [word in whole.rendered or _is_like(tokens(word), begin) for word in part.words]
    return sum(found) / len(found)


def _is_doubted(item: Found, owns_s: Owns, owns_t: Owns) -> bool:
    """Whether a row is left over, or has words of its own as its counterpart has, and these have nothing to do."""
    s, t, _, _ = item
    if not s or not t:
        return True
    one, other = owns_s[s[0].index], owns_t[t[0].index]
    return s[0].text != t[0].text and min(_share(one, other), _share(other, one)) < OURS


def _in_order(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """As many pairs as stand in one order on both sides."""
    best: list[tuple[int, int]] = []  # how many up to here, and which one before
    for at, (_, to) in enumerate(pairs):
        before = [(best[other][0], other) for other in range(at) if pairs[other][1] < to]
        most, which = max(before, default=(0, -1))
        best.append((most + 1, which))
    at = max(range(len(pairs)), key=lambda place: best[place][0], default=-1)
    found = set()
    while at >= 0:
        found.add(pairs[at])
        at = best[at][1]
    return found
