"""Inline code that is another here on purpose: what to press in the reader's language, what the page calls its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from facingpages.align import Bead
from facingpages.document import Span
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.rules.base import Pair, codes
from facingpages.rules.held import What
from facingpages.rules.rendered import VALUES, is_button, is_pressed, likeness
from facingpages.rules.words_as_code import WORDED, parts, said_in_examples

MARK, OFTEN = 2, 4  # letters of a mark, and how many blocks of a page must have it so
WORDS = 3  # codes of a page that are words in small letters and were translated: then it sets words as code
UNLIKE = 0.5  # how alike two words are at most, none of which is the other mistyped
BUTTONS = 2  # codes of a page that are words as on buttons and were translated: then it has buttons
LONG, TYPED = 6, 0.9  # letters of a word, and how like it one is that is the same, mistyped
WORD = late(r"\w+")
NAME = late(r"[^\W\d_](?:[^\W\d]*[^\W\d_])?")
SIGNS = late(r"[ _-]+")
IS = late(r"={1,3}|:")  # between a name and its value


def is_chosen(pair: Pair, old: Span, new: Span) -> bool:
    """Whether another code is what to press in the reader's language, or is called so all over the page."""
    if _is_pressed(pair, old, new) or _are_buttons(pair, old, new) or _is_called_so(pair, old, new):
        return True
    if _is_word(old.text, new.text) and len(_translated(pair)) >= WORDS and old.text in _translated(pair):
        return True
    return _is_mark(old.text) and _is_mark(new.text) and _marks(pair)[old.text] == {new.text}


def _is_mark(text: str) -> bool:
    """Whether a code is no more than a letter or two, by which a page marks things: `B` for beginners, `A` for advanced."""
    return len(text) <= MARK and text.isalpha()


def _marks(pair: Pair) -> Mapping[str, Set[str]]:
    """What stands for each such mark of the source where it stands alone in a block, and often; else nothing."""
    if "marks" not in pair.memo:
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for bead in pair.holding(What.CODE):
            there, here = ([code.text for code in codes(side)] for side in (bead.source, bead.target))
            if len(there) == len(here) == 1 and _is_mark(there[0]):
                found[there[0]][here[0]] += 1
        pair.memo["marks"] = defaultdict(
            frozenset, {old: frozenset(new) for old, new in found.items() if new.total() >= OFTEN}
        )
    marks: Mapping[str, Set[str]] = pair.memo["marks"]
    return marks


def _is_pressed(pair: Pair, old: Span, new: Span) -> bool:
    """Whether the source says of a code that it is what to press."""
    raw = pair.source.raw
    before, behind = raw[max(0, old.start - 24) : old.start], raw[old.end : old.end + 24]
    return is_pressed(old.text, new.text, *(text.decode("utf-8", "ignore") for text in (before, behind)))


def _are_buttons(pair: Pair, old: Span, new: Span) -> bool:
    """Whether single words as on buttons were translated, here and in another place of the page."""
    if not is_button(old.text, new.text):
        return False
    if "buttons" not in pair.memo:
        found: set[str] = set()
        for bead in pair.holding(What.CODE):
            there, here = ([code.text for code in codes(side)] for side in (bead.source, bead.target))
            if len(there) == len(here):
                found.update(
                    one for one, other in zip(there, here, strict=True) if one != other and is_button(one, other)
                )
        pair.memo["buttons"] = len(found)
    return bool(pair.memo["buttons"] >= BUTTONS)


def _is_word(old: str, new: str) -> bool:
    """Whether a code is words in small letters, and another one their translation."""
    if not (WORDED.fullmatch(old) and WORDED.fullmatch(new) and old.islower()) or old in VALUES:
        return False
    return not new.isascii() or likeness(old, new) < UNLIKE


def _translated(pair: Pair) -> frozenset[str]:
    """Such words of a page that were translated, and that none of its examples and none of its longer codes has.

    In a table words are rather names of what a program is given.
    """
    if "words as code" not in pair.memo:
        found: set[str] = set()
        for bead in pair.holding(What.CODE):
            there, here = ({code.text for code in codes(side)} for side in (bead.source, bead.target))
            lost, new = there - here, here - there
            if bead.target[0].kind != "row" and 0 < len(lost) <= len(new):
                found.update(one for one in lost if any(_is_word(one, other) for other in new))
        known = said_in_examples(pair.source) | parts(pair.source) if found else frozenset()
        pair.memo["words as code"] = frozenset(text for text in found if known.isdisjoint(text.split()))
    words: frozenset[str] = pair.memo["words as code"]
    return words


def _is_called_so(pair: Pair, old: Span, new: Span) -> bool:
    """Whether the page's own examples say the words of a code that it has instead of the source's, which they have not."""
    mine, theirs = (set(WORD.findall(one.text)) for one in (new, old))
    other = (mine - theirs, theirs - mine)
    here, there = (said_in_examples(document) for document in (pair.target, pair.source))
    return all(other) and all(
        words <= said and words.isdisjoint(unsaid)
        for words, said, unsaid in ((other[0], here, there), (other[1], there, here))
    )


def mends(pair: Pair, old: str, new: str) -> bool:
    """Whether a word of the source was mistyped there, by what it says in other places, and is right here."""
    signs = SIGNS.sub("", old) == SIGNS.sub("", new) != old
    if len(old) < LONG or not (signs or (NAME.fullmatch(old) and NAME.fullmatch(new))):
        return False
    if pair.source.raw.count(old.encode()) != 1:  # asked last: a page may have a thousand codes that differ
        return False
    alike = signs or resemblance(old, new) >= TYPED
    return alike and pair.source.raw.count(new.encode()) > 0


def is_told_apart(old: str, texts: Set[str]) -> bool:
    """Whether a code that gives something a value, `done = true`, is two codes here with words between: `done` is `true`."""
    parts = [part.strip("\"' \t\n") for part in IS.split(old)]
    return (
        len(parts) == 2 and all(parts) and all(not texts.isdisjoint((part, f'"{part}"', f"'{part}'")) for part in parts)
    )


def leave_repeated(bead: Bead, extra: list[Span]) -> None:
    """Leave out those codes of the source that are said once more, where a side has more than the other.

    They stand for no other code, but for `it`.
    """
    there, here = codes(bead.source), codes(bead.target)
    if len(there) != len(here):
        known = {code.text for code in there}
        extra[:] = [code for code in extra if code.text not in known]


def is_strange(bead: Bead, extra: Sequence[Span], old: Span) -> bool:
    """Whether a code that a block has twice has become another: there are as many, and one is like it, or translated."""
    there, here = codes(bead.source), codes(bead.target)
    known = {code.text for code in there}
    said = " ".join(block.text for block in bead.source)  # what is no code there may be set as such here
    return len(there) == len(here) and any(
        code.text not in known
        and code.text not in said
        and (likeness(code.text, old.text) > UNLIKE or (old.text.isascii() and not code.text.isascii()))
        for code in extra
    )
