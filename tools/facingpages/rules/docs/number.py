"""Numbers: the same quantities, read in each language's own way of writing them.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "number-changed": Doc(
        "Compared block by block as quantities: decimal comma, grouping by spaces, dots or apostrophes, dates in another "
        "order or with the month in words, 7 PM as 19:00, 100K written out, small numbers in words are all the same.",
        (
            Example(
                "Refunds are capped at 50,000 USD a year.\n", "Återbetalning högst 500 000 USD per år.\n", ("1:21",)
            ),
            Example("It costs 87.74 per month.\n", "Det kostar 877,74 per månad.\n", ("1:12",)),
            Example("It costs 1,234.50 USD.\n", "Det kostar 1 234,50 USD.\n", note="The Swedish way of writing it."),
            Example("By April 15, 2021 at 7 PM.\n", "Senast den 2021-04-15 kl. 19:00.\n", note="A date and a time."),
            Example("Wait for 3 days.\n", "Vänta i tre dagar.\n", note="A small number in words."),
        ),
    ),
    "number-extra": Doc(
        "Often a date or an amount that the source no longer states.",
        (Example("It takes a while.\n", "Det tar 45 minuter.\n", ("1:9",)),),
    ),
    "number-date": Doc(
        "The translation names it neither by its word nor by its number.",
        (Example("Support ends on June 30, 2022.\n", "Supporten upphör den 30, 2022.\n", ("1:1",)),),
    ),
    "number-unit": Doc(
        "A per cent sign, bytes, seconds, lengths: written in the translation's own way, too (`Mo`, `МБ`, `procent`).",
        (
            Example("Use 80% of 5 GB.\n", "Använd 80 av 5 GB.\n", ("1:1",)),
            Example("Use 80% of 5 GB.\n", "Använd 80 procent av 5 GB.\n"),
        ),
    ),
}
