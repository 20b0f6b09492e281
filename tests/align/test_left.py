"""What is paired though it stands in another order, was run together or was made anew; and what is not."""

from __future__ import annotations

from facingpages.align import align
from facingpages.read import read_page


def pairs(source: str, target: str) -> list[tuple[str, str]]:
    """The first lines of what was paired with what."""
    one, other = (read_page(text.encode(), path="a.md", dialect="commonmark") for text in (source, target))
    return [
        ("+".join(block.text[:5] for block in bead.source), "+".join(block.text[:5] for block in bead.target))
        for bead in align(one, other)
        if bead.target[:1] and bead.source[:1] and bead.source[0].kind != "heading"
    ]


def test_a_bullet_goes_with_its_targets_not_its_place() -> None:
    source = "- One [1](p/1) [a](u/a)\n- Two [2](p/2) [b](u/b)\n- Three [3](p/3) [c](u/c)\n"
    target = "- Tre [3](p/3) [c](u/c)\n- Ett [1](p/1) [a](u/a)\n- Två [2](p/2) [b](u/b)\n"
    assert pairs(source, target) == [("One 1", "Ett 1"), ("Two 2", "Två 2"), ("Three", "Tre 3")]


def test_a_paragraph_between_the_same_neighbours_was_made_anew() -> None:
    source = "# A\n\nBuy `x` now.\n\nThe file is `fr_FR`, 12.\n\nSee [a](a.md).\n"
    target = "# A\n\nKöp `x` nu.\n\nFilen heter `sv_SE`, 13.\n\nSe [a](a.md).\n"
    assert ("The f", "Filen") in pairs(source, target)


def test_a_paragraph_far_longer_is_another() -> None:
    source = "# A\n\nBuy `x` now.\n\nThe file is `fr_FR`, 12.\n\nSee [a](a.md).\n"
    target = f"# A\n\nKöp `x` nu.\n\nNy text `q` 99. {'Och mer därtill. ' * 20}\n\nSe [a](a.md).\n"
    assert not any(one == "The f" for one, _ in pairs(source, target))


def test_a_bullet_that_is_missing_is_not_part_of_the_next() -> None:
    source = "- One [a](p#1)\n- Two [b](p#2)\n- Three [c](p#3)\n"
    target = "- Ett [a](p#1)\n- Tre [c](p#3)\n"
    assert len(pairs(source, target)) == 2
    assert all("+" not in one for one, _ in pairs(source, target))
