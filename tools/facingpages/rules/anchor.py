"""Anchors: explicit ids stay as they are in the source, and a fragment of the page itself leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.finding import Finding
from facingpages.rules.base import ERROR, Example, Family, Pair, Rule, shorten

MISSING = Rule(
    "anchor-missing",
    ERROR,
    "An explicit id of the source is missing.",
    "Links from other pages and other sites lead to it. An id that only the translation has is fine.",
    (
        Example("## Refunds {#refunds}\n\nNone.\n", "## Återbetalning\n\nIngen.\n", ("1:1",)),
        Example('<a name="top"></a>Buy.\n', "Köp.\n", ("1:1",)),
        Example(
            "## Refunds\n\nNone.\n", "## Återbetalning {#refunds}\n\nIngen.\n", note="An id added by the translator."
        ),
    ),
)
CHANGED = Rule(
    "anchor-changed",
    ERROR,
    "A heading has another explicit id than in the source.",
    "Ids are addresses, not words: they are not translated.",
    (Example("## Refunds {#refunds}\n\nNone.\n", "## Återbetalning {#aterbetalning}\n\nIngen.\n", ("1:1",)),),
)


def check(pair: Pair) -> Iterator[Finding]:
    """Ids of headings, then ids of everything else over the page."""
    ids = {anchor.text for block in pair.target.blocks for anchor in block.anchors}
    ids |= {block.name for block in pair.target.blocks if block.kind == "heading" and block.name}
    for unit in pair.missing:
        for block in unit.blocks:
            for anchor in block.anchors:
                if anchor.text not in ids and not block.text.strip():
                    yield pair.finding(
                        MISSING, 'The id "{there}" of the source is missing.', pair.gap(unit.position), (anchor.start, anchor.end),
                        note="source id", there=anchor.text,
                    )  # fmt: skip
    for bead in pair.aligned:
        a = bead.source[0]
        if a.kind == "heading" and a.name and a.name not in ids:
            b = bead.target[0]
            if b.kind == "heading" and b.name:
                yield pair.finding(
                    CHANGED, 'The id of this heading is "{here}"; in the source it is "{there}".', (b.start, b.end),
                    (a.start, a.end), note="source heading", bead=bead, here=b.name, there=a.name,
                )  # fmt: skip
            else:
                yield pair.finding(
                    MISSING, 'The id "{there}" of the source is missing.', (b.start, b.end), (a.start, a.end),
                    note="source heading", bead=bead, there=a.name, text=shorten(a.text),
                )  # fmt: skip
        for block in bead.source:
            for anchor in block.anchors:
                if anchor.text not in ids and anchor.text != (a.name if a.kind == "heading" else ""):
                    b = bead.target[0]
                    yield pair.finding(
                        MISSING, 'The id "{there}" of the source is missing.', (b.start, b.end),
                        (anchor.start, anchor.end), note="source id", bead=bead, there=anchor.text,
                    )  # fmt: skip


FAMILY = Family((MISSING, CHANGED), pair=check)
