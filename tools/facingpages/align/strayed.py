"""Paragraphs that stand in another place, told by what a translator keeps in them, where no words are known."""

from __future__ import annotations

from collections.abc import Mapping

from facingpages.align.agreeing import same_form
from facingpages.align.left import Found, is_plain, turned
from facingpages.align.score import FORBIDDEN, Side, fit
from facingpages.tuples import NamedTuple

FEW = 60  # paragraphs left over on a side, up to which all are compared with all
# How well two must fit that stand in two places, and by how much better than either fits any other that is left over.
# Two that hold nothing of each other come to 1.0; the same number alone makes more of them than they are worth.
SURELY, CLEARLY = 2.0, 0.4
MUCH, LIKELY = 3, 1.2  # beginnings of words that both hold, from which on it is enough that they fit as well as that
BARELY, BETTER = 0.5, 1.5  # below what two may be a pair for want of better, and how much better another one fits
EVIDENCE = 2  # words or numbers that both hold, or one link or code


class _Free(NamedTuple):
    """A paragraph that is left over, or as good as that."""

    at: int  # where it stands among what was found
    side: Side
    rival: str  # the text of its counterpart, if it has one
    worth: float  # how well they fit


def strayed(found: list[Found], scale: float) -> list[Found]:
    """Pair paragraphs that are left over on both sides with the one that each fits best, by far.

    One of them may have a counterpart that it was given for want of better: that is left over then.
    """
    return turned(_strayed(turned(_strayed(found, scale)), 1 / scale))


def _strayed(found: list[Found], scale: float) -> list[Found]:
    """The same, of what is left over on the first side."""
    ours, theirs = _free(found, 0, 1.0), _free(found, 1, scale)
    if not ours or not theirs or len(ours) > FEW or len(theirs) > FEW:
        return found
    table = {(one.at, other.at): _value(one, other) for one in ours for other in theirs}
    partners: dict[int, int] = {}
    for one in ours:
        for other in theirs:
            value = table[one.at, other.at]
            if value < LIKELY or value <= other.worth + BETTER or one.side.text == other.rival:  # that was pasted twice
                continue
            rest = [table[one.at, to.at] for to in theirs if to is not other]
            rest += [table[of.at, other.at] for of in ours if of is not one]
            if value > max(rest, default=0.0) + CLEARLY and _share_enough(one.side, other.side, value):
                partners[one.at] = other.at
    if not partners:
        return found
    _add_headings(found, partners)
    return _paired(found, partners, table)


def _free(found: list[Found], number: int, scale: float) -> list[_Free]:
    """The plain paragraphs of a side that have no counterpart; of the second also those that have a weak one."""
    result: list[_Free] = []
    for at, (s, t, score, moved) in enumerate(found):
        mine, other = (t, s) if number else (s, t)
        if len(mine) != 1 or not is_plain(mine[0]) or (other and (not number or moved or score > BARELY)):
            continue
        box = mine[0].parent
        if (box is None or box.kind != "footnote") and not mine[0].text.startswith("*["):  # its mark says which it is
            result.append(_Free(at, Side(mine, scale), other[0].text if other else "", score if other else -BETTER))
    return result


def _value(one: _Free, other: _Free) -> float:
    a, b = one.side.block, other.side.block
    return fit(one.side, other.side) if same_form(a, b) and a.depth == b.depth else FORBIDDEN


def _share_enough(one: Side, other: Side, value: float) -> bool:
    """Whether two texts hold the same words or numbers, not one of them by chance, and fit as well as that asks."""
    kept = one.keys & other.keys
    worth = {word for word in one.words & other.words if not word.isdigit()}
    if value <= SURELY:
        return len(worth) >= MUCH
    return bool([key for key in kept if key[0] in "lic"]) or len(worth) + sum(key[0] == "n" for key in kept) >= EVIDENCE


def _add_headings(found: list[Found], partners: dict[int, int]) -> None:
    """Headings of one level that are left over, right above two paragraphs that were paired: theirs."""
    there = {s[0].index: at for at, (s, t, _, _) in enumerate(found) if not t and s[0].kind == "heading"}
    here = {t[0].index: at for at, (s, t, _, _) in enumerate(found) if not s and t[0].kind == "heading"}
    for at, other in list(partners.items()):
        one, two = there.get(found[at][0][0].index - 1), here.get(found[other][1][0].index - 1)
        if one is not None and two is not None and same_form(found[one][0][0], found[two][1][0]):
            partners[one] = two


def _paired(found: list[Found], partners: Mapping[int, int], table: Mapping[tuple[int, int], float]) -> list[Found]:
    """What was found with these paired; what stood for one of them is left over."""
    given = set(partners.values())
    result: list[Found] = []
    order = [
        (s[0].index, t[0].index)
        for at, (s, t, _, moved) in enumerate(found)
        if s and t and not moved and at not in given
    ]
    for at, (s, t, score, moved) in enumerate(found):
        if at in partners:
            other = found[partners[at]][1]
            in_place = all((a < s[0].index) == (b < other[0].index) for a, b in order)
            result.append((s, other, table.get((at, partners[at]), 0.0), not in_place))
        elif at in given:
            result += [((one,), (), 0.0, False) for one in s]  # none, where it was left over
        else:
            result.append((s, t, score, moved))
    return result
