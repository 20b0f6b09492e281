"""Nesting, as the site renders it: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "step-broken": Doc(
        "A paragraph, picture, code block, table or callout lost its indentation. The numbering starts anew behind it, or the "
        "reader no longer sees which step it belongs to. How far is enough is the renderer's: CommonMark asks for the column "
        "of the item's text, Python-Markdown for four blanks. "
        "A warning in a list without numbers, where no numbering restarts.",
        (
            Example(
                "1. One\n\n   <Tab>\n\n   ```\n   a\n   ```\n\n   </Tab>\n\n2. Two\n",
                "1. Ett\n\n   <Tab>\n\n```\na\n```\n\n   </Tab>\n\n2. Två\n",
                ("5:1",),
                dialect="mdx",
                note="Out of the component in the step, too.",
            ),
            Example(
                "1. One\n\n   <Tab>\n\n   ```\n   a\n   ```\n\n   </Tab>\n\n2. Two\n",
                "1. Ett\n\n   <Tab>\n\n     ```\n     a\n     ```\n\n   </Tab>\n\n2. Två\n",
                dialect="mdx",
                note="Indented more.",
            ),
            Example("1. Open.\n\n   More.\n\n1. Save.\n", "1. Öppna.\n\nMer.\n\n1. Spara.\n", ("3:1",)),
            Example(
                "- Begin.\n\n  1. Open.\n\n     More.\n\n  1. Save.\n",
                "- Börja.\n\n  1. Öppna.\n\n  Mer.\n\n  1. Spara.\n",
                ("5:3",),
                note="Out of the inner step alone.",
            ),
            Example(
                "- Begin.\n\n  1. Open.\n\n     More.\n\n  1. Save.\n",
                "- Börja.\n\n   1. Öppna.\n\n      Mer.\n\n   1. Spara.\n",
                note="Deeper than in the source, all of it.",
            ),
            Example(
                "1. Open.\n\n   ```sh\n   ls\n   ```\n\n2. Save.\n",
                "1. Öppna.\n\n```sh\nls\n```\n\n2. Spara.\n",
                ("3:1",),
            ),
            Example(
                "1. Open.\n\n    More.\n\n2. Save.\n", "1. Öppna.\n\n   Mer.\n\n2. Spara.\n", ("3:4",), dialect="mkdocs"
            ),
            Example(
                "1. Open.\n\n    More.\n\n2. Save.\n",
                "1. Öppna.\n\n   Mer.\n\n2. Spara.\n",
                note="Enough for CommonMark.",
            ),
            Example(
                "- Open.\n\n    More.\n\n- Save.\n",
                " - Öppna.\n\n    Mer.\n\n - Spara.\n",
                dialect="mkdocs",
                note="Python-Markdown does not count the blank before the marker.",
            ),
            Example(
                "- Open.\n\n    More.\n\n- Save.\n",
                " - Öppna.\n\n   Mer.\n\n - Spara.\n",
                ("3:4",),
                dialect="mkdocs",
            ),
            Example(
                "1. Open.\n\n   More. And more.\n\n1. Save.\n",
                "1. Öppna.\n\n    Mer.\n\n    Och mer.\n\n1. Spara.\n",
                note="Deeper, and split, but inside.",
            ),
        ),
    ),
    "callout-cut": Doc(
        "Its second paragraph, its list or its code lost the indentation or the quote mark, so the callout ends too early. "
        "Or a tab lost its title, so that what it holds stands in the one before. Or it ends too late, and holds what follows it "
        "in the source. Components of MDX and containers of `:::` are known by their names: a warning, for they may be but frames.",
        (
            Example(
                ":::note\n\nKeep it short.\n\n:::\n\nIt is saved.\n",
                ":::note\n\nHåll det kort.\n\nDet sparas.\n\n:::\n",
                ("5:1",),
                dialect="mdx",
                note="It ends too late.",
            ),
            Example(
                ":::note\n\nKeep it short. It is saved.\n\n:::\n\nEnd.\n",
                ":::note\n\nHåll det kort.\n\nDet sparas.\n\n:::\n\nSlut.\n",
                dialect="mdx",
                note="A paragraph that was split.",
            ),
            Example(
                "> Keep it short.\n\nThen save it.\n",
                "> Håll det kort.\nSpara det sedan.\n",
                ("2:1",),
                note="A line right below a quotation belongs to it.",
            ),
            Example(
                "> Keep it short. Then save it.\n", "> Håll det kort.\nSpara det sedan.\n", note="So it does there."
            ),
            Example(
                "<Steps>\n\n1. One.\n2. Two.\n\n</Steps>\n\nIt is saved.\n",
                "<Steps>\n\n1. Ett.\n2. Två.\n\nDet sparas.\n\n</Steps>\n",
                ("6:1",),
                dialect="mdx",
            ),
            Example(
                "<Steps>\n\n1. One.\n2. Two.\n\n</Steps>\n",
                "<Steps>\n\n1. Ett.\n\n</Steps>\n\n2. Två.\n",
                ("7:1",),
                dialect="mdx",
            ),
            Example("!!! note\n    One.\n\n    Two.\n", "!!! note\n    Ett.\n\nTvå.\n", ("4:1",), dialect="mkdocs"),
            Example("> [!NOTE]\n> One.\n>\n> Two.\n", "> [!NOTE]\n> Ett.\n\nTvå.\n", ("4:1",)),
            Example('=== "A"\n\n    One.\n', '=== "A"\n\nEtt.\n', ("3:1",), dialect="mkdocs"),
            Example(
                "!!! note\n\n    !!! tip\n\n        One.\n\n        Two.\n",
                "!!! note\n\n    !!! tip\n\n        Ett.\n\n    Två.\n",
                ("7:5",),
                dialect="mkdocs",
                note="Out of the inner one.",
            ),
            Example(
                '=== "A"\n\n    Run it now.\n\n=== "B"\n\n    Then wait.\n',
                '=== "A"\n\n    Kör den nu.\n\n    Vänta sedan.\n',
                ("5:5",),
                dialect="mkdocs",
            ),
            Example(
                '=== "A"\n\n    Run it now. Then wait.\n\n=== "B"\n\n    Sleep.\n',
                '=== "A"\n\n    Kör den nu.\n\n    Vänta sedan.\n\n=== "B"\n\n    Sov.\n',
                dialect="mkdocs",
                note="A paragraph that was split.",
            ),
            Example('=== "A"\n\n    One.\n', '=== "B"\n\n    Ett.\n', dialect="mkdocs", note="Another title."),
        ),
    ),
    "quote-lost": Doc(
        "Its mark was escaped or written full-width, so that the reader sees it; or the page has other quotations that kept "
        "theirs, or no other. Where none of several kept it, the translator sets them as text. An error where the mark is there "
        "as text.",
        (
            Example("> Quoted.\n\nEnd.\n", "\\> Citerat.\n\nSlut.\n", ("1:1",)),
            Example("> Quoted.\n\nEnd.\n", "Citerat.\n\nSlut.\n", ("1:1",)),
            Example("> One.\n\nText.\n\n> Two.\n", "Ett.\n\nText.\n\nTvå.\n", note="All of them set as plain text."),
            Example("> One.\n\nText.\n\n> Two.\n", "> Ett.\n\nText.\n\nTvå.\n", ("5:1",)),
            Example("1. Read:\n\n   > Quoted.\n", "1. Läs:\n\n   Citerat.\n", ("3:4",)),
            Example("1. Read:\n\n   > Quoted.\n", "1. Läs:\n\n   > Citerat.\n"),
        ),
    ),
    "quote-added": Doc(
        "Readers take it for another's words. What is a quotation, a callout or an item in the source may well be one here.",
        (
            Example("Plain.\n\nEnd.\n", "> Enkel.\n\nSlut.\n", ("1:3",)),
            Example("> Plain.\n\nEnd.\n", "> > Enkel.\n\nSlut.\n", note="Deeper, but a quotation."),
            Example("> [!NOTE]\n> Plain.\n\nEnd.\n", "> [!NOTE]\n> Enkel.\n\nSlut.\n", note="A callout."),
        ),
    ),
    "directive-colons": Doc(
        "`::::` around `:::`: with as many colons as the inner one the outer container ends at the first closing line.",
        (
            Example(
                "::::note\n\n:::tip\n\nShort.\n\n:::\n\n::::\n",
                ":::note\n\n:::tip\n\nKort.\n\n:::\n\n:::\n",
                ("1:1",),
                dialect="mdx",
            ),
        ),
    ),
}
