"""What a locale does in one way on many pages is told once as loud as ever, and else as a hint; what is not alike is
told of each page. One page, parts of a site and all of it say the same."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from tests.conftest import Command, Write

SPANS = (("en", "run"), ("sv", "ran"))
CONFIG = {"facingpages.toml": 'locales = ["sv"]\npages = ["docs/{locale}/{page}.md"]\ndialect = "commonmark"\n'}
PAGE = "---\ntitle: {title}\nupdated: {date}\n---\n\n# {title}\n\n{text}\n"


def site(count: int, there: str, here: str) -> dict[str, str]:
    """Pages of which each has a paragraph here for one of the source."""
    found = dict(CONFIG)
    for at in range(count):
        found[f"docs/en/p{at}.md"] = PAGE.format(title=f"Page {at}", date="2020-01-01", text=there.format(at=at))
        found[f"docs/sv/p{at}.md"] = PAGE.format(title=f"Sida {at}", date="2020-01-01", text=here.format(at=at))
    return found


def levels(command: Command, rule: str, *args: str) -> list[str]:
    told = json.loads(command("check", "--no-cache", "--format", "json", *args).out)
    return [one["severity"] for one in told["findings"] if one["rule"] == rule]


def test_one_word_replaced_everywhere_is_one_thing(write: Write, command: Command) -> None:
    write(site(6, "Call `run` of page {at}.", "Anropa `ran` på sida {at}."))
    assert levels(command, "code-span") == ["warning", *["info"] * 5]
    out = command("check", "--no-cache").out
    assert out.count("[code-span]") == 1
    assert "the same on 6 pages, next: docs/sv/p1.md" in out


def test_what_differs_from_page_to_page_is_told_of_each(write: Write, command: Command) -> None:
    write(site(6, "Call `run{at}` here.", "Anropa `ran{at}` här."))
    assert levels(command, "code-span") == ["warning"] * 6


def test_on_three_pages_three_may_have_made_a_mistake(write: Write, command: Command) -> None:
    write(site(3, "Call `run` of page {at}.", "Anropa `ran` på sida {at}."))
    assert levels(command, "code-span") == ["warning"] * 3


def test_on_four_of_many_pages_it_was_made_four_times(write: Write, command: Command) -> None:
    pages = site(104, "Text {at}.", "Text {at}.")
    for at in range(4):
        pages |= {f"docs/{of}/p{at}.md": pages[f"docs/{of}/p{at}.md"] + f"\n`{word}`.\n" for of, word in SPANS}
    write(pages)
    assert levels(command, "code-span") == ["warning"] * 4
    pages |= {f"docs/{of}/p4.md": pages[f"docs/{of}/p4.md"] + f"\n`{word}`.\n" for of, word in SPANS}
    write(pages)
    assert levels(command, "code-span") == ["warning", *["info"] * 4]


def test_once_on_a_dozen_of_many_pages_it_was_made_a_dozen_times(write: Write, command: Command) -> None:
    pages = site(350, "Text {at}.", "Text {at}.")
    for at in range(13):
        pages |= {f"docs/{of}/p{at}.md": pages[f"docs/{of}/p{at}.md"] + f"\n`{word}`.\n" for of, word in SPANS}
    write(pages)
    assert levels(command, "code-span") == ["warning"] * 13


def test_a_key_whose_value_is_each_page_s_own_is_one_thing(write: Write, command: Command) -> None:
    pages = site(8, "Text {at}.", "Text {at}.")
    for at in range(8):
        pages[f"docs/sv/p{at}.md"] = pages[f"docs/sv/p{at}.md"].replace("updated: 2020-01-01", f"updated: v{at}")
    write(pages)
    assert levels(command, "metadata-changed").count("warning") == 1
    for at in range(4):
        name = f"docs/sv/p{at}.md"
        write({name: pages[name].replace(f"updated: v{at}", "updated: 2020-01-01")})
    assert levels(command, "metadata-changed") == ["warning"] * 4  # half of the pages keep it


def test_a_dead_link_of_a_footer_is_told_once_and_loud(write: Write, command: Command) -> None:
    write(site(6, "See [terms](terms.md), {at}.", "Se [villkoren](terms.md), {at}."))
    assert sorted(levels(command, "link-dead")) == ["error", *["info"] * 5]
    assert command("check", "--no-cache").code == 1


def test_a_small_number_may_be_missing_by_chance(write: Write, command: Command) -> None:
    pages = site(30, "There are {at} of them.", "Det finns {at} av dem.")
    for at in range(4):
        for locale, text in (("en", "There are 5 of them."), ("sv", "Det finns många.")):
            pages[f"docs/{locale}/p{at}.md"] = PAGE.format(title=f"P {at}", date="2020-01-01", text=text)
    write(pages)
    assert levels(command, "number-changed") == ["warning"] * 4


@pytest.mark.parametrize("rule", ["code-span", "link-dead"])
def test_one_page_says_what_the_whole_site_says_of_it(rule: str, write: Write, command: Command) -> None:
    write(site(5, "Call `run`, see [it](gone.md).", "Anropa `ran`, se [det](borta.md)."))
    whole = json.loads(command("check", "--format", "json").out)["findings"]
    found = Counter(one["severity"] for one in whole if one["rule"] == rule and one["locale"] == "sv")
    assert found["info"] == 4
    for at in range(5):
        path = f"docs/sv/p{at}.md"
        for cache in ("--no-cache", "--jobs=1"):
            told = json.loads(command("check", cache, "--format", "json", path).out)["findings"]
            assert told == [one for one in whole if one["path"] == path]


def test_parts_joined_say_the_same(write: Write, command: Command) -> None:
    write(site(6, "Call `run`, see [it](gone.md).", "Anropa `ran`, se [det](gone.md)."))
    for part in (1, 2):
        assert command("check", "--part", f"{part}/2", "--output", f"{part}.json").code == 0
    plain = command("check", "--no-cache", "--format", "json")
    assert command("join", "1.json", "2.json", "--format", "json").out == plain.out


def test_a_second_rendering_of_a_label_on_many_pages_is_one_thing(write: Write, command: Command) -> None:
    pages = dict(CONFIG)
    for at in range(30):
        pages[f"docs/en/p{at}.md"] = f"# P {at}\n\nSelect **Save** now.\n"
        pages[f"docs/sv/p{at}.md"] = f"# P {at}\n\nVälj **{'Lagra' if at < 5 else 'Spara'}** nu.\n"
    write(pages)
    assert levels(command, "label-consistency") == ["warning", *["info"] * 4]
    assert levels(command, "label-consistency", "docs/sv/p3.md") == ["info"]


@pytest.mark.parametrize(("others", "loud"), [(0, 1), (40, 5)])
def test_links_that_all_lead_to_another_language_are_one_thing(
    others: int, loud: int, write: Write, command: Command
) -> None:
    texts = {**CONFIG, **{f"docs/{locale}/o{at}.md": "# O\n" for at in range(others) for locale in ("en", "sv")}}
    for at in range(5):
        folder = "x/" * at
        texts |= {f"docs/{locale}/{folder}{name}.md": "# P\n" for locale in ("en", "sv") for name in "ab"}
        texts[f"docs/sv/{folder}a.md"] = f"# P\n\n[it]({'../' * (at + 1)}en/{folder}b.md)\n"
    write(texts)
    assert levels(command, "link-locale-better").count("warning") == loud


@pytest.mark.parametrize(("others", "loud"), [(0, 1), (40, 5)])
@pytest.mark.parametrize(
    ("rule", "there", "here"),
    [("heading-level", "### Part {at}", "## Del {at}"), ("marker-missing", "# P [[p-{at}]]", "# P")],
)
def test_one_kind_on_a_quarter_of_the_pages_is_one_thing(
    rule: str, there: str, here: str, others: int, loud: int, write: Write, command: Command
) -> None:
    texts = {**CONFIG, **{f"docs/{locale}/o{at}.md": "# O\n" for at in range(others) for locale in ("en", "sv")}}
    for at in range(5):
        for locale, text in (("en", there), ("sv", here)):
            texts[f"docs/{locale}/p{at}.md"] = (
                f"{text.format(at=at)}\n\nSee `x{at}` here, or [it](https://x.example/{at}).\n"
            )
    write(texts)
    found = levels(command, rule)
    assert len(found) == 5
    assert found.count("info") == 5 - loud


def test_a_rule_that_the_configuration_names_has_its_severity_everywhere(write: Write, command: Command) -> None:
    pages = site(6, "Call `run` of page {at}.", "Anropa `ran` på sida {at}.")
    write({**pages, "facingpages.toml": pages["facingpages.toml"] + '[severity]\n"code-span" = "error"\n'})
    assert levels(command, "code-span") == ["error"] * 6


@pytest.mark.parametrize(("count", "told"), [(8, ["error", *["info"] * 7]), (1, ["error"])], ids=["all", "one"])
def test_links_by_the_source_s_headings_on_a_quarter_of_the_pages_are_one_thing(
    count: int, told: list[str], write: Write, command: Command
) -> None:
    """A generator that gives a heading's id to its translations, or a habit: each page has headings of its own."""
    pages = site(8, "See [it](#part-{at}).\n\n## Part {at}\n\nText.", "Se [den](#del-{at}).\n\n## Del {at}\n\nText.")
    for at in range(count):
        path = f"docs/sv/p{at}.md"
        pages[path] = pages[path].replace(f"#del-{at}", f"#part-{at}")
    write(pages)
    assert levels(command, "anchor-translated") == told
