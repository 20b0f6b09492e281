"""Values in code that a translator says in the page's own words, by what they are called: a name, a password, a note.

Any other value may be one of those that a program knows: whoever copies it has it fail, as with a key or a command.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facingpages.late import late
from facingpages.rules.mistyped import mistyped

WORDS = late(r"[A-Za-z]\w*(?:[ -]\w+)*")
SAID = late(r"[A-Z][a-z]*(?:[ ,.']+[\w-]+){3,}[.!?]?")  # by a program, in a line
ASCII = "\x7f"
FOR_PEOPLE = late(
    r"(?:name|title|label|user|login|password|passwd|secret|message|msg|description|summary|comment|note|text|author|city|subject|greeting)"
    r"(?:[ \t]*[=:][ \t]*|[ \t]+)[\"']?\Z", re.I
)  # fmt: skip
MIXED = late(r"[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]")  # look-alikes of another script


def are_own_values(there: Sequence[str], here: Sequence[str]) -> bool:
    """Whether lines of code differ in nothing but values in words of another script, or with its accents."""
    return len(there) == len(here) and all(
        one == two or _is_own_value(one, two) for one, two in zip(there, here, strict=True)
    )


def _is_own_value(one: str, two: str) -> bool:
    if SAID.fullmatch(one.strip()) and max(two) > ASCII:
        return True
    first = _agreeing(one, two)
    while first and (one[first - 1].isalnum() or one[first - 1] in "_-"):
        first -= 1
    last = _agreeing(one[:first:-1], two[:first:-1])
    while last and (one[-last].isalnum() or one[-last] in "_-"):
        last -= 1
    before, behind = one[:first], one[len(one) - last :]
    old, new = one[first : len(one) - last], two[first : len(two) - last]
    if FOR_PEOPLE.search(before[-40:]) is None or behind.lstrip(" \t\"'")[:1] in (":", "=", "("):
        return False
    return (
        WORDS.fullmatch(old) is not None
        and max(new, default="") > ASCII >= max(old)
        and MIXED.search(new) is None
        and not mistyped(new, old)
    )


def _agreeing(one: str, two: str) -> int:
    """How many characters at the beginning of two texts are the same."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
