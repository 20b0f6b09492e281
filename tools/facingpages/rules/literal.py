"""Literals: what must not be translated though no mark-up says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import ascii_uppercase

from facingpages.align import Bead
from facingpages.document import Block, Document
from facingpages.finding import Finding, Fix, Severity
from facingpages.languages import language
from facingpages.late import late
from facingpages.rules.altered import altered, has_altered, is_a_letter_off
from facingpages.rules.asides import asides
from facingpages.rules.assigned import in_another_cell
from facingpages.rules.base import Pair, shorten, stretch
from facingpages.rules.chords import mispressed
from facingpages.rules.drift import as_one
from facingpages.rules.filetree import lost_files
from facingpages.rules.held import What
from facingpages.rules.identity import renamed, unnamed
from facingpages.rules.literal_forms import PATCH_NONE, dated, forms, is_written_otherwise, loosely, plain, times
from facingpages.rules.literal_kinds import STRONG, is_english, is_incidental, is_of_shell, places
from facingpages.rules.mend import UNSAFE
from facingpages.rules.mend_literals import as_written
from facingpages.rules.nearby import is_beside, lost_rows
from facingpages.rules.occurrences import Sought
from facingpages.rules.own_names import is_called_otherwise
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.slips import cased_blocks, doubtful_words, recased, slips

CHANGED = Rule(
    "literal-changed",
    ERROR,
    "A name that a machine reads was translated, altered or lost.",
    {"gone": '"{literal}" of the source does not stand in the translation as it is.'},
)
NAME = Rule(
    "literal-name",
    WARNING,
    "A name in mixed case was altered, or a word of the source mistyped.",
    {
        "gone": '"{literal}" of the source does not stand in the translation as it is.',
        "slip": '"{here}" seems to be "{there}" of the source with a slip.',
    },
)

TEXTS = frozenset(("paragraph", "heading", "row", "term", "html"))
DOTTED = late(r"[a-z]\w*(?:\.[a-z]\w*)*\.([a-z]\w{3,})")
SNAKE = late(r"\b[^\W\d_][^\W_]*_\w*[^\W_]\b")
MIXED = late(r"[A-Z](?<=[a-z0-9][A-Z])")  # stands in each of the next
NAMES = late(r"\b(?:[a-z]+[A-Z][A-Za-z0-9]*|(?:[A-Z][a-z0-9]+){2,}[A-Z]?)\b")
SHARP = late(r"[A-Z](?:#|\+\+)")
ANY_CASE = frozenset(("email", "domain", "cmdlet", "registry", "hex", "guid", "path", "file"))
# What may be a literal, by the rarer of its signs, whose place is found at once: `(?<=\w\.)[a-z]` is `\w\.[a-z]`.
HINT = late(
    r"[@\\_%\d.A-Zx/#+-](?:(?<=[@\\_%])|(?<=\d)[a-f]|(?<=[a-f]\d)|(?<=[a-z\d][A-Z])|(?<=\d\.)\d|(?<=--)[a-z]|(?<=-)[A-Z]"
    r"|(?<=\w\.)[a-z]|(?<=0x)|(?<=[A-Z][#+])|(?<=[A-Z])[-_]?\d{3}|(?<=/)[a-z]|(?<=-)[0-9a-fA-F]{4}-|(?<=O)\()"
)


def check(pair: Pair) -> Iterator[Finding]:
    """Literals of each source block that its translation lacks."""
    files = lost_files(pair.holding(What.LISTED))
    hints = _hinting(pair.source)
    beside = {id(bead) for bead in asides(pair)}
    yield from _mistyped(pair)
    for bead in (*pair.aligned, *asides(pair)):
        if len(bead.source) == 1 and bead.source[0].index not in hints and not files and id(bead) not in beside:
            continue  # as most
        if bead.source[0].kind in ("code", "directive") or bead.target[0].kind == "code" or lost_rows(pair, bead):
            continue
        hinting = [block for block in bead.source if _hints(block.text)]
        if id(bead) in beside and SNAKE.fullmatch(bead.source[0].text.strip()):
            continue  # what is said of a picture, and no more than its name
        worded = renamed(bead.target) if any(block.links for block in hinting) else frozenset()
        if id(bead) in files:
            name, severity = files[id(bead)]
            yield pair.finding(
                CHANGED, "gone", at=bead.target[0], origin=bead.source[0], bead=bead, severity=severity, literal=name
            )
        else:
            yield from as_one(one for block in hinting for one in _block(pair, bead, unnamed(block, worded)))


def _mistyped(pair: Pair) -> Iterator[Finding]:
    """Words that were kept and mistyped, but those in mixed case, which are told as names."""
    doubtful, pressed = doubtful_words(pair), b"+" in pair.source.raw
    for bead in pair.aligned if doubtful or pressed or cased_blocks(pair.source) else ():
        if bead.source[0].kind in TEXTS and bead.target[0].kind in TEXTS:
            mistyped = (slip for slip in (slips(pair, bead) if doubtful else ()) if not NAMES.fullmatch(slip.there))
            for block, at, here, there in (*mistyped, *recased(pair, bead), *mispressed(bead)):
                place = stretch(block, at, here)
                yield pair.finding(NAME, "slip", at=place, origin=bead.source[0], bead=bead, here=here, there=there)


def _hinting(document: Document) -> frozenset[int]:
    """The blocks of a source that may hold literals: found once for all its translations."""
    if "hints" not in document.memo:
        document.memo["hints"] = frozenset([block.index for block in document.blocks if _hints(block.text)])
    found: frozenset[int] = document.memo["hints"]
    return found


def _block(pair: Pair, bead: Bead, text: str) -> Iterator[Finding]:
    target = ""
    told: set[str] = set()
    literals = [(kind, found.rstrip(".-_/\\ ") or found) for kind, found in _literals(text)]
    names = [plain(form) for kind, literal in literals if len(literal) >= 2 for form in forms(kind, literal)]
    here = there = Sought("", ())
    written = [Sought(block.text, [literal for _, literal in literals]) for block in bead.source]
    for kind, literal in literals:
        if literal in told or (len(literal) < 3 and kind != "sharp"):
            continue
        told.add(literal)
        if not target:
            target = plain(visible(bead.target))
            here, there = Sought(target, names), Sought(text, names)
        kept = times(literal, here)
        if kept or is_written_otherwise(kind, literal, here) or not times(literal, there):
            if _is_rarer(kind, literal, there, here, kept) and (
                in_another_cell(bead, literal) if kind == "growth" else has_altered(literal, text, target)
            ):
                yield _report(pair, bead, CHANGED, literal, written, severity=WARNING)
            continue  # not by itself in the source either: in `man1.1.1`
        if kind == "path" and any(literal in link.target for block in bead.target for link in block.links):
            continue  # a link leads there
        if is_beside(pair, bead, lambda blocks, one=literal: times(one, Sought(plain(visible(blocks)), ()))):  # type: ignore[misc]
            continue
        severity = _severity(pair, kind, literal, text, here)
        yield _report(pair, bead, CHANGED, literal, written, severity=severity)
    if len(told) < 6:
        for name in _names(text):
            if name in told:
                continue
            told.add(name)
            target = target or plain(visible(bead.target))
            if (
                len(name) > 4
                and (stands := _is_named(name, target)) < max(_is_named(name, text), 1)
                and (new := altered(name, target, declines=language(pair.locale).declines))
                and not (stands and (_stands(new, text) or not _stands(new, target)))
                and not _is_mended(pair.source, name, new)
            ):
                yield _report(pair, bead, NAME, name, written)


def _is_mended(source: Document, name: str, new: str) -> bool:
    """Whether a name is a slip of the source's for one that it writes oftener, and the translator mended it."""
    return is_a_letter_off(name, new) and source.raw.count(new.encode()) > source.raw.count(name.encode())


def _is_named(name: str, text: str) -> int:
    """How often a name stands in a text, in any case and form, but within no identifier: `with_v2fly` is not V2Fly."""
    lowered, wanted = text.lower(), name.lower()
    return lowered.count(wanted) - lowered.count(f"_{wanted}") - lowered.count(f"{wanted}_")


def _is_rarer(kind: str, literal: str, there: Sought, here: Sought, kept: int) -> bool:
    """Whether a literal stands in the translation less often: of `v2.2`, `version 2.2` is another place."""
    if kept:
        return times(literal, there) > kept and there.count(literal) > kept
    digits = literal.lstrip("vV")
    return kind == "version" and digits != literal and times(digits, there) > times(digits, here)


def _severity(pair: Pair, kind: str, literal: str, text: str, here: Sought) -> Severity | None:
    """How sure it is that a literal of `text` should stand in another; None: as sure as the rule."""
    target = here.text
    if kind in ANY_CASE and times(literal.lower(), here.lowered):
        begins = text.startswith(literal) or f". {literal}" in text  # a sentence: `Console.log` is `console.log`
        soft = kind in ("email", "domain") or (begins and times(literal[0].lower() + literal[1:], here))
        return INFO if soft else WARNING
    if kind == "member" and _used(pair, literal) and literal.encode() not in pair.target.raw:
        return INFO  # called otherwise on the whole page, in its code, too
    doubtful = kind == "cmdlet" and not (is_of_shell(literal, pair.source.raw) or _used(pair, literal))
    if doubtful or (kind == "sharp" and not SHARP.search(target)):
        return INFO  # C# may be said as it is spoken
    if kind in ("file", "domain") and is_called_otherwise(pair.locale, literal, here):
        return INFO
    if is_incidental(kind, literal, text) and not _used(pair, literal) and not has_altered(literal, text, target):
        return INFO
    if kind == "snake" and not _used(pair, literal) and _has_new_snakes(text, target):
        return INFO  # an example made of ordinary words, in the words of the translation
    if kind == "version" and PATCH_NONE.search(literal) and times(PATCH_NONE.sub("", literal), here):
        return INFO  # 6.2.0 is 6.2
    if kind in ("file", "domain") and (dotted := DOTTED.fullmatch(literal)):
        if _stands(dotted[1], target):
            return INFO  # the property `height` of the `props`
    if kind in ("sharp", "member", "snake", "file", "domain", "hash", "growth") or (
        kind == "code" and len(literal.lstrip(ascii_uppercase)) == 3
    ):
        return WARNING
    if kind == "version" and loosely(literal, here):
        return WARNING
    return None


@lru_cache(maxsize=256)
def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text by itself, no part of a name. Many names of files end alike."""
    return word in text and re.search(rf"(?<![\w.]){re.escape(word)}(?![\w.])", text, re.A) is not None


def _used(pair: Pair, literal: str) -> bool:
    """Whether a name stands in code or in an address of the source, too."""
    key = "code and addresses"
    if key not in pair.source.memo:
        texts = (
            (block.text,) if block.kind == "code"
            else (*(code.text for code in block.codes), *(link.target for link in block.links))
            for block in pair.source.blocks
        )  # fmt: skip
        pair.source.memo[key] = ("\n".join(text for some in texts for text in some),)
    return literal in pair.source.memo[key][0]


@lru_cache(maxsize=64)
def _has_new_snakes(text: str, target: str) -> bool:
    """Whether the translation of a text has names of this kind that the text lacks."""
    return not frozenset(SNAKE.findall(target)) <= frozenset(SNAKE.findall(text))


@lru_cache(maxsize=4096)
def _hints(text: str) -> bool:
    """Whether a text may hold a literal at all. A source is asked once for all locales."""
    return HINT.search(text) is not None


@lru_cache(maxsize=4096)
def _literals(text: str) -> tuple[tuple[str, str], ...]:
    """Kind and text of the literals of a text, in order, none inside another. A source is asked once for all locales."""
    found = [
        (kind, match)
        for kind, hint, pattern in STRONG
        if hint.search(text)
        for match in places(kind, pattern, text)
        if kind != "cmdlet" or not is_english(match.group())
    ]
    if len(found) > 1:
        found.sort(key=lambda item: (item[1].start(), -item[1].end()))
    end, kept = 0, []
    for kind, match in found:
        if match.start() >= end:
            kept.append((kind, match.group()))
            end = match.end()
    return tuple(kept)


def literals_lost(text: str, target: str) -> str:
    """The literals of a text that another one lacks, one after the other: their numbers are no quantities."""
    if not _hints(text):
        return ""
    literals = _literals(text)
    there = Sought(plain(target), [plain(one) for _, one in literals])
    lost = (one for kind, one in literals if not times(one, there) and not (kind == "version" and dated(one)))
    return " ".join(lost)


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[str, ...]:
    """Words in mixed case of a text."""
    return tuple(NAMES.findall(text)) if MIXED.search(text) is not None else ()


def visible(blocks: Sequence[Block]) -> str:
    """What a reader sees of some blocks, code and bare addresses included; not where links lead."""
    parts = [block.text for block in blocks]
    parts += [code.text for block in blocks for code in block.codes]
    parts += [link.target for block in blocks for link in block.links if link.form in ("bare", "auto")]
    parts += [image.alt or "" for block in blocks for image in block.images]
    parts += [span.text for block in blocks for span in block.directives]
    return " ".join(parts)


def _report(
    pair: Pair, bead: Bead, rule: Rule, literal: str, written: Sequence[Sought], severity: Severity | None = None
) -> Finding:
    origin = (bead.source[0].start, bead.source[0].end)
    for block, text in zip(bead.source, written, strict=True):
        at = text.first(literal)
        if at >= 0:
            origin = stretch(block, at, literal)
    block = bead.target[0]
    return pair.finding(
        rule, "gone", at=block, origin=origin, bead=bead, severity=severity, literal=shorten(literal, 80),
        fix=_mended(pair, bead, rule, literal, severity),
    )  # fmt: skip


def _mended(pair: Pair, bead: Bead, rule: Rule, literal: str, severity: Severity | None) -> Fix | None:
    """The literal as the source writes it; a name only on request, as a reader reads it."""
    fix = as_written(pair, bead, literal, guess=severity is not INFO)
    return fix._replace(applicability=UNSAFE) if fix is not None and rule is NAME else fix


FAMILY = Family((CHANGED, NAME), pair=check)
