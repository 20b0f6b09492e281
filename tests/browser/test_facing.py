"""Facing pages: the source beside every block, when it is asked for, for eyes, keys, screen readers and printers."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.visit import ARTICLE, PAGES, TARGETS, Visit, path_of

SOURCE = ".facing-source"
STEPS = (
    "If you would like to add more funds without setting up auto recharge, click Add more funds",
    "To set up auto-recharge or change the auto-recharge amounts and trigger, click Modify recharge settings",
    "Enter the recharge amount.",
    "Enter a value in the When the balance falls below field.",
    "Click Save changes.",
)


def shown(page: Page) -> int:
    return int(
        page.evaluate("[...document.querySelectorAll('.facing-source')].filter(e => e.checkVisibility()).length")
    )


def box(page: Page, script: str) -> Any:
    return page.evaluate(
        f"(() => {{ const r = ({script}).getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] }})()"
    )


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("locale", TARGETS)
def test_every_block_has_its_source_after_it_and_every_piece_its_language(
    browser: Browser, site_url: str, locale: str, page: str
) -> None:
    with Visit(browser, f"{site_url}{path_of(locale, page)}?facing=on") as visit:
        pairs = visit.page.evaluate(
            """[...document.querySelectorAll('.facing-pair')].map(pair => ({
                 languages: [...pair.children].map(piece => piece.closest('[lang]').lang),
                 source: pair.lastElementChild.className, seen: pair.lastElementChild.checkVisibility(),
                 ids: pair.lastElementChild.querySelectorAll('[id], [name]').length}))"""
        )
        assert len(pairs) >= 10
        for pair in pairs:
            assert pair["languages"] == [locale, "en"]
            assert pair["source"] == "facing-source"
            assert pair["seen"]
            assert pair["ids"] == 0
        # What a reader reads and what has no counterpart beside it: nothing on our pages, whose parity is checked.
        alone = visit.page.evaluate(
            """[...document.querySelectorAll('.facing :is(h1,h2,h3,p,li,dt,dd)')].filter(e => e.checkVisibility()
                 && !e.closest('.facing-pair, .facing-bar, recharge-calculator') && !e.querySelector('.facing-pair'))
                 .map(e => e.textContent.trim())"""
        )
        assert alone == []
        if page == ARTICLE:
            _steps(visit.page)


def _steps(page: Page) -> None:
    """Each step stands with its own English, and the outline is not doubled."""
    steps = page.locator("article ol > li").all()
    for step, words in zip(steps, STEPS, strict=True):
        assert " ".join(step.locator(SOURCE).inner_text().split()).startswith(words)
    assert page.locator("article :is(h1, h2, h3, h4):not(recharge-calculator *)").count() == 3
    assert page.locator(f"{SOURCE} :is(h1, h2, h3, h4)").count() == 0
    assert page.locator("td .facing-source").first.inner_text() == "Products & services"


@pytest.mark.parametrize("locale", ["lv", "bg"])  # the script is the same in all
def test_the_button_shows_hides_and_remembers_and_the_address_says_so(
    browser: Browser, site_url: str, locale: str
) -> None:
    with Visit(browser, f"{site_url}{path_of(locale)}#about") as visit:
        page = visit.page
        button = page.locator(".facing-bar .facing-button")
        assert shown(page) == 0
        assert button.get_attribute("aria-pressed") == "false"
        button.click()
        assert shown(page) > 20
        assert button.get_attribute("aria-pressed") == "true"
        assert page.locator(".facing-said").inner_text().strip()
        assert page.url == f"{site_url}{path_of(locale)}?facing=on#about"
        page.goto(site_url + path_of(locale, "index.md"))  # another page, nothing in its address
        assert shown(page) > 5
        assert page.url.endswith("?facing=on")
        page.locator("header [data-facing-toggle]").click()
        assert shown(page) == 0
        page.goto(site_url + path_of(locale))
        assert shown(page) == 0
        assert "facing" not in page.url


def test_a_link_with_the_state_in_it_wins_over_what_is_remembered(browser: Browser, site_url: str) -> None:
    with Visit(browser, f"{site_url}{path_of('bg')}?facing=on") as visit:
        assert shown(visit.page) > 20
        visit.page.keyboard.press("Alt+o")
        visit.page.keyboard.press("Alt+o")  # now it is remembered
        visit.page.goto(f"{site_url}{path_of('bg')}?facing=off")
        assert shown(visit.page) == 0
        visit.page.reload()
        assert shown(visit.page) == 0


@pytest.mark.parametrize("typed", ["o", "щ", "ø"])
def test_the_key_works_whatever_letter_the_keyboard_types(browser: Browser, site_url: str, typed: str) -> None:
    with Visit(browser, site_url + path_of("bg")) as visit:
        event = "new KeyboardEvent('keydown', {key, code: 'KeyO', altKey: true, bubbles: true})"
        press = f"key => document.body.dispatchEvent({event})"
        visit.page.evaluate(press, typed)
        assert shown(visit.page) > 20
        visit.page.evaluate(press, typed)
        assert shown(visit.page) == 0


@pytest.mark.parametrize("locale", ["lv", "bg"])
def test_side_by_side_on_a_wide_screen_below_on_a_phone(browser: Browser, site_url: str, locale: str) -> None:
    step = "document.querySelectorAll('article ol > li')[1].querySelector('.facing-pair')"
    with Visit(browser, f"{site_url}{path_of(locale)}?facing=on", width=1440) as visit:
        target, source = (box(visit.page, f"{step}.{piece}") for piece in ("firstElementChild", "lastElementChild"))
        assert source[0] > target[2], "the source does not stand to the right"
        assert abs(source[1] - target[1]) < 4, "the two do not begin at one height"
        edges = visit.page.evaluate(
            """[...new Set([...document.querySelectorAll(
                 '.facing > .facing-pair > .facing-source, ol > li .facing-source')]
                 .map(e => Math.round(e.getBoundingClientRect().left)))]"""
        )
        assert len(edges) == 1, "the sources do not stand below each other"
        visit.page.set_viewport_size({"width": 360, "height": 800})
        target, source = (box(visit.page, f"{step}.{piece}") for piece in ("firstElementChild", "lastElementChild"))
        assert source[1] >= target[3], "the source does not stand below"


@pytest.mark.parametrize("locale", TARGETS)
def test_sentences_that_pair_stand_at_one_height(browser: Browser, site_url: str, locale: str) -> None:
    with Visit(browser, f"{site_url}{path_of(locale)}?facing=on", width=1440) as visit:
        rows = visit.page.evaluate(
            """[...document.querySelectorAll('.facing-pair--sentences')].map(pair => [...pair.children].map(side =>
                 [...side.querySelectorAll('.facing-sentence')].map(s => Math.round(s.getBoundingClientRect().top))))"""
        )
        assert len(rows) >= 5
        for target, source in rows:
            assert len(target) == len(source) >= 2
            assert all(abs(a - b) <= 4 for a, b in zip(target, source, strict=True))


def test_the_reader_s_place_is_kept_when_the_source_comes_and_goes(browser: Browser, site_url: str) -> None:
    with Visit(browser, f"{site_url}{path_of('sl')}", width=400) as visit:
        page = visit.page
        page.locator("#since-2020").scroll_into_view_if_needed()
        page.evaluate("document.getElementById('since-2020').scrollIntoView()")
        before = box(page, "document.getElementById('since-2020')")[1]
        page.keyboard.press("Alt+o")
        assert shown(page) > 20
        assert abs(box(page, "document.getElementById('since-2020')")[1] - before) < 40
        page.keyboard.press("Alt+o")
        assert abs(box(page, "document.getElementById('since-2020')")[1] - before) < 40


def test_nothing_appears_on_hover(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("sv")) as visit:
        visit.page.locator("article ol > li").nth(1).hover()
        visit.page.wait_for_timeout(200)
        assert shown(visit.page) == 0


@pytest.mark.parametrize("state", ["on", "off"])
def test_it_is_printed_as_it_is_shown(browser: Browser, site_url: str, state: str) -> None:
    with Visit(browser, f"{site_url}{path_of('ro')}?facing={state}") as visit:
        visit.page.emulate_media(media="print")
        assert (shown(visit.page) > 20) == (state == "on")
        assert not visit.page.locator(".facing-button").first.is_visible()


def test_a_screen_reader_meets_the_source_as_english_right_after_its_block(browser: Browser, site_url: str) -> None:
    with Visit(browser, f"{site_url}{path_of('lv')}?facing=on") as visit:
        tree = visit.page.locator("article ol > li").nth(4).aria_snapshot()
        assert tree.index("Saglabāt izmaiņas") < tree.index("Save changes")
        visit.page.keyboard.press("Alt+o")
        assert "Save changes" not in visit.page.locator("article ol > li").nth(4).aria_snapshot()


def test_links_of_the_source_lead_to_pages_that_exist(browser: Browser, site_url: str) -> None:
    with Visit(browser, f"{site_url}{path_of('lv', 'index.md')}?facing=on") as visit:
        links = visit.page.locator(f"{SOURCE} a[href]:not([href^=http])").all()
        addresses = [link.evaluate("a => a.href") for link in links]
        assert f"{site_url}/{ARTICLE.removesuffix('.md')}/" in addresses
        for address in addresses:
            answer = visit.page.request.get(address)
            assert answer.ok, address
