"""Kinds of changes of a source, each with what it makes of a translation: nothing written that is wrong or needless."""

from __future__ import annotations

import pytest

from facingpages.merge import merge

REFERENCES = "- Keep them [safe].\n- See [the `list` of all][all].\n\n[safe]: /safe/\n[all]: /all/\n"
DIAGRAM = "```mermaid\ngraph TD\nad(Ads):::java\ncart(Cart):::go\nbus(Kafka):::jvm\n```\n"
LINKED = "- Turiet tos [drošībā][safe].\n- Skatiet [visu `list`][all].\n\n[safe]: /safe/\n[all]: /all/\n"
FRONT = (
    '---\ntitle: Go\ndescription: <img class="one" src="/x.svg"> An implementation\n# for the spell checker\n'
    "#\nwords: grpc rebar\n#\n---\nText.\n"
)
SCRIPT = '<script>\nsort(a.date, b.date);\nshow("names of things");\n</script>\n'


@pytest.mark.parametrize(
    ("old", "translation", "new", "expected"),
    [
        (  # only another form of reference: the code of the translation says it already
            REFERENCES, LINKED,
            REFERENCES.replace("[safe].", "[safe][]."), None,
        ),
        (  # a reference that is another one now
            REFERENCES, LINKED,
            REFERENCES.replace("[all].", "[safe]."),
            LINKED.replace("[all].", "[safe]."),
        ),
        (  # code that moves into an item, the translator's word in it
            "1. Do:\n\n```sh\nrun <path>\n\ndone\n```\n", "1. Dariet:\n\n```sh\nrun <ceļš>\n\ndone\n```\n",
            "1. Do:\n\n   ```sh\n   run <path>\n\n   done\n   ```\n",
            "1. Dariet:\n\n   ```sh\n   run <ceļš>\n\n   done\n   ```\n",
        ),
        (  # and out of one
            "- Do:\n\n  ```sh\n  run <path>\n  ```\n", "- Dariet:\n\n  ```sh\n  run <ceļš>\n  ```\n",
            "- Do:\n\n```sh\nrun <path>\n```\n", "- Dariet:\n\n```sh\nrun <ceļš>\n```\n",
        ),
        (  # a text that leaves its quote
            "> Some words that\n> are said.\n\nThe end.\n", "> Daži vārdi, kas\n> ir teikti.\n\nBeigas.\n",
            "Some words that\nare said.\n\nThe end.\n", "Daži vārdi, kas\nir teikti.\n\nBeigas.\n",
        ),
        (  # a value that the translation has already
            "| A | B |\n| - | - |\n| one | Go 1.22 |\n", "| A | B |\n| - | - |\n| viens | Go 1.23 |\n",
            "| A | B |\n| - | - |\n| one | Go 1.23 |\n", None,
        ),
        (  # a number that a letter follows at once
            "Use Go 1.22 or later.\n", "Go 1.22以上を使います。\n",
            "Use Go 1.23 or later.\n", "Go 1.23以上を使います。\n",
        ),
        (  # comments of a front matter are by themselves, and a tag is no word
            FRONT, FRONT.replace("An implementation", "Realizācija").replace("# for the spell checker\n", ""),
            FRONT.replace("# for the spell checker\n", "").replace(" rebar", "").replace('"one"', '"one two"'),
            FRONT.replace("An implementation", "Realizācija").replace("# for the spell checker\n", "")
            .replace(" rebar", "").replace('"one"', '"one two"'),
        ),
        (SCRIPT, SCRIPT.replace("names of things", "lietu nosaukumi"), SCRIPT.replace("date", "id"),
         SCRIPT.replace("names of things", "lietu nosaukumi").replace("date", "id")),
        (  # a name that the diagram has already, in another place
            DIAGRAM, DIAGRAM.replace("Ads", "Reklāma").replace("Cart", "Grozs"),
            DIAGRAM.replace("```\n", "log(Kafka):::jvm\n```\n"),
            DIAGRAM.replace("Ads", "Reklāma").replace("Cart", "Grozs").replace("```\n", "log(Kafka):::jvm\n```\n"),
        ),
    ],
)  # fmt: skip
def test_what_takes_no_translator(old: str, translation: str, new: str, expected: str | None) -> None:
    result = merge(old.encode(), translation.encode(), new.encode())
    assert result.text.decode() == (translation if expected is None else expected)
    assert result.current


@pytest.mark.parametrize(
    ("old", "translation", "new"),
    [
        (  # a new name in a diagram whose names the translator translated
            DIAGRAM, DIAGRAM.replace("Ads", "Reklāma").replace("Cart", "Grozs"),
            DIAGRAM.replace("```\n", "db(Database):::c\n```\n"),
        ),
        ("Use Go 1.22 or later.\n", "Lietojiet Go v1x1.22y.\n", "Use Go 1.23 or later.\n"),  # no such number
        (FRONT, FRONT.replace("An implementation", "Realizācija"), FRONT.replace("An impl", "The impl")),
    ],
)  # fmt: skip
def test_what_does(old: str, translation: str, new: str) -> None:
    assert not merge(old.encode(), translation.encode(), new.encode()).current
