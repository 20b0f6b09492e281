"""Markdown that is not read: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "html-swallowed": Doc(
        "Behind `<summary>` or `<div>` a blank line lets Markdown begin again. Without it the stars and hyphens are shown.",
        (
            Example(
                "<details>\n<summary>More</summary>\n\n**One** here.\n\n</details>\n",
                "<details>\n<summary>Mer</summary>\n**Ett** här.\n</details>\n",
                ("3:1",),
            ),
            Example("<p>Two *and* **three**.</p>\n", "<p>Två *och* **tre**.</p>\n", note="So in the source, too."),
        ),
    ),
    "directive-unknown": Doc(
        "Its name was translated, or its quotation marks are curly: the engine reads the line as text.",
        (
            Example(":::tip\nOne.\n:::\n", "::tip\nEtt.\n:::\n", ("1:1",), note="A colon was lost: told once."),
            Example("A\n\n::before is CSS.\n", "A\n\n::before är CSS.\n", note="No mark of the source's."),
            Example('--8<-- "a.md"\n\nA.\n', '—8<— "a.md"\n\nA.\n', ("1:1",), dialect="mkdocs"),
            Example("– 8 < 9 holds.\n", "– 8 < 9 gäller.\n", dialect="mkdocs"),
            Example(
                '=== "Windows"\n\n    One.\n\n=== "Linux"\n\n    Two.\n',
                '=== „Windows“\n\n    Ett.\n\n=== "Linux"\n\n    Två.\n',
                ("1:1",),
                dialect="mkdocs",
            ),
            Example(
                '!!! note "Title"\n\n    Body.\n',
                '!!! piezīme: "Virsraksts"\n\n    Teksts.\n',
                ("1:1",),
                locale="lv",
                dialect="mkdocs",
            ),
            Example("!!! is loud.\n", "!!! är högt.\n", note="Text in the source, too."),
        ),
    ),
}
