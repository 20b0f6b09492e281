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
        (AMONG.replace("news", 'a src="x/y"'), 'A `a`.\n\n{{< b src="x/z" >}}\n\nD `d`.\n', None),
    ],
)
def test_a_component_is_changed_or_another(source: str, target: str, told: list[str] | None) -> None:
    found = findings(Example(source, target, dialect="hugo"))
    told = told or ["directive-extra", "directive-missing"]
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
