"""What pairing in order leaves over, or pairs for want of better, and a lexicon knows by its words elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.align.left import Found
from facingpages.align.score import FORBIDDEN, RENDERED, Side, Voice, Voices, fit, telling
from facingpages.align.sections import same_form
from facingpages.lexicon import share_rendered

# How sure words must be (`telling`) that two blocks in other places are one, and below what two blocks that stand in
# one place are paired for want of better.
ELSEWHERE, DOUBTED = 0.3, -0.1
FEWEST = 3  # words that must be there: "Tabs" and "Type: string" stand in too many places
MOST = 200  # blocks left over on a side whose words are compared with those on the other


def known_by_words(found: list[Found], scale: float, voices: Voices) -> list[Found]:
    """Pair what is left over by what its words say, each block with the one that it fits best.

    A pair whose words speak against it is as good as left over: it is parted where one of them is plainly another's.
    """
    sides_s, sides_t = _left(found, 0, 1.0, voices[0]), _left(found, 1, scale, voices[1])
    for at in [at for at in sides_s if found[at][1]]:  # paired: only if there is reason to doubt it
        one, two = sides_s[at].said, sides_t[at].said if at in sides_t else None
        if one is None or two is None or telling(one, two) >= DOUBTED:
            sides_s.pop(at)
            sides_t.pop(at, None)
    values: list[tuple[float, int, int]] = []
    for at, side in list(sides_s.items())[:MOST]:
        for other, partner in list(sides_t.items())[:MOST]:
            if at != other and same_form(side.block, partner.block) and (value := _sure(side, partner)) > ELSEWHERE:
                values.append((value, at, other))
    partners: dict[int, int] = {}
    for _, at, other in sorted(values, key=lambda item: (-item[0], item[1], item[2])):
        if at not in partners and other not in partners.values():
            partners[at] = other
    return _parted(found, partners, sides_s, sides_t) if partners else found


def _sure(side: Side, partner: Side) -> float:
    """How sure the words of two blocks in other places are that one is the other: 0 where they are too few."""
    one, two = side.said, partner.said
    if one is None or two is None or min(len(one.words), len(two.words)) < FEWEST:
        return 0.0
    value = telling(one, two)
    if value <= ELSEWHERE or fit(side, partner) <= FORBIDDEN:
        return 0.0
    return value if min(share_rendered(one, two), share_rendered(two, one)) >= RENDERED else 0.0


def _left(found: Sequence[Found], side: int, scale: float, voice: Voice | None) -> dict[int, Side]:
    """The blocks of a side that are paired with none, or one with one where they stand, by their place in `found`."""
    return {
        at: Side(item[side], scale, voice)  # type: ignore[arg-type]
        for at, item in enumerate(found)
        if len(item[side]) == 1 and len(item[1 - side]) < 2 and not item[3]  # type: ignore[arg-type]
    }


def _parted(
    found: list[Found], partners: dict[int, int], sides_s: dict[int, Side], sides_t: dict[int, Side]
) -> list[Found]:
    taken = set(partners.values())
    kept: list[Found] = []
    for at, (s, t, score, moved) in enumerate(found):
        s_left, t_left = at not in partners, at not in taken
        if s_left and t_left:
            kept.append((s, t, score, moved))
        elif s_left and s:
            kept.append((s, (), 0.0, False))
        elif t_left and t:
            kept.append(((), t, 0.0, False))
    order = sorted((s[0].index, t[0].index) for s, t, _, moved in kept if s and t and not moved)
    for at, other in partners.items():
        s, t = found[at][0], found[other][1]
        in_order = all((one < s[0].index) == (two < t[0].index) for one, two in order)
        kept.append((s, t, fit(sides_s[at], sides_t[other]), not in_order))
    return kept
