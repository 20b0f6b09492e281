"""What is claimed of a pair of blocks is a hint where nothing vouches for the pair: both sides of what does."""

from __future__ import annotations

import pytest
from tests.lexicon.language import lexicon_of
from tests.rules.test_examples import findings

from facingpages.align import Bead
from facingpages.read import read_page
from facingpages.rules.base import Pair
from facingpages.rules.doc import Example
from facingpages.rules.strangers import hold_others, share_little

THERE, HERE = "# A\n\nOf `k` and all of it.\n\n{}# B\n\nEnd.\n", "# A\n\nOm `k` och allt.\n\n{}# B\n\nSlut.\n"
CODE = "Run it:\n\n## X\n\nMore of it.\n\n```sh\n{}\n```\n\n"
PLAIN = "| Version | Month |\n|---|---|\n| x | y |\n\n"
TABLE = "| Release | Date | Core |\n|---|---|---|\n| 9.2 | May | a |\n\n## C\n\n" + PLAIN
WIDE = "| Version | Datum | K\u00e4rna |\n|---|---|---|\n"
NEW = "Nytt `z`.\n\nMer `y`.\n\nSist `x`.\n\n"
LINK = "See [page 12 of 345](https://a.example/saying-no/){}.\n\n"
OTHER = "Se [sidan 12 av 345](https://b.example/other/){}.\n\n"
SHOWN = '```py\nimport torch\npipe = Pipe.of("{}")\npipe.run({}, {})\n```\n\n'
MANY = "".join(f"Show it {n}:\n\n" + SHOWN.format(f"part-{n}", f"more_{n}", f"keep_{n}") for n in "1234")
ANEW = "".join(
    f"Visa {n}:\n\n" + SHOWN.format(f"del-{n}", f"fler_{n}", f"spar_{n}") + "Nytt.\n\nMer.\n\n" for n in "1234"
)
NEWER = "".join(f"| 3.{n}.2 | 2.{n}.13 |\n" for n in range(10, 24)) + "\n"
VERSIONS = "| Version | Runs |\n|---|---|\n{}"
OLDER = "".join(f"| 2.{n}.3 | 1.{n}.2 |\n" for n in range(30, 36)) + "\n"
ALONE = "Of the [new](n.md) gateway since v2.3, which is told in the [docs](d.md) of it and [more](m.md).\n\n"
PINS = {
    "text beside an anchor": (ALONE, '<a name="x"></a>\n\n', "link-missing", ["info"] * 3),
    "text beside text": (
        ALONE, "Om den nya som finns sedan l\u00e4nge och det som ber\u00e4ttas.\n\n", "link-missing", ["error"] * 3,
    ),
    "code of names that are in all": (MANY, ANEW, "code-block", ["info"] * 4),
    "by its place alone": (LINK.format(""), OTHER.format("") + NEW, "link-target", ["info"]),
    "a slip tells whose it is": (
        LINK.format(""), OTHER.format("").replace("b.example/other", "a.example/saying-n") + NEW, "link-target",
        ["error"],
    ),
    "by what both hold": (LINK.format(" or `up`"), OTHER.format(" eller `up`") + NEW, "link-target", ["error"]),
    "by names": (LINK.format(" of Riga Marathon"), OTHER.format(" om Riga Marathon") + NEW, "link-target", ["error"]),
    "nothing is left over": (LINK.format(""), OTHER.format(""), "link-target", ["error"]),
    "what is left over is too little": (LINK.format(""), OTHER.format("") + NEW[:11], "link-target", ["error"]),
    "cells of another table": (TABLE, WIDE + "\n", "table-cells", ["info"]),
    "cells of the only one": (PLAIN, WIDE + "| x | y |\n\n", "table-cells", ["error"]),
    "code of a section that was lost": (
        CODE.format("rpm -q chrony"), "K\u00f6r:\n\n```sh\ndnf list httpd\n```\n\n", "code-block", [],
    ),
    "underscores in a name of another table": (
        TABLE.replace("Month", "*Month*"), WIDE.replace("Datum", "a_long_name") + "\n", "emphasis-unclosed", [],
    ),
    "underscores for emphasis": (
        "| Name | Text |\n|---|---|\n| *much* of it | y |\n\n", "| Namn | Text |\n|---|---|\n| s_mycket_av | y |\n\n",
        "emphasis-unclosed", ["error"],
    ),
    "code that is much the same": (
        CODE.format("rpm -q chrony --all"), "K\u00f6r:\n\n```sh\nrpm -q chrony --any\n```\n\n", "code-block", ["error"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "target", "rule", "told"), PINS.values(), ids=PINS)
def test_a_pair_vouches_for_what_is_claimed_of_it(source: str, target: str, rule: str, told: list[str]) -> None:
    found = findings(Example(THERE.format(source), HERE.format(target)))
    assert [one.severity.value for one in found if one.rule == rule] == told


@pytest.mark.parametrize(
    ("target", "told"), [(OLDER, "info"), (NEWER[:88].replace(".13", ".7") + "\n", "error")], ids=["other", "same"]
)
def test_rows_are_a_pair_by_numbers_that_few_hold(target: str, told: str) -> None:
    found = findings(Example(THERE.format(VERSIONS.format(NEWER)), HERE.format(VERSIONS.format(target))))
    assert next(one.severity.value for one in found if one.rule == "literal-changed") == told


def test_what_was_lowered_is_told_as_another_block() -> None:
    """Nothing is silenced: where errors are lowered, one finding says that another block stands there."""
    found = findings(Example(THERE.format(TABLE), HERE.format(PINS["cells of another table"][1])))
    assert [one.severity.value for one in found if one.rule == "block-rewritten"] == ["warning"]


@pytest.mark.parametrize(("more", "told"), [("One.\n\nTwo.\n\nThree.\n\n", "info"), ("One.\n\nTwo.\n\n", "error")])
def test_what_stands_as_often_on_the_other_page_came_from_there(more: str, told: str) -> None:
    """A link of another paragraph of the source is no changed one, on a page of which enough was lost."""
    source = "See [one](https://a.example/one/) of `x`.\n\nGo to [two](https://a.example/two/) by `y`.\n\n"
    target = "Se [den](https://a.example/two/) av `x`.\n\nG\u00e5 dit med `y`.\n\n"
    found = findings(Example(THERE.format(source + more), HERE.format(target)))
    assert [one.severity.value for one in found if one.rule == "link-target"] == [told]


def evident(source: str, target: str, beads: str, at: int, taught: dict[str, str] | None = None) -> tuple[bool, bool]:
    """Whether something vouches for a bead but its place, and whether it is a pair, where two pages are paired so."""
    one, two = (read_page(text.encode(), path="a.md", dialect="mdx") for text in (source, target))
    aligned = [
        Bead(tuple(one.blocks[int(n)] for n in there if n), tuple(two.blocks[int(n)] for n in here if n), 1.0)
        for there, here in (bead.split("-") for bead in beads.split())
    ]
    pair = Pair(one, two, aligned, "sv", lexicon=lexicon_of(taught) if taught else None)
    return pair.vouches.is_evident(at), pair.vouches(aligned[at])


LONG = "Riga and Marathon lie where many other long words stand which none of them would share with that text.\n\n"
OURS = "Riga och Marathon ligger bland en rad andra ordalag som ingen annan delar h\u00e4r med den texten alls.\n\n"
WORDS = {"door": "d\u00f6rr", "house": "hus", "roof": "tak"}
EVIDENCE = {
    "two names of a short text": ("Riga and Marathon too.\n", "Riga och Marathon med.\n", "0-0", True),
    "one name": ("Riga and others too.\n", "Riga med andra.\n", "0-0", False),
    "two names that few blocks say, of a long text": (LONG, OURS, "0-0", True),
    "two names that many say": (LONG * 4, OURS * 4, "0-0 1-1 2-2 3-3", False),
}  # fmt: skip


@pytest.mark.parametrize(("source", "target", "beads", "told"), EVIDENCE.values(), ids=EVIDENCE)
def test_names_and_cognates_vouch(source: str, target: str, beads: str, told: bool) -> None:
    assert evident(source, target, beads, 0)[0] is told


SUBJECT = "".join(f"Chaos Mesh of `{n}`.\n\n" for n in ("one", "two", "three", "four", "five"))
OLD = "0-0 1- 2-2 3- 4-4 -1 -3 5- 6-5"  # two pages that differ at three places
ABOUT = {
    "what all is about": ("Debug Chaos Mesh with that tool.\n\n", "Sedan startar du Chaos Mesh.\n\n", OLD, False),
    "what only they name": ("Debug Delve Goland with that.\n\n", "Sedan startar du Delve Goland.\n\n", OLD, True),
    "what all is about, of a page that is up to date": (
        "Debug Chaos Mesh with that tool.\n\n", "Sedan startar du Chaos Mesh.\n\n", "0-0 1-1 2-2 3-3 4-4 5- 6-5", True,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lost", "instead", "beads", "told"), ABOUT.values(), ids=ABOUT)
def test_what_an_old_page_is_about_vouches_for_no_pair(lost: str, instead: str, beads: str, told: bool) -> None:
    at = len(beads.split()) - 1
    assert evident(SUBJECT + "More of it.\n\n" + lost, SUBJECT + instead, beads, at)[0] is told


def paired(source: str, target: str, score: float, *, moved: bool = False) -> Bead:
    one, two = (tuple(read_page(text.encode(), path="a.md").blocks) for text in (source, target))
    return Bead(one, two, score, moved)


HELD = {
    "other links, and less alike than any two": ("[make](m.md)\n", "[go](g.md) sedan dess\n", -0.4, True),
    "other links": ("[make](m.md)\n", "[go](g.md) sedan dess\n", 0.1, False),
    "no link in one": ("[make](m.md)\n", "go sedan dess\n", -0.4, False),
    "one link in both": ("[make](m.md)\n", "[go](m.md) sedan dess\n", -0.4, False),
    "code": ("```\nmake\n```\n", "```\ngo\n```\n", -0.4, False),
}


@pytest.mark.parametrize(("source", "target", "score", "told"), HELD.values(), ids=HELD)
def test_two_blocks_hold_other_things(source: str, target: str, score: float, told: bool) -> None:
    assert hold_others(paired(source, target, score)) is told


@pytest.mark.parametrize(("here", "told"), [("`a` `b` `c`", False), ("`a` `c`", True), ("a b", True)])
def test_what_was_moved_shares_little_where_it_holds_as_much_of_its_own(here: str, told: bool) -> None:
    assert share_little(paired("`a` `b`\n", here + "\n", 1.0, moved=True)) is told


def test_words_of_the_lexicon_vouch() -> None:
    assert evident("A door, a house.\n", "En d\u00f6rr, ett hus.\n", "0-0", 0, WORDS)[0]
    assert not evident("A door, a house.\n", "En d\u00f6rr, ett tak.\n", "0-0", 0, WORDS)[0]
    assert not evident("A door, a house.\n", "En d\u00f6rr, ett hus.\n", "0-0", 0)[0]


@pytest.mark.parametrize(("between", "told"), [(5, False), (8, True)])
def test_what_is_left_over_far_away_says_nothing(between: int, told: bool) -> None:
    """A pair by its place is doubted for what is left over within eight beads, not for what is farther away."""
    texts = "".join(f"{word} it is.\n\n" for word in "abcdefghijk"[: between + 1])
    source, target = texts + "x y z.\n\nq r s.\n\n", texts.replace("it is", "det") + "n m o.\n\n"
    pairs = " ".join(f"{at}-{at}" for at in range(between + 1))
    beads = f"{pairs} {between + 1}- {between + 2}- -{between + 1}"
    assert evident(source, target, beads, 0)[1] is told


@pytest.mark.parametrize(("ids", "told"), [(3, False), (2, True), (1, True)])
def test_ids_that_a_translation_lacks_make_no_other_headings_of_its_own(ids: int, told: bool) -> None:
    head = "## {}{}\n\nTake it with both hands.\n\nHere is more of it, if you like.\n\nAnd the end.\n\nOr not.\n\n"
    names = ("Paint the wall", "Sand the floor", "Clean the roof")
    source = "".join(head.format(f'<a name="x{at}"></a> ' * (at < ids), name) for at, name in enumerate(names))
    target = "".join(f"## {name}\n\nTa den.\n\n" for name in ("Måla väggen", "Slipa golvet", "Tvätta taket"))
    found = findings(Example(source, target))
    assert any(one.rule == "anchor-missing" for one in found)
    assert any(one.rule == "block-rewritten" for one in found) == told
