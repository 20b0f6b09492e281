"""Which files are pages, which of them belong together, and that nothing is left out in silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Command, Write

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.languages.codes import is_locale
from facingpages.listing import Listed
from facingpages.site import Site

TEXT = "# Credits\n"


def site_of(root: Path, *paths: str, **keys: object) -> Site:
    config = Config(root, pages=("docs/{locale}/{page}.md",))
    config = Config(**{**config._asdict(), **keys})
    return discover(config, [Listed(path, root / path) for path in paths])


def found(site: Site) -> set[tuple[str, str]]:
    return {(page.locale, page.name) for page in site.pages}


def test_names_are_the_same_in_all_locales(tmp_path: Path) -> None:
    site = site_of(tmp_path, "docs/en/a/b.md", "docs/lv/a/b.md", "docs/en/c.txt", "docs/index.md")
    assert found(site) == {("en", "a/b"), ("lv", "a/b")}
    assert site.locales == ("lv",)


def test_the_source_at_the_root_never_reaches_into_a_locale(tmp_path: Path) -> None:
    paths = ("docs/a.md", "docs/b/c.md", "docs/lv/a.md", "docs/lv/b/c.md", "docs/de/a.md", "docs/de/x.md")
    for locales, wanted in (((), ("de", "lv")), (("lv",), ("lv",))):
        site = site_of(tmp_path, *paths, source_pages=("docs/{page}.md",), locales=locales)
        assert site.source_names == {"a", "b/c"}
        assert tuple(site.locales) == wanted
        assert {locale for locale, _ in found(site)} == {"en", *wanted}


def test_suffixes(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, "docs/a.md", "docs/a.lv.md", "docs/v1.2.md", "docs/v1.2.pt-BR.md", "docs/b.en.md", "docs/b.lv.md",
        pages=("docs/{page}.{locale}.md",), source_pages=("docs/{page}.en.md", "docs/{page}.md"),
    )  # fmt: skip
    assert found(site) == {("en", "a"), ("lv", "a"), ("en", "v1.2"), ("pt-BR", "v1.2"), ("en", "b"), ("lv", "b")}


def test_two_suffixes_of_one_place_pair_up(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, "docs/en/a.md", "docs/lv/a.mdx", pages=("docs/{locale}/{page}.md", "docs/{locale}/{page}.mdx")
    )
    assert found(site) == {("en", "a"), ("lv", "a")}


def test_collections_with_the_same_names_are_kept_apart(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, "docs/index.md", "blog/index.md", "i18n/fr/docs/index.md", "i18n/fr/blog/index.md", "blog/new.md",
        pages=("i18n/{locale}/docs/{page}.md", "i18n/{locale}/blog/{page}.md"),
        source_pages=("docs/{page}.md", "blog/{page}.md"),
    )  # fmt: skip
    assert found(site) == {
        ("en", "index"), ("fr", "index"), ("en", "blog/index"), ("fr", "blog/index"), ("en", "blog/new"),
    }  # fmt: skip
    assert site.path_of("blog/new", "fr") == "i18n/fr/blog/new.md"


def test_one_page_in_two_formats_loses_none(tmp_path: Path) -> None:
    patterns = ("docs/{locale}/{page}.md", "docs/{locale}/{page}.mdx")
    paths = ("docs/en/a.md", "docs/en/a.mdx", "docs/lv/a.md", "docs/lv/a.mdx")
    site = site_of(tmp_path, *paths, pages=patterns)
    assert sorted(page.path for page in site.pages) == sorted(paths)
    assert {(page.name, page.locale) for page in site.pages if page.path.endswith("x")} == {
        ("a.mdx", "en"),
        ("a.mdx", "lv"),
    }


def test_pages_that_hold_their_source_have_one_each(tmp_path: Path) -> None:
    site = site_of(tmp_path, "docs/lv/a.md", "docs/sv/a.md", "docs/sv/b.md", embedded_source=True)
    assert {page.name: page.path for page in site.sources} == {"a": "docs/lv/a.md", "b": "docs/sv/b.md"}
    assert [page.path for page in site.translations("sv")] == ["docs/sv/a.md", "docs/sv/b.md"]


@pytest.mark.parametrize("name", ["lv", "pt-BR", "zh_CN", "sr-Latn-RS", "es-419", "EN", "fil"])
def test_names_of_locales(name: str) -> None:
    assert is_locale(name)


@pytest.mark.parametrize("name", ["api", "img", "kde", "docs", "xx", "e", "", "v1", "en/us", "pt-", "lv\n"])
def test_names_of_other_things(name: str) -> None:
    assert not is_locale(name)


@given(
    st.lists(st.sampled_from(["a", "b", "é", "x y", "#", "%41"]), min_size=1, max_size=3),
    st.sampled_from(["lv", "pt-BR"]),
)
def test_a_missing_page_is_expected_where_it_would_be_found(parts: list[str], locale: str) -> None:
    name = "/".join(parts)
    site = site_of(Path("x"), f"docs/en/{name}.md", f"docs/{locale}/other.md")
    again = site_of(Path("x"), f"docs/en/{name}.md", site.path_of(name, locale))
    assert (locale, name) in found(again)


def test_files_that_are_no_pages_of_their_own(write: Write, command: Command) -> None:
    root = write({f"docs/en/{name}.md": TEXT for name in "abcdef"} | {"docs/lv/a.md": TEXT})
    (root / "docs/lv/b.md").mkdir()
    (root / "docs/lv/c.md").symlink_to("nowhere.md")
    (root / "docs/lv/d.md").symlink_to("d.md")
    (root / "docs/lv/e.md").symlink_to("/dev/zero")
    os.mkfifo(root / "docs/lv/f.md")
    (root / "docs/lv/loop").symlink_to(root / "docs", target_is_directory=True)
    run = command("check", "--format", "json")
    assert run.code == 1
    unread = {path: rule for rule, path, _ in run.places}
    assert unread == {f"docs/lv/{name}.md": "page-unreadable" for name in "bcdef"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission(write: Write, command: Command) -> None:
    root = write({"docs/en/a.md": TEXT, "docs/lv/a.md": TEXT})
    (root / "docs/lv/a.md").chmod(0)
    run = command("check", "--format", "json")
    assert run.code == 1
    assert run.places == [("page-unreadable", "docs/lv/a.md", 1)]


def test_names_that_are_no_utf_8(write: Write, command: Command) -> None:
    root = write({"docs/en/a.md": TEXT, "docs/lv/a.md": TEXT})
    for locale in ("en", "lv"):
        Path(os.fsdecode(os.fsencode(root / "docs" / locale) + b"/b\xff.md")).write_text(TEXT)
    run = command("check", "--format", "json")
    assert run.code == 0
    assert run.report["locales"][0]["translated"] == 2


def test_names_with_everything_that_means_something(write: Write, command: Command) -> None:
    names = ["a#b", "a?b", "100%", "a\nb", "a b", "{page}", "{locale}", "--x", "x" * 200]
    write({f"docs/{locale}/{name}.md": TEXT for locale in ("en", "lv") for name in names})
    run = command("check", "--format", "json", "--output", "-")
    assert run.code == 0
    assert run.report["locales"][0]["translated"] == len(names)


def test_excluded_pages_are_counted(write: Write, command: Command) -> None:
    write({
        "docs/en/a.md": TEXT, "docs/lv/a.md": TEXT, "docs/en/drafts/b.md": TEXT, "docs/en/drafts/b.png": "",
        "facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\nexclude = ["docs/*/drafts/**"]\n',
    })  # fmt: skip
    run = command("check", "--format", "json")
    assert run.code == 0
    assert run.report["counts"]["skipped"] == 1
    assert "1 file excluded" in command("check").out


def test_pages_of_the_source_alone(write: Write, command: Command) -> None:
    write({
        "docs/en/a.md": TEXT, "docs/lv/a.md": TEXT, "docs/en/reference/b.md": TEXT, "docs/en/c.md": TEXT,
        "facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\nsource_only = ["reference/**"]\n',
    })  # fmt: skip
    assert command("check", "--format", "json").places == [("page-missing", "docs/lv/c.md", 1)]


def test_a_locale_in_another_spelling_is_the_same(tmp_path: Path) -> None:
    paths = ("docs/en/a.md", "docs/en/b.md", "docs/en/c.md", "docs/pt-BR/a.md", "docs/pt_br/b.md", "docs/pt/c.md")
    site = site_of(tmp_path, *paths, locales=("pt-BR",))
    assert found(site) == {("en", "a"), ("en", "b"), ("en", "c"), ("pt-BR", "a"), ("pt-BR", "b")}
    site = site_of(tmp_path, *paths, locales=("pt-BR", "pt_br"))
    assert {("pt-BR", "a"), ("pt_br", "b")} < found(site)
