"""A site whose words vouch for each other: the same bytes however it is looked at, and without them as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Command, Write
from tests.lexicon.language import markdown, page, site

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine.run import check
from facingpages.store import Store

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
    write: Write, files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(write(files), "en", ("lv",), ("{locale}/{page}.md",))
    file = tmp_path / "cache" / "results.sqlite"
    known = check(discover(config), config, store=Store(file))
    monkeypatch.setattr("facingpages.engine.learn.find_spec", lambda _: None)
    without = check(discover(config), config, store=Store(file))
    assert without != known
    monkeypatch.undo()
    assert check(discover(config), config, store=Store(file)) == known


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


def test_what_changed_places_is_told_by_its_words(write: Write, command: Command) -> None:
    files = site(70)
    for number, head in ((7, ""), (8, "1. ")):
        (source, target), name = page(number), f"{number}.md"
        for locale, texts in (("en", source), ("lv", [target[0], target[2], target[1], *target[3:]])):
            files[f"{locale}/{name}"] = markdown([head + text for text in texts])
    links = [f"[{text}](a{at}.md)" for at, text in enumerate(page(9)[0])]
    files["en/9.md"] = markdown([" ".join(links[:3]), *links[3:]])
    wrong = page(9)[1]
    wrong[0], wrong[1], wrong[3], wrong[5] = wrong[1], wrong[0], wrong[5], wrong[3]
    links = [f"[{text}](a{at}.md)" for at, text in enumerate(wrong)]
    files["lv/9.md"] = markdown([" ".join(links[:3]), *links[3:]])
    write(files)
    run = command("check", "--format", "json", "--select", "step", "--select", "block", "--select", "link-swapped")
    assert run.places == [
        ("block-moved", "lv/7.md", 5), ("step-order", "lv/8.md", 5), ("link-swapped", "lv/9.md", 3),
        ("link-swapped", "lv/9.md", 5),
    ]  # fmt: skip
    assert "Steps 2 and 3 of the source seem to have changed places here." in run.out
    write(site(70))
    assert command("check", "--format", "json").report["findings"] == []


def test_status_says_what_was_learnt(write: Write, command: Command) -> None:
    write(site(70))
    assert "lv: words of 70 pages tell which blocks and links belong together." in command("status").err
    files = {name: text for name, text in site(70).items() if "5" not in name}
    for file in write(files).rglob("*5*.md"):
        file.unlink()
    assert "lv: 54 pages in parity are too few to learn words from; it takes 60." in command("status").err
