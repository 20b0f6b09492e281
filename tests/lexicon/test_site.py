"""A site whose words vouch for each other: the same bytes however it is looked at, and without them as it was."""

from __future__ import annotations

import pytest
from tests.conftest import Command, Write
from tests.lexicon.language import markdown, page, site

pytest.importorskip("numpy")
MOVED = "lv/7.md"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Seventy pages, on one of which a paragraph is lost and one moved, which nothing but its words tells."""
    found = site(70)
    target = page(7)[1]
    found[MOVED] = markdown([*target[2:5], target[0], target[5]])
    return found


def test_a_paragraph_that_was_moved_is_known_by_its_words(
    write: Write, command: Command, files: dict[str, str]
) -> None:
    write(files)
    assert ("block-moved", MOVED, 9) in command("check", "--format", "json").places


def test_the_same_bytes_in_processes_parts_and_again(write: Write, command: Command, files: dict[str, str]) -> None:
    write(files)
    plain = command("check", "--format", "json", "--jobs", "1", "--no-cache")
    assert plain.report["findings"]
    assert command("check", "--format", "json", "--jobs", "2") == plain
    assert command("check", "--format", "json", "--jobs", "1") == plain
    for number in (1, 2):
        command("check", "--part", f"{number}/2", "--output", f"{number}.json", "--jobs", "1")
    assert command("join", "1.json", "2.json", "--format", "json") == plain


def test_what_is_learnt_is_part_of_what_results_are_known_by(
    write: Write, command: Command, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(files)
    known = command("check", "--format", "json")
    monkeypatch.setattr("facingpages.engine.learn.find_spec", lambda _: None)
    without = command("check", "--format", "json")
    assert without != known
    monkeypatch.undo()
    assert command("check", "--format", "json") == known


def test_a_small_site_says_what_it_says_without_a_lexicon(
    write: Write, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = site(20)
    files[MOVED] = markdown(list(reversed(page(7)[1])))
    write(files)
    with_it = command("check", "--format", "json", "--no-cache")
    monkeypatch.setattr("facingpages.engine.learn.find_spec", lambda _: None)
    assert command("check", "--format", "json", "--no-cache") == with_it


def test_what_asked_a_lexicon_asks_again_when_another_page_teaches_something_else(
    write: Write, command: Command, files: dict[str, str]
) -> None:
    write(files)
    command("check", "--format", "json")
    write({**files, "lv/9.md": files["lv/8.md"], "en/9.md": files["en/9.md"] + "\nMore.\n"})
    assert command("check", "--format", "json") == command("check", "--format", "json", "--no-cache")
