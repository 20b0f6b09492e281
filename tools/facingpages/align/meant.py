"""What pairing in order leaves over, or pairs for want of better, and a lexicon knows by its words elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.align.agreeing import same_form
from facingpages.align.columns import Columns
from facingpages.align.left import Found
from facingpages.align.score import FORBIDDEN, RENDERED, Side, Voices, fit, telling
from facingpages.document import Block
from facingpages.late import late
from facingpages.lexicon import UNIT, share_found, share_rendered, vouched
from facingpages.lexicon.texts import Both

# How sure words must be (`telling`) that two blocks in other places are one, and below what two blocks that stand in
# one place are paired for want of better.
ELSEWHERE, DOUBTED = 0.3, -0.1
MOSTLY = 2 / 3  # of the words of both: where so many are rendered, there is no reason for doubt
# Words that must be there on either side: "Tabs" and "Type: string" stand in too many places. More of them where a pair
# between the same neighbours would be parted.
FEWEST, SEVERAL = 3, 7
MOST = 200  # blocks left over on a side whose words are compared with those on the other
# How much more a block's words must vouch for one that is left over on the other side of the same pair than for either
# of the two in between (a logarithm); all words of both need only leave no doubt, then.
BESIDE = 4 * UNIT
# The same of blocks of which neither fits any other that is left over nearly as well: so much less well (`telling`), if
# so large a part of the words of both is rendered, and they are as sure. More are not compared: it takes all with all.
CLEARLY, PARTLY, LIKELY, FEW = 0.3, 0.4, 0.1, 60
NUMBERED = late(r"(?<![\w.,:/-])(?=[\w.,:/-]*?\d)[\w.,:/-]++")


def known_by_words(found: list[Found], scale: float, voices: Voices) -> list[Found]:
    """Pair what is left over by what its words say, each block with the one that it fits best.

    A pair whose words speak against it is as good as left over: it is parted where one of them is plainly another's.
    """
    sides_s, sides_t = _left(found, scale, voices)
    firm = _firm(found)
    values: list[tuple[float, int, int]] = []
    for at, side in list(sides_s.items())[:MOST]:
        for other, partner in list(sides_t.items())[:MOST]:
            if at == other or not same_form(side.block, partner.block):
                continue
            value = _sure(side, partner, SEVERAL if at in firm or other in firm else FEWEST)
            if value > ELSEWHERE:
                values.append((value, at, other))
    partners: dict[int, int] = {}
    for _, at, other in sorted(values, key=lambda item: (-item[0], item[1], item[2])):
        if at not in partners and other not in partners.values():
            partners[at] = other
    _likeliest(partners, *({at: side for at, side in some.items() if at not in firm} for some in (sides_s, sides_t)))
    return _beside(_parted(found, partners, sides_s, sides_t) if partners else found, scale, voices)


def _firm(found: Sequence[Found]) -> set[int]:
    """Which pairs stand between the same neighbours on both sides: that is as much as a few words say against them."""
    straight = {(s[-1].index, t[-1].index) for s, t, _, moved in found if s and t and not moved}
    return {
        at
        for at, (s, t, _, _) in enumerate(found)
        if s and t and all((s[0].index + step, t[0].index + step) in straight for step in (-1, 1))
    }


def _likeliest(partners: dict[int, int], sides_s: dict[int, Side], sides_t: dict[int, Side]) -> None:
    """Pair those that are left over then, each of which fits the other better by its words than any other, by far."""
    taken = set(partners.values())
    rows = [(at, side) for at, side in sides_s.items() if at not in partners and _says_enough(side)]
    columns = [(at, side) for at, side in sides_t.items() if at not in taken and _says_enough(side)]
    if not rows or not columns or len(rows) > FEW or len(columns) > FEW:
        return
    table = Columns([side for _, side in columns], Both(*([side.said for _, side in some] for some in (rows, columns))))
    values = [table.telling(side, 0, len(columns)) for _, side in rows]
    for (at, side), row in zip(rows, values, strict=True):
        place = max(range(len(columns)), key=row.__getitem__)
        other, partner = columns[place]
        rest = [value for to, value in enumerate(row) if to != place]
        rest += [one[place] for one in values if one is not row]
        if at != other and row[place] > max(LIKELY, max(rest, default=0.0) + CLEARLY) and _may_be(side, partner):
            partners[at] = other


def _says_enough(side: Side) -> bool:
    """Whether a block has so many words that it may be looked for; code is found by what it holds.

    A heading says little, and is said once: that none of the others fits nearly as well is enough.
    """
    fewest = 1 if side.form.kind == "heading" else FEWEST
    return side.said is not None and len(side.said.words) >= fewest and side.form.kind != "code"


def _may_be(side: Side, partner: Side) -> bool:
    """Whether two blocks that fit each other best look alike, and many of the words of both are rendered."""
    a, b, one, two = side.block, partner.block, side.said, partner.said
    if (
        one is None
        or two is None
        or not same_form(a, b)
        or a.depth != b.depth
        or (a.marker is None) != (b.marker is None)
    ):
        return False
    return min(share_rendered(one, two), share_rendered(two, one)) >= PARTLY and fit(side, partner) > FORBIDDEN


def _beside(found: list[Found], scale: float, voices: Voices) -> list[Found]:
    """Neighbours that changed places: one found its own, the other is left over before it here and behind it there.

    That two blocks stand so is half of the proof: their words need not be as sure as those of any two on the page.
    """
    sources = {s[0].index: at for at, (s, _, _, _) in enumerate(found) if len(s) == 1}
    targets = {t[0].index: at for at, (_, t, _, _) in enumerate(found) if len(t) == 1}
    gone: set[int] = set()
    for s, t, _, _ in list(found):
        if len(s) != 1 or len(t) != 1:
            continue
        for step in (-1, 1):
            one, other = sources.get(s[0].index + step), targets.get(t[0].index - step)
            if one is None or other is None or other in gone or found[one][1] or found[other][0]:
                continue
            a, x = found[one][0][0], found[other][1][0]
            if _say_more(a, x, s[0], t[0], voices) and (value := _fit(a, x, scale, voices)) > FORBIDDEN:
                found[one] = ((a,), (x,), value, True)
                gone.add(other)
    return [item for at, item in enumerate(found) if at not in gone]


def _fit(a: Block, x: Block, scale: float, voices: Voices) -> float:
    return fit(Side((a,), 1.0, voices[0]), Side((x,), scale, voices[1]))


def _say_more(a: Block, x: Block, b: Block, y: Block, voices: Voices) -> bool:
    """Whether the words of two blocks say more of each other than of the pair in between. Not of rows."""
    ours, theirs = voices
    if ours is None or theirs is None or not same_form(a, x) or a.depth != x.depth or a.kind == "row":
        return False
    if (a.marker is None) != (x.marker is None):
        return False
    one, two, three, four = ours(a.text), theirs(x.text), ours(b.text), theirs(y.text)
    value = vouched(one, two)
    return telling(one, two) > DOUBTED and value > max(vouched(one, four), vouched(three, two)) + BESIDE


def _sure(side: Side, partner: Side, fewest: int) -> float:
    """How sure the words of two blocks in other places are that one is the other: 0 where they are too few."""
    one, two = side.said, partner.said
    if one is None or two is None or min(len(one.words), len(two.words)) < fewest:
        return 0.0
    if min(share_rendered(one, two), share_rendered(two, one)) < RENDERED:
        return 0.0
    value = telling(one, two)
    return value if value > ELSEWHERE and fit(side, partner) > FORBIDDEN else 0.0


def _left(found: Sequence[Found], scale: float, voices: Voices) -> tuple[dict[int, Side], dict[int, Side]]:
    """The blocks that are paired with none, or with one where they stand if there is reason to doubt it.

    On either side, by their place in `found`.
    """
    sides: tuple[dict[int, Side], dict[int, Side]] = {}, {}
    for at, (s, t, _, moved) in enumerate(found):
        if len(s) > 1 or len(t) > 1 or moved or (s and t and not _is_doubted(s[0].text, t[0].text, voices)):
            continue
        for blocks, side, of_page, voice in ((s, sides[0], 1.0, voices[0]), (t, sides[1], scale, voices[1])):
            if blocks:
                one = side[at] = Side(blocks, of_page, voice)
                if voice is not None and blocks[0].kind == "row":  # versions and dates stand in all rows of a table
                    one.said = voice(NUMBERED.sub(" ", one.text))
    return sides


def _is_doubted(one: str, other: str, voices: Voices) -> bool:
    """Whether the words of two texts that were paired speak against it, where most of them are not rendered."""
    source, target = voices
    if source is None or target is None or one == other or not one or not other:
        return False
    a, b = source(one), target(other)
    return (share_found(a, b) < MOSTLY or share_found(b, a) < MOSTLY) and telling(a, b) < DOUBTED


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
