"""What of a directive is for a program and what a reader sees: arguments by their names, macros of MDN by their places."""

from __future__ import annotations

import re

from facingpages.align.features import neutral_target
from facingpages.late import late
from facingpages.rules.enclosed import titled_alike
from facingpages.rules.wording import is_wording, neutral

MACHINE = late(
    r"""\b((?:[\w-]{0,60}(?:[iI]d|[rR]ef|[kK]ey)|src|href|url|file|path|type|lang|class|key|icon|slug|to|colou?r|style|variant|theme|size|width|height|align|level|mode|format|value|kind|state|severity|intent|position|placement|layout|appearance)\s*(?:=|:(?=\s*["']))\s*(?:"[^"]*"|'[^']*'|[\w./-]+))"""
)
CALL = late(
    r"\{\{\s*(?P<name>\w*(?:xref|Glossary|glossary))\s*\((?P<key>\s*(?:\"[^\"]*\"|'[^']*'))(?P<rest>.*)\)\s*\}\}$", re.S
)
# Shortcodes whose first argument, if it has no name, is a name or an address.
PLACED = late(
    r"\{\{[<%]\s*(?:icon|fa[bsr]?|emoji|img|image|include\w*|read-?\w*|youtube|vimeo|gist|tweet|snippet|embed)\s+"
    r"(\"[^\"]*\"|'[^']*'|[^\s\"'=<>%]+)(?=\s|[%>])"
)
SHOWN = late(r"\s*,\s*(?:\"[^\"]*[^\x00-\x40][^\"]*\"|'[^']*[^\x00-\x40][^']*')")


def says_the_same(old: str, new: str) -> bool:
    """Whether two directives differ only in what a reader sees: in strings, in the words that a macro shows."""
    agree = titled_alike(old, new)
    agree = agree if agree is not None else macros_agree(old, new)
    worded = neutral(old) == neutral(new) or is_wording(old, new, grown=True)
    return agree if agree is not None else worded and machine(old) == machine(new)


def macros_agree(old: str, new: str) -> bool | None:
    """Whether two macros of MDN have the same key and differ only in the text to show behind it; None: no such ones."""
    one, two = CALL.search(old), CALL.search(new)
    if one is None or two is None:
        return None
    same = one.group("name", "key") == two.group("name", "key") and old[: one.start()] == new[: two.start()]
    return same and SHOWN.sub("", one["rest"]) == SHOWN.sub("", two["rest"])


def machine(text: str) -> list[str]:
    """The arguments of a directive that only a program reads, by what they are called."""
    found = [*MACHINE.findall(text), *(name.strip("\"'") for name in PLACED.findall(text))]
    return sorted(map(neutral_target, found))
