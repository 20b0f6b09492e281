"""What a reader meets: every page in every language opens, whole and in its language, and asks no other host."""

from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.browser.visit import (
    ALL_PAGES,
    ARTICLE,
    ENGLISH_ONLY,
    LOCALES,
    PAGES,
    TARGETS,
    TITLES,
    Visit,
    follow,
    path_of,
    unfold,
)

FIRST_VIEW = 300_000  # bytes on the wire, compressed as every web host does
OWN = [(locale, page) for locale in LOCALES for page in (ALL_PAGES if locale == "en" else PAGES)]
OVER = """e => [...e.querySelectorAll("*"), e].some(
    part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline")"""


@pytest.mark.parametrize(("locale", "page"), OWN)
def test_every_page_opens_on_a_narrow_screen_in_its_language_and_asks_nobody_else(
    browser: Browser, site_url: str, locale: str, page: str
) -> None:
    with Visit(browser, site_url + path_of(locale, page), width=320, fresh=True) as visit:
        visit.rest()
        assert visit.page.locator("html").get_attribute("lang") == locale
        assert visit.page.locator("article h1").count() == 1
        assert visit.page.locator("article h1").inner_text().strip()
        assert visit.page.locator("[data-facing-toggle]").count() == (0 if locale == "en" else 2)
        assert visit.trouble == []
        sizes = [request.sizes() for request in visit.requests]
        assert sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) < FIRST_VIEW
        assert not any("pagefind" in request.url for request in visit.requests), (
            "search is loaded before it is asked for"
        )
        if page == ARTICLE:
            _article(visit.page.locator("article"), locale)
        _narrow(visit.page, locale)


def _article(article: Locator, locale: str) -> None:
    """It has its title, its five steps and its links."""
    assert article.locator("h1").inner_text() == TITLES[locale]
    assert article.locator("h1").get_attribute("id") == "communication-credits"
    assert [heading.get_attribute("id") for heading in article.locator("h2").all()] == ["since-2020", "about"]
    steps = article.locator("ol > li")
    assert steps.count() == 5
    bold = "xpath=.//strong[not(ancestor::*[contains(@class, 'facing-source') or contains(@class, 'recharge')])]"
    assert [step.locator(bold).count() for step in steps.all()] == [1, 2, 0, 1, 1]
    assert article.locator("strong a[href$='linkid=842054']:visible").count() == 1
    assert article.locator("table tbody tr").count() == 5
    text = article.inner_text()
    assert "**" not in text
    assert "{" not in text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_calculator_is_on_its_page_and_at_the_article_s_trigger_step(
    browser: Browser, site_url: str, locale: str
) -> None:
    with Visit(browser, site_url + path_of(locale)) as visit:
        small = visit.page.locator("ol > li").nth(3).locator("recharge-calculator")
        assert small.get_attribute("lang") == locale
        follow(small.locator("a").first, "**" + path_of(locale, "recharge-calculator.md") + "**")
        full = visit.page.locator("recharge-calculator.recharge-full")
        assert full.get_attribute("lang") == locale
        assert full.locator("output").inner_text().strip()
        assert visit.trouble == []


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_reaches_over_the_edge_where_there_is_no_page(browser: Browser, site_url: str, locale: str) -> None:
    # A page that exists in English only has the same words in every locale, in another frame.
    there = [] if locale == "en" else [ENGLISH_ONLY[0]]
    with Visit(browser, site_url + path_of(locale, "no/such/page.md"), width=320) as visit:
        _narrow(visit.page, locale)
        for page in there:
            visit.page.goto(site_url + path_of(locale, page))
            _narrow(visit.page, locale)


def _narrow(page: Page, locale: str) -> None:
    """Nothing on the page reaches over the edge of the narrow screen that shows it."""
    for state in ("off", "on") if locale != "en" else ("off",):
        page.evaluate("state => { document.documentElement.dataset.facing = state }", state)
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{page.url}, facing {state}, is {wider} px too wide"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_words_of_the_frame_are_cut_off_or_covered(browser: Browser, site_url: str, locale: str) -> None:
    """Header, menu, search dialog and card: words on words, on arrows or outside of their boxes."""
    with Visit(browser, site_url + path_of(locale, "recharge-calculator.md")) as visit:
        for width in (320, 768, 1440):
            visit.page.set_viewport_size({"width": width, "height": 800})
            _frame(visit.page, locale, width)
        for width in (360, 390, 430, 479):
            visit.page.set_viewport_size({"width": width, "height": 800})
            assert visit.page.locator(".md-header__topic").first.evaluate(OVER) is False, (
                f"{width} px cut the site's name"
            )


def _frame(page: Page, locale: str, width: int) -> None:
    name = page.locator(".md-header__topic").first.evaluate(OVER)
    assert name is False, "the site's name is cut off"
    if locale != "en":
        free, needed = page.locator(".facing-card summary").evaluate(
            """summary => { const arrow = getComputedStyle(summary, "::after");
                 const box = summary.getBoundingClientRect();
                 const ends = [...summary.querySelectorAll("span")].flatMap(s => [...s.getClientRects()]);
                 return [box.right - Math.max(...ends.map(r => r.right)),
                         parseFloat(arrow.right) + parseFloat(arrow.width)] }"""
        )
        assert needed > 10
        assert free > needed, "the card's words reach its arrow"
    unfold(page.locator(".site-languages summary"))
    box = page.locator(".site-languages__list").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.locator(".site-languages summary").click()
    page.keyboard.press("Control+k")
    parts = [page.locator(f".site-search__{part}").bounding_box() for part in ("label", "words", "close")]
    for one, other in combinations(parts, 2):
        assert one is not None
        assert other is not None
        beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
        below = one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
        assert beside or below, "the parts of the search dialog cover each other"
    page.keyboard.press("Escape")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_buttons_have_names_in_the_page_s_language(browser: Browser, site_url: str, locale: str) -> None:
    english = {"Follow the system; switch to light", "Light; switch to dark", "Dark; switch to the system’s choice"}
    with Visit(browser, site_url + path_of(locale, "index.md")) as visit:
        labels = visit.page.locator("[data-md-component=palette] label").all()
        names = {label.get_attribute("title") for label in labels}
        assert len(names) == 3
        assert (names == english) == (locale == "en")


@pytest.mark.parametrize("locale", ["lv", "bg"])
def test_a_page_can_be_read_without_scripts(browser: Browser, site_url: str, locale: str) -> None:
    with Visit(browser, site_url + path_of(locale), width=320, scripts=False) as visit:
        page = visit.page
        assert page.locator("article ol > li").nth(4).is_visible()
        assert not any(piece.is_visible() for piece in page.locator(".facing-source").all())
        assert page.locator("[data-facing-toggle]:visible, [data-search-open]:visible").count() == 0
        unfold(page.locator(".facing-card summary"))
        assert page.locator(".facing-card a[hreflang=en]").first.is_visible()
        unfold(page.locator(".site-languages summary"))
        follow(page.locator(".site-languages a[hreflang=ro]"), site_url + path_of("ro"))
        assert page.locator("article h1").inner_text() == TITLES["ro"]


@pytest.mark.parametrize("locale", TARGETS)
def test_a_page_that_exists_only_in_english_says_so_in_the_reader_s_language(
    browser: Browser, site_url: str, built_site: Path, locale: str
) -> None:
    said = {
        "lv": "Šī lapa ir tikai oriģinālā (angļu).",
        "bg": "Тази страница съществува само в оригинал (английски).",
        "sv": "Den här sidan finns bara i original (engelska).",
        "sl": "Ta stran je na voljo samo v izvirniku (angleščina).",
        "ro": "Această pagină există numai în original (engleză).",
    }
    for page in ENGLISH_ONLY:
        html = LexborHTMLParser((built_site / path_of(locale, page).strip("/") / "index.html").read_bytes())
        [notice], [title] = html.css("article .facing-notice"), html.css("article h1")
        assert notice.text(strip=True) == said[locale], page
        assert (_language(notice), _language(title)) == (locale, "en"), page
        assert html.css("[data-facing-toggle]") == [], page
    with Visit(browser, site_url + path_of(locale, ENGLISH_ONLY[0])) as visit:
        visit.rest()
        assert visit.page.locator("article .facing-notice").inner_text() == said[locale]
        assert visit.trouble == []


def _language(node: LexborNode | None) -> str | None:
    while node is not None and "lang" not in node.attributes:
        node = node.parent
    return node.attributes["lang"] if node is not None else None


@pytest.mark.parametrize("locale", LOCALES)
def test_an_address_without_a_page_is_answered_in_its_language(browser: Browser, site_url: str, locale: str) -> None:
    said = {
        "en": "Page not found",
        "lv": "Lapa nav atrasta",
        "bg": "Страницата не е намерена",
        "sv": "Sidan hittades inte",
        "sl": "Strani ni mogoče najti",
        "ro": "Pagina nu a fost găsită",
    }
    with Visit(browser, site_url + path_of(locale, "no/such/page.md")) as visit:
        assert visit.page.locator("html").get_attribute("lang") == locale
        assert visit.page.locator("article h1").inner_text() == said[locale]
        home = visit.page.locator("article section").first.locator("a")
        follow(home, site_url + path_of(locale, "index.md"))
        assert len([line for line in visit.trouble if not line.startswith("404")]) == 0
