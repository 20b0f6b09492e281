"""Paths that Docsify sees from the folder of its `index.html`, above those of the languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover

PAGES = ("docs/en/_sidebar.md", "docs/en/client/java.md", "docs/zh/_sidebar.md", "docs/zh/client/java.md")


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("zh/client/java.md", []),
        ("client/java.md", []),
        ("zh/client/go.md", ["link-dead"]),
        ("../zh/client/go.md", ["link-dead"]),
        ("en/client/java.md", ["link-locale-better"]),
    ],
)
@pytest.mark.parametrize("generator", ["docsify", "plain"])
def test_a_path_from_above_the_languages(generator: str, target: str, told: list[str], tmp_path: Path) -> None:
    for name in PAGES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Text.\n", encoding="utf-8")
    (tmp_path / "docs/zh/_sidebar.md").write_text(f"- [a]({target})\n", encoding="utf-8")
    config = Config(tmp_path, "en", ("zh",), ("docs/{locale}/{page}.md",), generator=generator)
    found = [one.rule for one in check(discover(config), config) if one.place.path == "docs/zh/_sidebar.md"]
    assert found == (told if generator == "docsify" or target[0] in ".c" else ["link-dead"])
