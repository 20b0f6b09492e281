"""Front matter: it parses, machine keys are equal, human ones are there and translated.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "metadata-syntax": Doc(
        "Sites then show it to the reader as text, or drop it without a word. The rest of the page is still checked.",
        (
            Example("---\ntitle: A\n---\n\nBuy.\n", "---\ntitle: A: B: [\n---\n\nKöp.\n", ("2:1",)),
            Example(
                "---\ntitle: A\n---\n\nBuy.\n",
                "- - -\ntitle: B\n- - -\n\nKöp.\n",
                ("1:1",),
                note="What was front matter.",
            ),
            Example("---\ntitle: A\n---\n\nBuy.\n", "\n---\ntitle: B\n---\n\nKöp.\n", ("1:1",)),
            Example("***\n\nA: one\n", "***\n\nA: ett\n"),
        ),
    ),
    "metadata-duplicate": Doc(
        "Which one counts depends on the program that reads it.",
        (Example("---\ntitle: A\n---\n\nBuy.\n", "---\ntitle: A\ntitle: B\n---\n\nKöp.\n", ("3:1",)),),
    ),
    "metadata-missing": Doc(
        "Keys that only the translation has are fine. So are lists of words; a list of settings, as a home page has for its "
        "buttons, has as many here.",
        (
            Example(
                "---\nhero:\n  actions:\n    - text: Start\n      link: /a\n    - text: More\n      link: /b\n---\n",
                "---\nhero:\n  actions:\n    - text: Börja\n      link: /a\n---\n",
                ("2:1",),
            ),
            Example(
                "---\nhero:\n  actions:\n    - text: Start\n      link: /a\n    - text: More\n      link: /b\n---\n",
                "---\nhero:\n  actions:\n  - text: Börja\n    link: /a\n  - link: /b\n    text: Mer\n---\n",
            ),
            Example("---\ntags:\n  - one\n  - two\n---\n\nBuy.\n", "---\ntags:\n  - ett\n---\n\nKöp.\n"),
            Example("---\ntitle: A\nlayout: wide\n---\n\nBuy.\n", "---\ntitle: A\n---\n\nKöp.\n", ("1:1",)),
            Example(
                "---\ntitle: A\nreviewers: [ann]\n---\n\nBuy.\n",
                "---\ntitle: B\n---\n\nKöp.\n",
                note="Who looks after the source.",
            ),
        ),
    ),
    "metadata-key": Doc(
        "Programs look for the source's key and don't find it.",
        (
            Example("---\ntitle: Credits\n---\n\nBuy.\n", "---\nrubrik: Krediter\n---\n\nKöp.\n", ("2:1",)),
            Example("---\ntitle: A\nwide: false\n---\n\nBuy.\n", "---\ntitle: B\nbred: false\n---\n\nKöp.\n", ("3:1",)),
            Example(
                "---\ndraft: false\n---\n\nBuy.\n",
                "---\ntitle: B\nbar: false\n---\n\nKöp.\n",
                note="Many keys are `false`, and nothing tells that this stands where one of these did.",
            ),
            Example(
                "---\ntitle: A\ncontributors: Ann and Bo\n---\n\nBuy.\n",
                "---\ntitle: B\nextends: layouts.page\n---\n\nKöp.\n",
                note="Another key: the name of a file is no words.",
            ),
        ),
    ),
    "metadata-changed": Doc(
        "Titles, descriptions and the like may and should differ; so may dates, addresses and what names the locale. An empty "
        "value and `null` are the same. For information where a list only gained entries: words to find it by in its language. "
        "The date of its publication is for information: a translation may have its own; a date that a generator does not read "
        "is a warning.",
        (
            Example("---\nlayout: wide\n---\n\nBuy.\n", "---\nlayout: bred\n---\n\nKöp.\n", ("2:1",)),
            Example("---\ndraft: false\n---\n\nBuy.\n", "---\ndraft: falskt\n---\n\nKöp.\n", ("2:1",)),
            Example(
                "---\npath: privacy\nmoved: https://x.example/en/2024/terms\n---\n\nBuy.\n",
                "---\npath: /sv/privacy\nmoved: https://x.example/sv/2024/villkor\n---\n\nKöp.\n",
                note="Addresses below the folder of the page's own language.",
            ),
            Example(
                "---\npath: privacy\nmoved: https://x.example/en/2024/terms\n---\n\nBuy.\n",
                "---\npath: /sv/privat\nmoved: https://x.example/de/2024/villkor\n---\n\nKöp.\n",
                ("2:1", "3:1"),
            ),
            Example(
                "---\nbrief: \u4e3a\u7a7a\u65f6\u7684\u5360\u4f4d\u56fe\u3002\nmenu: main\n---\n\nKöp.\n",
                "---\nbrief: Shown when empty.\nmenu: huvud\n---\n\nBuy.\n",
                ("3:1",),
                note="What is in a script of its own is a reader's, though no blank stands between its words.",
            ),
            Example(
                '---\nterms: ["seed", "seed-2"]\n---\n\nBuy.\n',
                '---\nterms: ["seed", "seed-3", "frö"]\n---\n\nKöp.\n',
                ("2:1",),
            ),
            Example(
                '---\nterms: ["seed", "seed-2"]\n---\n\nBuy.\n',
                '---\nterms: ["seed", "seed-2", "frö"]\n---\n\nKöp.\n',
                ("2:1",),
                note="For information: one more to find it by.",
            ),
            Example(
                "---\nlastUpdated: 2025-10-12\nogImageTitle: Plans\nmenu: loadMore Property\n---\n\nBuy.\n",
                "---\nlastUpdated: 2026-01-02\nogImageTitle: Planer\nmenu: Egenskapen loadMore\n---\n\nKöp.\n",
                note="A page's own day, and keys or values that a reader sees.",
            ),
            Example(
                "---\nlastUpdated: false\nhideTitle: true\nmenu: main\n---\n\nBuy.\n",
                "---\nlastUpdated: falskt\nhideTitle: sant\nmenu: huvud\n---\n\nKöp.\n",
                ("2:1", "3:1", "4:1"),
            ),
            Example(
                "---\nfiles: [a.md]\n---\n\nBuy.\n",
                "---\nfiles: [a.md, b.md]\n---\n\nKöp.\n",
                ("2:1",),
            ),
            Example(
                '---\ncodes:\n- "310"\n- "4718"\n---\n\nBuy.\n',
                '---\ncodes:\n- "310"\n- "4178"\n---\n\nKöp.\n',
                ("4:3",),
                note="Told at the item.",
            ),
            Example(
                '---\ncodes:\n- "310"\n- "4718"\n---\n\nBuy.\n',
                '---\ncodes: ["310", "4718"]\n---\n\nKöp.\n',
                note="The same list on a line.",
            ),
            Example(
                '---\ncodes:\n- "310"\n- "4718"\n---\n\nBuy.\n',
                '---\ncodes:\n- "4718"\n---\n\nKöp.\n',
                ("2:1",),
                note="An item was lost.",
            ),
            Example(
                "---\nbar:\n  order: 2\n---\n\nBuy.\n",
                "---\nbar:\n  order: 12\n---\n\nKöp.\n",
                ("3:10",),
                dialect="mdx",
            ),
            Example("---\nbar:\n  text: New\n---\n\nBuy.\n", "---\nbar:\n  text: Nytt\n---\n\nKöp.\n", dialect="mdx"),
            Example("---\nbar:\n  link: /a/\n---\n\nBuy.\n", "---\nbar:\n  link: /b/\n---\n\nKöp.\n", ("3:9",)),
            Example("---\nbar:\n  link: /a/\n---\n\nBuy.\n", "---\nbar:\n  link: /sv/a\n---\n\nKöp.\n"),
            Example(
                "---\nbar:\n  src: ./a.svg\n---\n\nBuy.\n",
                "---\nbar:\n  src: ../a.svg\n---\n\nKöp.\n",
                note="A folder deeper.",
            ),
            Example("---\nlastmod: 2024-05-03\n---\n\nBuy.\n", "---\nlastmod: 2024-06-07\n---\n\nKöp.\n"),
            Example("---\nlastmod: 2024-05-03\n---\n\nBuy.\n", "---\nlastmod: 3.5.2024\n---\n\nKöp.\n", ("2:1",)),
            Example("---\ndate: 2024-05-03\n---\n\nBuy.\n", "---\ndate: 2024年5月3日\n---\n\n买。\n", ("2:1",), "zh"),
            Example(
                "---\nlastmod: 2024-05-03\n---\n\nBuy.\n",
                "---\nlastmod: 3 May 2024\n---\n\nKöp.\n",
                note="Another form that a generator reads.",
            ),
            Example("---\nms.date: 05/03/2024\n---\n\nBuy.\n", "---\nms.date: 03.05.2024\n---\n\nKöp.\n", ("2:1",)),
            Example("---\ndraft: false\n---\n\nBuy.\n", "---\ndraft: true\n---\n\nKöp.\n", note="Not ready yet."),
            Example("---\ntitle: Credits\n---\n\nBuy.\n", "---\ntitle: Krediter\n---\n\nKöp.\n"),
            Example(
                "---\ngroup: First steps\nversion: 7.0\n---\n\nText.\n",
                "---\ngroup: Första stegen\nversion: 7\n---\n\nText.\n",
                note="Words that a reader sees, and a number that is the same.",
            ),
            Example(
                "---\ntype: Principles\n---\n\nText.\n",
                "---\ntype: Grundsatser\n---\n\nText.\n",
                note="A word that a reader sees: programs' words have no capital.",
            ),
            Example("---\ntype: principles\n---\n\nText.\n", "---\ntype: grundsatser\n---\n\nText.\n", ("2:1",)),
            Example(
                "---\nname: notes-42\n---\n\nText.\n",
                "---\nname: notes-42-sv\n---\n\nText.\n",
                note="It names the language, too.",
            ),
            Example("---\nname: notes-42\n---\n\nText.\n", "---\nname: notes-42-ny\n---\n\nText.\n", ("2:1",)),
            Example(
                '---\nlatest: "Latest version:"\n---\n\nText.\n',
                '---\nlatest: "Senaste version:"\n---\n\nText.\n',
                note="A label.",
            ),
            Example('---\nlatest: "v2:"\n---\n\nText.\n', '---\nlatest: "v3:"\n---\n\nText.\n', ("2:1",)),
            Example(
                "---\nid: en-notes-42\n---\n\nText.\n",
                "---\nid: sv-notes-42\n---\n\nText.\n",
                note="Each names its own language.",
            ),
            Example("---\nid: en-notes-42\n---\n\nText.\n", "---\nid: sv-notes-43\n---\n\nText.\n", ("2:1",)),
            Example(
                "---\ntwin: sv/notes.html\n---\n\nText.\n",
                "---\ntwin: en/notes.html\n---\n\nText.\n",
                note="Each names the other.",
            ),
            Example("---\ntwin: sv/notes.html\n---\n\nText.\n", "---\ntwin: en/rates.html\n---\n\nText.\n", ("2:1",)),
            Example("---\nms.topic: how-to\n---\n\nText.\n", "---\nms.topic: instruktion\n---\n\nText.\n", ("2:1",)),
        ),
    ),
    "metadata-untranslated": Doc(
        "It is what search results and browser tabs show. A warning where a sentence describes the page.",
        (
            Example(
                "---\ndescription: How to pay for minutes\n---\n\nBuy.\n",
                "---\ndescription: How to pay for minutes\n---\n\nKöp.\n",
                ("2:1",),
            ),
        ),
    ),
    "metadata-locale": Doc(
        "The page would be published in the wrong language.",
        (Example("---\ntitle: A\n---\n\nBuy.\n", "---\ntitle: A\nms.contentlocale: lv-LV\n---\n\nKöp.\n", ("3:1",)),),
    ),
}
