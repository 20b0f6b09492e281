"""Text: letters of one script in a word, no broken encoding, no invisible characters, the page's own language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from facingpages.document import Block, Document, Image
from facingpages.finding import Finding, Fix
from facingpages.languages import language
from facingpages.languages.scripts import LOOKALIKES
from facingpages.late import late
from facingpages.rules.base import Pair, page_finding, shorten, stretch
from facingpages.rules.mend import SAFE, UNSAFE, exchange, instead
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule

SCRIPT = Rule(
    "text-script",
    ERROR,
    "A word mixes Latin and Cyrillic letters that look alike.",
    {"mixed": 'The word "{word}" mixes Latin and Cyrillic letters.'},
    evident=True,
)
MOJIBAKE = Rule(
    "text-mojibake",
    ERROR,
    "Letters were decoded in the wrong encoding.",
    {
        "half": '"{here}" was decoded in the wrong encoding; half of a letter is left.',
        "fixed": '"{here}" was decoded in the wrong encoding; it should be "{fixed}".',
        "broken": '"{here}" was decoded in the wrong encoding.',
    },
    evident=True,
)
CONTROL = Rule(
    "text-control",
    ERROR,
    "A character that should not be in a text.",
    {
        "character": "The character U+{code} should not be in a text.",
        "unseen": "The invisible character U+{code} stands in or beside a word.",
        "nul": "The page holds a NUL character.",
    },
    evident=True,
)

BESIDE = late(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
REFERENCE = late(rb"&[#A-Za-z]")  # to a character, which may be any
# In the bytes of a page: a letter of Latin, the first byte of one of Cyrillic, others; those in the midst are taken out.
_SIDES = bytes(
    0x61 if chr(code).isalpha() and code < 0x80 else 0x63 if 0xD0 <= code <= 0xD3 else 0x20 for code in range(256)
)
_INNER = bytes(range(0x80, 0xC0))
MIXED = late(r"\w*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])\w*")
WORD = late(r"\w+")
TO_LATIN = str.maketrans(LOOKALIKES)
TO_CYRILLIC = str.maketrans({latin: cyrillic for cyrillic, latin in LOOKALIKES.items()})
LATIN = frozenset(LOOKALIKES.values())
_FOLLOW = "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u20ac\u2122"
PAIRED = late(rf"[\u00c2-\u00f4][\u0080-\u00bf\u2013-\u203a{_FOLLOW}]")  # the beginning of the next
BROKEN = late(rf"{PAIRED.pattern}{{1,3}}(?:{PAIRED.pattern}{{1,3}})*")  # which is quickly found by its first letter
# What text that was broken this way turns out to be: letters of Latin, Greek and Cyrillic, signs, punctuation, ideographs.
PLAUSIBLE = late(
    r"[\u00a0-\u024f\u0370-\u04ff\u1e00-\u1eff\u2010-\u2044\u20a0-\u20cf\u2122\u2190-\u21ff\u3000-\u9fff]+"
)
# The first half of a broken letter, its second half lost: a capital in mid-word that the language does not have.
HALVED = late(r"[a-z\u00e0-\u024f]([\u00c3\u00c4\u00c5\u00c8\u00c9\u00d0\u00d1])(?=[a-z\u00e0-\u024f \u00a0.,*]|$)")
# Bytes that the older encoding does not have were dropped on the way: no repair, but no text either.
DENSE = late(rf"(?:[\u00c2-\u00f4][\u0080-\u00bf\u2013-\u203a{_FOLLOW}]{{1,3}}){{3,}}")
CYRILLIC = late(r"[\u0400-\u04ff]")
INVISIBLE = late("[\u200b-\u200d\u2060\ufeff]")
UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff")
# Latin, Greek, Cyrillic, Armenian, Georgian: letters that stand side by side and need no sign to join or part them.
ALPHABET = late(r"[A-Za-z\u00c0-\u052f\u0531-\u058f\u10a0-\u10ff\u1e00-\u1fff]")
# Where such signs have a use: Arabic, Indic and other joining scripts, scripts without spaces, emoji.
JOINED = late(r"[\u0590-\u109f\u1100-\u11ff\u1780-\u18af\u2600-\u27bf\u2e80-\uffdc\U0001f000-\U0001ffff]")
MARKUP_BESIDE = late(rb"[*_`\[\]()~<>|]")
DIRECTING = frozenset("\u200c\u200d\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
STRANGE = late(r"[\ufffd\x01-\x08\x0b\x0e-\x1f\x7f\u0080-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
STRANGE_SIGNS = frozenset(
    map(chr, [0xFFFD, *range(1, 9), 0xB, *range(0xE, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F)])
) | frozenset(map(chr, [*range(0x2066, 0x206A), 0xFFFE, 0xFFFF]))
USUAL = bytes(code for code in range(0x80) if chr(code) not in STRANGE_SIGNS)
LEADS = frozenset(map(chr, range(0xC2, 0xF5)))  # with one of these begins what is broken, and goes on with one of those
FOLLOWS = frozenset((*map(chr, (*range(0x80, 0xC0), *range(0x2013, 0x203B))), *_FOLLOW))


def unusual(document: Document) -> frozenset[str]:
    """The signs of a page that are not of ASCII, or are no text; found once."""
    found: frozenset[str] | None = document.memo.get("unusual signs")
    if found is None:
        found = frozenset(document.raw.translate(None, USUAL).decode("utf-8", "replace"))
        document.memo["unusual signs"] = found
    return found


def hidden(pair: Pair) -> Iterator[Finding]:
    """Signs without width in or beside a word whose script has no use for them, where the source has none."""
    if UNSEEN.isdisjoint(unusual(pair.target)) or not UNSEEN.isdisjoint(unusual(pair.source)):
        return
    for block in pair.target.blocks:
        if block.kind in ("code", "directive"):
            continue
        for match in INVISIBLE.finditer(block.text):
            before, after = block.text[match.start() - 1 : match.start()], block.text[match.end() : match.end() + 1]
            joined = (JOINED.match(before) or JOINED.match(after)) and match.group() != "\ufeff"  # of use in none
            letters = (ALPHABET.match(before), ALPHABET.match(after))
            if not joined and (any(letters) or before.isalpha() or after.isalpha()):
                at = stretch(block, match.start(), match.group())
                if MARKUP_BESIDE.search(pair.target.raw, at[0] - 1, at[0]) or MARKUP_BESIDE.match(
                    pair.target.raw, at[1]
                ):
                    continue  # put there so that the mark beside it opens or closes
                seen = block.kind == "heading" or all(letters)
                severity = WARNING if seen else INFO  # it is in the heading's id, or parts a word that is searched for
                yield pair.finding(
                    CONTROL, "unseen", at=at, severity=severity, code=f"{ord(match.group()):04X}",
                    fix=_deleted(pair.target, at, match.group()),
                )  # fmt: skip
                break


def check(document: Document, locale: str) -> Iterator[Finding]:
    """Characters of one page."""
    del locale
    if not _suspect(document):
        return  # most pages: one look at the whole is enough
    for block in document.blocks:
        if block.kind in ("code", "directive"):
            continue
        text = block.text
        if not text.isascii() or STRANGE.search(text):
            yield from _characters(document, block, text)
        for image in block.images:
            yield from _described(document, image)


def _suspect(document: Document) -> bool:
    """Whether a page holds anything at all that one of these rules could object to."""
    raw = document.raw
    if REFERENCE.search(raw):
        return True
    signs = unusual(document)
    if not signs:
        return False
    if signs & STRANGE_SIGNS or signs & language(document.locale).strange_capitals:
        return True
    if not LEADS.isdisjoint(signs) and not FOLLOWS.isdisjoint(signs) and PAIRED.search(raw.decode("utf-8", "replace")):
        return True
    if not any("\u0400" <= sign <= "\u04ff" for sign in signs):
        return False
    sides = raw.translate(_SIDES, _INNER)
    return b"ac" in sides or b"ca" in sides


def _characters(document: Document, block: Block, text: str) -> Iterator[Finding]:
    match = STRANGE.search(text)
    if match is not None:
        yield page_finding(
            document,
            CONTROL,
            "character",
            at=stretch(block, match.start(), match.group()),
            code=f"{ord(match.group()):04X}",
            fix=_deleted(document, stretch(block, match.start(), match.group()), match.group()),
        )
    strange = language(document.locale).strange_capitals
    for match in HALVED.finditer(text) if strange else ():
        if match.group(1) in strange:
            yield page_finding(
                document, MOJIBAKE, "half", at=stretch(block, match.start(), match.group()), here=match.group()
            )
            break
    for match in BROKEN.finditer(text):
        fixed = _repair(match.group())
        if fixed is not None and not (match.group().endswith("\u00a0\u00bb") and "\u00ab" in text):  # « vérifié »
            yield page_finding(
                document,
                MOJIBAKE,
                "fixed",
                at=stretch(block, match.start(), match.group()),
                here=match.group(),
                fixed=fixed,
                fix=exchange(document, block, match.group(), fixed, "undo the wrong decoding"),
            )
            break
        if DENSE.search(match.group()):
            yield page_finding(
                document,
                MOJIBAKE,
                "broken",
                at=stretch(block, match.start(), match.group()),
                here=shorten(match.group()),
            )
            break
    for match in MIXED.finditer(text) if BESIDE.search(text) else ():
        word = match.group()
        if _disguised(word):
            yield page_finding(
                document, SCRIPT, "mixed", at=stretch(block, match.start(), match.group()), word=shorten(word),
                fix=_in_one_script(document, stretch(block, match.start(), word), word),
            )  # fmt: skip


def _described(document: Document, image: Image) -> Iterator[Finding]:
    """A word of two alphabets in what is read out for a picture."""
    alt = image.alt or ""
    for match in MIXED.finditer(alt) if not alt.isascii() and BESIDE.search(alt) else ():
        if _disguised(match.group()):
            yield page_finding(document, SCRIPT, "mixed", at=image, word=shorten(match.group()))
            return


def _deleted(document: Document, at: tuple[int, int], sign: str) -> Fix | None:
    """A sign nobody sees taken out; one that may join letters or set their direction, only on request."""
    if sign == "\ufffd" or document.raw[at[0] : at[1]] != sign.encode():
        return None
    return instead(document, at, "", "delete it", UNSAFE if sign in DIRECTING else SAFE)


def _in_one_script(document: Document, at: tuple[int, int], word: str) -> Fix | None:
    """A word with all its letters of the script that some of them must be; safe where it stands so elsewhere."""
    if document.raw[at[0] : at[1]] != word.encode():
        return None
    latin, cyrillic = word.translate(TO_LATIN), word.translate(TO_CYRILLIC)
    is_latin, is_cyrillic = CYRILLIC.search(latin) is None, re.search("[A-Za-z]", cyrillic) is None
    if is_latin == is_cyrillic:
        return None
    fixed = latin if is_latin else cyrillic
    return instead(document, at, fixed, "write it in one alphabet", SAFE if fixed in _words(document.raw) else UNSAFE)


@lru_cache(maxsize=2)
def _words(raw: bytes) -> frozenset[str]:
    """All words of a page, which is asked for many."""
    return frozenset(WORD.findall(raw.decode("utf-8", "replace")))


def _repair(text: str) -> str | None:
    try:
        fixed = text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        try:
            fixed = text.encode("latin-1").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return None
    return fixed if PLAUSIBLE.fullmatch(fixed) else None


def _disguised(word: str) -> bool:
    """Whether one of the two scripts in a word is there only through letters that look like the other's."""
    latin = [char for char in word if char.isascii() and char.isalpha()]
    cyrillic = [char for char in word if "\u0400" <= char <= "\u04ff"]
    ending = word.rstrip("".join(cyrillic))
    if ending.isascii() and len(ending) >= 2 and len(word) - len(ending) <= 2:
        return False  # a Latin name with a Cyrillic ending
    if all(char in LOOKALIKES for char in cyrillic):
        return True
    return all(char in LATIN for char in latin) and len(latin) <= len(cyrillic)


FAMILY = Family((SCRIPT, MOJIBAKE, CONTROL), pair=hidden, page=check)
