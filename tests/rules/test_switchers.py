"""A row of links to a page in other languages: each page has them to the others, not to itself."""

from __future__ import annotations

import json

from tests.conftest import Command, Write

CONFIG = """locales = ["nl", "sv"]
pages = ["texts/{locale}/{page}.md"]
source_pages = ["{page}.md"]
dialect = "commonmark"
"""
ROW = "{} • {} • {}\n\n# A\n\n{}\n"
ENGLISH = "[English](../../a.md)"


def told(command: Command, write: Write, text: str) -> list[str]:
    source = ROW.format("<b>English</b>", "[Nederlands](texts/nl/a.md)", "[Svenska](texts/sv/a.md)", "See [b](b.md).")
    write({
        "facingpages.toml": CONFIG,
        "a.md": source,
        "texts/sv/a.md": ROW.format(ENGLISH, "[Nederlands](../nl/a.md)", "<b>Svenska</b>", text),
        "texts/nl/a.md": ROW.format(ENGLISH, "<b>Nederlands</b>", "[Svenska](../sv/a.md)", "Zie [b](b.md)."),
        **dict.fromkeys(("b.md", "texts/sv/b.md", "texts/nl/b.md"), "# B\n"),
    })  # fmt: skip
    found = json.loads(command("check", "--no-cache", "--format", "json").out)["findings"]
    return [one["rule"] for one in found if one["severity"] != "info" and one["rule"].startswith("link")]


def test_its_own_entry_leads_nowhere(command: Command, write: Write) -> None:
    assert told(command, write, "Se [b](b.md).") == []


def test_another_link_is_missed(command: Command, write: Write) -> None:
    assert told(command, write, "Se b.") == ["link-missing"]
