"""Consistency: the same label of the source is rendered the same way all over a locale.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc

DOCS = {
    "label-consistency": Doc(
        "Looked for where one bold run stands against one. A label counts from four occurrences on, of which three quarters "
        "agree; inflected forms of a word are one form. For information where the agreement is weaker."
    ),
    "label-shifted": Doc(
        "Nothing was lost, so a count shows nothing: `**den** fliken Produkter`. Told where the same label is rendered the same "
        "way at least six times in the locale, and that rendering stands in the block without bold."
    ),
}
