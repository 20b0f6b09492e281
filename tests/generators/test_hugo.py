"""Links of a Hugo site: nothing that works in the site as Hugo built it is called dead."""

from __future__ import annotations

import json
from pathlib import Path

from tests.generators.renderers.hugo_site import FIRST, TARGETS, write
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover

VERDICTS: dict[str, list[bool]] = json.loads((Path(__file__).parent / "renderers" / "hugo-links.json").read_text())[
    "there"
]


def test_what_works_is_not_called_dead_and_what_surely_does_not_is(tmp_path: Path) -> None:
    write(tmp_path)
    config = Config(tmp_path, "en", ("lv",), ("content/{locale}/{page}.md",), dialect="hugo")
    told: dict[str, set[str]] = {}
    wrong = []
    for finding in check(discover(config), config):
        at = finding.place.line - FIRST
        page = finding.place.path.removeprefix("content/")
        told.setdefault(page, set()).add(TARGETS[at // 2])
        if finding.severity == "error" and VERDICTS[page][at]:
            wrong.append((page, TARGETS[at // 2], finding.text))
    assert wrong == []
    for page in VERDICTS:
        if page.startswith("en/"):
            assert told[page] >= {"no.md", "x.png", "#no", "guide.md#no"}
