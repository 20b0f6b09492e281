"""What the search has of the calculator: its words, without numbers, for a part of the page that nobody sees."""

from __future__ import annotations

import re
from html import escape, unescape

CALCULATOR = re.compile(r"<recharge-calculator .*?</recharge-calculator>", re.S)
LEFT_OUT = re.compile(r"<(svg|table|noscript|option|figure|output|script)\b.*?</\1>", re.S)
TAG = re.compile(r"<[^>]+>")


def searched(html: str) -> str:
    """A hidden paragraph with each text of the calculator in a page once: labels, hints, headings, assumptions."""
    found = CALCULATOR.search(html)
    if found is None:
        return ""
    pieces = (unescape(piece).strip() for piece in TAG.split(LEFT_OUT.sub("<>", found[0]).replace("<>", "<i>")))
    texts = dict.fromkeys(piece.rstrip(".:") for piece in pieces if re.search(r"[^\W\d_]{3}", piece))
    return f"<p hidden>{escape('. '.join(texts))}.</p>"
