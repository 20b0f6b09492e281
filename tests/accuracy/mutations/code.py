"""Damage to code blocks and code spans."""

import re
from random import Random

from tests.accuracy.blocks import FENCE, Block
from tests.accuracy.kinds import defect
from tests.accuracy.pairs import Mutation, Pair, pick

COMMENT = re.compile(r"^\s*(?:#|//|--|/\*|\*|<!--|;|%|REM\b)")


def blocks(pair: Pair, least: int = 1) -> list[Block]:
    """Closed code blocks with as many lines of content as the source's."""
    page = pair.target
    return [
        block
        for block in page.of("fence")
        if block.end - block.start >= 2 + least
        and block.end - block.start == pair.source_of(block).end - pair.source_of(block).start
        and FENCE.match(page.lines[block.end - 1])
    ]


def code_lines(pair: Pair) -> list[tuple[Block, int]]:
    """Lines of code that the source has too: not comments, not blank."""
    found = []
    for block in blocks(pair):
        offset = pair.source_of(block).start - block.start
        for number in range(block.start + 1, block.end - 1):
            line = pair.target.lines[number]
            if len(line.strip()) > 5 and not COMMENT.match(line) and line == pair.source.lines[number + offset]:
                found.append((block, number))
    return found


def _is_kept(pair: Pair, block: Block) -> bool:
    lines = zip(pair.target.block_text(block).split("\n"), pair.source_text(block).split("\n"), strict=False)
    return all(here == there or (COMMENT.match(here) and COMMENT.match(there)) for here, there in lines)


@defect("code-line-changed", "code")
def code_line_changed(pair: Pair, rng: Random) -> Mutation | None:
    """A word of the code, before any comment, is damaged."""
    options = []
    for block, number in code_lines(pair):
        line = pair.target.lines[number]
        options += [(block, number, m) for m in re.finditer(r"[A-Za-z]{4,}", re.split(r"\s#|\s//|\s<!--", line)[0])]
    found = pick(rng, options)
    if found is None:
        return None
    block, number, word = found
    line = pair.target.lines[number]
    changed = rng.choice((word[0][:-1], word[0].swapcase(), word[0][0] + word[0]))
    return pair.put(number, number + 1, [line[: word.start()] + changed + line[word.end() :]], block)


@defect("code-line-deleted", "code diagram")
def code_line_deleted(pair: Pair, rng: Random) -> Mutation | None:
    """Of a block that is the source's but for comments: where another line differs already, that is told."""
    same = (entry for entry in code_lines(pair) if _is_kept(pair, entry[0]))
    found = pick(rng, (entry for entry in same if entry[0].end - entry[0].start > 4))
    if found is None:
        return None
    block, number = found
    mutation = pair.put(number, number + 1, [], block)
    return Mutation(mutation.text, ((number, number + 1),), mutation.source)


@defect("code-language-changed", "code")
def code_language_changed(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, (block for block in blocks(pair) if re.fullmatch(r"[A-Za-z]{2,}", block.marker)))
    if block is None:
        return None
    language = rng.choice(("", "python" if block.marker.lower() != "python" else "json"))
    line = pair.target.lines[block.start]
    return pair.put(block.start, block.start + 1, [line.replace(block.marker, language, 1).rstrip()], block)


@defect("code-fence-unclosed", "code")
def code_fence_unclosed(pair: Pair, rng: Random) -> Mutation | None:
    """The closing fence is lost: the damage is there and where the block opens."""
    block = pick(rng, blocks(pair))
    if block is None:
        return None
    mutation = pair.put(block.end - 1, block.end, [], block)
    return Mutation(mutation.text, ((block.start + 1, block.start + 1), (block.end - 1, block.end)), mutation.source)


@defect("code-block-deleted", "code block")
def code_block_deleted(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, blocks(pair))
    return block and pair.cut(block.start, block.end, block)


@defect("code-block-unfenced", "code block")
def code_block_unfenced(pair: Pair, rng: Random) -> Mutation | None:
    """Both fences are lost: the code runs as text, unless it is indented."""
    lines = pair.target.lines
    block = pick(rng, (b for b in blocks(pair) if any(lines[n][:1].strip() for n in range(b.start + 1, b.end - 1))))
    return block and pair.put(block.start, block.end, pair.target.lines[block.start + 1 : block.end - 1], block)


@defect("code-span-unmarked", "code")
def code_span_unmarked(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.code_spans())
    return found and pair.change(*found, found[1].text, lost=True)


@defect("code-span-changed", "code literal")
def code_span_changed(pair: Pair, rng: Random) -> Mutation | None:
    """A letter lost or doubled."""
    found = pick(rng, (entry for entry in pair.code_spans() if re.search(r"[A-Za-z]{3}", entry[1].text)))
    if found is None:
        return None
    block, mark = found
    word = re.search(r"[A-Za-z]{3,}", mark.text)
    if word is None:
        return None
    changed = rng.choice((word[0][:-1], word[0] + word[0][-1]))
    return pair.change(block, mark, f"`{mark.text[: word.start()]}{changed}{mark.text[word.end() :]}`")


@defect("code-span-case-changed", "code literal")
def code_span_case_changed(pair: Pair, rng: Random) -> Mutation | None:
    """``Field`` becomes ``field``: another name in most languages."""
    found = pick(rng, (entry for entry in pair.code_spans() if re.fullmatch(r"[A-Za-z]\w{3,}", entry[1].text)))
    return found and pair.change(*found, f"`{found[1].text[0].swapcase()}{found[1].text[1:]}`")


@defect("code-span-translated", "code literal")
def code_span_translated(pair: Pair, rng: Random) -> Mutation | None:
    """The content gives way to a word of the translation."""
    options = []
    for block, mark in pair.code_spans():
        words = [
            word.text for word in pair.target.words(r"[^\W\d_]{5,}", block) if word.text not in pair.source_text(block)
        ]
        if words and len(mark.text) > 2:
            options.append((block, mark, words[0].lower()))
    found = pick(rng, options)
    return found and pair.change(found[0], found[1], f"`{found[2]}`")


@defect("code-span-backtick-lost", "code")
def code_span_backtick_lost(pair: Pair, rng: Random) -> Mutation | None:
    """Only where it is the one span of its line, so that no other backtick closes it."""
    found = pick(rng, (entry for entry in pair.code_spans() if pair.target.block_text(entry[0]).count("`") == 2))
    return found and pair.change(*found, rng.choice((f"`{found[1].text}", f"{found[1].text}`")))


@defect("code-quotes-curly", "code")
def code_quotes_curly(pair: Pair, rng: Random) -> Mutation | None:
    """Straight quotes in code become typographic ones; in a diagram they may stand in a label."""
    code = (e for e in code_lines(pair) if e[0].marker.lower() != "mermaid")
    found = pick(rng, (e for e in code if re.search(r'"[^"]+"', pair.target.lines[e[1]])))
    if found is None:
        return None
    block, number = found
    return pair.put(number, number + 1, [re.sub(r'"([^"]+)"', r"“\1”", pair.target.lines[number], count=1)], block)


@defect("code-dashes-typographic", "code literal")
def code_dashes_typographic(pair: Pair, rng: Random) -> Mutation | None:
    """``--force`` in a code span becomes ``–force``."""
    found = pick(rng, (entry for entry in pair.code_spans() if re.search(r"(?:^|\s)--?[a-z]", entry[1].text)))
    return found and pair.change(*found, "`" + re.sub(r"(^|\s)--?(?=[a-z])", r"\1–", found[1].text, count=1) + "`")
