"""Paragraphs and lists that stand where the source has others: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "block-rewritten": Doc(
        "Paragraphs without counterpart on both sides, between the same neighbours: the source changed, or the translation "
        "was written anew. Told once, where it stands here: for information where the source's holds nothing but words, which may "
        "be rendered freely. Lists, too, that differ in how they count or how many items they have, and share nothing of the "
        "codes, targets and numbers that several items hold. And the only item or step without counterpart of a list on "
        "either side, unless one of the two is far longer. And, once for neighbours, what faces a block of the source by its "
        "place alone, beside blocks that are left over: what any rule finds wrong with such a pair - but for what shows in the "
        "translation by itself - is told for information, and this says where. Where at least two things are lost and two are "
        "new between the same neighbours, whatever they are, all of them are told once, as an error where one of them would be.",
        (
            Example(
                "One `a`.\n\nThe `first` of them, and 12.\n\n```\nls\n```\n\nEnd `z`.\n",
                "Ett `a`.\n\n![](b.png)\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nSlut `z`.\n",
                ("3:1",),
                note="A paragraph and code; here are a picture and a table.",
            ),
            Example(
                "1. Run this in the `src` folder to add it to all that it needs:\n\n   ```sh\n   cargo add\n   ```\n2. Save `a`.\n"
                "3. Ask [b](b.md).\n",
                "1. Med `cargo add` blir `Cargo` till.\n2. Spara `a`.\n3. Fråga [b](b.md).\n",
                ("1:1",),
            ),
            Example(
                "# Loop\n\nSee [a](a.md).\n\nOnce the `router` is set, ring the [office](o.md) at once. It opens at 8. Ask for "
                "`Ann`.\n\n---\n\nThen go to [b](b.md).\n",
                "# Loop\n\nSe [a](a.md).\n\nPriserna gäller.\n\nSedan [b](b.md).\n",
                ("5:1",),
            ),
            Example(
                "# Loop\n\nSee [a](a.md).\n\n---\n\nThen go to [b](b.md).\n",
                "# Loop\n\nSe [a](a.md).\n\nSedan [b](b.md).\n",
                note="Nothing was lost but a line.",
            ),
            Example(
                "# Thanks\n\nSee `a`.\n\nKept by [Ann](https://x.example/ann-holm), [Bo](https://x.example/bo-strand) and [Cy](https://x.example/cy-young).\n",
                "# Tack\n\nSe `a`.\n\nÖversatt av [Dag](https://x.example/dagmar-ek), [Eva](https://x.example/evelina1970) och [Finn](https://x.example/fisk.finn).\n",
                ("5:1",),
                note="Three links or more, and not one of them is kept: those who translated, for those who wrote.",
            ),
            Example(
                "## Relays\n\nSee [a](a.md).\n\n1. Start a `relay` in Riga.\n2. Copy the `id_file` to it.\n3. Open `21117` and "
                "`21119`.\n\nThen go to [b](b.md).\n",
                "## Reläer\n\nSe [a](a.md).\n\n- Välj en plats nära dem som ringer\n- Kontrollera inställningarna\n- Prova först "
                "i liten skala\n\nGå sedan till [b](b.md).\n",
                ("5:1",),
            ),
            Example(
                "## Relays\n\nSee [a](a.md).\n\n- Start a `relay` in Riga.\n- Copy the `id_file` to it.\n- Open `21117` and "
                "`21119`.\n\nThen go to [b](b.md).\n",
                "## Reläer\n\nSe [a](a.md).\n\n- Starta ett `relay` i Riga.\n- Kopiera `id_file` dit.\n- Öppna `21117` och `21119`."
                "\n\nGå sedan till [b](b.md).\n",
            ),
        ),
    ),
}
