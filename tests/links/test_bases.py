"""From where a site's links count is learnt of its source's pages, where that explains what would else lead nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Command, Write
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover

NAMES = "abcde"
CONFIG = 'source = "en"\nlocales = ["sv"]\npages = ["docs/{locale}/{page}.md"]\ndialect = "commonmark"\n'


def site() -> dict[str, str]:
    """Pages of which each leads to another by its path from the folder of all."""
    found = {"facingpages.toml": CONFIG}
    for at, name in enumerate(NAMES):
        for locale in ("en", "sv"):
            found[f"docs/{locale}/part/{name}.md"] = f"# {name}\n\n[it](part/{NAMES[at - 1]}.md)\n"
    return found


def dead(command: Command, *args: str) -> list[tuple[str, str]]:
    told = json.loads(command("check", "--no-cache", "--format", "json", *args).out)["findings"]
    return sorted((one["path"], one["severity"]) for one in told if one["rule"] == "link-dead")


def test_what_another_folder_explains_is_a_hint(write: Write, command: Command) -> None:
    write(site())
    assert {severity for _, severity in dead(command)} == {"info"}
    write({"docs/en/part/f.md": "# f\n\n[it](part/gone.md)\n"})
    assert [one for one in dead(command) if one[1] == "error"] == [("docs/en/part/f.md", "error")]


def test_a_translation_put_one_folder_deeper_is_broken(write: Write, command: Command) -> None:
    pages = {name: text.replace("part/", "./") if "/en/" in name else text for name, text in site().items()}
    write(pages)
    assert dead(command) == [(f"docs/sv/part/{name}.md", "error") for name in NAMES]


def test_four_may_be_slips(write: Write, command: Command) -> None:
    pages = site()
    pages["docs/en/part/e.md"] = "# e\n"
    write(pages)
    assert {severity for path, severity in dead(command) if "/en/" in path} == {"error"}


def test_what_no_folder_explains_is_dead(write: Write, command: Command) -> None:
    write({name: text.replace("(part/", "(gone/") for name, text in site().items()})
    assert {severity for _, severity in dead(command)} == {"error"}


def test_one_page_says_what_the_whole_site_says_of_it(write: Write, command: Command) -> None:
    write({**site(), "docs/sv/part/f.md": "# f\n\n[it](part/a.md) [no](part/gone.md)\n", "docs/en/part/f.md": "# f\n"})
    path = "docs/sv/part/f.md"
    assert dead(command, path) == [one for one in dead(command) if one[0] == path] == [(path, "error"), (path, "info")]


@pytest.mark.parametrize("index", [True, False])
def test_a_docsify_site_for_each_language_counts_from_there(index: bool, tmp_path: Path) -> None:
    pages = {"docs/index.html": "", "docs/en/part/a.md": "# A\n", "docs/sv/part/a.md": "# A\n\n[b](part/b.md)\n"}
    pages["docs/sv/part/b.md"] = pages["docs/en/part/b.md"] = "# B\n"
    if index:
        pages["docs/sv/index.html"] = "docsify"
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    config = Config(tmp_path, "en", ("sv",), ("docs/{locale}/{page}.md",), generator="docsify")
    found = [one.rule for one in check(discover(config), config)]
    assert found == ([] if index else ["link-dead"])


@pytest.mark.parametrize(("target", "told"), [("parts", []), ("gone-by", ["link-dead"])])
def test_a_page_named_by_its_folder_is_found_in_its_language(target: str, told: list[str], tmp_path: Path) -> None:
    for name in ("use", "parts"):
        for ending in ("md", "sv.md"):
            file = tmp_path / f"content/docs/{name}/index.{ending}"
            file.parent.mkdir(parents=True, exist_ok=True)
            text = f'# A\n\n[it]({{{{< ref "{target}" >}}}})\n' if name == "use" and ending == "sv.md" else "# A\n"
            file.write_text(text, encoding="utf-8")
    (tmp_path / "content/docs/gone-by").mkdir()
    (tmp_path / "content/docs/gone-by/index.md").write_text("# Only here\n", encoding="utf-8")
    config = Config(
        tmp_path, "en", ("sv",), ("content/{page}.{locale}.md",), source_pages=("content/{page}.md",),
        dialect="hugo", generator="hugo",
    )  # fmt: skip
    assert [
        one.rule for one in check(discover(config), config) if one.locale == "sv" and "page" not in one.rule
    ] == told
