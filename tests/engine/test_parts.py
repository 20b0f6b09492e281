"""Parts of a site that were looked at apart give, joined, the bytes of one run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Command, Write

PAGES = {
    "facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\ndialect = "mkdocs"\n',
    **{f"docs/en/{at}.md": f"# T {{#t}}\n\nSelect **Save** `x{at}` 12 [n]({at + 1}.md#t).\n" for at in range(9)},
    **{f"docs/lv/{at}.md": f"# T {{#t}}\n\nIzvēlieties **Saglabāt** `x{at}` {at}.\n" for at in range(8)},
    **{f"docs/sv/{at}.md": f"# T {{#t}}\n\nVälj **Spara {at % 3}** `x` 12.\n" for at in range(9)},
    "docs/sv/bad.md": "---\ntitle: [\n---\n\n# A\n\n[x](gone.md)\n",
    "docs/lv/1.md": "# T {#t}\n\n<!-- facingpages: ignore number-changed why -->\n12 13\n",
}


@pytest.fixture
def parts(write: Write, command: Command) -> list[str]:
    """A small site in seven parts."""
    write(PAGES)
    names = [f"part-{number}.json" for number in range(1, 8)]
    for number, name in enumerate(names, 1):
        assert command("check", "--part", f"{number}/7", "--output", name, "--jobs", "1").code == 0
    return names


def test_joined_parts_are_one_run(parts: list[str], command: Command) -> None:
    for form in ("json", "text", "sarif"):
        plain = command("check", "--no-cache", "--format", form)
        assert plain.code == 1
        assert command("join", *parts, "--format", form) == plain
        assert command("join", *reversed(parts), "--format", form) == plain
        assert command("check", "--format", form, "--jobs", "2") == plain
    for told in (("--select", "number"), ("--locale", "sv"), ("--strict",)):
        assert command("join", *parts, *told) == command("check", *told)


def test_a_part_is_json_and_the_same_every_time(parts: list[str], command: Command, tmp_path: Path) -> None:
    content = (tmp_path / parts[2]).read_bytes()
    assert json.loads(content)["part"] == [3, 7]
    assert command("check", "--part", "3/7", "--output", "again.json", "--no-cache", "--jobs", "2").code == 0
    assert (tmp_path / "again.json").read_bytes() == content


def _edited(**keys: Any) -> Any:
    return lambda text: json.dumps({**json.loads(text), **keys})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _: "no json", "part-2.json is no part of a site"),
        (lambda _: "[" * 100_000, "part-2.json is no part of a site"),
        (lambda _: "{}", "part-2.json is no part of a site"),
        (_edited(version=99), "part-2.json is no part of a site"),
        (_edited(part=[0, 7]), "part-2.json is no part of a site"),
        (_edited(part=[1, 7]), "part-2.json and part-1.json are both part 1"),
        (_edited(part=[2, 8]), "part-2.json is one of 8 parts"),
        (_edited(base="00"), "part-2.json was made of another site"),
        (_edited(pages=[]), "part-2.json was made of other pages than these: docs/en/1.md, docs/lv/1.md, docs/sv/1.md"),
        (lambda text: text.replace('"findings"', '"found"'), "part-2.json was made of other pages"),
        (
            lambda text: text.replace('"error"', '"terror"').replace('"warning"', '"warn"'),
            "part-2.json was made of other pages",
        ),
    ],
)
def test_what_is_no_part_of_these_pages_is_refused(
    parts: list[str], command: Command, tmp_path: Path, change: Any, said: str
) -> None:
    file = tmp_path / parts[1]
    file.write_text(change(file.read_text("utf-8")), "utf-8")
    run = command("join", *parts)
    assert run.code == 2
    assert said in run.err
    assert run.out == ""


def test_parts_of_pages_that_changed_since_are_refused(parts: list[str], command: Command, write: Write) -> None:
    assert command("join", *parts[:6]).code == 2
    assert "there is no part 7 of 7" in command("join", *parts[:6]).err
    assert command("join", *parts, "gone.json").code == 2
    write({"docs/lv/3.md": "# T\n"})
    run = command("join", *parts)
    assert run.code == 2
    assert "part-4.json was made of other pages than these: docs/en/3.md" in run.err
    write({"docs/en/new.md": "# T\n"})
    assert "made of another site" in command("join", *parts).err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--part", "2"), "write it as 2/7"),
        (("--part", "8/7"), "write it as 2/7"),
        (("--part", "1/2"), "needs --output"),
        (("--part", "1/2", "--output", "x", "--select", "link"), "give --select to `facingpages join`"),
        (("--part", "1/2", "--output", "x", "--format", "json"), "give --format to `facingpages join`"),
        (("--part", "1/2", "--output", "x", "docs"), "give PATH to `facingpages join`"),
    ],
)
def test_what_a_part_cannot_be_asked(write: Write, command: Command, words: tuple[str, ...], said: str) -> None:
    write(PAGES)
    run = command("check", *words)
    assert run.code == 2
    assert said in run.err
