"""Code that a translation sets otherwise: it stands in capitals, in a link, as a key, wider or narrower, told in parts."""

from __future__ import annotations

from functools import lru_cache

from facingpages.align import Bead
from facingpages.document import OBJECT, Block, Span
from facingpages.late import late
from facingpages.rules.base import Pair, stretch
from facingpages.rules.rendered import SAID, VALUES
from facingpages.seldom import unescape

WORD = late(r"\w+")
NAMED = late(r"[^\W\d_]+(?:-[^\W\d_]+)*")
MIXED = late(r"(?<![A-Za-z])[A-Z][a-z]+[A-Z][A-Za-z]*+(?![A-Za-z])")
WORDED = late(r"(?<![A-Za-z])[A-Z][a-z]{2,}(?![A-Za-z])")
GLOSS = late(r"\s+\([^()]*\)|\s*\uff08[^()\uff08\uff09]*\uff09")  # behind a name: what it is
PATH = late(r"[A-Za-z_]\w{2,}(?:[./][A-Za-z_]\w{2,})+")
STEP = late(r"[./]")
FULLER = late(r"~?([A-Za-z_]\w+)(?:[.#]|::|->)")  # before a name: what it is of
IS = late(r"\s*(?:={1,3}|:)\s*")  # between a name and its value
TAG = late(r"</?([A-Za-z][\w-]*+) ?/?>")
LEAST = 3  # signs of a code that is looked for in another case
NEAR = 24  # bytes behind a name, where its value stands
KEY = b"<kbd>", b"</kbd>"


def is_escaped(old: Span, new: Span) -> bool:
    """Whether a code has references where its source has signs: in code they are shown as they are written."""
    return "&" in new.text and new.text != old.text == unescape(new.text)


def is_called(code: str, text: str) -> bool:
    """Whether a text names in capitals what is a word of small letters in code: `markdown` as Markdown, `geoip` as GeoIP."""
    if not (code.isalpha() and code.islower()) or code in VALUES:
        return False
    return code in _names(text)


@lru_cache(maxsize=8)  # asked of each code of a block
def _names(text: str) -> frozenset[str]:
    """The words of a text that have capitals, in small letters."""
    return frozenset(name.lower() for pattern in (WORDED, MIXED) for name in pattern.findall(text))


def is_capitalized(bead: Bead, old: Span, new: Span) -> bool:
    """Whether two words differ in a capital that one has where a sentence begins, and are no values of a program."""
    if old.text[1:] != new.text[1:] or old.text[:1].lower() != new.text[:1].lower() or not NAMED.fullmatch(old.text):
        return False
    if not old.text[1:].islower() or not bead.target[0].text.strip(OBJECT + " ."):
        return False  # a name in mixed case, or one that stands alone, as no sentence does
    capital, begins = (old, bead.source[0]) if old.text[:1].isupper() else (new, bead.target[0])
    return capital.start <= begins.start + 1 and old.text.lower() not in VALUES


def is_linked(bead: Bead, text: str) -> bool:
    """Whether a code of the source is the text of a link here, which tells what it is, and stands in none there."""
    there = {link.target for block in bead.source for link in block.links}
    return any(link.text == text and link.target not in there for block in bead.target for link in block.links)


def is_shown_sign(pair: Pair, old: Span) -> bool:
    """Whether a code is but a sign that the source shows behind its name: `an ellipsis (...)`."""
    raw = pair.source.raw
    bracketed = raw[old.start - 1 : old.start] == b"(" and raw[old.end : old.end + 1] == b")"
    return bracketed and not WORD.search(old.text)


def is_plain_number(pair: Pair, bead: Bead, text: str, place: tuple[int, int]) -> bool:
    """Whether a code is a number, and a text has none of its numbers in code, nor a mark of one at it: it reads as it is."""
    raw, (start, end) = pair.target.raw, place
    if raw[start - 1 : start] == b"`" or raw[end : end + 1] == b"`":
        return False
    return text.isdecimal() and not any(code.text.isdecimal() for block in bead.target for code in block.codes)


def is_on_key(pair: Pair, text: str, place: tuple[int, int]) -> bool:
    """Whether a text without backticks stands on a key, or, as words on a button, in bold: it is set apart by that."""
    raw, (start, end) = pair.target.raw, place
    if raw[start - len(KEY[0]) : start] == KEY[0] and raw[end : end + len(KEY[1])] == KEY[1]:
        return True
    return SAID.fullmatch(text) is not None and raw[start - 2 : start] == raw[end : end + 2] == b"**"


def is_set_wider(pair: Pair, old: Span, new: str) -> bool:
    """Whether a code holds the source's, and what the source has beside that: a sign before it, or its value behind it.

    Or a gloss in brackets, which says what it is; or what it is of, as the source has it elsewhere.
    """
    text = old.text
    if new.startswith(text) and GLOSS.fullmatch(new, len(text)):
        return True
    if new.removesuffix("()").endswith(text) and (of := FULLER.fullmatch(new.removesuffix("()")[: -len(text)])):
        return of[1].encode() in pair.source.raw
    bare = text.removesuffix("()")
    if bare.endswith(new.removesuffix("()")) and (of := FULLER.fullmatch(bare[: -len(new.removesuffix("()"))])):
        return of[1].encode() in pair.target.raw  # or it is said without what it is of
    at = new.find(text)
    if at < 0 or len(new) <= len(text):
        return False
    before, behind = (new[:at].encode(), new[at + len(text) :].encode())
    raw, (start, end) = pair.source.raw, (old.start, old.end)
    if raw[:start].endswith(before) and raw.startswith(behind, end):
        return (
            raw[start - len(before) - 1 : start - len(before)] != b"`" != raw[end + len(behind) : end + len(behind) + 1]
        )
    name, *value = IS.split(new)
    there = raw[end : end + NEAR].decode("utf-8", "ignore")
    return name == text and len(value) == 1 and value[0].strip("\"'") in WORD.findall(there)


def is_stressed_instead(bead: Bead, text: str) -> bool:
    """Whether a text stresses more than its source, which has a lone word in code there that is gone."""
    if not (text.isalpha() and text.islower()):
        return False
    there, here = ([span for block in side for span in (*block.strongs, *block.emphases)] for side in bead[:2])
    return len(here) > len(there) and not any(span.text.isupper() or any(map(str.isdigit, span.text)) for span in here)


def is_tag_told(text: str, said: str) -> bool:
    """Whether a code is a tag whose name a text says without its brackets: `<script>` as the script tag."""
    tag = TAG.fullmatch(text)
    return tag is not None and tag[1].lower() in WORD.findall(said.lower())


def in_other_case(bead: Bead, text: str) -> tuple[int, int] | None:
    """Where a code of the source stands as plain text whose letters are of another case: `ACK` as ack.

    What begins with a capital where the code is a word of small letters is its name (`is_called`).
    """
    wanted = text.lower()
    if len(text) < LEAST or (text.isalpha() and text.islower()) or any(_plainly(one, wanted) for one in bead.source):
        return None
    places = ((block, at) for block in bead.target if (at := _plainly(block, wanted)) is not None)
    found = next(places, None)
    return stretch(*found, text) if found is not None else None


def _plainly(block: Block, wanted: str) -> int | None:
    """Where a text stands in a block as words of their own, in whatever case."""
    low = block.text.lower()
    at = low.find(wanted) if len(low) == len(block.text) else -1
    if at < 0 or (low[at - 1 : at].isascii() and low[at - 1 : at].isalnum()):
        return None
    behind = low[at + len(wanted) : at + len(wanted) + 1]
    return None if behind.isascii() and behind.isalnum() else at


def is_told_in_parts(pair: Pair, bead: Bead, old: str) -> bool:
    """Whether each name of a path stands in a text by itself: `status.podIPs` as `podIPs` in the status."""
    if not PATH.fullmatch(old):
        return False
    return set(STEP.split(old)) <= set(WORD.findall(written_here(pair, bead)))


def written_here(pair: Pair, bead: Bead) -> str:
    """What the translation has of a bead, as it is written."""
    return "\n".join(pair.target.source_text(block.start, block.end) for block in bead.target)
