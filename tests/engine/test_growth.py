"""Whatever a stranger writes a thousand times into one paragraph is looked at in a moment, and told as before."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.bench.growth import SHAPES, seconds
from tests.conftest import Command, Write

from facingpages.rules.matching import NEAR, matched
from facingpages.rules.quoted import outside_links

MOMENT = 4.0  # seconds of one processor: comparing each with each takes ten times that
PARAGRAPHS = [shape for shape, (_, _, _, between) in SHAPES.items() if "\n" not in between]


@pytest.mark.parametrize("shape", PARAGRAPHS)
def test_a_long_paragraph_takes_a_moment(shape: str) -> None:
    number = 6000 if shape == "tags and code" else 1500  # a step of what asks each code of each tag is a short one
    assert seconds(shape, number) < MOMENT


def test_things_that_share_a_key_are_matched_in_order_and_the_rest_keeps_its_order() -> None:
    one, two = ([SimpleNamespace(key=key, at=at) for at, key in enumerate(keys)] for keys in ("abacd", "caaae"))
    pairs, left, extra = matched(one, two, lambda item: item.key)
    assert [(a.at, b.at) for a, b in pairs] == [(3, 0), (0, 1), (2, 2)]
    assert [item.at for item in left] == [1, 4]
    assert [item.at for item in extra] == [3, 4]


@pytest.mark.parametrize("number", [3, NEAR, NEAR + 1, 3 * NEAR])
def test_each_of_many_changed_things_is_told_once(write: Write, command: Command, number: int) -> None:
    def page(sign: str) -> str:
        codes = " ".join(f"`{sign}{at}`" for at in range(number))
        return f"# T\n\n{codes}\n\n" + " ".join(f"[t](https://e.org/{sign}{at})" for at in range(number)) + "\n"

    write({"facingpages.toml": 'pages = ["{locale}/{page}.md"]\n', "en/a.md": page("x"), "sv/a.md": page("y")})
    findings = command("check", "--no-cache", "--format", "json", "--select", "code-span", "--select", "link").report
    told = [(one["rule"], one["line"], one["column"]) for one in findings["findings"]]
    assert len(told) == len(set(told)) == 2 * number


def test_codes_that_were_written_as_one_are_no_loss(write: Write, command: Command) -> None:
    config = 'pages = ["{locale}/{page}.md"]\n'
    write(
        {"facingpages.toml": config, "en/a.md": "# T\n\nUse `git` and `--all`.\n", "sv/a.md": "# T\n\n`git --all`.\n"}
    )
    assert command("check", "--select", "code-span", "--format", "json").report["findings"] == []
    write({"sv/a.md": "# T\n\nAnvänd `gitk --allx`.\n"})
    assert len(command("check", "--select", "code-span", "--format", "json").report["findings"]) == 2


@pytest.mark.parametrize("number", [3, 3 * NEAR])
def test_texts_of_many_links_are_left_out_as_those_of_few(number: int) -> None:
    names = [f"n{at % 7}" if at % 3 else f"m{at}." for at in range(number)]
    text = " - ".join([*reversed(names), "n1 n1"])
    wanted = text
    for name in names:
        wanted = wanted.replace(name, " ", 1)
    block: Any = SimpleNamespace(text=text, links=[SimpleNamespace(text=name) for name in names])
    assert outside_links(block) == wanted
