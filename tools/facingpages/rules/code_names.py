"""What the code of a page calls its own things, and how it is laid out: neither is for a program to mind."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from facingpages.document import Code
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.wording import STRING

SCRIPTS = frozenset(
    ("js", "ts", "jsx", "tsx", "mjs", "cjs", "javascript", "typescript", "javascriptreact", "typescriptreact")
)
_OTHERS = (
    "c c# c++ cpp cs csharp dart go golang groovy java kotlin kt lua php py py3 python python3 rb rs ruby rust scala swift "
    "vue"
)
PROGRAMS = SCRIPTS.union(_OTHERS.split())
# Where a program gives a thing its name. A key of an object is none: others may read it.
DEFINED = late(
    r"\b(?:async\s+function\*?|function\*?|func|fn|fun|def|class|interface|struct|enum|trait|type|const|let|var|val)"
    r"\s+(\$?[A-Za-z_]\w*)"
)
BODY = late(r"\b(?:interface|struct|type)\s+\w+[^{};]*\{([^{}]*)\}")
MEMBER = late(r"^\s*(?:readonly\s+)?([A-Za-z_]\w*)\??\s*:", re.M)
NAME = late(r"\$?[A-Za-z_\u00c0-\uffdc]\w*")
TOKEN = late(rf"{NAME.pattern}|\S")
# Between signs no blank means anything to a script, nor does a comma or semicolon at the end of a line.
AROUND = late(r"\s*([(){}\[\],;:=<>?|&])\s*")
ENDING = late(r"[,;]+$")


def language_of(info: str) -> str:
    """The language of a block by the first word behind its fence."""
    return re.split(r"[\s,{:\[]", info.lower().strip("{. "))[0]


def is_loose_script(language: str) -> bool:
    """Whether a language ends a line with or without a sign, and breaks lines where its author likes."""
    return language in SCRIPTS


def laid_out(line: str) -> str:
    """A line of a script without what its author alone decides: blanks between signs, a last comma or semicolon."""
    strings = iter(STRING.findall(line))
    masked = ENDING.sub("", AROUND.sub(r"\1", STRING.sub("\0", line)))
    return re.sub("\0", lambda _: next(strings), masked)


class OwnNames:
    """OwnNames that code of the source page defines and that its translation calls otherwise, everywhere the same."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair

    def restored(self, line: str) -> str:
        """A line of the translation with the source's names for its own things."""
        own = self._own
        return NAME.sub(lambda match: own.get(match.group(), match.group()), line) if own else line

    @cached_property
    def _own(self) -> dict[str, str]:
        """The source's name for each name of the translation: one for one, and neither side has the other's."""
        defined: set[str] = set()
        here: set[str] = set()
        there: set[str] = set()
        called: Counter[tuple[str, str]] = Counter()
        for bead in self._pair.aligned:
            a, b = bead.source[0], bead.target[0]
            if not isinstance(a, Code) or not isinstance(b, Code) or language_of(a.info) not in PROGRAMS:
                continue
            defined.update(DEFINED.findall(a.text))
            for body in BODY.findall(a.text):
                defined.update(MEMBER.findall(body))
            one, two = a.text.splitlines(), b.text.splitlines()
            there.update(NAME.findall(a.text))
            here.update(NAME.findall(b.text))
            if len(one) == len(two):
                for x, y in zip(one, two, strict=True):
                    called.update(_called(x, y))
        found: dict[str, str] = {}
        for new, old in called:
            if old in defined and old not in here and new not in there:
                found[new] = "" if new in found else old
        taken = Counter(found.values())
        return {new: old for new, old in found.items() if old and taken[old] == 1}


def _called(one: str, two: str) -> list[tuple[str, str]]:
    """The names that differ in two lines of one shape: the translation's and the source's."""
    if one == two:
        return []
    here, there = (TOKEN.findall(STRING.sub('""', line)) for line in (two, one))
    if len(here) != len(there):
        return []
    differing = [(new, old) for new, old in zip(here, there, strict=True) if new != old]
    return differing if all(NAME.fullmatch(new) and NAME.fullmatch(old) for new, old in differing) else []
