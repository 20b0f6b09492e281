"""Ignores: why."""

from __future__ import annotations

from facingpages.rules.doc import Doc

DOCS = {
    "ignore-unused": Doc(
        "What it was written for has been mended, or the text it was tied to has changed since. It can go."
    ),
}
