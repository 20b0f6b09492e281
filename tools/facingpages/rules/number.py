"""Numbers: the same quantities, read in each language's own way of writing them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from facingpages.align import Bead
from facingpages.align.features import COUNTED, counts_itself, neutral_target
from facingpages.document import Block
from facingpages.finding import Finding, Severity
from facingpages.languages import language
from facingpages.languages.spoken import names_a_day
from facingpages.late import late
from facingpages.rules.asides import asides
from facingpages.rules.assigned import exchanged_cells, in_a_cell, reassigned
from facingpages.rules.base import Pair, codes, stretch
from facingpages.rules.clocks import other_clock, other_day
from facingpages.rules.converted import Item, unconverted
from facingpages.rules.days import DAY, lost_month, otherwise, parts
from facingpages.rules.fractions import parted
from facingpages.rules.held import What
from facingpages.rules.hours import full_hours, half_past, hours, in_both_ways, other_half
from facingpages.rules.in_words import is_in_words, is_small, is_spelled
from facingpages.rules.literal import literals_lost
from facingpages.rules.matching import distance, overlapping
from facingpages.rules.measures import is_measured, is_wholly, lost_unit, without_units
from facingpages.rules.own_days import as_there, other_own_day
from facingpages.rules.quantities import DIGITS, MOST, cut_version, other_scale, quantities, scaled, turned_date
from facingpages.rules.raised import other_power
from facingpages.rules.rule import INFO, WARNING, Family, Rule
from facingpages.rules.signed import exchanged_limits, other_sign
from facingpages.rules.spans import is_rounded, retimed
from facingpages.rules.spelled import respelled
from facingpages.rules.zones import told_elsewhere

CHANGED = Rule(
    "number-changed",
    WARNING,
    "A number of the source is missing or another one.",
    {
        "changed": "The number {here} stands for {there} of the source.",
        "missing": "The number {there} of the source is missing here.",
        "fewer": "The number {there} stands more often in the source.",
    },
)
EXTRA = Rule(
    "number-extra", INFO, "A number that the source lacks.", {"extra": "The source has no number {here} here."}
)
DATE_LOST = Rule(
    "number-date", WARNING, "A date of the source lost its month.", {"month": 'The month of "{there}" is missing here.'}
)

UNIT_LOST = Rule(
    "number-unit",
    WARNING,
    "A unit of the source is missing.",
    {
        "missing": 'The unit "{there}" of the source is missing here.',
        "changed": 'The unit "{here}" stands for "{there}" of the source.',
    },
)
GLUED = late(r"(?<!\S)\d{1,2}[.)][^\W\d_]{2}")
PARTY = late(r"\b([123])(?:st|nd|rd)[ -]part(?:y|ies)\b", re.I)
TIME = late(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
TWO = late(r"\d{1,2}\.\d{1,2}(?:\.\d\d)?")
ONE_IN = late(r"(?<![\d.])1 (?:in|out of) (?:every )?\d")
PAIRED = late(r"\d\s?[/x\u00d7]\s?\d")
RELEASE = late(r"(?<![A-Za-z])[vV](\d+(?:\.\d+)+)")


def check(pair: Pair) -> Iterator[Finding]:
    """Numbers of each aligned block, as quantities."""
    for bead in (*pair.holding(What.FIGURE | What.FORM), *asides(pair)):
        a, b = bead.source[0], bead.target[0]
        if a.kind in ("code", "directive") or b.kind in ("code", "directive"):
            continue
        if len(bead.source) == len(bead.target) == 1:
            text_a, text_b = a.text, b.text
            if b.marker is not None and a.marker is None and b.marker.ordered:  # its number was meant as text
                text_b = pair.target.source_text(b.marker.start, b.start) + text_b
            elif a.marker is not None and a.marker.ordered and counts_itself(b):
                text_b = COUNTED.sub("", text_b, count=1)  # as its number is none of the source's text
        else:
            text_a, text_b = _text(bead.source), _text(bead.target)
        text_b = as_there(text_a, text_b, language(pair.source.locale), language(pair.locale))
        yield from without_units(list(_told(pair, bead, text_a, text_b)), text_a)


def _told(pair: Pair, bead: Bead, text_a: str, text_b: str) -> Iterator[Finding]:
    """What is told of two texts: units, months, and one number."""
    found_a, measured, dated, many = _figures(text_a, pair.source.locale)
    if measured:
        unit = lost_unit(text_a, text_b, pair.source.locale, pair.locale)
        if unit is not None:
            yield _report(pair, bead, UNIT_LOST, *unit)
    if dated:
        yield from _months(pair, bead, text_a, text_b)
    if (other := _other(pair, text_a, text_b, many=many) if found_a else None) is not None:
        yield _report(pair, bead, CHANGED, "changed", *other)
        return
    if found_a != (found_b := DIGITS.findall(text_b)) and not _is_named(text_a, text_b, found_a, found_b):
        cut = cut_version(text_a, text_b) or turned_date(text_a, text_b)
        if cut is not None:
            yield _report(pair, bead, CHANGED, "changed", *cut)
        else:
            yield from _compare(pair, bead, text_a, text_b)


def _other(pair: Pair, source: str, target: str, *, many: bool) -> tuple[str, str] | None:
    """What is another quantity though its figures may all be there: by its scale, its power, its clock or its day."""
    own = language(pair.locale)
    return (
        (other_scale(source, target, pair.source.locale, pair.locale) if many else None)
        or other_power(source, target)
        or other_sign(source, target, own)
        or exchanged_limits(source, target, language(pair.source.locale), own)
        or other_half(source, target, pair.locale)
        or other_clock(source, target, own)
        or other_day(source, target, own)
        or other_own_day(source, target, language(pair.source.locale), own)
    )


@lru_cache(maxsize=4096)
def _figures(text: str, locale: str) -> tuple[list[str], bool, bool, bool]:
    """The digits of a source text, whether it has units, dates, and millions. It is asked once for all locales."""
    found = DIGITS.findall(text)
    return (
        found,
        is_measured(text, locale, has_digits=bool(found)),
        bool(found and language(locale).dated(text)),
        bool(found and scaled(text, locale)),
    )


def _is_named(source: str, target: str, there: list[str], here: list[str]) -> bool:
    """Whether all that is missing stands in a version or a code that is: told as what it is."""
    gone = Counter(there) - Counter(here)
    return bool(gone) and gone.keys() <= set(DIGITS.findall(literals_lost(source, target)))


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks)


def _compare(pair: Pair, bead: Bead, source: str, target: str) -> Iterator[Finding]:
    s, t = quantities(source, pair.source.locale), quantities(target, pair.locale, pair.source.locale)
    missing, extra = overlapping(s, t, lambda item: item[1])
    if not missing and not extra:
        if (
            other := reassigned(bead.source, bead.target)
            or exchanged_cells(bead, pair.source.blocks, pair.target.blocks)
        ) is not None:
            yield _report(pair, bead, CHANGED, "changed", *other)
        return
    everything = {value for _, values in t for value in values} | _in_code(pair, bead) | set(RELEASE.findall(target))
    missing, halves = _undated(pair, source, target, t, missing, everything)
    everything |= halves
    repeated = [item for item in missing if item[1] & everything]  # said once instead of twice, or one of two lost
    missing = [item for item in missing if not item[1] & everything]
    allowed = _allowed(pair, source, target)
    told = language(pair.source.locale).counted(source)
    missing = [item for item in missing if not item[1] & allowed and not _parts(item[0]) <= everything]
    spoken = {value for _, values in s for value in values} | told | allowed | _in_code(pair, bead, left=True)
    spoken |= parts(source)
    extra = [item for item in extra if not item[1] & spoken and not _parts(item[0]) <= spoken]
    if extra:  # an hour that stands there in neither way of counting
        missing += [hour for hour in hours(source) if not hour[1] & everything]
    if GLUED.search(source):
        return  # the source meant a numbered list and forgot a space: the translation may have mended it
    missing, extra = unconverted(source, target, missing, extra, s)
    missing, extra = retimed(source, target, language(pair.source.locale), language(pair.locale), missing, extra)
    parted_here = parted(source, target, language(pair.locale)) if missing else set()
    missing = [item for item in missing if item[0] not in parted_here and not is_in_words(pair, source, target, item)]
    missing = missing if extra else [item for item in missing if not _goes_without(source, item)]
    if missing and not extra and (taken := _gone_with_links(bead)):
        missing = [item for item in missing if any(source.count(d) > taken[d] for d in DIGITS.findall(item[0]))]
    if missing and extra:
        token, _ = missing[0]
        new = min(extra, key=lambda item: distance(item[0], token))
        yield _report(pair, bead, CHANGED, "changed", new[0], token)
        return
    lost = [item for item in missing if not is_spelled(pair, source, target, item)]
    if lost:
        ordinal = re.search(rf"\b{re.escape(lost[0][0])}(?:st|nd|rd|th)\b", source)
        near = is_rounded(source, target, language(pair.source.locale), language(pair.locale), lost[0][0])
        yield _report(pair, bead, CHANGED, "missing", "", lost[0][0], INFO if ordinal or near else None)
    elif repeated and extra and len(s) == len(t):
        new = min(extra, key=lambda item: distance(item[0], repeated[0][0]))
        yield _report(pair, bead, CHANGED, "changed", new[0], repeated[0][0])
        return
    marked = _in_code(pair, bead)
    if repeated and not extra and (gone := [i for i in repeated if not is_small(i[0]) and not i[1] & marked]):
        yield _report(pair, bead, CHANGED, "fewer", gone[0][0], gone[0][0], in_a_cell(pair.locale, bead, gone[0][0]))
    here = everything if extra and not missing else set()
    if here and (other := respelled(source, target, language(pair.source.locale), language(pair.locale), here, extra)):
        yield _report(pair, bead, CHANGED, "changed", *other)
        return
    strange = [item for item in extra if not is_small(item[0])]
    if strange and not missing and not language(pair.source.locale).counts(source):
        yield _report(pair, bead, EXTRA, "extra", strange[0][0], "")


def _goes_without(source: str, item: Item) -> bool:
    """Whether a number need not be said: the minutes of a full hour, a hundred per cent of what is wholly so, one of how many."""
    if item[0] == "1" and ONE_IN.search(source):
        return True  # each fourth, for 1 in 4
    return (item[0] == "00" and bool(item[1] & full_hours(source))) or is_wholly(source, item[0])


def _undated(
    pair: Pair, source: str, target: str, here: Sequence[Item], missing: list[Item], everything: set[str]
) -> tuple[list[Item], set[str]]:
    """What is missing without the parts of dates and times, and what these are: June 4 may be 04.06., and 3:05 15.05."""
    dated = bool(language(pair.source.locale).dated(source))
    if dated or parts(source):
        days = parts(target)
        missing = [item for item in missing if not item[1] & days]
    if not dated and not DAY.search(source) and not TIME.search(source):
        return missing, set()
    halves = {str(int(part)) for item in here if TWO.fullmatch(item[0]) for part in DIGITS.findall(item[0])}
    return [item for item in missing if not item[1] & (halves - everything)], halves


def _gone_with_links(bead: Bead) -> Counter[str]:
    """The numbers in the texts of the source's links that lead nowhere here: lost with these, which are told."""
    links, here = ([link for block in side for link in block.links] for side in (bead.source, bead.target))
    if len(here) >= len(links):
        return Counter()
    kept = {neutral_target(link.target) for link in here}
    return Counter(DIGITS.findall(" ".join(link.text for link in links if neutral_target(link.target) not in kept)))


def _months(pair: Pair, bead: Bead, source: str, target: str) -> Iterator[Finding]:
    """Months of the source's dates that the translation names neither by word nor by number, in code or not."""
    target = " ".join([target, *(code.text for block in bead.target for code in block.codes)])
    date = lost_month(source, target, language(pair.source.locale), language(pair.locale))
    if date is not None:
        yield _report(pair, bead, DATE_LOST, "month", "", date)


def _report(
    pair: Pair, bead: Bead, rule: Rule, message: str, here: str, there: str, severity: Severity | None = None
) -> Finding:
    place, origin = _find(bead.target, here), _find(bead.source, there)
    return pair.finding(rule, message, at=place, origin=origin, bead=bead, severity=severity, here=here, there=there)


def _find(blocks: Sequence[Block], token: str) -> tuple[int, int]:
    for block in blocks:
        if token and token in block.text:
            whole = re.search(rf"(?<!\d){re.escape(token)}(?!\d)", block.text)  # no part of another one
            return stretch(block, whole.start() if whole else block.text.find(token), token)
    return blocks[0].start, blocks[-1].end


def _parts(token: str) -> set[str]:
    """The whole numbers in a token: a date written with dots is three."""
    parts = DIGITS.findall(token)
    return {str(int(part)) for part in parts} if len(parts) > 1 and len(token) <= MOST else {token}


def _allowed(pair: Pair, source: str, target: str) -> set[str]:
    """Values that may come or go: months, clock times, day and night."""
    origin, here = language(pair.source.locale), language(pair.locale)
    allowed = in_both_ways(source, target) | half_past(source, target, here)
    if names_a_day(origin, source) and names_a_day(here, target):
        allowed.add("24")
    allowed |= otherwise(source, target, origin, here) | told_elsewhere(source, target, origin, here)
    allowed |= {match.group(1) for match in PARTY.finditer(source)}
    if origin.never_rests(source) and not PAIRED.search(target):
        allowed |= {"24", "7"}
    return allowed


def _in_code(pair: Pair, bead: Bead, *, left: bool = False) -> set[str]:
    """The values in code of the translation that code of the source has not: code may have been marked as such.

    With `left`, those of the source that the translation's code has not.
    """
    there, here = ({code.text for code in codes(side)} for side in (bead.source, bead.target))
    texts, locale = (there - here, pair.source.locale) if left else (here - there, pair.locale)
    return {value for text in texts for _, values in quantities(text, locale, pair.source.locale) for value in values}


FAMILY = Family((CHANGED, EXTRA, DATE_LOST, UNIT_LOST), pair=check, of=What.FIGURE | What.FORM | What.ASIDE)
