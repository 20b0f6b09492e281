"""What `facingpages align` shows of two pages, to eyes and to programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facingpages.align.show import show
from facingpages.errors import SetupError

SOURCE = """# A

One `a` two.

1. First `b`

- Item

---

Funds last for twelve months after the day they came.

Only here.

## B

Two `m` and `n`.

## C

Three `o` and `p`.
"""
TARGET = """# A

Ett `a` två.

1. Först `b`

- Punkt

---

Krediten gäller i tolv månader efter den dag då den kom.

## C

Tre `o` och `p`.

## B

Två `m` och `n`.

Bara `x` här.
"""
EYES = """\
1 heading 'A'                                                = 1 heading 'A'
3 paragraph 'One … two.'                                     = 3 paragraph 'Ett … två.'
5 step 'First …'                                             = 5 step 'Först …'
7 item 'Item'                                                = 7 item 'Punkt'
9 rule                                                       = 9 rule
11 paragraph 'Funds last for twelve months after the …'      = 11 paragraph 'Krediten gäller i tolv månader efter de…'
13 paragraph 'Only here.'                                    < -
15 heading 'B'                                               ~ 17 heading 'B'
17 paragraph 'Two … and ….'                                  ~ 19 paragraph 'Två … och ….'
-                                                            > 21 paragraph 'Bara … här.'
19 heading 'C'                                               = 13 heading 'C'
21 paragraph 'Three … and ….'                                = 15 paragraph 'Tre … och ….'
"""


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "s.md").write_text(SOURCE, "utf-8")
    (tmp_path / "t.md").write_text(TARGET, "utf-8")
    return tmp_path / "s.md", tmp_path / "t.md"


def test_to_eyes(pages: tuple[Path, Path]) -> None:
    assert show(*pages, "commonmark", "text") == EYES


def test_a_text_of_forty_characters_is_shown_whole(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(f"{'a' * 40}\n\n{'b' * 41}\n", "utf-8")
    shown = show(page, page, "commonmark", "text")
    assert f"1 paragraph '{'a' * 40}'" in shown
    assert f"3 paragraph '{'b' * 39}…'" in shown


def test_to_programs(pages: tuple[Path, Path]) -> None:
    told = json.loads(show(*pages, "commonmark", "json"))
    assert told["version"] == 1
    lines = [
        tuple((one[side]["line"], one[side]["end_line"], one[side]["type"]) if one[side] else None for side in one)
        for one in ({side: one[side] for side in ("source", "target")} for one in told["pairs"])
    ]
    assert lines[2] == ((5, 5, "step"), (5, 5, "step"))
    assert ((13, 13, "paragraph"), None) in lines
    scores = [one["score"] for one in told["pairs"]]
    assert scores == pytest.approx([1, 0.9, 0.9, 0.49, 0.45, 0.49, 0, 1, 0.9, 0, 1, 1], abs=0.02)


def test_of_a_page_with_itself(pages: tuple[Path, Path]) -> None:
    told = json.loads(show(pages[0], pages[0], "commonmark", "json"))
    assert {one["score"] for one in told["pairs"]} == {1.0}


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SetupError):
        show(tmp_path / "a.md", tmp_path / "b.md", "commonmark", "text")
