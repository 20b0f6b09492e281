"""Damage that a reader sees when the page is rendered: what falls apart, turns into text or stops running."""

import re
from itertools import pairwise
from random import Random

from tests.accuracy.blocks import FENCE, ITEM, Block
from tests.accuracy.kinds import defect
from tests.accuracy.mutations.code import blocks, code_lines
from tests.accuracy.page import CODE, Mark
from tests.accuracy.pairs import Mutation, Pair, pick

ALERT = re.compile(r"^(\s*>\s*\[!)(\w+)(\])\s*$")
FOOTNOTE = r"\[\^[\w-]+\](?!:)"
BOX = re.compile(r"^(\s*(?:[-*+]|\d+[.)])\s+)\[([ xX])\](?=\s)")
LISTED = re.compile(r"\{:?\s*[#.][\w-][^{}\n]*\}\s*$")
KEY = re.compile(r"^(\s*(?:-\s+)?\"?)([A-Za-z][\w-]{3,})(\"?:\s+\S.*)$")
TAG = re.compile(r"<(/?)([A-Za-z][\w.]*)((?:\s+[\w:.-]+=[^<>\n]*?|\s*/)?)>")  # `<your name>` is none
FORMULA = re.compile(r"(?<![\\$\w])\$([^$\n]*\\[A-Za-z]+[^$\n]*)\$(?![\d$])|\\\((?=.*\\[a-z])(.*?)\\\)")


@defect("step-content-outdented", "step list block code image table callout")
def step_content_outdented(pair: Pair, rng: Random) -> Mutation | None:
    """A paragraph, code or callout of a list item loses its indentation, so that it stands outside."""
    page = pair.target
    inside = []
    for item in page.of("item"):
        end = page.extent(item)
        later = [b for b in page.blocks if item.end <= b.start < end and b.kind in ("paragraph", "fence", "quote")]
        following = next((b for b in page.blocks if b.start >= end), None)
        if later and following is not None and following.kind == "item":
            inside.append(later[0])
    block = pick(rng, (b for b in inside if b.indent))
    if block is None:
        return None
    lines = [line[block.indent :] if not line[: block.indent].strip() else line for line in _lines(pair, block)]
    return pair.put(block.start, block.end, lines, block)


def _lines(pair: Pair, block: Block) -> list[str]:
    return pair.target.lines[block.start : block.end]


def _alerts(pair: Pair) -> list[tuple[Block, re.Match[str]]]:
    found = []
    for block in pair.target.of("quote"):
        match = ALERT.match(pair.target.lines[block.start])
        if match and block.end - block.start > 1:
            found.append((block, match))
    return found


@defect("alert-marker-spaced", "callout directive marker")
def alert_marker_spaced(pair: Pair, rng: Random) -> Mutation | None:
    """``> [! NOTE]`` or ``> [!NOTE ]``: no renderer knows it."""
    found = pick(rng, _alerts(pair))
    if found is None:
        return None
    block, match = found
    inner = rng.choice((" " + match[2], match[2] + " "))
    return pair.put(block.start, block.start + 1, [match[1] + inner + match[3]], block)


@defect("alert-text-on-its-line", "callout directive marker")
def alert_text_on_its_line(pair: Pair, rng: Random) -> Mutation | None:
    """The text follows the marker on its line."""
    found = pick(rng, _alerts(pair))
    if found is None:
        return None
    block, _ = found
    first, second = pair.target.lines[block.start : block.start + 2]
    if not re.match(r"\s*>\s*[^\W\d_]", second):
        return None
    joined = f"{first.rstrip()} {second.lstrip(' >')}"
    return pair.put(block.start, block.start + 2, [joined], block)


@defect("front-matter-spaced", "metadata page")
def front_matter_spaced(pair: Pair, rng: Random) -> Mutation | None:
    """``- - -`` opens no front matter, nor does ``+++`` behind a blank, nor anything below another line."""
    if not pair.target.front[1] or not pair.source.front[1]:
        return None
    first = pair.target.lines[0].rstrip()
    new = rng.choice(([" ".join(first)], [f"{first[:-1]}—"], ["Tulkojums:", first]))
    mutation = pair.put(0, 1, new)
    return Mutation(mutation.text, ((1, len(new)),), mutation.source)


@defect("code-no-break-space", "code text")
def code_no_break_space(pair: Pair, rng: Random) -> Mutation | None:
    """A blank in a line of code is one that no program takes for a blank. `tree` itself draws folders with such."""
    found = pick(
        rng,
        (e for e in code_lines(pair) if re.search(r"^[^\u2500-\u257f]*\S [^\u2500-\u257f]*$", pair.target.lines[e[1]])),
    )
    if found is None:
        return None
    block, number = found
    line = pair.target.lines[number]
    at = line.index(" ", len(line) - len(line.lstrip()))
    return pair.put(number, number + 1, [line[:at] + "\u00a0" + line[at + 1 :]], block)


@defect("code-key-renamed", "code")
def code_key_renamed(pair: Pair, rng: Random) -> Mutation | None:
    """A key of YAML or JSON is translated."""
    found = []
    for block, number in code_lines(pair):
        match = KEY.match(pair.target.lines[number])
        if match and re.match(r"ya?ml|json|toml", block.marker.lower()):
            found.append((block, number, match))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, number, match = chosen
    return pair.put(number, number + 1, [f"{match[1]}nosaukums{match[3]}"], block)


@defect("code-spans-swallowed", "code literal")
def code_spans_swallowed(pair: Pair, rng: Random) -> Mutation | None:
    """Two code spans become one, with the words between."""
    couples = []
    for block in pair.target.of("paragraph", "item"):
        marks = [mark for mark in pair.target.marks(CODE, block) if len(mark.text) > 1]
        for one, two in pairwise(marks):
            between = pair.target.lines[one.line][one.end : two.start] if one.line == two.line else ""
            if re.fullmatch(r"\s?[^\W\d_]{1,12}\s?", between):
                couples.append((block, one, two, between))
    chosen = pick(rng, couples)
    if chosen is None:
        return None
    block, one, two, between = chosen
    return pair.change(block, Mark(one.line, one.start, two.end, ""), f"`{one.text}{between}{two.text}`")


def _tags(pair: Pair) -> list[tuple[Block, int, re.Match[str]]]:
    """Tags inside text that stand in the source block, too."""
    found = []
    for block in pair.target.of("paragraph", "item", "heading"):
        theirs = pair.source_text(block)
        for number in range(block.start, block.end):
            line = CODE.sub(lambda match: "\0" * len(match.group()), pair.target.lines[number])
            for match in TAG.finditer(line):
                if match.group() in theirs and match[2].lower() not in ("br", "a", "abbr", "img"):
                    found.append((block, number, match))
    return found


@defect("tag-escaped", "tag text directive")
def tag_escaped(pair: Pair, rng: Random) -> Mutation | None:
    """``<kbd>`` becomes ``&lt;kbd&gt;``: readers see the tag."""
    found = pick(rng, (tag for tag in _tags(pair) if not tag[2][1]))
    if found is None:
        return None
    block, _, match = found
    return pair.change(block, _mark(found), f"&lt;{match[2]}{match[3]}&gt;")


@defect("tag-renamed", "tag directive")
def tag_renamed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, (tag for tag in _tags(pair) if not tag[2][1]))
    return found and pair.change(found[0], _mark(found), f"<{found[2][2]}s{found[2][3]}>")


@defect("tag-unclosed", "tag directive")
def tag_unclosed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, (tag for tag in _tags(pair) if tag[2][1]))
    return found and pair.change(found[0], _mark(found), "", lost=True)


def _mark(found: tuple[Block, int, re.Match[str]]) -> Mark:
    return Mark(found[1], found[2].start(), found[2].end(), found[2].group())


@defect("footnote-mark-lost", "footnote marker anchor link")
def footnote_mark_lost(pair: Pair, rng: Random) -> Mutation | None:
    found = _footnotes(pair)
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, rng.choice(("", f"［{chosen[1].text[1:-1]}］")), lost=True)


def _footnotes(pair: Pair) -> list[tuple[Block, Mark]]:
    pattern = re.compile(FOOTNOTE)
    found = []
    for block in pair.target.of("paragraph", "item", "table"):
        for number in range(block.start, block.end):
            line = pair.target.lines[number]
            found += [(block, Mark(number, m.start(), m.end(), m.group())) for m in pattern.finditer(line)]
    return [(block, mark) for block, mark in found if mark.text in pair.source_text(block)]


@defect("task-box-lost", "marker list step")
def task_box_lost(pair: Pair, rng: Random) -> Mutation | None:
    """``- [ ]`` loses its box, or it is ticked."""
    found = []
    for block in pair.target.of("item"):
        match = BOX.match(pair.target.lines[block.start])
        if match and BOX.match(pair.source.lines[pair.source_of(block).start]):
            found.append((block, match))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, match = chosen
    line = pair.target.lines[block.start]
    rest = line[match.end() :].lstrip()
    return pair.put(block.start, block.start + 1, [f"{match[1]}{rest}"], block)


@defect("attribute-list-broken", "marker anchor directive tag heading image link")
def attribute_list_broken(pair: Pair, rng: Random) -> Mutation | None:
    """``{ .x }`` loses a brace, so that readers see it and its class or id is gone."""
    found = []
    for block in pair.target.of("paragraph", "heading", "item"):
        match = LISTED.search(pair.target.lines[block.end - 1])
        theirs = pair.source.lines[pair.source_of(block).end - 1]
        if match and match.group().strip() in theirs:
            found.append((block, match))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, match = chosen
    line = pair.target.lines[block.end - 1]
    return pair.put(block.end - 1, block.end, [line[: match.start()] + match.group().rstrip().rstrip("}")], block)


@defect("formula-command-changed", "formula text")
def formula_command_changed(pair: Pair, rng: Random) -> Mutation | None:
    """A command of a formula loses its backslash."""
    found = [(b, m) for b in pair.target.of("paragraph", "item") for m in pair.target.marks(FORMULA, b)]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    line = pair.target.lines[chosen[1].line]
    text = line[chosen[1].start : chosen[1].end]
    return pair.change(*chosen, re.sub(r"\\([A-Za-z]{2,})", r"\1", text, count=1))


@defect("diagram-arrow-changed", "diagram code")
def diagram_arrow_changed(pair: Pair, rng: Random) -> Mutation | None:
    """An arrow of a Mermaid diagram points nowhere any more."""
    found = []
    for block in blocks(pair):
        if block.marker.lower() == "mermaid" and FENCE.match(pair.target.lines[block.start]):
            numbers = range(block.start + 1, block.end - 1)
            found += [(block, n) for n in numbers if "-->" in pair.target.lines[n]]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, number = chosen
    return pair.put(number, number + 1, [pair.target.lines[number].replace("-->", "->", 1)], block)


@defect("leftover-token", "page text")
def leftover_token(pair: Pair, rng: Random) -> Mutation | None:
    """A translation program's own sign stays in the text."""
    found = [(b, m) for b in pair.target.of("paragraph", "item") for m in pair.target.words(r"(?<=\w) (?=\w)", b)]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f" {rng.choice(('@@PH0@@', '{/code}', 'XXXXX', '[[TAG_1]]'))} ")


@defect("invisible-sign-in-word", "text")
def invisible_sign_in_word(pair: Pair, rng: Random) -> Mutation | None:
    """A zero-width space in a Latin word: no search finds it."""
    found = [(b, m) for b in pair.target.of("paragraph", "item") for m in pair.target.words(r"[A-Za-z]{6,}", b)]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, chosen[1].text[:3] + "\u200b" + chosen[1].text[3:])


@defect("list-made-paragraphs", "list step block")
def list_made_paragraphs(pair: Pair, rng: Random) -> Mutation | None:
    """All items of a list become paragraphs."""
    page = pair.target
    lists = [i for i in page.lists() if len(i) > 1 and all(b.end == b.start + 1 and not b.level for b in i)]
    lists = [i for i in lists if all(page.extent(b) == b.end for b in i)]
    items = pick(rng, (i for i in lists if i[-1].end - i[0].start == len(i)))
    if items is None:
        return None
    lines = [part for item in items for part in (ITEM.sub("", page.lines[item.start], count=1), "")]
    return pair.put(items[0].start, items[-1].end, lines[:-1], items[0])
