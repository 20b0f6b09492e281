"""Which generator a site has: told by its files, kept in the configuration, the same for everything that asks."""

from __future__ import annotations

import pytest
from tests.conftest import Command, Write
from tests.generators.sites import pages
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.generators import NAMES, generators, named, of, publication, settled
from facingpages.generators.detect import detect
from facingpages.generators.habits import SiteSettings
from facingpages.read import read_page
from facingpages.site import Site

FOLDERS = pages("docs/en/a.md", "docs/lv/a.md")


def test_names_are_said_once() -> None:
    assert len({one.name for one in generators()}) == len(NAMES)


@pytest.mark.parametrize(
    ("name", "text", "generator"),
    [
        ("mkdocs.yml", "site_name: x\n", "mkdocs"),
        ("docs/docusaurus.config.ts", "export default {}\n", "docusaurus"),
        ("astro.config.mjs", "export default {}\n", "starlight"),
        ("hugo.toml", 'baseURL = "/"\n', "hugo"),
        ("config.toml", 'baseURL = "/"\n', "plain"),
        ("config.toml", 'base_url = "/"\n', "zola"),
        ("docs/.vitepress/config.ts", "export default {}\n", "vitepress"),
        ("docs/.vuepress/config.js", "module.exports = {}\n", "vuepress"),
        ("_config.yml", "title: x\n", "jekyll"),
        ("_config.yml", "title: x\nsource_dir: source\n", "hexo"),
        ("book.toml", "[book]\n", "mdbook"),
        ("docfx.json", "{}\n", "learn"),
        ("docs/index.html", '<script src="//cdn.jsdelivr.net/npm/docsify@4"></script>\n', "docsify"),
        ("next.config.mjs", "import nextra from 'nextra'\n", "nextra"),
        ("next.config.mjs", "export default {}\n", "plain"),
        ("rspress.config.ts", "import {defineConfig} from '@rspress/core'\n", "rspress"),
        ("source.config.ts", "import { defineDocs } from 'fumadocs-mdx/config'\n", "fumadocs"),
        ("source.config.ts", "export default {}\n", "plain"),
        ("rstack.config.ts", "import {define} from 'rstack'\n", "plain"),
        (".dumirc.ts", "export default {}\n", "dumi"),
        ("docs.json", '{"$schema": "https://mintlify.com/docs.json"}\n', "mintlify"),
        ("docs.json", '{"title": "x"}\n', "plain"),
        (".gitbook.yaml", "root: ./docs/\n", "gitbook"),
        ("docs/en/SUMMARY.md", "# Summary\n\n* [A](a.md)\n", "gitbook"),
        ("docs/en/SUMMARY.md", "# Summary\n\nIn short.\n", "plain"),
        ("docs/index.html", "<p>Moved.</p>\n", "plain"),
    ],
)
def test_a_mark_above_the_pages_tells_the_generator(name: str, text: str, generator: str, write: Write) -> None:
    assert detect(write({name: text, **FOLDERS})).generator == generator


@pytest.mark.parametrize(
    ("files", "generator"),
    [
        (pages("docs/a.md", "i18n/lv/docusaurus-plugin-content-docs/current/a.md"), "docusaurus"),
        ({"config.toml": 'baseURL = "/"\n', **pages("content/a.md", "content/a.lv.md")}, "hugo"),
        ({"config.toml": 'base_url = "/"\n', **pages("content/a.md", "content/a.lv.md")}, "zola"),
        (pages("src/content/docs/a.md", "src/content/docs/lv/a.md"), "starlight"),
        (pages("docs/.vuepress/config.js", "docs/a.md", "docs/lv/a.md"), "vuepress"),
    ],
)  # fmt: skip
def test_a_layout_tells_the_generator(files: dict[str, str], generator: str, write: Write) -> None:
    assert detect(write(files)).generator == generator


@pytest.mark.parametrize(
    ("dialect", "generator"),
    [("commonmark", "plain"), ("mkdocs", "mkdocs"), ("learn", "learn"), ("hugo", "hugo"), ("mdx", "mdx")],
)
def test_without_a_mark_the_dialect_tells(dialect: str, generator: str, write: Write) -> None:
    config = Config(write(FOLDERS), pages=("docs/{locale}/{page}.md",), dialect=dialect)
    assert of(config).name == generator


def test_what_is_written_down_goes_first(write: Write) -> None:
    root = write({"_config.yml": "title: x\n", **FOLDERS})
    config = settled(Config(root, pages=("docs/{locale}/{page}.md",), generator="hugo"))
    site = Site("en", ("lv",), (), lambda _: False, lambda *_: "")
    assert config.generator == "hugo"
    assert publication(site, config).rendering.name == "hugo"


def test_a_name_that_is_not_known_is_asked_about(write: Write, command: Command) -> None:
    write({"facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\ngenerator = "huge"\n', **FOLDERS})
    run = command("check")
    assert run.code == 2
    assert 'generator = "huge" is not known (did you mean "hugo"?); it is one of mkdocs, ' in run.err


def test_init_writes_the_generator_down(write: Write, command: Command) -> None:
    root = write({"_config.yml": "title: x\n", **FOLDERS})
    assert command("init").code == 0
    assert 'generator = "jekyll"' in (root / "facingpages.toml").read_text()


@pytest.mark.parametrize("name", ["zola", "hexo", "docsify", "dumi", "gitbook", "mintlify"])
def test_ids_that_nobody_described_are_never_called_missing(name: str) -> None:
    assert not named(name).rendering.sure


ASTRO = {"v3/astro.config.ts": "export default {}\n"}
HUGO = {"hugo.yaml": "defaultContentLanguage: en\n"}


@pytest.mark.parametrize(("hugo", "astro", "generator"), [(3, 1, "hugo"), (1, 3, "starlight")])
def test_of_two_generators_beside_each_other_the_one_with_more_translated_pages_counts(
    hugo: int, astro: int, generator: str, write: Write
) -> None:
    posts = pages(*(f"v3/src/content/post/{locale}/{number}.md" for locale in ("en", "de") for number in range(astro)))
    docs = pages(*(f"content/{number}{end}.md" for end in ("", ".de") for number in range(hugo)))
    assert detect(write({**ASTRO, **HUGO, **posts, **docs})).generator == generator


@pytest.mark.parametrize(
    ("files", "claimed"),
    [
        ({}, True),
        ({"package.json": "{}\n"}, False),  # a program that may publish them at addresses of its own
        ({"_config.yml": "source_dir: source\n"}, False),  # Hexo has a setting for addresses
        ({".dumirc.ts": "export default {}\n"}, False),
    ],
)
def test_an_address_is_called_dead_only_where_it_is_known_what_addresses_there_are(
    files: dict[str, str], claimed: bool, write: Write
) -> None:
    text = {f"docs/{locale}/a.md": "# A\n\n[x](./elsewhere) [y](no.md)\n" for locale in ("en", "lv")}
    root = write({**files, **text, ".git/HEAD": "ref: refs/heads/main\n"})
    config = detect(root)
    told = {finding.text.partition('"')[2].partition('"')[0] for finding in check(discover(config), config)}
    assert ("./elsewhere" in told) is claimed
    assert "no.md" in told


@pytest.mark.parametrize("target", ["/en/b/#no", "/lv/b/#no"])
def test_what_is_dead_in_the_source_is_told_there_alone_where_a_translation_leads_to_the_source_too(
    target: str, write: Write
) -> None:
    root = write({
        "docs/en/a.md": "# A\n\n[x](/en/b/#no)\n", "docs/lv/a.md": f"# A\n\n[x]({target})\n",
        "docs/en/b.md": "# B\n", "docs/lv/b.md": "# B\n",
    })  # fmt: skip
    config = Config(root, "en", ("lv",), ("docs/{locale}/{page}.md",), dialect="commonmark")
    found = [finding.locale for finding in check(discover(config), config) if finding.rule == "anchor-dead"]
    assert found == ["en"]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("export default defineConfig({ site: 'x', base: '/docs' })\n", "/docs/"),
        ("export default defineConfig({ integrations: [starlight({ sets: [{ base: 'log' }] })] })\n", ""),
        ("export default defineConfig({ site: 'x' })\n", "/"),
    ],
)
def test_a_base_is_that_of_the_site_and_not_of_a_plugin(text: str, base: str) -> None:
    assert SiteSettings({"astro.config.mjs": text}, lambda _: False).base("base") == base


@pytest.mark.parametrize(("tag", "may_have_more"), [('{{% def id="key" %}}', True), ('{{< figure src="a" >}}', False)])
def test_a_shortcode_that_is_given_an_id_may_make_others(tag: str, may_have_more: bool) -> None:
    assert read_page(f"A {tag} b.\n".encode(), "hugo").open is may_have_more


def test_settings_that_name_each_page_in_each_language_are_read_whole(write: Write) -> None:
    entry = '"guide/page-with-a-long-name", '
    navigation = f'{{"navigation": {{"languages": [{{"language": "lv", "pages": [{entry * 40_000}"a"]}}]}}}}'
    text = navigation.replace("{", '{"$schema": "https://mintlify.com/docs.json", ', 1)
    assert len(text) > 1_000_000
    config = detect(write({"docs.json": text, **pages("en/a.mdx", "a.mdx", "fi/a.mdx")}))
    assert (config.generator, config.source) == ("mintlify", "lv")
