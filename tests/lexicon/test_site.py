"""A site whose words vouch for each other: the same bytes however it is looked at, and without them as it was."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Command, Write
from tests.lexicon.language import RENDERING, SOURCE, markdown, page, site

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine.learn import Learner, begin
from facingpages.engine.lexicon_file import LexiconError, _mark, take, to_text
from facingpages.engine.plan import Plan
from facingpages.engine.run import check
from facingpages.store import Store

pytest.importorskip("numpy")
MOVED = "lv/7.md"
BROKEN = [["x", "x", [70, '[[{"a": {"b": 1.5}}, {}, 1], [{}, {}, 1]]']]] * 4
OTHER = [["x", "x", [70, None]]] * 4  # learnt from other pages


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


def test_a_numpy_that_can_not_be_loaded_teaches_nothing_and_breaks_nothing(
    write: Write, files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(write(files), "en", ("lv",), ("{locale}/{page}.md",))
    file = tmp_path / "cache" / "results.sqlite"
    with monkeypatch.context() as without:
        without.setattr("facingpages.engine.learn.find_spec", lambda _: None)
        plain = check(discover(config), config)
    with monkeypatch.context() as broken:
        broken.setitem(sys.modules, "numpy", None)
        assert check(discover(config), config, store=Store(file)) == plain
    assert check(discover(config), config, store=Store(file)) != plain


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
        ("block-order", "lv/7.md", 5), ("step-order", "lv/8.md", 5), ("link-swapped", "lv/9.md", 3),
        ("link-swapped", "lv/9.md", 5),
    ]  # fmt: skip
    assert "Steps 2 and 3 of the source seem to have changed places here." in run.out
    write(site(70))
    assert command("check", "--format", "json").report["findings"] == []


def test_a_link_beside_its_words_is_mended_by_the_words_of_other_pages(write: Write, command: Command) -> None:
    files = site(70)
    said = SOURCE[:9]
    here = [RENDERING[word] for word in said]
    files["en/9.md"] = f"# T\n\n{' '.join(said[:3])} [{' '.join(said[3:6])}](a.md) {' '.join(said[6:])}.\n"
    files["lv/9.md"] = f"# T\n\n{' '.join(here[:7])} [{' '.join(here[7:])}](a.md).\n"
    root = write(files)
    run = command("check", "--format", "json", "--fix", "--unsafe-fixes", "--select", "link-text-misplaced")
    assert "1 finding fixed in 1 page" in run.err
    mended = f"# T\n\n{' '.join(here[:3])} [{' '.join(here[3:6])}](a.md) {' '.join(here[6:])}.\n"
    assert (root / "lv/9.md").read_text("utf-8") == mended


def test_status_says_what_was_learnt(write: Write, command: Command) -> None:
    write(site(70))
    assert "lv: words of 70 pages tell which blocks and links belong together." in command("status").err
    files = {name: text for name, text in site(70).items() if "5" not in name}
    for file in write(files).rglob("*5*.md"):
        file.unlink()
    assert "lv: it takes 60 translated pages to learn words from, not 54." in command("status").err


def test_parts_have_a_lexicon_that_was_learnt_once(
    write: Write, command: Command, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(files)
    plain = command("check", "--format", "json", "--jobs", "1")
    run = command("lexicon", "--output", "lexicon.json")
    assert run.code == 0
    assert "lv: words of 69 pages" in run.err
    with monkeypatch.context() as patch:
        patch.setattr("facingpages.engine.learn.lesson", None)  # nobody learns
        for number in (1, 2):
            part = ("check", "--part", f"{number}/2", "--output", f"{number}.json", "--jobs", "1", "--no-cache")
            assert command(*part, "--lexicon", "lexicon.json").code == 0
        assert command("join", "1.json", "2.json", "--format", "json") == plain
    write({"lv/9.md": files["lv/9.md"] + "\nVairāk.\n"})
    run = command("check", "--part", "1/2", "--output", "1.json", "--lexicon", "lexicon.json")
    assert (run.code, "was learnt from other pages than these ('lv')" in run.err) == (2, True)
    assert "`facingpages lexicon --output FILE` writes it anew" in run.err
    assert command("check", "--lexicon", "lexicon.json").code == 2


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, str]:
    """A plan, and what its site taught, as a file."""
    root = tmp_path_factory.mktemp("written")
    for name, text in site(64).items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    config = Config(root, "en", ("lv",), ("{locale}/{page}.md",))
    plan = Plan(discover(config), config)
    begin(plan, None)
    assert isinstance(plan.learner, Learner)
    return plan, to_text(plan.learner.learn())


def _changed(**keys: Any) -> Callable[[str], str]:
    return lambda text: json.dumps({**json.loads(text), **keys})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _: "no json", "is no lexicon"),
        (lambda _: "[" * 100_000, "is no lexicon"),
        (lambda _: "{}", "is no lexicon"),
        (lambda text: text[:-100], "is no lexicon"),
        (lambda text: text.replace('"lv"', '"xx"', 1), "is damaged"),
        (_changed(locales=[]), "is no lexicon"),
        (_changed(version=9), "another version"),
        (_changed(program="00"), "another version"),
        (_changed(mark="00"), "is damaged"),
        (
            _changed(locales={"lv": [["x", "x", [70, None]]] * 4}, mark=_mark({"lv": [["x", "x", [70, None]]] * 4})),
            "other pages",
        ),
        (_changed(locales={"lv": [["x", "x", 3]]}, mark=_mark({"lv": [["x", "x", 3]]})), "is damaged"),
        (_changed(locales={"lv": BROKEN}, mark=_mark({"lv": BROKEN})), "is damaged"),
        (_changed(locales={"lv": []}, mark=_mark({"lv": []})), "other pages"),
        (_changed(locales={}, mark=_mark({})), "other pages than these ('lv')"),
    ],
)
def test_another_lexicon_is_refused(written: tuple[Plan, str], change: Callable[[str], str], said: str) -> None:
    plan, text = written
    with pytest.raises(LexiconError, match=re.escape(said)):
        take(plan, change(text))
    take(plan, text)
