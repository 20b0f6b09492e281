"""Headings: the same levels in the same order, and still headings.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "heading-missing": Doc(
        "A missing section is one finding that says how many blocks went with it. An entry in a table of contents, a link "
        "to the section and its anchor are lost too. Several in a row are one finding. "
        "A warning where it is lost alone from a page that differs from its source at three places or more, and nothing in "
        "it tells that it stands nowhere on the page: no code, link or number, no words that the site renders.",
        (
            Example(
                "# One\n\nUse `a`.\n\n## Two\n\nUse `b`.\n\n## Three\n\nUse `c`.\n\n## Four\n\nUse `d`.\n",
                "# Ett\n\nBruka `a`.\n\n## Fyra\n\nBruka `d`.\n",
                ("5:1",),
            ),
            Example(
                "# Credits\n\nBuy them.\n\n## Refunds\n\nThere are none.\n\n## Help\n\nAsk [us](u.md).\n",
                "# Krediter\n\nKöp dem.\n\n## Hjälp\n\nFråga [oss](u.md).\n",
                ("5:1",),
            ),
            Example(
                "# Credits\n\nBuy them.\n\n## Help\n\nAsk [us](u.md).\n",
                '# Krediter\n\nKöp dem.\n\n<h2 id="help">Hjälp</h2>\n\nFråga [oss](u.md).\n',
                note="It is one in HTML.",
            ),
            Example(
                "# Credits\n\nBuy them.\n\n## Help\n\nAsk [us](u.md).\n",
                '# Krediter\n\nKöp dem.\n\n<hr id="help">\n\nFråga [oss](u.md).\n',
                ("5:1",),
            ),
        ),
    ),
    "heading-extra": Doc(
        "Often a section that was removed from the source since. "
        "For information where it stands above the names of those who translated the page, and where one locale keeps it "
        "between two comments that name it (`<!-- intro:start -->`, `<!-- intro:end -->`) and the source has none: what "
        "stands there is compared with nothing. Several in a row are one finding.",
        (
            Example(
                "# One\n\nUse `a`.\n\n## Four\n\nUse `d`.\n",
                "# Ett\n\n<!-- intro:start -->\n\n## Kort svar\n\nFråga oss.\n\n<!-- intro:end -->\n\nBruka `a`.\n\n"
                "## Fyra\n\nBruka `d`.\n",
                ("5:1",),
                note="For information.",
            ),
            Example(
                "# One\n\nUse `a`.\n\n## Four\n\nUse `d`.\n",
                "# Ett\n\nBruka `a`.\n\n## Två\n\nBruka `b`.\n\n## Tre\n\nBruka `c`.\n\n## Fyra\n\nBruka `d`.\n",
                ("5:1",),
            ),
            Example(
                "# Credits\n\nBuy them.\n\n## Help\n\nAsk [us](u.md).\n",
                "# Krediter\n\nKöp dem.\n\n## Återbetalning\n\nDet finns ingen återbetalning av krediter.\n\n"
                "## Hjälp\n\nFråga [oss](u.md).\n",
                ("5:1",),
            ),
        ),
    ),
    "heading-level": Doc(
        "The outline of the page, and what a screen reader jumps through, differs. Setext and ATX headings are the same. "
        "Three or more of one level that have the same other level here, with none between them that has its own, are one.",
        (
            Example(
                "# A\n\n## B\n\nUse `b`.\n\n## C\n\nUse `c`.\n\n### D\n\nUse `d`.\n\n## E\n\nUse `e`.\n",
                "# A\n\n#### B\n\nBruka `b`.\n\n#### C\n\nBruka `c`.\n\n### D\n\nBruka `d`.\n\n#### E\n\nBruka `e`.\n",
                ("3:1",),
            ),
            Example(
                "# A\n\n## B\n\nUse `b`.\n\n## C\n\nUse `c`.\n\n## D\n\nUse `d`.\n\n## E\n\nUse `e`.\n",
                "# A\n\n#### B\n\nBruka `b`.\n\n#### C\n\nBruka `c`.\n\n## D\n\nBruka `d`.\n\n#### E\n\nBruka `e`.\n",
                ("3:1", "7:1", "15:1"),
                note="One between them is right.",
            ),
            Example("# A\n\n## Refunds\n\nNone.\n", "# A\n\n### Återbetalning\n\nIngen.\n", ("3:1",)),
            Example("# Credits\n\nBuy.\n", "Krediter\n========\n\nKöp.\n", note="Setext style is the same heading."),
        ),
    ),
    "heading-lost": Doc(
        "It became bold text, or lacks the space after `#`, so it is a paragraph: no anchor, no entry in the contents.",
        (
            Example("## Leverage your community\n\nAsk.\n", "##Използване на общността\n\nПитайте.\n", ("1:1",), "bg"),
            Example(
                "## Leverage your community\n\nAsk.\n",
                "##Използване на общността\n\nПитайте.\n",
                locale="bg",
                dialect="mkdocs",
                note="To Python-Markdown it is a heading.",
            ),
            Example("## Refunds\n\nNone.\n", "**Återbetalning**\n\nIngen.\n", ("1:1",)),
            Example(
                "## Refunds\n\nThere are none.\n",
                "##Återbetalning\nDet finns ingen.\n",
                ("1:1",),
                note="It became the first line of the paragraph.",
            ),
            Example(
                "Say.\n\nThere are none.\n", "Säg.\n\n#tagg\nDet finns ingen.\n", note="The source has no heading."
            ),
        ),
    ),
    "heading-added": Doc(
        "Often a line of `---` or `===` that slipped under a paragraph and made a heading of it.",
        (Example("Buy credits.\n\nThen wait.\n", "Köp krediter.\n---\n\nVänta sedan.\n", ("1:1",)),),
    ),
    "heading-order": Doc(
        "Reported where an explicit id or the links, code and pictures in the section leave no doubt. Where the site is large enough to be learnt from, the words of two headings tell it, too: see `facingpages status`.",
        (
            Example(
                "# A\n\n## One {#one}\n\nFirst.\n\n## Two {#two}\n\nSecond.\n\n## Three {#three}\n\nThird.\n",
                "# A\n\n## Två {#two}\n\nAndra.\n\n## Tre {#three}\n\nTredje.\n\n## Ett {#one}\n\nFörsta.\n",
                ("11:1",),
            ),
            Example(
                "## A\n\n### Use\n\nOne.\n\n### Back\n\nTwo.\n\n## B\n\n### Use\n\nThree.\n\n### Back\n\nFour.\n\n## C\n\n### Use\n\nCalls it with a name.\n\n### Back\n\n| A | B |\n| --- | --- |\n| `c` | `d` |\n",
                "## A\n\n### Bruk\n\nEtt.\n\n### Svar\n\nTvå.\n\n## B\n\n### Bruk\n\nTre.\n\n### Svar\n\nFyra.\n\n## C\n\n### Svar\n\n| A | B |\n| --- | --- |\n| `c` | `d` |\n\n### Bruk\n\nAnropar den med ett namn.\n",
                ("29:1",),
                note="What a heading is called elsewhere on the page tells that it is the same section.",
            ),
        ),
    ),
}
