"""Pairs that a reader is shown are right or there are none; what is said to be missing is missing."""

from __future__ import annotations

import pytest

from facingpages.document import Document
from facingpages.mkdocs.columns import order
from facingpages.mkdocs.counterparts import counterparts
from facingpages.read import read_page

MISSING, NOT_FOUND = "missing", "not found"


def read(text: str) -> Document:
    return read_page(text.encode(), path="page.md", dialect="mkdocs")


def shown(source: str, target: str) -> dict[str, str]:
    """For the text of every source block that of its counterpart, or what is said in its place."""
    return {
        " ".join(block.text for block in one.source): " ".join(block.text for block in one.target)
        or (MISSING if one.certain else NOT_FOUND)
        for one in counterparts(read(source), read(target))
    }


def test_a_version_stands_beside_itself_or_beside_nothing() -> None:
    source = (
        "# Changes\n\n## 2.2.0\n\nThe price list was made anew.\n\n## 2.1.0\n\nOld formats are read again.\n\n"
        "## 2.0.0\n\nEverything begins here.\n"
    )
    target = (
        "# Izmaiņas\n\n## 2.1.0\n\nAtkal lasa vecos formātus.\n\n## 2.0.0\n\nViss sākas šeit.\n\n"
        "## 1.9.0\n\nCenas ir citas.\n"
    )
    found = shown(source, target)
    assert found["2.1.0"] == "2.1.0"
    assert found["2.0.0"] == "2.0.0"
    assert found["Old formats are read again."] == "Atkal lasa vecos formātus."
    assert found["2.2.0"] in (MISSING, NOT_FOUND)
    assert found["The price list was made anew."] in (MISSING, NOT_FOUND)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("# A\n\n## 2.2.0\n\nNew prices.\n", "# A\n\n## 2.0.0\n\nVecas cenas.\n"),
        ("# A\n\n- 2.2.0: new prices\n", "# A\n\n- 2.0.0: vecas cenas\n"),
        ("# A\n\n| V | W |\n|--|--|\n| 2.2.0 | new |\n", "# A\n\n| V | W |\n|--|--|\n| 2.0.0 | vecas |\n"),
    ],
)
def test_one_version_is_not_another_though_the_page_has_the_same_form(source: str, target: str) -> None:
    found = shown(source, target)
    assert [said for text, said in found.items() if "2.2.0" in text] == [NOT_FOUND]
    assert "Vecas cenas." not in found.values()


def test_a_number_within_a_text_does_not_part_a_pair() -> None:
    source = "# A\n\nRead this before you begin: Python 3.8 is needed.\n\nThe end of it.\n"
    target = "# A\n\nIzlasiet pirms sākat: vajadzīgs Python 3.6 vai jaunāks.\n\nTās beigas.\n"
    assert NOT_FOUND not in shown(source, target).values()


def test_what_was_reworded_is_not_said_to_be_missing() -> None:
    source = (
        "# Terms\n\nUsed here.\n\n## Words\n\nBalance\n:   What is left on [the account](a.md) at `12:00`.\n\n"
        "Trigger\n:   The amount at which [a recharge](b.md) begins.\n"
    )
    target = (
        "# Termini\n\nLieto šos vārdus.\n\n## Vārdi\n\nBilance\n:   Cik naudas jums vēl ir pēc tam, kad viss ir "
        "samaksāts, arī par sarunām, kas vēl nav beigušās, un par to, kas vēl tikai notiks; skatiet [visu](zzz.md).\n\n"
        "Slieksnis\n:   Summa, pie kuras sākas [papildināšana](b.md).\n"
    )
    assert MISSING not in shown(source, target).values()


def test_a_table_in_html_is_not_said_to_be_missing_beside_one_in_markdown() -> None:
    rows = "".join(f"<tr><td>Plan {n}</td><td>{n}0 euros</td></tr>\n" for n in range(1, 5))
    source = f"# Plans\n\nThe plans are these.\n\n<table>\n{rows}</table>\n\nChoose one of them.\n"
    lines = "".join(f"| Plāns {n} | {n}0 eiro |\n" for n in range(1, 5))
    target = f"# Plāni\n\nPlāni ir šādi.\n\n| Nosaukums | Cena |\n| --- | --- |\n{lines}\nIzvēlieties vienu.\n"
    for one, other in ((source, target), (target, source)):
        found = shown(one, other)
        assert MISSING not in found.values()
    assert shown(source, target)["Choose one of them."] == "Izvēlieties vienu."


def test_what_was_moved_stands_beside_itself() -> None:
    first = ("Minutes bought in 2024 are lost after 90 days.", "Minūtes, kas pirktas 2024. gadā, zūd pēc 90 dienām.")
    second = ("The operator answers from 08:30 until 17:45.", "Operators atbild no 08:30 līdz 17:45.")
    third = ("Nothing else has to be done on this page.", "Nekas cits šajā lapā nav jādara.")
    source = "# A\n\n" + "\n\n".join((first[0], second[0], third[0])) + "\n"
    target = "# A\n\n" + "\n\n".join((second[1], third[1], first[1])) + "\n"
    found = shown(source, target)
    assert found[first[0]] == first[1]
    assert found[second[0]] == second[1]
    assert found[third[0]] in (third[1], NOT_FOUND)


def test_what_lacks_is_said_to_lack_only_where_nothing_else_is_left_over() -> None:
    source = "# A\n\nBuy a number at [the shop](s.md).\n\nA word of warning.\n\nThen [wait](w.md).\n"
    whole = "# A\n\nPērciet numuru [veikalā](s.md).\n\n{}Tad [gaidiet](w.md).\n"
    assert shown(source, whole.format(""))["A word of warning."] == MISSING
    elsewhere = whole.format("") + "\n## Vēl\n\nBrīdinājuma vārds.\n"
    assert shown(source, elsewhere)["A word of warning."] != MISSING
    merged = "# A\n\nBuy a number.\n\nThen you will have to wait for a day.\n\n1. Press [Save](s.md).\n"
    one = "# A\n\nPērciet numuru, un pēc tam jums būs vēl kādu dienu jāgaida.\n\n1. Nospiediet [Saglabāt](s.md).\n"
    assert MISSING not in shown(merged, one).values()


def test_a_sentence_that_goes_on_below_a_list_may_be_told_above_it() -> None:
    source = "# A\n\nOn these tasks, which are new:\n\n1. buying\n2. selling\n\nteams can work now.\n"
    target = "# A\n\nTagad komandas var strādāt pie šiem uzdevumiem:\n\n1. pirkšana\n2. pārdošana\n"
    assert shown(source, target)["teams can work now."] == NOT_FOUND
    ended = source.replace("which are new:", "which are new, work now.")
    assert shown(ended, target)["teams can work now."] == MISSING


def test_what_stands_together_is_missing_together_or_not_at_all() -> None:
    source = "# A\n\nHere.\n\n## B\n\nThis part tells what is new in prices.\n\n- one\n- two\n\n## C\n\nThere.\n"
    target = "# A\n\nŠeit.\n\n## C\n\nTur.\n\nŠī daļa stāsta, kas cenās ir jauns.\n"
    found = shown(source, target)
    assert len({found[text] for text in ("B", "one", "two")}) == 1


def test_columns_in_another_order_are_found_by_cells_that_say_the_same() -> None:
    rows = [
        (("api", "TheInterface", "80"), ("80", "api", "Saskarne")),
        (("web", "ThePages", "443"), ("443", "web", "Lapas")),
    ]
    assert list(order(rows)) == [2, 0, 1]
    assert list(order(rows[:0])) == []
    same = [(("yes", "no"), ("jā", "nē")), (("api", "no"), ("nē", "api"))]  # one cell may be a slip
    assert list(order(same)) == [0, 1]
    assert list(order([(("a", "b"), ("b",))])) == [0, 1]
