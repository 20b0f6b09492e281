"""Emphasis: markers that close.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "emphasis-unclosed": Doc(
        "The reader sees an asterisk. Usually a space slipped inside the marker (`** Save**`), one half was lost, or a letter "
        "touches it where the rules of Markdown need a space. An escaped `\\*` is text.",
        (
            Example("Select **Save**.\n", "Välj ** Spara**.\n", ("1:6",)),
            Example("Select **Save**.\n", "Välj **Spara.\n", ("1:6",)),
            Example("This is *very* big.\n", "これは_とても_大きい。\n", ("1:4",), "ja"),
            Example("This is **very** big.\n", "这＊＊非常＊＊大。\n", ("1:2",), "zh"),
            Example("Call *it* now.\n", "Anropa \\_den\\_ nu.\n", ("1:8",)),
            Example("Call snake_case_name.\n", "Anropa snake_case_name.\n", note="Part of a name."),
            Example("Up to 5 ＊ 6.\n", "最多 5 ＊ 6。\n", locale="zh", note="A sign of the source."),
            Example("Up to 5 users.\n", "Upp till 5\\* användare.\n", note="An asterisk that is meant."),
            Example("Here `void ret` is *the* value.\n", "Här är void *ret värdet.\n", ("1:13",)),
            Example("It is **very** big.\n", "Det är \\*\\*mycket\\*\\* stort.\n", ("1:8",), note="Escaped."),
            Example("Type \\*bold\\* here.\n", "Skriv *fet* här.\n", ("1:7",), note="Meant as text in the source."),
            Example("Type \\*bold\\* here.\n", "Skriv \\*fet\\* *här*.\n"),
            Example("**A (1)** and **B (2)** run.\n", "**甲（1）**和**乙（2）** 运行。\n", ("1:7",), "zh"),
            Example("**A (1)** and **B (2)** run.\n", "**甲（1）** 和 **乙（2）** 运行。\n", locale="zh"),
        ),
    ),
}
