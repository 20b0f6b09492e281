"""Edits that a language asks for: its own digits, little words written onto links and labels, phrases said again."""

import re
from collections import Counter
from collections.abc import Mapping
from random import Random

from tests.accuracy.kinds import harmless
from tests.accuracy.page import BOLD, LINK
from tests.accuracy.pairs import Mutation, Pair, pick

ZEROS: Mapping[str, int] = {
    "ar": 0x660, "fa": 0x6F0, "ur": 0x6F0, "hi": 0x966, "mr": 0x966, "ne": 0x966, "bn": 0x9E6, "th": 0xE50,
}  # fmt: skip
BEFORE = {"ar": "ب", "he": "ב", "fr": "l’", "it": "l’", "ca": "l’"}
BEHIND = {"tr": "’i", "fi": ":n", "hu": "-t", "et": "-i"}


@harmless("native-digits")
def native_digits(pair: Pair, rng: Random) -> Mutation | None:
    """A number in the digits of the reader's script."""
    zero = ZEROS.get(pair.target.locale[:2])
    if zero is None:
        return None
    found = pick(rng, pair.literals(r"(?<![\w.,:/\\#-])\d{1,4}(?![\w.,:/%-])"))
    return found and pair.change(*found, "".join(chr(zero + int(digit)) for digit in found[1].text))


def _with_clitic(pair: Pair, rng: Random, pattern: re.Pattern[str]) -> Mutation | None:
    code = pair.target.locale[:2]
    before, behind = BEFORE.get(code, ""), BEHIND.get(code, "")
    if not before and not behind:
        return None
    found = []
    for block in pair.target.of("paragraph", "item"):
        for mark in pair.target.marks(pattern, block):
            line = pair.target.lines[mark.line]
            if line[mark.start - 1 : mark.start] == " " and line[mark.end : mark.end + 1] in ("", " "):
                if mark.text[:1].isalpha() and mark.text[-1:].isalpha():
                    found.append((block, mark, line[mark.start : mark.end]))
    chosen = pick(rng, found)
    return chosen and pair.change(chosen[0], chosen[1], f"{before}{chosen[2]}{behind}")


@harmless("clitic-at-link")
def clitic_at_link(pair: Pair, rng: Random) -> Mutation | None:
    """An article, a preposition or an ending is written onto a link."""
    return _with_clitic(pair, rng, LINK)


@harmless("clitic-at-label")
def clitic_at_label(pair: Pair, rng: Random) -> Mutation | None:
    """The same at a bold label."""
    return _with_clitic(pair, rng, BOLD)


@harmless("currency-code-behind")
def currency_code_behind(pair: Pair, rng: Random) -> Mutation | None:
    """``USD 5,000`` as ``5000 USD``."""
    found = pick(rng, pair.literals(r"\b(?:USD|EUR|GBP) \d{1,3}(?:,\d{3})+(?![\w.,]*\d)"))
    if found is None:
        return None
    code, amount = found[1].text.split(" ")
    return pair.change(*found, f"{amount.replace(',', '')} {code}")


@harmless("phrase-said-again")
def phrase_said_again(pair: Pair, rng: Random) -> Mutation | None:
    """A phrase that the source says in several places is said in the same words each time."""
    said = Counter(pair.source_text(block) for block in pair.target.of("paragraph"))
    found = []
    first: dict[str, str] = {}
    for block in pair.target.of("paragraph"):
        there, here = pair.source_text(block), pair.target.block_text(block)
        if said[there] > 1 and first.setdefault(there, here) != here and not block.indent:
            found.append((block, first[there]))
    chosen = pick(rng, found)
    return chosen and pair.put(chosen[0].start, chosen[0].end, chosen[1].split("\n"), chosen[0])


@harmless("list-without-blank-line")
def list_without_blank_line(pair: Pair, rng: Random) -> Mutation | None:
    """A bulleted list follows its paragraph at once, where CommonMark reads it."""
    if not pair.target.mdx and "{{<" not in pair.source.text:
        return None
    page, found = pair.target, []
    for items in page.lists(ordered=False):
        before = next((block for block in page.blocks if block.end == items[0].start - 1), None)
        if before is not None and before.kind == "paragraph" and before.indent == items[0].indent == 0:
            found.append(items[0])
    block = pick(rng, found)
    return block and pair.put(block.start - 1, block.start + 1, [page.lines[block.start]], block)
