"""Ids of which a reader gets only one: the branches of a template, the variants of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover

ONE, TWO = '<a id="x"></a>One.\n', '<a id="x"></a>Two.\n'
TIE = "\n{#if fw === 'pt'}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{TIE}\n{ONE}\n{{:else}}\n\n{TWO}\n{{/if}}\n", 0),
        (f"{{% if pt %}}\n\n{ONE}\n{{%- else -%}}\n\n{TWO}\n{{% endif %}}\n", 0),
        (f'::: zone pivot="a"\n\n{ONE}\n::: zone-end\n\n::: zone pivot="b"\n\n{TWO}\n::: zone-end\n', 0),
        (f'::: moniker range=">=1"\n\n{ONE}\n::: moniker-end\n::: moniker range="<1"\n\n{TWO}\n::: moniker-end\n', 0),
        (f"{TIE}\n{TIE}\nText.\n\n{{/if}}\n\n{ONE}\n{{:else}}\n\n{TWO}\n{{/if}}\n", 0),
        (f"{TIE}\n{ONE}\n{TWO}\n{{:else}}\n\nText.\n\n{{/if}}\n", 1),  # both in one branch
        (f"{TIE}\n{ONE}\n{{/if}}\n\n{TWO}\n", 1),  # one of them for all
        (f"{TIE}\n{ONE}\n{{/if}}\n{TIE}\n{TWO}\n{{/if}}\n", 1),  # two blocks that may both hold
        (f'::: zone pivot="a"\n\n{ONE}\n::: zone-end\n\n::: zone pivot="a"\n\n{TWO}\n::: zone-end\n', 1),
        (f"{ONE}\n{TWO}", 1),
        (f"{TIE}Text.\n{{/if}}\n{TIE}Text.\n{{/if}}\n", 0),  # the blocks themselves are no ids
        ("## One {#if .wide}\n\n## Two {#if}\n", 1),
    ],
)
def test_an_id_may_stand_once_in_each_branch(text: str, told: int, tmp_path: Path) -> None:
    for locale in ("en", "sv"):
        file = tmp_path / locale / "guide.md"
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
    config = Config(tmp_path, "en", ("sv",), ("{locale}/{page}.md",), dialect="commonmark", generator="hugo")
    found = [one for one in check(discover(config), config) if one.rule == "id-duplicate"]
    assert [one.place.path for one in found] == ["en/guide.md"] * told or len(found) == told * 2


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Hooks (#the-hooks)", 0),
        ("`use()` (#the-hooks)", 0),
        ("Hooks", 1),
        ("Hooks (the-hooks)", 1),
        ("Hooks (#the-hook)", 1),
    ],
)
def test_a_heading_may_say_its_id_in_parentheses(heading: str, told: int, tmp_path: Path) -> None:
    for locale in ("en", "sv"):
        (tmp_path / locale).mkdir()
        (tmp_path / locale / "guide.md").write_text(f"## {heading}\n\nText.\n", encoding="utf-8")
        text = "See [it](guide.md#the-hooks) and [text](guide.md).\n"
        (tmp_path / locale / "other.md").write_text(text, encoding="utf-8")
    config = Config(tmp_path, "en", ("sv",), ("{locale}/{page}.md",), dialect="commonmark", generator="plain")
    found = [one for one in check(discover(config), config) if one.rule == "anchor-dead"]
    assert [one.place.path for one in found] == ["en/other.md"] * told
