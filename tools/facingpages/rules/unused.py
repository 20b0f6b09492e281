"""What a program is given and the page does not use, or uses in another form: imports, variables, components."""

from __future__ import annotations

import re
from collections import Counter

from facingpages.document import Block, Document
from facingpages.late import late
from facingpages.rules.base import Pair

IMPORT = late(r"\bimport\s+([\w\s{},*]+?)\s+from\s+[\"']([^\"'\n]+)[\"'];?")
TAG = late(rb"\{[{%][^{}\r\n]*")
NAME = late(rb"<(/?[A-Z][\w.:-]*)")
ASSIGNED = late(rb"\{%-?\s*assign\s+([\w-]+)\s*=[^%]*%\}")


def is_unused(pair: Pair, old: str, new: str) -> bool:
    """Whether all that is imported no more, or in other words, is not used in the translation: where it is lost is told.

    Something else may be imported instead, if the translation uses that: where it stands is told, too.
    """
    one, two = IMPORT.findall(old), IMPORT.findall(new)
    if not one or IMPORT.sub("", old).strip() != IMPORT.sub("", new).strip():
        return False
    body = IMPORT.sub("", pair.target.raw.decode("utf-8", "replace"))
    lost, gained = (_names(first - second) for first, second in ((set(one), set(two)), (set(two), set(one))))
    return not any(_says(body, name) for name in lost) and all(_says(body, name) for name in gained)


def _names(imported: set[tuple[str, str]]) -> list[str]:
    """What some imports give a name."""
    return [name for names, _ in imported for name in re.findall(r"\w+", names) if name != "as"]


def _says(body: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", body) is not None


def is_note(document: Document, text: str) -> bool:
    """Whether a variable is given its value over and over and never read on the page: that is for another program."""
    match = ASSIGNED.match(text.encode())
    if match is None:
        return False
    memo = document.memo
    if "assigned" not in memo:
        counts = Counter(ASSIGNED.findall(document.raw))
        rest = ASSIGNED.sub(b"", document.raw)
        read = b"\n".join(TAG.findall(rest))
        memo["assigned"] = {name for name, count in counts.items() if count > 1 and name not in read}
    return match[1] in memo["assigned"]


def is_in_a_line(page: Document, block: Block) -> bool:
    """Whether a component that stands on lines of its own opens and closes within a line of the page on the other side."""
    if not block.name[:1].isupper():
        return False
    if "in a line" not in page.memo:
        page.memo["in a line"] = [set(NAME.findall(page.raw, one.start, one.end)) for one in page.blocks if one.html]
    name = block.name.encode()
    return any({name, b"/" + name} <= names for names in page.memo["in a line"])


def spread(pair: Pair) -> list[str]:
    """The names of components that stand on lines of their own here and within a line in the source, once for each."""
    blocks = (block for unit in pair.extra for block in unit.blocks if block.kind == "directive")
    raw = pair.target.raw
    return [one.name for one in blocks if not raw.startswith(b"</", one.start) and is_spread(pair, one)]


def is_spread(pair: Pair, block: Block) -> bool:
    """Whether a component stands on lines of its own here, and within a line in the source only."""
    return is_in_a_line(pair.source, block) and not is_in_a_line(pair.target, block)
