"""`facingpages init`: what it writes down is what was recognized, and nothing is overwritten."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.conftest import Command, Write
from tests.generators.sites import CASES, Case, pages

from facingpages.config import load
from facingpages.discover import discover
from facingpages.generators.detect import detect
from facingpages.reference import subjects
from facingpages.site import Site


def content(site: Site) -> tuple[object, ...]:
    begun = sorted({page.locale for page in site.pages})
    return site.source, begun, [(page.path, page.name, page.locale) for page in site.pages]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_file_says_what_was_recognized(case: Case, write: Write, command: Command) -> None:
    root = write(case.files)
    before = detect(root).trees[0]
    run = command("init")
    assert run.code == 0, run
    after = load(root, root / "facingpages.toml", subjects())
    assert (after.source, after.pages, after.source_pages) == (before.source, before.pages, before.source_pages)
    assert (after.dialect, after.exclude) == (before.dialect, before.exclude)
    assert content(discover(after)) == content(discover(before))
    checked = command("check", "--format", "json")
    assert (checked.code, checked.err) == (0, "")


def test_it_says_what_it_found(write: Write, command: Command) -> None:
    root = write(pages("docs/en/a.md", "docs/lv/a.md"))
    run = command("init")
    assert run.err == ""
    assert "source en (docs/en/{page}.md), 1 locale (lv)" in run.out
    assert run.out.endswith("facingpages.toml: written\n")
    text = (root / "facingpages.toml").read_text("utf-8")
    assert text.count("#") > 5
    assert tomllib.loads(text)["locales"] == ["lv"]


@pytest.mark.parametrize("there", ["facingpages.toml", "pyproject.toml"])
def test_nothing_is_overwritten(there: str, write: Write, command: Command) -> None:
    root = write({**pages("docs/en/a.md", "docs/lv/a.md"), there: '[tool.facingpages]\nsource = "en"\n'})
    run = command("init")
    assert run.code == 2
    assert f"{there} configures facingpages already; nothing was written" in run.err
    assert (root / there).read_text() == '[tool.facingpages]\nsource = "en"\n'
    assert (root / "facingpages.toml").exists() is (there == "facingpages.toml")


def test_a_link_that_leads_nowhere_is_not_followed(write: Write, command: Command, tmp_path: Path) -> None:
    root = write(pages("docs/en/a.md", "docs/lv/a.md"))
    (root / "facingpages.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert command("init").code == 2
    assert not (tmp_path / "elsewhere.toml").exists()


def test_what_it_cannot_tell_it_asks_for(write: Write, command: Command) -> None:
    root = write(pages("docs/de/a.md", "docs/fr/a.md"))
    run = command("init")
    assert run.code == 2
    assert "which of de, fr is the source" in run.err
    assert not (root / "facingpages.toml").exists()
    assert command("init", "--source", "fr").code == 0
    assert tomllib.loads((root / "facingpages.toml").read_text("utf-8"))["locales"] == ["de"]


def test_names_that_toml_must_escape(write: Write, command: Command) -> None:
    write(pages('do"cs\x7fé/en/a.md', 'do"cs\x7fé/lv/a.md'))
    assert command("init").code == 0
    assert command("check").code == 0
