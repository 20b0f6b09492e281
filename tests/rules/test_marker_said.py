"""Wiki links where languages call their files by names of their own, and where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine import check

SAME = "permalink: a"


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("Inställningar", "Se [[Hemsida#Början|hem]] och [[Vyer]].", []),  # another file, and so are those it names
        ("Inställningar", "Se [[Hemsida#Början|hem]] och vyer.", ["marker-changed"]),  # one is lost
        ("Settings", "Se [[Home#Begin|hem]] och [[Vyer]].", ["marker-changed"]),
        ("Settings.sv", "Se [[Home#Begin|hem]] och [[Vyer]].", ["marker-changed"]),
    ],
)
def test_names_of_files(name: str, text: str, wanted: list[str], tmp_path: Path) -> None:
    inside = name.endswith(".sv")
    pages = ("docs/en/{page}.md", f"docs/sv/{{page}}{'.sv' if inside else ''}.md")
    for file, body in (("en/Settings.md", "See [[Home#Begin|home]] and [[Views]]."), (f"sv/{name}.md", text)):
        path = tmp_path / "docs" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{SAME}\n---\n\n# A\n\n{body}\n", "utf-8")
    config = Config(tmp_path, "en", ("sv",), (pages[1].replace("docs/sv", "docs/{locale}"),), source_pages=pages[:1])
    told = [one.rule for one in check(discover(config), config).findings if one.rule.startswith("marker")]
    assert told == wanted
