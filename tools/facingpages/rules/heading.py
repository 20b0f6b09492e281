"""Headings: the same levels in the same order, and still headings."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.finding import Finding
from facingpages.rules.base import ERROR, WARNING, Example, Family, Pair, Rule, shorten

MISSING = Rule(
    "heading-missing",
    ERROR,
    "A heading of the source, or its whole section, has no counterpart.",
    "A missing section is one finding that says how many blocks went with it. An entry in a table of contents, a link "
    "to the section and its anchor are lost too.",
    (
        Example(
            "# Credits\n\nBuy them.\n\n## Refunds\n\nThere are none.\n\n## Help\n\nAsk [us](u.md).\n",
            "# Krediter\n\nKöp dem.\n\n## Hjälp\n\nFråga [oss](u.md).\n",
            ("5:1",),
        ),
    ),
)
EXTRA = Rule(
    "heading-extra",
    WARNING,
    "The translation has a heading, or a section, that the source lacks.",
    "Often a section that was removed from the source since.",
    (
        Example(
            "# Credits\n\nBuy them.\n\n## Help\n\nAsk [us](u.md).\n",
            "# Krediter\n\nKöp dem.\n\n## Återbetalning\n\nDet finns ingen återbetalning av krediter.\n\n"
            "## Hjälp\n\nFråga [oss](u.md).\n",
            ("5:1",),
        ),
    ),
)
LEVEL = Rule(
    "heading-level",
    ERROR,
    "A heading has another level than in the source.",
    "The outline of the page, and what a screen reader jumps through, differs. Setext and ATX headings are the same.",
    (
        Example("# A\n\n## Refunds\n\nNone.\n", "# A\n\n### Återbetalning\n\nIngen.\n", ("3:1",)),
        Example("# Credits\n\nBuy.\n", "Krediter\n========\n\nKöp.\n", note="Setext style is the same heading."),
    ),
)
LOST = Rule(
    "heading-lost",
    ERROR,
    "A heading of the source is no heading here.",
    "It became bold text, or lacks the space after `#`, so it is a paragraph: no anchor, no entry in the contents.",
    (
        Example("## Leverage your community\n\nAsk.\n", "##Използване на общността\n\nПитайте.\n", ("1:1",), "bg"),
        Example("## Refunds\n\nNone.\n", "**Återbetalning**\n\nIngen.\n", ("1:1",)),
    ),
)
ADDED = Rule(
    "heading-added",
    WARNING,
    "What is a paragraph in the source is a heading here.",
    "Often a line of `---` or `===` that slipped under a paragraph and made a heading of it.",
    (Example("Buy credits.\n\nThen wait.\n", "Köp krediter.\n---\n\nVänta sedan.\n", ("1:1",)),),
)
ORDER = Rule(
    "heading-order",
    WARNING,
    "A section stands in another place than in the source.",
    "Reported where an explicit id or the links, code and pictures in the section leave no doubt.",
    (
        Example(
            "# A\n\n## One {#one}\n\nFirst.\n\n## Two {#two}\n\nSecond.\n\n## Three {#three}\n\nThird.\n",
            "# A\n\n## Två {#two}\n\nAndra.\n\n## Tre {#three}\n\nTredje.\n\n## Ett {#one}\n\nFörsta.\n",
            ("11:1",),
        ),
    ),
)


def check(pair: Pair) -> Iterator[Finding]:
    """Headings missing, extra, of another level, turned into text, moved."""
    for unit in pair.missing:
        if unit.kind == "heading":
            block = unit.blocks[0]
            more = len(unit.blocks) - 1
            yield pair.finding(
                MISSING,
                'The section "{text}" of the source, with {count} blocks, has no counterpart.' if more
                else 'The heading "{text}" of the source has no counterpart.',
                pair.gap(unit.position), (block.start, unit.blocks[-1].end), note="source heading",
                text=shorten(block.text), count=str(more),
            )  # fmt: skip
    for unit in pair.extra:
        if unit.kind == "heading" and pair.duplicate_of(unit.blocks[0]) is None:
            block = unit.blocks[0]
            more = len(unit.blocks) - 1
            yield pair.finding(
                EXTRA,
                'The section "{text}", with {count} blocks, has no counterpart in the source.' if more
                else 'The heading "{text}" has no counterpart in the source.',
                (block.start, block.end), text=shorten(block.text), count=str(more),
            )  # fmt: skip
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.kind != "heading" and b.kind != "heading":
            continue
        place, origin = (b.start, b.end), (a.start, a.end)
        if a.kind == b.kind:
            if a.level != b.level:
                yield pair.finding(
                    LEVEL, "This heading has level {here}; in the source it has level {there}.", place, origin,
                    note="source heading", bead=bead, here=str(b.level), there=str(a.level),
                )  # fmt: skip
            if bead.moved:
                yield pair.finding(
                    ORDER, 'The section "{text}" stands in another place in the source.', place, origin,
                    note="source heading", bead=bead, text=shorten(b.text),
                )  # fmt: skip
        elif a.kind == "heading":
            if b.text.startswith("#"):
                message = "This is no heading: a space is missing after the #."
            else:
                message = "The source has a heading here; this is a paragraph."
            yield pair.finding(LOST, message, place, origin, note="source heading", bead=bead)
        else:
            yield pair.finding(
                ADDED, "This is a heading; in the source it is a paragraph.", place, origin, bead=bead
            )  # fmt: skip


FAMILY = Family((MISSING, EXTRA, LEVEL, LOST, ADDED, ORDER), pair=check)
