"""Signs from U+2E80 to U+FFEF, ideographs most of all, told by the bytes of a text."""

from __future__ import annotations

from facingpages.document import OBJECT
from facingpages.late import late

# Without some first bytes, and the signs from U+2E80 to U+2FFF, there is no wide sign.
NARROW = bytes(code for code in range(256) if not 0xE3 <= code <= 0xEF)
RADICAL = late(rb"\xe2[\xba-\xbf]")


def is_narrow(text: str) -> bool:
    """Whether a text surely has none: told in less time than by a set of signs, which takes long to compile, too."""
    raw = text.replace(OBJECT, "").encode("utf-8", "surrogatepass")
    return not raw.translate(None, NARROW) and not RADICAL.search(raw)
