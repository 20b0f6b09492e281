"""What pairing in order leaves over: rows and bullets in another order, paragraphs run together, blocks that moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from math import log

from facingpages.align.dated import hold_others, is_another
from facingpages.align.features import STRONG, called, keys, row_name
from facingpages.align.score import Side, Voices, adds, fit, telling, weight
from facingpages.document import Block, Row
from facingpages.late import late

Found = tuple[tuple[Block, ...], tuple[Block, ...], float, bool]
FAR = 4.0  # times that one paragraph may be as long as its counterpart
ENOUGH = 2  # things that only one bullet holds, on either side, before they tell where it went
WORDY, OTHERWISE = 8, -0.2  # words of a paragraph that was made anew that say it was not, and how sure they must be
RUN = frozenset(("paragraph", "html"))  # kinds of blocks that are run together: two galleries of pictures, too
LETTER = late(r"[^\W\d_]")


class FoundAt:
    """Where each block of a side stands among what was found."""

    def __init__(self, found: list[Found]) -> None:
        self.found = found
        self.sources = {block.index: at for at, item in enumerate(found) for block in item[0]}
        self.targets = {block.index: at for at, item in enumerate(found) for block in item[1]}

    def left_over(self, side: int, block: Block) -> bool:
        """Whether a block has no counterpart."""
        at = (self.sources, self.targets)[side].get(block.index)
        return at is not None and not self.found[at][1 - side]


def claimed(found: list[Found]) -> list[Found]:
    """Rows and bullets that stand in another order, each beside its own: told by what stands in no other of them.

    A row is told by its first cell where it reads the same, a bullet by two targets or codes, or by one target where it
    is left over, or what has that target is and its own counterpart holds nothing of it. What was paired with them by
    place only is left over.
    """
    sources = {index: item[0][0] for index, item in enumerate(found) if len(item[0]) == 1 and _is_listed(item[0][0])}
    targets = {index: item[1][0] for index, item in enumerate(found) if len(item[1]) == 1 and _is_listed(item[1][0])}
    if len(sources) < ENOUGH or len(targets) < ENOUGH:
        return found
    there = _own(sources)
    here = {mark: index for index, marks in _own(targets).items() for mark in marks}
    chosen: dict[int, int] = {}
    for index, marks in there.items():
        votes = Counter(here[mark] for mark in marks if mark in here)
        if len(votes) != 1:
            continue
        [(other, count)] = votes.items()
        sure = count >= ENOUGH or any(mark[0] == "r" and here.get(mark) == other for mark in marks)
        linked = any(mark[0] == "l" and here.get(mark) == other for mark in marks)
        sure = sure or (linked and (not found[index][1] or (not found[other][0] and _by_place(found[index]))))
        if other != index and sure and not any(here.get(mark) == other for mark in there.get(other, ())):
            chosen[index] = other
    taken = Counter(chosen.values())
    return paired_anew(found, {index: other for index, other in chosen.items() if taken[other] == 1})


def _by_place(item: Found) -> bool:
    """Whether two sides stand for each other, and hold nothing in common that no translator changes, nor a number."""
    return all(keys(one).isdisjoint(keys(other)) for one in item[0] for other in item[1])


def paired_anew(found: list[Found], chosen: Mapping[int, int]) -> list[Found]:
    """The beads with the source of some beside the target of others."""
    given = set(chosen.values())
    result: list[Found] = []
    for index, (s, t, score, moved) in enumerate(found):
        if index in chosen:
            other = found[chosen[index]][1]
            result.append((s, other, fit(Side(s, 1.0), Side(other, 1.0)), True))
            if t and index not in given:
                result.append(((), t, 0.0, False))
        elif index not in given:
            result.append((s, t, score, moved))
        elif s:
            result.append((s, (), 0.0, False))
    return result


def _is_listed(block: Block) -> bool:
    return isinstance(block, Row) or (block.marker is not None and not block.marker.ordered)


def _own(blocks: Mapping[int, Block]) -> dict[int, set[str]]:
    """What each block holds that none of the others does."""
    marks = {index: set(_marks(block)) for index, block in blocks.items()}
    count = Counter(mark for held in marks.values() for mark in held)
    return {index: {mark for mark in held if count[mark] == 1} for index, held in marks.items()}


def _marks(block: Block) -> Iterator[str]:
    yield from (key for key in keys(block) if key[0] in "lc")
    if isinstance(block, Row):
        first = row_name(block)[0] or block.text.split("\t", 1)[0].strip()
        if LETTER.search(first):
            yield "r" + first


def faced(found: list[Found], voices: Voices = (None, None)) -> list[Found]:
    """A paragraph left over on each side, alone between the same neighbours: one was made anew for the other.

    They are of one form, or differ as a neighbour and its counterpart do: the items of a list became paragraphs.
    Or a row, unless the two hold other names, codes or numbers: then one went and another came. Where a row beside them
    holds other ones than its counterpart, too, such as the versions of an older page, these say nothing. Nor is a
    paragraph that tells of something else, where words are known.
    """
    sources = {item[0][0].index: at for at, item in enumerate(found) if len(item[0]) == 1}
    targets = {item[1][0].index: at for at, item in enumerate(found) if len(item[1]) == 1}
    gone: set[int] = set()
    for at, (s, t, _, _) in enumerate(found):
        if t or s[0].kind not in ("paragraph", "row"):
            continue
        before, behind = sources.get(s[0].index - 1), sources.get(s[0].index + 1)
        if before is None or behind is None or len(found[before][1]) != 1 or len(found[behind][1]) != 1:
            continue
        one, other = found[before][1][0], found[behind][1][0]
        there = targets.get(one.index + 1)
        if there is None or other.index != one.index + 2 or found[there][0]:
            continue
        twin = found[there][1][0]
        forms = {(_form(found[near][0][0]), _form(found[near][1][0])) for near in (before, behind)}
        same = twin.kind == s[0].kind and (_form(s[0]) == _form(twin) or (_form(s[0]), _form(twin)) in forms)
        if s[0].kind == "row":
            beside = (found[at] for at in (before, behind))
            dated = any(a[0].kind == b[0].kind == "row" and hold_others(a[0], b[0]) for a, b, _, _ in beside)
            same = same and not is_another(s[0], twin, dated=dated)
        else:
            same = same and 1 / FAR < (len(twin.text) + 20) / (len(s[0].text) + 20) < FAR
            same = same and (kept(s[0], twin) or not _deny(s[0], twin, voices))
        if same:
            found[at] = (s, (twin,), 0.0, False)
            gone.add(there)
    return [item for at, item in enumerate(found) if at not in gone]


def _deny(one: Block, other: Block, voices: Voices) -> bool:
    """Whether the words of two blocks are known, many of them, and say that neither renders the other."""
    ours, theirs = voices
    if ours is None or theirs is None:
        return False
    a, b = ours(one.text), theirs(other.text)
    return min(len(a.words), len(b.words)) >= WORDY and telling(a, b) < OTHERWISE


def _form(block: Block) -> tuple[int, bool]:
    """How deep a block stands, and whether it is an item."""
    return block.depth, block.marker is not None


def absorbed(found: list[Found], scale: float, voices: Voices) -> list[Found]:
    """Paragraphs that were run together or taken apart: the one holds all targets and codes of the several.

    It says more with each of them, as far as words are known, and is as long as all rather than as one.
    """
    return turned(_absorbed(turned(_absorbed(found, scale, voices)), 1 / scale, voices[::-1]))


def turned(found: list[Found]) -> list[Found]:
    """What was found, seen from the other page."""
    return [(t, s, score, moved) for s, t, score, moved in found]


def off(one: float, other: float) -> float:
    """How far two lengths of text are from each other."""
    return abs(log((one + 20) / (other + 20)))


def _absorbed(found: list[Found], scale: float, voices: Voices) -> list[Found]:
    """The first side's paragraphs left over beside one whose counterpart holds what they hold."""
    if all(t for _, t, _, _ in found):
        return found
    places = {item[0][0].index: index for index, item in enumerate(found) if len(item[0]) == 1}
    gone: set[int] = set()
    for index, (s, t, score, moved) in enumerate(found):
        if not s or len(t) != 1 or t[0].kind not in RUN or s[0].kind != t[0].kind:
            continue
        held = _strong(t[0])
        before = _run(found, places, s[0], -1, held) if t[0].marker is None else []  # an item only takes what is in it
        behind = _run(found, places, s[-1], 1, held)
        blocks = [*(found[at][0][0] for at in reversed(before)), *s, *(found[at][0][0] for at in behind)]
        if len({_said(one) for one in blocks}) > 1:  # what is said again belongs to what it repeats
            before, behind = (_adding(found, run, s, t, voices) for run in (before, behind))
            blocks = [*(found[at][0][0] for at in reversed(before)), *s, *(found[at][0][0] for at in behind)]
            here, alone, whole = (sum(map(_length, some)) for some in (t, s, blocks))
            if off(here * scale, whole) >= off(here * scale, alone):
                continue
        gone.update(before + behind)
        found[index] = (tuple(blocks), t, score, moved)
    return [item for index, item in enumerate(found) if index not in gone]


def _adding(
    found: list[Found], run: Sequence[int], s: Sequence[Block], t: Sequence[Block], voices: Voices
) -> list[int]:
    """Those of a run beside one, up to the first that adds nothing."""
    return list(takewhile(lambda at: adds(found[at][0], s, t, voices), run))


def _said(block: Block) -> tuple[str, ...]:
    return block.text, *(code.text for code in block.codes)


def _length(block: Block) -> float:
    return sum(map(weight, _said(block)))


def _run(found: Sequence[Found], places: Mapping[int, int], block: Block, step: int, held: frozenset[str]) -> list[int]:
    """The blocks of its kind beside one that are left over and whose targets and codes are all in another block."""
    run: list[int] = []
    number = block.index + step
    while (at := places.get(number)) is not None:
        s, t, _, _ = found[at]
        strong = frozenset(key for key in _strong(s[0]) if key[0] in "lic")
        if t or s[0].kind != block.kind or s[0].marker is not None or s[0].depth != block.depth or not strong:
            break
        if strong <= held:
            run.append(at)
        number += step
    return run


def reunited(found: list[Found], scale: float) -> list[Found]:
    """Blocks left over on both sides that are plainly the same, elsewhere on the page."""
    left_s = [index for index, item in enumerate(found) if item[0] and not item[1]]
    left_t = [index for index, item in enumerate(found) if item[1] and not item[0]]
    if not left_s or not left_t:
        return found
    by_key: dict[str, list[int]] = {}
    for index in left_t:
        block = found[index][1][0]
        for key in _strong(block):
            by_key.setdefault(key, []).append(index)
    gone: set[int] = set()
    for index in left_s:
        block = found[index][0][0]
        mine = _strong(block)
        candidates = {other for key in mine for other in by_key.get(key, ())[:20] if other not in gone}
        best, top = -1, 0.0
        for other in sorted(candidates):
            partner = found[other][1][0]
            theirs = _strong(partner)
            held = [key for key in mine | theirs if key[0] != "="]
            if len(mine & theirs) >= ENOUGH:
                value = len(mine & theirs) / max(1, len(held))  # both hold the same, in other words
            else:
                value = len(mine & theirs) / len(mine | theirs)
            if value > top and value >= 0.6 and fit(Side((block,), 1.0), Side((partner,), scale)) > 0.5:
                best, top = other, value
        if best >= 0:
            gone.add(best)
            found[index] = (found[index][0], found[best][1], top, True)
    return [item for index, item in enumerate(found) if index not in gone]


def _strong(block: Block) -> frozenset[str]:
    """Evidence that can stand alone: not a number, not a mere tag."""
    if block.kind in ("paragraph", "row", "heading") and len(block.text) > 30:
        return frozenset(key for key in keys(block) if key[0] in "lic#") | {"=" + block.text}
    return frozenset(
        [*(key for key in keys(block) if key[0] in "lick#"), *(f"d{called(d.text)}" for d in block.directives)]
    )


def kept(a: Block, b: Block) -> bool:
    """Whether two blocks share something that no translator changes."""
    return any(key[0] in STRONG for key in keys(a) & keys(b))


def is_plain(block: Block) -> bool:
    """Whether a block is a paragraph of text that is no item of a list."""
    return block.kind == "paragraph" and block.marker is None and bool(block.text.strip())
