"""What a link shows: a text of its own, with its words inside and its neighbours outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.align.features import tokens
from facingpages.align.score import weight
from facingpages.document import Link
from facingpages.finding import Finding, Severity
from facingpages.languages import language
from facingpages.late import late
from facingpages.rules.base import Pair, links, shorten
from facingpages.rules.edges import glued_after, glued_before, is_word
from facingpages.rules.held import What
from facingpages.rules.identity import identity
from facingpages.rules.mend_links import moved_to, put_outside, spaced
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule

EMPTY = Rule(
    "link-text-empty",
    ERROR,
    "A link has no text.",
    {"empty": 'The link to "{target}" has no text.'},
    origin="source link",
    evident=True,
)
GLUED = Rule(
    "link-text-glued",
    WARNING,
    "A word is glued to a link.",
    {"glued": 'A word is glued to the link "{text}".'},
    evident=True,
)
PUNCTUATION = Rule(
    "link-text-punctuation",
    WARNING,
    "The text of a link swallowed the punctuation of its sentence.",
    {"swallowed": 'The text of this link swallowed punctuation: "{text}"'},
    origin="source link",
    evident=True,
)
SHRUNK = Rule(
    "link-text-shrunk",
    WARNING,
    "The text of a link shrank to a few words of it.",
    {
        "torn": 'The text of this link was torn at "&": "{text}"',
        "shrank": 'The text of this link shrank to "{text}"; in the source it is "{was}".',
    },
    origin="source link",
)
GROWN = Rule(
    "link-text-grown",
    WARNING,
    "The text of a link swallowed words of its sentence.",
    {"grew": 'The text of this link swallowed words around it: "{text}"'},
    origin="source link",
)
MISPLACED = Rule(
    "link-text-misplaced",
    WARNING,
    "A link stands on other words than those that it belongs to.",
    {"misplaced": 'This link stands on "{text}"; the words for "{was}" seem to be "{words}".'},
    origin="source link",
    evident=True,
)

SENTENCES = late(r"(?<![.?!])[.!?\u3002](?![.?!])['\")\u201d]?\s+[^\W\d_a-z]|\u3002.")  # one ends and another begins
NAME = late(r"\.(?:[A-Z]{2}|[a-z])")  # one that begins with a stop: `.NET`, `.env`
ABBREVIATED = late(r"(?<!\w)[^\W\d_]{1,3}\.\s?[^\W\d_]{1,3}\.$")  # `EE. UU.`, `p. ej.`
STOPS = ".,;:\u3002\uff0c\u3001"
ASKED = "!?\uff01\uff1f"  # a translator may put one into a text; not one that stands behind it in the source


def check(pair: Pair) -> Iterator[Finding]:
    """Texts empty, glued, grown, shrunk, with swallowed punctuation."""
    for bead in pair.holding(What.LINK):
        single = len(bead.source) == len(bead.target) == 1
        t: Sequence[Link] = bead.target[0].links if single else links(bead.target)
        if not t:
            continue
        s: Sequence[Link] = bead.source[0].links if single else links(bead.source)
        yield from _edges(pair, bead, s, t)
        yield from _texts(pair, bead, s, t)


def _edges(pair: Pair, bead: Bead, s: Sequence[Link], t: Sequence[Link]) -> Iterator[Finding]:
    raw = pair.target.raw
    before = after = None
    for link in t:
        if link.form == "html" or not link.text:
            continue
        first, last = raw[link.start - 1] if link.start else 32, raw[link.end] if link.end < len(raw) else 32
        glue = letter = ""
        if first > 64 and link.form != "bare" and (letter := glued_before(pair.target, link.start)):
            if before is None:
                before = any(glued_before(pair.source, other.start) for other in s if other.form != "bare")
            glue = "" if before else letter
        if not glue and last > 64 and link.form != "bare" and (tail := glued_after(pair.target, link.end)):
            if after is None:
                after = any(glued_after(pair.source, other.end) for other in s if other.form != "bare")
            glue = "" if after or not is_word(pair, tail) else tail
        if glue:
            at = link.start if glue == letter else link.end
            yield pair.finding(
                GLUED, "glued", at=link, origin=bead.source[0], bead=bead, text=shorten(link.text, 40),
                fix=spaced(pair, at),
            )  # fmt: skip


def _texts(pair: Pair, bead: Bead, s: Sequence[Link], t: Sequence[Link]) -> Iterator[Finding]:
    by_target: dict[str, list[Link]] = {}
    for link in s:
        by_target.setdefault(identity(link.target), []).append(link)
    has_image = any(block.images for block in bead.target)
    for link in t:
        if link.form in ("bare", "auto"):
            continue
        known = by_target.get(identity(link.target)) or []
        old = known.pop(0) if len(known) > 1 else known[0] if known else None
        text = link.text.strip()
        if not text:
            pictured = any(image.source == link.target for block in bead.source for image in block.images)
            if (
                not has_image
                and not pictured
                and (old is None or old.text.strip() or any(block.images for block in bead.source))
            ):
                origin = (old.start, old.end) if old is not None else (bead.source[0].start, bead.source[0].end)
                yield pair.finding(EMPTY, "empty", at=link, origin=origin, bead=bead, target=link.target)
            continue
        if old is None or old.form in ("bare", "auto") or not old.text.strip() or _is_called_so(old):
            continue
        yield from _told(pair, bead, old, link)


def _is_called_so(link: Link) -> bool:
    """Whether a link is called by its own address, so that any words may name it."""
    return link.text.strip().rstrip("/") == link.target.rstrip("/")


def _told(pair: Pair, bead: Bead, old: Link, link: Link) -> Iterator[Finding]:
    """What is wrong with a text by itself, and by the words that it should be: a part of these has shrunk, or grown."""
    finding = _compare(pair, bead, old, link)
    placed = pair.meant.misplaced.get(link.start) if pair.lexicon is not None else None
    if placed is not None:
        little = placed.apart and link.text.strip().casefold() in language(pair.locale).words
        sized = finding is not None and finding.rule in (SHRUNK.id, GROWN.id)
        if finding is None or not sized or placed.apart or finding.severity is INFO:
            yield pair.finding(
                MISPLACED, "misplaced", at=link, origin=old, bead=bead, text=shorten(link.text, 40),
                was=shorten(old.text), words=shorten(placed.words),
                severity=None if placed.sure or little else INFO, fix=moved_to(pair, link, placed.at, placed.words),
            )  # fmt: skip
            finding = None if sized else finding
    if finding is not None:
        yield finding


def _compare(pair: Pair, bead: Bead, old: Link, link: Link) -> Finding | None:
    text, was = link.text.strip(), old.text.strip()
    place, origin = (link.start, link.end), (old.start, old.end)
    if _torn(text) and not _torn(was):
        return pair.finding(SHRUNK, "torn", at=place, origin=origin, bead=bead, text=text)
    asked = text[-1] in ASKED and was[-1] not in ASKED and _behind(pair, old) in ASKED
    if (
        asked
        or (text[-1] in STOPS and was[-1] not in ".,;:!?" and not text.endswith("..."))
        or (text[0] in STOPS and was[0] != text[0] and text.split()[0] not in was.split() and not NAME.match(text))
    ):
        if text[:-1].rstrip() == was or not _abbreviation(pair, text):
            return pair.finding(
                PUNCTUATION, "swallowed", at=place, origin=origin, bead=bead, text=shorten(text, 60),
                fix=put_outside(pair, link, STOPS + ASKED),
            )  # fmt: skip
    long, short = weight(text), weight(was) * pair.scale
    severity = _shrinking(pair, bead, text, was, long, short)
    if severity is not None and not _is_glossed(pair, link, was):
        return pair.finding(
            SHRUNK, "shrank", at=place, origin=origin, bead=bead, severity=severity, text=text, was=shorten(was, 80)
        )
    severity = _growing(pair, bead, old, text, was, long, short)
    if severity is not None:
        return pair.finding(
            GROWN, "grew", at=place, origin=origin, bead=bead, severity=severity, text=shorten(text, 80)
        )
    return None


def _shrinking(pair: Pair, bead: Bead, text: str, was: str, long: float, short: float) -> Severity | None:
    """How sure it is that a text is only a part of what it should be: by its length, or by names that stand beside it."""
    if long < 0.5 * short:
        if text.casefold() in language(pair.locale).words and was.casefold() not in language(pair.source.locale).words:
            return SHRUNK.severity  # an article, or another little word
        if text == "".join(word[0] for word in re.findall(r"[^\W\d_]+", was)).upper():
            return None  # its abbreviation
        rest, left = _around(pair, bead, long, short)
        wide = text[0] > "\u2e80"
        plainly = short >= 16 and len(was.split()) >= 3 and long < (0.3 if wide else 0.4) * short
        beside = left > rest + 0.6 * (short - long) + 0.04 * rest  # what the link lost stands beside it
        if plainly or (beside and short >= 8 and len(was.split()) >= 2):
            sure = plainly and (beside or long < 0.25 * short) and not _is_name_of(text, was)
            return SHRUNK.severity if sure else INFO
    names = tokens(was)
    if len(names) > 1:
        here = pair.unlinked(bead, source=False)
        lost = frozenset([name for name in names if name in here])
        if len(lost) > 1 and len(lost := lost - tokens(text)) > 1:
            there = pair.unlinked(bead, source=True)
            if not any(name in there for name in lost):
                return SHRUNK.severity
    return None


def _growing(
    pair: Pair, bead: Bead, old: Link, text: str, was: str, long: float, short: float
) -> Severity | None:  # fmt: skip
    """How sure it is that a text holds more than it should: the end of a sentence, names from around it, its length."""
    if long <= 1.2 * short + 6:
        return None
    if not text.startswith("<") and SENTENCES.search(text) and not SENTENCES.search(was):
        return GROWN.severity
    more = tokens(text) - tokens(was)
    if more:
        there, here = pair.unlinked(bead, source=True), pair.unlinked(bead, source=False)
        swallowed = frozenset(name for name in more if name in there and name not in here)
        if swallowed and not swallowed <= _neighbours(pair, old):
            return GROWN.severity
    if long > 1.6 * short + 8 and was != text and _more_words(text, was):
        rest, left = _around(pair, bead, long, short)
        if rest > 10 and (left < min(0.85 * rest, rest - 0.5 * (long - short)) or long > 2.2 * short + 18):
            return INFO
    return None


def _around(pair: Pair, bead: Bead, long: float, short: float) -> tuple[float, float]:
    """How much text should stand around a link, and how much does."""
    rest = sum(weight(block.text) for block in bead.source) * pair.scale - short
    return rest, sum(weight(block.text) for block in bead.target) - long


def _is_glossed(pair: Pair, link: Link, was: str) -> bool:
    """Whether the source's own words stand behind a link in brackets, as a gloss on the translator's."""
    behind = pair.target.raw[link.end : link.end + 4 * len(was) + 8].decode("utf-8", "ignore").lstrip(" *_")
    return behind[:1] in ("(", "\uff08") and behind[1:].lstrip("*_ ").casefold().startswith(was.casefold())


def _is_name_of(text: str, was: str) -> bool:
    """Whether what is left of a label is the name in it, or most of it."""
    return text in was and (2 * len(text) >= len(was) or re.search(r"[a-z][A-Z]|[._]\w", text) is not None)


def _neighbours(pair: Pair, link: Link) -> frozenset[str]:
    """The names among the two words on either side of a link of the source: grammar may draw them into its text."""
    raw = pair.source.raw
    before = raw[max(0, link.start - 60) : link.start].decode("utf-8", "ignore").split()[-2:]
    after = raw[link.end : link.end + 60].decode("utf-8", "ignore").split()[:2]
    return tokens(" ".join([*before, *after]))


def _torn(text: str) -> bool:
    """Whether a text begins or ends with the `&` that stood between two of its words."""
    return text[0] == "&" != text[1:2] or text[-1] == "&"


def _more_words(text: str, was: str) -> bool:
    """Whether a link's text has clearly more words than its counterpart; without spaces, its length must tell."""
    return text[0] > "\u2e80" or len(text.split()) >= len(was.split()) + 2


def _behind(pair: Pair, link: Link) -> str:
    """The sign right behind a link of the source."""
    return pair.source.source_text(link.end, link.end + 3)[:1] or "\n"


def _abbreviation(pair: Pair, text: str) -> bool:
    """Whether a final stop belongs to the last word: an abbreviation, an initial, a dotted name."""
    word = text.rsplit(None, 1)[-1].strip("(").lower()
    return text[-1] == "." and (
        word.count(".") > 1
        or ABBREVIATED.search(text) is not None
        or any(word.rstrip(".") in language(locale).abbreviations for locale in (pair.locale, pair.source.locale, "en"))
        or len(word) <= 2
    )


FAMILY = Family((EMPTY, GLUED, PUNCTUATION, SHRUNK, GROWN, MISPLACED), pair=check, of=What.LINK)
