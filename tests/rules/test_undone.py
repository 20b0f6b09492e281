"""Fences are gone through line by line, however their lines end."""

from __future__ import annotations

import pytest

from facingpages.document import Code
from facingpages.read import read_page
from facingpages.rules.undone import undone

HOLDS = "- Do it:\n\n    ```sh\n    one\n    two\n    ```\n"
UNDONE = "- Do it:\n\n    ```sh\n    one\n   two\n    ```\n"


def where(page: str, end: str) -> int | None:
    document = read_page(page.replace("\n", end).encode(), "mkdocs", path="a.md")
    (block,) = (block for block in document.blocks if isinstance(block, Code))
    return undone(document, block)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_end_as_they_do(end: str) -> None:
    assert where(HOLDS, end) is None
    assert where(UNDONE, end) == UNDONE.replace("\n", end).index("   two")
