"""The page fragment the server writes: complete without scripts, and in the article's own words."""

import re
from html.parser import HTMLParser

import pytest
from tests.recharge.conftest import ROOT

from recharge.catalog import catalog
from recharge.language import LOCALES
from recharge.messages import PAGE, REPORT
from recharge.render import MARKERS, place, render

COLUMNS = ("start time", "start date time", "start date", "call start time")  # of usage reports
SCRIPTS = sorted((ROOT / "docs" / "assets" / "recharge").glob("*.js"))
# Step 3 of the article names the amount inside a sentence: in Latvian in the accusative, in Bulgarian with the article.
INFLECTED = {"lv": "papildināšanas summu", "bg": "сумата за презареждане"}


class Elements(HTMLParser):
    """All start tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.found if attribute in attributes]


@pytest.mark.parametrize("locale", LOCALES)
def test_ids_are_unique_and_every_reference_has_its_target(locale: str) -> None:
    elements = Elements(render(locale) + render(locale, variant="small"))
    ids = elements.values("id")
    assert len(ids) == len(set(ids))
    for attribute in ("for", "aria-describedby", "aria-labelledby"):
        for value in elements.values(attribute):
            assert set(value.split()) <= set(ids)
    labelled = set(elements.values("for"))
    for tag, attributes in elements.found:
        # Radio buttons and the replay's switch stand inside their labels, its slider names itself; what only the script
        # opens (a file, a calendar) is no field to anybody.
        named = attributes.get("type") == "radio" or attributes.get("name") == "aloud" or "aria-label" in attributes
        if tag in ("select", "textarea", "input") and not named and "aria-hidden" not in attributes:
            assert attributes["id"] in labelled


@pytest.mark.parametrize("locale", LOCALES)
def test_amounts_are_typed_as_text_with_a_decimal_keyboard(locale: str) -> None:
    inputs = {a["name"]: a for tag, a in Elements(render(locale)).found if tag == "input" and a["type"] == "text"}
    for name in ("opening", "recharge_amount", "trigger", "use", "use_per_month", "manual", "monthly_cap"):
        assert inputs[name]["inputmode"] == "decimal"
    for name in ("start", "manual_on", "purchased"):
        assert inputs[name]["inputmode"] == "text"
    # A browser's own number and date fields write as the browser is set, not as the page is written.
    shown = [a for tag, a in Elements(render(locale)).found if tag == "input" and "aria-hidden" not in a]
    assert {a["type"] for a in shown} == {"text", "radio", "checkbox", "range"}


@pytest.mark.parametrize("locale", LOCALES)
def test_field_labels_are_the_articles_own(locale: str) -> None:
    article = (ROOT / "docs" / locale / "communication-credits.md").read_text(encoding="utf-8")
    steps = dict(re.findall(r"^([34])\. +(.+)$", article, flags=re.M))
    words = catalog(locale)
    trigger = re.findall(r"\*\*(.+?)\*\*", steps["4"])
    assert trigger == [words.text("trigger")]
    amount = words.text("recharge_amount").lower()
    assert INFLECTED.get(locale, amount) in steps["3"].lower()
    # Inflected or not, it is the same word: all but the last letters agree.
    assert INFLECTED.get(locale, amount)[:5] == amount[:5] or locale == "bg"


@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_reader_without_scripts_gets(locale: str) -> None:
    html = render(locale).split('<script type="application/json">')[0]
    assert "<noscript>" in html
    assert '<svg class="recharge-plot" role="img" aria-label="' in html
    # Head, opening, 30 days of use, three recharges with use before and after them, closing.
    assert html.count("<tr>") == 1 + 1 + 30 + 3 * 2 + 1
    assert "max(1; 0 + 2)" in html
    assert "{" not in html
    text = catalog(locale)
    for key in ("assume_blocked", "fact_expiry", "source_setup"):
        assert text.text(key) in html


def test_a_page_gets_the_form_its_marker_names() -> None:
    full, small = MARKERS
    page = place(f"<h1>x</h1>{full}<p>y</p>", "sv")
    assert page == f"<h1>x</h1>{render('sv')}<p>y</p>"
    article = place(f"<li>{small}</li>", "sv", calculator="../calc/")
    assert article == f"<li>{render('sv', variant='small', calculator='../calc/')}</li>"
    assert 'href="../calc/"' in article
    assert place("<p>neither</p>", "sv") == "<p>neither</p>"


def test_another_locale_is_refused() -> None:
    with pytest.raises(ValueError, match="no such locale"):
        render("lt")


def test_the_words_handed_over_cannot_end_the_script_element() -> None:
    for locale in LOCALES:
        after = render(locale).split('<script type="application/json">')[1]
        assert after.count("<") == after.count("</script></recharge-calculator>") * 2


def test_the_script_owns_no_words() -> None:
    known = {message if isinstance(message, str) else message.other for message in (REPORT | PAGE).values()}
    for script in SCRIPTS:
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script.read_text(encoding="utf-8"), flags=re.S)
        literals = re.findall(r'"([^"\n]*)"|`([^`]*)`', code)
        for literal in {one or other for one, other in literals}:
            assert literal not in known or literal.islower(), (script.name, literal)
            # Two words in a row outside of markup would be a text.
            text = re.sub(r"<[^>]*>|\$\{[^}]*\}", "", literal)
            assert not re.search(r"[A-Za-zĀ-ž]{3,} [a-zā-ž]{3,}", text) or text in COLUMNS, (
                script.name,
                literal,
            )
