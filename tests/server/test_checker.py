"""The thread that looks at pages, without an editor: what is looked at, when, and what is told."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

pytest.importorskip("lsprotocol")

from tests.conftest import Write
from tests.server.conftest import CONFIG, LV, SOURCE, SV

from facingpages.finding import Finding
from facingpages.server.checker import Checker
from facingpages.server.site import Chosen, OpenSite
from facingpages.server.text import EditorText

PATIENCE = 120.0


class Told:
    """A listener that writes down."""

    def __init__(self) -> None:
        self.pages: list[tuple[str, int | None, list[str]]] = []
        self.troubles: list[Exception] = []

    def tell(self, _: OpenSite, path: str, text: EditorText | None, findings: Sequence[Finding]) -> None:
        self.pages.append((path, text.version if text is not None else None, [one.rule for one in findings]))

    def advanced(self, done: int, total: int) -> None:
        assert done <= total

    def trouble(self, _: Path, error: Exception) -> None:
        self.troubles.append(error)


class Running:
    """A checker at work on a site."""

    def __init__(self, root: Path, *, rest: float, whole: bool = False) -> None:
        self.root, self.texts, self.told = root, dict[str, EditorText](), Told()
        self.checker = Checker(root, Chosen(rest=rest), self.texts, self.told, whole=whole)

    def put(self, path: str, text: str, version: int) -> None:
        file = str(self.root / path)
        self.texts[file] = EditorText(text, version)
        self.checker.changed(file)

    def wait(self) -> list[tuple[str, int | None, list[str]]]:
        """What was told since, when all is told."""
        end, quiet = time.monotonic() + PATIENCE, 0
        while quiet < 5:
            quiet = quiet + 1 if self.checker.idle else 0
            assert time.monotonic() < end
            time.sleep(0.01)
        told, self.told.pages = self.told.pages, []
        assert not self.told.troubles
        return told


@pytest.fixture
def site(write: Write) -> Path:
    files = {"facingpages.toml": CONFIG, "docs/en/p.md": SOURCE, "docs/sv/p.md": SV, "docs/lv/p.md": LV}
    return write(files).resolve()


@pytest.fixture
def running(site: Path) -> Iterator[Running]:
    running = Running(site, rest=0.4)  # between two of thirty keystrokes a busy machine may do something else
    running.checker.start()
    yield running
    running.checker.stop()
    running.checker.join(PATIENCE)


def test_thirty_keystrokes_cost_one_look_and_are_told_with_the_last_version(running: Running) -> None:
    running.put("docs/sv/p.md", SV, 1)
    running.wait()
    for version in range(2, 32):
        running.put("docs/sv/p.md", SV + version * "x", version)
    told = running.wait()
    assert {(path, version) for path, version, _ in told} == {("docs/sv/p.md", 31)}
    assert len(told) <= 2  # the page by itself, and with what crosses pages


def test_a_source_that_changes_has_its_open_translations_looked_at(running: Running) -> None:
    running.put("docs/sv/p.md", SV, 7)
    running.put("docs/en/p.md", SOURCE, 1)
    assert running.wait()[-1][0] in ("docs/sv/p.md", "docs/en/p.md")
    running.put("docs/en/p.md", SOURCE.replace("example/prices", "example/priser"), 2)
    told = {path: (version, rules) for path, version, rules in running.wait()}
    assert told == {"docs/en/p.md": (2, []), "docs/sv/p.md": (7, [])}


def test_pages_that_are_not_open_are_told_of_where_the_whole_site_is_wanted(site: Path) -> None:
    (site / "docs/en/q.md").write_text("# Q\n", "utf-8")
    (site / "docs/lv/q.md").write_text("# Q\n", "utf-8")
    running = Running(site, rest=0.0, whole=True)
    running.checker.start()
    try:
        told = {path: rules for path, _, rules in running.wait()}
        assert told == {"docs/sv/p.md": ["link-target"], "docs/sv/q.md": ["page-missing"]}
        (site / "docs/sv/q.md").write_text("# Q\n", "utf-8")
        running.checker.anew()
        assert {path: rules for path, _, rules in running.wait()}["docs/sv/q.md"] == []
    finally:
        running.checker.stop()


def test_a_source_that_is_too_long_is_told_of_where_it_is(site: Path) -> None:
    with (site / "docs/en/p.md").open("wb") as file:
        file.truncate(20_000_001)
    opened = OpenSite(site, Chosen(), {})
    told = {path: [one.rule for one in opened.told(path, opened.look(path))] for path in opened.pages}
    assert told == {"docs/en/p.md": ["page-unreadable"], "docs/lv/p.md": [], "docs/sv/p.md": []}
