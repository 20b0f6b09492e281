"""Placeholders in braces, which a program fills: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "directive-placeholder": Doc(
        "`{0}`, `%s`, `${name}`: a program fills it in. "
        "For information where all names in braces were translated alike: then they are an example's, and no "
        "program's.",
        (
            Example("{0} credits left.\n", "0 krediter kvar.\n", ("1:1",)),
            Example("It is One%2C by hand.\n", "Det är ett för 2C hand.\n", note="A sign of an address."),
            Example("{count} from {name}.\n", "{antal} från {name}.\n", ("1:1",)),
            Example(
                "Set {count, plural, one {# file} other {# files}} now.\n",
                "Ange {count, plural, en {# fil} andra {# filer}} nu.\n",
                ("1:6",),
                note="The words before the braces are a program's.",
            ),
            Example(
                "Set {who, select, me {mine} other {theirs}} now.\n",
                "Ange {who, select, jag {min} other {deras}} nu.\n",
                ("1:6",),
            ),
            Example(
                "Set {count, plural, one {# file} other {# files}} now.\n",
                "Ustaw {count, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}} teraz.\n",
                locale="pl",
                note="The numbers of the language.",
            ),
            Example("Use {version}.\n", "Använd {versionen}.\n", ("1:1",), dialect="mdx", note="An expression of MDX."),
            Example("Use {version}.\n", "{version} används.\n", dialect="mdx"),
            Example(
                "{count} from {name}.\n", "{antal} från {namn}.\n", ("1:1", "1:1"), note="All of them: for information."
            ),
        ),
    ),
}
