"""Notes, tips, warnings: of the same type, and still callouts.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "callout-type": Doc(
        "A warning that became a note. The title may be translated, the type is a keyword. "
        "For information where a shortcode of the theme stands for it, whose type nothing here can know.",
        (
            Example("> [!WARNING]\n> Funds expire.\n", "> [!NOTE]\n> Medel förfaller.\n", ("1:1",)),
            Example(
                '!!! tip "Save money"\n    Use both.\n',
                '!!! tip "Spara pengar"\n    Använd båda.\n',
                dialect="mkdocs",
                note="A translated title is fine.",
            ),
        ),
    ),
    "callout-keyword": Doc(
        "The site no longer knows it and shows the brackets to the reader. Text on the line of the marker makes it a "
        "quotation, too. "
        "A warning where the source's keyword is none of the known ones: the site may have its own.",
        (
            Example(
                '```admonish tip title="Logs"\nTurn them on.\n```\n',
                '```admonish råd title="Loggar"\nSlå på.\n```\n',
                ("1:1",),
            ),
            Example(
                '```admonish tip title="Logs"\nTurn them on.\n```\n', '```admonish tip title="Loggar"\nSlå på.\n```\n'
            ),
            Example(
                '```admonish tip title="Logs"\nTurn them on.\n```\n',
                "```admonish tip title=”Loggar”\nSlå på.\n```\n",
                ("1:1",),
            ),
            Example("```ad-note\nKeep it short.\n```\n", "```ad-anm\nFatta dig kort.\n```\n", ("1:1",)),
            Example("```ad-note\nKeep it short.\n```\n", "```ad-note\nFatta dig kort.\n```\n"),
            Example(
                "!!! warning\n\n    Wait.\n", "!!! 注意\n\n    请稍等。\n", ("1:1",), locale="zh", dialect="mkdocs"
            ),
            Example("> [!NOTE]\n> Keep it.\n", "> [! NOTE]\n> Behåll.\n", ("1:1",)),
            Example(
                "::::note\n\n:::tip\n\nMind.\n\n:::\n\n::::\n",
                "::::note\n\n:::råd\n\nAkta.\n\n:::\n\n::::\n",
                ("3:1",),
                dialect="mdx",
                note="Inside another one.",
            ),
            Example("> [!NOTE]\n> Keep it.\n", "> [!NOTE] Behåll.\n", ("1:1",)),
            Example("> [!NOTE] Title\n> Keep it.\n", "> [!NOTE] Titel\n> Behåll.\n", note="A title, as in the source."),
            Example("> [!NOTE]\n> Funds expire.\n", "> [!PIEZĪME]\n> Līdzekļi zaudē spēku.\n", ("1:1",), "lv"),
            Example("::: danger Stop\nMind.\n:::\n", "::: fara Stopp\nAkta.\n:::\n", ("1:1",)),
            Example(":::tip[A]\n\nMind.\n\n:::\n", ":::tip [B]\n\nAkta.\n\n:::\n", ("1:1",), dialect="mdx"),
            Example(":::tip[A]\n\nMind.\n\n:::\n", ":::tip[B\n\nAkta.\n\n:::\n", ("1:1",), dialect="mdx"),
            Example(":::tip[A]\n\nMind.\n\n:::\n", ":::tip(B)\n\nAkta.\n\n:::\n", ("1:1",), dialect="mdx"),
            Example(":::tip[A]\n\nMind.\n\n:::\n", ":::tip[B [b]]\n\nAkta.\n\n:::\n", dialect="mdx"),
            Example("::: tip A [b\nMind.\n:::\n", "::: tip B [c\nAkta.\n:::\n", note="A title without brackets."),
        ),
    ),
    "callout-missing": Doc(
        "The marker was lost, escaped or put into code. Of two callouts that became one, the one whose title or type no "
        "reader sees: told where its words stand, even where both are of one type.",
        (
            Example(
                "> [!NOTE]\n> Use both keys.\n\n> [!WARNING]\n> Funds expire soon.\n",
                "> [!NOTE]\n> Använd båda nycklarna.\n>\n> Medel förfaller snart.\n",
                ("4:3",),
            ),
            Example(
                "> [!TIP] Thank you for it!\n>\n> We live on work like yours on `docs`.\n",
                "Vi lever av arbete som ditt med `docs`.\n",
                ("1:1",),
            ),
            Example(
                "!!! note\n    Use both keys.\n\n!!! note\n    Funds expire soon.\n",
                "!!! note\n    Använd båda nycklarna.\n\n    Medel förfaller snart.\n",
                ("4:5",),
                dialect="mkdocs",
            ),
            Example(
                ":::note\n\nUse both keys.\n\n:::\n\n:::tip\n\nFunds expire soon.\n\n:::\n",
                ":::tip\n\nAnvänd båda nycklarna.\n\nMedel förfaller snart.\n\n:::\n",
                ("3:1",),
                dialect="mdx",
            ),
            Example(
                "> [!NOTE]\n> Use both keys.\n\n> [!TIP]\n> Funds expire soon.\n",
                "> [!NOTE]\n> Använd båda nycklarna. Medel förfaller snart.\n",
                ("2:3",),
            ),
            Example(
                "> [!NOTE]\n> Use both keys. Funds expire soon.\n\nMore.\n",
                "> [!NOTE]\n> Använd båda nycklarna.\n>\n> Medel förfaller snart.\n\nMer.\n",
                note="A paragraph that was split within it.",
            ),
            Example("> [!NOTE]\n> Funds expire.\n", "Medel förfaller.\n", ("1:1",)),
            Example("!!! note\n    Funds expire.\n", "\\!!! note\n\nMedel förfaller.\n", ("1:1",), dialect="mkdocs"),
            Example("> [!TIP]\n> Mind the fees.\n", "<Tip>\nTänk på priserna.\n</Tip>\n", dialect="mdx"),
            Example("> [!TIP]\n> Mind the fees.\n", "<Tip>Tänk på priserna.</Tip>\n", dialect="mdx"),
            Example("> [!TIP]\n> Mind the fees.\n", "<b>Tänk på priserna.</b>\n", ("1:1",), dialect="mdx"),
            Example(
                "> [!NOTE]\n> Mind the rates.\n",
                "{{% alert %}}\nTänk på priserna.\n{{% /alert %}}\n",
                dialect="hugo",
                note="A shortcode that makes a callout, too: told once, for information.",
            ),
        ),
    ),
    "callout-extra": Doc(
        "It was made more important than the source has it. For information where the source says in words that it is one, and "
        "where it tells of the translation itself.",
        (
            Example(
                "> [!NOTE]\n> Funds expire.\n>\n> Ask your bank.\n",
                "> [!NOTE]\n> Medel förfaller.\n\n> [!NOTE]\n> Fråga din bank.\n",
                ("4:1",),
                note="One became two.",
            ),
            Example(
                "> [!NOTE]\n> Funds expire.\n\n> [!NOTE]\n> Ask your bank.\n",
                "> [!NOTE]\n> Medel förfaller.\n\n> [!NOTE]\n> Fråga din bank.\n",
            ),
            Example("Funds expire.\n", "> [!NOTE]\n> Medel förfaller.\n", ("1:1",)),
            Example(
                "Funds expire.\n",
                "> [!NOTE]\n> Den här sidan är översatt.\n\nMedel förfaller.\n",
                ("1:1",),
                note="For information where it tells of the translation.",
            ),
            Example(
                "**NOTE:** Funds expire.\n",
                "> [!NOTE]\n> Medel förfaller.\n",
                ("1:1",),
                note="For information where the source says in words that it is one.",
            ),
        ),
    ),
}
