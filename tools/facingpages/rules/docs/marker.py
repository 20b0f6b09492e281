"""Markers: small signs in the text that a site's engine reads: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "marker-missing": Doc(
        "A footnote's number, a task box, an icon, a key, a strike-through, the place of the table of contents: the engine of the "
        "site makes something of it. A marker that moved to another block of the page with its sentence is fine. "
        "A list of attributes is for information: what it does shows on the page, or nowhere.",
        (
            Example("A sample[^1] here.\n\n[^1]: Note.\n", "Ett exempel här.\n\n[^1]: Not.\n", ("1:1",)),
            Example(
                "A[^1] and B[^2].\n\n[^1]: X.\n[^2]: Y.\n",
                "B[^2] och A[^1].\n\n[^1]: X.\n[^2]: Y.\n",
                note="Another order of words.",
            ),
            Example(
                "See this[^note].\n\n[^note]: X.\n",
                "Se detta[^not].\n\n[^not]: X.\n",
                note="A label renamed with its definition.",
            ),
            Example("- [ ] Buy\n- [x] Wait\n", "- Köp\n- [x] Vänta\n", ("1:1",)),
            Example("- [ ] Buy\n- [x] Wait\n", "* [ ] Köp\n* [X] Vänta\n", note="Another bullet, a capital X."),
            Example("Old is ~~this~~ that.\n", "Gammalt är detta det.\n", ("1:1",)),
            Example("Open :material-cog: Settings.\n", "Öppna inställningar.\n", ("1:1",), dialect="mkdocs"),
            Example("At 10:30:45 sharp, a:b:c.\n", "Kl. 10.30.45 prick, a/b/c.\n", note="No icon."),
            Example('[A map](a.md "The map") here.\n', "[En karta](a.md) här.\n", ("1:1",)),
            Example("See [[Start|the start]] now.\n", "Se början nu.\n", ("1:1",)),
            Example("Great :rocket: work.\n", "Fint \U0001f680 arbete.\n", note="The picture itself."),
            Example("One.\n\n<!-- more -->\n\nTwo.\n", "Ett.\n\nTvå.\n", ("3:1",)),
            Example("One.\n\n<!-- more -->\n\nTwo.\n", "Ett.\n\n<!--more-->\n\n<!-- obs -->\n\nTvå.\n"),
            Example("Start it with {option}`-s`.\n", "Starta den med `-s`.\n", ("1:1",)),
            Example("See {ref}`a`, {ref}`a` and {ref}`b`.\n", "Se {ref}`a` och {ref}`b`.\n", note="Said once."),
            Example("See {ref}`a`, {ref}`a` and {ref}`b`.\n", "Se {ref}`a` och `b`.\n", ("1:1",)),
            Example("Mind:\n\n!> Keep it.\n", "Obs:\n\n!> Behåll.\n", note="As Docsify writes a callout."),
        ),
    ),
    "marker-changed": Doc(
        "It was translated, torn by blanks, written with full-width signs, or stands apart from what it belongs to. The reader "
        "sees it as text, or something is not drawn. "
        "A warning where two footnotes changed places, which only their texts tell, and where a sign is shown that belongs to "
        "nothing.",
        (
            Example(
                "A[^a] or b[^b].\n\n[^a]: See `x`.\n[^b]: See `y`.\n",
                "A[^a] eller b[^b].\n\n[^a]: Se `y`.\n[^b]: Se `x`.\n",
                ("3:7",),
            ),
            Example(
                "A[^1] or b[^2].\n\n[^1]: See `x`.\n[^2]: See `y`.\n",
                "B[^1] eller a[^2].\n\n[^1]: Se `y`.\n[^2]: Se `x`.\n",
                note="Numbers follow the text.",
            ),
            Example("[TOC]\n\nText.\n", "[TDM]\n\nText.\n", ("1:1",), dialect="mkdocs"),
            Example("[[toc]]\n\nText.\n", "[[目录]]\n\nText.\n", ("1:1",), "zh"),
            Example("* TOC\n{:toc}\n\nText.\n", "* Innehåll\n{:toc}\n\nText.\n"),
            Example("Great :tada: work.\n", "Fint :fest: arbete.\n", ("1:6",)),
            Example(
                'See [a](a.md){: rel = "me" }.\n',
                'Se [a](a.md){: rel="me" }.\n',
                dialect="mkdocs",
                note="With blanks the source's is none.",
            ),
            Example(
                'See [a](a.md){: rel="me" }.\n',
                'Se [a](a.md){: rel = "me" }.\n',
                ("1:13",),
                dialect="mkdocs",
            ),
            Example(
                "The ~~old way (slow)~~ new way.\n",
                "これは~~古い方法（遅い）~~新しい方法です。\n",
                ("1:4",),
                "ja",
                note="As with bold: behind a sign no mark closes before a letter.",
            ),
            Example("The ~~old way~~ new way.\n", "これは~~古い方法~~新しい方法です。\n", locale="ja"),
            Example(
                "The ~~old way (slow)~~ new way.\n", "~~古い（遅い）~~新しい方法。\n", locale="ja", dialect="mkdocs"
            ),
            Example("Press ++ctrl+c++ now.\n", "Tryck på + + ctrl + c + +.\n", ("1:10",), dialect="mkdocs"),
            Example("C++ and C+++ and i++ are fine.\n", "C++ och C+++ och i++ går bra.\n", dialect="mkdocs"),
            Example("- [ ] Buy\n- [x] Wait\n", "- [] Köp\n- [x] Vänta\n", ("1:1",)),
            Example("- A\n    - [x] B\n", "- A\n    - [х] B\n", ("2:3",), "bg", note="The letter of another script."),
            Example("- [ ] Buy\n- [x] Wait\n", "- [ ] Köp\n- [ ] Vänta\n", ("2:1",)),
            Example("[Start](s.md){ .md-button }\n", "[Start](s.md) { .md-button }\n", ("1:15",), dialect="mkdocs"),
            Example('![Map](a.png){ width="300" }\n', '![Karta](a.png){ bredd="300" }\n', ("1:16",), dialect="mkdocs"),
            Example(
                '![Map](a.png){ width="300" title="Map" }\n',
                '![Karta](a.png){ title="Karta" width="300" }\n',
                dialect="mkdocs",
            ),
            Example("A[^1] here.\n\n[^1]: X.\n", "A[^ 1] här.\n\n[^1]: X.\n", ("1:2",)),
            Example("See {ref}`start`.\n", "Se {ref} `start`.\n", ("1:4",)),
            Example(
                "```py\nadd(5) # (1)!\n```\n\n1. Adds.\n",
                "```py\nadd(5) # (1)\n```\n\n1. Lägger till.\n",
                ("2:1",),
                dialect="mkdocs",
            ),
            Example("HTML.\n\n*[HTML]: Hyper\n", "HTML.\n\n*[HTML]：Hyper\n", ("3:1",), dialect="mkdocs"),
            Example("- Term\n  : Meaning.\n", "- Term\n  : Betydelse.\n"),
            Example("!> Keep it.\n", "！> Behåll.\n", ("1:1",)),
            Example("See [[a-page|the start]].\n", "Se [[en-sida|början]].\n", ("1:4",)),
            Example("See [[a-page|the start]] and [[it]].\n", "Se [[a-page|början]] och [[den]].\n"),
            Example("[a](a.md ':include')\n", "[a](a.md ':inkludera')\n", ("1:1",), note="Of Docsify."),
            Example("[a](a.md ':include')\n", "[b](a.md ':include')\n"),
            Example("One.\n\n<!-- more -->\n\nTwo.\n", "Ett.\n\n<!-- mer -->\n\nTvå.\n", ("3:1",)),
        ),
    ),
}
