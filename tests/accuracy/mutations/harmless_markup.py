"""Edits of inline mark-up after which a page is as right as before: whatever is reported on them is noise."""

import re
from itertools import pairwise
from random import Random

from tests.accuracy.blocks import DEFINITION, hide
from tests.accuracy.kinds import harmless
from tests.accuracy.page import BOLD, ITALIC, LINK, Mark
from tests.accuracy.pairs import Mutation, Pair, pick

FULL_REFERENCE = re.compile(r"(?<!!)\[(?P<text>[^\[\]]+)\]\[(?P<target>[^\[\]]+)\]")

ENDINGS = {
    "lv": "ā", "bg": "-а", "sv": "-filen", "sl": "-a", "ro": "-ul", "de": "-Datei", "pl": "-a", "ru": "-а", "uk": "-а",
}  # fmt: skip


def _swap(pair: Pair, one: Mark, two: Mark) -> Mutation:
    line = pair.target.lines[one.line]
    first, second = line[one.start : one.end], line[two.start : two.end]
    return pair.put(
        one.line, one.line + 1, [line[: one.start] + second + line[one.end : two.start] + first + line[two.end :]]
    )


def _stands_free(pair: Pair, mark: Mark, pattern: re.Pattern[str]) -> bool:
    """Spaces or punctuation around, a text that ends in a letter, no mark-up inside a bold run."""
    line = pair.target.lines[mark.line]
    glued = re.search(r"\w", line[: mark.start][-1:] + line[mark.end :][:1])
    return bool(mark.text[-1:].isalnum() and not glued and not (pattern is BOLD and set("[]`") & set(mark.text)))


def _two_of(pair: Pair, rng: Random, pattern: re.Pattern[str]) -> Mutation | None:
    couples = []
    for block in pair.target.of("paragraph", "item"):
        marks = [m for m in pair.target.marks(pattern, block) if _stands_free(pair, m, pattern)]
        couples += [(a, b) for a, b in pairwise(marks) if a.line == b.line and a.text != b.text]
    found = pick(rng, couples)
    return found and _swap(pair, *found)


@harmless("links-reordered")
def links_reordered(pair: Pair, rng: Random) -> Mutation | None:
    return _two_of(pair, rng, LINK)


@harmless("labels-reordered")
def labels_reordered(pair: Pair, rng: Random) -> Mutation | None:
    return _two_of(pair, rng, BOLD)


@harmless("bold-underscores")
def bold_underscores(pair: Pair, rng: Random) -> Mutation | None:
    """Only where the neighbours are no letters: inside a word underscores mean nothing."""
    found = []
    for block in pair.target.of("paragraph", "item"):
        for mark in pair.target.marks(BOLD, block):
            line = pair.target.lines[mark.line]
            around = line[mark.start - 1 : mark.start] + line[mark.end : mark.end + 1]
            if not re.search(r"[\w*]", around) and "_" not in mark.text:
                found.append((block, mark))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"__{chosen[1].text}__")


@harmless("italic-asterisks")
def italic_asterisks(pair: Pair, rng: Random) -> Mutation | None:
    found = []
    for block in pair.target.of("paragraph", "item"):
        for mark in pair.target.marks(ITALIC, block):
            line = pair.target.lines[mark.line]
            if "*" not in line[max(mark.start - 1, 0) : mark.end + 1]:
                found.append((block, mark))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"*{chosen[1].text}*")


@harmless("italic-moved")
def italic_moved(pair: Pair, rng: Random) -> Mutation | None:
    """The emphasis falls on the next word."""
    found = []
    for block in pair.target.of("paragraph", "item"):
        for mark in pair.target.marks(ITALIC, block):
            match = re.match(r" ([^\W\d_]{3,})(?=[ .,])", hide(pair.target.lines[mark.line])[mark.end :])
            if match:
                whole = Mark(mark.line, mark.start, mark.end + match.end(), mark.text, match[1])
                found.append((block, whole))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"{chosen[1].text} _{chosen[1].target}_")


@harmless("url-locale")
def url_locale(pair: Pair, rng: Random) -> Mutation | None:
    """The source's locale in an address becomes the page's own, or goes."""
    found = [
        (b, m)
        for b in pair.target.prose()
        for m in pair.target.marks(LINK, b)
        if re.search(r"/en-us/", m.target, re.IGNORECASE)
    ]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    code = {"lv": "lv-lv", "bg": "bg-bg", "sv": "sv-se", "sl": "sl-si", "ro": "ro-ro"}.get(pair.target.locale[:2])
    segment = f"/{code}/" if code and rng.random() < 0.5 else "/"
    target = re.sub(r"/en-us/", segment, chosen[1].target, flags=re.IGNORECASE)
    return pair.change(*chosen, f"[{chosen[1].text}]({target}{chosen[1].title})")


@harmless("reference-made-inline")
def reference_made_inline(pair: Pair, rng: Random) -> Mutation | None:
    """The definition goes with its one use."""
    page = pair.target
    numbers = [number for number, line in enumerate(page.lines) if DEFINITION.match(line)]
    found = []
    for number in numbers:
        label, _, target = page.lines[number].strip(" [").partition("]:")
        uses = [
            (block, mark)
            for block in page.of("paragraph", "item")
            for mark in page.marks(FULL_REFERENCE, block)
            if mark.target.casefold() == label.casefold() and mark.line < number
        ]
        if len(uses) == 1 and target.strip() and page.text.casefold().count(f"[{label.casefold()}]") == 2:
            found.append((*uses[0], number, target.strip()))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, mark, number, target = chosen
    line = page.lines[mark.line]
    inline = f"{line[: mark.start]}[{mark.text}]({target}){line[mark.end :]}"
    lines = [*page.lines[: mark.line], inline, *page.lines[mark.line + 1 : number], *page.lines[number + 1 :]]
    return Mutation("\n".join(lines), ((mark.line + 1, mark.line + 1), (number, number + 1)), pair.source_range(block))


@harmless("url-escaped-parentheses")
def url_escaped_parentheses(pair: Pair, rng: Random) -> Mutation | None:
    found = [
        (b, m) for b in pair.target.prose() for m in pair.target.marks(LINK, b) if re.search(r"(?<!\\)\(", m.target)
    ]
    chosen = pick(rng, found)
    if chosen is None or chosen[1].target.startswith("<"):
        return None
    target = re.sub(r"([()])", r"\\\1", chosen[1].target)
    return pair.change(*chosen, f"[{chosen[1].text}]({target}{chosen[1].title})")


@harmless("autolink-written-out")
def autolink_written_out(pair: Pair, rng: Random) -> Mutation | None:
    pattern = re.compile(r"(?<!\()<(https?://[^\s<>]+)>")
    found = [
        (block, Mark(number, match.start(), match.end(), match[1]))
        for block in pair.target.of("paragraph", "item")
        for number in range(block.start, block.end)
        for match in pattern.finditer(pair.target.lines[number])
    ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"[{chosen[1].text}]({chosen[1].text})")


@harmless("code-span-ending-glued")
def code_span_ending_glued(pair: Pair, rng: Random) -> Mutation | None:
    """A case ending behind code, as inflected languages write it."""
    ending = ENDINGS.get(pair.target.locale[:2])
    found = []
    for block, mark in pair.code_spans():
        if ending and pair.target.lines[mark.line][mark.end : mark.end + 1] in ("", " ", ".", ","):
            found.append((block, mark))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"`{chosen[1].text}`{ending}")


@harmless("punctuation-escaped")
def punctuation_escaped(pair: Pair, rng: Random) -> Mutation | None:
    pattern = r"!(?!\[)|(?<!^)(?<!\s)#|&(?!#?\w+;)|\+|(?<=\w)-(?=\w)(?![\w-]*:)"
    found = [(b, m) for b in pair.target.of("paragraph", "item") for m in pair.target.words(pattern, b)]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, "\\" + chosen[1].text)
