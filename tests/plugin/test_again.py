"""A build after an edit, as `mkdocs serve` makes one, looks at what changed, and says what a first build would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Write

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.document import Document
from facingpages.mkdocs.edition import Edition
from facingpages.mkdocs.languages import Languages
from facingpages.read import read_page
from facingpages.refine import Report


def _build(root: Path) -> Report:
    config = Config(root, "en", ("lv",), ("docs/{locale}/{page}.md",), dialect="mkdocs")
    languages = Languages("en", ("lv",), folders=True, falls_back=True)
    report = Edition(config, discover(config), languages, known=frozenset()).report
    assert report is not None
    return report


def test_a_build_after_an_edit_reads_what_changed(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(*arguments: Any, **named: Any) -> Document:
        read.append(named["path"])
        return read_page(*arguments, **named)

    monkeypatch.setattr("facingpages.engine.page.read_page", reading)
    root = write({f"docs/{locale}/{page}.md": f"# {page}\n\n`{locale}`\n" for locale in ("en", "lv") for page in "abc"})
    first = _build(root)
    assert len(first.findings) == 3
    assert len(read) == 6
    read.clear()
    assert _build(root) == first
    assert read == []
    write({"docs/lv/b.md": "# b\n\n`en`\n"})
    assert [finding.place.path for finding in _build(root).findings] == ["docs/lv/a.md", "docs/lv/c.md"]
    assert read == ["docs/en/b.md", "docs/lv/b.md"]
