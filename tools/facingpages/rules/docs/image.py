"""Pictures: the same ones, with a text for those who can't see them.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "image-missing": Doc(
        "Compared block by block, then over the page. For information where the page shows it as often as the source: what "
        "it stands in was moved.",
        (
            Example("Select it. ![Save](save.png)\n", "Välj den.\n", ("1:1",)),
            Example("Select it.\n\n![Save](save.png)\n", "Välj den.\n![Spara](save.png)\n", note="A line higher."),
            Example("Select it.\n\n![Save](save.png)\n", "Välj den.\n", ("1:10",)),
            Example(
                "![MIT](https://x.example/mit) ![Tests](https://x.example/tests-green)\n![Size](https://x.example/size)\n",
                "![Tests](https://x.example/tests-f52)\n![Size](https://x.example/size)\n",
                ("1:1",),
                note="The first was lost; the other is another edition of the one that is called like it.",
            ),
        ),
    ),
    "image-source": Doc(
        "A localized screenshot has the same file name in a folder of its locale, or the locale in its name. "
        "A warning where the picture has another name altogether on another site, and for information on the same "
        "one: it may be an edition in the reader's language, or the number of a store of pictures. For information, too, "
        "where each lies in its language's folder, under a name of its own, or the source's name says that it is in its language.",
        (
            Example("![Talk](img/summary-en.png)\n", "![Möte](img/live-talk.png)\n", ("1:1",), note="For information."),
            Example("![Save](img/save.png)\n", "![Spara](img/safe.png)\n", ("1:1",)),
            Example(
                "![Save](https://c.example/WWnwBEQKIOhIeqbs.png)\n",
                "![Spara](https://c.example/ef2a61a7-8f65-4001.png)\n",
                ("1:1",),
                note="Another name altogether: for information on one host, else a warning.",
            ),
            Example("![Save](img/save.png)\n", "![Spara](img/sv/save.png)\n", note="A localized screenshot."),
            Example("![Save](save-2.png)\n", "![Spara](save-sv-2.png)\n", note="One that says so within its name."),
            Example("![Save](save-2.png)\n", "![Spara](save-de-2.png)\n", ("1:1",)),
            Example(
                "![Saved files](img/en/the-saved-files.png)\n",
                "![Sparade filer](img/sv/de-sparade-filerna.png)\n",
                ("1:1",),
                note="For information: each in its language's folder.",
            ),
            Example(
                "![Save](https://c.example/248637861-f3552ab5-a105-40b5-8210-65487903c6ba.png)\n",
                "![Spara](https://d.example/f3552ab5-a105-40b5-8210-65487903c6ba)\n",
                note="One number of a store.",
            ),
            Example(
                "![Save](https://c.example/248637861-f3552ab5-a105-40b5-8210-65487903c6ba.png)\n",
                "![Spara](https://c.example/248637861-f3552ab5-a105-40b5-8210-65487903c6b0.png)\n",
                ("1:1",),
            ),
            Example("![Save](img/en/saved-files.png)\n", "![Spara](img/sv/saved-file.png)\n", ("1:1",), note="A slip."),
            Example("![Save](img/en/saved-files.png)\n", "![Spara](img/en/saved-pages.png)\n", ("1:1",)),
            Example(
                "![Save](img/save.png)\n",
                "<img src={require('/img/save.png').default} alt=\"Spara\" />\n",
                dialect="mdx",
                note="The same picture, set in by a program.",
            ),
            Example(
                "![Save](img/save.png)\n",
                "<img src={require('/img/safe.png').default} alt=\"Spara\" />\n",
                ("1:1",),
                dialect="mdx",
            ),
            Example(
                "![CI](https://c.example/a/badge.svg)\n",
                "![CI](https://c.example/b/badge.svg)\n",
                ("1:1",),
                note="All badges are called so.",
            ),
        ),
    ),
    "image-link": Doc(
        "The `!` before the bracket was lost.", (Example("![Save](save.png)\n", "[Spara](save.png)\n", ("1:1",)),)
    ),
    "image-extra": Doc(
        "For information where the same picture occurs elsewhere on the source page.",
        (Example("Select it.\n", "Välj den. ![Spara](save.png)\n", ("1:11",)),),
    ),
    "image-alt": Doc(
        "The source describes it for those who can't see it; the translation leaves the description empty.",
        (Example("![The Save button](save.png)\n", "![](save.png)\n", ("1:1",)),),
    ),
}
