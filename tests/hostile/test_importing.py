"""Trees of Learn whose files set one another in by very many ways: they end in bounded time.

Point 10 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import time

import pytest

from facingpages.importing.convert.includes import Includes
from facingpages.importing.convert.navigation import MOST, TocEntry, toc

INCLUDE = "[!INCLUDE [x](i.md)]"


@pytest.mark.parametrize("text", [INCLUDE * 40, f"{INCLUDE}\n" * 40, INCLUDE * 40 + "a" * 100_000])
def test_files_that_set_each_other_in(text: str) -> None:
    said: list[str] = []
    began = time.process_time()
    shown = Includes({("en-us", "i.md"): text}).expand(
        f"a {INCLUDE}", "p.md", "en-us", lambda what, _: said.append(what)
    )
    assert time.process_time() - began < 20
    assert len(shown) < 10_000_000
    assert said


def count(entries: tuple[TocEntry, ...]) -> int:
    return sum(1 + count(entry.items) for entry in entries)


def test_tables_of_contents_that_set_each_other_in() -> None:
    tables = {
        name: "".join(f"- name: {n}\n  href: ../{other}/TOC.yml\n" for n in range(30)).encode()
        for name, other in (("a/TOC.yml", "b"), ("b/TOC.yml", "a"))
    }
    began = time.process_time()
    assert 1000 < count(toc("a/TOC.yml", tables.get)) <= MOST
    assert time.process_time() - began < 20
