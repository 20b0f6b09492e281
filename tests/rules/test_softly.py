"""What is told for information because nobody loses by it, and its like that somebody does."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.rules.doc import Example

DOCKER = "# A\n\n1. Install `docker`.\n2. Open the ports.\n3. Start `hbbs`.\n\n# B\n\nSee [b](b.md).\n"
SHELL = "See the text below.\n\n```sh\n{}\n```\n\nThis is the end.\n"
SKAL = "Se texten här nedan.\n\n```sh\n{}\n```\n\nDet här är slutet.\n"
TALK = "# {}\n\n```\n{}\n```\n\n## {}\n\n```\n{}\n```\n"
GUID = "048ee28f-2c80-4d15-9aa3-4f5ddac50465"
OTHER = "5edc7f4d-3302-4710-963b-7b6c77ea8d06"
CARD = "<Cards>\n- One\n  - https://a.example/{}.svg\n- Two\n</Cards>\n"
NOTED = ":::info{{{}}}\nRead it with care.\n:::\n"

CASES = {
    "a list of one item": (
        "Then:\n\n- Commutative law\n\n```\na b\n```\n",
        "Då:\n\nKommutativa lagen\n\n```\na b\n```\n",
        ["list-lost info"],
    ),
    "one of several": (
        "Buy:\n\n- Latvia `a`\n- Sweden `b`\n- Romania `c`\n",
        "Köp:\n\n- Lettland `a`\n\nSverige `b`\n\n- Rumänien `c`\n",
        ["list-lost error"],
    ),
    "an item of one step": ("See:\n\n1. [The book](a.md)\n", "Se:\n\n- [Boken](a.md)\n", ["list-kind info"]),
    "steps": ("1. Open `a`.\n2. Save `b`.\n", "- Öppna `a`.\n- Spara `b`.\n", ["list-kind error"]),
    "bullets told as steps": (
        "- Open `a`.\n- Save `b`.\n",
        "1. u00d6ppna `a`.\n2. Spara `b`.\n",
        ["list-kind warning"],
    ),
    "a value that a program may know": (SHELL.format("A=table"), SKAL.format("A=tabellö"), ["code-block error"]),
    "a value in own words": (SHELL.format("PASSWORD=password"), SKAL.format("PASSWORD=lösenord"), ["code-block info"]),
    "a value in a word of the source's letters": (
        SHELL.format("PASSWORD=password"),
        SKAL.format("PASSWORD=hemlighet"),
        ["code-block error"],
    ),
    "a key in own words": (SHELL.format("name: value"), SKAL.format("имя: value"), ["code-block error"]),
    "a command in own words": (SHELL.format("say Production"), SKAL.format("säg Production"), ["code-block error"]),
    "a sentence that a program says": (
        SHELL.format("# ./run\nThe program was loaded, press it."),
        SKAL.format("# ./run\nProgrammet är inläst, tryck på det."),
        ["code-block info"],
    ),
    "a letter of another script": (
        SHELL.format("NAME=Control"),
        SKAL.format("NAME=\u0421ontrol"),
        ["code-block error"],
    ),
    "words that people say": (
        TALK.format("Good", "You: My code is wrong (in 0.8.3).\nWe: Why?", "Bad", "You: It fails."),
        TALK.format("Bra", "Du: Min kod är fel (i 0.8.3).\nVi: Varför det, tror du?", "Illa", "Du: Det går inte."),
        [],
    ),
    "a part of another address": (CARD.format(GUID), CARD.format(OTHER), ["literal-changed info"]),
    "what a message has a value put for": (
        'It says: the module "MODULE_NAME" is off.\n',
        'Den säger: modulen "NAMN_PÅ_MODUL" är av.\n',
        ["literal-changed info"],
    ),
    "a variable": ("Set MODULE_NAME now, please.\n", "Ange NAMN_PÅ_MODUL nu, tack.\n", ["literal-changed error"]),
    "a title in no quotes": (NOTED.format("title=Algorithm of Token"), NOTED.format("title=Så går det till"), []),
    "what is set behind it": (
        NOTED.format("title=Algorithm of Token .wide"),
        NOTED.format("title=Så går det till .narrow"),
        ["callout-type error"],
    ),
    "a host in capitals": ("See [it](https://vuePress.example/a).\n", "Se [den](https://vuepress.example/a).\n", []),
    "a path in capitals": (
        "See [it](https://a.example/A).\n",
        "Se [den](https://a.example/a).\n",
        ["link-target error"],
    ),
    "a film in the reader's language": (
        "A.\n\n{% youtube pfD6FCZdW4Q %}\n\nB.\n",
        "A.\n\n{% youtube Rl48Yk4A_V8 %}\n\nB.\n",
        ["directive-changed info"],
    ),
    "a film by a mistyped name": (
        "A.\n\n{% youtube pfD6FCZdW4Q %}\n\nB.\n",
        "A.\n\n{% youtube pfD6FCZdW4q %}\n\nB.\n",
        ["directive-changed error"],
    ),
    "code with other comments": (
        "# A\n\nA `a`.\n\n```py\nn = 1  # Exported and immutable variable\n```\n\n```py\n_n = 2\n```\n",
        "# A\n\nA `a`.\n\nAtt den ligger dold.\n\n```py\nn = 1 # Exporterad\n```\n\n```py\n_n = 2\n```\n",
        ["block-extra warning"],
    ),
    "a label that is set as code": (
        "1. Open **Settings** and choose **Main**.\n2. Save `a`.\n",
        "1. Öppna `Settings` och välj **Main**.\n2. Spara `a`.\n",
        ["label-missing info"],
    ),
    "a label that is not": (
        "1. Open **Settings** and choose **Main**.\n2. Save `a`.\n",
        "1. Öppna Settings och välj **Main**.\n2. Spara `a`.\n",
        ["label-missing error"],
    ),
    "an id below a lost heading": (
        "# A `a`\n\nText.\n\n## B\n{: #b}\n\nMore of `b`.\n\n## C `c`\n\nEnd.\n",
        "# A `a`\n\nText.\n\n## C `c`\n\nSlut.\n",
        ["heading-missing error"],
    ),
}


@pytest.mark.parametrize(("source", "target", "told"), CASES.values(), ids=CASES)
def test_how_loud(source: str, target: str, told: list[str]) -> None:
    assert [f"{one.rule} {one.severity.value}" for one in findings(Example(source, target))] == told


def test_the_paragraph_above_a_list_is_none_of_its_items() -> None:
    target = (
        "# A\n\nDet enklaste är `docker`, som går att göra om när man vill.\n\n## Kort sagt\n\n- Öppna portarna.\n"
        "- Starta `hbbs`.\n\n# B\n\nSe [b](b.md).\n"
    )
    assert not [
        one for one in findings(Example(DOCKER, target)) if one.rule == "list-lost" and one.severity.value != "info"
    ]


KINDS = (
    "# A\n\nIt is used by `x`:\n\n- Frequency: more of it means more switching a second.\n"
    "- Voltage: more of it takes more each time.\n\n# B\n\nB `b`.\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Så går den åt med `x`: den som har högre frekvens slår om oftare i sekunden, "
            "och den som har mer spänning tar mer varje gång.", 0,
        ),
        ("Så går den åt med `x`, helt och hållet.", 1),
    ],
)  # fmt: skip
def test_a_list_may_be_told_in_the_text_of_its_section(text: str, told: int) -> None:
    """Nothing is missing then, whichever of its blocks the text was held to be."""
    found = findings(Example(KINDS, f"# A\n\n{text}\n\n# B\n\nB `b`.\n"))
    assert sum(one.severity.value != "info" for one in found) == told, found


def test_a_section_that_grew_is_the_one_that_moved() -> None:
    items = "".join(f"- Run [{{}} {name}]({name}.md)\n" for name in "abcd")
    rest = "## [Other](o.md)\n\n- Run [o](oo.md)\n\n## [Spark](s.md)\n\n- Run [s](ss.md)\n"
    source = f"# T\n\n## [Trainer](t.md)\n\n{items.format(*'1234')}\n{rest}"
    target = (
        "# T\n\n## [Annat](o.md)\n\n- Kör [o](oo.md)\n\n## [Trainer](t.md)\n\n"
        "Se [x](x.md), [y](y.md), [z](z.md) och [w](w.md).\n\n" + items.format(*"1234").replace("Run", "Kör")
    )
    assert [one.rule for one in findings(Example(source, target)) if one.severity.value == "error"] == [
        "heading-missing"
    ]
