"""Items that pairing in order made one: whether both of them are in the one they stand for, or one of them is lost.

Length alone makes two items of one that is a bit long. So each has to leave something of its own there, or the one has
to read like two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facingpages.align.features import STRONG, keys, words
from facingpages.align.itemized import has
from facingpages.align.left import Found, off, turned
from facingpages.align.score import SENTENCE, Side, Voices, adds, fit, weight
from facingpages.document import Block
from facingpages.late import late

# A mark within an item, where that of the next one stood: `One. -Two`, `One\n--Two`, `one - two`.
MARKED = late(
    r"(?<=[\s`.:;\u3002\uff1b])[-*+\u2013\u2014\u2022\u00b7\u30fb]{1,2}(?=[^\s\d>-])|\s[-*\u2022\u00b7]\s|\s\d{1,2}[.)\u3001]\s|(?<!^)[\u2022\u30fb]"
)
CLOSER = 0.2  # how much better (in logarithms) one has to be as long as both than as long as the longer of them
BRIEF = 12  # letters of the shorter one that its length says something by
GAIN = 0.0, 0.15  # the same where it has the sentences of both: of neither is there a trace, or of one
NEAR = 0.25  # how far one may be from as long as both
WORDY = 40  # letters of a short item that is looked for as it is: `C++` in `C/C++`


def unmerged(found: list[Found], scale: float, voices: Voices) -> list[Found]:
    """Of two items that stand for one, the one that is not in it: left over."""
    found = turned(list(_unmerged(found, scale, voices)))
    return turned(list(_unmerged(found, 1 / scale, voices[::-1])))


def _unmerged(found: Sequence[Found], scale: float, voices: Voices) -> Iterator[Found]:
    for s, t, score, moved in found:
        one = _strange(s, t[0], scale, voices) if len(s) == 2 and len(t) == 1 and not moved else None
        if one is None:
            yield s, t, score, moved
            continue
        rest = tuple(block for block in s if block is not one)
        pieces: list[Found] = [((one,), (), 0.0, False), (rest, t, score, moved)]
        yield from pieces if one is s[0] else pieces[::-1]


def _strange(s: Sequence[Block], text: Block, scale: float, voices: Voices) -> Block | None:
    """Which of two items that stand for one is not in it."""
    one, other = s
    if text.marker is None or one.marker is None or other.marker is None:
        return None
    if MARKED.search(text.text.strip()) or _breaks(text) > sum(map(_breaks, s)):
        return None
    held = [(block, [key for key in keys(block) if key[0] in STRONG]) for block in s]
    strange = [block for block, some in held if some and not any(has(text, key) for key in some)]
    if len(strange) == 1:
        return strange[0]
    leading = [_leads(block, text) for block in s]
    if None not in leading and leading[0] != leading[1]:
        return s[leading.index(False)]
    proofs = [_is_in(one, other, text), _is_in(other, one, text)]
    if all(proofs) or _is_long(s, text, scale) or _has_sentences(s, text, scale, GAIN[any(proofs)]):
        return None
    if voices[0] is not None and adds([one], [other], [text], voices) and adds([other], [one], [text], voices):
        return None
    if proofs[0] != proofs[1]:
        return s[proofs.index(False)]
    there = Side((text,), scale, voices[1])
    return min(s[::-1], key=lambda block: fit(Side((block,), 1.0, voices[0]), there))


def _leads(item: Block, text: Block) -> bool | None:
    """Whether a text leads to a part of a page that an item leads to; None where the item leads to none."""
    parts = {link.target for link in item.links if "#" in link.target}
    return not parts.isdisjoint([link.target for link in text.links]) if parts else None


def _is_in(one: Block, other: Block, text: Block) -> bool:
    """Whether an item left something in a text that the other one does not hold."""
    if any(has(text, key) for key in keys(one) - keys(other)) or (words(one) - words(other)) & words(text):
        return True
    told = one.text.strip()
    if not told or len(told) > WORDY:
        return False
    rest = text.text.replace(other.text.strip(), "", 1)  # `C++` is no `C`
    at = rest.find(told)
    return at >= 0 and not rest[max(0, at - 1) : at].isalnum() and not rest[at + len(told) :][:1].isalnum()


def _is_long(s: Sequence[Block], text: Block, scale: float) -> bool:
    """Whether a text is as long as two items, neither of which is a word or two."""
    close, most = _off(s, text, scale)
    return min(weight(block.text) for block in s) >= BRIEF and close <= NEAR and close + CLOSER < most


def _has_sentences(s: Sequence[Block], text: Block, scale: float, gain: float) -> bool:
    """Whether a text has as many sentences as two items, and is rather as long as both than as the longer one."""
    close, most = _off(s, text, scale)
    least = min(weight(block.text) for block in s)
    return least >= BRIEF and close + gain < most and _sentences(text) >= sum(map(_sentences, s))


def _off(s: Sequence[Block], text: Block, scale: float) -> tuple[float, float]:
    """How far the length of a text is from that of two items, and from that of the longer one."""
    one, other = (weight(block.text) for block in s)
    here = weight(text.text) * scale
    return off(here, one + other), off(here, max(one, other))


def _sentences(block: Block) -> int:
    """How many sentences a text has; what no sign ends is one, too."""
    text = block.text.strip()
    return len(SENTENCE.findall(text)) + (SENTENCE.match(text[-1:]) is None)


def _breaks(block: Block) -> int:
    """How often a line ends within a block: where each item is one, and what they stand for two, a mark may be lost."""
    return sum(piece == " " for _, piece in block.pieces)
