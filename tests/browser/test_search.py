"""Search: what readers type - exact, inflected, without diacritics, quoted - finds the page, in their language only."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.visit import LOCALES, PAGES, TITLES, Visit, path_of

ARTICLE, CALCULATOR, HOME = "communication-credits.md", "recharge-calculator.md", "index.md"
QUERIES = [
    ("en", "communication credits", ARTICLE),
    ("en", "recharging", ARTICLE),
    ("en", "trigger amount", ARTICLE),
    ("en", '"Save changes"', ARTICLE),
    ("en", "toll-free numbers", ARTICLE),
    ("en", "calculator", CALCULATOR),
    ("en", "translated by machine", HOME),
    ("lv", "komunikācijas kredīti", ARTICLE),
    ("lv", "krediti", ARTICLE),
    ("lv", "komunikacijas krediti", ARTICLE),
    ("lv", "papildināšana", ARTICLE),
    ("lv", "papildinasanas kalkulators", CALCULATOR),
    ("lv", "bilance", ARTICLE),
    ("lv", "audiokonferenču", ARTICLE),
    ("lv", '"Saglabāt izmaiņas"', ARTICLE),
    ("lv", "kredītiem", ARTICLE),
    ("lv", "mašīntulkojums", HOME),
    ("bg", "кредити за комуникация", ARTICLE),
    ("bg", "презареждане", ARTICLE),
    ("bg", "автоматично презареждане", ARTICLE),
    ("bg", "баланса", ARTICLE),
    ("bg", "кредита", ARTICLE),
    ("bg", '"кредити за комуникация"', ARTICLE),
    ("bg", "калкулатор", CALCULATOR),
    ("bg", "машинен превод", HOME),
    ("sv", "kommunikationskredit", ARTICLE),
    ("sv", "påfyllning", ARTICLE),
    ("sv", "pafyllning", ARTICLE),
    ("sv", "saldot", ARTICLE),
    ("sv", "kalkylatorn", CALCULATOR),
    ("sv", '"Spara ändringar"', ARTICLE),
    ("sv", "översatta av människor", HOME),
    ("sl", "dobropisi za komuniciranje", ARTICLE),
    ("sl", "dobropisov", ARTICLE),
    ("sl", "samodejno polnjenje", ARTICLE),
    ("sl", "placujejo", HOME),
    ("sl", "stanjem", ARTICLE),
    ("sl", '"Shrani spremembe"', ARTICLE),
    ("sl", "kalkulator polnjenja", CALCULATOR),
    ("sl", "strojni prevod", HOME),
    ("ro", "credite de comunicații", ARTICLE),
    ("ro", "credite de comunicatii", ARTICLE),
    ("ro", "reincarcare", ARTICLE),
    ("ro", "reîncărcarea automată", ARTICLE),
    ("ro", '"Salvați modificările"', ARTICLE),
    ("ro", "soldul", ARTICLE),
    ("ro", "calculator de reîncărcare", CALCULATOR),
    ("ro", "traducere automată", HOME),
]
# What readers mean by other words, or mistype: the page for admins that must come first.
MEANT = [
    ("en", "card declined", CALCULATOR),
    ("en", "minimum amount", CALCULATOR),
    ("en", "comunication credits", ARTICLE),
    ("en", "how do I add funds", ARTICLE),
    ("en", "autorecharge", ARTICLE),
    ("lv", "karte noraidīta", CALCULATOR),
    ("lv", "minimālā summa", CALCULATOR),
    ("lv", "komunikacjas krediti", ARTICLE),
    ("bg", "отхвърлена карта", CALCULATOR),
    ("bg", "презаржедане", CALCULATOR),
    ("bg", "кредити за комуникция", ARTICLE),
    ("sv", "kortet nekas", CALCULATOR),
    ("sv", "minsta belopp", CALCULATOR),
    ("sv", "komunikationskredit", ARTICLE),
    ("sl", "zavrnjena kartica", CALCULATOR),
    ("sl", "najmanjši znesek", CALCULATOR),
    ("sl", "samodjeno polnjenje", ARTICLE),
    ("ro", "card refuzat", CALCULATOR),
    ("ro", "sumă minimă", CALCULATOR),
    ("ro", "credite de comuncații", ARTICLE),
]
ELSEWHERE = ["кредити", "kredīti", "dobropisi", "påfyllning", "reîncărcare", "localizers"]
NONE = {
    "en": "Nothing found",
    "lv": "Nekas nav atrasts",
    "bg": "Нищо не е намерено",
    "sv": "Inget hittades",
    "sl": "Ni zadetkov",
    "ro": "Nu s-a găsit nimic",
}


@pytest.fixture(scope="module")
def pages(browser: Browser, site_url: str) -> Iterator[dict[str, Page]]:
    """The home page of each language with its search open."""
    visits = {locale: Visit(browser, site_url + path_of(locale, HOME)) for locale in LOCALES}
    for visit in visits.values():
        visit.page.keyboard.press("Control+k")
        visit.page.locator(".site-search[open]").wait_for()
    yield {locale: visit.page for locale, visit in visits.items()}
    for visit in visits.values():
        assert visit.trouble == []
        visit.close()


def find(page: Page, words: str) -> list[str]:
    """The paths of the pages that are found, in order."""
    status = page.locator(".site-search__status")
    status.evaluate("status => { status.textContent = '' }")  # nothing is under way: what it says next is the answer
    page.locator(".site-search input").fill(words)
    page.wait_for_function("document.querySelector('.site-search__status').textContent !== ''")
    assert status.inner_text()
    found = page.locator(".site-search__page").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    return [str(path) for path in found]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_reader_finds_the_page_in_their_language_and_no_other(pages: dict[str, Page], locale: str) -> None:
    missed = []
    queries = [(words, page) for language, words, page in QUERIES if language == locale]
    assert len(queries) >= 7
    for words, page in queries:
        found = find(pages[locale], words)
        home = path_of(locale, "index.md")
        assert all(path.startswith(home) and (locale != "en" or path.split("/")[1] not in LOCALES) for path in found)
        if path_of(locale, page) not in found:
            missed.append(words)
    assert missed == []


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_meant_is_found_before_the_pages_for_localizers(pages: dict[str, Page], locale: str) -> None:
    own = [path_of(locale, page) for page in PAGES]
    missed = []
    for words, page in [(words, page) for language, words, page in MEANT if language == locale]:
        found = find(pages[locale], words)
        if not found or found[0] != path_of(locale, page):
            missed.append((words, found[:3]))
        first = [path in own for path in found]
        assert first == sorted(first, reverse=True), words
    assert missed == []


def test_what_is_for_localizers_is_found_by_its_own_words(pages: dict[str, Page]) -> None:
    assert find(pages["en"], "link-target")[0] == path_of("en", "localizers/rules/links.md")


def test_little_words_are_not_marked(pages: dict[str, Page]) -> None:
    assert find(pages["en"], "how do I add funds to the balance")
    marked = {text.lower().strip(".,") for text in pages["en"].locator(".site-search__results mark").all_inner_texts()}
    assert "funds" in marked
    assert not marked & {"how", "do", "i", "to", "the"}


@pytest.mark.parametrize("locale", LOCALES)
def test_words_of_another_language_find_none_of_its_pages(pages: dict[str, Page], locale: str) -> None:
    own = {path_of(locale, page) for page in PAGES}
    for words in ELSEWHERE:
        found = find(pages[locale], words)
        if locale != "en":  # the source beside a translation, and pages that exist only in English, are not searched
            assert set(found) <= own


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_found_is_said_in_the_reader_s_language(pages: dict[str, Page], locale: str) -> None:
    assert find(pages[locale], "qzxqzx") == []
    assert pages[locale].locator(".site-search__status").inner_text() == NONE[locale]


def test_the_dialog_works_by_keyboard_alone(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("lv", HOME)) as visit:
        page = visit.page
        opener = page.locator("[data-search-open]")
        opener.focus()
        page.keyboard.press("Enter")
        page.locator(".site-search[open]").wait_for()
        assert page.locator(".site-search input").evaluate("input => input === document.activeElement")
        page.keyboard.type("krediti")
        page.locator(".site-search__page").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert page.locator(".site-search__page").first.evaluate("link => link === document.activeElement")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Escape")
        page.wait_for_function("!document.querySelector('.site-search').open")
        assert opener.evaluate("button => button === document.activeElement")
        page.keyboard.press("Control+k")
        page.keyboard.press("Enter")
        page.wait_for_url("**" + path_of("lv", ARTICLE) + "*")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_is_listed_once_with_its_sections_below(pages: dict[str, Page], locale: str) -> None:
    assert find(pages[locale], TITLES[locale])
    entries = pages[locale].locator(".site-search__results > li").all()
    for entry in entries:
        titles = entry.locator(".site-search__title").all_inner_texts()
        assert len(set(titles)) == len(titles)
        excerpts = [text for text in entry.locator(".site-search__excerpt").all_inner_texts() if text]
        assert excerpts
        assert len(set(excerpts)) == len(excerpts)


def test_a_search_that_cannot_be_loaded_says_so(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("sv", HOME)) as visit:
        visit.page.route("**/pagefind/**", lambda route: route.abort())
        visit.page.locator("[data-search-open]").click()
        visit.page.locator(".site-search input").fill("saldo")
        status = visit.page.locator(".site-search__status")
        visit.page.wait_for_function("document.querySelector('.site-search__status').textContent !== ''")
        assert status.inner_text() == "Sökningen kunde inte läsas in."
