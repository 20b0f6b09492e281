"""Labels: what is bold in the source - a button, a field, a menu - is bold in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.align.features import tokens
from facingpages.align.score import weight
from facingpages.document import Block, Document, Span
from facingpages.finding import Finding, Fix
from facingpages.languages import language
from facingpages.late import late
from facingpages.rules.base import Pair, across, shorten, stretch, strongs
from facingpages.rules.edges import glued_after, glued_before, is_wide, is_word, literal_stars
from facingpages.rules.held import What
from facingpages.rules.mend import several
from facingpages.rules.mend_links import spaced
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.screen import is_among, is_on_screen, is_set_as_code, reads_as_name

MISSING = Rule(
    "label-missing",
    WARNING,
    "A label of the source lost its bold.",
    {
        "lost": 'The label "{text}" of the source is not bold here.',
        "swapped": 'The labels "{first}" and "{second}" seem to have changed places.',
        "some": "Not all of these labels of the source are bold here: {texts}.",
    },
    origin="source label",
)
EXTRA = Rule(
    "label-extra",
    INFO,
    "A block has more bold runs than its source.",
    {"more": "This block has {here} bold runs; its source has {there}."},
)
GLUED = Rule(
    "label-glued",
    WARNING,
    "A word is glued to a bold label.",
    {"glued": 'A word is glued to the label "{text}".'},
    evident=True,
)
SHRUNK = Rule(
    "label-shrunk",
    WARNING,
    "A label shrank to a fraction, or to punctuation.",
    {
        "torn": 'This label was torn at "&": "{text}"',
        "shrank": 'This label shrank to "{text}"; in the source it is "{was}".',
    },
)


TORN = late(r"^\s*&(?!\w+;)|&\s*$")
NEAR_BLOCKS = 400  # blocks of a page that are asked how they render a label
ESCAPED = late(rb"\\\*\\\*[^*\\\n]+\\\*\\\*")
QUOTED = late(  # a few words
    '"[^"\n]{1,60}"|\u201c[^\u201d\n]{1,60}\u201d|\u201e[^\u201c\u201d\n]{1,60}[\u201c\u201d]'
    "|\u00ab[^\u00bb\n]{1,60}\u00bb|\u300c[^\u300d\n]{1,60}\u300d|\u300e[^\u300f\n]{1,60}\u300f"
)
CLAUSE = 6  # words of a bold run that is a clause rather than a name: to stress its "not" alone says as much
RUNS_ON = late(r" ?[^\W\d_A-Z]{2,}")
DOUBT = 0.08  # of the length of a block: what sets the best explanation of a lost run apart from the next


def check(pair: Pair) -> Iterator[Finding]:
    """Bold runs lost, added, glued, shrunk; compared block by block."""
    lost: list[tuple[Bead, int]] = []
    total = kept = 0
    for bead in pair.holding(What.BOLD):
        s, t = strongs(bead.source), strongs(bead.target)
        if not s and not t:
            continue
        total += len(s)
        kept += min(len(s), len(t))
        if bead.source[0].kind == "heading" or bead.target[0].kind == "heading":
            continue
        if len(t) < len(s):
            if not any(literal_stars(pair.target, block) for block in bead.target) or any(
                literal_stars(pair.source, block) for block in bead.source
            ):
                lost.append((bead, len(s) - len(t)))
        elif len(t) > len(s) and s:
            yield pair.finding(
                EXTRA, "more", at=t[0], origin=bead.source[0], bead=bead, here=str(len(t)), there=str(len(s))
            )
        yield from _runs(pair, bead, s, t)
    yield from _swapped(pair)
    decorative = len(lost) >= 3 and kept < 0.6 * total
    for bead, _count in lost:
        yield _lost(pair, bead, decorative=decorative)


def _lost(pair: Pair, bead: Bead, *, decorative: bool) -> Finding:
    s, t = strongs(bead.source), strongs(bead.target)
    gone, sure = _unmatched(pair, bead, s, t)
    step = bead.source[0].marker is not None and bead.source[0].marker.ordered
    shown = is_on_screen(pair, bead, gone)
    named = shown or is_among(bead.source, s, t, gone) or (gone is s[0] and _is_bare_head(pair, bead))
    stressed = decorative or not reads_as_name(gone.text) or not named
    soft = stressed or _is_set_off(bead, len(s) - len(t)) or is_set_as_code(bead, gone)
    severity = INFO if soft else ERROR if step and shown else None  # one that is set as code stands out, too
    block = bead.target[0]
    at = block.text.find(gone.text)
    place = stretch(block, at, gone.text) if at >= 0 else (block.start, block.end)
    if not sure:
        kept = " ".join(span.text for span in t).lower()
        lost = [span for span in s if span.text.strip() and span.text.strip().lower() not in kept] or s
        labels = ", ".join(f'"{shorten(span.text, 40)}"' for span in lost)
        return pair.finding(
            MISSING, "some", at=place, origin=across(s[0], s[-1]), bead=bead, severity=severity, texts=labels
        )
    return pair.finding(
        MISSING, "lost", at=place, origin=gone, bead=bead, severity=severity, text=shorten(gone.text, 40),
        fix=_bold(pair, bead, gone),
    )  # fmt: skip


def _is_bare_head(pair: Pair, bead: Bead) -> bool:
    """Whether an item lost the bold words that it begins with, which the items before and behind it have on both sides."""
    if not _begins_bold(bead.source[0]) or _begins_bold(bead.target[0]):
        return False
    if "places" not in pair.memo:
        pair.memo["places"] = {id(one): number for number, one in enumerate(pair.aligned)}
    at = pair.memo["places"][id(bead)]
    beside = [pair.aligned[place] for place in (at - 1, at + 1) if 0 <= place < len(pair.aligned)]
    heads = [_begins_bold(one.target[0]) for one in beside if _begins_bold(one.source[0])]
    return bool(heads) and all(heads)


def _begins_bold(block: Block) -> bool:
    return block.marker is not None and bool(block.strongs) and block.strongs[0].start <= block.start + 1


def _is_set_off(bead: Bead, lost: int) -> bool:
    """Whether as many words more stand between quotation marks as lost their bold: it is set off in another way."""
    there, here = (sum(len(QUOTED.findall(block.text)) for block in side) for side in (bead.source, bead.target))
    return here - there >= lost


def _bold(pair: Pair, bead: Bead, label: Span) -> Fix | None:
    """Bold for a label where it stands unmarked, in the source's words or as the page renders it elsewhere: once."""
    if len(bead.target) != 1:
        return None
    block = bead.target[0]
    escaped = list(ESCAPED.finditer(pair.target.raw, block.start, block.end))
    if len(escaped) == 1:
        first, last = escaped[0].start(), escaped[0].end()
        return several(pair.target, [((first, first + 4), "**"), ((last - 4, last), "**")], "make the label bold")
    for text in dict.fromkeys((label.text, *_renderings(pair, label.text))):
        found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", block.text)] if text else []
        places = [stretch(block, at, text) for at in found]
        marked = [(span.start, span.end) for span in block.strongs] + [(link.start, link.end) for link in block.links]
        places = [at for at in places if not any(start <= at[0] < end for start, end in marked)]
        if len(places) == 1 and pair.target.source_text(*places[0]) == text:
            start, end = places[0]
            return several(pair.target, [((start, start), "**"), ((end, end), "**")], "make the label bold")
    return None


def _renderings(pair: Pair, label: str) -> Iterator[str]:
    """How a label of the source is bold elsewhere on the page, where one stands alone in its block on both sides."""
    for bead in pair.aligned[:NEAR_BLOCKS]:
        s, t = bead.source[0].strongs, bead.target[0].strongs
        if len(s) == len(t) == 1 and s[0].text == label:
            yield t[0].text


def _unmatched(pair: Pair, bead: Bead, s: Sequence[Span], t: Sequence[Span]) -> tuple[Span, bool]:
    """The bold run of the source that was lost, and whether there is no doubt which.

    The runs of the translation are given to those of the source in order, where their words and their places fit best.
    What is left over was lost; a label whose own words stand unmarked in the translation is one of them for sure.
    """
    plain = " ".join(block.text for block in bead.target)
    for bold in t:
        plain = plain.replace(bold.text, " ", 1)
    for span in s:
        text = span.text.strip()  # mostly it is not there at all, and no pattern need be made of it
        if text and text in plain and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", plain):
            if all(span.text.lower() not in bold.text.lower() for bold in t):
                return span, True
    places_s, places_t = _places(pair.source, bead.source, s), _places(pair.target, bead.target, t)
    ways: list[tuple[float, int]] = []
    for lost in range(len(s)):
        left = [position for position in range(len(s)) if position != lost]
        ways.append((_worth(s, t, places_s, places_t, left), lost))
    ways.sort(reverse=True)
    sure = len(s) == 1 or (len(s) - len(t) == 1 and ways[0][0] - ways[1][0] > DOUBT)
    return s[ways[0][1]], sure


def _places(document: Document, blocks: Sequence[Block], spans: Sequence[Span]) -> list[float]:
    """How far from the beginning of its blocks each span begins: 0 to 1, in characters."""
    start, end = blocks[0].start, blocks[-1].end
    size = max(1, len(document.source_text(start, end)))
    return [len(document.source_text(start, span.start)) / size for span in spans]


def _worth(
    s: Sequence[Span], t: Sequence[Span], places_s: Sequence[float], places_t: Sequence[float], left: Sequence[int]
) -> float:
    """How well the runs of the translation fit those of the source that are left, in the best order-keeping way."""
    best = [0.0] * (len(left) + 1)  # by how many of the source's are used up
    for position, span in enumerate(t):
        row = [-10.0] * (len(left) + 1)
        for used, index in enumerate(left, 1):
            fits = -abs(places_s[index] - places_t[position]) + _alike(s[index].text, span.text)
            row[used] = max(row[used - 1], best[used - 1] + fits)
        best = row
    return max(best)


def _alike(one: str, two: str) -> float:
    """0 to 1: the same words, words with the same beginning, or a like length."""
    if one.strip(" .:,").lower() == two.strip(" .:,").lower():
        return 1.0
    a, b = tokens(one), tokens(two)
    if a & b:
        return 0.7
    return 0.15 * min(len(one), len(two)) / max(len(one), len(two), 1)


def _runs(pair: Pair, bead: Bead, s: Sequence[Span], t: Sequence[Span]) -> Iterator[Finding]:
    raw = pair.target.raw
    torn = next((span for span in t if "&" in span.text and TORN.search(span.text)), None)
    if torn is not None and not any(TORN.search(span.text) for span in s):
        yield pair.finding(SHRUNK, "torn", at=torn, origin=bead.source[0], bead=bead, text=shorten(torn.text, 40))
    for span in t:
        if raw[span.start : span.start + 1] == b"<":
            continue
        glue = letter = ""
        if span.start and raw[span.start - 1] > 64 and (letter := glued_before(pair.target, span.start)):
            wide = is_wide(span.text, 0)
            glue = "" if wide or any(glued_before(pair.source, other.start) for other in s) else letter
        if not glue and span.end < len(raw) and raw[span.end] > 64 and (tail := glued_after(pair.target, span.end)):
            known = any(glued_after(pair.source, other.end) for other in s) or not is_word(pair, tail)
            own = language(pair.locale)
            known |= own.compounds and tail.islower() and tail not in own.words
            known |= is_wide(span.text, -1)
            glue = "" if known else tail
        if glue:
            yield pair.finding(
                GLUED, "glued", at=span, origin=bead.source[0], bead=bead, text=shorten(span.text, 40),
                fix=spaced(pair, span.start if glue == letter else span.end),
            )  # fmt: skip
    if len(s) == len(t) > 1:
        yield from _shrunk(pair, bead, s, t)
    elif len(s) == len(t) == 1:
        old, new = s[0].text.strip(), t[0].text.strip()
        if len(old.split()) >= 3 and weight(new) < 0.3 * weight(old) * pair.scale and not bead.source[0].links:
            yield pair.finding(
                SHRUNK, "shrank", at=t[0], origin=s[0], bead=bead, text=new, was=shorten(old), note=MISSING.origin,
                severity=INFO if len(old.split()) >= CLAUSE else None,
            )  # fmt: skip


def _shrunk(pair: Pair, bead: Bead, s: Sequence[Span], t: Sequence[Span]) -> Iterator[Finding]:
    """The one of several labels that is a word of the phrase it should be: more words run on behind it."""
    sizes = [weight(new.text) / max(1.0, weight(old.text) * pair.scale) for old, new in zip(s, t, strict=True)]
    small = [at for at, size in enumerate(sizes) if size < 0.45 and (len(s[at].text.split()) >= 3 or _goes_on(t, at))]
    if len(small) != 1 or any(not 0.5 <= size <= 2.5 for at, size in enumerate(sizes) if at not in small):
        return
    there, here = (sorted(weight(span.text) for span in spans) for spans in (s, t))
    if all(new >= 0.6 * old * pair.scale for old, new in zip(there, here, strict=True)):
        return  # they stand in another order, as words may
    old, new = s[small[0]], t[small[0]]
    behind = pair.target.raw[new.end : new.end + 24].decode("utf-8", "ignore")
    if RUNS_ON.match(behind) and not new.text.isupper() and not is_wide(new.text, 0) and len(new.text.split()) == 1:
        yield pair.finding(
            SHRUNK, "shrank", at=new, origin=old, bead=bead, text=new.text, was=shorten(old.text), note=MISSING.origin
        )


def _goes_on(t: Sequence[Span], at: int) -> bool:
    """Whether another label begins with the same word and has more: **Data** after **Data zakończenia**."""
    word = t[at].text.split()
    return len(word) == 1 and any(other.text.split()[:1] == word != other.text.split() for other in t)


def _swapped(pair: Pair) -> Iterator[Finding]:
    """Labels that both pages write alike, each of which stands where the source has the other."""
    alone: dict[tuple[str, str], Bead] = {}
    for bead in pair.holding(What.BOLD):
        s, t = bead.source[0].strongs, bead.target[0].strongs
        if len(s) == len(t) == 1 and s[0].text != t[0].text:
            alone.setdefault((s[0].text, t[0].text), bead)
    for (there, here), bead in alone.items():
        if (other := alone.get((here, there))) is not None and bead.target[0].start < other.target[0].start:
            yield pair.finding(
                MISSING, "swapped", at=bead.target[0].strongs[0], origin=bead.source[0].strongs[0], bead=bead, first=here,
                second=there,
            )  # fmt: skip


FAMILY = Family((MISSING, EXTRA, GLUED, SHRUNK), pair=check, of=What.BOLD)
