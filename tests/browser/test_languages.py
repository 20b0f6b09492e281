"""The language menu: the same page and heading in another language, by mouse and by keyboard."""

import pytest
from playwright.sync_api import Browser
from tests.browser.visit import LOCALES, TITLES, Visit, follow, path_of, unfold
from tests.browser.windows import own_window

MENU = ".site-languages"


def test_the_menu_leads_to_the_same_page_by_keyboard(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of(LOCALES[0])) as visit:
        page = visit.page
        for locale, other in zip(LOCALES, [*LOCALES[1:], LOCALES[0]], strict=True):  # from each to each, once round
            page.locator(f"{MENU} summary").focus()
            page.keyboard.press("Enter")
            links = page.locator(f"{MENU} a").all()
            assert [link.get_attribute("hreflang") for link in links] == list(LOCALES)
            assert [link.get_attribute("lang") for link in links] == list(LOCALES)
            assert page.locator(f"{MENU} [aria-current]").get_attribute("hreflang") == locale
            page.locator(f"{MENU} a[hreflang={other}]").focus()
            page.keyboard.press("Enter")
            page.wait_for_url(site_url + path_of(other))
            assert page.locator("article h1").inner_text() == TITLES[other]


def test_the_menu_keeps_the_source_in_view_by_way_of_the_source_too(browser: Browser, site_url: str) -> None:
    with Visit(browser, f"{site_url}{path_of('lv')}?facing=on") as visit:
        for locale in ("en", "sv"):
            unfold(visit.page.locator(f"{MENU} summary"))
            follow(visit.page.locator(f"{MENU} a[lang={locale}]"), f"{site_url}{path_of(locale)}?facing=on")
        assert visit.page.locator(".facing-source").first.is_visible()


@pytest.mark.parametrize("locale", ["en", "bg"])
def test_the_menu_keeps_the_heading_that_is_read(browser: Browser, site_url: str, locale: str) -> None:
    with Visit(browser, site_url + path_of(locale), width=800) as visit:
        page = visit.page
        page.evaluate("document.getElementById('since-2020').scrollIntoView()")
        unfold(page.locator(f"{MENU} summary"))
        follow(page.locator(f"{MENU} a[lang=ro]"), f"{site_url}{path_of('ro')}#since-2020")
        top = page.locator("#since-2020").evaluate("heading => heading.getBoundingClientRect().top")
        assert -5 < top < 200


def test_the_menu_closes_with_escape_with_a_click_elsewhere_and_when_it_is_left(
    browser: Browser, site_url: str
) -> None:
    with Visit(browser, site_url + path_of("lv")) as visit:
        page, summary = visit.page, visit.page.locator(f"{MENU} summary")
        menu = page.locator(MENU)
        unfold(summary)
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert menu.get_attribute("open") is None
        assert summary.evaluate("element => element === document.activeElement")
        unfold(summary)
        page.locator("article h1").click()
        assert menu.get_attribute("open") is None
        summary.focus()
        page.keyboard.press("Enter")
        for _ in range(len(LOCALES) + 1):
            page.keyboard.press("Tab")
        assert menu.get_attribute("open") is None


@pytest.mark.parametrize("locale", ["en", "sv"])
def test_the_menu_marks_languages_that_lack_the_page(browser: Browser, site_url: str, locale: str) -> None:
    with Visit(browser, site_url + path_of(locale, "localizers/check.md")) as visit:
        unfold(visit.page.locator(f"{MENU} summary"))
        marks = {link.get_attribute("lang"): link.inner_text() for link in visit.page.locator(f"{MENU} a").all()}
        assert marks["lv"] == "Latviešu (angļu)"
        assert marks["bg"] == "Български (английски)"
        assert marks["en"] == "English"
        visit.page.goto(site_url + path_of(locale))
        unfold(visit.page.locator(f"{MENU} summary"))
        assert not any("(" in link.inner_text() for link in visit.page.locator(f"{MENU} a").all())


@pytest.mark.parametrize("language", ["bg-BG", "sv-SE"])
def test_an_address_never_leads_elsewhere_by_itself(browser: Browser, site_url: str, language: str) -> None:
    page = own_window(browser, locale=language)
    for path in (path_of("lv"), "/"):
        page.goto(site_url + path)
        page.wait_for_timeout(300)
        assert page.url == site_url + path
    page.context.close()


@pytest.mark.parametrize("locale", ["bg", "sv"])  # the script is the same in all
def test_what_a_reader_entered_goes_along_into_another_language(browser: Browser, site_url: str, locale: str) -> None:
    page = "recharge-calculator.md"
    with Visit(browser, site_url + path_of("en", page)) as visit:
        visit.page.locator("input[name=trigger]").fill("75")
        visit.page.locator("input[name=recharge_amount]").fill("320")
        visit.page.keyboard.press("Tab")
        visit.page.wait_for_function("location.hash.includes('320')")
        unfold(visit.page.locator(".site-languages summary"))
        follow(visit.page.locator(f".site-languages a[lang={locale}]"), "**" + path_of(locale, page) + "*")
        assert visit.page.locator("html").get_attribute("lang") == locale
        for name, value in (("trigger", "75"), ("recharge_amount", "320")):
            visit.page.wait_for_function(
                f"document.querySelector('.recharge-full input[name={name}]').value.startsWith('{value}')"
            )
