"""A stranger's repository without configuration: what its files and folders tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Command, Write
from tests.generators.sites import CASES, Case, pages

from facingpages.config import Config, SetupError
from facingpages.discover import discover
from facingpages.generators.detect import described, detect, uncovered
from facingpages.languages import language


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_recognizes(case: Case, write: Write) -> None:
    config = detect(write(case.files))
    assert (config.source, config.pages, config.source_pages) == (case.source, case.pages, case.source_pages)
    assert config.locales == case.locales
    assert config.dialect == case.dialect
    site = discover(config.trees[0])
    names = site.source_names
    assert sum(page.locale != site.source and page.name in names for page in site.pages) == case.pairs
    assert case.name in described(config, site)


def test_only_what_somebody_translated_is_expected_of_a_repository(write: Write) -> None:
    root = write(
        pages("README.md", "README.de.md", "CHANGELOG.md", "docs/a.md", "packages/x/README.md", "CONTRIBUTING.md")
    )
    site = discover(detect(root))
    assert sorted(site.source_names) == ["README"]


SERVICE = "files:\n  - source: {source}\n    translation: /%locale%/**/%file_name%.md\n"
TREES = pages(*(f"{locale}/{name}.md" for locale in ("en-US", "zh-CN", "de-DE") for name in ("index", "a/b")))


@pytest.mark.parametrize(
    ("source", "language"),
    [("/zh-CN/**/*.md", "zh-CN"), ("/**/zh-CN.json", "en-US"), ("/fr-FR/**/*.md", "en-US"), ("/docs/*.md", "en-US")],
)
def test_a_translation_service_is_told_the_source(source: str, language: str, write: Write) -> None:
    assert detect(write({"crowdin.yml": SERVICE.format(source=source), **TREES})).source == language


def test_a_translation_service_tells_the_source_where_nothing_else_does(write: Write) -> None:
    files = {path: text for path, text in TREES.items() if not path.startswith("en")}
    assert detect(write({"crowdin.yml": SERVICE.format(source="/de-DE/**/*.md"), **files})).source == "de-DE"


def test_folders_that_are_called_like_a_locale_and_are_none(write: Write) -> None:
    root = write(
        pages(
            "docs/index.md",
            "docs/a.md",
            "docs/b.md",
            "docs/id/tokens.md",
            "docs/id/claims.md",
            "docs/de/a.md",
            "docs/de/b.md",
        )
    )
    config = detect(root)
    assert config.locales == ("de",)
    assert "id/tokens" in discover(config).source_names


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "no Markdown page"),
        (pages("README.md", "docs/a.md"), "can't tell where the translations lie"),
        (pages("docs/de/a.md", "docs/fr/a.md"), "which of de, fr is the source"),
        ({"mkdocs.yml": "plugins: [", **pages("docs/a.md")}, "can't tell"),
        ({"hugo.toml": "= broken", **pages("content/a.md")}, "can't tell"),
    ],
    ids=["empty", "no translation", "no source", "broken yaml", "broken toml"],
)
def test_asks_in_one_sentence(files: dict[str, str], words: str, write: Write, command: Command) -> None:
    write(files)
    run = command("check")
    assert run.code == 2
    assert run.out == ""
    assert words in run.err
    assert run.err.count("\n") == 1


def locales(*names: str, of: tuple[str, ...] = ("a", "b")) -> dict[str, str]:
    return pages(*(f"docs/{name}/{page}.md" for name in names for page in of))


def test_a_code_that_nobody_knows_is_a_language_beside_others(write: Write) -> None:
    assert detect(write(locales("en", "de", "fr", "pcm"))).locales == ("de", "fr", "pcm")


def test_a_folder_of_other_pages_beside_languages_is_none(write: Write) -> None:
    other = pages("docs/api/x.md", "docs/api/y.md", "docs/api/a.md")
    assert detect(write({**locales("en", "de", "fr"), **other})).locales == ("de", "fr")


def test_a_folder_inside_a_language_is_none(write: Write, command: Command) -> None:
    files = [f"i18n/{name}/{page}.md" for name in ("ar", "fr", "nl") for page in ("a", "os/index", "index", "os/b")]
    write(pages(*files))
    run = command("check")
    assert run.code == 2
    assert "no source found: can't tell which of ar, fr, nl is the source" in run.err


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("使用前请先确认设置，然后保存文件并重新启动程序。", "zh"),
        ("設定を確認してから、ファイルを保存してください。", "ja"),
        ("Save it.", ""),
    ],
)
def test_what_lies_beside_a_folder_in_english_is_in_the_language_it_is_written_in(
    text: str, source: str, write: Write
) -> None:
    files = {f"docs/source/{page}.md": f"# A\n\n{3 * text}\n\n```sh\nrun --all\n```\n" for page in "abc"}
    write(files | pages(*(f"docs/source_en/{page}.md" for page in "abc")))
    if not source:
        with pytest.raises(SetupError):
            detect(write({}))
        return
    config = detect(write({}))
    assert (config.source, config.locales) == (source, ("en",))
    assert (config.pages, config.source_pages) == (("docs/source_{locale}/{page}.md",), ("docs/source/{page}.md",))


def test_pages_in_one_more_folder_of_each_language(write: Write) -> None:
    files = [f"i18n/{name}/pages/{page}.md" for name in ("de", "fr") for page in "abc"]
    config = detect(write(pages(*(f"docs/{page}.md" for page in "abc"), *files)))
    assert (config.pages, config.source_pages) == (("i18n/{locale}/pages/{page}.md",), ("docs/{page}.md",))


def test_what_is_not_covered_is_said(write: Write, command: Command) -> None:
    blog = pages(*(f"blog/{page}{mark}.md" for page in "xyz" for mark in ("", ".de")))
    others = pages("docs/es/other.md", "docs/zh-traditional/other.md", "docs/zh-special/other.md")
    write({**locales("en", "de", "fr"), **others, **blog})
    said = command("check").err
    left = "es (1), zh-traditional (1)"
    assert f"not covered: folders of languages whose pages have no source page there: {left}\n" in said
    assert "found the language in the file name: source en (blog/{page}.md), 1 locale (de), dialect" in said


def test_each_tree_that_is_not_covered_is_said(write: Write, command: Command) -> None:
    trees = [f"{year}/{locale}/{page}.md" for year in (2017, 2021, 2025) for locale in ("en", "de") for page in "abc"]
    write(pages(*trees, "2021/en/d.md", "2021/de/d.md"))
    said = command("init").out
    assert all(f"not covered: {year}/{{locale}}/{{page}}.md, 3 translated" in said for year in (2017, 2025))


def test_what_is_not_covered_is_said_when_it_is_written_down(write: Write, command: Command) -> None:
    guides = [f"docs/{name}{mark}/{page}.md" for name in ("guide", "inside") for mark in ("", "-de") for page in "abc"]
    write(pages(*guides, "docs/guide/d.md", "docs/guide-de/d.md"))
    assert "not covered: docs/inside-{locale}/{page}.md, 3 translated pages in 1 locale" in command("init").out


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("{{% note %}}\nA\n{{% /note %}}\n", "hugo"),
        ("{{< fig a >}}\n", "hugo"),
        ("The table `{{%user}}`.\n", "commonmark"),
    ],
)
def test_a_shortcode_ends_as_it_begins(text: str, dialect: str, write: Write) -> None:
    assert detect(write(dict.fromkeys(("docs/en/a.md", "docs/de/a.md"), f"# A\n\n{text}"))).dialect == dialect


def test_files_for_other_people_are_no_pages(write: Write) -> None:
    others = pages("README.md", "TRANSLATORS.md", "_includes/a.md")
    root = write({"_config.yml": "title: x\n", **pages("a.md", "b.md", "lang/de/a.md", "lang/de/b.md"), **others})
    assert discover(detect(root)).source_names == {"a", "b"}


def test_a_language_under_names_of_its_own_is_no_source(write: Write, command: Command) -> None:
    root = write(
        pages("docs/book/a.md", "docs/book/b.md", "docs/de/book/a.md", "docs/de/book/b.md", "docs/es/book/libro.md")
    )
    assert discover(detect(root)).source_names == {"book/a", "book/b"}
    assert "not covered: folders of languages whose pages have no source page there: es (1)" in command("check").err


def test_folders_called_like_a_language_are_named(write: Write, command: Command) -> None:
    write(pages("english/a.md", "espanol/b.md"))
    assert '"espanol" seems to be es' in command("check").err


def test_files_called_after_a_language_are_its_pages(write: Write) -> None:
    root = write(
        pages(*(f"guide/{page}{mark}.md" for page in "ab" for mark in ("", ".french", ".brazilian-portuguese")))
    )
    config = detect(root)
    assert (config.pages, config.locales) == (("guide/{page}.{locale}.md",), ("brazilian-portuguese", "french"))
    assert [language(locale).code for locale in config.locales] == ["pt", "fr"]


def test_files_called_otherwise_are_no_language_s(write: Write, command: Command) -> None:
    write(pages(*(f"guide/{page}{mark}.md" for page in "ab" for mark in ("", ".public", ".frenchs"))))
    assert command("check").code == 2


def test_the_answer_settles_it(write: Write, command: Command) -> None:
    write({**pages("docs/de/a.md", "docs/fr/a.md"), "facingpages.toml": 'source = "fr"\n'})
    run = command("check", "--format", "json")
    assert run.code == 0
    assert [row["locale"] for row in run.report["locales"]] == ["de"]


def test_what_is_configured_goes_before_what_is_recognized(write: Write) -> None:
    root = write(pages("docs/en/a.md", "docs/lv/a.md", "docs/de/a.md"))
    base = Config(root, locales=("lv",), dialect="learn", given=frozenset(("locales", "dialect")))
    config = detect(root, base)
    assert (config.locales, config.dialect, config.pages) == (("lv",), "learn", ("docs/{locale}/{page}.md",))


def test_says_what_it_found_on_standard_error_only(write: Write, command: Command) -> None:
    write(pages("docs/en/a.md", "docs/lv/a.md"))
    run = command("check", "--format", "json")
    assert run.code == 0
    assert run.report["counts"]["error"] == 0
    found = "a folder for each language: source en (docs/en/{page}.md), 1 locale (lv), dialect commonmark"
    assert run.err == f"facingpages: found {found}\n"


def test_programs_are_never_run(write: Write) -> None:
    root = write(pages("docs/en/a.md", "docs/lv/a.md"))
    trap = root / "trap"
    code = f"require('fs').writeFileSync({str(trap)!r}, 'x'); module.exports = {{ i18n: {{ defaultLocale: 'en' }} }}"
    (root / "docusaurus.config.js").write_text(code)
    (root / "astro.config.mjs").write_text(code)
    (root / "mkdocs.yml").write_text(f"site_name: !!python/object/apply:os.system ['touch {trap}']\n")
    assert detect(root).pages == ("docs/{locale}/{page}.md",)
    assert not trap.exists()


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize("text", [BOMB, "plugins: &a [*a]\n", "a: " + "[" * 5000, "&a {*a : 1}", "\x00\ud7ff: ["])
@pytest.mark.parametrize("name", ["mkdocs.yml", "hugo.yaml"])
def test_settings_that_do_harm(name: str, text: str, write: Write) -> None:
    root = write({name: text, **pages("docs/en/a.md", "docs/lv/a.md", "content/x.md")})
    assert detect(root).locales == ("lv",)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a": ' * 100_000, "locales: {" * 20_000, "locales: {a: '" + "x" * 200_000]
)
@pytest.mark.parametrize("name", ["hugo.json", "hugo.toml", "docusaurus.config.js", "astro.config.mjs"])
def test_settings_without_an_end(name: str, text: str, write: Write) -> None:
    root = write({name: text, **pages("docs/en/a.md", "docs/lv/a.md", "src/content/docs/x.md", "content/x.md")})
    assert detect(root).locales == ("lv",)


def test_our_own_site() -> None:
    root = Path(__file__).parents[2]
    config = detect(root)
    assert config.source == "en"
    assert set(config.locales) == {"lv", "bg", "sv", "sl", "ro"}
    assert config.dialect == "mkdocs"


@pytest.mark.parametrize(("key", "told"), [("slug", True), ("layout", False)])
def test_pages_that_each_language_calls_otherwise_are_named(key: str, told: bool, write: Write) -> None:
    texts = {f"docs/{locale}/same.md": "# Same\n" for locale in ("en", "sv")}
    for number in range(12):
        value = number if key == "slug" else "wide"
        for locale, name in (("en", "page"), ("sv", "sida")):
            texts[f"docs/{locale}/{name}-{number}.md"] = f"---\n{key}: page-{value}\n---\n\n# {name}\n"
    config = detect(write(texts))
    lines = uncovered(config, discover(config))
    assert any('12 pages in sv that are called otherwise than in en; "slug"' in line for line in lines) == told


def test_of_several_sites_the_one_with_most_translations(write: Write) -> None:
    """A demo beside the docs is no site to check first, however early it comes."""
    demo = pages(*(f"demo/{mark}{page}.md" for page in "ab" for mark in ("", "zh/")))
    docs = pages(*(f"docs/{mark}{page}.md" for page in "abc" for mark in ("", "zh/")))
    settings = {f"{name}/.vuepress/config.ts": "export default {}" for name in ("demo", "docs")}
    assert detect(write({**demo, **docs, **settings})).pages == ("docs/{locale}/{page}.md",)


def test_settings_in_a_folder_say_where_the_pages_lie(write: Write) -> None:
    files = pages("README.md", "README.de.md", *(f"docs/src/{mark}{page}.md" for page in "ab" for mark in ("", "en/")))
    index = "export default { locales: { root: { lang: 'zh-CN' } }, ...shared }"
    shared = {"docs/.vitepress/config/index.mts": index, "docs/.vitepress/config/shared.mts": "{ srcDir: 'src' }"}
    config = detect(write({**files, **shared}))
    assert (config.source, config.pages) == ("zh", ("docs/src/{locale}/{page}.md",))


def test_a_language_and_its_region_run_together(write: Write) -> None:
    assert detect(write(locales("en", "ptbr", "zhtw"))).locales == ("ptbr", "zhtw")


def test_four_letters_alone_are_no_language(write: Write) -> None:
    assert detect(write(locales("en", "de", "data"))).locales == ("de",)


DOCS = "i18n: { defaultLocale: 'en', locales: ['zh', 'en'] }, docs = [{ id: 'api', path: 'docs/api' }]"


@pytest.mark.parametrize(("settings", "source"), [(DOCS, "zh"), (DOCS.replace("'zh', ", ""), "")])
def test_docs_of_a_plugin_lie_where_it_says(settings: str, source: str, write: Write) -> None:
    """Their language is the one that they are not translated into, even if it is not the default one."""
    files = pages("docs/api/a.md", "i18n/en/docusaurus-plugin-content-docs-api/current/a.md")
    root = write({**files, "docusaurus.config.js": settings})
    if source:
        config = detect(root)
        assert (config.source, config.locales, config.source_pages) == (source, ("en",), ("docs/api/{page}.md",))
    else:
        with pytest.raises(SetupError):
            detect(root)


SPANISH = "Este es el texto de una página que no se llama como la de la fuente, pero está en su lengua.\n"


@pytest.mark.parametrize(("text", "said"), [(SPANISH, True), ("This is about the identifiers of the users.\n", False)])
def test_pages_under_names_of_their_own_are_no_pages_of_the_source(
    text: str, said: bool, write: Write, command: Command
) -> None:
    own = {f"docs/es/{name}.md": f"# Uno\n\n{text}" for name in ("uno", "dos")}
    write({**pages(*(f"docs/{one}{name}.md" for one in ("", "pt/") for name in ("one", "two"))), **own})
    assert ("have no source page there: es (2)" in command("init").out) is said
    assert ("es/uno" in discover(detect(write({}))).source_names) is not said


@pytest.mark.parametrize(
    ("settings", "source"),
    [
        ("export default defineNuxtConfig({i18n: {locales, defaultLocale: 'ja'}})\n", "ja"),
        ("export default defineNuxtConfig({i18n: {locales, defaultLocale: 'fi'}})\n", "en"),  # no folder of it
        ("export default defineNuxtConfig({i18n: {locales, defaultLocale: locale}})\n", "en"),
    ],
)
def test_a_framework_tells_the_source(settings: str, source: str, write: Write) -> None:
    files = {
        "nuxt.config.ts": settings,
        **pages(*(f"content/{one}/{page}.md" for one in ("en", "ja") for page in "ab")),
    }
    assert detect(write(files)).source == source


@pytest.mark.parametrize(("extra", "said"), [("ef", True), ("e", False)])
def test_a_language_with_many_more_pages_may_be_the_source(
    extra: str, said: bool, write: Write, command: Command
) -> None:
    write(pages(*(f"docs/en/{page}.md" for page in "abcd"), *(f"docs/zh/{page}.md" for page in f"abcd{extra}")))
    assert ('if zh is what the others are translated from, set source = "zh"' in command("init").out) is said


@pytest.mark.parametrize(("english", "source"), [(8, "zh"), (7, "en")])
def test_pages_without_a_mark_are_the_source_where_nearly_all_marked_ones_are_english(
    english: int, source: str, write: Write
) -> None:
    text = "# \u4ecb\u7ecd\n\n" + "\u8fd9\u4e2a\u7ec4\u4ef6\u7528\u6765\u663e\u793a\u8868\u683c\u3002\n" * 9
    files = {f"content/{page}/index{mark}.md": text if not mark else "# An introduction\n\nOf what it is.\n"
             for page in "abcdefgh"[:english] for mark in ("", "-en-US")}  # fmt: skip
    detected = detect(write({**files, "README.md": "# Read me\n\nIt is.\n", "README-zh_CN.md": text}))
    assert detected.source == source


def test_translations_elsewhere_are_the_only_pages_there(write: Write) -> None:
    root = write(pages("README.md", "docs/README_ja.md", "docs/README_zh.md", "docs/guide.md", "CHANGELOG.md"))
    site = discover(detect(root))
    assert (site.source_names, site.locales) == ({"README"}, ("ja", "zh"))


def test_a_code_that_nobody_knows_beside_several_languages(write: Write) -> None:
    ukrainian = "# Вступ\n\n" + 4 * "Прочитайте цей документ, перш ніж починати роботу з програмою. " + "\n"
    known = [f"translations/README-{code}.md" for code in ("de", "es", "fr", "ja", "ko")]
    others = pages("translations/README-ci.md", "translations/README-zhcn.md", "translations/how-to.md")
    config = detect(write({**pages("README.md", *known), **others, "translations/README-qk.md": ukrainian}))
    assert config.locales == ("de", "es", "fr", "ja", "ko", "qk", "zhcn")
    assert discover(config).source_names == {"README"}


@pytest.mark.parametrize("code", ["kokr", "esla", "frfr", "ruru", "enus"])
def test_a_language_and_its_region_run_together_in_the_names_of_files(code: str, write: Write) -> None:
    config = detect(write(pages(*(f"docs/{page}-{mark}.md" for page in "abc" for mark in ("en", code, "zhtw", "de")))))
    assert set(config.locales) | {config.source} >= {"de", "zhtw"} | ({code} - {"enus"})
    assert language(code) is not None


def test_four_letters_are_no_language(write: Write) -> None:
    root = write(pages(*(f"docs/{page}{mark}.md" for page in "abc" for mark in ("", ".de", ".root", ".main"))))
    assert detect(root).locales == ("de",)


@pytest.mark.parametrize("names", ["zh-CN zh-Hans zh zh-cn", "pt pt-BR pt-br", "iw he no nb"])
@pytest.mark.parametrize("shape", ["docs/{}/{}.md", "docs/{1}.{0}.md"])
def test_names_of_one_language_are_locales_apart(names: str, shape: str, write: Write, command: Command) -> None:
    found = names.split()
    write(pages(*(shape.format(one, page) for one in ("en", *found) for page in "abc")))
    run = command("check", "--format", "json")
    assert {row["locale"]: row["translated"] for row in run.report["locales"]} == dict.fromkeys(found, 3)
    assert run.report["findings"] == []
    assert run.err.count("found ") == 1


def test_older_versions_that_settings_keep_are_named(write: Write) -> None:
    trees = [f"versioned_docs/version-1/{page}.md" for page in "abc"]
    trees += [
        f"i18n/de/docusaurus-plugin-content-docs/{at}/{page}.md" for at in ("current", "version-1") for page in "abc"
    ]
    root = write(
        {"docusaurus.config.js": "module.exports = {}\n", **pages(*(f"docs/{page}.md" for page in "abc"), *trees)}
    )
    assert not detect(root).others
