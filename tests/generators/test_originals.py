"""The language that others are translated from, where there are English pages and they are no originals."""

from __future__ import annotations

import pytest
from tests.conftest import Command, Write
from tests.generators.sites import pages

from facingpages.config import SetupError
from facingpages.generators.detect import detect

LONG = "The setting is read when the program starts. " * 20
AWAY = "# {0}\n\nNot translated yet, see [the Dutch page](../nl/{0}.md).\n"
ZH = "使用前请先确认设置，然后保存文件并重新启动程序。" * 5
DE = "Das ist die Seite, auf der wir mit dem Programm und den Einstellungen beginnen.\nSie ist für alle da.\n" * 3


@pytest.mark.parametrize(("count", "source"), [(3, "nl"), (2, "en"), (0, "en")])
def test_pages_that_send_their_reader_on_are_no_originals(count: int, source: str, write: Write) -> None:
    names = "abcdefgh"
    files = {f"docs/nl/{name}.md": LONG for name in names} | {f"docs/en/{name}.md": LONG for name in names}
    files |= {f"docs/en/{name}.md": AWAY.format(name) for name in names[:count]}
    assert detect(write(files)).source == source


def test_a_long_page_that_names_another_is_an_original(write: Write) -> None:
    files = {f"docs/nl/{name}.md": LONG for name in "abcd"}
    files |= {f"docs/en/{name}.md": LONG + AWAY.format(name) for name in "abcd"}
    assert detect(write(files)).source == "en"


@pytest.mark.parametrize(("count", "source"), [(12, "zh"), (11, "en")])
def test_four_times_as_many_pages_are_the_originals(count: int, source: str, write: Write, command: Command) -> None:
    names = "abcdefghijkl"[:count]
    write(pages(*(f"docs/en/{name}.md" for name in "abc"), *(f"docs/zh/{name}.md" for name in names)))
    said = command("init").out
    assert f"source {source} " in said
    assert ("zh has 12 pages, en 3: zh is taken for the source" in said) == (source == "zh")


def test_pages_under_names_of_their_own_say_nothing(write: Write) -> None:
    own = pages(*(f"docs/zh/own/{name}.md" for name in "opqrstuvwxyz"), "docs/zh/a.md")
    assert detect(write(own | pages(*(f"docs/en/{name}.md" for name in "abc")))).source == "en"


@pytest.mark.parametrize(("text", "source"), [(ZH, "zh"), (DE, "de"), (LONG, "en")])
def test_what_is_in_no_folder_beside_english_may_be_the_original(text: str, source: str, write: Write) -> None:
    files = {f"docs/{name}.md": text for name in "abcd"}
    files |= {f"{locale}/docs/{name}.md": LONG for locale in ("en", "fr", "ja") for name in "abcd"}
    config = detect(write(files))
    assert config.source == source
    assert config.locales == tuple(one for one in ("en", "fr", "ja") if one != source)


def test_a_folder_of_hugo_with_the_language_behind_its_name(write: Write) -> None:
    settings = "[languages.en]\ncontentDir = 'content'\n[languages.zh]\ncontentDir = 'content.zh'\n"
    config = detect(write({"hugo.toml": settings, **pages("content/a.md", "content.zh/a.md")}))
    assert (config.source, config.locales) == ("en", ("zh",))
    assert (config.pages, config.source_pages) == (("content.{locale}/{page}.md",), ("content/{page}.md",))


@pytest.mark.parametrize(("folder", "found"), [("_en", True), ("_fr", False)])
def test_folders_with_a_language_behind_a_name_that_none_has_alone(folder: str, found: bool, write: Write) -> None:
    write(pages(*(f"docs/pages{one}/{name}.md" for one in (folder, "_nl") for name in "abc")))
    if not found:
        with pytest.raises(SetupError):
            detect(write({}))
        return
    config = detect(write({}))
    assert (config.source, config.locales) == ("en", ("nl",))
    assert config.pages == ("docs/pages_{locale}/{page}.md",)


@pytest.mark.parametrize(("count", "text", "source"), [(8, ZH, "zh"), (7, ZH, ""), (8, LONG, "")])
def test_many_pages_with_an_english_one_beside_each(count: int, text: str, source: str, write: Write) -> None:
    names = [f"a{number}" for number in range(count)]
    files = {f"docs/{name}.md": text for name in names} | {f"docs/{name}_en.md": LONG for name in names}
    if not source:
        with pytest.raises(SetupError):
            detect(write(files))
        return
    config = detect(write(files))
    assert (config.source, config.locales, config.pages) == (source, ("en",), ("docs/{page}_{locale}.md",))


def test_a_site_of_hugo_without_the_folder_that_it_has_by_default(write: Write) -> None:
    settings = "".join(f"[languages.{one}]\ncontentDir = 'content.{one}'\n" for one in ("en", "he"))
    config = detect(write({"demo/hugo.toml": settings, **pages("demo/content.en/a.md", "demo/content.he/a.md")}))
    assert (config.source, config.locales) == ("en", ("he",))
    assert (config.pages, config.generator) == (("demo/content.{locale}/{page}.md",), "hugo")
