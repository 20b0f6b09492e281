"""Trees of files: each item of one begins with a name that no translator changes, whatever is said behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from facingpages.align import Bead
from facingpages.document import Container
from facingpages.finding import Severity
from facingpages.late import late

TREE = frozenset(("FileTree", "Files", "filetree", "Folder"))
FILE = late(r"(?=[\w.@\[(])[\w.@/()\[\]+-]*[\w/)\]]")


REWRITTEN = 3  # names that one tree lost at least, for it to be an example in the translator's words


def lost_files(beads: Iterable[Bead]) -> Mapping[int, tuple[str, Severity]]:
    """The names of such trees that the translation lacks, by the place of their beads, and how much each matters."""
    found = [(id(bead), *lost) for bead in beads if (lost := _lost(bead)) is not None]
    count = Counter(id(tree) for _, tree, _ in found)
    return {
        bead: (name, Severity.INFO if count[id(tree)] >= REWRITTEN else Severity.WARNING) for bead, tree, name in found
    }


def _lost(bead: Bead) -> tuple[Container, str] | None:
    """The tree of an item, and the name that this begins with and that its counterpart lacks."""
    a, b = bead.source[0], bead.target[0]
    tree = next((box for box in a.parent.around() if box.name in TREE), None) if a.marker and a.parent else None
    found = FILE.match(a.text.lstrip("*`")) if tree is not None else None
    if tree is None or found is None or not found.group().isascii():
        return None
    name = found.group()
    here = re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", b.text, re.ASCII)  # kana may follow at once
    return (tree, name) if here is None else None
