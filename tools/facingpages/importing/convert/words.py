"""How readers call Learn's alerts, in the languages whose words are known here; in others they keep their English."""

from __future__ import annotations

from facingpages.languages import language

KINDS = {"note": "note", "tip": "tip", "important": "important", "caution": "caution", "warning": "warning"}
"""Learn's alerts, and the admonitions of Material for MkDocs that they become."""


def title(kind: str, locale: str) -> str:
    """The title of an alert (`note`) in a locale (`lv`, `pt-BR`)."""
    words = language(locale).alerts
    return words[list(KINDS).index(kind)] if words else kind.title()
