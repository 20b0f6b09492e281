"""Links put right: around the words they belong to, with the punctuation outside, with each other's targets."""

from __future__ import annotations

from facingpages.document import Block, Link
from facingpages.finding import Fix
from facingpages.late import late
from facingpages.rules.base import Pair, stretch
from facingpages.rules.mend import SAFE, UNSAFE, Change, instead, several

SAYS, STOPPED = late(r"\w"), late(r"[.!?]\s")


def put_outside(pair: Pair, link: Link, stops: str) -> Fix | None:
    """The punctuation at an end of a link's text outside of its brackets: what a reader reads stays as it is."""
    raw = pair.target.raw
    if (
        link.form not in ("inline", "reference")
        or not raw.startswith(b"[", link.start)
        or link.text_end <= link.text_start
    ):
        return None
    text = pair.target.source_text(link.text_start, link.text_end)
    if text[-1] == "." and text.rsplit(None, 1)[-1].isupper():
        return None  # U.S., EE. UU.
    if text[-1] in stops and raw[link.text_end : link.text_end + 1] == b"]":
        sign = text[-1].encode()
        begin = link.text_end - len(sign)
        after = pair.target.source_text(link.end, link.end + 4)[:1]
        if (len(text) > 1 and text[-2] not in stops and after not in stops) or not after:
            return several(
                pair.target, [((begin, link.text_end), ""), ((link.end, link.end), text[-1])], "put it outside", SAFE
            )
    elif text[0] in stops and len(text) > 1:
        end = link.text_start + len(text[0].encode())
        return several(
            pair.target, [((link.start, link.start), text[0]), ((link.text_start, end), "")], "put it outside", SAFE
        )
    return None


def linked(pair: Pair, block: Block, old: Link) -> Fix | None:
    """The source's link around its words, if they stand in the block as they are, once, and in no other link."""
    if not old.text or old.form != "inline" or block.text.count(old.text) != 1:
        return None
    at = stretch(block, block.text.find(old.text), old.text)
    if pair.target.source_text(*at) != old.text or any(one.start < at[1] and at[0] < one.end for one in block.links):
        return None
    behind = pair.source.source_text(old.text_end, old.end)
    if not behind.startswith("]("):
        return None
    changes: list[Change] = [((at[0], at[0]), "["), ((at[1], at[1]), behind)]
    return several(pair.target, changes, "link it as the source does")


def unlinked(pair: Pair, link: Link) -> Fix | None:
    """The words of a link without it; nothing where the same link stands right before it."""
    raw = pair.target.raw
    again = link.end - link.start
    before = raw[: link.start].rstrip(b" ")
    if before.endswith(raw[link.start : link.end]) and len(before) >= again:
        return several(pair.target, [((len(before), link.end), "")], "delete what stands there twice")
    if (
        link.form != "inline"
        or raw[link.start : link.start + 1] != b"["
        or raw[link.text_end : link.text_end + 2] != b"]("
    ):
        return None
    changes: list[Change] = [((link.start, link.text_start), ""), ((link.text_end, link.end), "")]
    return several(pair.target, changes, "keep the words without the link")


def moved_to(pair: Pair, link: Link, words: tuple[int, int], text: str) -> Fix | None:
    """A link around other words, which say `text`; nothing where something marks any of them.

    They hold all of its own, or stand apart from it: of words beside it nobody knows how many belong to the text.
    """
    raw, label = pair.target.raw, pair.target.raw[link.text_start : link.text_end]
    own = link.text_start, link.text_start + len(link.text.rstrip(" .,;:!?").encode())
    between = raw[words[1] : link.start] + raw[link.end : words[0]]
    if not (words[0] <= own[0] and own[1] <= words[1]) and not between.strip():
        return None
    first, last = min(words[0], link.start), max(words[1], link.end)
    opens, closes = raw[link.start : link.text_start], raw[link.text_end : link.end]
    if link.form != "inline" or opens != b"[" or not closes.startswith(b"](") or label.decode() != link.text:
        return None
    if STOPPED.search(text) or SAYS.match(raw[link.end : link.end + 4].decode("utf-8", "ignore")[:1]):
        return None  # they end a sentence and begin another, or a word is glued to the link
    plain = raw[first : link.start] + label + raw[link.end : last]
    start, end = (at - first - (at >= link.text_start) - len(closes) * (at >= link.end) for at in words)
    if plain[start:end] != text.encode():
        return None
    new = plain[:start] + opens + plain[start:end] + closes + plain[end:]
    return instead(pair.target, (first, last), new.decode(), "link the words that are meant", UNSAFE)


def exchanged(pair: Pair, one: Link, two: Link) -> Fix | None:
    """Two links with each other's targets."""
    spans = []
    for link in (one, two):
        at = pair.target.raw.find(link.target.encode(), max(link.text_end, link.start), link.end)
        if at < 0 or not link.target:
            return None
        spans.append((at, at + len(link.target.encode())))
    changes: list[Change] = [(spans[0], two.target), (spans[1], one.target)]
    return several(pair.target, changes, "exchange the two addresses")


def spaced(pair: Pair, at: int) -> Fix:
    """A space where a word is glued."""
    return instead(pair.target, (at, at), " ", "put the space back", UNSAFE)
