"""Anchors: explicit ids stay as they are in the source, and a fragment of the page itself leads somewhere.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "anchor-missing": Doc(
        "Links from other pages and other sites lead to it. An id that only the translation has is fine.",
        (
            Example("## Refunds {#refunds}\n\nNone.\n", "## Återbetalning\n\nIngen.\n", ("1:1",)),
            Example('<a name="top"></a>Buy.\n', "Köp.\n", ("1:1",)),
            Example(
                "## Refunds\n\nNone.\n",
                "## Återbetalning {#refunds}\n\nIngen.\n",
                note="An id added by the translator.",
            ),
        ),
    ),
    "anchor-changed": Doc(
        "Ids are addresses, not words: they are not translated.",
        (Example("## Refunds {#refunds}\n\nNone.\n", "## Återbetalning {#aterbetalning}\n\nIngen.\n", ("1:1",)),),
    ),
}
