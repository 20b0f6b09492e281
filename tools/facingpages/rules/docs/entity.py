"""References to characters that were damaged: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "text-entity": Doc(
        "A name that was mistyped or translated, a blank in it, a lost semicolon, an `&` escaped twice. A warning where the "
        "source has no such reference there.",
        (
            Example("Run a&nbsp;test.\n", "Kör ett&nbs;test.\n", ("1:8",)),
            Example("All &copy; ours.\n", "Allt &copy vårt.\n", ("1:6",)),
            Example("Run a&nbsp;test.\n", "Kör ett& nbsp;test.\n", ("1:8",)),
            Example("Run a&nbsp;test.\n", "Kör ett&amp;nbsp;test.\n", ("1:8",)),
            Example("If a &lt; b.\n", "若 a &lt； b。\n", ("1:5",), "zh"),
            Example("Run & test.\n", "Kör &ammp; testa.\n", ("1:5",)),
            Example("Run & test.\n", "Kör &amp; testa.\n"),
            Example("Cut & copy; then go.\n", "Klipp & copy; gå sedan.\n", note="A sign that joins two words."),
            Example("Run a&nbsp;test.\n", "Пусни&нбсп;тест.\n", ("1:6",), "bg"),
            Example("R&D at AT&T.\n", "F&U; hos AT&T.\n", note="An abbreviation is no name of a character."),
            Example("Get /a?b=1&copy=2 &copy; now.\n", "Hämta /a?b=1&copy=2 © nu.\n", note="An address."),
            Example("Write &amp;nbsp; for it.\n", "Skriv &amp;nbsp; för det.\n", note="Shown in the source, too."),
            Example("All &copy; ours.\n", "Allt © vårt.\n", note="The character itself."),
        ),
    ),
}
