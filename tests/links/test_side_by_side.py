"""Absolute addresses of a site whose languages lie side by side, told by a suffix of the file's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("/sv/shop/", ""),  # of this very language, though `content/shop.md` is the source's
        ("/shop/", "/sv/shop/"),
        ("/fi/shop/", "/sv/shop/"),
    ],
)
def test_an_address_below_a_locale_is_that_locales(target: str, hint: str, tmp_path: Path) -> None:
    for name in ("shop.md", "shop.sv.md", "shop.fi.md", "guide.md"):
        file = tmp_path / "content" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("Text.\n", encoding="utf-8")
    (tmp_path / "content" / "guide.sv.md").write_text(f"Se [butiken]({target}).\n", encoding="utf-8")
    (tmp_path / "config.toml").write_text('base_url = "https://shop.example"\n', encoding="utf-8")
    config = Config(
        tmp_path, "en", ("fi", "sv"), ("content/{page}.{locale}.md",), source_pages=("content/{page}.md",),
        dialect="hugo", generator="zola",
    )  # fmt: skip
    found = [one for one in check(discover(config), config) if one.place.path == "content/guide.sv.md"]
    assert [one.rule for one in found] == ["link-locale-better"] * bool(hint)
    assert all(f'"{hint}"' in one.text for one in found)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("../shop", []),  # below the locale's own folder, where the site publishes it
        ("../shop/#prices", []),
        ("shop.md", ["link-locale-better"]),  # that is a file's name
        ("../shops", ["link-dead"]),
    ],
)
def test_a_relative_address_stays_in_its_language(target: str, told: list[str], tmp_path: Path) -> None:
    for name in ("shop.md", "shop.sv.md", "guide.md"):
        file = tmp_path / "content" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("Text.\n\n## Prices\n", encoding="utf-8")
    (tmp_path / "content" / "guide.sv.md").write_text(f"Se [butiken]({target}).\n", encoding="utf-8")
    (tmp_path / "hugo.toml").write_text('defaultContentLanguage = "en"\n', encoding="utf-8")
    config = Config(
        tmp_path, "en", ("sv",), ("content/{page}.{locale}.md",), source_pages=("content/{page}.md",),
        dialect="hugo", generator="hugo",
    )  # fmt: skip
    found = [one for one in check(discover(config), config) if one.place.path == "content/guide.sv.md"]
    assert [one.rule for one in found] == told
