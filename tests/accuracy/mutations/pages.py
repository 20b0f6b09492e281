"""Damage to headings, paragraphs, sections and whole pages."""

import re
from itertools import pairwise
from random import Random

from tests.accuracy.blocks import HEADING, Block
from tests.accuracy.kinds import defect
from tests.accuracy.pairs import Mutation, Pair, pick

HEADING_ID = re.compile(r"\s*\{\s*#([\w.:-]+)\s*\}\s*$")
NAMED = re.compile(r"""<a\s+(?:name|id)=["']?([^"'>]+)["']?\s*>(?:\s*</a>)?""")
PHRASES = (
    "[Rest of the article]",
    "[The rest of the article remains unchanged]",
    "[... continued translation of the article ...]",
    "(The rest of the document is translated in the same way.)",
)


def atx(pair: Pair) -> list[Block]:
    page = pair.target
    return [block for block in page.of("heading") if HEADING.match(page.lines[block.start])]


@defect("heading-deleted", "heading")
def heading_deleted(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, atx(pair))
    return block and pair.cut(block.start, block.end, block)


@defect("heading-level-changed", "heading")
def heading_level_changed(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, (block for block in atx(pair) if block.level < 6))
    if block is None:
        return None
    line = pair.target.lines[block.start]
    deeper = rng.random() < 0.5 or block.level == 1
    return pair.put(block.start, block.end, ["#" + line if deeper else line.replace("#", "", 1)], block)


@defect("heading-made-bold", "heading")
def heading_made_bold(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, atx(pair))
    if block is None:
        return None
    title = HEADING_ID.sub("", pair.target.lines[block.start].lstrip("# ").rstrip("# "))
    return pair.put(block.start, block.end, [f"**{title.replace('**', '')}**"], block)


@defect("heading-space-lost", "heading")
def heading_space_lost(pair: Pair, rng: Random) -> Mutation | None:
    """``##Title`` is a paragraph, but to Python-Markdown."""
    block = pick(rng, atx(pair))
    if block is None or pair.target.python:
        return None
    return pair.put(block.start, block.end, [re.sub(r"^(\s*#+)[ \t]+", r"\1", pair.target.lines[block.start])], block)


@defect("heading-id-dropped", "anchor heading")
def heading_id_dropped(pair: Pair, rng: Random) -> Mutation | None:
    """An explicit id that the source gives its heading too."""
    found = []
    for block in pair.target.of("heading"):
        line = pair.target.lines[block.start]
        for pattern in (HEADING_ID, NAMED):
            ours, theirs = pattern.search(line), pattern.search(pair.source_text(block))
            if ours and theirs and ours[1] == theirs[1]:
                found.append((block, pattern.sub("", line)))
    chosen = pick(rng, found)
    return chosen and pair.put(chosen[0].start, chosen[0].start + 1, [chosen[1]], chosen[0])


@defect("paragraph-deleted", "block")
def paragraph_deleted(pair: Pair, rng: Random) -> Mutation | None:
    """Not the last block of a page: that is a page cut short."""
    block = pick(rng, (b for b in pair.target.of("paragraph") if b != pair.target.blocks[-1] and pair.differs(b, 4)))
    return block and pair.cut(block.start, block.end, block)


@defect("paragraph-duplicated", "block")
def paragraph_duplicated(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    block = pick(rng, (block for block in page.of("paragraph") if pair.differs(block, 4)))
    if block is None:
        return None
    lines = page.lines[block.start : block.end]
    mutation = pair.insert(block.end, ["", *lines], block)
    return Mutation(mutation.text, ((block.start + 1, block.end), *mutation.places), mutation.source)


@defect("paragraph-pasted-over", "block list link code literal")
def paragraph_pasted_over(pair: Pair, rng: Random) -> Mutation | None:
    """The next paragraph says what this one says, instead of what it should."""
    page = pair.target
    found = [
        (one, two)
        for one, two in pairwise(page.blocks)
        if one.kind == two.kind == "paragraph" and pair.differs(one, 4) and pair.differs(two, 4)
    ]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    one, two = chosen
    mutation = pair.put(two.start, two.end, page.lines[one.start : one.end], two)
    return Mutation(mutation.text, ((one.start + 1, one.end), *mutation.places), mutation.source)


@defect("quote-deleted", "block callout step list")
def quote_deleted(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, pair.target.of("quote"))
    return block and pair.cut(block.start, block.end, block)


@defect("paragraph-untranslated", "block text page")
def paragraph_untranslated(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, (block for block in pair.target.of("paragraph") if pair.differs(block)))
    return block and pair.put(block.start, block.end, pair.source_text(block).split("\n"), block)


@defect("item-untranslated", "block text page step list")
def item_untranslated(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, (block for block in pair.target.of("item") if pair.differs(block)))
    return block and pair.put(block.start, block.end, pair.source_text(block).split("\n"), block)


@defect("section-deleted", "heading block page step list")
def section_deleted(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    sections = []
    for block in page.of("heading")[1:]:
        end = page.section_end(block)
        if end < len(page.lines) and sum(block.start < other.start < end for other in page.blocks) >= 2:
            sections.append((block, end))
    found = pick(rng, sections)
    return found and pair.cut(found[0].start, found[1], found[0])


@defect("page-cut-short", "page block heading step list callout directive")
def page_cut_short(pair: Pair, rng: Random) -> Mutation | None:
    """The last 30 to 60 % of the blocks are gone."""
    page = pair.target
    if len(page.blocks) < 6:
        return None
    first = page.blocks[round(len(page.blocks) * rng.uniform(0.4, 0.7))]
    mutation = pair.cut(first.start, len(page.lines), first)
    last = mutation.text.rstrip().count("\n") + 1
    source = pair.source_of(first)
    return Mutation(mutation.text.rstrip() + "\n", ((last, last + 1),), (source.start + 1, len(pair.source.lines)))


@defect("page-fenced", "page code")
def page_fenced(pair: Pair, rng: Random) -> Mutation | None:
    start = pair.target.front[1]
    fence = rng.choice(("```", "```markdown")) if "```" not in pair.target.text else "````markdown"
    body = [*pair.target.lines[:start], fence, *pair.target.lines[start:], fence[: fence.count("`")], ""]
    return Mutation("\n".join(body), ((start + 1, start + 2),), None)


@defect("page-untranslated", "page block text")
def page_untranslated(pair: Pair, _rng: Random) -> Mutation | None:
    """The whole text is the source's; its front matter is the translation's."""
    if sum(pair.differs(block, 5) for block in pair.target.of("paragraph", "item")) < 4:
        return None
    start = pair.target.front[1]
    body = pair.source.lines[pair.source.front[1] :]
    text = "\n".join([*pair.target.lines[:start], *body])
    return Mutation(text, ((1, start + len(body)),), (1, len(pair.source.lines)))


@defect("translators-phrase", "page block")
def translators_phrase(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    end = len("\n".join(page.lines).rstrip().split("\n"))
    return pair.insert(end, ["", rng.choice(PHRASES)])
