"""What stands in the place of another thing: whether that was changed, or lost while something new came."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.rules.doc import Example

BOX = "{{< box >}}\n\nBuy `a`.\n\n{{< /box >}}\n\n{{< brands >}}\n"
AMONG = "A `a`.\n\nB `b`.\n\n{{< news >}}\n\nC `c`.\n\nD `d`.\n"
PARTS = "{{< box >}}\n\nBuy `a`.\n\n{{< /box >}}\n\nB `b`.\n"


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        # What ends something is not what stands by itself, unless it is called so.
        (BOX, "{{< box >}}\n\nKöp `a`.\n\n{{< /box >}}\n\n{{< /part >}}\n", ["directive-extra", "directive-missing"]),
        (BOX, "{{< box >}}\n\nKöp `a`.\n\n{{< /box >}}\n\n{{< /brands >}}\n", ["directive-changed"]),
        # Two that have nothing in common are one where what stands within or on either side is the same.
        (PARTS, "{{< part >}}\n\nKöp `a`.\n\n{{< /part >}}\n\nB `b`.\n", ["directive-changed", "directive-changed"]),
        (AMONG, "A `a`.\n\nB `b`.\n\n{{< brand >}}\n\nC `c`.\n\nD `d`.\n", ["directive-changed"]),
        (AMONG, "A `a`.\n\n{{< brand >}}\n\nD `d`.\n", ["directive-extra", "directive-missing"]),
        (AMONG, "A `a`.\n\n{{< newz >}}\n\nD `d`.\n", ["directive-changed"]),
        (AMONG.replace("news", 'a src="x/y"'), 'A `a`.\n\n{{< b src="x/y" >}}\n\nD `d`.\n', ["directive-changed"]),
        # The lost one is told with what was lost behind it.
        (AMONG.replace("news", 'a src="x/y"'), 'A `a`.\n\n{{< b src="x/z" >}}\n\nD `d`.\n', ["directive-extra"]),
    ],
)
def test_a_component_is_changed_or_another(source: str, target: str, told: list[str]) -> None:
    found = findings(Example(source, target, dialect="hugo"))
    assert sorted(one.rule for one in found if one.rule.startswith("directive")) == told


@pytest.mark.parametrize(
    ("label", "there"), [("[Logg][log]", "/spec/logs/"), ("[Logg](/spec/otel/all/words#log)", "#log")]
)
def test_a_reference_is_rather_another_reference(label: str, there: str) -> None:
    """Of two links with one text, of which one is lost."""
    source = "See [Log](#log), and [Log][].\n\n[Log]: /spec/logs/\n\n## Log\n"
    found = findings(Example(source, f"Se {label}.\n\n[log]: /spec/otel/all/words#log\n\n## Log\n"))
    assert [f'leads to "{there}"' in one.text for one in found if one.rule == "link-target"] == [True]


ROWS = "| Java | [Pay](pay/a) | [Pay](pay/a) |\n{}| Kotlin | `k` | `l` |\n"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("| Type | [Front](front/b) | [Front](front/b) |\n", "link-missing"),
        ("", "link-target"),
        ("| Type | [Front](pay/ab) | [Front](pay/ab) |\n", "link-target"),  # a slip
    ],
)
def test_a_link_that_leads_where_a_lost_row_did_came_along_with_it(more: str, told: str) -> None:
    head = "| A | B | C |\n| - | - | - |\n"
    there = "pay/ab" if "pay/ab" in more else "front/b"
    row = f"| Java | [Framsida]({there}) | [Betala](pay/a) |\n"
    found = findings(Example(head + ROWS.format(more), f"{head}{row}| Kotlin | `k` | `l` |\n"))
    assert [one.rule for one in found if one.rule in ("link-missing", "link-target")] == [told]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("c --save 2\nd --x 3\n", 'is missing in this code: "$ b'),
        ("b --save 1\nd --x 3\n", 'is missing in this code: "$ c'),
        ("b --save 1\nc --save 2\n", "ends before the source's: \"$ d"),
    ],
)
def test_a_line_that_was_lost_is_named_and_not_the_next(lines: str, told: str) -> None:
    code = "Run `a`:\n\n```console\n{}```\n"
    there, here = (code.format("".join(f"$ {line}\n" for line in text.splitlines())) for text in (THREE, lines))
    [found] = [one.text for one in findings(Example(there, here)) if one.rule == "code-block"]
    assert told in found


THREE = "b --save 1\nc --save 2\nd --x 3\n"
DIAGRAM = "```mermaid\ngraph TD\n{}```\n"


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        ("b(Kiosk)\nc(Kassa)\nb --> c\n", "warning"),
        ("a(Butik)\nb(Kiosk)\nc(Kassa)\nb --- c\n", "error"),
        ("b(Kiosk)\nc(Kassa)\nb --- c\n", "error"),
    ],
)
def test_a_line_of_a_diagram_is_compared_with_its_own(lines: str, severity: str) -> None:
    source = DIAGRAM.format(f"a(Shop){'' if 'Butik' in lines else ':::one'}\nb(Stall)\nc(Checkout)\nb --> c\n")
    found = findings(Example(source, DIAGRAM.format(lines)))
    assert [one.severity.value for one in found if one.rule == "diagram-changed"] == [severity]


PLACE = "See [it]({}), and `a`.\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('{{< ref "b.md#c" >}}', '{{< ref "/docs/a/b.md#c" >}}', []),
        ('{{< ref "b.md#c" >}}', '{{< ref "/docs/a/d.md#c" >}}', ["error"]),
        ("../a/b/", '{{< relref path="/docs/a/b.md" lang="en" >}}', []),
        ('{{< ref "b.md" >}}', "https://x.example/sv/docs/b/", ["info"]),
        ('{{< ref "b.md" >}}', "https://x.example/sv/docs/c/", ["error"]),
        ("/docs/b/?check=no#c", "/docs/b/#c", ["warning"]),
        ("/docs/b/?check=no#c", "/docs/d/#c", ["error"]),
        ("https://x.example/?q=%22good%20first%22", "https://x.example/?q=%22good+first%22", []),
        ("https://x.example/?q=%22good%20first%22", "https://x.example/?q=%22good-first%22", ["error"]),
    ],
)
def test_a_page_is_the_same_by_its_name_and_by_its_way(old: str, new: str, told: list[str]) -> None:
    found = findings(Example(PLACE.format(old), PLACE.format(new).replace("See", "Se"), dialect="hugo"))
    assert [one.severity.value for one in found if one.rule == "link-target"] == told


AT = "https://p.example/in"


@pytest.mark.parametrize(
    ("said", "here", "told"),
    [
        # The words of the one link stand in the source without being a link.
        ("Add (in width). [Growth](/growth/) helps.", "Ta ([in width](/sv/width/)). Det hjälper.", "link-missing"),
        ("Add (in height). [Growth](/growth/) helps.", "Ta ([in width](/sv/width/)). Det hjälper.", "link-target"),
        # Another person, whom nothing in the source names; and an address that was changed.
        (f"By [Ann Berg]({AT}/ann-catherine-berg/).", f"Это [Garima Negi]({AT}/garima-negi-0398/).", "link-missing"),
        (f"By [Ann Berg]({AT}/ann-catherine-berg/).", f"Это [Анн Берг]({AT}/garima-negi-0398/).", "link-target"),
        # Two were lost, and one is new: which of them it was, nobody knows.
        ("See [one](/here/one/) and [two](/there/two/).", "Se [tre](/x/y/) här.", "link-missing"),
        ("See [one](/here/one/) and two.", "Se [tre](/x/y/) här.", "link-target"),
    ],
)  # fmt: skip
def test_a_link_leads_elsewhere_only_if_it_is_the_one_of_the_source(said: str, here: str, told: str) -> None:
    found = {one.rule for one in findings(Example(said + "\n", here + "\n")) if one.severity.value == "error"}
    assert found == {told}


@pytest.mark.parametrize(
    ("other", "told"),
    [(":::tip\n\nTake care of it.\n\n:::", False), ('<Tabs key="b">\n\nTake care of it.\n\n</Tabs>', True)],
)
def test_a_callout_is_no_component(other: str, told: bool) -> None:
    source = f"See [a](a.md).\n\n{other}\n\nSee [b](b.md).\n"
    target = 'Se [a](a.md).\n\n<Tabs key="c">\n\n```sh\nrun\n```\n\n</Tabs>\n\nSe [b](b.md).\n'
    found = [one.rule for one in findings(Example(source, target, dialect="mdx"))]
    assert ("directive-changed" in found) is told


@pytest.mark.parametrize(("more", "told"), [("Kör sedan `fix` på allt.\n\n", True), ("", False)])
def test_an_item_of_which_no_other_has_a_counterpart_was_no_item_once(more: str, told: bool) -> None:
    source = "See [a](a.md).\n\n- Replace `main` with a tag.\n- Run `fix` for what it can do.\n\nSee [b](b.md).\n"
    found = findings(Example(source, f"Se [a](a.md).\n\nÄven `main` byts mot en tagg.\n\n{more}Se [b](b.md).\n"))
    rules = {one.rule for one in found}
    assert ("list-lost" in rules, "list-item-missing" in rules) == (told, not told)


def test_a_container_is_called_by_its_name_alone() -> None:
    source = "See [a](a.md).\n\n:::tip\nTake care, as it is new:\n\n````ps\ngo\n:::\n\n````\n\nSee [b](b.md).\n"
    target = "Se [a](a.md).\n\n5. Lägg till `x`.\n\n<Tabs>\n\n```sh\nrun\n```\n\n</Tabs>\n\nSe [b](b.md).\n"
    found = [one.rule for one in findings(Example(source, target, dialect="mdx"))]
    assert "directive-changed" not in found


RAW = "Use {% raw %} {% href %} {% endraw %} now.\n"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("Använd `{% raw %} {% href %} {% endraw %}` nu.\n", 0),
        ("Använd `{% raw %} {% herf %} {% endraw %}` nu.\n", 1),
        ("Använd det nu.\n", 2),
    ],
)
def test_what_shows_directives_may_be_set_as_code(target: str, told: int) -> None:
    found = findings(Example(RAW, target))
    assert sum(one.rule == "directive-missing" for one in found) == told


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("The <code v-pre>{{key}}</code> of it.\n", "Dess `{{key}}`.\n", 0),
        ("The <code v-pre>{{key}}</code> of it.\n", "Dess `{{yek}}`.\n", 1),
        ("The {{key}} of it.\n", "Dess `{{key}}`.\n", 1),
    ],
)
def test_what_an_element_shows_as_it_stands_may_be_set_as_code(source: str, target: str, told: int) -> None:
    assert sum(one.rule == "directive-missing" for one in findings(Example(source, target))) == told
