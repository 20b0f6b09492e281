"""Pages: every source page has its translation, whole, readable, and nothing is left behind.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "page-missing": Doc("Pages that are not meant to be translated are named in `source_only`."),
    "page-orphan": Doc(
        "Its source was renamed or removed, or its name was translated. For information where it is dated, as news are, or "
        "stands in a folder that the source lacks: it may be the locale's own."
    ),
    "page-unreadable": Doc(
        "A file without permission, a directory or a device with the name of a page, or one that is too large."
    ),
    "internal-error": Doc(
        "One rule met something that nobody foresaw, or the process ran out of memory. Everything else on the page, and all "
        "other pages, are checked as ever; the run ends with exit code 3. No severity, ignore, baseline or selection leaves "
        "it out. It is never the translator's fault: please report it with the page."
    ),
    "page-encoding": Doc(
        "The finding names the first byte that is wrong. The rest of the page is still checked, unless most of its letters "
        "are such bytes: then all that could be said of it would follow from that."
    ),
    "page-bilingual": Doc(
        "Only where `embedded_source` is set: a segment whose spans are broken stays in both texts as it stands, and a page "
        "without any segment is compared with nothing. All other segments are compared."
    ),
    "page-empty": Doc(
        "The source has text. For information where the page says that it is not translated yet. "
        "A warning where the source has nothing but markup.",
        (
            Example("# Credits\n\nBuy.\n", "\n", ("1:1",)),
            Example("---\ntitle: A\n---\n\nBuy.\n", "---\ntitle: A\nuntranslated: 1\n---\n", ("1:1",)),
        ),
    ),
    "page-fenced": Doc(
        "What a language model returns when it is asked for Markdown, and what readers then see: the source of the page.",
        (
            Example(
                "# Credits\n\nBuy.\n\nThen wait.\n", "```markdown\n# Krediter\n\nKöp.\n\nVänta sedan.\n```\n", ("1:1",)
            ),
        ),
    ),
    "page-short": Doc(
        "The tail of the source has no counterpart: told once, with the first block that is missing.",
        (
            Example(
                "# A\n\nOne [a](a.md).\n\n## B\n\nTwo.\n\nThree.\n\n## C\n\nFour.\n\n## D\n\nFive.\n",
                "# A\n\nEtt [a](a.md).\n\n## B\n\nTvå.\n",
                ("7:5",),
            ),
        ),
    ),
    "page-leftover": Doc(
        "`[rest of the article]`, `[continues]`: what a language model writes when it stops early. Also merge-conflict marks.",
        (
            Example("# A\n\nOne.\n\nTwo.\n", "# A\n\nEtt.\n\n[Resten av artikeln är oförändrad]\n", ("5:1",)),
            Example("# A\n\nTODO: Write it.\n", "# A\n\nTODO: Skriv det.\n", note="So it is in the source."),
            Example("# A\n\nIt is written.\n", "# A\n\nTODO: Skriv det.\n", ("3:1",)),
            Example("Wait for it.\n", "Vänta. @@PH0@@\n", ("1:8",)),
            Example("Run it.\n", "__CODE_BLOCK_2__ Kör den.\n", ("1:1",)),
            Example("Run it.\n", "Kör den. [TODO: resten]\n", ("1:11",)),
            Example("Run it.\n", "Kör den (FIXME: kolla).\n", ("1:10",)),
            Example("Run `__CODE_BLOCK_2__`.\n", "Kör `__CODE_BLOCK_2__`.\n"),
            Example("Run it.\n", "Kör den{/code}.\n", ("1:8",), note="A tag of the program's own."),
            Example("Enter XXXX.\n", "Ange XXXX.\n", note="The source has it."),
            Example("One.\n", "<<<<<<< HEAD\nEtt.\n", ("1:1",)),
            Example(
                "Free (the other routes, too).\n",
                "無料です (残りの経路を含む)。\n",
                locale="ja",
                note="Brackets that the source has, too.",
            ),
            Example(
                "Free, by REST API, too.\n",
                "無料です (REST API経由を含む)。\n",
                locale="ja",
                note="A name in capitals.",
            ),
        ),
    ),
}
