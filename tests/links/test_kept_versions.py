"""Versions of a Docusaurus site that are kept beside that of today: a path counts from the top of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover

LV = "i18n/lv/docusaurus-plugin-content-docs"
PAGES = ("docs/{page}.md", "versioned_docs/{page}.md")
OLD, NEW = "# Terms\n\n## Old {#old}\n", "# Terms\n\n## New {#new}\n"


@pytest.mark.parametrize(
    ("page", "target", "told"),
    [
        ("versioned_docs/version-1.0/a/guide.md", "/terms.md#old", []),
        ("versioned_docs/version-1.0/a/guide.md", "terms.md#old", []),
        ("versioned_docs/version-1.0/a/guide.md", "/terms.md#new", ["anchor-dead"]),
        (f"{LV}/version-1.0/a/guide.md", "/terms.md#old", []),
        (f"{LV}/version-1.0/a/guide.md", "/terms.md#new", ["anchor-dead"]),
        ("docs/a/guide.md", "/terms.md#new", []),
        ("docs/a/guide.md", "/terms.md#old", ["anchor-dead"]),
        (f"{LV}/current/a/guide.md", "/terms.md#new", []),
        (f"{LV}/current/a/guide.md", "/terms.md#old", ["anchor-dead"]),
    ],
)
def test_a_version_leads_to_itself(page: str, target: str, told: list[str], tmp_path: Path) -> None:
    files = {
        "docusaurus.config.js": "module.exports = {i18n: {defaultLocale: 'en', locales: ['en', 'lv']}}\n",
        "versions.json": '["1.0"]\n', "docs/terms.md": NEW, "versioned_docs/version-1.0/terms.md": OLD,
        f"{LV}/current/terms.md": NEW, f"{LV}/version-1.0/terms.md": OLD,
        **{f"{folder}/a/guide.md": "Text.\n"
           for folder in ("docs", "versioned_docs/version-1.0", f"{LV}/current", f"{LV}/version-1.0")},
        page: f"See [terms]({target}).\n",
    }  # fmt: skip
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    patterns = (f"{LV.replace('lv', '{locale}')}/current/{{page}}.md", f"{LV.replace('lv', '{locale}')}/{{page}}.md")
    config = Config(tmp_path, "en", ("lv",), patterns, source_pages=PAGES, dialect="mdx", generator="docusaurus")
    found = [one for one in check(discover(config), config) if one.place.path == page]
    assert [one.rule for one in found] == told
