"""What words may say about a pair, and what they may not."""

from __future__ import annotations

from facingpages.align import Bead, align
from facingpages.align.left import Found
from facingpages.align.meant import known_by_words
from facingpages.align.rows import by_own_words
from facingpages.align.score import Side, fit, telling
from facingpages.lexicon import Lexicon, Meaning
from facingpages.lexicon.words import Table
from facingpages.read import read_page


def lexicon(words: dict[str, str]) -> Lexicon:
    """One that is sure of each word's rendering."""
    counts = {word: 20 for pair in words.items() for word in pair}
    forward = Table({one: {other: 9000} for one, other in words.items()}, counts, 20_000)
    return Lexicon(forward, Table({other: {one: 9000} for one, other in words.items()}, counts, 20_000))


def paired(source: str, target: str, known: Lexicon) -> list[tuple[str, str]]:
    one, other = (read_page(text.encode(), path="a.md", dialect="commonmark") for text in (source, target))
    return [_texts(bead) for bead in align(one, other, known) if bead.source and bead.target]


def _texts(bead: Bead) -> tuple[str, str]:
    return "+".join(block.text for block in bead.source), "+".join(block.text for block in bead.target)


KEYS = lexicon({"build": "build", "site": "site", "title": "title", "logo": "logo", "css": "css"})


def test_no_words_say_more_than_the_same_text() -> None:
    """`build.css` and `build.site` share a word that the site renders by itself; `build.css` is `build.css`."""
    keys = ["build.site", "build.css", "build.title", "build.logo", "build.css.title", "build.css.logo", "site.logo"]
    source = "".join(f"## {key}\n\n- Type: `string`\n- Default: `{key}`\n\n" for key in keys)
    lacks = "".join(f"## {key}\n\n- Type: `string`\n- Default: `{key}`\n\n" for key in keys if key != "build.title")
    assert all(one == other for one, other in paired(source, lacks, KEYS))


def test_few_words_are_found_nowhere_else() -> None:
    """Two words stand in too many places to be the same elsewhere; a sentence does not."""
    words = lexicon({"tabs": "flikar", "open": "öppna", "every": "varje", "window": "fönster", "again": "igen"})
    filler = "Sätt `x` här.\n\nSätt `y` här.\n\n"
    short = paired("Open tabs\n\n" + filler, filler + "Öppna flikar\n\n", words)
    assert ("Open tabs", "Öppna flikar") not in short
    long = paired("Open every window again.\n\n" + filler, filler + "Öppna varje fönster igen.\n\n", words)
    assert ("Open every window again.", "Öppna varje fönster igen.") in long


NAMED = ("open öppna", "close stäng", "every varje", "window fönster", "page sida", "save spara", "print skriv",
         "small liten", "large stor", "green grön", "round rund", "river flod")  # fmt: skip


def test_of_a_list_each_is_paired_with_its_own_wherever_one_is_lost() -> None:
    """Most stand as far from the first one or from the last one; the two beside the one that is lost do not."""
    there, here = ([item.split()[side] for item in NAMED] for side in (0, 1))
    source, target = (
        [f"{side[at]} {side[at - 3]} {side[at - 5]}".capitalize() for at in range(len(side))] for side in (there, here)
    )
    known = lexicon(dict(zip(there, here, strict=True)))
    for lost in range(len(NAMED)):
        left = [text for at, text in enumerate(target) if at != lost]
        kept = [pair for at, pair in enumerate(zip(source, target, strict=True)) if at != lost]
        pages = ("".join(f"- {text}\n" for text in side) for side in (source, left))
        assert paired(*pages, known) == kept


def test_two_that_became_one_are_both_paired_with_it_wherever_they_stand() -> None:
    """The first of them alone would do, as plainly as all before it: nothing is sure there where the sides part."""
    there, here = ([item.split()[side] for item in NAMED] for side in (0, 1))
    source, target = (
        [f"{side[at]} {side[at - 3]} {side[at - 5]}, {side[at - 4]}.".capitalize() for at in range(len(side))]
        for side in (there, here)
    )
    known = lexicon(dict(zip(there, here, strict=True)))
    for at in range(len(NAMED) - 1):
        joined = [*target[:at], f"{target[at]} {target[at + 1]}", *target[at + 2 :]]
        pages = ("".join(f"{text}\n\n" for text in side) for side in (source, joined))
        assert (f"{source[at]}+{source[at + 1]}", joined[at]) in paired(*pages, known), at


def test_a_paragraph_that_is_lost_is_no_part_of_its_neighbour_though_that_is_as_long_as_both() -> None:
    """With all its words there it is one; what they hold, and how long they are, says the same of either."""
    there, here = ([item.split()[side] for item in NAMED] for side in (0, 1))
    known = lexicon(dict(zip(there, here, strict=True)))
    for code in ("", " `x`"):
        pages = [f"{' '.join(side[:9])}{code}.\n\n{' '.join(side[9:])}{code}.\n" for side in (there, here)]
        run_on = f"{' '.join(here)}{code}.\n"
        longer = f"{' '.join(here[:9])}{code} pojken satt länge.\n"
        assert len(paired(pages[0], run_on, known)[0][0].split("+")) == 2
        assert len(paired(pages[0], longer, known)[0][0].split("+")) == 1


def test_words_that_nobody_knows_say_nothing_however_many_they_are() -> None:
    """Names of countries: else a row with a long one would be worth less than its neighbours, and left over."""
    words = Meaning(lexicon({"early": "tidig", "winte": "vinte", "summe": "somma", "rain": "regn"}))

    def sure(source: str, target: str) -> float:
        return telling(words.source(source), words.target(target))

    plain = sure("early winter", "tidig vinter")
    assert sure("United Arab Emirates, early winter", "Förenade Arabemiraten, tidig vinter") > 0.9 * plain
    assert sure("summer rain, early winter", "Förenade Arabemiraten, tidig vinter") < 0.6 * plain  # these are known


def test_items_whose_words_are_rendered_freely_are_paired_one_by_one() -> None:
    """Among as many on either side; where the others are plainly each other's, one is left over."""
    source, target = ([*side] for side in zip(*(one.split() for one in NAMED), strict=True))
    words = lexicon(dict(zip(source, target, strict=True)))
    free = "- fönster flod stor\n- fönster\n- stäng grön rund\n- stor\n\nSätt x.\n"
    assert paired("- open\n- window\n- close green round\n- large\n\nSet `x`.\n", free, words)[:2] == [
        ("open", "fönster flod stor"), ("window", "fönster"),
    ]  # fmt: skip
    there, here = ("".join(f"- {' '.join(side[at : at + 3])}\n" for at in (0, 3, 6, 9)) for side in (source, target))
    other = "- något helt annat här\n" + here.rpartition("- ")[0]  # the last one lost, and a new one before all
    assert ("open close every", "öppna stäng varje") in paired(there + "\nSet `x`.\n", other + "\nSätt x.\n", words)


def test_a_block_that_fits_no_other_is_found_though_much_of_it_is_unknown() -> None:
    """Half of its words are rendered, and no others that are left over fit nearly as well."""
    known = {"tabs": "flika", "open": "öppna", "every": "varje", "windo": "fönst", "crate": "lådor", "heavy": "tung"}
    words = lexicon({**known, "ship": "skepp"})
    filler = "Sätt `x` här.\n\nSätt `y` här.\n\n"
    rendered = "Varje fönster har nya flikar att öppna.\n\n"
    found = paired("Open tabs whenever every window seems stuck.\n\n" + filler, filler + rendered, words)
    assert ("Open tabs whenever every window seems stuck.", rendered.strip()) in found
    other = paired("Open crates before unloading any heavy ship.\n\n" + filler, filler + rendered, words)
    assert not any(there.startswith("Open crates") for there, _ in other)


def _table(rows: list[str], version: str) -> str:
    return "| A | B |\n| --- | --- |\n" + "".join(f"| {row} | {version} |\n" for row in rows)


def test_rows_are_told_by_their_own_words() -> None:
    """One moved down and one is new: what all rows say, and numbers, make each like the next one."""
    cities = ["Emirates", "Africa", "Germany", "Japan", "Canada", "Mexico", "Peru"]
    known = lexicon({city.lower()[:5]: city.lower()[:4] + "u" for city in cities} | {"next": "next"})
    rendered = {city: city[:4] + "u" for city in cities}
    source = _table([*cities[1:3], "Switzerland", *cities[3:], cities[0]], "3.10.59 next")
    target = _table([rendered[city] for city in cities], "3.10.42 next")
    found = dict(paired(source, target, known))
    for city in ("Africa", "Germany", "Emirates"):
        assert found[f"{city}\t3.10.59 next"] == f"{rendered[city]}\t3.10.42 next"
    assert "Switzerland\t3.10.59 next" not in found


def test_rows_that_are_about_one_name_stay_together() -> None:
    """Words that say otherwise do not count where the first cell reads the same, and on no other row."""
    one, other = ["emirates", "germany", "canada", "mexico"], ["africa", "peruvia", "estonia", "iceland"]
    meaning = Meaning(lexicon({word[:5]: word[:4] + "u" for word in (*one, *other)}))
    told = {word: word[:4] + "u" for word in (*one, *other)}

    def crossed(first: str, second: str) -> bool:
        sides = []
        for top, below in ((one, other), ([told[word] for word in other], [told[word] for word in one])):
            rows = [f"{first} | {' '.join(top)}", f"{second} | {' '.join(below)}", "tick | glass", "tint | tin"]
            text = "| A | B |\n| --- | --- |\n" + "".join(f"| {row} |\n" for row in rows)
            sides.append(read_page(text.encode(), path="a.md", dialect="commonmark").blocks)
        found = [((a,), (b,), 1.0, False) for a, b in zip(*sides, strict=True)]
        paired_anew = by_own_words(found, 1.0, (meaning.source, meaning.target))
        return any(moved for _, _, _, moved in paired_anew)

    assert not crossed("take", "drop")
    assert crossed("1.5", "1.5")


def test_one_word_is_not_enough_to_pair_two_rows_unless_both_languages_write_it_alike() -> None:
    """What one page renders wrongly is learnt, too: `mcp` as `revie`; a name is known by its letters."""
    words = ["cart", "mail", "chat", "agent"]
    meaning = Meaning(lexicon({**dict(zip(words, words, strict=True)), "mcp": "revie", "afric": "afrik"}))

    def found_by(one: str, other: str) -> bool:
        """Whether a row before four others finds that behind them."""
        sides = []
        for rows in ([one, *words], [*words, other]):
            text = "| A | B |\n| --- | --- |\n" + "".join(f"| {row} | py |\n" for row in rows)
            sides.append(list(read_page(text.encode(), path="a.md", dialect="commonmark").blocks)[1:])
        pairs = [((a,), (b,), 1.0, False) for a, b in zip(sides[0][1:], sides[1], strict=False)]
        left = [((sides[0][0],), (), 0.0, False), ((), (sides[1][-1],), 0.0, False)]
        found = by_own_words([*pairs, *left], 1.0, (meaning.source, meaning.target))
        return any(moved for _, _, _, moved in found)

    assert not found_by("MCP", "Reviews")
    assert found_by("Africa", "Afrika")


def test_headings_that_read_the_same_are_told_apart_by_what_stands_below() -> None:
    cookies = "Allow every cookie in private settings, in `x`."
    told = {"allow": "tillå", "every": "varje", "cooki": "kakor", "priva": "enski", "setti": "instä",
            "block": "stopp", "small": "litet", "windo": "fönst", "open": "öppna", "often": "ofta"}  # fmt: skip
    source = f"# Help\n\nText.\n\n## Chrome\n\n{cookies}\n"
    first, second = "Tillåt varje kakor i enskilda inställningar, där.", "Stoppa litet fönster, som öppnas ofta, i `x`."
    target = "# Hjälp\n\nText.\n\n## Chrome\n\n{}\n\n## Nytt\n\nAnnat.\n\n## Chrome\n\n{}\n"
    words = lexicon(told)
    for texts, line in (((first, second), 5), ((second, first), 13)):
        one, other = (
            read_page(text.encode(), path="a.md", dialect="commonmark") for text in (source, target.format(*texts))
        )
        beads = [bead for bead in align(one, other, words) if bead.source and bead.source[0].text == "Chrome"]
        assert [other.place(block.start, block.end).line for bead in beads for block in bead.target] == [line]


def test_a_pair_between_the_same_neighbours_is_not_parted_by_a_few_words() -> None:
    """`Pluralize every string carefully` fits what stands there better, and is left over elsewhere."""
    known = {"plura": "flert", "every": "varje", "strin": "sträng", "caref": "noga"}
    meaning = Meaning(lexicon({**known, "conve": "gör", "title": "titel"}))
    voices = meaning.source, meaning.target
    there = read_page(
        b"One `a`.\n\nConvert title.\n\nTwo `b`.\n\nPluralize every string carefully.\n",
        path="a.md",
        dialect="commonmark",
    ).blocks
    here = read_page(
        "Ett `a`.\n\nFlertal varje sträng noga.\n\nTvå `b`.\n".encode(), path="a.md", dialect="commonmark"
    ).blocks
    for moved in (False, True):
        found: list[Found] = [((there[at],), (here[at],), 1.0, moved and at != 1) for at in range(3)]
        again = known_by_words([*found, ((there[3],), (), 0.0, False)], 1.0, voices)
        assert [s[0].index for s, t, _, _ in again if s and t and t[0].index == 1] == [3 if moved else 1]


def test_items_that_hold_nothing_but_code_are_told_by_it() -> None:
    """Without it both read the same: a word more on one of them is no reason."""
    meaning = Meaning(KEYS)
    old, third, here = read_page(b"- `two_a` (old)\n- `three_b`\n- `two_a`\n", path="a.md", dialect="commonmark").blocks
    side = Side((here,), 1.0, meaning.target)
    assert fit(Side((old,), 1.0, meaning.source), side) > fit(Side((third,), 1.0, meaning.source), side)


def test_a_heading_of_one_word_is_found_where_no_other_fits_as_well() -> None:
    """It is said once a page; a paragraph of as few words stands in too many places."""
    words = lexicon({"open": "öppna", "page": "sida", "save": "spara"})
    source = "## Open page\n\nSet `F` here.\n\n## Save\n\nSet `U` here.\n\n"
    target = "## Spara\n\nSätt `x` här.\n\n## Öppna sida\n\nSätt `F` här.\n\n"
    assert ("Save", "Spara") in paired(source, target, words)
    assert ("Save", "Spara") not in paired(source.replace("## ", ""), target.replace("## ", ""), words)
