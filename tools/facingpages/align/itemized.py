"""Lists that a translator told otherwise: in a sentence, or with items of their own.

Pairing in order takes an item for whatever stands in its place. What items hold that no translator changes says better
whether one stands there at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from facingpages.align.features import STRONG, keys
from facingpages.align.left import Found, FoundAt, is_plain, off, turned
from facingpages.align.score import weight
from facingpages.document import Block
from facingpages.late import late

BRIEF = 40  # how long an item is at most of which nothing but its words is kept
MARK = late(r"[\u30fb\u2022\u2023\u25e6\u25aa]|(?<!\S)(?:[-*+\u2013]\s|\(?\d{1,2}[.)\uff0e\uff09\u3001])")
JOINT = late(r"[,;\u060c\u061b\u3001\uff0c\uff1b]")
WORD = late(r"[a-z]{4,}")
FEWEST = 2  # items that make a list, and that a sentence which tells it keeps something of
CLOSER = 0.2  # how much better (in logarithms) a sentence has to be as long as the list than as long as its counterpart
TYPED = late(r"([\u2460-\u2473])|(?<!\d)(?:[(\uff08]?)(\d{1,2})[.)\uff0e\uff09\u3001]|\u7b2c([一二三四五六七八九十])")
IN_WORDS = "一二三四五六七八九十"
LOST = 3  # things that no translator changes that are held by a list at least, for one without any to be another


def in_sentence(found: list[Found], scale: float) -> list[Found]:
    """A list whose items stand in one paragraph on the other side: that is the counterpart of all, and of what leads.

    It keeps something of most of them, and is as long as all rather than as the one it stands for so far.
    """
    return turned(_in_sentence(turned(_in_sentence(found, scale)), 1 / scale))


def _in_sentence(found: list[Found], scale: float) -> list[Found]:
    """The first side's lists, that the other one tells in a sentence."""
    places = FoundAt(found)
    sources = {block.index: block for item in found for block in item[0]}
    result = list(found)
    gone: set[int] = set()
    for items in _lists(sources.values()):
        beads = {places.sources[item.index] for item in items}
        lead = sources.get(items[0].index - 1)
        led = lead is not None and is_plain(lead)
        above = places.sources[lead.index] if lead is not None and led else None
        around = beads | ({above} if above is not None else set())
        if around & gone or any(found[at][3] for at in around):
            continue
        texts = {block.index: block for at in sorted(beads) for block in found[at][1]}
        if not texts and above is not None:
            texts = {block.index: block for block in found[above][1]}
        if len(texts) != 1:
            continue
        [text] = texts.values()
        at = places.targets[text.index]
        if not is_plain(text) or not _told(items, text):
            continue
        # What leads to the list is told with it, unless it has a paragraph of its own.
        own = above is not None and above != at and bool(found[above][1])
        whole = [*([lead] if lead is not None and led and not own else []), *items]
        if not set(found[at][0]) <= set(whole):
            continue
        here, alone, several, everything = map(_length, ([text], found[at][0], items, whole))
        here *= scale
        sure = _all_kept(items, text) or (_counts(items) and _is_numbered(text, len(items)))
        if not sure and min(off(here, several), off(here, everything)) + CLOSER > off(here, alone):
            continue
        gone |= around - ({above} if own and above is not None else set()) - {at}
        result[at] = (tuple(whole), (text,), found[at][2], False)
    return [item for at, item in enumerate(result) if at not in gone]


def _length(blocks: Iterable[Block]) -> float:
    return sum(weight(block.text) for block in blocks)


def _lists(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Lists of several items each of which is one paragraph."""
    ordered = sorted(blocks, key=lambda block: block.index)
    for box, group in groupby(ordered, lambda block: block.marker.parent if block.marker is not None else None):
        items = list(group)
        if len(items) >= FEWEST and box is not None:
            if all(item.kind == "paragraph" for item in items):
                yield items


def _told(items: Sequence[Block], text: Block) -> bool:
    """Whether a text keeps something of most items, and of most that they hold."""
    if _counts(items):
        return counts_up(items, text)
    held = [keys(item) for item in items]
    if not any(held):
        return not keys(text) and _counts_up(items, text.text)
    kept = [one for one in held if any(has(text, key) for key in one)]
    all_of_them = set().union(*held)
    return len(kept) >= max(FEWEST, sum(map(bool, held)) * 2 / 3) and sum(
        has(text, key) for key in all_of_them
    ) * 2 > len(all_of_them)


def counts_up(steps: Sequence[Block], text: Block) -> bool:
    """Whether a paragraph has the numbers of so many steps as text, or counts up in a sentence as many short things.

    What holds more than words is more than a thing of a list.
    """
    if _is_numbered(text, len(steps)):
        return True
    held = set().union(keys(text), *map(keys, steps))
    return not any(key[0] in STRONG for key in held) and _counts_up(steps, text.text)


def _is_numbered(text: Block, most: int) -> bool:
    """Whether so many numbers in a row are written in a paragraph, where the marks of a list would be."""
    wanted = 1
    for circled, figures, word in TYPED.findall(text.text):
        number = ord(circled) - 0x245F if circled else int(figures) if figures else IN_WORDS.index(word) + 1
        wanted += number == wanted
    return wanted > most


def _all_kept(items: Sequence[Block], text: Block) -> bool:
    """Whether each item leads somewhere or has code, and a text has just that."""
    strong, here = ([{key for key in keys(one) if key[0] in STRONG} for one in side] for side in (items, (text,)))
    return all(strong) and set().union(*strong) == here[0]


def _counts_up(items: Sequence[Block], text: str) -> bool:
    """Whether a text reads like a sentence that counts up as many short things as a list has."""
    joints = len(JOINT.findall(text))
    return (
        len(text.strip().splitlines()) == 1
        and MARK.search(text) is None
        and max(1, len(items) - 2) <= joints <= len(items)
        and all(weight(item.text) <= BRIEF for item in items)
    )


def has(block: Block, key: str) -> bool:
    """Whether a block holds something that no translator changes, be it a code that lost its marks."""
    return key in keys(block) or (key[0] == "c" and key[1:].casefold() in block.text.casefold())


def rewritten(found: list[Found]) -> list[Found]:
    """Two lists that stand in one place and have nothing in common: neither form, nor anything that items hold.

    Then no item is the counterpart of another: what one of them lost is not told of the other.
    """
    lists: dict[tuple[int, int], list[int]] = {}
    for at, (s, t, _, moved) in enumerate(found):
        if s and t and not moved and s[0].marker is not None and t[0].marker is not None:
            lists.setdefault((id(s[0].marker.parent), id(t[0].marker.parent)), []).append(at)
    if not lists:
        return found
    sides = (
        _boxed(block for item in found for block in item[0]),
        _boxed(block for item in found for block in item[1]),
    )
    met = Counter(there for there, _ in lists), Counter(here for _, here in lists)
    apart: set[int] = set()
    for (there, here), beads in lists.items():
        if len(beads) < FEWEST or met[0][there] > 1 or met[1][here] > 1:  # one of several that were made one
            continue
        if _is_other(sides[0][there], sides[1][here]):
            apart.update(beads)
    return list(_parted(found, apart)) if apart else found


def _boxed(blocks: Iterable[Block]) -> Mapping[int, list[Block]]:
    """The items of each list of a page."""
    boxed: dict[int, list[Block]] = {}
    for block in blocks:
        if block.marker is not None:
            boxed.setdefault(id(block.marker.parent), []).append(block)
    return boxed


def _is_other(a: Sequence[Block], b: Sequence[Block]) -> bool:
    """Whether two lists differ in how they count or how many items they have, and share nothing that several hold."""
    if len(a) == len(b) and _counts(a) == _counts(b):
        return False
    held = [[{key for key in keys(item) if key[0] in STRONG or key[0] == "n"} for item in items] for items in (a, b)]
    things = [set().union(*some) for some in held]
    for some, other, items in ((things[0], things[1], b), (things[1], things[0], a)):
        if any(has(item, key) for key in some for item in items) or _said(some) & _said([*other, *_texts(items)]):
            return False
    rich = [sum(map(bool, some)) for some in held]
    most = 0 if rich[0] > rich[1] else 1
    return rich[0] != rich[1] and rich[most] >= FEWEST and len(things[most]) >= LOST


def _said(things: Iterable[str]) -> set[str]:
    """The words in the letters of code: those of a command whose arguments were translated, too."""
    return {word for thing in things for word in WORD.findall(thing.casefold())}


def _texts(items: Iterable[Block]) -> Iterator[str]:
    return (item.text for item in items)


def _counts(items: Sequence[Block]) -> bool:
    return items[0].marker is not None and items[0].marker.ordered


def _parted(found: Sequence[Found], apart: set[int]) -> Iterator[Found]:
    for at, (s, t, score, moved) in enumerate(found):
        if at in apart:
            yield from (((one,), (), 0.0, False) for one in s)
            yield from (((), (one,), 0.0, False) for one in t)
        else:
            yield s, t, score, moved
