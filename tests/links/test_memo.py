"""What the link check said is told again, and only of the very same site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.links.planted import write_site

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.finding import Finding
from facingpages.links.gather import gather
from facingpages.links.memo import Memo
from facingpages.links.source import LinkCheck


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_site(tmp_path / "site")
    return Config(tmp_path / "site", "en", ("lv",), ("docs/{locale}/{page}.md",), dialect="mkdocs")


def run(config: Config) -> tuple[list[Finding], bool]:
    """The findings, and whether they were remembered."""
    pages = discover(config)
    links = LinkCheck(pages, config)
    memo = Memo(config)
    state = memo.state(pages, links.publication)
    known = memo.recall(state)
    if known is not None:
        return known[0], True
    gathered = gather(pages, config, links.rendering)
    links.take(gathered.facts)
    found = list(links.findings())
    memo.keep(state, found, gathered.ignores)
    return found, False


def test_the_same_is_told_again(site: Config) -> None:
    first, remembered = run(site)
    assert first
    assert not remembered
    assert run(site) == (first, True)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page": lambda root: (root / "docs/lv/guide.md").write_text("# Cits\n"),
    "a source": lambda root: (root / "docs/en/guide.md").write_text("# Other\n"),
    "a page that is not checked": lambda root: (root / "docs/about.md").write_text("# About\n"),
    "a picture is gone": lambda root: (root / "docs/assets/shared.svg").unlink(),
    "a picture comes": lambda root: (root / "docs/lv/img/nav.svg").write_text("x"),
    "the configuration": lambda root: (root / "mkdocs.yml").write_text(
        "site_name: X\n" + (root / "mkdocs.yml").read_text()
    ),
    "a snippet": lambda root: (root / "snippets/notes.md").write_text("### Other\n"),
    "a page is renamed": lambda root: (root / "docs/lv/only.md").write_text("# Jauna\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_the_site_is_checked_again(change: str, site: Config) -> None:
    run(site)
    CHANGES[change](site.root)
    found, remembered = run(site)
    assert not remembered
    assert run(site) == (found, True)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"state": 1}', "[" * 100_000])
def test_a_cache_that_is_none_is_written_anew(text: str, site: Config) -> None:
    first, _ = run(site)
    Memo(site).file.write_text(text)
    assert run(site) == (first, False)
    assert run(site) == (first, True)


def test_no_cache_is_no_reason_to_stop(site: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    first, _ = run(site)
    assert run(site) == (first, False)
