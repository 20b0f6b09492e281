"""The source since the translation: why."""

from __future__ import annotations

from facingpages.rules.doc import Doc

DOCS = {
    "source-stale-text": Doc(
        "The version that was translated is found in the history of the source by its hash and compared block by block; "
        "the finding names the sections whose text differs. White space, line ends and moving the file are no changes."
    ),
    "source-stale-structure": Doc(
        "Steps, paragraphs or sections were added or removed. Where that shows in the translation, other rules say so at the line."
    ),
    "source-stale-markup": Doc(
        "Links, code or mark-up only: what a translator has to do about it, if anything, other rules say at the line."
    ),
    "source-stale": Doc(
        "The version that was translated is not in the history of the source file, so it can't be said what has changed."
    ),
}
