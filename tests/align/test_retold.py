"""What a translator told in another form is paired; its like, where something was lost, is not."""

from __future__ import annotations

import pytest
from tests.align.damaged import beads

from facingpages.align.left import Found
from facingpages.align.retold import bared
from facingpages.read import read_page

STEPS = (
    "1. Build `a`.\n2. Order them:\n"
    "   1. Compare the first number, from left to right.\n   2. Compare the second one then.\n"
)
LEAD = "# T\n\nRecord the events:\n\n```\nrecord()\n```\n\nTranslate several roots:\n\n```\ntranslate()\n```\n"
CHANGES = "- A [#11](u/11) [@a](v/a)\n- B [#12](u/12) [@a](v/a)\n"
ROWS = "| N | T |\n| - | - |\n| tall | how tall |\n| size | how big |\n"
THREE = (
    "# T\n\nThe kernel calls this program first, whenever a task is about to go to sleep for a while.\n\n"
    "It then looks the task up there.\n\nAt last it counts how long that took.\n"
)
TOGETHER = (
    "# T\n\nKärnan anropar programmet först, varje gång en uppgift ska sova ett tag, sedan letar den upp uppgiften "
    "där, och till sist räknar den hur länge allt det tog.\n"
)
USE = "## Use\n\nTurn `knob` on, see [there](https://x.example/k).\n"
GUIDE = "# T\n\nAcme Server listens on `8080` in Acme Desk.\n\n## Install\n\nOpen `box` with `key`.\n\n"
INSTALL = "# T\n\n## Installera\n\nÖppna `box` med `key`.\n\n"
ANV = "## Använd\n\nVrid på `knob`, se [där](https://x.example/k).\n"
SILENT = (
    "# T\n\nParameters of a silent installation are told here, one by one.\n\n## Install\n\nOpen `box` with `key`.\n\n"
)
LISTENS = "Acme Server lyssnar på `8080` i Acme Desk.\n\n"
GONE = "The old name is gone [now](https://x.example/n).\n\n"
JOBS = "- The [a](p/a) job\n- The [b](p/b) job\n"


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (STEPS, "1. Bygg `a`.\n2. Ordna dem: jämför det första talet, från vänster, sedan det andra.\n", "0-0 1+2+3-1"),
        (STEPS, "1. Bygg `a`.\n2. Ordna dem:\n", "0-0 1-1 2- 3-"),
        ("Show it: `a -h`\n", "Visa det:\n\n```\na -h\n```\n", "0-0+1"),
        ("Show it: `a -h`\n", "Visa det:\n\n```\nb\n```\n", "0-0 -1"),
        (LEAD, "# T\n\nÖversätt flera rötter:\n\n```\ntranslate()\n```\n", "0-0 1- 2- 3-1 4-2"),
        (LEAD, "# T\n\nSpara händelserna.\n\n```\ntranslate()\n```\n", "0-0 1-1 2- 3- 4-2"),
        ("- A\n- [app-svelte](https://x.example/a)\n", "- A\n- [next-tool](https://x.example/b)\n", "0-0 -1 1-"),
        ("- A\n- [app-svelte](https://x.example/a)\n", "- A\n- [app-svelt](https://x.example/b)\n", "0-0 1-1"),
        (CHANGES, "Nytt `n`.\n\n- A [#12](u/12) [@a](v/a)\n- B [#11](u/11) [@a](v/a)\n", "-0 0-2 1-1"),
        (CHANGES, "Nytt `n`.\n\n- A [#14](u/14) [@a](v/a)\n- B [#12](u/12) [@a](v/a)\n", "-0 -1 0- 1-2"),
        (ROWS, "Nytt `n`.\n\n| N | T |\n| - | - |\n| size | storlek |\n| tall | hög |\n", "-0 0-1 1-3 2-2"),
        (ROWS, "Nytt `n`.\n\n| N | T |\n| - | - |\n| size | storlek |\n| wide | vid |\n", "-0 0-1 1- 2-2 -3"),
        (GUIDE + USE, INSTALL + LISTENS + ANV, "0-0 1-3 2-1 3-2 4-4 5-5"),  # it moved
        (GUIDE + USE, INSTALL + "Stäng av allt, och vänta i 8080 sekunder.\n\n" + ANV, "0-0 1- 2-1 3-2 -3 4-4 5-5"),
        (GUIDE + GONE + USE, INSTALL + LISTENS + ANV, "0-0 1-3 2-1 3-2 4- 5-4 6-5"),  # not what stood in its place
        (GUIDE + GONE + USE, INSTALL + "Det gamla namnet är `borta` nu.\n\n" + ANV, "0-0 1- 2-1 3-2 4-3 5-4 6-5"),
        (
            SILENT + USE, INSTALL + "Parametrar till en silent installation berättas det om här.\n\n" + ANV,
            "0-0 1-3 2-1 3-2 4-4 5-5",
        ),
        (
            SILENT + USE, INSTALL + "Vad gäller installation är det bäst att vänta tills allt är klart.\n\n" + ANV,
            "0-0 1- 2-1 3-2 -3 4-4 5-5",
        ),
        (JOBS, "- Jobbet [c](p/c)\n- Jobbet [b](p/b)\n- Jobbet [a](p/a)\n", "-0 0-2 1-1"),
        (JOBS, "- Jobbet [c](p/c) [a](p/a)\n- Jobbet [b](p/b)\n- Jobbet [d](p/d)\n", "0-0 1-1 -2"),
        (THREE, TOGETHER, "0-0 1+2+3-1"),
        (THREE, "# T\n\nTill sist räknar den hur länge det hela tog.\n", "0-0 1- 2- 3-1"),
    ],
)  # fmt: skip
def test_pairs(source: str, target: str, said: str) -> None:
    one, two = (read_page(text.encode(), "commonmark", path="page.md") for text in (source, target))
    assert beads(one, two) == said
    turned = " ".join("-".join(reversed(bead.split("-"))) for bead in said.split())
    assert sorted(beads(two, one).split()) == sorted(turned.split())


def test_code_that_lost_its_marks_comes_back_from_a_neighbour() -> None:
    one = list(read_page(b"Run this:\n\n`Connect-It`\n\n`Stop`\n", "commonmark", path="a.md").blocks)
    two = list(read_page("K\u00f6r detta:\n\nConnect-It\n\nHalt\n".encode(), "commonmark", path="a.md").blocks)
    found: list[Found] = [((one[0],), (two[0], two[1]), 1.0, False), ((one[1],), (), 0.0, False)]
    found += [((one[2],), (), 0.0, False), ((), (two[2],), 0.0, False)]
    mended = [((one[0],), (two[0],), 1.0, False), ((one[1],), (two[1],), 1.0, False), *found[2:]]
    assert bared(found) == mended
