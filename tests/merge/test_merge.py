"""A translation carried along when its source changes: what stays, what is edited, what is left to a person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facingpages.cli import main
from facingpages.merge import Merged, merge

SOURCE = """\
---
title: Credits
order: 3
---

# Credits

Open the [settings](/settings/) and choose `pay`. Then wait. It takes a minute.

- One thing costs 10.0.1 coins.
- Another thing is free.

| Name | Price |
|------|-------|
| Big  | much  |

```sh
pay --all
```

The end of the page.
"""
TRANSLATION = """\
---
title: Kredīti
order: 3
source_hash: abc
---

# Kredīti

Atveriet [iestatījumus](/settings/) un izvēlieties `pay`. Tad gaidiet. Tas ilgst minūti.

- Viena lieta maksā 10.0.1 monētas.
- Cita lieta ir bez maksas.

<!-- tulkotāja piezīme -->

| Nosaukums | Cena |
|------|-------|
| Liels  | daudz  |

```sh
pay --all
```

Lapas beigas.
"""


def merged(new: str, old: str = SOURCE, translation: str = TRANSLATION) -> Merged:
    return merge(old.encode(), translation.encode(), new.encode())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("/settings/", "/options/"), ("/settings/", "/options/")),
        (("`pay`", "`pay-now`"), ("`pay`", "`pay-now`")),
        (("10.0.1", "10.0.2"), ("10.0.1", "10.0.2")),
        (("pay --all\n", "pay --all --yes\n"), ("pay --all\n", "pay --all --yes\n")),
        (("order: 3", "order: 4"), ("order: 3", "order: 4")),
        (("- Another thing is free.\n", ""), ("- Cita lieta ir bez maksas.\n", "")),
        ((" Then wait.", ""), (" Tad gaidiet.", "")),
        (("The end of the page.", "The end, of the page."), ("", "")),
        (("choose `pay`. Then", "choose `pay`.\nThen"), ("", "")),
        (("[settings](/settings/)", "settings"), ("[iestatījumus](/settings/)", "iestatījumus")),
    ],
)  # fmt: skip
def test_what_takes_no_translator_is_changed(change: tuple[str, str], expected: tuple[str, str]) -> None:
    assert change[0] in SOURCE
    result = merged(SOURCE.replace(*change))
    assert result.text.decode() == TRANSLATION.replace(*expected)
    assert result.current


@pytest.mark.parametrize(
    "change",
    [("Another thing is free", "Another thing is dear"), ("| much  |", "| little |"), ("# Credits", "# Coins")],
)
def test_changed_words_stay_as_they_were_and_are_told(change: tuple[str, str]) -> None:
    new = SOURCE.replace(*change)
    result = merged(new)
    assert result.text.decode() == TRANSLATION
    pending = [block for block in result.blocks if block.words]
    line = 1 + new[: new.index(change[1])].count("\n")
    assert [block.source for block in pending] == [(line, line)]
    assert not result.current


def test_a_changed_sentence_leaves_its_neighbours_current() -> None:
    result = merged(SOURCE.replace("Then wait.", "Then go away."))
    assert result.left == 3


def test_new_text_comes_in_the_words_of_the_source() -> None:
    result = merged(SOURCE.replace("The end of", "Something new.\n\nThe end of"))
    assert result.text.decode() == TRANSLATION.replace("Lapas", "Something new.\n\nLapas")
    assert [block.words for block in result.blocks if block.state == "new"] == [2]


def test_what_the_translation_has_already_does_not_come_again() -> None:
    code = "```sh\npay --twice\n```\n\n"
    translation = TRANSLATION.replace("Lapas beigas", code + "Lapas beigas")
    result = merged(SOURCE.replace("The end of", code + "The end of"), translation=translation)
    assert result.text.decode() == translation
    assert result.current


def test_a_section_that_moves_takes_its_translation_along() -> None:
    part = "- One thing costs 10.0.1 coins.\n- Another thing is free.\n\n"
    own = "- Viena lieta maksā 10.0.1 monētas.\n- Cita lieta ir bez maksas.\n\n"
    result = merged(SOURCE.replace(part, "").replace("The end", part + "The end"))
    text = result.text.decode()
    assert own in text
    assert text.index("Viena lieta") > text.index("pay --all")
    assert result.current


def test_a_line_of_code_that_the_translator_changed_stays() -> None:
    translation = TRANSLATION.replace("pay --all\n", "maksāt --visu\n")
    result = merged(SOURCE.replace("pay --all\n", "pay --some\n"), translation=translation)
    assert result.text.decode() == translation
    assert not result.current


def test_a_page_that_cannot_be_read_is_left_as_it_came() -> None:
    translation = TRANSLATION.encode() + b"\xff"
    result = merge(SOURCE.encode(), translation, SOURCE.replace("10.0.1", "10.0.2").encode())
    assert result.withheld
    assert result.text == translation


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_and_mark_of_the_translation_stay(ends: str) -> None:
    translation = b"\xef\xbb\xbf" + TRANSLATION.replace("\n", ends).encode()
    result = merge(SOURCE.encode(), translation, SOURCE.replace("10.0.1", "10.0.2").encode())
    assert result.text == translation.replace(b"10.0.1", b"10.0.2")


BLOCKS = st.lists(
    st.sampled_from(
        ["# Title", "Some words here.", "- item", "1. step", "> quote", "```\ncode\n```", "[r]: y.md", "***",
         "| a | b |\n|---|---|\n| c | d |", "[link](x.md) and `code`.", "<div>html</div>", "    indented",
         "Other words. Two sentences."]
    ),
    max_size=8,
).map("\n\n".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(BLOCKS, BLOCKS, BLOCKS)
@example(  # two equal blocks stay and one goes
    "1. step\n\nSome words here.\n\n> quote\n\nSome words here.\n\nSome words here.",
    "Some words here.\n\n# Title",
    "- item\n\nSome words here.\n\nSome words here.\n\n# Title",
)
def test_nothing_changes_where_the_source_did_not(old: str, translation: str, new: str) -> None:
    one, own, two = old.encode(), translation.encode(), new.encode()
    assert merge(one, own, one).text == own
    result = merge(one, own, two)
    assert merge(two, result.text, two).text == result.text


@settings(max_examples=60, deadline=None)
@given(BLOCKS, BLOCKS)
def test_an_untranslated_copy_becomes_the_new_source(old: str, new: str) -> None:
    result = merge(old.encode(), old.encode(), new.encode())
    assert result.withheld or result.text.split() == new.encode().split()


def test_the_command_writes_the_page_and_nothing_else(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for name, text in (("old", SOURCE), ("own", TRANSLATION), ("new", SOURCE.replace("10.0.1", "10.0.2"))):
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    files = [str(tmp_path / f"{name}.md") for name in ("old", "own", "new")]
    assert main(["merge", *files]) == 0
    assert capfdbinary.readouterr().out == TRANSLATION.replace("10.0.1", "10.0.2").encode()
    (tmp_path / "new.md").write_text(SOURCE.replace("is free", "is dear"), "utf-8")
    assert main(["merge", *files, "--format", "json"]) == 1
    data = json.loads(capfdbinary.readouterr().out)
    assert list(data) == ["version", "current", "withheld", "text", "words", "blocks"]
    assert [block for block in data["blocks"] if block["words"]] == [
        {"state": "pending", "source": {"line": 11, "end_line": 11}, "old": {"line": 11, "end_line": 11},
         "target": {"line": 12, "end_line": 12}, "words": 4}
    ]  # fmt: skip
    assert main(["merge", files[0], files[1], str(tmp_path / "none.md")]) == 2
