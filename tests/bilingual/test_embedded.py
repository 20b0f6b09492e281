"""Pages that hold their source inside: what the check says where they do not, and where their links lead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.bilingual.segment import segment

from facingpages.cli import main

CONFIG = """source = "en"
locales = ["lv", "sv"]
pages = ["docs/{locale}/{page}.md"]
dialect = "learn"
embedded_source = true
"""


def page(link: str = "") -> str:
    return f"# {segment('a', 'Kredīti', 'Credits')}\n\n{segment('b', f'Pērciet{link}.', f'Buy{link}.')}\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "facingpages.toml").write_text(CONFIG, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(site: Path, pages: dict[str, str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[tuple[str, ...]]]:
    for name, text in pages.items():
        path = site / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    code = main(["check", "--format", "json", "--no-cache"])
    found = json.loads(capsys.readouterr().out)["findings"]
    return code, [(f["rule"], f"{f['path']}:{f['line']}", f["message"]) for f in found]


def test_a_broken_segment_is_told_and_all_else_is_checked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = page() + f'\n<span data-ttu-id="c">Gaidiet.\n\n{segment("d", "[šeit](x.md)", "[here](x.md)")}\n'
    pages = {"lv/a.md": broken, "sv/a.md": page(), "lv/b.md": page(" [x](none.md)"), "sv/b.md": page()}

    code, found = check(site, pages, capsys)

    assert code == 1
    assert ("page-bilingual", "docs/lv/a.md:5", "A segment is broken: translation c is not closed.") in found
    assert ("link-dead", "docs/lv/b.md:3") in [entry[:2] for entry in found]


def test_a_page_without_segments_holds_no_source(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = "---\ntitle: Kredīti\n---\n# Kredīti\n\nPērciet kredītus šeit un tagad, jo vēlāk to nebūs.\n"

    code, found = check(site, {"lv/a.md": plain, "sv/a.md": page()}, capsys)

    assert code == 1
    assert found == [("page-bilingual", "docs/lv/a.md:4", "The page holds no source, so it was not compared.")]


def test_a_page_without_words_needs_no_source(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(site, {"lv/a.md": "---\ntitle: A\n---\n", "sv/a.md": "```\nx\n```\n"}, capsys) == (0, [])


def test_a_link_to_a_page_that_each_locale_has_stays_in_the_language(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {f"{locale}/{name}.md": page(" [tur](b.md)") for locale in ("lv", "sv") for name in ("a", "b", "in/b")}

    assert check(site, pages, capsys) == (0, [])


def test_a_link_to_another_language_is_told_still(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = {f"{locale}/{name}.md": page() for locale in ("lv", "sv") for name in ("a", "b")}
    pages["lv/a.md"] = page(" [tur](../sv/b.md)")

    _, found = check(site, pages, capsys)

    assert [entry[:2] for entry in found] == [("link-locale-better", "docs/lv/a.md:3")]
    assert 'in this one it is "b.md"' in found[0][2]
