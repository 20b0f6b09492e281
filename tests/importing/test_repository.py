"""A whole repository in Learn's shape, with the history of its source: true sources, folders, pictures, conflicts."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.bilingual.segment import segment

from facingpages.cli import main
from facingpages.importing.convert.sample import older

CULTURES = {"lv": "lv-LV", "sv": "sv-SE", "sl": "sl-SI"}


def git(folder: Path, *arguments: str) -> str:
    told = subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments],
        cwd=folder, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return told.stdout.strip()


def only_learn(word: str = "") -> str:
    """What only Learn knows, in the source's words or behind a word of a translation's."""

    def words(name: str, source: str) -> str:
        return segment(name, f"{word} {source}", source) if word else source

    return (
        f'::: zone pivot="one"\n\n{words("z1", "In the zone.")}\n\n::: zone-end\n\n'
        f'::: zone pivot="two"\n\n{words("z2", "In the other.")}\n\n::: zone-end\n\n'
        f"# [{words('t1', 'Portal')}](#tab/portal)\n\n{words('t2', 'Click.')}\n\n"
        f"# [{words('t3', 'Shell')}](#tab/shell)\n\n{words('t4', 'Type.')}\n\n---\n\n"
        f':::row:::\n    :::column span="":::\n        {words("c1", "On the left.")}\n    :::column-end:::\n'
        f'    :::column span="":::\n        {words("c2", "On the [right](page4.md).")}\n    :::column-end:::\n'
        f":::row-end:::\n\n{words('x', 'See [the class](xref:System.String).')}\n\n"
        "[!code-csharp[Main](media/sample.cs?range=2-3)]\n\n[!code-csharp[Main](media/sample.cs?name=part)]\n"
    )


LANDING = """### YamlMime:Landing
title: {0}Product
summary: {0}All of it.
landingContent:
  - title: {0}Start
    linkLists:
      - linkListType: overview
        links:
          - text: {0}First page
            url: guide/page1.md
"""


def source_page(number: int) -> str:
    following = (number + 1) % 10
    return (
        f"---\ntitle: Page {number}\ndescription: About page {number}.\n---\n\n# Page {number}\n\n"
        f"First {number}.\nSecond [next](page{following}.md).\n\n"
        "[!INCLUDE [note](../includes/note.md)]\n\n> [!NOTE]\n> Mind it.\n\n![The button](media/save.png)\n\n"
        "## Steps\n\nOne.\n\n## Steps\n\nTwo.\n" + (f"\n{only_learn()}" if number == 3 else "")
    )


def published(number: int, culture: str, commit: str) -> str:
    digest = hashlib.sha1(source_page(number).replace("\n", "\r\n").encode()).hexdigest()
    word = culture[:2]
    following = (number + 1) % 10
    return (
        f"---\ntitle: {word} {number}\ndescription: {word} par {number}.\nms.openlocfilehash: {digest}\n"
        f"ms.sourcegitcommit: {commit}\nms.contentlocale: {culture}\n---\n"
        f'# <a name="page-{number}"></a>{segment("a", f"{word} {number}", f"Page {number}")}\n\n'
        f"{segment('b', f'{word} viens {number}.', f'First {number}.')} "
        f"{segment('c', f'{word} [tur](page{following}.md).', f'Second [next](page{following}.md).')}\n\n"
        f"[!INCLUDE [note](../includes/note.md)]\n\n> [!NOTE]\n> {segment('d', f'{word} sargies.', 'Mind it.')}\n\n"
        f"![{word} poga](media/save.png)\n\n"
        f'## <a name="steps"></a>{segment("e", f"{word} soļi", "Steps")}\n\n{segment("f", f"{word} 1.", "One.")}\n\n'
        f'## <a name="steps"></a>{segment("g", f"{word} soļi", "Steps")}\n\n{segment("h", f"{word} 2.", "Two.")}\n'
        + (f"\n{only_learn(word)}" if number == 3 else "")
    )


@pytest.fixture
def learn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`source` with its history, and `lv`, `sv`, `sl`: ten pages each, a README, a table of contents, redirections."""
    source = tmp_path / "source"
    for name, text in {
        "articles/includes/note.md": "Common words.\n",
        "articles/index.yml": LANDING.format(""),
        "articles/guide/media/sample.cs": "// one\n// two\n// three\n",
        "articles/TOC.yml": "- name: Guide\n  items:\n"
        + "".join(f"  - name: Page {n}\n    href: guide/page{n}.md\n" for n in range(10)),
        ".openpublishing.redirection.json": json.dumps(
            {"redirections": [{"source_path": "articles/guide/old.md", "redirect_url": "page1"}]}
        ),
        **{f"articles/guide/page{n}.md": source_page(n) for n in range(10)},
    }.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, "utf-8")
    (source / "articles/guide/media/save.png").write_bytes(b"\x89PNG picture")
    git(source, "init", "-q")
    git(source, "add", ".")
    git(source, "commit", "-qm", "As translated")
    commit = git(source, "rev-parse", "HEAD")
    (source / "articles/guide/page1.md").write_text("# Rewritten\n", "utf-8")
    git(source, "commit", "-qam", "Later")
    for locale, culture in CULTURES.items():
        guide = tmp_path / locale / "articles/guide"
        guide.mkdir(parents=True)
        (guide.parent / "index.yml").write_text(LANDING.format(f"{locale} "), "utf-8")
        (tmp_path / locale / "README.md").write_text("# Read me\n", "utf-8")
        for n in range(10):
            (guide / f"page{n}.md").write_text(published(n, culture, commit), "utf-8")
        (guide.parent / "TOC.yml").write_text(
            f"- name: {locale} rokasgrāmata\n  items:\n"
            + "".join(f"  - name: {locale} lapa {n}\n    href: guide/page{n}.md\n" for n in range(10)), "utf-8",
        )  # fmt: skip
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bring(*options: str) -> int:
    return main(["import-learn", "lv", "sv", "sl", "--root", "articles", *options])


def test_true_sources_are_proven_and_the_tree_is_kept(learn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring("--source", "source", "--format", "json") == 0

    report = json.loads(capsys.readouterr().out)
    assert (report["proven"], report["unproven"], report["rebuilt"]) == (30, [], [])
    for n in range(10):
        assert (learn / f"docs/en/guide/page{n}.md").read_text("utf-8") == source_page(n)
    assert (learn / "docs/en/guide/media/save.png").read_bytes() == b"\x89PNG picture"
    assert (learn / "docs/en/includes/note.md").is_file()
    page = (learn / "docs/lv/guide/page1.md").read_text("utf-8")
    assert "{#steps}" in page
    assert "{#steps-1}" in page
    memory = (learn / "memory/lv/guide/page1.tmx").read_text("utf-8")
    assert all(text in memory for text in ("About page 1.", "lv par 1.", "The button", "lv poga"))


def test_importing_again_changes_nothing(learn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring("--source", "source") == 0
    before = {path: path.stat().st_mtime_ns for path in (learn / "docs").rglob("*") if path.is_file()}
    capsys.readouterr()

    assert bring("--source", "source", "--format", "json") == 0

    assert json.loads(capsys.readouterr().out)["written"] == []
    assert {path: path.stat().st_mtime_ns for path in (learn / "docs").rglob("*") if path.is_file()} == before


def test_the_check_finds_what_is_wrong_in_an_import_and_nothing_else(
    learn: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planted = {
        "lv/articles/guide/page4.md": ("tur](page5.md)", "tur](page7.md)"),
        "sv/articles/guide/page3.md": ("[right](page4.md).</span><span", "[right](page6.md).</span><span"),
        "sl/articles/guide/page8.md": ("![sl poga](media/save.png)", "![sl poga](media/sav.png)"),
    }
    for name, (old, new) in planted.items():
        text = (learn / name).read_text("utf-8")
        assert text.count(old) == 1
        (learn / name).write_text(text.replace(old, new), "utf-8")
    assert bring("--source", "source") == 0
    (learn / "facingpages.toml").write_text(
        'source = "en"\nlocales = ["lv", "sv", "sl"]\npages = ["docs/{locale}/{page}.md"]\ndialect = "learn"\n', "utf-8"
    )
    capsys.readouterr()

    assert main(["check", "--no-cache", "--format", "json"]) == 1

    findings = json.loads(capsys.readouterr().out)["findings"]
    errors = {(each["path"], each["rule"]) for each in findings if each["severity"] == "error"}
    assert errors == {
        ("docs/lv/guide/page4.md", "link-target"),
        ("docs/sv/guide/page3.md", "link-target"),
        ("docs/sl/guide/page8.md", "image-source"),
        ("docs/sl/guide/page8.md", "image-dead"),
    }


@pytest.mark.usefixtures("learn")
def test_without_the_source_what_may_not_be_english_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import-learn", "lv", "--root", "articles", "--format", "json"]) == 0

    report = json.loads(capsys.readouterr().out)
    assert len(report["rebuilt"]) == 10
    assert {doubt["text"] for doubt in report["doubts"]} == {"lv poga"}


def test_all_conflicts_are_told_at_once_and_the_rest_can_be_imported(
    learn: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in (2, 5):
        page = learn / f"sv/articles/guide/page{n}.md"
        page.write_text(page.read_text("utf-8").replace(">One.<", ">Another.<"), "utf-8")
    for page in learn.glob("*/articles/guide/page*.md"):
        text = page.read_text("utf-8")
        page.write_text(
            text.replace("![lv poga]", "![]").replace("![sv poga]", "![]").replace("![sl poga]", "![]"), "utf-8"
        )

    assert bring("--format", "json") == 2
    told = json.loads(capsys.readouterr().out)
    assert {Path(problem["path"]).name for problem in told["problems"]} == {"page2.md", "page5.md"}
    assert all("--source" in problem["remedy"] for problem in told["problems"])
    assert not (learn / "docs").exists() or not list((learn / "docs").rglob("*.md"))

    assert bring("--keep-going") == 1
    assert len(list((learn / "docs/lv/guide").glob("*.md"))) == 8


def test_for_mkdocs_what_only_learn_knows_is_converted(learn: Path) -> None:
    assert bring("--source", "source", "--for", "mkdocs") == 0

    page = (learn / "docs/lv/guide/page1.md").read_text("utf-8")
    assert '--8<-- "en/includes/note.md"' in page
    assert '!!! note "Piezīme"\n\n    lv sargies.' in page
    assert "[!" not in page
    assert "lv lapa 1" in (learn / "mkdocs.yml").read_text("utf-8")
    assert "/guide/old/ /guide/page1/ 301" in (learn / "docs/_redirects").read_text("utf-8")


def test_for_mkdocs_zones_tabs_columns_and_samples_are_converted_and_the_rest_is_told(
    learn: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring("--source", "source", "--for", "mkdocs", "--format", "json") == 0

    left = {(each["page"], each["what"]) for each in json.loads(capsys.readouterr().out)["left"]}
    assert {what for page, what in left if page == "lv/guide/page3.md"} == {
        "xref:System.String",
        "the sample of code media/sample.cs",
    }
    page = (learn / "docs/lv/guide/page3.md").read_text("utf-8")
    assert '=== "one"\n\n    lv In the zone.\n\n=== "two"\n\n    lv In the other.\n' in page
    assert '=== "lv Portal"\n\n    lv Click.\n\n=== "lv Shell"\n\n    lv Type.\n' in page
    assert '<div class="grid" markdown>\n\n<div markdown>\n\nlv On the left.\n\n</div>\n' in page
    assert "lv On the [right](page4.md)." in page
    assert "lv See the class." in page
    assert "```csharp\n// two\n// three\n```" in page
    assert not any(mark in page for mark in (":::", "#tab/", "xref:", "[!"))
    for locale in ("lv", "sv", "sl"):
        landing = (learn / f"docs/{locale}/index.md").read_text("utf-8")
        assert f"# {locale} Product {{#product}}\n\n{locale} All of it.\n\n## {locale} Start {{#start}}\n" in landing
        assert f"[{locale} First page](<guide/page1.md>)" in landing


def test_a_sample_of_code_in_the_older_way() -> None:
    assert older("[!code-js[A b](~/x/y.js?range=1,3-4&highlight=2)]") == {
        "source": "~/x/y.js",
        "language": "js",
        "range": "1,3-4",
    }
    assert older("  [!CODE [A](y.js#L2-L5)]") == {"source": "y.js", "language": "", "range": "2-5"}
    assert older('[!code-xml[](y.xml?start=3&end=4 "Title")]') == {"source": "y.xml", "language": "xml", "range": "3-4"}
    assert older("[!code-cs[A](y.cs#part)]") == {"source": "y.cs", "language": "cs", "id": "part"}
    assert older("[!code-cs[A](y.cs)] and text") is None
    assert older("[!NOTE]") is None


def test_a_bare_repository_is_refused_with_what_would_be_right(learn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(learn, "clone", "-q", "--bare", "source", "bare.git")

    assert bring("--source", "bare.git") == 2

    assert "without --bare" in capsys.readouterr().err
    assert not (learn / "docs").exists()
    assert bring("--source", "source/.git") == 0


def test_the_converted_site_builds_strictly_with_facing_pages(learn: Path) -> None:
    assert bring("--source", "source", "--for", "mkdocs") == 0

    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=learn, capture_output=True, text=True, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip

    assert run.returncode == 0, run.stderr
    page = (learn / "site/lv/guide/page1/index.html").read_text("utf-8")
    assert "Common words." in page
    assert 'class="facing' in page


def test_full_tags_where_two_share_a_language_and_bytes_where_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for culture in ("pt-BR", "pt-PT", "en-GB"):
        (tmp_path / f"credits.{culture}.md").write_bytes(
            b"\xef\xbb\xbf" + f"---\r\nms.contentlocale: {culture}\r\n---\r\n# {culture}\r\n".encode()
        )

    assert main(["import-learn", *map(str, sorted(tmp_path.glob("*.md"))), "--keep-bytes"]) == 0

    assert sorted(path.parent.name for path in tmp_path.glob("docs/*/credits.md")) == ["en-GB", "pt-BR", "pt-PT"]
    assert (tmp_path / "docs/pt-BR/credits.md").read_bytes() == (tmp_path / "credits.pt-BR.md").read_bytes()


def test_a_fence_in_a_fence_and_code_that_looks_like_one_end_no_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    anchored = '# <a name="x"></a>X'
    body = f"````\n```\n{anchored}\n````\n\n```inline```\n\n{anchored}\n"
    (tmp_path / "page.md").write_text(f"---\nms.contentlocale: lv-LV\n---\n{body}", "utf-8")

    assert main(["import-learn", "page.md"]) == 0

    text = (tmp_path / "docs/lv/page.md").read_text("utf-8")
    assert text.endswith(f"````\n```\n{anchored}\n````\n\n```inline```\n\n# X {{#x}}\n")
