"""Damage to steps and lists."""

import re
from itertools import pairwise
from random import Random

from tests.accuracy.blocks import ITEM, Block
from tests.accuracy.kinds import defect
from tests.accuracy.page import CODE, IMAGE, LINK, Page
from tests.accuracy.pairs import Mutation, Pair, pick, running


def siblings(page: Page, ordered: bool | None = True, least: int = 2) -> list[list[Block]]:
    return [items for items in page.lists(ordered) if len(items) >= least]


def neighbours(page: Page) -> list[tuple[Block, Block]]:
    """Two steps in a row of the same list, nothing between them."""
    found = []
    for items in siblings(page):
        for first, second in pairwise(items):
            between = page.lines[page.extent(first) : second.start]
            if not any(line.strip() for line in between):
                found.append((first, second))
    return found


def body(page: Page, item: Block) -> str:
    """The first line of an item without its marker."""
    return ITEM.sub("", page.lines[item.start], count=1)


def invariants(page: Page, item: Block) -> set[str]:
    """What a translator leaves as it is in an item: targets, code, pictures, numbers."""
    found: set[str] = set()
    for pattern in (LINK, IMAGE, CODE):
        found |= {mark.target or mark.text for mark in page.marks(pattern, item)}
    return found | {mark.text for mark in page.words(r"\d{2,}", item)}


@defect("step-deleted", "step list")
def step_deleted(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    item = pick(rng, (item for items in siblings(page) for item in items))
    return item and pair.cut(item.start, page.extent(item), item)


@defect("bullet-deleted", "list step block")
def bullet_deleted(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    item = pick(rng, (item for items in siblings(page, ordered=False) for item in items))
    return item and pair.cut(item.start, page.extent(item), item)


@defect("steps-merged", "step list")
def steps_merged(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    flat = [(a, b) for a, b in neighbours(page) if page.extent(a) == a.end and page.extent(b) == b.end]
    found = pick(rng, flat)
    if found is None:
        return None
    first, second = found
    merged = page.lines[first.start : first.end]
    merged[-1] = f"{merged[-1].rstrip()} {body(page, second)}"
    merged += page.lines[second.start + 1 : second.end]
    mutation = pair.put(first.start, second.end, merged, first)
    return Mutation(mutation.text, ((first.start + 1, first.start + len(merged) + 1),), mutation.source)


@defect("step-split", "step list")
def step_split(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    places = []
    for items in siblings(page):
        for item in items:
            shown = running(page.lines[item.start])
            places += [
                (item, m.end())
                for m in re.finditer(r"[^\W\d_]{3}(?:\*\*)?\.\s+(?=[^\W\d_a-zа-яāčēģīķļņšūžåäöăâîșț])", shown)
                if item.end == item.start + 1
            ]
    found = pick(rng, places)
    if found is None:
        return None
    item, column = found
    line = page.lines[item.start]
    lines = [line[:column].rstrip(), " " * item.indent + "1. " + line[column:]]
    if page.lines[item.start - 1 : item.start] == [""]:
        lines.insert(1, "")
    return pair.put(item.start, item.end, lines, item)


@defect("step-duplicated", "step list block")
def step_duplicated(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    item = pick(rng, (item for items in siblings(page) for item in items))
    if item is None:
        return None
    end = page.extent(item)
    mutation = pair.insert(end, page.lines[item.start : end], item)
    return Mutation(mutation.text, ((item.start + 1, end), *mutation.places), mutation.source)


@defect("steps-swapped", "step list code")
def steps_swapped(pair: Pair, rng: Random) -> Mutation | None:
    """Only where each step holds something untranslated that the other lacks: otherwise nobody could tell."""
    page = pair.target
    provable = []
    for first, second in neighbours(page):
        ours, theirs = invariants(page, first), invariants(page, second)
        if ours - theirs and theirs - ours:
            provable.append((first, second))
    found = pick(rng, provable)
    if found is None:
        return None
    first, second = found
    middle, end = page.extent(first), page.extent(second)
    one, two = page.lines[first.start : middle], page.lines[second.start : end]
    marker = re.compile(r"\d+")
    head, tail = marker.search(one[0]), marker.search(two[0])
    if head is None or tail is None:
        return None
    one[0] = marker.sub(tail[0], one[0], count=1)
    two[0] = marker.sub(head[0], two[0], count=1)
    return pair.put(first.start, end, [*two, *page.lines[middle : second.start], *one], first)


@defect("list-renested", "list step")
def list_renested(pair: Pair, rng: Random) -> Mutation | None:
    """A later item of a list slips under the one before it."""
    page = pair.target
    later = []
    for items in siblings(page, ordered=None):
        later += [
            (before, item)
            for before, item in pairwise(items)
            if page.extent(before) == before.end
            and page.extent(item) == item.end
            and page.lines[item.start][:1] != "\t"
        ]
    found = pick(rng, later)
    if found is None:
        return None
    before, item = found
    shift = " " * (before.content - before.indent)
    return pair.put(item.start, item.end, [shift + line for line in page.lines[item.start : item.end]], item)


@defect("steps-made-bullets", "list step")
def steps_made_bullets(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    items = pick(rng, siblings(page))
    if items is None:
        return None
    lines = list(page.lines)
    for item in items:
        lines[item.start] = re.sub(r"\d+[.)]", "-", lines[item.start], count=1)
    return Mutation("\n".join(lines), tuple((i.start + 1, i.end) for i in items), pair.source_range(items[0]))


@defect("accidental-list", "list step")
def accidental_list(pair: Pair, rng: Random) -> Mutation | None:
    """A paragraph that begins with an ordinal or a date, as Latvian, Slovene or German write them, becomes a list."""
    page = pair.target
    lone = []
    for block in page.of("paragraph"):
        around = [*page.lines[block.start - 1 : block.start], *page.lines[block.end : block.end + 1]]
        if block.indent == 0 and block.start and not any(line.strip() for line in around):
            lone.append(block)
    found = pick(rng, lone)
    if found is None:
        return None
    ordinal = {"lv": "2022. gada maijā: ", "sl": "3. maja: ", "de": "3. Mai: ", "pl": "3. maja: "}
    opening = ordinal.get(page.locale[:2], rng.choice(("1. ", "2022. ")))
    return pair.put(found.start, found.start + 1, [opening + page.lines[found.start]], found)
