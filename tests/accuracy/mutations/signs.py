"""Damage to small signs that a generator reads: tables of contents, keys, icons, wiki links, marks of definitions."""

import re
from collections.abc import Callable, Iterator
from random import Random

from tests.accuracy.blocks import Block
from tests.accuracy.kinds import defect
from tests.accuracy.page import Mark
from tests.accuracy.pairs import Mutation, Pair, pick

CONTENTS = re.compile(r"\s*(?:\[TOC\]|\[\[_?toc_?\]\]|\{:\s*toc\s*\})\s*", re.I)
WIKI = re.compile(r"(?<!\[)\[\[(?P<text>[^\[\]\n]+)\]\](?![\](])")
ABBREVIATION = re.compile(r"\*(\[[^\]\n]+\]:.*)")
MEANING = re.compile(r":( {1,3}\S.*)")
CONTAINER = re.compile(r"(\s*:::+\s*)([a-z][\w-]*)(.*)")
ORDER = re.compile(r"\s*<!--\s*(?:more|truncate|toc)\s*-->\s*")
NUMBER_WORD = re.compile(r"\b(?:one|two|three|both|first|second|once|twice)\b", re.I)
PYTHON = re.compile(r"^(?:!!!|\?\?\?\+?|===)\s+[\w\"]", re.M)


def _lines(pair: Pair, pattern: re.Pattern[str]) -> Iterator[int]:
    """Lines of the translation that match, outside code, where the source has as many."""
    found = [_outside_code(page.lines, pattern) for page in (pair.target, pair.source)]
    if len(found[0]) == len(found[1]):
        yield from found[0]


def _outside_code(lines: list[str], pattern: re.Pattern[str]) -> list[int]:
    found, fenced = [], False
    for number, line in enumerate(lines):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        if not fenced and pattern.fullmatch(line):
            found.append(number)
    return found


def _line_changed(pair: Pair, rng: Random, pattern: re.Pattern[str], new: Callable[[str], str]) -> Mutation | None:
    """One of the lines that match, made another one."""
    number = pick(rng, _lines(pair, pattern))
    if number is None:
        return None
    block = next((one for one in pair.target.blocks if one.start <= number < one.end), None)
    return pair.put(number, number + 1, [new(pair.target.lines[number])], block)


@defect("contents-mark-changed", "marker")
def contents_mark_changed(pair: Pair, rng: Random) -> Mutation | None:
    """The word for the table of contents is translated, so that none is made."""
    return _line_changed(pair, rng, CONTENTS, lambda line: re.sub(r"toc", "saturs", line, flags=re.I))


@defect("key-renamed", "marker")
def key_renamed(pair: Pair, rng: Random) -> Mutation | None:
    """A key of ``++ctrl+c++`` has the name that the reader's keyboard shows."""
    found = pick(rng, pair.literals(r"(?<![\w+])\+\+[a-z]+(?:\+[\w-]+)*\+\+(?![\w+])"))
    return found and pair.change(*found, re.sub(r"[a-z]+", "taustiņš", found[1].text, count=1))


@defect("icon-renamed", "marker literal")
def icon_renamed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.literals(r"(?<![\w:/`]):(?=[\w+-]*[a-z])[a-z][\w+-]*:(?![\w:/])"))
    return found and pair.change(*found, ":ikona:")


def _wiki(pair: Pair) -> list[tuple[Block, Mark]]:
    return pair.kept(WIKI, "paragraph", "item")


@defect("wiki-link-lost", "marker link")
def wiki_link_lost(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _wiki(pair))
    return found and pair.change(*found, found[1].text.rpartition("|")[2], lost=True)


@defect("wiki-link-torn", "marker link reference")
def wiki_link_torn(pair: Pair, rng: Random) -> Mutation | None:
    """``[ [page] ]``: it is no link any more."""
    found = pick(rng, _wiki(pair))
    return found and pair.change(*found, f"[ [{found[1].text}] ]")


@defect("abbreviation-mark-broken", "marker list block reference")
def abbreviation_mark_broken(pair: Pair, rng: Random) -> Mutation | None:
    """A blank slips behind the star of ``*[HTML]:``, which makes an item of it."""
    return _line_changed(pair, rng, ABBREVIATION, lambda line: ABBREVIATION.sub(r"* \1", line))


@defect("definition-mark-broken", "list marker block")
def definition_mark_broken(pair: Pair, rng: Random) -> Mutation | None:
    """The colon before a definition is a full-width one."""
    return _line_changed(pair, rng, MEANING, lambda line: "：" + line[1:])


@defect("container-renamed", "callout directive")
def container_renamed(pair: Pair, rng: Random) -> Mutation | None:
    """The name behind the colons of a container is translated: no renderer knows it."""
    return _line_changed(pair, rng, CONTAINER, lambda line: CONTAINER.sub(r"\1nosaukums\3", line))


@defect("order-comment-translated", "marker")
def order_comment_translated(pair: Pair, rng: Random) -> Mutation | None:
    """``<!-- more -->`` is translated: the list of posts shows the whole post."""
    return _line_changed(pair, rng, ORDER, lambda _: "<!-- vairāk -->")


@defect("number-beside-word-changed", "number literal")
def number_beside_word_changed(pair: Pair, rng: Random) -> Mutation | None:
    """Another number in a block whose source has a number word, too."""
    found = pair.literals(r"(?<![\w.,:/\\-])\d{2,}(?![\w.,:/\\-]*\d)(?![\w/\\-])")
    chosen = pick(rng, (e for e in found if NUMBER_WORD.search(pair.source_text(e[0]))))
    if chosen is None:
        return None
    text = chosen[1].text
    return pair.change(*chosen, text[:-1] + str((int(text[-1]) + 1 + rng.randrange(8)) % 10))


@defect("list-glued", "list step block")
def list_glued(pair: Pair, rng: Random) -> Mutation | None:
    """The blank line before a list is gone: Python-Markdown reads no list."""
    if not PYTHON.search(pair.source.text):
        return None
    page, found = pair.target, []
    for items in page.lists():
        first = items[0]
        before = next((block for block in page.blocks if block.end == first.start - 1), None)
        if before is not None and before.kind == "paragraph" and before.indent == first.indent == 0:
            found.append(first)
    block = pick(rng, found)
    return block and pair.put(block.start - 1, block.start + 1, [page.lines[block.start]], block)
