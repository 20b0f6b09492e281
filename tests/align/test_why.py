"""Why blocks are paired, in words: what is the same, what the words say, what else stands near."""

from __future__ import annotations

import re

import pytest
from tests.conftest import Command, Write
from tests.lexicon.language import markdown, page, site

SOURCE = "# T\n\nOpen [a](x.md) with `run` 5 times.\n\nThen wait.\n\n```\nx\n```\n"
TARGET = "# T\n\nÖppna [a](x.md) med `run` 6 gånger.\n\nVänta sedan.\n"


def test_what_no_translator_changes_is_named(write: Write, command: Command) -> None:
    write({"en.md": SOURCE, "sv.md": TARGET})
    run = command("align", "en.md", "sv.md", "--why", "3")
    assert run.code == 0
    assert 'en.md:3 paragraph "Open a with … 5 times."\nsv.md:3 paragraph' in run.out
    assert "the same on both sides: code run, link x.md\n" in run.out
    assert "in the source only: number 5\n" in run.out
    assert "in the translation only: number 6\n" in run.out
    assert "Words say nothing: there is no site in this folder to learn them from" in run.out
    assert command("align", "en.md", "sv.md", "--why", "4").out == run.out
    lost = command("align", "en.md", "sv.md", "--why", "source:7").out
    assert "This has no counterpart in the translation." in lost


@pytest.mark.parametrize("line", ["0", "x", "-1", "other:3", "99999999999", "²"])
def test_what_is_no_line_is_refused(line: str, write: Write, command: Command) -> None:
    write({"en.md": SOURCE, "sv.md": TARGET})
    run = command("align", "en.md", "sv.md", "--why=" + line)
    assert run.code == 2
    assert "is no line" in run.err


def test_a_page_of_no_blocks_and_another_format(write: Write, command: Command) -> None:
    write({"en.md": SOURCE, "sv.md": "\n"})
    run = command("align", "en.md", "sv.md", "--why", "1")
    assert (run.code, "nothing begins at or before line 1 of sv.md" in run.err) == (2, True)
    assert command("align", "en.md", "sv.md", "--why", "source:1", "--format", "json").code == 2


def test_words_vouch_and_tell_what_changed_places(write: Write, command: Command) -> None:
    pytest.importorskip("numpy")
    files = site(64)
    source, target = page(7)
    target[2], target[3] = target[3], target[2]
    files["lv/7.md"] = markdown(target)
    lost = page(8)[1]
    files["lv/8.md"] = markdown([*lost[3:5], lost[0], lost[5]])
    write(files)
    run = command("align", "en/7.md", "lv/7.md", "--why", "7")
    assert "lv: words of 63 pages tell which blocks and links belong together" in run.out
    assert "together they speak against it" in run.out
    assert "these two changed places" in run.out
    first = source[2].split()[0].lower()
    assert f"{first} = " in run.out.partition("changed places")[2].lower()
    moved = command("align", "en/8.md", "lv/8.md").out
    assert "~ 7 paragraph" in moved
    assert command("align", "en/8.md", "lv/8.md", "--no-cache").out == moved
    assert "is no page of the site" in command("align", "lv/8.md", "facingpages.toml", "--why", "1").out


def test_what_stands_near_is_weighed_in_its_place(write: Write, command: Command) -> None:
    source = (
        "# T\n\nOpen [a](x.md) with `run` 5 times.\n\nThen wait.\n\n- One.\n- Two `x`.\n\n```\nx\n```\n\nEnd now.\n"
    )
    target = "# T\n\nÖppna [a](x.md) med `run` 6 gånger.\n\nVänta sedan.\n\n- Två `x`.\n\nSlutet.\n"
    write({"en.md": source, "sv.md": target})
    assert _asked(command, "7") == [
        'en.md:8 item "Two …."',
        'sv.md:7 item "Två …."',
        "These are taken for a block and its translation.",
        "What no translator changes:",
        "  the same on both sides: code x",
        "What they look like:",
        "  both of the kind item, 6 and 6 characters long",
        "  number 5 of 7 and 4 of 5",
        "What else stands near, and how well it fits (these: #):",
        '  # sv.md:9 paragraph "Slutet."',
        '  # sv.md:5 paragraph "Vänta sedan."',
    ]
    assert _asked(command, "1")[3:9] == [
        "What no translator changes:",
        "  neither holds any link, picture, code or number",
        "What they look like:",
        "  both of the kind heading, 1 and 1 characters long",
        "  number 1 of 7 and 1 of 5",
        "  both say the same, letter by letter",
    ]
    assert _asked(command, "source:7") == [
        'en.md:7 item "One."',
        "This has no counterpart in the translation.",
        "What else stands near, and how well it fits:",
        '  # sv.md:7 item "Två …."',
        '  # sv.md:9 paragraph "Slutet."',
    ]


def _asked(command: Command, line: str) -> list[str]:
    """The answer, with a sign in place of how well things fit, which `worth.json` has."""
    lines = command("align", "en.md", "sv.md", "--why", line).out.splitlines()
    return [re.sub(r"-?\d+\.\d\d", "#", one) for one in lines if not one.startswith("Words say nothing")]
