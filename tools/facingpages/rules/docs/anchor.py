"""Anchors: explicit ids stay as they are in the source, and a fragment of the page itself leads somewhere.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "anchor-missing": Doc(
        "Links from other pages and other sites lead to it. An id that only the translation has is fine. "
        "A warning where nothing on the page leads to it, so that only other pages may. "
        "One that does not end its line, or has no blank before it where the renderer wants one, is text. In a quotation or an item "
        "it is a program to MDX.",
        (
            Example(
                '<pre id="__code_1">x</pre>\n\nSee [a](a.md).\n',
                "<pre>x</pre>\n\nSe [a](a.md).\n",
                note="The id of a program, for itself.",
            ),
            Example("## Data {#data}\n\nNone.\n", "## Data {#data}:\n\nInga.\n", ("1:9",)),
            Example(
                "## Data {#data}\n\nNone.\n", "## Data {#data} ##\n\nInga.\n", note="Signs that close the heading."
            ),
            Example("## Data {#data}\n\nNone.\n", "## Data{#data}\n\nInga.\n", ("1:8",), dialect="mkdocs"),
            Example(
                "## Data {#data}\n\nNone.\n",
                "## Data{#data}\n\nInga.\n",
                dialect="mdx",
                note="Docusaurus needs no blank.",
            ),
            Example("> ## Notes\n", "> ## Noter {#notes}\n", ("1:12",), dialect="mdx"),
            Example("> ## Notes\n", "> ## Noter {#notes}\n", note="Fine outside of MDX."),
            Example("## Refunds {#refunds}\n\nNone.\n", "## Återbetalning\n\nIngen.\n", ("1:1",)),
            Example("## 会话 {#session}\n\n无。\n", "## Session\n\nIngen.\n", note="The heading makes the same id."),
            Example("## 会话 {#session}\n\n无。\n", "## Sessions\n\nInga.\n", ("1:1",)),
            Example('<a name="top"></a>Buy.\n', "Köp.\n", ("1:1",)),
            Example("(buy-it)=\n# Buy\n\nNow.\n", "(köp-det)=\n# Köp\n\nNu.\n", ("1:1",)),
            Example("(buy-it)=\n# Buy\n\nNow.\n", "(buy-it)=\n# Köp\n\nNu.\n", note="A label of MyST as it was."),
            Example(
                "## Refunds\n\nNone.\n",
                "## Återbetalning {#refunds}\n\nIngen.\n",
                note="An id added by the translator.",
            ),
            Example(
                "## One thing\n\nA.\n\n## Two things\n\nB.\n\n## Red things\n\nC.\n",
                '## <a name="one-thing"></a>En sak\n\nA.\n\n## <a name="two-things"></a>Två saker\n\nB.\n\n'
                "## Röda saker\n\nC.\n",
                ("9:1",),
            ),
            Example(
                "## One thing\n\nA.\n\n## Two things\n\nB.\n\n## `Red`\n\nC.\n",
                '## <a name="one-thing"></a>En sak\n\nA.\n\n## <a name="two-things"></a>Två saker\n\nB.\n\n'
                "## `Red`\n\nC.\n",
                note="A heading that is the source's has its id.",
            ),
        ),
    ),
    "anchor-changed": Doc(
        "Ids are addresses, not words: they are not translated. "
        "A warning where the id is one that a pipeline makes of the source's heading: no link on this page need lead "
        "to it.",
        (
            Example("## Refunds {#refunds}\n\nNone.\n", "## Återbetalning {#aterbetalning}\n\nIngen.\n", ("1:1",)),
            Example(
                "## First steps\n\nNone.\n",
                '## <a name="first-step"></a>Första stegen\n\nInga.\n',
                ("1:4",),
                note="A pipeline writes the id of the source's heading there; this one was damaged.",
            ),
            Example(
                "## First steps\n\nNone.\n",
                '## <a name="first-steps"></a>Första stegen\n\nInga.\n',
                note="The id of the source's heading.",
            ),
            Example(
                "## Call `load` at once\n\nNone.\n",
                '## <a name="call-load-at-once"></a>Anropa `load` direkt\n\nInga.\n',
                note="Code of a heading is part of its id.",
            ),
            Example(
                "## Call `load` at once\n\nNone.\n",
                '## <a name="call-loads-at-once"></a>Anropa `load` direkt\n\nInga.\n',
                ("1:4",),
            ),
            Example(
                "## First steps\n\nNone.\n",
                '## <a name="borja-har"></a>Första stegen\n\nInga.\n',
                note="An anchor of the translator's own.",
            ),
            Example(
                "## Use it :id=use\n\nText.\n", "## Använd :id=bruk\n\nText.\n", ("1:1",), note="As Docsify writes it."
            ),
            Example("## Use it :id=use\n\nText.\n", "## Använd :id=use\n\nText.\n"),
            Example(
                "## It's here\n\nNone.\n",
                '## <a name="it-s-here"></a>Det är här\n\nInga.\n',
                note="As another maker of ids has it.",
            ),
        ),
    ),
}
