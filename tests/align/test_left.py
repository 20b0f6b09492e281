"""What is paired though it stands in another order, was run together or was made anew; and what is not."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.align import align
from facingpages.align.features import keys
from facingpages.align.introduced import announced
from facingpages.align.left import Found, absorbed, faced
from facingpages.align.retold import unlike
from facingpages.document import Block
from facingpages.read import read_page


def pairs(source: str, target: str) -> list[tuple[str, str]]:
    """The first lines of what was paired with what."""
    one, other = (read_page(text.encode(), path="a.md", dialect="commonmark") for text in (source, target))
    return [
        ("+".join(block.text[:5] for block in bead.source), "+".join(block.text[:5] for block in bead.target))
        for bead in align(one, other)
        if bead.target[:1] and bead.source[:1] and bead.source[0].kind != "heading"
    ]


def test_a_bullet_goes_with_its_targets_not_its_place() -> None:
    source = "- One [1](p/1) [a](u/a)\n- Two [2](p/2) [b](u/b)\n- Three [3](p/3) [c](u/c)\n"
    target = "- Tre [3](p/3) [c](u/c)\n- Ett [1](p/1) [a](u/a)\n- Två [2](p/2) [b](u/b)\n"
    assert pairs(source, target) == [("One 1", "Ett 1"), ("Two 2", "Två 2"), ("Three", "Tre 3")]


def test_a_paragraph_between_the_same_neighbours_was_made_anew() -> None:
    source = "# A\n\nBuy `x` now.\n\nThe file is `fr_FR`, 12.\n\nSee [a](a.md).\n"
    target = "# A\n\nKöp `x` nu.\n\nFilen heter `sv_SE`, 13.\n\nSe [a](a.md).\n"
    assert ("The f", "Filen") in pairs(source, target)


def test_a_paragraph_far_longer_is_another() -> None:
    source = "# A\n\nBuy `x` now.\n\nThe file is `fr_FR`, 12.\n\nSee [a](a.md).\n"
    target = f"# A\n\nKöp `x` nu.\n\nNy text `q` 99. {'Och mer därtill. ' * 20}\n\nSe [a](a.md).\n"
    assert not any(one == "The f" for one, _ in pairs(source, target))


def test_an_item_goes_where_the_items_within_it_went() -> None:
    image = "- Image\n  - New `one` [1](p/1) [a](u/a)\n  - Then `two` [2](p/2) [b](u/b)\n"
    theme = "- Theme\n  - Old `red` [3](p/3) [c](u/c)\n  - Now `big` [4](p/4) [d](u/d)\n"
    moved = "- Tema\n  - Gamla `red` [3](p/3) [c](u/c)\n  - Nu `big` [4](p/4) [d](u/d)\n"
    moved += "- Bild\n  - Nya `one` [1](p/1) [a](u/a)\n  - Sedan `two` [2](p/2) [b](u/b)\n"
    assert pairs(image + theme, moved)[::3] == [("Image", "Bild"), ("Theme", "Tema")]
    lost = moved.replace("- Bild\n  - Nya", "  - Nya")  # its items are within the other now
    assert ("Theme", "Tema") in pairs(image + theme, lost)
    assert not any(one == "Image" for one, _ in pairs(image + theme, lost))


def test_blocks_stand_under_their_own_heading_not_under_one_that_is_left_over() -> None:
    first, second = (f"\n```\nimport net\n\nok = net.{name}('0')\n```\n" for name in ("is_first", "is_last"))
    first = f"## is_first\n\nWhether `ip` is the first of all the ones that are known to anyone.\n{first}"
    source = f"# T\n\n{first}\n## is_last\n\nSays if `ip` is last.\n{second}"
    target = "# T\n\n## is_first\n\nOm `ip` är den första.\n\n```\nimport net\n\nisi = net.is_first('0')\n```\n"
    assert pairs(source, target)[0] == ("Wheth", "Om \ufffc ")
    lost = f"{target}\nSer efter om `ip` är den sista.\n{second}"  # of the second section, the heading is
    assert [one for one, _ in pairs(source, lost)] == ["Wheth", "impor", "Says ", "impor"]


def test_a_bullet_that_is_missing_is_not_part_of_the_next() -> None:
    source = "- One [a](p#1)\n- Two [b](p#2)\n- Three [c](p#3)\n"
    target = "- Ett [a](p#1)\n- Tre [c](p#3)\n"
    assert len(pairs(source, target)) == 2
    assert all("+" not in one for one, _ in pairs(source, target))


def test_a_paragraph_that_is_lost_is_not_part_of_one_that_holds_the_same_and_is_no_longer_than_its_own() -> None:
    first, second = "Set `x` in the file of the site that you build", "Then `x` is what every page of it says at once"
    source = f"# A\n\n{first}.\n\n{second}.\n\n```\nmake\n```\n"
    code = "\n\n```\nmake\n```\n"
    lost = "# A\n\nSätt `x` i filen för den plats som du bygger."
    both = "# A\n\nSätt `x` i filen för den plats som du bygger, så är `x` vad varje sida där säger med en gång."
    assert [one.count("+") for one, _ in pairs(source, lost + code)] == [0, 0]
    assert [one.count("+") for one, _ in pairs(source, both + code)] == [1, 0]


def test_a_row_goes_with_its_name() -> None:
    head = "| Key | Meaning |\n| --- | --- |\n"
    source = head + "| `alpha_one` | First |\n| `beta_two` | Next |\n| `gamma_three` | Last |\n"
    target = head + "| beta_two | Nästa |\n| gamma_three | Sista |\n| delta_four | Ny |\n"
    found = pairs(source, target)
    assert [(one, other) for one, other in found if "Next" in one or "Last" in one] == []  # the code is cut out
    assert [other for _, other in found] == ["Key\tM", "beta_", "gamma"]


def test_a_row_whose_name_was_mistyped_is_still_that_row() -> None:
    head = "| Key | Meaning |\n| --- | --- |\n"
    source = head + "| `alpha_one` | First |\n| `beta_two` | Next |\n"
    target = head + "| `alpha_one` | Första |\n| `beta_tow` | Nästa |\n"
    assert len(pairs(source, target)) == 3


def test_strangers_beside_what_is_left_over_are_no_pair() -> None:
    lost = "Call the whole thing and then run it, as the guide says.\n\n```\nmake\n```\n\n"
    source = f"# A\n\nBuy `x` now.\n\n{lost}See [a](a.md).\n"
    target = "# A\n\nKöp `x` nu.\n\nKort `q`.\n\nSe [a](a.md).\n"
    assert ("Call ", "Kort ") not in pairs(source, target)


def test_strangers_that_nothing_else_can_be_meant_by_are_a_pair() -> None:
    source = "# A\n\nBuy `x` now.\n\nCall the whole thing and then run it, as the guide says.\n\nSee [a](a.md).\n"
    target = "# A\n\nKöp `x` nu.\n\nKort `q` text.\n\nSe [a](a.md).\n"
    assert ("Call ", "Kort ") in pairs(source, target)


def test_an_address_is_one_with_or_without_https() -> None:
    source = "# A\n\n## One\n\nOne word [x](https://www.x.example/a).\n\n## About\n\nBy [y](https://y.example/b).\n"
    target = "# A\n\n## Om\n\nAv [y](http://y.example/b). Och mer text som bara står här, om oss och er.\n"
    assert ("By y.", "Av y.") in pairs(source, target)


def test_headings_of_one_level_are_a_pair_beside_what_is_left_over() -> None:
    source = "## A\n\nBuy `x`.\n\nTwo.\n\n## Shrink it all as the guide of this year says\n\nCall `y`.\n"
    one, other = (
        read_page(text.encode(), path="a.md", dialect="commonmark")
        for text in (source, "## A\n\nKöp `x`.\n\n## 缩 `q`\n\nAnropa `y`.\n")
    )
    found = [(bead.source[0].index, bead.target[0].index) for bead in align(one, other) if bead.target and bead.source]
    assert found == [(0, 0), (1, 1), (3, 2), (4, 3)]


def test_an_id_is_that_which_generators_make_of_the_other_heading_s_words() -> None:
    source = "# A\n\n## Set up\n\nOne `x`.\n\n## Install it\n\nTwo.\n\n## Root's permissions\n\nIt asks for more.\n"
    for own, found in (("roots-permissions", True), ("rights", False)):
        target = f"# A\n\n## 設定 {{#set-up}}\n\n一 `x`。\n\n## 権限 {{#{own}}}\n\n`y` を [要](y.md) 求める。\n"
        one, other = (read_page(text.encode(), path="a.md", dialect="hugo") for text in (source, target))
        heads = [
            (bead.source[0].text, bead.target[0].text.strip())
            for bead in align(one, other)
            if bead.source and bead.target
        ]
        assert (("Root's permissions", "権限") in heads) is found


def test_a_number_is_one_in_the_digits_of_any_language() -> None:
    source = "# A\n\nUse `x`.\n\nNo, 255 letters are a few too many for most of us here.\n\nEnd `y`.\n\nMore of it.\n"
    target = "# A\n\n`x` را.\n\nخیر، ۲۵۵ نویسه.\n\n`y` پایان.\n"
    assert ("No, 2", "خیر، ") in pairs(source, target)


def test_what_was_rendered_by_the_words_for_its_neighbour_stands_for_it() -> None:
    source = "- the env var here\n- the environment variable\n- the last `one`, which is far longer than any of these\n"
    target = "- miljövariabeln\n- miljövariabeln\n- den sista, `one`\n"
    assert pairs(source, target) == [("the e", "miljö"), ("the e", "miljö"), ("the l", "den s")]
    twice = "- miljövariabeln\n- miljövariabeln\n- en miljövariabel till\n- den sista, `one`\n"
    assert pairs(source, twice) == [("the e", "miljö"), ("the e", "en mi"), ("the l", "den s")]


def test_a_row_between_the_same_neighbours_is_the_same_row_however_much_it_says_unless_it_is_of_another_thing() -> None:
    rows = ("Name | The name", "{} | {}", "Vendor | The firm that sells it")
    end = "\n\nText `x`.\n"
    long = "Anger var avtalet befinner sig just nu, och om det kan redigeras: utkast, bekräftat, stängt, avbrutet. "

    def table(more: str, first: str, second: str) -> str:
        head = f"| Field | Meaning |{more}\n| --- | --- |{more and ' --- |'}\n"
        return head + "".join(f"| {row} |{more}\n" for row in rows).format(first, second) + end

    found = pairs(table("", "Why", "Reason"), table(" So |", "Beskrivning av status", f"**{long}** {long * 9}"))
    assert ("Why\tR", "Beskr") in found
    found = pairs(table("", "why_not", "Reason"), table(" So |", "be_status", f"**{long}** {long * 9}"))
    assert not any(one == "why_n" for one, _ in found)


def test_a_directive_is_known_by_its_name_not_by_its_bracket() -> None:
    """The include was lost; the box that is new there is none."""
    source = "{{% include a.md %}}\n\n## Use `x`\n\nSee [a](a.md).\n\nBuy `y`.\n"
    target = "## Använd `x`\n\nSe [a](a.md).\n\n{{% box %}}\n\nKöp `y`.\n"
    same = target.replace("box", "include a.md")
    one, *others = (read_page(text.encode(), path="a.md", dialect="hugo") for text in (source, target, same))
    found = [[b.source[0].start for b in align(one, other) if b.source and b.target] for other in others]
    assert 0 not in found[0]
    assert 0 in found[1]


STEPS = ["Click Close.", "Select `x`.", "Click Close.", "Send the message.", "Click Close.", "Do `y`."]
HERE = ["Klicka på Stäng.", "Välj `x`.", "Klicka på Stäng.", "Skicka brevet.", "Klicka på Stäng.", "Gör `y`."]


def test_of_steps_that_read_the_same_those_beside_one_that_is_lost_are_no_paste_and_none_gives_way_to_another() -> None:
    source = "".join(f"1. {step}\n" for step in STEPS)
    for lost in range(len(STEPS)):
        target = "".join(f"1. {step}\n" for at, step in enumerate(HERE) if at != lost)
        one, other = (read_page(text.encode(), path="a.md") for text in (source, target))
        alone = [bead.source[0].index for bead in align(one, other) if not bead.target]
        back = [bead.target[0].index for bead in align(other, one) if not bead.source]
        assert alone == back == [lost]


def test_what_is_said_again_is_a_paste_where_nothing_is_said_as_often_there() -> None:
    source = "# T\n\nBuy credits first.\n\nAsk your partner.\n\nPay them.\n"
    target = "# T\n\nKöp krediter först.\n\nKöp krediter först.\n\nFråga din partner.\n\nBetala dem.\n"
    assert [other for _, other in pairs(source, target)] == ["Köp k", "Fråga", "Betal"]


def test_a_text_that_two_boxes_hold_was_not_pasted_twice() -> None:
    source = "# A\n\n> Some text\n\n```\nmake\n```\n\n> Some text\n\nUntil `b`.\n"
    target = "# A\n\n> Algo de texto\n\n> Algo de texto\n\nHasta `b`.\n"
    assert pairs(source, target)[:2] == [("Some ", "Algo "), ("Some ", "Algo ")]


def test_what_stands_in_an_item_was_run_together_with_it_if_all_it_holds_is_there() -> None:
    source = "- A faster `call`. [#14](u/14)\n\n  By `bench` it is twice as fast. [#10](u/10)\n\n- Then [#15](u/15)\n"
    target = "- Snabbare `call`. [#14](u/14)\n{}- Sedan [#15](u/15)\n"
    for more, run in (("  Med `bench` är det dubbelt så snabbt. [#10](u/10)\n", 2), ("", 1)):
        one, other = (
            read_page(text.encode(), path="a.md", dialect="commonmark") for text in (source, target.format(more))
        )
        first, second, third = one.blocks
        left: list[Found] = [
            ((first,), (other.blocks[0],), 1.0, False), ((second,), (), 0.0, False),
            ((third,), (other.blocks[1],), 1.0, False),
        ]  # fmt: skip
        found = absorbed(left, 1.0, (None, None))
        assert [len(item[0]) for item in found if item[1]] == [run, 1]


def test_a_row_between_the_same_neighbours_is_the_same_row_whatever_version_the_table_is_of() -> None:
    """Numbers tell two rows apart only where those beside them have kept theirs."""

    def found(first: str, second: str) -> bool:
        """Whether the row in the middle finds its counterpart, where all others are pairs."""
        sides = []
        for names, versions in (
            (("Norway", "Alps", "Spain"), "555"),
            (("Norge", "Bergen", "Spanien"), (first, second, first)),
        ):
            rows = "".join(f"| {name} | {number} |\n" for name, number in zip(names, versions, strict=True))
            text = f"| A | B |\n| --- | --- |\n{rows}"
            sides.append(read_page(text.encode(), path="a.md", dialect="commonmark").blocks)
        pairs = [((a,), (b,), 1.0, False) for a, b in zip(*sides, strict=True) if a.index != 2]
        left = [((sides[0][2],), (), 0.0, False), ((), (sides[1][2],), 0.0, False)]
        return any(s and s[0].index == 2 and t for s, t, _, _ in faced([*pairs, *left]))

    assert found("7.1", "7.1")
    assert not found("5", "7.1")


def test_an_introduction_was_run_together_with_what_says_that_something_follows() -> None:
    one = read_page(
        b"The servers are down.\n\nImpact is as follows:\n\n- Mail\n", path="a.md", dialect="commonmark"
    ).blocks
    for text, run in (
        ("停止しています。影響範囲は以下の通りです。", 2),
        ("停止しています。影響範囲は以下に広がりました。", 1),
    ):
        other = read_page(f"{text}\n\n- メール\n".encode(), path="a.md", dialect="commonmark").blocks
        left: list[Found] = [
            ((one[0],), (other[0],), 1.0, False), ((one[1],), (), 0.0, False), ((one[2],), (other[1],), 1.0, False),
        ]  # fmt: skip
        assert [len(item[0]) for item in announced(left) if item[1]] == [run, 1]


def _blocks(text: str) -> Sequence[Block]:
    return read_page(text.encode(), path="a.md", dialect="commonmark").blocks


def test_a_heading_is_no_paragraph_that_tells_more_than_it() -> None:
    [heading] = _blocks("## The file\n")
    for text, parted in (
        ("Kärnan är en fil. Den visar det senaste namnet på en sida, och mer.", True),
        ("Filen", False),
    ):
        pair: list[Found] = [((heading,), tuple(_blocks(text)), 1.0, False)]
        assert (unlike(pair) != pair) == parted


def test_a_page_that_a_tag_names_is_one_whatever_language_the_tag_asks_for() -> None:
    ways = ('ref "/t/c.md#x"', 'ref path="/t/c.md#x" lang="sv"', 'ref "/t/d.md#x"')
    pages = (f"The [fields]({{{{< {way} >}}}}).\n".encode() for way in ways)
    one, same, other = (keys(read_page(page, path="a.md", dialect="hugo").blocks[0]) for page in pages)
    assert one == same != other
