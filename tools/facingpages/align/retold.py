"""What a translator told in another form: steps within a step as one, code in a line as a block, an introduction anew.

Pairing in order takes blocks one by one, or two for one. These go through what it found and mend it where the form of
both pages says what it could not see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from facingpages.align.features import row_name
from facingpages.align.imported import imported
from facingpages.align.introduced import announced, in_one, led
from facingpages.align.itemized import in_sentence
from facingpages.align.left import Found, FoundAt, is_plain, kept, off, turned
from facingpages.align.score import Voices, adds, weight
from facingpages.document import OBJECT, Block
from facingpages.late import late
from facingpages.nearest import resemblance

SHOWN = 0.25  # share of a block of code that the codes of a paragraph make up at least, where it shows them
CLOSER = 0.2  # how much better (in logarithms) a text has to be as long as several blocks than as long as one of them
PROGRAM = late(r"[a-z0-9]+(?:[-_.][a-z0-9]+)+")
NUMBERED = late(r"#\d{2,}")  # a change as lists of changes name it
SENTENCES = late(r"[.!?:]\s+\S|[\u3002\uff01\uff1f]")
LONGER = 2  # times as long as a heading, and twenty letters more, is no heading in any language
SIGNED = late(
    r"[<\[{:!]|\S+ .*[\"'][^\"']+[\"'];?\Z"
)  # how a tag, shortcode or mark begins, or a line that takes a module
SLIP = 0.75  # how alike two such names are at least, one of which is a slip of the other


def gathered(found: list[Found], scale: float) -> list[Found]:
    """A step of the translation that tells all that stands in one of the source, the steps within it too.

    None of these has a counterpart but one, or the step itself has it, and its text is as long as all of them.
    """
    places = FoundAt(found)
    sources = {block.index: block for item in found for block in item[0]}
    targets = {block.index: block for item in found for block in item[1]}
    gone: set[int] = set()
    for at, (s, t, score, moved) in enumerate(found):
        if not s or len(t) != 1 or t[0].marker is None or at in gone or moved:
            continue
        tree = _tree(sources, s[0], t[0].depth)
        if len(tree) < 3 or len(_tree(targets, t[0], t[0].depth)) > 1 or not any(one.marker for one in tree[1:]):
            continue
        others = [one for one in tree if one not in s]
        root = tree[0]
        above = places.sources[root.index]
        shared = len(found[above][0]) == 2 and found[above][0][1] is root and above != at
        if not all(one in tree for one in s):
            continue
        if not all(places.left_over(0, one) for one in others if not (shared and one is root)):
            continue
        whole, single = sum(weight(one.text) for one in tree), weight(root.text)
        here = weight(t[0].text) * scale
        if off(here, whole) + CLOSER > off(here, single):
            continue
        if shared:
            before, target, value, was = found[above]
            found[above] = (before[:1], target, value, was)
        gone.update(places.sources[one.index] for one in others if not (shared and one is root))
        found[at] = (tuple(tree), t, score, moved)
    return [item for at, item in enumerate(found) if at not in gone]


def _tree(blocks: Mapping[int, Block], block: Block, depth: int) -> list[Block]:
    """The item of a list at this depth that holds a block, with all that stands in it."""
    root: Block | None = block
    while root is not None and not (root.marker is not None and root.depth <= depth):
        root = blocks.get(root.index - 1)
    if root is None or root.depth != depth:
        return []
    tree = [root]
    while (following := blocks.get(tree[-1].index + 1)) is not None and (
        following.depth > depth or (following.depth == depth and following.marker is None)
    ):
        if following.kind == "heading":
            break
        tree.append(following)
    return tree


def displayed(found: list[Found]) -> list[Found]:
    """A paragraph with code in it whose code became a block, beside a paragraph or alone; or the reverse."""
    return turned(_displayed(turned(_displayed(found))))


def _displayed(found: list[Found]) -> list[Found]:
    """The first side's paragraphs, whose codes the other side shows in a block that is left over."""
    places = FoundAt(found)
    shown = [t[0] for s, t, _, _ in found if not s and t[0].kind == "code"]
    if not shown:
        return found
    targets = {block.index: block for item in found for block in item[1]}
    result = list(found)
    free = {one.index: one for one in shown}
    for at, (s, _, _, moved) in enumerate(found):
        if len(s) != 1 or s[0].kind != "paragraph" or not s[0].codes or moved:
            continue
        t = result[at][1]
        if t and (len(t) > 1 or kept(s[0], t[0])):
            continue
        code = next((one for one in free.values() if _shows(one, s[0])), None)
        if code is None:
            continue
        lead = targets.get(code.index - 1)
        there = places.targets.get(lead.index) if lead is not None and lead.kind == "paragraph" else None
        own = there is not None and (there == at or not result[there][0])
        blocks = (lead, code) if own and lead is not None else (code,)
        del free[code.index]
        if own and there is not None and there != at:
            result[there] = ((), (), 0.0, False)
        result[places.targets[code.index]] = ((), (), 0.0, False)
        result[at] = (s, blocks, 0.5, False)
        if t and t[0] not in blocks:  # set free for the paragraph that it is
            result.append(((), t, 0.0, False))
            places.targets[t[0].index] = len(result) - 1
    return [item for item in result if item[0] or item[1]]


def _shows(code: Block, block: Block) -> bool:
    """Whether a block of code is what stands as code in a paragraph: all of it, and little else."""
    texts = [one.text.strip() for one in block.codes if len(one.text) > 1]
    size = sum(map(len, texts))
    if len(texts) == 1 and texts[0] != code.text.strip():
        return False
    return bool(texts) and size >= SHOWN * len(code.text) and all(text in code.text for text in texts)


def bared(found: list[Found]) -> list[Found]:
    """A block that is nothing but code, and one of the other side that says it without being code: it lost its marks.

    Its words say nothing to a lexicon, so the one without them may have gone with a neighbour.
    """
    return turned(_bared(turned(_bared(found))))


def _bared(found: list[Found]) -> list[Found]:
    """The first side's code that is left over and says what the other's does that is left over or one of two."""
    wanted = {s[0].codes[0].text.strip(): at for at, (s, t, _, _) in enumerate(found) if not t and _is_code(s[0])}
    if not wanted:
        return found
    result = list(found)
    for at, (s, t, score, moved) in enumerate(found):
        for block in t if not s or len(t) > 1 else ():
            there = wanted.pop(block.text.strip(), None)
            if there is not None and not block.codes:
                result[there] = (found[there][0], (block,), 1.0, False)
                result[at] = (s, tuple(one for one in result[at][1] if one is not block), score, moved)
    return [item for item in result if item[0] or item[1]]


def misread(found: list[Found]) -> list[Found]:
    """What is no text in the source, and the text that stands in its place and begins as such does: it was damaged."""
    return turned(_misread(turned(_misread(found))))


def _misread(found: list[Found]) -> list[Found]:
    """The first side's directives that are left over, beside text that is and stands between the same two blocks."""
    lost = [at for at, (s, t, _, _) in enumerate(found) if not t and s[0].kind == "directive"]
    texts = [
        at
        for at, (s, t, _, _) in enumerate(found)
        if not s and is_plain(t[0]) and not t[0].links and SIGNED.match(t[0].text)
    ]
    if not lost or not texts:
        return found
    places = FoundAt(found)
    result = list(found)
    for at in lost:
        above = places.sources.get(found[at][0][0].index - 1)
        below = places.sources.get(found[at][0][0].index + 1)
        for there in texts:
            text = found[there][1][0]
            if places.targets.get(text.index - 1) == above or places.targets.get(text.index + 1, -1) == below:
                result[at], result[there] = (found[at][0], (text,), 0.5, False), ((), (), 0.0, False)
                texts.remove(there)
                break
    return [item for item in result if item[0] or item[1]]


def _is_signed(block: Block) -> bool:
    return is_plain(block) and not block.links and SIGNED.match(block.text) is not None


def _is_code(block: Block) -> bool:
    return len(block.codes) == 1 and block.text.strip() == OBJECT


def unlike(found: list[Found]) -> list[Found]:
    """Items about two things are no pair: each begins with another program's name, or has other numbers of changes.

    Nor are a heading and what is said in sentences, and far longer.
    """
    result: list[Found] = []
    for s, t, score, moved in found:
        if len(s) == len(t) == 1 and (_is_other(s[0], t[0]) or _is_told(s[0], t[0]) or _is_told(t[0], s[0])):
            result += [(s, (), 0.0, False), ((), t, 0.0, False)]
        else:
            result.append((s, t, score, moved))
    return result


def _is_told(a: Block, b: Block) -> bool:
    """Whether one of two is a heading and the other tells, in sentences, so much more that it was none."""
    if a.kind != "heading" or not is_plain(b) or not SENTENCES.search(b.text) or SENTENCES.search(a.text):
        return False
    return weight(b.text) > LONGER * (weight(a.text) + len(a.text.split()) + 20)


def _is_other(a: Block, b: Block) -> bool:
    if a.marker is None or b.marker is None or not a.links or not b.links:
        return False
    there, here = (frozenset(filter(NUMBERED.fullmatch, (link.text for link in block.links))) for block in (a, b))
    if there and here:
        return there.isdisjoint(here)
    one, other = a.links[0], b.links[0]
    names = one.text.strip(), other.text.strip()
    if one.start != a.start or other.start != b.start or one.target == other.target or kept(a, b):
        return False
    return all(map(PROGRAM.fullmatch, names)) and resemblance(*names) < SLIP


def renamed_rows(found: list[Found]) -> list[Found]:
    """Rows left over on both sides that have one name, that no other of the page, or of their table, has: one row."""
    tables = {id(t[0].parent): id(s[0].parent) for s, t, _, _ in found if s and t and s[0].kind == t[0].kind == "row"}
    return _renamed(_renamed(found, lambda _: 0), lambda block: tables.get(id(block.parent), id(block.parent)))


def _renamed(found: list[Found], place: Callable[[Block], int]) -> list[Found]:
    """The same, where a row stands in some place."""
    left: tuple[dict[tuple[int, str], int], dict[tuple[int, str], int]] = ({}, {})
    sides = [(item[0], item[1]) for item in found]
    named = [(side, place(block), row_name(block)[0]) for item in sides for side in (0, 1) for block in item[side]]
    count = Counter(named)
    for at, item in enumerate(sides):
        for side in (0, 1):
            name = row_name(item[side][0])[0] if len(item[side]) == 1 and not item[1 - side] else ""
            if name and count[side, where := place(item[side][0]), name] == 1:
                left[side][where, name] = at
    result = list(found)
    for key in left[0].keys() & left[1].keys():
        result[left[0][key]] = (found[left[0][key]][0], found[left[1][key]][1], 0.0, True)
        result[left[1][key]] = ((), (), 0.0, False)
    return [item for item in result if item[0] or item[1]]


def run_together(found: list[Found], scale: float, voices: Voices) -> list[Found]:
    """Paragraphs left over beside one whose counterpart is as long as all of them, and has no neighbour left over."""
    places = FoundAt(found)
    sources = {block.index: block for item in found for block in item[0]}
    targets = {block.index: block for item in found for block in item[1]}
    gone: set[int] = set()
    for at, (s, t, score, moved) in enumerate(found):
        if not s or len(t) != 1 or moved or not all(map(is_plain, (*s, *t))):
            continue
        beside = [targets[number] for number in (t[0].index - 1, t[0].index + 1) if number in targets]
        if any(places.left_over(1, one) for one in beside):
            continue
        before, behind = (_free(places, sources, s, t, voices, step) for step in (-1, 1))
        run = [*reversed(before), *s, *behind]
        here, alone, whole = (sum(weight(one.text) for one in blocks) for blocks in (t, s, run))
        if len(run) > len(s) and off(here * scale, whole) + CLOSER < off(here * scale, alone):
            gone.update(places.sources[one.index] for one in (*before, *behind))
            found[at] = (tuple(run), t, score, moved)
    return [item for at, item in enumerate(found) if at not in gone]


def _free(
    places: FoundAt, blocks: Mapping[int, Block], s: Sequence[Block], t: Sequence[Block], voices: Voices, step: int
) -> list[Block]:
    """The plain paragraphs beside some, going one way, that have no counterpart and say what is said in theirs."""
    run: list[Block] = []
    block = s[0] if step < 0 else s[-1]
    number = block.index + step
    while (one := blocks.get(number)) is not None and is_plain(one) and _level(one) == _level(block):
        if not places.left_over(0, one) or not adds([one], s, t, voices):
            break
        run.append(one)
        number += step
    return run


def _level(block: Block) -> int:
    """How deep a block stands, where a quotation is no step down: a translator may have made text of it."""
    box = block.parent
    return box.depth - 1 if box is not None and box.kind == "quote" else block.depth


def retold(found: list[Found], scale: float, voices: Voices) -> list[Found]:
    """All of this, one after the other. `scale` is the length of the source's text over that of the translation's."""
    found = led(displayed(misread(bared(imported(renamed_rows(found))))))
    if all(len(s) == 1 and len(t) == 1 for s, t, _, _ in found):
        return found
    found = announced(in_sentence(in_one(found), scale))
    found = turned(run_together(turned(run_together(found, scale, voices)), 1 / scale, voices[::-1]))
    return turned(gathered(turned(gathered(found, scale)), 1 / scale))
