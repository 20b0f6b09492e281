"""Several trees of translated pages in one repository: each is checked as if it were the only one, in one run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Command, Write
from tests.generators.sites import pages

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.generators.detect import detect
from facingpages.server.site import Chosen, OpenSite

HUGO = "# Use it\n\n{{< note >}}See [more](../more/).{{< /note >}}\n\n## Set it up\n\nIt has 3 parts.\n"
ASTRO = '# News\n\n<Card title="a" />\n\nSee [the guide](./other.mdx#set-it-up).\n\n## Set it up\n\nTake 4.\n'
SITE = {
    "hugo.toml": 'baseURL = "/"\n',
    "web/astro.config.mjs": "export default {}\n",
    **{f"content/{name}{mark}.md": HUGO for name in ("use", "more", "third") for mark in (".en", ".de", ".fr")},
    **{f"web/src/content/post/{one}/{name}.mdx": ASTRO for one in ("en", "de", "ja") for name in ("use", "other")},
}
BROKEN = {
    "content/use.de.md": HUGO.replace("../more/", "../nothing/").replace("3 parts", "5 parts"),
    "web/src/content/post/de/use.mdx": ASTRO.replace("./other.mdx", "./nothing.mdx").replace("Take 4", "Take 6"),
    "web/src/content/post/ja/use.mdx": ASTRO.replace('\n<Card title="a" />\n', ""),
}


@pytest.fixture
def root(write: Write) -> Path:
    return write({**SITE, **BROKEN})


def found(text: str) -> list[tuple[str, str, int]]:
    return [(one["rule"], one["path"], one["line"]) for one in json.loads(text)["findings"]]


def test_each_tree_has_its_own_generator_and_dialect(root: Path) -> None:
    config = detect(root)
    assert [(tree.generator, tree.dialect, tree.locales) for tree in config.trees] == [
        ("hugo", "hugo", ("de", "fr")), ("starlight", "mdx", ("de", "ja")),
    ]  # fmt: skip
    assert config.at("web/src/content/post/ja/use.mdx").generator == "starlight"
    assert config.at("content/use.de.md").generator == "hugo"
    site = discover(config)
    assert site.locales == ("de", "fr", "ja")
    assert site.source_names == {"use", "more", "third", "web/src/content/post/en/use", "web/src/content/post/en/other"}


def test_one_run_finds_what_each_tree_alone_would(root: Path, command: Command) -> None:
    run = command("check", "--format", "json", "--no-cache")
    assert ["Hugo" in run.err, "Astro" in run.err, "not covered" in run.err] == [True, True, False]
    together = found(run.out)
    apart = []
    for tree in detect(root).trees:
        lines = f"pages = {json.dumps(tree.pages)}\nsource_pages = {json.dumps(tree.source_pages)}\n"
        lines += f'dialect = "{tree.dialect}"\ngenerator = "{tree.generator}"\nlocales = {json.dumps(tree.locales)}\n'
        (root / "one.toml").write_text(lines)
        apart += found(command("check", "--format", "json", "--no-cache", "--config", "one.toml").out)
    assert together == sorted(apart, key=lambda one: (one[1], one[2], together.index(one)))
    assert {path for _, path, _ in together} >= set(BROKEN)


def test_a_locale_of_one_tree_is_not_awaited_in_the_other(root: Path, command: Command) -> None:
    run = command("check", "--format", "json", "--no-cache")
    assert [(row["locale"], row["pages"], row["translated"]) for row in json.loads(run.out)["locales"]] == [
        ("de", 5, 5), ("fr", 3, 3), ("ja", 2, 2),
    ]  # fmt: skip
    (root / "web/src/content/post/ja/other.mdx").unlink()
    missing = [one for one in found(command("check", "--format", "json").out) if one[0] == "page-missing"]
    assert missing == [("page-missing", "web/src/content/post/ja/other.mdx", 1)]


@pytest.mark.usefixtures("root")
def test_links_a_path_what_is_remembered_and_parts_agree(command: Command) -> None:
    whole = command("check", "--format", "json").out
    assert command("check", "--format", "json").out == whole
    linked = found(command("links", "--format", "json").out)
    assert linked == [
        one for one in found(whole) if one[0].startswith(("link-dead", "link-outside", "anchor-", "image-dead"))
    ]
    assert len({path for _, path, _ in linked}) > 1
    for path in BROKEN:
        told = [one for one in found(whole) if one[1] == path]
        assert found(command("check", path, "--format", "json").out) == told
        assert found(command("check", path, "--format", "json", "--no-cache").out) == told
    for number in (1, 2):
        command("check", "--part", f"{number}/2", "--output", f"part{number}.json")
    assert command("join", "part1.json", "part2.json", "--format", "json").out == whole
    rows = [line.split()[:3] for line in command("status").out.splitlines()[1:4]]
    assert rows == [["de", "5", "5"], ["fr", "3", "3"], ["ja", "2", "2"]]


def test_the_language_server_tells_the_same(root: Path, command: Command) -> None:
    whole = found(command("check", "--format", "json").out)
    site = OpenSite(root, Chosen(), {})
    for path in site.pages:
        site.keep(path, site.look(path))
    site.settle()
    told = [
        (one.rule, one.place.path, one.place.line) for path in site.pages for one in site.told(path, site.look(path))
    ]
    assert sorted(told) == sorted(one for one in whole if one[0] != "page-missing")


def test_what_shows_at_the_top_of_a_repository_has_no_generator(write: Write, tmp_path: Path) -> None:
    marks = ("", *(f".{one}" for one in ("de", "fr", "ja", "ko", "pl")))
    top = pages(*(f"{name}{mark}.md" for name in ("README", "CONTRIBUTING") for mark in marks))
    config = detect(write({**SITE, **top}))
    last = config.trees[-1]
    assert (last.pages, last.generator) == (("{page}.{locale}.md",), "plain")
    assert sorted(page.path for page in discover(config).pages if "/" not in page.path) == sorted(top)
    for path in ("README.de.md", "README.fr.md"):
        (tmp_path / path).unlink()
    assert len(detect(tmp_path).trees) == 2, "a few pages there are named only"


def test_a_tree_of_another_language_is_named_and_not_covered(write: Write, command: Command) -> None:
    chinese = "# 使用\n\n使用前请先确认设置，然后保存文件并重新启动程序。\n"
    write(
        {
            **SITE,
            **{f"guide/{name}.md": chinese for name in "abc"},
            **{f"guide/{name}_en.md": "# Use\n" for name in "abc"},
        }
    )
    run = command("check", "--no-cache")
    assert "guide/" not in run.out


@pytest.mark.parametrize("line", ['dialect = "mdx"', 'locales = ["de"]', 'generator = "hugo"'])
def test_what_is_written_down_is_of_one_tree(line: str, write: Write) -> None:
    root = write({**SITE, "facingpages.toml": line})
    config = Config(root, dialect="mdx", given=frozenset((line.partition(" ")[0],)))
    assert not detect(root, config).others


def test_nothing_is_asked_for_beside_a_tree_that_is_known(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr("facingpages.generators.detect.languages_named", lambda tree: asked.append(tree) or [])
    assert not detect(write(pages("docs/en/a.md", "docs/de/a.md", "notes/b.md"))).others
    assert not asked, "it loads what CLDR says of each language"


def test_as_many_trees_as_a_manual_of_many_parts_has(write: Write) -> None:
    trees = pages(
        *(f"part{at}/{one}/{name}{at}.md" for at in range(9) for one in ("en", "de", "fr") for name in "abcd")
    )
    config = detect(write(trees))
    assert len(config.trees) == 9
    assert len(discover(config).source_names) == 36
