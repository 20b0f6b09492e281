"""What is around a page: a link at each heading, copy buttons, the pages before and after, a date, shared links."""

import re
import struct
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.visit import ARTICLE, LOCALES, Visit, follow, path_of
from tests.browser.windows import own_window

CALCULATOR = "recharge-calculator.md"
META = re.compile(r'<meta property="og:([^"]+)" content="([^"]*)">')


@pytest.mark.parametrize("locale", LOCALES)
def test_a_shared_link_has_a_title_and_a_picture_in_the_page_s_language(built_site: Path, locale: str) -> None:
    for page, name in ((ARTICLE, "site"), (CALCULATOR, "calculator")):
        file = built_site / path_of(locale, page).strip("/") / "index.html"
        told = dict(META.findall(file.read_text("utf-8").split("</head>")[0]))
        assert told["url"] == f"https://facingpages.example{path_of(locale, page)}"
        assert told["title"]
        assert told["description"]
        assert told["locale"].startswith(f"{locale}_")
        picture = told["image"].removeprefix("https://facingpages.example/")
        assert picture == f"assets/previews/{name}-{locale}.png"
        size = struct.unpack(">II", (built_site / picture).read_bytes()[16:24])
        assert size == (1200, 630) == (int(told["image:width"]), int(told["image:height"]))


def test_every_heading_and_code_block_can_be_passed_on(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("en", "localizers/check.md")) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        button = visit.page.get_by_role("button", name="Copy", exact=True).first
        button.click()
        visit.page.get_by_role("button", name="Copied").wait_for()
        code = visit.page.locator("pre code").first.inner_text()
        assert visit.page.evaluate("navigator.clipboard.readText()").strip() == code.strip() != ""
        headings = visit.page.locator("article h2[id]")
        assert headings.count() == visit.page.locator("article h2 a.headerlink").count() > 3
        visit.page.locator("article h2 a.headerlink").nth(2).focus()
        visit.page.keyboard.press("Enter")
        assert visit.page.url.endswith("#" + str(headings.nth(2).get_attribute("id")))


def test_a_page_leads_on_in_its_language(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("bg")) as visit:
        follow(visit.page.locator("a.md-footer__link--next"), "**" + path_of("bg", CALCULATOR))
        follow(visit.page.locator("a.md-footer__link--prev"), "**" + path_of("bg", ARTICLE))
        assert visit.page.locator("[data-report]").count() == 0, "a report is off where no address is set"
        assert visit.page.locator("a[rel=edit]").count() == 0


def test_the_button_that_leads_up_covers_no_line_that_comes_into_sight(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("bg"), width=390) as visit:
        visit.page.evaluate("scrollTo(0, 2000)")
        button = visit.page.locator(".md-top")
        visit.page.wait_for_function("scrollY > 1000")
        visit.page.mouse.wheel(0, -300)
        visit.page.wait_for_function("!document.querySelector('.md-top').hidden")
        box = button.bounding_box()
        assert box is not None
        assert box["y"] > 700, "it lies at the lower edge"
        assert 360 < box["x"] + box["width"] <= 390
        button.click()
        visit.page.wait_for_function("scrollY === 0")


@pytest.mark.parametrize("locale", ["en", "bg"])
def test_a_slash_opens_the_search_but_not_where_somebody_writes(browser: Browser, site_url: str, locale: str) -> None:
    with Visit(browser, site_url + path_of(locale, CALCULATOR)) as visit:
        visit.page.wait_for_function("!document.querySelector('fieldset').disabled")  # the calculator starts late
        field = visit.page.locator("input[name=trigger]")
        field.press("/")
        assert not visit.page.locator(".site-search[open]").is_visible()
        visit.page.locator("h1").click()
        visit.page.keyboard.press("/")
        assert visit.page.locator(".site-search[open]").is_visible()
        assert visit.page.locator(".site-search input").input_value() == ""


def test_an_address_without_a_page_offers_the_search(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("sl", "no/such/page.md")) as visit:
        visit.page.locator("article section").first.get_by_role("button").click()
        visit.page.locator(".site-search input").fill("dobropisi")
        follow(visit.page.locator(".site-search__page").first, "**" + path_of("sl") + "*")
        assert visit.page.locator("html").get_attribute("lang") == "sl"


def test_keys_are_named_only_where_there_are_keys(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("lv")) as visit:
        assert visit.page.locator(".facing-button kbd").is_visible()
        logo, button = (visit.page.locator(f"{place} svg").first.inner_html() for place in (".md-logo", ".site-facing"))
        assert logo != button
    page = own_window(browser, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page.goto(site_url + path_of("lv"))
    assert page.locator(".facing-button").is_visible()
    assert not page.locator(".facing-button kbd").is_visible()
    page.context.close()
