"""Sentences: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

PAY = {
    "refunds": "återbetalningar", "take": "tar", "week": "vecka", "cards": "kort", "accepted": "godtas",
    "everywhere": "överallt", "invoice": "faktura", "paid": "betalad", "within": "inom", "days": "dagar",
}  # fmt: skip
SOURCE = "Cards are accepted everywhere. Refunds take a week. The invoice is paid within ten days.\n"
CODED = SOURCE.replace("Refunds", "Refunds by `--card`")

DOCS = {
    "sentence-duplicated": Doc(
        "A paste that happened twice, or one over the sentence that should follow. Nine words, or 24 letters of a writing "
        "without blanks, are told if they stand anywhere in the paragraph again.",
        (
            Example(
                "Open the small door on the left side of the oven. Wait. Take out the tray.\n",
                "Öppna den lilla luckan på vänstra sidan av ugnen. Vänta. Öppna den lilla luckan på vänstra sidan av ugnen.\n",
                ("1:58",),
            ),
            Example("Stop it. Wait. Then stop it.\n", "Stoppa den. Vänta. Stoppa den.\n", note="Short ones."),
            Example(
                "Open the door. Take out the tray. Wait.\n",
                "Öppna luckan. Ta ut plåten. Ta ut plåten. Vänta.\n",
                ("1:29",),
            ),
            Example(
                "One, one, one. And one. And one.\n", "Ett, ett, ett. Och ett. Och ett.\n", note="So in the source."
            ),
            Example("Run `a now`. Run `b now`. Wait.\n", "Nu körs sedan `a`. Nu körs sedan `b`. Vänta.\n"),
            Example(
                "Run one of `a`:\n", "Kör sedan en av `a`: Kör sedan en av `a`:\n", ("1:22",), note="Both lead to code."
            ),
            Example("Run one of `a`:\n", "Kör sedan en av `a`: Kör sedan en av `b`:\n"),
            Example("Open it. Read it well. Go.\n", "开门。请仔细阅读它吧。请仔细阅读它吧。走吧。\n", ("1:12",), "zh"),
        ),
    ),
    "sentence-missing": Doc(
        "A sentence that was skipped leaves a paragraph behind that reads well. Told on sites that are large enough to be "
        "learnt from (see `facingpages status`): the translation has fewer sentences than the source, is shorter by about "
        "as much, and no word in it renders that sentence. The finding stands where it should have stood. Sentences that "
        "were drawn together are fine.",
        (
            Example(SOURCE, "Kort godtas överallt. Fakturan är betalad inom tio dagar.\n", ("1:23",), taught=PAY),
            Example(SOURCE, "Kort godtas överallt. Återbetalningar tar en vecka.\n", ("1:52",), taught=PAY),
            Example(
                SOURCE,
                "Kort godtas överallt, och återbetalningar tar en vecka. Fakturan är betalad inom tio dagar.\n",
                note="Two sentences in one.",
                taught=PAY,
            ),
            Example(
                SOURCE,
                "Kort godtas överallt här hos oss, som du vet sedan gammalt. Fakturan är betalad inom tio dagar från i dag.\n",
                note="Something else is said instead, as long as the sentence that is not.",
                taught=PAY,
            ),
            Example(
                SOURCE,
                "Överallt går det bra med kort. Pengar tillbaka får man efter sju dar. Räkningen är betalad inom tio dagar.\n",
                note="Other words than those that are known, and as many sentences.",
                taught=PAY,
            ),
            Example(
                CODED,
                "Kort godtas överallt, som `--card`. Fakturan är betalad inom tio dagar.\n",
                note="The code of the sentence stands in another one: it is told there.",
                taught=PAY,
            ),
        ),
    ),
}
