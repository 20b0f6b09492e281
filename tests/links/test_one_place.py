"""Two links that differ and lead to one page, and two that look alike and do not: only the whole site can tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Command, Write

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine import check

DOCUSAURUS = {"docusaurus.config.js": "module.exports = {}\n"}
TWO = "# A\n\n{links}\n\n## {one}\n\nText is here.\n\n## {two}\n\nMore of it.\n"
TOC = "- [{one}](#{first})\n- [{two}](#{second})"


def two(one: str, two: str, links: str = "See.") -> str:
    return TWO.format(links=links, one=one, two=two)


def toc(one: str, two: str, first: str, second: str) -> str:
    return TWO.format(links=TOC.format(one=one, two=two, first=first, second=second), one=one, two=two)


def link(target: str) -> str:
    return f"# A\n\nRead [this]({target}) first.\n"


ENGLISH, SWEDISH = two("Get it", "Run it"), two("Hämta", "Starta")
KEPT = two("Get it {#get}", "Run it {#run}")
PLACED = toc("Get it", "Run it", "get-it", "run-it")
CASES = {
    "its file and its address": (link("b.md"), link("./b"), {"b": "# B\n"}, 0),
    "another page": (link("b.md"), link("./c"), {"b": "# B\n", "c": "# C\n"}, 1),
    "its own slug in each language": (
        link("/docs/rates"), link("/sv/docs/priser"),
        {"en:b": "---\nslug: /rates\n---\n\n# B\n", "sv:b": "---\nslug: /priser\n---\n\n# B\n"}, 0,
    ),
    "the slug of another page": (
        link("/docs/rates"), link("/docs/regler"),
        {"b": "---\nslug: /rates\n---\n\n# B\n", "sv:c": "---\nslug: /regler\n---\n\n# C\n", "en:c": "# C\n"}, 1,
    ),
    "an old address": (
        link("/old"), link("/gammal"),
        {"en:b": "---\naliases: [/old]\n---\n\n# B\n", "sv:b": "---\naliases:\n- /gammal\n---\n\n# B\n"}, 0,
    ),
    "the translated heading": (link("b.md#get-it"), link("b.md#hämta"), {"en:b": ENGLISH, "sv:b": SWEDISH}, 0),
    "another heading": (link("b.md#get-it"), link("b.md#starta"), {"en:b": ENGLISH, "sv:b": SWEDISH}, 1),
    "another of the ids that each language keeps": (link("b.md#get"), link("b.md#run"), {"b": KEPT}, 1),
    "the id that each language keeps": (link("b.md#get"), link("b.md#get"), {"b": KEPT}, 0),
    "two slugs in another order": (
        "# A\n\nRead [this](/rates) and [that](/rules) first.\n", "# A\n\nLäs [detta](/regler) och [det](/priser).\n",
        {"en:b": "---\nslug: /rates\n---\n\n# B\n", "sv:b": "---\nslug: /priser\n---\n\n# B\n",
         "en:c": "---\nslug: /rules\n---\n\n# C\n", "sv:c": "---\nslug: /regler\n---\n\n# C\n"}, 0,
    ),
    "contents": (PLACED, toc("Hämta", "Starta", "hämta", "starta"), {}, 0),
    "contents exchanged": (PLACED, toc("Hämta", "Starta", "starta", "hämta"), {}, 1),
    "contents in another order": (PLACED, two("Hämta", "Starta", "- [Starta](#starta)\n- [Hämta](#hämta)"), {}, 0),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_where_both_lead(name: str, tmp_path: Path) -> None:
    source, target, others, count = CASES[name]
    pages = {"en/a": source, "sv/a": target}
    for page, text in others.items():
        locale, _, only = page.rpartition(":")
        pages |= {f"{one}/{only}": text for one in ([locale] if locale else ["en", "sv"])}
    for path, text in {**DOCUSAURUS, **{f"docs/{path}.md": text for path, text in pages.items()}}.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    config = Config(tmp_path, "en", ("sv",), ("docs/{locale}/{page}.md",), dialect="mdx")
    rules = ("link-target", "link-swapped")
    found = [one for one in check(discover(config), config).findings if one.rule in rules]
    assert len(found) == count, found


@pytest.mark.parametrize(("name", "severity"), [("priser", "info"), ("rates", "error")])
def test_a_page_that_each_language_calls_otherwise(name: str, severity: str, tmp_path: Path) -> None:
    slugs = {"en/rates": "/rates", f"sv/{name}": "/priser", "en/b": "/b", "sv/b": "/b"}
    pages = {"en/a": link("/docs/rates"), "sv/a": link("/docs/priser" if name == "priser" else "/docs/b")}
    for path, text in {**pages, **{path: f"---\nslug: {slug}\n---\n\n# B\n" for path, slug in slugs.items()}}.items():
        file = tmp_path / f"docs/{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    config = Config(tmp_path, "en", ("sv",), ("docs/{locale}/{page}.md",), dialect="mdx")
    found = [one for one in check(discover(config), config).findings if one.rule == "link-target"]
    assert [one.severity for one in found] == [severity]


@pytest.mark.parametrize(("new", "severity"), [("base-parts", "info"), ("other", "error")])
def test_a_name_that_the_source_has_with_other_signs(new: str, severity: str, write: Write, command: Command) -> None:
    text = "# A\n\nRead [this](../base_parts/) first.\n"
    for locale in ("en", "sv"):
        write({f"config/{locale}/mkdocs.yml": f"site_name: X\ndocs_dir: ../../docs/{locale}\n"})
        write({f"docs/{locale}/base-parts.md": "# B\n", f"docs/{locale}/other.md": "# B\n"})
        write({f"docs/{locale}/a.md": text if locale == "en" else text.replace("base_parts", new)})
    found = command("check", "--no-cache", "--format", "json")
    told = [one["severity"] for one in json.loads(found.out)["findings"] if one["rule"] == "link-target"]
    assert told == [severity]


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("export default {}", 1),
        ("export default { anchor: { slugify } }", 0),
        ("import { defineConfig } from 'vitepress'\nexport default defineConfig({})\n", 1),
        ("import { defineConfig } from '@acme/vitepress'\nexport default defineConfig({})\n", 0),
    ],
)
def test_ids_of_an_own_function_are_not_known(script: str, told: int, tmp_path: Path) -> None:
    for path, text in {"en/a": "# A\n", "sv/a": "# A\n\n[x](#nowhere), [y](#/route)\n"}.items():
        file = tmp_path / f"docs/{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / ".vitepress").mkdir()
    (tmp_path / ".vitepress" / "config.mts").write_text(script, "utf-8")
    config = Config(tmp_path, "en", ("sv",), ("docs/{locale}/{page}.md",), generator="vitepress")
    found = [one for one in check(discover(config), config).findings if one.rule == "anchor-dead"]
    assert len(found) == told


@pytest.mark.parametrize(
    ("heading", "link", "generator", "told"),
    [
        ("브라우저 지원", "[x](#브라우저-지원)", "vitepress", 0),  # VitePress makes an id of what a link names
        ("Ångström först", "[x](b.md#Ångström-Först)", "vitepress", 0),
        ("브라우저 지원", "[x](#브라우저)", "vitepress", 1),
        ("Först", '<a href="#Först">x</a>', "vitepress", 1),  # what is HTML stays as it is
        ("Först", "[x](#Först)", "docusaurus", 1),
    ],
)
def test_a_generator_may_make_an_id_of_what_a_link_names(
    heading: str, link: str, generator: str, told: int, tmp_path: Path
) -> None:
    for path, text in {
        "en/a": "# A\n",
        "sv/a": f"# A\n\n{link}\n\n## {heading}\n",
        "sv/b": f"# B\n\n## {heading}\n",
    }.items():
        file = tmp_path / f"docs/{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    config = Config(tmp_path, "en", ("sv",), ("docs/{locale}/{page}.md",), generator=generator)
    assert len([one for one in check(discover(config), config).findings if one.rule == "anchor-dead"]) == told


@pytest.mark.parametrize(("made", "told"), [("first_step", 0), ("no-such", 20)])
def test_ids_that_the_source_itself_uses_in_another_form_are_not_known(made: str, told: int, tmp_path: Path) -> None:
    """`#first_step` of `## First step` all over the source: the site makes ids otherwise. `#no-such` is just dead."""
    for page in range(10):
        for locale, title in (("en", "First step"), ("sv", "Steg")):
            file = tmp_path / f"docs/{locale}/{page}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            fragment = made if locale == "en" else f"{made}{page}"
            file.write_text(f"# A\n\n[x](#{fragment})\n\n## {title}\n", "utf-8")
    config = Config(tmp_path, "en", ("sv",), ("docs/{locale}/{page}.md",), generator="docusaurus", dialect="mdx")
    assert len([one for one in check(discover(config), config).findings if one.rule == "anchor-dead"]) == told


@pytest.mark.parametrize(("plugin", "told"), [("slug = generate_slug(title)", 0), ("puts 'Hello'", 1)])
def test_ids_of_a_plugin_of_the_site_are_not_known(plugin: str, told: int, tmp_path: Path) -> None:
    texts = {"_config.yml": "title: x\n", "_plugins/auto-anchor.rb": plugin}
    texts |= {"_posts/en/a.md": "# A\n", "_posts/sv/a.md": "# A\n\n[x](#nowhere)\n"}
    for path, text in texts.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    config = Config(tmp_path, "en", ("sv",), ("_posts/{locale}/{page}.md",), generator="jekyll")
    found = [one for one in check(discover(config), config).findings if one.rule == "anchor-dead"]
    assert len(found) == told


def test_a_file_is_named_from_the_folder_of_a_docusaurus_site(write: Write, command: Command) -> None:
    """Behind the folder of the page and those of the docs, it looks for a file from its own folder on."""
    site = {"web/docusaurus.config.js": "module.exports = {i18n: {defaultLocale: 'en', locales: ['en', 'sv']}}\n"}
    there = "web/i18n/sv/docusaurus-plugin-content-docs/current"
    write({**site, "web/docs/x/a.md": "[B](docs/b.md), [c](docs/c.md)\n", "web/docs/b.md": "# B\n"})
    write({f"{there}/x/a.md": "[B](/b.md), [c](/c.md)\n", f"{there}/b.md": "# B\n"})
    run = command("check")
    assert '"docs/b.md"' not in run.out
    assert '"docs/c.md"' in run.out


def test_a_path_of_docsify_counts_from_the_folder_of_the_site(write: Write, command: Command) -> None:
    write({"index.html": '<script src="//cdn.jsdelivr.net/npm/docsify@4"></script>\n'})
    for folder in ("", "sv/"):
        write({f"{folder}guide/a.md": "[B](guide/b.md), [c](guide/c.md)\n", f"{folder}guide/b.md": "# B\n"})
    run = command("check")
    assert 'There is no "guide/b.md"' not in run.out
    assert 'There is no "guide/c.md"' in run.out


def test_a_link_is_not_better_as_it_stands(write: Write, command: Command) -> None:
    """Where an address is also that of another language's page, its own is no other one."""
    write({"astro.config.mjs": "starlight({ locales: { root: { lang: 'en' }, sv: { lang: 'sv' } } })\n"})
    page = "src/content/docs/{}x/b.mdx"
    write({page.format(""): "---\ntitle: B\nslug: b\n---\n", page.format("sv/"): "---\ntitle: B\nslug: b\n---\n"})
    there = "src/content/docs/{}a.mdx"
    write(
        {there.format(""): "---\ntitle: A\n---\n\n[b](/b/)\n", there.format("sv/"): "---\ntitle: A\n---\n\n[b](/b/)\n"}
    )
    assert 'in this one it is "/b/"' not in command("check").out
