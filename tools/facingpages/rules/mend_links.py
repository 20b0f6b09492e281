"""Links put right: around the words they belong to, with the punctuation outside, with each other's targets."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from facingpages.document import Block, Link
from facingpages.finding import Fix
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.rules.base import Pair, Range, stretch
from facingpages.rules.mend import SAFE, UNSAFE, Change, exchange, instead, several
from facingpages.rules.mistyped import MISTYPED, mistyped
from facingpages.rules.occurrences import Sought

NAME = 4  # letters of an address that do not stand in a text by chance
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


def linked(pair: Pair, block: Block, old: Link, text: Sought) -> Fix | None:
    """The source's link around its words, if they stand in the block's text as they are, once, and in no other link."""
    if not old.text or old.form != "inline" or text.count(old.text) != 1:
        return None
    at = stretch(block, text.first(old.text), old.text)
    if pair.target.source_text(*at) != old.text or _in_link(pair, block, at):
        return None
    behind = pair.source.source_text(old.text_end, old.end)
    if not behind.startswith("]("):
        return None
    changes: list[Change] = [((at[0], at[0]), "["), ((at[1], at[1]), behind)]
    return several(pair.target, changes, "link it as the source does")


def _in_link(pair: Pair, block: Block, at: Range) -> bool:
    """Whether a place of a block touches one of its links; asked for each of the links that it lost."""
    if ("links", id(block)) not in pair.memo:
        places = sorted((one.start, one.end) for one in block.links)
        pair.memo["links", id(block)] = [one for one, _ in places], list(accumulate((end for _, end in places), max))
    starts, ends = pair.memo["links", id(block)]
    before = bisect_left(starts, at[1])
    return before > 0 and bool(ends[before - 1] > at[0])


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


def taken_over(pair: Pair, new: Link, old: Link) -> Fix | None:
    """The source's target. Only on request where it may have to be another one here, or was chosen: an address that is
    not at all alike, one that the link's text names, or one with a locale or a fragment in it."""
    own = any(part in (pair.source.locale, pair.locale) for part in re.split(r"[/.?=&]", old.target + "/" + new.target))
    sure = (
        not _is_named(new, old) and mistyped(new.target, old.target) and "#" not in old.target + new.target and not own
    )
    within = (max(new.text_end, new.start), new.end)
    return exchange(
        pair.target, within, new.target, old.target, "take the address of the source", SAFE if sure else UNSAFE
    )


def _is_named(new: Link, old: Link) -> bool:
    """Whether the text of a link names what it leads to, rather than what the source's does: so it was chosen."""
    here, there = (link.target.rstrip("/").rpartition("/")[2].lower() for link in (new, old))
    text = new.text.lower()
    if len(here) < NAME:
        return False
    one, two = (resemblance(name, text) for name in (here, there))
    return here in text or (one >= MISTYPED and one > two)
