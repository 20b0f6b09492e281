"""A heading that is left over goes with what stands right below it, whatever else could be its counterpart."""

from __future__ import annotations

from facingpages.align import align
from facingpages.align.headed import headed
from facingpages.align.left import Found
from facingpages.document import Block
from facingpages.read import read_page

SOURCE = "## Save\n\nClick `save`.\n\n### Tags\n\nSee `tags`.\n\n### Notes\n\nSee `notes`.\n"
TARGET = "## Guardar\n\nPulsa `save`.\n\n# Cómo filtrar todo\n\nMira `tags`.\n\n### Notas\n\nMira `notes`.\n"


def blocks(text: str) -> list[Block]:
    return list(read_page(text.encode(), path="a.md", dialect="commonmark").blocks)


def mended(source: str, target: str, *pairs: tuple[int, int]) -> list[tuple[str, str]]:
    """What is paired in the end, where some pairs of blocks were found and all others are left over."""
    s, t = blocks(source), blocks(target)
    found: list[Found] = [((s[a],), (t[b],), 1.0, False) for a, b in pairs]
    found += [((one,), (), 0.0, False) for at, one in enumerate(s) if all(at != a for a, _ in pairs)]
    found += [((), (one,), 0.0, False) for at, one in enumerate(t) if all(at != b for _, b in pairs)]
    return [(one[0].text, other[0].text) for one, other, _, _ in headed(found) if one and other]


def test_two_headings_above_one_pair_of_blocks_are_a_pair() -> None:
    assert ("Tags", "Cómo filtrar todo") in mended(SOURCE, TARGET, (0, 0), (1, 1), (3, 3), (4, 4), (5, 5))
    assert ("Tags", "Cómo filtrar todo") not in mended(SOURCE, TARGET, (0, 0), (1, 1), (4, 4), (5, 5))


def test_not_those_of_two_versions_or_ids() -> None:
    every = ((0, 0), (1, 1), (3, 3), (4, 4), (5, 5))
    assert len(mended(SOURCE.replace("Tags", "3.2.0"), TARGET.replace("Cómo", "3.1.0"), *every)) == len(every)
    named = SOURCE.replace("Tags", "Tags {#tags}"), TARGET.replace("todo", "todo {#all}")
    assert len(mended(*named, *every)) == len(every)


def test_a_heading_comes_back_from_one_that_has_only_its_place() -> None:
    found = mended(SOURCE, TARGET.replace("# Cómo", "### Cómo"), (0, 0), (1, 1), (3, 3), (4, 2), (5, 5))
    assert ("Tags", "Cómo filtrar todo") in found
    assert ("Notes", "Cómo filtrar todo") not in found
    same = SOURCE.replace("Notes", "Nikola Tesla"), TARGET.replace("# Cómo filtrar todo", "### Nikola Tesla")
    assert ("Nikola Tesla", "Nikola Tesla") in mended(*same, (0, 0), (1, 1), (3, 3), (4, 2), (5, 5))


def test_a_lost_heading_does_not_take_that_of_the_section_around_it() -> None:
    source, target = "## Use\n\n### Run\n\nTake `run`.\n", "## Usar\n\nToma `run`.\n"
    one, other = (read_page(text.encode(), path="a.md", dialect="commonmark") for text in (source, target))
    beads = align(one, other)
    assert [(bead.source[0].text, len(bead.target)) for bead in beads[:2]] == [("Use", 1), ("Run", 0)]
    assert mended(source.replace("### ", "## "), target, (0, 0), (2, 1))[0] == ("Use", "Usar")


def test_the_other_page_may_have_the_heading_that_is_left_over() -> None:
    assert ("Tags", "Cómo filtrar todo") in mended(
        SOURCE, TARGET.replace("# Cómo", "### Cómo"), (0, 0), (1, 1), (2, 4), (3, 3), (5, 5)
    )


def test_a_paragraph_in_bold_heads_what_stands_below_it() -> None:
    source = "**Trouble**\n\nDelete `modules`.\n\n**Playground**\n\nPlay in `play.js`.\n"
    target = "**Campo de juegos**\n\nJuegue en `play.js`.\n"
    assert ("Playground", "Campo de juegos") in mended(source, target, (0, 0), (3, 1))
    plain = source.replace("**Playground**", "Playground")
    assert ("Trouble", "Campo de juegos") in mended(plain, target, (0, 0), (3, 1))


def test_one_that_comes_back_has_not_moved() -> None:
    source, target = blocks("**One**\n\nSee `a`.\n\n**Two**\n\nSee `b`.\n"), blocks("**Dos**\n\nMira `b`.\n")
    one, a, two, b = source
    dos, mira = target
    found: list[Found] = [((one,), (dos,), 0.5, False), ((a,), (), 0.0, False), ((two,), (), 0.0, False)]
    found.append(((b,), (mira,), 1.0, False))
    assert ((two,), (dos,), 0.0, False) in headed(found)
