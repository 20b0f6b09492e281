"""`facingpages links`: what it is asked for, what it tells, and how it ends."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.conftest import Command, Write
from tests.external.misbehaving import Server
from tests.links.planted import write_site

PAGES = {
    "mkdocs.yml": "site_name: X\nplugins:\n  - i18n:\n      docs_structure: folder\n      languages:\n"
    "        - {locale: en, name: En, default: true}\n        - {locale: lv, name: Lv}\n",
    "docs/en/a.md": "# A\n\nSee [b](b.md).\n",
    "docs/en/b.md": "# B\n",
    "docs/lv/a.md": "# A\n\nSkat. [b](b.md).\n",
    "docs/lv/b.md": "# B\n",
}
HTML = '<!doctype html>\n<html lang="en">\n<body><a href="%s">x</a>\n'


def test_a_site_without_fault(command: Command, write: Write) -> None:
    write(PAGES)
    assert command("links").code == 0
    assert command("links", "--no-cache", "--jobs", "1").code == 0


def test_a_dead_link_is_told_at_its_line_in_every_format(command: Command, write: Write) -> None:
    write({**PAGES, "docs/lv/a.md": "# A\n\nSkat. [b](c.md).\n"})
    run = command("links", "--format", "json")
    assert run.code == 1
    assert run.places == [("link-dead", "docs/lv/a.md", 3)]
    for form in ("text", "sarif", "github", "gitlab", "junit", "rdjson", "html"):
        assert "c.md" in command("links", "--format", form).out


def test_the_whole_check_tells_it_too(command: Command, write: Write) -> None:
    write({**PAGES, "docs/lv/a.md": "# A\n\nSkat. [b](c.md).\n"})
    assert ("link-dead", "docs/lv/a.md", 3) in command("check", "--format", "json").places


def test_ignores_severities_and_selection_are_those_of_every_rule(command: Command, write: Write) -> None:
    text = "# A\n\n<!-- facingpages: ignore link-dead planned -->\nSkat. [b](c.md).\n\n![x](no.png)\n"
    write({**PAGES, "docs/lv/a.md": text})
    assert command("links", "--format", "json").places == [("image-dead", "docs/lv/a.md", 6)]
    assert command("links", "--ignore", "image-dead").code == 0
    assert command("links", "--select", "anchor").code == 0
    write({"facingpages.toml": '[severity]\n"image-dead" = "warning"\n'})
    assert command("links").code == 0
    assert command("links", "--strict").code == 1


def test_ignores_of_other_rules_are_not_called_useless(command: Command, write: Write) -> None:
    text = "# A\n\n<!-- facingpages: ignore step-missing why -->\nSkat. [b](b.md).\n\n"
    text += "<!-- facingpages: ignore link why -->\nX.\n"
    write({**PAGES, "docs/lv/a.md": text})
    assert command("links", "--format", "json").places == []
    write({**PAGES, "docs/lv/a.md": text.replace("ignore link ", "ignore link-dead ")})
    assert command("links", "--format", "json").places == [("ignore-unused", "docs/lv/a.md", 6)]


def test_published_html(command: Command, write: Write) -> None:
    write({"site/index.html": HTML % "b/", "site/b/index.html": HTML % "../"})
    assert command("links", "site").code == 0
    write({"site/b/index.html": HTML % "../no/"})
    run = command("links", "site", "--format", "json")
    assert run.code == 1
    assert run.places == [("site-link-dead", "site/b/index.html", 3)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "nowhere"),
        (["empty"], "no HTML"),
        (["--select", "no-such-rule"], "no-such-rule"),
        (["--offline"], "--external"),
        (["site", "--external"], "--external"),
        (["--config", "no.toml"], "no.toml"),
    ],
)
def test_what_can_t_be_done_is_said(command: Command, write: Write, arguments: list[str], words: str) -> None:
    root = write({**PAGES, "site/index.html": HTML % "#"})
    (root / "empty").mkdir()
    run = command("links", *arguments)
    assert run.code == 2
    assert words in run.err


@pytest.mark.parametrize(("arguments", "package"), [(["site"], "selectolax"), (["--external"], "aiohttp")])
def test_missing_packages_are_named(
    command: Command, write: Write, monkeypatch: pytest.MonkeyPatch, arguments: list[str], package: str
) -> None:
    write({**PAGES, "site/index.html": HTML % "#"})
    for name in [
        name for name in sys.modules if name.startswith((package, "facingpages.published.", "facingpages.external."))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    run = command("links", *arguments)
    assert run.code == 2
    assert "facingpages[links]" in run.err


def test_other_sites(command: Command, write: Write, server: Server) -> None:
    pytest.importorskip("aiohttp")
    text = f"# A\n\n[x]({server.url('/gone')}) [y]({server.url('/ok')})\n"
    settings = '[rule.external]\nallow = ["127.0.0.1"]\ndelay = 0\npause = 0.01\n'
    root = write({**PAGES, "docs/en/a.md": text, "docs/lv/a.md": text, "facingpages.toml": settings})
    assert command("links").code == 0
    assert server.requests == []
    run = command("links", "--external", "--results", "answers.json", "--format", "json")
    assert run.places == [("external-dead", "docs/en/a.md", 3)]
    assert "2 addresses of other sites: 2 asked, 0 known" in run.err
    assert (root / "answers.json").is_file()
    asked = len(server.requests)
    again = command("links", "--external", "--offline", "--results", "answers.json", "--format", "json")
    assert (again.code, again.out) == (1, run.out)
    assert len(server.requests) == asked


def test_several_processes_tell_the_same(command: Command, tmp_path: Path) -> None:
    write_site(tmp_path)
    one = command("links", "--no-cache", "--jobs", "1", "--format", "json")
    two = command("links", "--no-cache", "--jobs", "2", "--format", "json")
    cached = [command("links", "--format", "json") for _ in range(2)]
    assert one.out == two.out == cached[0].out == cached[1].out
    assert len(one.places) > 70


ALONE = {
    "facingpages.toml": 'pages = ["docs/{page}.md"]\ndialect = "mkdocs"\n',
    "mkdocs.yml": "site_name: X\n",
    "docs/index.md": "# A\n\nSee [b](part/b.md#part), [c](c.md).\n\n[d](part/b.md#no)\n",
    "docs/part/b.md": "# B\n\n## Part\n\n[a](../index.md#a)\n",
}


def test_a_site_in_one_language(command: Command, write: Write) -> None:
    write(ALONE)
    run = command("links", "--format", "json", "--no-cache")
    assert run.code == 1
    assert run.places == [("link-dead", "docs/index.md", 3), ("anchor-dead", "docs/index.md", 5)]
    write({"docs/index.md": "# A\n\nSee [b](part/b.md#part).\n"})
    assert command("links").code == 0


BEFORE_ONE = {
    "mkdocs.yml": "site_name: X\nplugins:\n  - i18n:\n      default_language: en\n"
    "      languages: {en: English, lv: Latvian}\n",
    "docs/b/a.en.md": "# A\n\n[b](b.md) [c](../c/) [d](../d/)\n",
    "docs/b/a.lv.md": "# A\n\n[b](b.md) [c](../c/)\n",
    **{f"docs/b/{page}.{locale}.md": f"# {page}\n" for page in "bc" for locale in ("en", "lv")},
}


def test_static_i18n_before_its_version_1_has_languages_too(command: Command, write: Write) -> None:
    write(BEFORE_ONE)
    assert command("links", "--format", "json").places == [("link-dead", "docs/b/a.en.md", 3)]  # ../d/ alone


@pytest.mark.parametrize(("tag", "told"), [("{% include 'c.md' %}", []), ("{% include 'c.html' %}", ["anchor-dead"])])
def test_a_page_that_sets_markdown_in_may_have_any_place(
    command: Command, write: Write, tag: str, told: list[str]
) -> None:
    write({**PAGES, "docs/en/a.md": "# A\n\nSee [b](b.md#here).\n", "docs/en/b.md": f"# B\n\n{tag}\n"})
    assert [one[0] for one in command("links", "--format", "json").places] == told


APART = {
    "facingpages.toml": 'pages = ["docs/{locale}/docs/{page}.md"]\ndialect = "mkdocs"\nlocales = ["lv"]\n',
    "docs/en/mkdocs.yml": "site_name: X\nsite_url: https://x.example/\n",
    "docs/en/docs/index.md": "# A\n",
    "docs/lv/docs/index.md": "# A\n\n[sākums](https://x.example/lv)\n",
}


@pytest.mark.parametrize("number", [1, 250])
def test_a_project_for_each_language_is_known_for_that_however_many_pages_the_source_has(
    command: Command, write: Write, number: int
) -> None:
    write({**APART, **{f"docs/en/docs/p{one}.md": f"# P{one}\n" for one in range(number)}})
    assert command("links", "--format", "json").places == []


def test_there_is_nothing_else_to_check_in_a_site_in_one_language(command: Command, write: Write) -> None:
    write(ALONE)
    for name in ("check", "status"):
        run = command(name)
        assert run.code == 2
        assert "{locale}" in run.err
    write({"facingpages.toml": 'pages = ["docs/{page}.md", "docs/{locale}/{page}.md"]\n'})
    assert command("links").code == 2
