"""Everyone can use it: axe finds nothing on any page in both schemes, and the keyboard alone reaches everything."""

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.axe import COLOURS, SHAPE, in_both_schemes, violations
from tests.browser.visit import ARTICLE, ENGLISH_ONLY, LOCALES, PAGES, Visit, path_of, unfold


@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing_on_the_pages_for_admins(browser: Browser, site_url: str, locale: str) -> None:
    def look(page: Page) -> list[str]:
        return (
            in_both_schemes(page) if locale in ("en", "bg") else violations(page, SHAPE)
        )  # colours are the same in all

    with Visit(browser, site_url + path_of(locale)) as visit:
        for page in PAGES if locale in ("en", "bg") else [ARTICLE]:  # the other pages have the same parts
            visit.page.goto(f"{site_url}{path_of(locale, page)}?facing=off")
            if locale == "en":
                assert look(visit.page) == [], page
                continue
            visit.page.keyboard.press("Alt+o")
            unfold(visit.page.locator(".facing-card summary"))
            unfold(visit.page.locator(".site-languages summary"))
            assert look(visit.page) == [], f"{page}, facing, card and menu open"


@pytest.mark.parametrize("page", ENGLISH_ONLY)
def test_axe_finds_nothing_on_the_pages_for_localizers(browser: Browser, site_url: str, page: str) -> None:
    with Visit(browser, site_url + path_of("en", page)) as visit:  # they are long, and have hundreds of the same parts
        assert in_both_schemes(visit.page, (SHAPE, COLOURS)) == []


@pytest.mark.parametrize("locale", ["lv", "bg"])
def test_axe_finds_nothing_on_pages_in_english_only_and_missing_ones(
    browser: Browser, site_url: str, locale: str
) -> None:
    with Visit(browser, site_url + path_of(locale, "localizers/check.md")) as visit:
        assert in_both_schemes(visit.page) == []
        visit.page.goto(site_url + path_of(locale, "no/such/page.md"))
        assert in_both_schemes(visit.page) == []


@pytest.mark.parametrize("locale", ["en", "bg"])
def test_axe_finds_nothing_in_the_search_dialog(browser: Browser, site_url: str, locale: str) -> None:
    with Visit(browser, site_url + path_of(locale)) as visit:
        visit.page.keyboard.press("Control+k")
        visit.page.locator(".site-search input").fill("credits" if locale == "en" else "кредити")
        visit.page.locator(".site-search__page").first.wait_for()
        assert in_both_schemes(visit.page) == []


@pytest.mark.parametrize("page", [*PAGES, *ENGLISH_ONLY[:3], "localizers/rules.md"])
def test_the_keyboard_alone_reaches_everything_and_shows_where_it_is(
    browser: Browser, site_url: str, page: str
) -> None:
    locale = "lv" if page in PAGES else "en"
    with Visit(browser, f"{site_url}{path_of(locale, page)}?facing=on", width=1440) as visit:
        wanted = visit.page.evaluate(
            """[...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')]
                 .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !e.disabled
                   && !e.closest('[inert], dialog:not([open])')
                   && !(e.tabIndex < 0 && e.closest('[aria-hidden=true]'))) // a mouse's: keys have another way
                 .map((e, i) => { e.dataset.stop = i; return i })"""
        )
        visit.page.evaluate(
            """window.passed = []; addEventListener('focusin', ({target}) => { const style = getComputedStyle(target);
                 const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || target === document.body;
                 passed.push([target.dataset.stop ?? null, marked ? '' : target.outerHTML.slice(0, 120)]) })"""
        )
        passed: list[tuple[str | None, str]] = []
        reached: set[int] = set()
        before = -1
        while len(reached) > before:  # until twenty keys lead to nothing new
            before = len(reached)
            for _ in range(20):
                visit.page.keyboard.press("Tab")
            passed = visit.page.evaluate("passed")
            reached = {int(stop) for stop, _ in passed if stop is not None}
        assert [unseen for _, unseen in passed if unseen] == []
        radios = "e => e.type === 'radio' && !e.checked"  # the arrow keys lead from one to the next
        missing = [
            visit.page.locator(f"[data-stop='{stop}']").evaluate("e => e.outerHTML.slice(0, 120)")
            for stop in set(wanted) - reached
            if not visit.page.locator(f"[data-stop='{stop}']").evaluate(radios)
        ]
        assert missing == []


@pytest.mark.parametrize("width", [320, 1440])
def test_what_is_to_be_touched_is_24_px_or_more(browser: Browser, site_url: str, width: int) -> None:
    with Visit(browser, f"{site_url}{path_of('bg')}?facing=on", width=width) as visit:
        small = visit.page.evaluate(
            """[...document.querySelectorAll('button, summary, header label, .site-languages a')]
                 .filter(e => e.checkVisibility()).map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
                 .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
        )
        assert small == []


STOP = """(() => { const e = document.activeElement, r = e.getBoundingClientRect();
  return [e.tagName, e.innerText.trim(), r.right > 0 && r.left < innerWidth || e.type === 'radio',
    e.classList.contains('md-skip')] })()"""


def settle(page: Page) -> None:
    """Wait until nothing slides or fades any more."""
    page.wait_for_function("document.getAnimations().length === 0")


def stops(page: Page) -> list[tuple[str, str, bool]]:
    """What the Tab key reaches from the header's button on, until the page begins anew: element, words, in sight."""
    found: list[tuple[str, str, bool]] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        tag, words, seen, skips = page.evaluate(STOP)
        if tag == "BODY" or (found and skips):
            break
        found.append((tag, words, seen))
    return found


@pytest.mark.parametrize(("locale", "page"), [("lv", "communication-credits.md"), ("en", "localizers/check.md")])
def test_the_keyboard_opens_the_drawer_of_a_narrow_screen_and_never_goes_where_nothing_is_seen(
    browser: Browser, site_url: str, locale: str, page: str
) -> None:
    with Visit(browser, site_url + path_of(locale, page), width=320) as visit:
        opened = visit.page.locator("[data-drawer]")
        assert opened.get_attribute("aria-expanded") == "false"
        closed = stops(visit.page)
        assert all(seen for _, _, seen in closed), closed
        opened.focus()
        visit.page.keyboard.press("Enter")
        settle(visit.page)  # it slides in
        assert opened.get_attribute("aria-expanded") == "true"
        links = visit.page.locator(".md-sidebar--primary a:visible")
        wanted = {link.inner_text().strip() for link in links.all()} - {""}
        assert len(wanted) >= 3
        inside = [visit.page.evaluate(STOP)[:3], *stops(visit.page)]
        assert wanted <= {words for _, words, _ in inside}
        assert all(seen for _, _, seen in inside), inside
        assert opened.get_attribute("aria-expanded") == "false", "it stays open over the text that has the focus"
        opened.focus()
        visit.page.keyboard.press("Enter")
        visit.page.keyboard.press("Escape")
        assert opened.evaluate("button => button === document.activeElement")
        assert opened.get_attribute("aria-expanded") == "false"


def test_the_keyboard_leads_from_one_level_of_the_drawer_to_the_other(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("en", "localizers/check.md"), width=320) as visit:
        opened = visit.page.locator("[data-drawer]")
        opened.focus()
        visit.page.keyboard.press("Enter")
        for key in ("Enter", " "):  # up to the whole site and down again
            settle(visit.page)
            visit.page.locator("label[for='__nav_4'][tabindex='0']:visible").focus()
            visit.page.keyboard.press(key)
        settle(visit.page)
        assert visit.page.locator(".md-sidebar--primary a[href$='../plugin/']").is_visible()
        assert in_both_schemes(visit.page) == []
