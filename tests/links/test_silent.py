"""Links of which there was nothing to say are not followed again while all that this depends on is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Command, Write

from facingpages.links.source import _Reading
from facingpages.store import CACHE

CONFIG = 'locales = ["lv"]\npages = ["docs/{locale}/{page}.md"]\n'
NAMES = "abcdefgh"
Followed = list[str]


@pytest.fixture
def root(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which each page leads to a place on the next one, and to a picture."""
    monkeypatch.setenv(CACHE, str(tmp_path_factory.mktemp("remembered")))
    pages = {
        f"docs/{locale}/{name}.md": f"# {name.upper()}\n\n[x]({after}.md#{after}) ![p](p.png)\n"
        for locale in ("en", "lv")
        for name, after in zip(NAMES, NAMES[1:] + NAMES[:1], strict=True)
    }
    folder = write({"facingpages.toml": CONFIG, "docs/en/p.png": "", "docs/lv/p.png": "", **pages})
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> Followed:
    """The pages whose links were followed."""
    found: Followed = []
    tells = _Reading.tells

    def told(reading: _Reading, path: str) -> bool:
        found.append(path.removeprefix("docs/").removesuffix(".md"))
        return tells(reading, path)

    monkeypatch.setattr(_Reading, "tells", told)
    return found


def _told(command: Command, followed: Followed) -> tuple[Followed, list[str]]:
    """Whose links a run followed, and what it told, which is what one says that remembers nothing."""
    followed.clear()
    told = command("check", "--format", "json", "--jobs", "1")
    again = sorted(followed)
    assert told.out == command("check", "--format", "json", "--jobs", "1", "--no-cache").out
    return again, [f"{one['path'][5:-3]} {one['rule']}" for one in told.report["findings"]]


def test_few_pages_are_followed_again(root: Path, command: Command, followed: Followed) -> None:
    assert _told(command, followed) == (sorted(f"{locale}/{name}" for locale in ("en", "lv") for name in NAMES), [])
    page = root / "docs/lv/c.md"
    page.write_text(page.read_text("utf-8") + "\nVairāk.\n", "utf-8")
    again, told = _told(command, followed)
    assert again == ["lv/b", "lv/c"]
    assert [one for one in told if "link" in one or "anchor" in one] == []


def test_an_id_that_is_gone_is_missed_elsewhere(root: Path, command: Command, followed: Followed) -> None:
    _told(command, followed)
    (root / "docs/lv/c.md").write_text("# D\n\n[x](d.md#d) ![p](p.png)\n", "utf-8")
    assert "lv/b anchor-translated" in _told(command, followed)[1]
    (root / "docs/lv/c.md").write_text("# C\n\n[x](d.md#d) ![p](p.png)\n", "utf-8")
    assert "lv/b anchor-translated" not in _told(command, followed)[1]


@pytest.mark.parametrize(("gone", "missed"), [("*/p.png", "image-dead"), ("lv/d.md", "page-missing")])
def test_a_file_that_is_gone_is_missed(
    gone: str, missed: str, root: Path, command: Command, followed: Followed
) -> None:  # fmt: skip
    assert _told(command, followed)[1] == []
    for file in (root / "docs").glob(gone):
        file.unlink()
    again, told = _told(command, followed)
    assert len(again) >= 15
    assert any(one.endswith(missed) for one in told)
