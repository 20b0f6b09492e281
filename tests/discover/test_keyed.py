"""Pages under names of their own, which a key of the front matter pairs."""

from __future__ import annotations

import pytest
from tests.conftest import Write

from facingpages.config import Config
from facingpages.discover import discover

PATTERN = ("content/{locale}/{page}.md",)


def names(write: Write, files: dict[str, str]) -> list[tuple[str, str]]:
    """The path and the name of every page of a target locale."""
    site = discover(Config(write(files), pages=PATTERN))
    return [(page.path, page.name) for page in site.pages if page.locale != "en"]


def page(key: str, value: str, mark: str = "---", sign: str = ": ") -> str:
    return f"{mark}\ntitle{sign}x\n{key}{sign}{value}\n{mark}\n\nText.\n"


@pytest.mark.parametrize("key", ["translationKey", "lang-ref", "lang_ref", "ref", "page_id", "permalink"])
def test_a_key_pairs_pages_of_other_names(key: str, write: Write) -> None:
    files = {"content/en/about.md": page(key, "who"), "content/fr/a-propos.md": page(key, '"who"')}
    assert names(write, files) == [("content/fr/a-propos.md", "about")]


def test_also_in_toml(write: Write) -> None:
    files = {
        "content/en/about.md": page("translationKey", '"who"', "+++", " = "),
        "content/fr/a-propos.md": page("translationKey", "'who'", "+++", " = "),
    }
    assert names(write, files) == [("content/fr/a-propos.md", "about")]


def test_another_key_pairs_nothing(write: Write) -> None:
    files = {"content/en/about.md": page("author", "who"), "content/fr/a-propos.md": page("author", "who")}
    assert names(write, files) == [("content/fr/a-propos.md", "a-propos")]


def test_a_key_that_two_pages_of_the_source_have_pairs_nothing(write: Write) -> None:
    files = {f"content/en/{name}.md": page("ref", "who") for name in ("about", "us")}
    assert names(write, {**files, "content/fr/nous.md": page("ref", "who")}) == [("content/fr/nous.md", "nous")]


def test_what_the_path_pairs_stays(write: Write) -> None:
    files = {
        "content/en/about.md": page("ref", "who"),
        "content/fr/about.md": page("ref", "where"),
        "content/fr/nous.md": page("ref", "who"),
    }
    assert names(write, files) == [("content/fr/about.md", "about"), ("content/fr/nous.md", "nous")]
