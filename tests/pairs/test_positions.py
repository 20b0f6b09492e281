"""What is told of a pair is told of it elsewhere on a page, too: each in one of five positions, chosen by its name."""

from __future__ import annotations

from zlib import crc32

import pytest
from tests.pairs import PAIRS, findings
from tests.pairs.positions import POSITIONS, elsewhere
from tests.pairs.test_pairs import OPEN, right

MOVED = {
    name: moved
    for name, case in PAIRS.items()
    if name not in OPEN and (moved := elsewhere(case, POSITIONS[crc32(name.encode()) % len(POSITIONS)])) is not None
}
# Where the position is what makes the difference, or is not read as the renderer reads it yet.
EXCEPT = {
    "e250": "abbreviations of MkDocs are read at the margin alone",
    "vd013": "a component on several lines of a quotation is not read",
    "wa002": "a credit is one where the page ends",
}


@pytest.mark.parametrize("name", MOVED)
def test_the_same_is_told_elsewhere(name: str) -> None:
    assert right(MOVED[name], findings(MOVED[name])) is (name not in EXCEPT), MOVED[name]["target"]
