"""What a link leads to that is no page of Markdown, or that a shortcode finds by a way of its own."""

from __future__ import annotations

import json

import pytest
from tests.conftest import Command, Write

HUGO = {"hugo.toml": 'baseURL = "https://x.example/"\n', "assets/shot.svg": "", "content/sv/a.md": "Text.\n"}
CONFIG = 'pages = ["docs/{locale}/{page}.md"]\nlocales = ["sv"]\n'


def told(command: Command) -> list[tuple[str, int]]:
    found = json.loads(command("check", "--no-cache", "--format", "json").out)["findings"]
    return [(one["rule"], one["line"]) for one in found if one["rule"] in ("link-dead", "image-dead")]


@pytest.mark.parametrize("suffix", ["ipynb", "rst", "adoc", "qmd"])
def test_a_page_of_another_kind_is_there(suffix: str, command: Command, write: Write) -> None:
    page = "# A\n\n[One](first)\n\n[Two](second)\n"
    files = {
        f"docs/{locale}/{name}": text
        for locale in ("en", "sv")
        for name, text in (("a.md", page), (f"first.{suffix}", ""))
    }
    write({"facingpages.toml": CONFIG, **files})
    assert told(command) == [("link-dead", 5)]


def test_a_shortcode_finds_what_lies_where_a_site_keeps_such(command: Command, write: Write) -> None:
    page = '# A\n\n{{< shot src="shot.svg" >}}\n\n{{< shot src="other.svg" >}}\n\n![A](shot.svg)\n'
    write({**HUGO, "content/en/a.md": page})
    assert told(command) == [("image-dead", 5), ("image-dead", 7)]


def test_a_shortcode_may_put_the_sites_folder_before_an_address(command: Command, write: Write) -> None:
    page = '# A\n\n{{< shot src="/shot.svg" >}}\n\n![A](/shot.svg)\n'
    site = {**HUGO, "hugo.toml": 'baseURL = "https://x.example/docs/"\n', "content/en/a.md": page}
    write({**site, "static/shot.svg": ""})
    found = json.loads(command("check", "--no-cache", "--format", "json").out)["findings"]
    assert [one["line"] for one in found if one["rule"] == "link-absolute"] == [5]


LINK = "# A\n\n{0}\n\n{1} And more is said of it here.\n"


@pytest.mark.parametrize(("target", "severity"), [("b_en.md", "info"), ("c_en.md", "error")])
def test_a_link_in_another_block_by_its_editions_name(
    target: str, severity: str, command: Command, write: Write
) -> None:
    config = 'source = "zh"\nlocales = ["en"]\npages = ["{page}_{locale}.md"]\nsource_pages = ["{page}.md"]\n'
    source = LINK.format("先看这里。", "如何安装请参考[安装说明](b.md)。")
    english = f"> See the [guide]({target}) first, please.\n\n" + LINK.format("Look here.", "How to install it.")
    files = {f"{name}{mark}.md": f"# {name}\n" for name in "bc" for mark in ("", "_en")}
    write({"facingpages.toml": config, "a.md": source, "a_en.md": english, **files})
    found = json.loads(command("check", "--no-cache", "--format", "json").out)["findings"]
    assert [one["severity"] for one in found if one["rule"] == "link-missing"] == [severity]
