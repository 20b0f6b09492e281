"""Text: letters of one script in a word, no broken encoding, no invisible characters, the page's own language.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "text-script": Doc(
        "A search won't find it and a screen reader won't read it. A Latin name with a Cyrillic ending is fine.",
        (
            Example("![The map](a.png)\n", "![Bildеn](a.png)\n", ("1:1",), note="In what is read out for a picture."),
            Example("![The map](a.png)\n", "![Bilden av Москва](a.png)\n"),
            Example("Open Teams first.\n", "Отворете \u0422eams първо.\n", ("1:10",), "bg"),
            Example("PDF files.\n", "PDFите са тук.\n", locale="bg", note="An ending."),
        ),
    ),
    "text-mojibake": Doc(
        "Text that went through a program which took UTF-8 for an older encoding.",
        (
            Example("Set it up.\n", "St\u00c3\u00a4ll in det.\n", ("1:3",)),
            Example(
                'It is "verified" now.\n',
                "C'est «\u00a0vérifié\u00a0» maintenant.\n",
                locale="fr",
                note="A quotation, as the language sets it.",
            ),
            Example(
                'It is "verified" now.\n',
                "C'est \u00ab\u00a0v\u00c3\u00a9rifi\u00c3\u00a9\u00a0\u00bb maintenant.\n",
                ("1:10",),
                "fr",
            ),
            Example("IT MAY.\n", "MÔŽE.\n", locale="sk", note="Capitals of the language itself."),
        ),
    ),
    "text-control": Doc(
        "A replacement character, a control character, an override of the writing direction. "
        "A sign without width inside a word or a heading is a warning, beside a word for information: the word is "
        "not found there, but nobody sees it.",
        (
            Example("Set it up.\n", "St\ufffdll in det.\n", ("1:3",)),
            Example("Tab one.\n", "Flik\u200c ett.\n", ("1:5",)),
            Example("Tab one.\n", "\ufeffFlik ett, fl\u200bik.\n", ("1:13",)),
            Example("I want.\n", "می\u200cخواهم.\n", locale="fa", note="Persian needs it."),
            Example("# I want\n", "# می\ufeffخواهم\n", ("1:5",), "fa"),
            Example("It is **bold**.\n", "Det är\u200b**fet**.\n", note="It lets the mark open."),
        ),
    ),
}
