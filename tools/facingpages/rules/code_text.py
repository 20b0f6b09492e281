"""Whether two blocks of code say the same to whom they are for: a program or a reader, and where they first do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from facingpages.document import Code
from facingpages.finding import Severity
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.code_lines import COMMAND, are_spaced_otherwise, first_difference, lost_line, own_key
from facingpages.rules.code_names import (
    MARKUP,
    SETTING,
    WORDED,
    OwnNames,
    evened,
    has_other_keys,
    is_option,
    is_output,
    requoted,
    same_shape,
    unspoilt,
)
from facingpages.rules.code_reader import Bit
from facingpages.rules.comments import SHOWN
from facingpages.rules.own_values import are_own_values
from facingpages.rules.pieces import Bits, pieces_of
from facingpages.rules.renamed import is_renamed
from facingpages.rules.rule import ERROR, INFO, WARNING
from facingpages.rules.said_in_strings import is_for_people
from facingpages.rules.said_on_both import are_in_both_words
from facingpages.rules.wording import STRING, translates
from facingpages.tuples import NamedTuple

LINE = 2  # how many lines differ where one does
TAGS = frozenset(("html", "htm", "xml"))  # languages that are all tags and text
DIFF_OF = late(r"\blang=[\"']?(\w+)")


class Otherwise(NamedTuple):
    """What code says otherwise: the message, how much it matters, the lines, and the number of that of the translation."""

    message: str
    severity: Severity | None
    here: str
    there: str
    at: int


class _Sides(NamedTuple):
    """Lines of both sides as they are compared, and which line each of them is of the blocks."""

    there: Sequence[str]
    here: Sequence[str]
    pieces: tuple[Bits, Bits] | None = None

    def place(self, at: int) -> tuple[int, int]:
        """The numbers of the lines of the blocks where two compared lines differ, or beyond the last."""
        if self.pieces is None:
            return at, at
        one, two = (side.lines[at] if at < len(side.lines) else () for side in self.pieces)
        differing = (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if not _says_same(a, b))
        first = next(differing, min(len(one), len(two)))
        there, here = (side[min(first, len(side) - 1)].line if side else 1 << 30 for side in (one, two))
        if 0 < first < min(len(one), len(two)) and one[first].kind == "sign" and one[first - 1].line == there:
            here = two[first - 1].line  # lost behind that
        return there, here


def _says_same(one: Bit, two: Bit) -> bool:
    """Whether two pieces are one, or a text and its translation."""
    return one.text == two.text or (one.kind == two.kind == "string" and translates(one.text[1:-1], two.text[1:-1]))


def language_in(info: str) -> str:
    """The language of a block by its info string; what a diff is a diff of, where it says so."""
    language = re.split(r"[\s,{}:]", info.lower().strip("{. "))[0]
    match = DIFF_OF.search(info) if language == "diff" else None
    return match.group(1).lower() if match else language


def told_otherwise(
    pair: Pair, blocks: tuple[Code, Code], sides: tuple[Sequence[str], Sequence[str]], names: OwnNames
) -> Otherwise | None:
    """Where blocks first differ in more than what is for people, without comments; None where they do not."""
    a, b = blocks
    written, lines = sides
    here: Sequence[str] = [own_key(pair, line, written) for line in lines]
    there = unspoilt(written, here)
    language = language_in(a.info)
    loose = language in MARKUP or is_output(language, a.text)
    compared = _compared(there, here, language, loose, pair.locale)
    if compared is None:
        return None
    there, here = compared.there, compared.here
    at = first_difference(there, here, loose, pair.locale, language)
    at = 0 if at is None else at
    told, own = requoted(names.restored(there, here, language), language)
    left = first_difference(told, own, loose, pair.locale, language)
    at = at if left is None else left
    spaced = left is None or are_spaced_otherwise(there, here, language)
    severity = INFO if spaced else _severity(pair, a, (there, here), at, names)
    if len(SHOWN.findall(a.text)) > len(SHOWN.findall(b.text)):
        severity = None
    was_at, shown_at = compared.place(at)
    shown, was = (side[place] if place < len(side) else "" for side, place in ((lines, shown_at), (written, was_at)))
    lost = lost_line(there, here, at)
    if lost is not None and lost < len(here):
        return Otherwise("lost", severity, shown, written[min(compared.place(lost)[0], len(written) - 1)], shown_at)
    return Otherwise("differs" if shown and was else "more" if shown else "less", severity, shown, was, shown_at)


def _compared(there: Sequence[str], here: Sequence[str], language: str, loose: bool, locale: str) -> _Sides | None:
    """Lines as they are compared: as they stand, or as a program reads them where the blocks are laid out otherwise.

    None where they are the same to a program.
    """
    pieces = pieces_of(there, language), pieces_of(here, language)
    one, two = pieces
    plain = _Sides(evened(there, language), evened(here, language))
    if first_difference(plain.there, plain.here, loose, locale, language) is None:
        return None
    if one is None or two is None:
        return plain
    read = _Sides(one.texts, two.texts, (one, two))
    if first_difference(read.there, read.here, loose, locale, language) is None:
        return plain if one.numbers != two.numbers else None
    one_by_one, as_read = _unlike(plain), _unlike(read)
    return read if as_read < one_by_one or as_read == one_by_one > LINE else plain


def _unlike(sides: _Sides) -> int:
    """How many lines of both sides the other lacks, whatever their quotes."""
    one, two = (Counter(line.replace("'", '"') for line in side) for side in (sides.there, sides.here))
    return (one - two).total() + (two - one).total()


def _severity(
    pair: Pair, block: Code, sides: tuple[Sequence[str], Sequence[str]], at: int, names: OwnNames
) -> Severity | None:
    """How much it matters that lines differ, by what is read there and by whom."""
    there, here = sides
    language = language_in(block.info)
    loose = language in MARKUP or is_output(language, block.text)
    masked = [STRING.sub('""', one) for one in there] == [STRING.sub('""', one) for one in here]
    severity: Severity | None = None
    if loose and (is_option(pair.source, block) or (language in WORDED and SETTING.match("".join(there[at : at + 1])))):
        severity = ERROR
    elif loose:
        line = there[at] if language in ("console", "") and at < len(there) else ""
        if masked or not line.startswith(("$", ">")):
            called_up = not masked and COMMAND.match(line) is not None
            tagged = language in MARKUP and (language not in TAGS or "<" in block.text)  # else it is but text
            read = called_up or tagged or same_shape(there, here, at) or has_other_keys(there, here, at)
            severity = WARNING if read else INFO
    elif masked or names.renames(there, here, language):
        severity = INFO if masked and _are_words(pair, there, here) else WARNING
    if severity is not INFO and (
        is_renamed(pair, there, here) or are_in_both_words(pair, there, here) or are_own_values(there, here)
    ):
        return INFO
    return severity


def _are_words(pair: Pair, there: Sequence[str], here: Sequence[str]) -> bool:
    """Whether each string that differs is for people, as far as its words tell."""
    one, two = ([text.group() for line in side for text in STRING.finditer(line)] for side in (there, here))
    return len(one) == len(two) and all(
        a == b or is_for_people(a, b, pair.source.locale, pair.locale) for a, b in zip(one, two, strict=True)
    )
