"""Broken targets planted in a real MkDocs site are found where they stand, what only looks broken is left alone.

The site is built, too, and the built HTML decides what is broken: a plant that works there has no place here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from tests.links.checked import check
from tests.links.planted import BROKEN, FIRST, LOOKALIKES, ON_BOTH_SIDES, Plant, built_site, write_site

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.finding import Finding

# Rules about what the built page shows no trace of: all links in it work.
UNSEEN = ("reference-", "footnote-undefined", "snippet-", "id-", "link-locale-", "link-source-only")
# Addresses that a build leaves alone and no checker of files can judge.
FOREIGN = ("mailto", "tel", "javascript", "data", "xref", "https", "http")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("planted")
    write_site(root)
    return root


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, list[Finding]]:
    config = Config(site, "en", ("lv",), ("docs/{locale}/{page}.md",), dialect="mkdocs")
    by_page: dict[str, list[Finding]] = {}
    for finding in check(discover(config), config):
        by_page.setdefault(finding.place.path, []).append(finding)
    return by_page


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(tmp_path_factory) / "site"


@pytest.mark.parametrize("plant", BROKEN, ids=[plant.name for plant in BROKEN])
def test_broken_is_found_at_its_line(plant: Plant, found: dict[str, list[Finding]]) -> None:
    told = [(finding.rule, finding.place.line) for finding in found.get(f"docs/lv/{plant.page}.md", [])]
    assert told == [(plant.rule, FIRST + plant.line)]


@pytest.mark.parametrize("plant", LOOKALIKES, ids=[plant.name for plant in LOOKALIKES])
def test_what_looks_broken_is_left_alone(plant: Plant, found: dict[str, list[Finding]]) -> None:
    assert [(finding.rule, finding.text) for finding in found.get(f"docs/lv/{plant.page}.md", [])] == []


def test_nothing_else_is_told_and_a_fault_of_both_sides_once(found: dict[str, list[Finding]]) -> None:
    planted = {f"docs/lv/{plant.page}.md" for plant in BROKEN}
    rest = [finding for path, findings in found.items() if path not in planted for finding in findings]
    assert [(finding.rule, finding.place.path) for finding in rest] == [
        ("link-dead", f"docs/en/{ON_BOTH_SIDES.page}.md")
    ]


@pytest.mark.parametrize("plant", BROKEN, ids=[plant.name for plant in BROKEN])
def test_built_page_is_broken(plant: Plant, built: Path) -> None:
    if plant.rule.startswith(UNSEEN):
        assert not list(dead(built, plant))
    else:
        assert list(dead(built, plant))


@pytest.mark.parametrize("plant", LOOKALIKES, ids=[plant.name for plant in LOOKALIKES])
def test_built_page_is_whole(plant: Plant, built: Path) -> None:
    if "template" not in plant.name and "shell" not in plant.name and "shortcode" not in plant.name:
        assert not list(dead(built, plant))


def dead(built: Path, plant: Plant) -> Iterator[str]:
    """Addresses in the text of a built page that lead nowhere, as a browser would follow them."""
    from selectolax.lexbor import LexborHTMLParser

    here = f"lv/{plant.page}/index.html"
    for node in LexborHTMLParser((built / here).read_bytes()).css("[role=main] *"):
        values = [node.attributes.get(name) for name in ("href", "src", "poster")]
        values += [part.split()[0] for part in (node.attributes.get("srcset") or "").split(",") if part]
        for value in filter(None, values):
            parts = urlsplit(value.replace("https://calls.example", ""))
            if parts.scheme in FOREIGN or parts.netloc:
                continue
            path = unquote(parts.path)
            target = (
                posixpath.normpath(posixpath.join("/", posixpath.dirname(here), path)).lstrip("/") if path else here
            )
            file = built / target
            file = file / "index.html" if file.is_dir() else file
            climbs = path.count("../") > here.count("/")
            if (
                climbs
                or parts.scheme
                or not file.is_file()
                or (path.endswith("/") and not file.match("*/index.html"))
                or (file.suffix == ".html" and not _has(file, unquote(parts.fragment).partition(":~:")[0]))
            ):
                yield value


def _has(file: Path, identifier: str) -> bool:
    from selectolax.lexbor import LexborHTMLParser

    if identifier in ("", "top"):
        return True
    nodes = LexborHTMLParser(file.read_bytes()).css("[id], a[name]")
    return any(identifier in (node.attributes.get("id"), node.attributes.get("name")) for node in nodes)
