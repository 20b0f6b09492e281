"""Sentences that say that something is not so: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "negation-lost": Doc(
        "A translation program drops a *not* once in a while, and an instruction says its opposite. A good translator "
        "turns a sentence round as well (*not* X, *unless* Y: *only* X, *if* Y), so this is off until the "
        'configuration asks for it: `[severity]` with `negation = "info"`. Only from English, and only into Bulgarian, '
        "Chinese, German, Latvian, Romanian, Slovene, Spanish and Swedish.",
        (
            Example(
                "Do not close the window. Wait.\n",
                "Aizveriet logu. Uzgaidiet.\n",
                ("1:1",),
                locale="lv",
            ),
            Example("Do not close the window. Wait.\n", "Neaizveriet logu. Uzgaidiet.\n", locale="lv"),
            Example("Not only cards are taken.\n", "Vi tar mer än kort.\n", note="What is meant is that more is so."),
            Example("Cards are not taken.\n", "Kort tas emot.\n", ("1:1",)),
        ),
    ),
}
