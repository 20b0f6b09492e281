"""Edits of wording that are the translator's business: whatever is reported on them is noise."""

import re
import unicodedata
from itertools import pairwise
from random import Random

from tests.accuracy.kinds import harmless
from tests.accuracy.page import BOLD
from tests.accuracy.pairs import Mutation, Pair, pick

NUMERALS = {
    "lv": ("divi", "trīs"), "bg": ("два", "три"), "sv": ("två", "tre"), "sl": ("dva", "trije"), "ro": ("doi", "trei"),
    "de": ("zwei", "drei"), "es": ("dos", "tres"), "fr": ("deux", "trois"), "pt": ("dois", "três"),
    "pl": ("dwa", "trzy"), "ru": ("два", "три"), "uk": ("два", "три"), "tr": ("iki", "üç"),
}  # fmt: skip
QUOTES = {
    "lv": "„”", "bg": "„“", "sv": "””", "sl": "»«", "ro": "„”", "de": "„“", "fr": "«»", "es": "«»", "pt": "“”",
    "ru": "«»", "uk": "«»", "pl": "„”", "tr": "“”", "ja": "「」", "zh": "“”",
}  # fmt: skip


@harmless("quotes-of-the-locale")
def quotes_of_the_locale(pair: Pair, rng: Random) -> Mutation | None:
    pair_of = QUOTES.get(pair.target.locale[:2], "“”")
    found = [(b, m) for b in pair.target.of("paragraph", "item") for m in pair.target.words(r'(?<!=)"[^"]{2,60}"', b)]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, pair_of[0] + chosen[1].text[1:-1] + pair_of[1])


def _declined(rng: Random, word: str) -> str:
    """The word with another vowel for its last letter; of scripts without such letters, the word itself."""
    if word[-1] > "\u0530":
        return word
    vowels = "аеиоу" if word[-1] > "\u0400" else "aeiou"
    return word[:-1] + rng.choice([vowel for vowel in vowels if vowel != word[-1]])


@harmless("label-declined")
def label_declined(pair: Pair, rng: Random) -> Mutation | None:
    """The last letter of a translated label changes, as a case ending would."""
    found = []
    for block in pair.target.of("paragraph", "item"):
        for mark in pair.target.marks(BOLD, block):
            if re.fullmatch(r"[^\W\d_ -][^\W\d_]+(?: [^\W\d_]+)*", mark.text) and (
                mark.text not in pair.source_text(block)
                and mark.text.split()[-1].casefold() not in pair.source_text(block).casefold()
            ):
                found.append((block, mark))
    chosen = pick(rng, found)
    if chosen is None or len(chosen[1].text) < 5 or chosen[1].text[-1] > "\u0530":
        return None
    return pair.change(*chosen, f"**{_declined(rng, chosen[1].text)}**")


@harmless("word-declined")
def word_declined(pair: Pair, rng: Random) -> Mutation | None:
    found = []
    for block in pair.target.of("paragraph", "item"):
        words = pair.target.words(r"(?<![\w.-])[^\W\d_A-Z]{6,}(?![\w-]|\.\w)", block)
        found += [
            (block, mark)
            for mark in words
            if mark.text.casefold() not in pair.source_text(block).casefold() and mark.text[-1] < "\u0530"
        ]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    return pair.change(*chosen, _declined(rng, chosen[1].text))


@harmless("sentence-split")
def sentence_split(pair: Pair, rng: Random) -> Mutation | None:
    found = [
        (b, m)
        for b in pair.target.of("paragraph", "item")
        for m in pair.target.words(r"(?<=[^\W\d_]), [^\W\d_A-Z](?=[^\W\d_]{3})", b)
    ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f". {chosen[1].text[-1].upper()}")


@harmless("sentences-merged")
def sentences_merged(pair: Pair, rng: Random) -> Mutation | None:
    found = [
        (b, m)
        for b in pair.target.of("paragraph")
        for m in pair.target.words(r"(?<=[^\W\d_]{4})\. [^\W\d_](?=[^\W\d_A-Z]{3})", b)
    ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f", {chosen[1].text[-1].lower()}")


@harmless("paragraph-split")
def paragraph_split(pair: Pair, rng: Random) -> Mutation | None:
    found = []
    for block in pair.target.of("paragraph"):
        if block.end == block.start + 1 and not block.level:
            found += [
                (block, mark)
                for mark in pair.target.words(r"(?<=[^\W\d_]{3})(?:\. (?=[^\W\d_a-z])|。(?=\w{2}))", block)
            ]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, mark = chosen
    line = pair.target.lines[block.start]
    rest = " " * block.indent + line[mark.end :].lstrip()
    return pair.put(block.start, block.end, [line[: mark.start + 1], "", rest], block)


@harmless("paragraphs-merged")
def paragraphs_merged(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    couples = []
    for one, two in pairwise(page.blocks):
        plain = one.kind == two.kind == "paragraph" and one.indent == two.indent
        if (
            plain
            and not page.lines[two.start].lstrip().startswith("<")
            and page.lines[one.end : two.start] == [""]
            and page.lines[one.end - 1].rstrip().endswith((".", "!", "。"))
        ):
            couples.append((one, two))
    found = pick(rng, couples)
    if found is None:
        return None
    one, two = found
    lines = page.lines[one.start : one.end]
    lines[-1] = f"{lines[-1].rstrip()} {page.lines[two.start].lstrip()}"
    return pair.put(one.start, two.end, [*lines, *page.lines[two.start + 1 : two.end]], one)


@harmless("number-of-the-locale")
def number_of_the_locale(pair: Pair, rng: Random) -> Mutation | None:
    """1,000 grouped with a no-break space, 1.5 with a comma: in locales that write it so."""
    if pair.target.locale[:2] not in ("lv", "bg", "sv", "de", "fr", "es", "pl", "ru", "uk"):
        return None
    grouped = r"(?<![\w.,:/\\-])\d{1,3},\d{3}(?![\w.,:/\\-]*\d|[\w/\\%-])"
    decimal = r"(?<![\w.,:/\\$-])\d\.\d{1,2}(?=[ \u00a0]?(?:[KMGT]B|%|ms|km|kg)\b)"
    found = []
    for block in pair.target.of("paragraph", "item", "table"):
        found += [(block, mark, "\u00a0") for mark in pair.target.words(grouped, block)]
        found += [(block, mark, ",") for mark in pair.target.words(decimal, block)]
    chosen = pick(rng, found)
    return chosen and pair.change(chosen[0], chosen[1], re.sub(r"[.,]", chosen[2], chosen[1].text))


@harmless("date-reordered")
def date_reordered(pair: Pair, rng: Random) -> Mutation | None:
    """An ISO date written day first, where the source has the same ISO date; or month first, as 4/30/2021."""
    found = [(b, m) for b, m in pair.literals(r"(?<![\w/.-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})(?![\w/-])")]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    parts = re.split("[-/]", chosen[1].text)
    day, month, year = (parts[1], parts[0], parts[2]) if "/" in chosen[1].text else (parts[2], parts[1], parts[0])
    if int(month) > 12:
        return None
    return pair.change(*chosen, f"{int(day):02}.{int(month):02}.{year}")


@harmless("clock-of-24-hours")
def clock_of_24_hours(pair: Pair, rng: Random) -> Mutation | None:
    found = [(b, m) for b, m in pair.literals(r"(?<![\d:.,])(?:1[0-2]|[1-9])(?::\d\d)? ?[AP]M\b")]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    hour, _, rest = re.sub(r"[ APM]", "", chosen[1].text).partition(":")
    shifted = int(hour) % 12 + (12 if "P" in chosen[1].text else 0)
    return pair.change(*chosen, f"{shifted:02}:{rest or '00'}")


@harmless("character-as-entity")
def character_as_entity(pair: Pair, rng: Random) -> Mutation | None:
    """``&`` as ``&amp;``, a space after a number or a short word as ``&nbsp;``."""
    found = [
        (b, m)
        for b in pair.target.of("paragraph", "item")
        for m in pair.target.words(r" & |(?<= [^\W\d_]) (?=[^\W\d_]{3})", b)
    ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, " &amp; " if "&" in chosen[1].text else "&nbsp;")


@harmless("glossary-abbr-added")
def glossary_abbr_added(pair: Pair, rng: Random) -> Mutation | None:
    found = [
        (b, m)
        for b in pair.target.of("paragraph", "item")
        for m in pair.target.words(r"(?<![\w.-])[^\W\d_]{5,}(?![\w-]|\.\w)", b)
    ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f'<abbr title="{chosen[1].text}">{chosen[1].text}</abbr>')


@harmless("alt-text-reworded")
def alt_text_reworded(pair: Pair, rng: Random) -> Mutation | None:
    found = [(b, m) for b, m in pair.images() if len(m.text.split()) > 2]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    words = chosen[1].text.split()
    return pair.change(*chosen, f"![{' '.join([*words[1:], words[0]])}]({chosen[1].target}{chosen[1].title})")


@harmless("title-reworded")
def title_reworded(pair: Pair, _rng: Random) -> Mutation | None:
    """The title in the front matter in other words than the heading's."""
    for number in range(pair.target.front[0] + 1, pair.target.front[1]):
        match = re.match(r"title: ([^\W\d_][^:#'\"]+ [^\W\d_][^:#'\"]+)$", pair.target.lines[number])
        words = match[1].split() if match else []
        if words and all(word[0].isalpha() for word in words):
            return pair.put(number, number + 1, [f"title: {' '.join([*words[1:], words[0]])}"])
    return None


@harmless("no-break-space-added")
def no_break_space_added(pair: Pair, rng: Random) -> Mutation | None:
    """Between a number and what it counts, or between two words."""
    found = [
        (b, m)
        for b in pair.target.of("paragraph", "item")
        for m in pair.target.words(r"(?<=\d) (?=[^\W\d_])|(?<=\b[^\W\d_]) (?=[^\W\d_])", b)
    ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, "\u00a0")


@harmless("apostrophe-curly")
def apostrophe_curly(pair: Pair, rng: Random) -> Mutation | None:
    found = [
        (b, m) for b in pair.target.of("paragraph", "item") for m in pair.target.words(r"(?<=[^\W\d_])'(?=[^\W\d_])", b)
    ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, "’")


@harmless("letters-decomposed")
def letters_decomposed(pair: Pair, rng: Random) -> Mutation | None:
    """A word in Unicode's decomposed form: the same letters for every reader."""
    found = []
    for block in pair.target.of("paragraph", "item"):
        for mark in pair.target.words(r"[^\W\d_]{3,}", block):
            if unicodedata.normalize("NFD", mark.text) != mark.text:
                found.append((block, mark))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, unicodedata.normalize("NFD", chosen[1].text))


@harmless("small-number-in-words")
def small_number_in_words(pair: Pair, rng: Random) -> Mutation | None:
    """2 or 3 written as a word, where the source has the digit; not in a name such as "Plan 2"."""
    words = NUMERALS.get(pair.target.locale[:2])
    found = []
    for block, mark in pair.literals(r"(?<![\w.,:/\\-])[23](?= [^\W\d_]{3})"):
        before = pair.target.lines[mark.line][: mark.start].split()[-1:]
        if words and before and before[0].strip("*_(").lower() not in pair.source_text(block).lower().split():
            found.append((block, mark, words[int(mark.text) - 2]))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen)
