"""A configuration that can't be used: which file, which key, what would be right. Always exit code 2, in one line."""

from __future__ import annotations

import pytest
from tests.conftest import Command, Write

PAGES = {f"docs/{locale}/{name}.md": "# Credits\n" for locale in ("en", "lv", "pt-BR") for name in ("a", "b/c")}
GOOD = 'source = "en"\npages = ["docs/{locale}/{page}.md"]\n'


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("= broken", ("facingpages.toml", "not valid TOML", "line 1")),
        ('pagse = ["x"]', ('unknown key "pagse"', 'did you mean "pages"')),
        ('pages = "docs/{locale}/{page}.md"', ("pages must be a list of texts", 'pages = ["docs/{locale}/{page}.md"]')),
        ("pages = [1]", ("pages must be a list of texts",)),
        ("locales = {}", ("locales must be a list of texts", 'locales = ["lv", "bg"]')),
        ('embedded_source = "yes"', ("embedded_source must be true or false",)),
        ('pages = ["docs/{locale}/x.md"]', ("pages", "has no {page}", '"docs/{locale}/{page}.md"')),
        ('pages = ["docs/{page}.md"]', ("pages", "has no {locale}")),
        ('pages = ["docs/{lang}/{locale}/{page}.md"]', ("holds {lang}", "{locale} and {page}")),
        ('pages = ["/docs/{locale}/{page}.md"]', ("leaves the folder",)),
        ('pages = ["../{locale}/{page}.md"]', ("leaves the folder",)),
        ('pages = ["docs\\\\{locale}\\\\{page}.md"]', ("write paths with slashes",)),
        ('dialect = "rst"', ('dialect = "rst"', "commonmark, mkdocs, learn, hugo, mdx")),
        ('locales = ["en"]', ('locales holds the source locale "en"',)),
        ('locales = ["lv", "lv"]', ('names "lv" twice',)),
        ('locales = ["a/b"]', ('"a/b" is no locale', '"pt-br"')),
        ('[severity]\n"step-mising" = "off"', ('no rule "step-mising"', 'did you mean "step-missing"')),
        ('[severity]\n"step-missing" = "fatal"', ('"fatal"', "error, warning, info, off")),
        ("[rule.step-mising]\nx = 1", ('no rule "step-mising"',)),
        ("[rule.link-target]\nx = 1", ('rule.link-target: there is no option "x"', "locale_paths")),
        ("[rule.step]\nx = 1", ('rule.step: there is no option "x"', "link-target")),
        (
            '[rule.link-target]\nlocale_paths = "/x/"',
            ("rule.link-target.locale_paths must be a list of paths", "/{locale}/"),
        ),
        ('source_pages = ["docs/{page}.md"]', ("source_pages", "pages is needed")),
        ("pages = " + "[" * 5000, ("not valid TOML",)),
        (GOOD + 'locales = ["lv", "pt-br"]', ('locales: no page of "pt-br"', 'did you mean "pt-BR"')),
        (GOOD + 'locales = ["lv", "bg"]', ('locales: no page of "bg"', "lv, pt-BR")),
        (
            'source = "de"\npages = ["docs/{locale}/{page}.md"]',
            ('"docs/de/{page}.md"', "en, lv, pt-BR", 'source = "en"'),
        ),
        ('pages = ["doc/{locale}/{page}.md"]', ('no source page matches "doc/en/{page}.md"',)),
        (
            'pages = ["docs/{locale}/{page}.md", "doc/{locale}/{page}.md"]',
            ('pages: "doc/{locale}/{page}.md"', "no file"),
        ),
        (GOOD + 'source_pages = ["source/{page}.md"]', ('no source page matches "source/{page}.md"',)),
    ],
)
def test_says_what_is_wrong(config: str, words: tuple[str, ...], write: Write, command: Command) -> None:
    write({**PAGES, "facingpages.toml": config})
    run = command("check")
    assert run.code == 2
    assert run.out == ""
    assert run.err.count("\n") == 1
    assert run.err.startswith("facingpages: ")
    for word in words:
        assert word in run.err
    assert "facingpages.toml" in run.err


def test_a_configuration_that_can_be_used(write: Write, command: Command) -> None:
    write({**PAGES, "facingpages.toml": GOOD + 'locales = ["lv"]\n'})
    run = command("check", "--format", "json")
    assert (run.code, run.err) == (0, "")
    assert run.report["locales"] == [{"locale": "lv", "pages": 2, "translated": 2, "findings": 0}]


def test_a_table_of_pyproject(write: Write, command: Command) -> None:
    write({**PAGES, "pyproject.toml": '[tool.facingpages]\npages = ["docs/{locale}/{page}.md"]\nlocalse = []\n'})
    run = command("check")
    assert run.code == 2
    assert 'pyproject.toml: unknown key "localse"' in run.err


@pytest.mark.parametrize("text", ["[tool]\nfacingpages = 1\n", "tool = 1\n", "[tool.facingpages]\npages = 1\n", "= x"])
def test_a_pyproject_that_is_odd(text: str, write: Write, command: Command) -> None:
    write({**PAGES, "pyproject.toml": text})
    run = command("check")
    assert run.code == (0 if text.startswith("tool =") else 2)
    assert run.code == 0 or "pyproject.toml" in run.err


def test_line_ends_and_a_mark_of_windows(write: Write, command: Command) -> None:
    write({**PAGES, "facingpages.toml": "\ufeff" + GOOD.replace("\n", "\r\n")})
    assert command("check").code == 0


def test_a_pyproject_of_others_is_not_ours(write: Write, command: Command) -> None:
    write({**PAGES, "pyproject.toml": "[tool.other]\npages = 1\n"})
    assert command("check").code == 0


def test_a_named_file_and_paths_that_count_from_its_folder(write: Write, command: Command) -> None:
    root = write({f"site/{path}": text for path, text in PAGES.items()} | {"site/settings.toml": GOOD})
    run = command("check", "--format", "json", "--config", "site/settings.toml")
    assert run.code == 0
    assert {row["locale"] for row in run.report["locales"]} == {"lv", "pt-BR"}
    (root / "site/docs/lv/a.md").unlink()
    run = command("check", "--format", "json", "--config", "site/settings.toml")
    assert run.places == [("page-missing", "docs/lv/a.md", 1)]


@pytest.mark.parametrize("name", ["gone.toml", "folder.toml"])
def test_a_file_that_cannot_be_read(name: str, write: Write, command: Command) -> None:
    write({**PAGES, "folder.toml/x": ""})
    run = command("check", "--config", name)
    assert run.code == 2
    assert f"{name}: can't be read" in run.err


def test_a_locale_with_an_empty_folder_has_all_its_pages_to_translate(write: Write, command: Command) -> None:
    root = write({**PAGES, "facingpages.toml": GOOD + 'locales = ["lv", "sv"]\n'})
    (root / "docs/sv").mkdir()
    run = command("check", "--format", "json")
    assert run.places == [("page-missing", "docs/sv/a.md", 1), ("page-missing", "docs/sv/b/c.md", 1)]
