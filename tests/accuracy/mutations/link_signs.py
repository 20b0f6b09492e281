"""Damage to the signs of a link: what stands between its text and its target, and behind a bare address."""

import re
from random import Random

from tests.accuracy.kinds import defect
from tests.accuracy.page import LINK, Mark
from tests.accuracy.pairs import Mutation, Pair, pick


@defect("link-closing-quoted", "link")
def link_closing_quoted(pair: Pair, rng: Random) -> Mutation | None:
    """A quotation mark slips between the text of a link and its target."""
    found = pick(rng, (e for e in pair.links("paragraph", "item") if not e[1].text.startswith(("!", "<"))))
    if found is None:
        return None
    block, link, _ = found
    opened, closed = ("「", "」") if pair.target.locale[:2] in ("ja", "zh") else ("“", "”")
    return pair.change(block, link, f"{opened}[{link.text}]{closed}({link.target}{link.title})")


@defect("address-swallowed-words", "link")
def address_swallowed_words(pair: Pair, rng: Random) -> Mutation | None:
    """A bare address takes in the words behind it, in a script that puts no spaces there."""
    if pair.target.locale[:2] not in ("ja", "zh", "ko"):
        return None
    found = []
    for block in pair.target.of("paragraph", "item"):
        for mark in pair.target.marks(re.compile(r"(?<![(<\[\"'`\w])https?://[\w./-]*\w(?= \w)"), block):
            found.append((block, mark))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    line = pair.target.lines[chosen[1].line]
    mark = Mark(chosen[1].line, chosen[1].start, chosen[1].end + 1, "")
    return pair.change(chosen[0], mark, line[chosen[1].start : chosen[1].end])


@defect("link-label-unbracketed", "link")
def link_label_unbracketed(pair: Pair, rng: Random) -> Mutation | None:
    """``[text]：url``: a colon stands where the parenthesis was."""
    found = pick(
        rng, (e for e in pair.links("paragraph", "item") if "://" in e[1].target and not LINK.match(e[1].text))
    )
    if found is None:
        return None
    block, link, _ = found
    return pair.change(block, link, f"[{link.text}]：{link.target}")
