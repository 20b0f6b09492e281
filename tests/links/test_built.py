"""Where links of a MkDocs site lead, told from the source and held against the site that MkDocs builds of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mkdocs")
pytest.importorskip("mkdocs_static_i18n")
pytest.importorskip("pymdownx")
pytest.importorskip("selectolax")

from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.published.check import check_site

CONFIG = """site_name: X
site_url: https://x.example/
markdown_extensions: [attr_list, {pymdownx.tabbed: {alternate_style: true}}, {pymdownx.snippets: {base_path: [parts]}}]
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: lv, name: Latvian}
        - {locale: sv, name: Swedish}
"""
PARTS = """# Whole

<!-- --8<-- [start:one] -->
## One
<!-- --8<-- [end:one] -->

<!-- --8<-- [start:two] -->
## Two
<!-- --8<-- [end:two] -->
"""
PAGES = {
    "parts/p.md": PARTS,
    "docs/raw.html": '<!doctype html><html lang=en><!-- <p id="no"> --><h1 id=yes>x</h1><A NAME="also">y</A>',
    "docs/en/index.md": "# Home\n",
    "docs/lv/index.md": "# Sākums\n",
    "docs/sv/index.md": "# Hem\n",
    "docs/en/guide.md": "# Guide\n\n## Funds\n\n## Kept {#kept}\n",
    "docs/lv/guide.md": "# Ceļvedis\n\n## Nauda\n\n## Tas pats {#kept}\n",
    "docs/en/only.md": "# Only\n\n[a](guide.md#funds) [b](guide.md#kept) [c](guide.md)\n",
    "docs/en/tabs.md": '# Tabs\n\n=== "A"\n\n    x\n\n=== "B"\n\n    y\n\n[a](#__tabbed_1_2)\n\n[b](#__tabbed_9_9)\n',
    "docs/en/parts.md": '# Parts\n\n--8<-- "p.md:two"\n\n[a](#two)\n\n[b](#one)\n\n[c](#whole)\n',
    "docs/en/html.md": "# Html\n\n[a](../raw.html#yes) [b](../raw.html#also)\n\n[c](../raw.html#no)\n",
    "docs/en/top.md": "# Top\n\n[a](#TOP) [b](guide.md#Top) [c](#)\n\n[d](#_top)\n",
    "docs/en/written.md": "# W\n\n[a](../sitemap.xml) [b](../404.html) [c](../search/search_index.json)\n\n"
    "[d](../en/sitemap.xml)\n\n[e](../x/404.html)\n\n[f](../search/)\n",
}
DEAD = {  # of each page the lines
    "docs/en/only.md": [3], "docs/en/tabs.md": [13], "docs/en/parts.md": [7, 9], "docs/en/html.md": [5],
    "docs/en/top.md": [5], "docs/en/written.md": [5, 7, 9],
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built")
    for name, text in {"mkdocs.yml": CONFIG, **PAGES}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=root, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True)
    return root


def test_the_source_tells_what_is_dead(site: Path) -> None:
    config = Config(site, "en", ("lv", "sv"), ("docs/{locale}/{page}.md",), dialect="mkdocs")
    found = check(discover(config), config)
    told: dict[str, list[int]] = {}
    for finding in found:
        told.setdefault(finding.place.path, []).append(finding.place.line)
    assert told == DEAD, [(finding.place.path, finding.place.line, finding.text) for finding in found]
    (borrowed,) = [finding for finding in found if finding.place.path == "docs/en/only.md"]
    assert borrowed.rule == "anchor-dead"
    assert "published in lv, too" in borrowed.text  # sv has no guide of its own, so the link meets the source's


def test_the_built_site_has_just_those(site: Path) -> None:
    dead = {"docs/en/" + f.place.path.split("/")[-2] + ".md" for f in check_site(site / "site") if "dead" in f.rule}
    assert dead == set(DEAD)
