"""Blocks and pages that are in the source's language still, or in a third one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import Literal

from facingpages.align import Bead
from facingpages.document import OBJECT, Block
from facingpages.finding import Finding
from facingpages.languages import in_own_script, language, other_language, speaks, unspaced
from facingpages.languages.codes import names_of
from facingpages.languages.scripts import LATIN
from facingpages.late import late
from facingpages.rules.asides import same_heads
from facingpages.rules.base import Pair, across, shorten
from facingpages.rules.clauses import CLAUSE, END, KEPT, is_clause, is_phrase, pieces, told_apart
from facingpages.rules.page_words import perhaps_kept
from facingpages.rules.quoted import FORGOTTEN, is_shown, near, outside_links, plain_words, prose, unquoted
from facingpages.rules.rule import INFO, WARNING, Rule
from facingpages.rules.units import boxes

UNTRANSLATED = Rule(
    "block-untranslated", WARNING, "A block is still in the source's language.",
    {
        "same": 'This is still in the source\'s language: "{text}"',
        "several": '{count} blocks from here on are still in the source\'s language, the first is "{text}"',
    },
    evident=True,
)  # fmt: skip
LANGUAGE = Rule(
    "text-language",
    WARNING,
    "A block is in another language than the page.",
    {
        "other": 'This seems to be in another language ("{other}") than the page: "{text}"',
        "several": '{count} blocks from here on seem to be in another language ("{other}") than the page, the first is "{text}"',
        "most": '{percent}% of the page seems to be in another language ("{other}").',
    },
    evident=True,
)
PAGE = Rule(
    "page-untranslated",
    WARNING,
    "More than half of the page is still in the source's language.",
    {"share": "{percent}% of the page is still in the source's language."},
    evident=True,
)

MACHINE = frozenset(("script", "style", "pre", "xmp"))  # what stands in these is no prose
SEVERAL = 4  # blocks in another language that make a page of it, if they are most of its text
SHORTER, LONGER = 1.2, 3.5  # how much longer than its source a paragraph is that holds it and its translation
BRACKETS = frozenset(
    '()[]\uff08\uff09"\u201c\u201d\u300c\u300d'
)  # what is said in a language on purpose stands in some
LONG = 12  # words in small letters of which one that tells a language is enough
# The subject of a commit, as notes of a release quote it (conventionalcommits.org): `fix(api): keep the order`.
COMMIT = late(r"[\s\ufffc:#*-]*(?:build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test)(?:\([^()]*\))?!?: \S")
NOTED = late(
    r"^\s*\[?#\d{2,}\b|#\d+\)*\W*(?:\(?@\w[\w-]*\)?)?\W*$"
)  # a change named by its number, as lists of changes end
# What a program says, by its name: `NoSuchPage: ...`, `TypeError: ...`, `Error: ENOENT: ...`.
MESSAGE = late(r"\W*(?:(?:[A-Z][a-z]+){3,}|[A-Z]\w*(?:Error|Exception|Warning)|Error: [A-Z]{3,}\w*)\W{0,3}: ")
# The same as a heading: `Warning: ...`, `404 Not Found: ...`, `failed to read the file: ...`.
REPORTED = late(
    r"(?:Uncaught |Fatal )?(?:Error|Warning|Exception): \S|[1-5]\d\d [A-Z][\w ]+: \S"
    r"|(?:failed to|unable to|cannot|can't|could not|couldn't|invalid|unknown|unexpected|no such|permission denied)\b",
    re.I,
)
ASSIGNED = late(r"(?:(?:export |set )?[A-Z][A-Z0-9_]*=\S+(?:\s+|$))+")  # what a shell is told
SMALL = late(r"[a-z0-9_./*-]+(?:,? [a-z0-9_./*-]+){0,2}|\W*")  # a cell of a few names: `get, list`

PROGRAM = late(r"\{%.*?%\}|\{\{.*?\}\}", re.S)  # of Liquid: a block that is nothing else says nothing
PHRASE = late(r"(?<![\w\ufffc-])[a-z]{3,} [a-z]{3,}[,.:;!?)]")
UNSPACED = 10  # letters of a language without blanks between words from which on a text is a sentence
LETTERS = late(r"[^\W\d_]")
LABELLED = late(r"(?<=[.!?])\s+[\[(][A-Z]{2,3}[\])]$")  # a language put behind what should be translated: `[UR]`
CLOSING = frozenset("])")
SAID = 4  # words in small letters of a sentence that is no name; letters of what stands beside it


def untranslated(pair: Pair, quoted: set[int]) -> Iterator[Finding]:
    """Blocks that read as in the source, or the page where most of it does; `quoted`: those that do so on purpose."""
    if pair.target.locale.split("-")[0] == pair.source.locale.split("-")[0] != "":
        return
    found, total = _alike(pair, quoted)
    same, titles = ([(a, b) for a, b, what in found if what == kind] for kind in ("prose", "title"))
    weight = sum(len(a.text) for a, _ in same)
    heads = [(a, b) for a, b in same_heads(pair) if is_phrase(a.text, pair.source.locale)]
    for a, b in (*heads, *titles):
        severity = None if (a, b) in heads else INFO
        yield pair.finding(UNTRANSLATED, "same", at=b, origin=a, severity=severity, text=shorten(b.text))
    if kept := perhaps_kept(pair.source, pair.target, "sentences", pieces):
        yield from _left_within(pair, quoted, kept)
        yield from _sentences(pair, quoted, kept)
    if not same:
        return
    if weight * 2 > total and len(same) > 1:
        a, b = same[0]
        yield pair.finding(PAGE, "share", at=b, origin=a, percent=str(round(100 * weight / total)))
        return
    for run in _runs(pair, same):
        (a, b), (last, end) = run[0], run[-1]
        yield pair.finding(
            UNTRANSLATED, "several" if len(run) > 1 else "same", at=across(b, end), origin=across(a, last),
            text=shorten(b.text), count=str(len(run)),
        )  # fmt: skip


def _alike(pair: Pair, quoted: set[int]) -> tuple[list[tuple[Block, Block, str]], int]:
    """The pairs whose texts read alike, each with what the text is, and how many letters all pairs have."""
    found: list[tuple[Block, Block, str]] = []
    total = 0
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if b.index in quoted or b.kind in ("code", "directive", "rule") or not a.text:
            continue
        if b.html and any(tag.text in MACHINE for tag in b.html):
            continue
        total += len(a.text)
        alike = a.text == b.text or (a.text[:20] == b.text[:20] and _plain(a) == _plain(b))
        if (alike or _is_labelled(a.text, b.text)) and not is_shown(pair, b):
            found.append((a, b, _kept_as(b, pair.source.locale, pair.locale)))
    return found, total


def _runs(pair: Pair, found: Sequence[tuple[Block, Block]]) -> Iterator[list[tuple[Block, Block]]]:
    """Blocks with their sources, those together between which nothing says anything in the page's own words."""
    silent = {
        bead.target[0].index
        for bead in (pair.aligned if len(found) > 1 else ())
        if bead.target[0].kind in ("code", "directive", "rule") or bead.target[0].text == bead.source[0].text
    }
    run: list[tuple[Block, Block]] = []
    for a, b in found:
        if run and not (a.index > run[-1][0].index and silent.issuperset(range(run[-1][1].index + 1, b.index))):
            yield run
            run = []
        run.append((a, b))
    if run:
        yield run


def _is_labelled(there: str, here: str) -> bool:
    """Whether a text is another with a label behind it."""
    return here[-1:] in CLOSING and here.startswith(there) and there == LABELLED.sub("", here)


def _left_within(pair: Pair, quoted: set[int], kept: Set[int]) -> Iterator[Finding]:
    """Paragraphs that hold their source as it is beside its translation: a few were left, many are the page's way."""
    found = [
        bead for bead in pair.aligned
        if len(bead.source) == 1 and bead.source[0].index in kept and bead.target[0].index not in quoted
        and _holds(bead.source[0], bead.target[0])
    ]  # fmt: skip
    if len(found) > FORGOTTEN:
        return
    for bead in found:
        a, b = bead.source[0], bead.target[0]
        if _kept_as(a, pair.source.locale, pair.locale) == "prose" and not boxes(b, "quote"):
            yield pair.finding(UNTRANSLATED, "same", at=b, origin=a, bead=bead, text=shorten(a.text))


def _sentences(pair: Pair, quoted: set[int], kept: Set[int]) -> Iterator[Finding]:
    """Sentences of the source that stand as they are between those that were translated."""
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.index not in kept or len(bead.source) + len(bead.target) > 2 or b.index in quoted or b.kind != "paragraph":
            continue
        if a.text == b.text or boxes(b, "quote") or not (END.search(a.text) or CLAUSE.search(a.text)):
            continue
        sentences, here = told_apart(a), " ".join(outside_links(b).split())
        left = [one for one in sentences if one in here and plain_words(one) >= SAID]
        if not left:
            sentences = [part for one in sentences for part in CLAUSE.split(one)]
            left = [one for one in sentences if one in here and is_clause(one, pair.source.locale)]
        if not left or len(left) == len(sentences) or _is_foreign(pair, b):
            continue  # or it is told with others as in another language
        rest = here
        for one in sentences:
            rest = rest.replace(one, " ")
        if len(LETTERS.findall(rest)) >= SAID and _kept_as(a, pair.source.locale, pair.locale) == "prose":
            yield pair.finding(UNTRANSLATED, "same", at=b, origin=a, bead=bead, text=shorten(left[0]))


def _is_foreign(pair: Pair, block: Block) -> bool:
    """Whether most of a text is in another language than the page's."""
    code = language(pair.locale).code
    return (
        len(block.text) >= 40
        and not speaks(block.text, code)
        and other_language(outside_links(block), code) is not None
    )


def _holds(a: Block, b: Block) -> bool:
    """Whether a paragraph begins or ends with its source in full, and the rest of it may be that said in another language."""
    if not len(a.text) * SHORTER < len(b.text) < len(a.text) * LONGER or b.kind != "paragraph" or prose(a) < KEPT:
        return False
    one, two = " ".join(a.text.split()), " ".join(b.text.split())
    rest = two.removeprefix(one) if two.startswith(one) else two.removesuffix(one)
    return len(rest) < len(two) and rest.strip()[:1] not in BRACKETS and rest.strip()[-1:] not in BRACKETS


def _kept_as(block: Block, locale: str, own: str) -> Literal["prose", "title", "names"]:
    """What a block is that reads as in the source, whose locale this is, on a page in its `own`: prose, a title, names."""
    telling = language(locale).telling
    if COMMIT.match(block.text) or (block.marker is not None and NOTED.search(block.text)) or _is_for_programs(block):
        return "names"
    if in_own_script(block.text, locale) is False:
        return "names"  # or words of another language: of the translation's own, perhaps
    if other_language(outside_links(block), language(locale).code) == language(own).code:
        return "names"  # the source's page has it in the translation's language
    if unspaced(outside_links(block), locale, own) >= UNSPACED:
        return "prose"
    words = prose(block)
    if words >= 3 and (MESSAGE.match(block.text) or (block.kind == "heading" and REPORTED.match(block.text))):
        return "title"  # those who meet it look for it as it is
    if language(locale).function and words > 8 * (count := telling(block.text)) and (not count or words < LONG):
        phrases = len(PHRASE.findall(block.text)) if block.kind != "row" and words >= 5 else 0
        if phrases > 1 and LATIN not in language(own).written_in:
            return "prose"  # of phrases without a little word, on a page of another writing
        return "names"  # or not in the source's language either
    # A title of a linked page may stay as it is: words of links count for little by themselves.
    all_words = plain_words(block.text)
    long = len(block.text.split()) >= 4 and telling(block.text) and words >= 1
    if block.kind == "heading" and (long or is_phrase(block.text, locale)):
        words = max(words, 3)
    if words >= 5 or (words >= 3 and (block.kind == "heading" or all_words >= 5)):
        return "prose"
    return "title" if all_words >= 5 and telling(block.text) >= 2 and unquoted(block.text) == block.text else "names"


def _is_for_programs(block: Block) -> bool:
    """Whether a block says nothing but what a template or a shell is told, or is a row of names without a phrase."""
    if PROGRAM.match(block.text) and not LETTERS.search(PROGRAM.sub("", block.text)):
        return True
    if block.kind == "row":
        return all(SMALL.fullmatch(cell.strip()) for cell in block.text.split("\t"))
    return ASSIGNED.fullmatch(block.text.strip()) is not None


def foreign(pair: Pair, quoted: set[int]) -> Iterator[Finding]:
    """Blocks in a language that is neither the source's text as it stands nor the page's own; most of a page once."""
    found = list(_foreign(pair, quoted))
    if len(found) >= SEVERAL:
        told = [text for bead in pair.aligned if (text := _told(bead.target[0]))]
        other, count = Counter(other for other, _ in found).most_common(1)[0]
        weight, total = sum(len(_told(bead.target[0])) for one, bead in found if one == other), sum(map(len, told))
        if count >= SEVERAL and weight * 2 > total:
            at, percent = next(bead for one, bead in found if one == other), str(round(100 * weight / total))
            yield pair.finding(
                LANGUAGE, "most", at=at.target[0], origin=at.source[0], bead=at, other=other, percent=percent
            )
            found = [(one, bead) for one, bead in found if one != other]
    for other in dict.fromkeys(other for other, _ in found):
        beads = {bead.target[0].index: bead for one, bead in found if one == other}
        for run in _runs(pair, [(bead.source[0], bead.target[0]) for bead in beads.values()]):
            (a, b), (last, end) = run[0], run[-1]
            yield pair.finding(
                LANGUAGE, "several" if len(run) > 1 else "other", at=across(b, end), origin=across(a, last),
                bead=beads[b.index], other=other, text=shorten(b.text), count=str(len(run)),
            )  # fmt: skip


def _told(block: Block) -> str:
    """The text of a block that is in some language."""
    return block.text if block.kind in ("paragraph", "heading") else ""


def _foreign(pair: Pair, quoted: set[int]) -> Iterator[tuple[str, Bead]]:
    """Pairs whose target is in another language, and which it is."""
    code, origin = language(pair.locale).code, language(pair.source.locale).code
    extra = {unit.blocks[0].index for unit in pair.extra}
    for bead in pair.aligned:
        b = bead.target[0]
        if len(b.text) < 40 or b.kind not in ("paragraph", "heading") or speaks(b.text, code) or b.index in quoted:
            continue
        a = bead.source[0]
        shown = extra and any(index in extra for index in near(pair, b.index))  # a quotation beside its translation
        if shown or a.text == b.text or _plain(a) == _plain(b) or COMMIT.match(a.text):
            continue
        if b.text.isascii() and len(b.text.split()) == 1:
            continue  # a name, however many words it is made of
        other = other_language(outside_links(b), code)
        if other is None or pair.locale.lower() in names_of(other):
            continue  # or a folder called by the country: `gr`
        if other_language(outside_links(a), origin) is None:
            yield other, bead


def _plain(block: Block) -> str:
    return " ".join(block.text.replace(OBJECT, "").split())
