"""Rules that need files, or more than one page."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facingpages.cli import main
from facingpages.lexicon.folds import ordered
from facingpages.rules.source import ASKED, FIRST

CONFIG = 'source = "en"\npages = ["docs/{locale}/{page}.md"]\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "facingpages.toml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(site: Path, pages: dict[str, str]) -> None:
    for name, text in pages.items():
        path = site / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def findings(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    main(["check", "--format", "json", "--no-cache", *options])
    report: dict[str, list[dict[str, Any]]] = json.loads(capsys.readouterr().out)
    return report["findings"]


def brief(found: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    return [(f["rule"], f["path"], f["line"]) for f in found]


def test_missing_and_orphaned_pages(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site, {"en/a.md": "Buy.\n", "en/b.md": "Wait.\n", "lv/a.md": "Pērciet.\n", "lv/c.md": "Cits.\n"})
    put(site, {"sv/a.md": "Köp.\n", "sv/b.md": "Vänta.\n"})
    assert brief(findings(capsys)) == [("page-missing", "docs/lv/b.md", 1), ("page-orphan", "docs/lv/c.md", 1)]


def test_pages_not_meant_to_be_translated(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "facingpages.toml").write_text(CONFIG + 'source_only = ["reference/**"]\n')
    put(site, {"en/a.md": "Buy.\n", "en/reference/x.md": "X.\n", "lv/a.md": "Pērciet.\n", "sv/a.md": "Köp.\n"})
    assert findings(capsys) == []


def test_a_page_that_is_not_utf8_is_still_checked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site, {"en/a.md": "1. Open.\n2. Select **Save**.\n", "lv/a.md": "1. Atveriet.\n2. Atlasiet **Saglabāt**.\n"})
    put(site, {"sv/a.md": ""})
    (site / "docs/sv/a.md").write_bytes("1. Öppna.\n2. Välj Spara.\n".encode("latin-1"))
    assert [f["rule"] for f in findings(capsys, "--locale", "sv")] == ["page-encoding", "label-missing"]


def test_a_folder_with_the_name_of_a_page_is_never_clean(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site, {"en/a.md": "Buy.\n", "lv/a.md": "Pērciet.\n", "sv/a.md": "Köp.\n"})
    (site / "docs/lv/bad.md").mkdir()
    assert main(["check", "--no-cache"]) == 1
    assert "bad.md" in capsys.readouterr().out


def test_labels_across_a_locale(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(5):
        word = "Spara" if number else "Lagra"
        put(site, {f"en/{number}.md": "Select **Save** now.\n", f"sv/{number}.md": f"Välj **{word}** nu.\n"})
    found = [f for f in findings(capsys, "--locale", "sv") if f["rule"] == "label-consistency"]
    assert [(f["path"], f["line"], f["column"]) for f in found] == [("docs/sv/0.md", 1, 6)]
    assert "4 of 5" in found[0]["message"]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("文件 ID", []),
        ("文件ID", []),
        ("文档 ID", ["docs/zh/0.md"]),
        ("必须在开始之前先输入那个文件的编号，因为没有它就找不到任何东西", []),
    ],
)
def test_a_blank_between_scripts_or_a_stressed_sentence_makes_no_other_label(
    word: str, told: list[str], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        label = "文件ID" if number else word
        put(site, {f"en/{number}.md": "Enter the **File ID** now.\n", f"zh/{number}.md": f"现在输入**{label}**。\n"})
    assert [f["path"] for f in findings(capsys, "--locale", "zh") if f["rule"] == "label-consistency"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gå till **den** fliken Produkter.", ["label-shifted"]),
        ("Gå till fliken **Products** (Produkter).", []),
        ("Gå till fliken Produkter (**Products**).", []),
        ("Gå till fliken **Products**, med Produkter.", ["label-shifted"]),
    ],
    ids=["beside it", "glossed", "a gloss itself", "no gloss"],
)
def test_a_label_in_both_languages_one_in_brackets_is_bold_where_it_may(
    text: str, told: list[str], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(8):
        here = f"Gå till fliken **Produkter** nu, {number}." if number else text
        put(site, {f"en/{number}.md": f"Go to the **Products** tab, {number}.\n", f"sv/{number}.md": f"{here}\n"})
    found = findings(capsys, "--locale", "sv")
    assert [f["rule"] for f in found if f["rule"].startswith("label") and f["path"] == "docs/sv/0.md"] == told


def git(folder: Path, *arguments: str) -> None:
    settings = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_CONFIG_GLOBAL": os.devnull}
    settings |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com"}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=os.environ | settings)


SOURCE = "# Credits\n\nBuy [credits](c.md) first.\n\n## Refunds\n\nThere are none.\n"
CHANGES = [
    ("source-stale-text", SOURCE.replace("There are none", "Ask your partner")),
    ("source-stale-markup", SOURCE.replace("c.md", "d.md")),
    ("source-stale-structure", SOURCE + "\nAsk your partner about this.\n"),
]


@pytest.mark.parametrize(("rule", "changed"), CHANGES, ids=[rule for rule, _ in CHANGES])
def test_the_source_has_changed_since(site: Path, capsys: pytest.CaptureFixture[str], rule: str, changed: str) -> None:
    digest = hashlib.sha256(SOURCE.replace("\n", "\r\n").encode()).hexdigest()
    translated = "# Krediter\n\nKöp [krediter](c.md) först.\n\n## Återbetalning\n\nDet finns ingen.\n"
    put(site, {"en/a.md": SOURCE, "sv/a.md": f"---\nsource_hash: {digest}\n---\n\n{translated}"})
    git(site, "init", "-q")
    git(site, "add", ".")
    git(site, "commit", "-qm", "first")
    stale = ("--select", "source", "--locale", "sv")
    assert findings(capsys, *stale) == []
    put(site, {"en/a.md": changed})
    assert brief(findings(capsys, *stale)) == [(rule, "docs/sv/a.md", 2)]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("made", [hashlib.sha1, hashlib.sha256])
def test_a_hash_is_of_the_source_with_either_line_end(
    site: Path, capsys: pytest.CaptureFixture[str], made: Callable[[bytes], Any], end: str
) -> None:
    for now in ("\n", "\r\n"):
        head = f"---\nms.openlocfilehash: {made(SOURCE.replace(chr(10), end).encode()).hexdigest()}\n---\n\n# K\n"
        (site / "docs/en").mkdir(parents=True, exist_ok=True)
        (site / "docs/en/a.md").write_bytes(SOURCE.replace("\n", now).encode())
        put(site, {"sv/a.md": head})
        assert findings(capsys, "--select", "source") == []
    put(site, {"en/a.md": SOURCE + "\nMore.\n", "en/b.md": SOURCE, "sv/b.md": head})
    assert [f["path"] for f in findings(capsys, "--select", "source")] == ["docs/sv/a.md"]


def test_a_version_that_is_in_no_history(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site, {"en/a.md": SOURCE, "sv/a.md": f"---\nsource_hash: {'0' * 64}\n---\n\n# K\n"})
    assert [f["rule"] for f in findings(capsys, "--select", "source")] == ["source-stale"]


@pytest.mark.parametrize(
    ("current", "told"),
    [("", False), ("sv/29.md", True), ("lv/03.md", True), ("lv/29.md", False)],
    ids=["of no page", "of the last page of the locale", "of a first page of another", "of its last page"],
)
def test_the_hash_of_a_pipeline_is_believed_where_it_is_true(
    site: Path, capsys: pytest.CaptureFixture[str], current: str, told: bool
) -> None:
    for number in range(30):
        put(site, {f"en/{number:02}.md": f"Page {number}.\n"})
        for locale in ("lv", "sv"):
            true = hashlib.sha256(f"Page {number}.\r\n".encode()).hexdigest()
            digest = true if f"{locale}/{number:02}.md" == current else "0" * 64
            put(site, {f"{locale}/{number:02}.md": f"---\nms.openlocfilehash: {digest}\n---\n\n{number}\n"})
    stale = [one["path"] for one in findings(capsys, "--select", "source")]
    assert ("docs/sv/05.md" in stale) is told
    assert [one["path"] for one in findings(capsys, "--select", "source", "docs/sv/05.md")] == ["docs/sv/05.md"] * told


@pytest.mark.parametrize("told", [True, False], ids=["one of those asked", "one of the others"])
def test_so_many_pages_of_a_locale_are_asked_whether_the_hash_is_true(
    site: Path, capsys: pytest.CaptureFixture[str], told: bool
) -> None:
    names = [f"{number:03}" for number in range(ASKED + 60)]
    in_turn = ordered(names)
    others = in_turn[ASKED - 1 :: -1] if told else in_turn[ASKED:]
    current = next(name for name in others if name not in names[:FIRST])  # these count for every locale
    for name in names:
        true = hashlib.sha256(f"Page {name}.\r\n".encode()).hexdigest()
        put(site, {f"en/{name}.md": f"Page {name}.\n"})
        recorded = true if name == current else "0" * 64
        put(site, {f"sv/{name}.md": f"---\nms.openlocfilehash: {recorded}\n---\n\n{name}\n"})
    stale = [one["path"] for one in findings(capsys, "--select", "source")]
    assert len(stale) == (len(names) - 1) * told
    page = f"docs/sv/{in_turn[-1] if in_turn[-1] != current else in_turn[-2]}.md"
    assert [one["path"] for one in findings(capsys, "--select", "source", page)] == [page] * told


def test_an_ignore_covers_one_block_and_is_told_when_it_can_go(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = "It costs 100 a month.\n\nIt costs 200 a year.\n"
    put(site, {"en/a.md": source, "lv/a.md": source.replace("It costs", "Maksā").replace("a ", "")})
    ignore = "<!-- facingpages: ignore number-changed as agreed -->\n"
    put(site, {"sv/a.md": ignore + "Det kostar 300 i månaden.\n\nDet kostar 400 om året.\n"})
    assert brief(findings(capsys, "--locale", "sv")) == [("number-changed", "docs/sv/a.md", 4)]
    put(site, {"sv/a.md": ignore + "Det kostar 100 i månaden.\n\nDet kostar 200 om året.\n"})
    assert brief(findings(capsys, "--locale", "sv")) == [("ignore-unused", "docs/sv/a.md", 1)]


def test_bold_on_another_word_than_the_label(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    english = "".join(f"1. Select **Next** for page {number}.\n\nText.\n\n" for number in range(8))
    swedish = "".join(f"1. Välj **Nästa** för sidan {number}.\n\nText.\n\n" for number in range(8))
    put(site, {"en/a.md": english, "sv/a.md": swedish})
    assert findings(capsys) == []
    put(site, {"sv/a.md": swedish.replace("**Nästa** för sidan 5", "Nästa för **sidan** 5")})
    (found,) = findings(capsys)
    assert (found["rule"], found["line"], found["column"]) == ("label-shifted", 21, 19)
    put(site, {"sv/a.md": swedish.replace("**Nästa** för sidan 5", "**Fortsätt** till sidan 5")})
    assert [one["rule"] for one in findings(capsys)] == ["label-consistency"]


def test_paths_that_name_a_locale_may_be_configured(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site, {"en/a.md": "See [rates](https://x.example/helpen/rates).\n"})
    put(site, {"sv/a.md": "Se [priser](https://x.example/helpsv/rates).\n"})
    assert [f["rule"] for f in findings(capsys)] == ["link-target"]
    (site / "facingpages.toml").write_text(CONFIG + '[rule.link-target]\nlocale_paths = ["/help{locale}/"]\n')
    assert findings(capsys) == []
    put(site, {"sv/a.md": "Se [priser](https://x.example/helpsv/rate).\n"})
    assert [f["rule"] for f in findings(capsys)] == ["link-target"]


def test_several_processes_find_the_same(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = {f"en/page-{number}.md": f"# Page {number}\n\nIt costs {number + 100}.\n" for number in range(80)}
    pages |= {f"sv/page-{number}.md": f"# Sida {number}\n\nDet kostar {number + 101}.\n" for number in range(80)}
    put(site, pages)
    found = findings(capsys, "--jobs", "1")
    assert len(found) == 80
    assert findings(capsys, "--jobs", "2") == found
