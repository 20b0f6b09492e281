"""What was tuned, from both sides: for each constant and exception that changes a verdict, what lies just beyond it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.test_examples import findings

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine import check
from facingpages.rules.doc import Example

ASTRO = "```astro\nimport B from '../B.astro';\n---\n<B name=\"x\" />\n```\n"
REST = "\n## C\n\nEtt `y`.\n\nTvå.\n\nTre.\n\nFyra.\n"
ALL = (
    "# A\n\nSee [the list](list.md) of all commands that there are, with what each of them takes and gives back, in "
    "the order of the alphabet and of use.\n\n```sh\nnu --config here.nu\n```\n\n## B\n\nEnd.\n"
)
ABOUT = "# A\n\nBy `bo`.\n\n## C\n\nOne `y`.\n\nTwo.\n\nThree.\n\nFour.\n"
PINS = {
    "code that shares nothing beside something lost is no other form of it": (
        "# A\n\nOne line here.\n\n```sh\nnu --config here.nu --log-level debug --commands list.nu --no-history\n```\n\n"
        "## B\n\nEnd.\n",
        "# A\n\n```sh\nset path = /usr/x\n```\n\n## B\n\nSlut.\n", ["block-missing error", "code-missing error"],
    ),
    "code that shares a word may be": (
        "# A\n\nOne line here.\n\n```sh\nnu --config here.nu\n```\n\n## B\n\nEnd.\n",
        "# A\n\n```sh\nnu --konfig here.nu\n```\n\n## B\n\nSlut.\n", ["block-missing error", "code-block error"],
    ),
    "beside nothing lost it is another form": (
        "# A\n\nOne line here.\n\n```sh\nnu --config here.nu\n```\n\n## B\n\nEnd.\n",
        "# A\n\nEn rad.\n\n```sh\nset path = /usr/x\n```\n\n## B\n\nSlut.\n", ["code-block error"],
    ),
    "a paragraph that shares nothing beside something lost says something else": (
        ALL,
        "# A\n\nKort rad.\n\nHelt andra ord i en lång rad som inte säger samma sak som den andra.\n\n## B\n\nSlut.\n",
        ["link-missing info", "code-missing error", "block-rewritten warning"],
    ),
    "one as long as it is its translation": (
        ALL, "# A\n\nSe listan över alla kommandon, med vad vart och ett tar emot och ger tillbaka.\n\n## B\n\nSlut.\n",
        ["link-missing error", "code-missing error"],
    ),
    "two pictures without words are two things": (
        "# A\n\n![a](a.png) ![b](b.png)\n\nText.\n", "# A\n\n![a](a.png)\n\n![b](b.png)\n\nText här.\n", [],
    ),
    "one of them twice is not": (
        "# A\n\n![a](a.png) ![b](b.png)\n\nText.\n", "# A\n\n![a](a.png)\n\n![a](a.png)\n\nText här.\n",
        ["block-duplicated error", "image-source error"],
    ),
    "in English a comma groups and does nothing else": (
        "Buy 1,500 units.\n", "Köp 1,5 enheter.\n", ["number-changed warning"],
    ),
    "elsewhere a full stop may group": ("Buy 1,500 units.\n", "Köp 1.500 enheter.\n", []),
    "rows of one table with one cell more and with two are two things": (
        "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", "| A | B |\n|---|---|\n| 1 | 2 | 9 |\n| 3 | 4 | 8 | 7 |\n",
        ["table-cells error", "table-cells error"],
    ),
    "rows with one cell more each are one": (
        "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", "| A | B |\n|---|---|\n| 1 | 2 | 9 |\n| 3 | 4 | 8 |\n",
        ["table-cells error"],
    ),
    "twelve may be a word": ("Wait for 12 days.\n", "Vänta i tolv dagar.\n", []),
    "ninety-nine may be a word": ("Wait for 99 days.\n", "Vänta i nittionio dagar.\n", []),
    "a hundred and one may be": ("Wait for 101 days.\n", "Vänta i hundraen dagar.\n", []),
    "not as a hundred": ("Wait for 101 days.\n", "Vänta i hundra dagar.\n", ["number-changed warning"]),
    "three numbers that can be a date are no version": (
        "It ended on 31.12.2021 here.\n", "Det tog slut här.\n", ["number-changed warning"],
    ),
    "no month has 32 days": (
        "Use release 32.12.2021 here.\n", "Använd den här.\n", ["literal-changed error"],
    ),
    "a date has a year of four digits": (
        "Use release 3.12.20 here.\n", "Använd den här.\n", ["literal-changed error"],
    ),
    "which of two labels was lost shows by its place": (
        "1. Select **Alpha** or **Bravo** today.\n", "1. Välj det ena eller **Xyzzy** i dag.\n",
        ["label-missing error"],
    ),
    "seven letters and digits of a sum are a commit": (
        "It works since 12ab34c now.\n", "Det fungerar nu.\n", ["literal-changed warning"],
    ),
    "six may be anything, with a number in it": (
        "It works since 12ab3c now.\n", "Det fungerar nu.\n", ["number-changed warning"],
    ),
    "seven digits are a number": ("It works since 1234567 now.\n", "Det fungerar nu.\n", ["number-changed warning"]),
    "a commit that is kept": ("It works since 1a2b3c4 now.\n", "Sedan 1a2b3c4 fungerar det nu.\n", []),
    "a commit with another letter": (
        "It works since 1a2b3c4 now.\n", "Sedan 1a2b3d4 fungerar det nu.\n", ["literal-changed warning"],
    ),
    "what stands behind the language of code may be translated": (
        '```py title="A b"\nx = 1\n```\n', '```py title="C d"\nx = 1\n```\n', [],
    ),
    "the language of code may not": (
        "```py\nx = 1\n```\n", "```js\nx = 1\n```\n", ["code-language warning"],
    ),
    "a name that stands twice may be a pronoun once": (
        "Set MAX_SIZE to 4, then read MAX_SIZE again.\n", "Ange MAX_SIZE till 4, läs den sedan igen.\n", [],
    ),
    "but not another name once": (
        "Set MAX_SIZE to 4, then read MAX_SIZE again.\n", "Ange MAX_SIZE till 4, läs sedan MAX_SISE igen.\n",
        ["literal-changed warning"],
    ),
    "a label of three words shrinks": (
        "Choose **Recharge amount settings** now.\n", "Välj **Ny** nu.\n", ["label-shrunk warning"],
    ),
    "one of two words may be one": ("Choose **Communication funds** now.\n", "Välj **Ny** nu.\n", []),
    "a page that is all code": (
        "# Title\n\nText here.\n\nMore.\n", "```\n# Titel\n\nText här.\n```\n\nMer.\n", ["page-fenced error"],
    ),
    "an asterisk inside a word is a letter to the reader": ("Members only.\n", "Endast med*lemmar.\n", []),
    "one at its beginning is not": ("Members only.\n", "Endast *medlemmar.\n", ["emphasis-unclosed error"]),
    "five plain words are a sentence": (
        "Funds not used will soon expire.\n\nAsk.\n", "Funds not used will soon expire.\n\nFråga.\n",
        ["block-untranslated warning"],
    ),
    "four may be a name": ("Funds will expire soon.\n\nAsk.\n", "Funds will expire soon.\n\nFråga.\n", []),
    "a name with one letter changed": ("Use SharePoint here.\n", "Använd SharePunt här.\n", ["literal-name warning"]),
    "a name that begins otherwise is another word": ("Use OneDrive here.\n", "Använd Endrive här.\n", []),
    "a metavariable is for people": ("Run `{name}` now.\n", "Kör `{namn}` nu.\n", ["code-span info"]),
    "a path in braces is not": ("Run `{a.name}` now.\n", "Kör `{a.namn}` nu.\n", ["code-span warning"]),
    "a list that was written anew is no list that lost its numbers": (
        "# A\n\nBuy `x`.\n\n1. Get it.\n2. Choose a tool of yours.\n3. Then see the log.\n\nSee [a](a.md).\n",
        "# A\n\nKöp `x`.\n\n- Välj tidigt ett verktyg\n- Läs sedan loggen\n\nSe [a](a.md).\n",
        ["step-missing error"],
    ),
    "one that lost an item, too, is": (
        "# A\n\nBuy `x`.\n\n1. Choose `a`.\n2. Choose `b`.\n3. Choose `c`.\n\nSee [a](a.md).\n",
        "# A\n\nKöp `x`.\n\n- Välj `a`.\n- Välj `b`.\n\nSe [a](a.md).\n",
        ["step-missing error", "list-kind error"],
    ),
    "quotes in a component are its author's": (ASTRO, ASTRO.replace("'", '"'), ["code-block info"]),
    "what stands between them is not": (ASTRO, ASTRO.replace("'../B.astro'", '"../C.astro"'), ["code-block warning"]),
    "wholly is no unit": (
        "It runs 100% on the client now, with `x`.\n", "Den körs helt i klienten nu, med `x`.\n",
        ["number-changed warning"],
    ),
    "a sign may not be lost": (
        "Use 100% of it now, with `x`.\n", "Använd 100 av den nu, med `x`.\n", ["number-unit warning"],
    ),
    "a value may be told in words": (
        "Say `finished = true` and it ends.\n", "Om `finished` är `true` slutar den.\n", ["code-span info"],
    ),
    "another value may not": (
        "Say `finished = true` and it ends.\n", "Om `finished` är `false` slutar den.\n", ["code-span warning"],
    ),
    "a value that a program knows may be written out": (
        "We release {{ release.version }} now, with `x`.\n", "Idag kommer 3.3.0, med `x`.\n",
        ["directive-missing info", "number-extra info"],
    ),
    "it may not be left out": (
        "We release {{ release.version }} now, with `x`.\n", "Idag kommer den, med `x`.\n", ["directive-missing error"],
    ),
    "a person who made the translation is named by no source": (
        ABOUT, "# A\n\nAv `bo`.\n\nÖversättningen gjorde [P](https://github.com/p).\n" + REST, ["block-extra info"],
    ),
    "another person is": (
        ABOUT, "# A\n\nAv `bo`.\n\nFråga gärna [P](https://github.com/p) om hur du gör.\n" + REST,
        ["block-extra warning"],
    ),
    "code may be set in from a file": (
        "# A\n\n```sh\nls\n```\n\nRun `ls`.\n", "# A\n\n@[code](@snippets/ls.sh)\n\nKör `ls`.\n", ["code-missing info"],
    ),
    "a link is no file that is set in": (
        "# A\n\n```sh\nls\n```\n\nRun `ls`.\n", "# A\n\nSe [ls](ls.sh)\n\nKör `ls`.\n",
        ["block-extra warning", "code-missing error"],
    ),
    "one long word may stand for five": (
        "See [all the rates of calls](r.md) here.\n", "Se [samtalspriser](r.md) här.\n", [],
    ),
    "one short word may not": (
        "See [all the rates of calls](r.md) here.\n", "Se [alla](r.md) priser på samtal här.\n",
        ["link-text-shrunk warning"],
    ),
}  # fmt: skip

SOURCE = (
    "First read [the guide](guide.md) and run `funds` then `show`.\n\n"
    "Then set the [amount](a.md) with `set`.\n\nLast, read the [terms](t.md).\n"
)
TARGET = "Ange sedan [beloppet](a.md) med `set`.\n\nLäs till sist [villkoren](t.md).\n\nLäs först {last}.\n"


@pytest.mark.parametrize(
    ("last", "wanted"),
    [("[guiden](guide.md) och kör `funds` och `show`", ["block-moved info"]),
     ("[guiden](guide.md) och kör `funds` och `visa`", ["block-moved info", "code-span warning"]),
     ("[boken](bok.md) och kör `medel` och `visa`", ["block-missing error", "block-extra warning"])],
)  # fmt: skip
def test_marks_tell_a_moved_block(last: str, wanted: list[str]) -> None:
    """Links and code that a block left over on one side shares with one left over on the other, and with no other."""
    found = findings(Example(SOURCE, TARGET.format(last=last)))
    assert [f"{one.rule} {one.severity.value}" for one in found] == wanted


@pytest.mark.parametrize(("source", "target", "wanted"), PINS.values(), ids=PINS)
def test_both_sides(source: str, target: str, wanted: list[str]) -> None:
    assert [f"{one.rule} {one.severity.value}" for one in findings(Example(source, target))] == wanted


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("1. Välj här **Xyzzy** eller annat nu.\n", 'The label "{text}" of the source is not bold here.'),
        ("1. Välj i dag här **Xyzzy** eller annat.\n", "Not all of these labels of the source are bold here: {texts}."),
    ],
)
def test_a_lost_label_is_named_where_there_is_no_doubt_which(target: str, message: str) -> None:
    """The run stands nearer to one label than to the other by more than 0.12 of the block, or by 0.07."""
    found = findings(Example("1. Select **Alpha**, **Bravo** today.\n", target))
    assert [one.message for one in found] == [message]


def test_a_step_is_called_by_the_number_that_a_reader_sees() -> None:
    source = "3. Open it.\n4. Press [go](a.md) now.\n5. Close the window and wait.\n"
    found = findings(Example(source, "3. Öppna det.\n4. Stäng fönstret och vänta.\n"))
    assert [(one.rule, one.values["number"]) for one in found] == [("step-missing", "4")]


@pytest.mark.parametrize(
    ("usual", "other", "severity"),
    [(2, 1, None), (3, 1, "warning"), (3, 2, "info"), (4, 3, None), (6, 2, "warning"), (5, 2, "info")],
)
def test_when_a_label_has_a_usual_rendering(usual: int, other: int, severity: str | None, tmp_path: Path) -> None:
    """From four on; three quarters agree: a warning; three fifths: for information; fewer: nobody can tell."""
    for at in range(usual + other):
        for locale, label in (("en", "Save"), ("lv", "Saglabāt" if at < usual else "Ievadīt")):
            file = tmp_path / "docs" / locale / f"{at}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"Select **{label}**.\n", "utf-8")
    config = Config(tmp_path, "en", ("lv",), ("docs/{locale}/{page}.md",))
    told = [one for one in check(discover(config), config).findings if one.rule == "label-consistency"]
    assert [one.severity.value for one in told] == [severity] * other * (severity is not None)
