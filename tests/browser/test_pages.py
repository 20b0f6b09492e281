"""What a reader meets: every page in every language opens, whole and in its language, and asks no other host."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, Response

DOCS = Path(__file__).parents[2] / "docs"
LOCALES = ("en", "lv", "bg", "sv", "sl", "ro")
PAGES = sorted({path.relative_to(DOCS / "en").as_posix() for path in (DOCS / "en").rglob("*.md")})
TITLES = {
    "en": "Communication credits",
    "lv": "Komunikācijas kredīti",
    "bg": "Кредити за комуникация",
    "sv": "Kommunikationskredit",
    "sl": "Dobropisi za komuniciranje",
    "ro": "Credite de comunicații",
}


def path_of(locale: str, page: str) -> str:
    """The page's path on the site; index.md is its folder's own."""
    parts = ["" if locale == "en" else locale, *page.removesuffix(".md").removesuffix("index").split("/")]
    return "/" + "".join(f"{part}/" for part in parts if part)


class Visit:
    """One page, opened, with what went wrong on the way."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        width: int = 1280,
        scheme: str = "light",
        wait: Literal["load", "networkidle"] = "load",
    ) -> None:
        self.origin = "/".join(address.split("/")[:3])
        self.trouble: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
        )
        self.page: Page = self.context.new_page()
        self.page.on("request", self._requested)
        self.page.on("response", self._answered)
        self.page.on("requestfailed", lambda request: self.trouble.append(f"failed: {request.url}"))
        self.page.on("pageerror", lambda error: self.trouble.append(f"script: {error}"))
        self.page.goto(address, wait_until=wait)

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.origin + "/", "data:")):
            self.trouble.append(f"foreign: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.trouble.append(f"{response.status}: {response.url}")

    def __enter__(self) -> "Visit":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_opens_in_its_language_and_asks_nobody_else(
    browser: Browser, site_url: str, locale: str, page: str
) -> None:
    with Visit(browser, site_url + path_of(locale, page), wait="networkidle") as visit:
        assert visit.page.locator("html").get_attribute("lang") == locale
        assert visit.page.locator("article h1").count() == 1
        assert visit.page.locator("article h1").inner_text().strip()
        canonical = visit.page.locator("link[rel=canonical]").get_attribute("href") or ""
        assert canonical.endswith(path_of(locale, page))
        assert visit.trouble == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_article_has_its_title_its_five_steps_and_its_links(browser: Browser, site_url: str, locale: str) -> None:
    with Visit(browser, site_url + path_of(locale, "communication-credits.md")) as visit:
        article = visit.page.locator("article")
        assert article.locator("h1").inner_text() == TITLES[locale]
        assert article.locator("h1").get_attribute("id") == "communication-credits"
        assert [heading.get_attribute("id") for heading in article.locator("h2").all()] == ["since-2020", "about"]
        steps = article.locator("ol > li")
        assert steps.count() == 5
        assert [step.locator("strong").count() for step in steps.all()] == [1, 2, 0, 1, 1]
        assert article.locator("strong a[href$='linkid=842054']").count() == 1
        assert article.locator("table tbody tr").count() == 5
        text = article.inner_text()
        assert "**" not in text
        assert "{" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_reaches_over_the_edge_of_a_narrow_screen(
    browser: Browser, site_url: str, locale: str, scheme: str
) -> None:
    for page in PAGES:
        with Visit(browser, site_url + path_of(locale, page), width=320, scheme=scheme) as visit:
            wider = visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wider <= 0, f"{page} is {wider} px too wide"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_language_menu_leads_to_the_same_page_by_keyboard(browser: Browser, site_url: str, locale: str) -> None:
    other = "sl" if locale != "sl" else "bg"
    with Visit(browser, site_url + path_of(locale, "communication-credits.md")) as visit:
        visit.page.locator(".site-languages summary").focus()
        visit.page.keyboard.press("Enter")
        links = visit.page.locator(".site-languages a")
        assert [link.get_attribute("hreflang") for link in links.all()] == list(LOCALES)
        assert [link.get_attribute("lang") for link in links.all()] == list(LOCALES)
        assert visit.page.locator(".site-languages [aria-current]").get_attribute("hreflang") == locale
        visit.page.locator(f".site-languages a[hreflang={other}]").focus()
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url(site_url + path_of(other, "communication-credits.md"))
        assert visit.page.locator("article h1").inner_text() == TITLES[other]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_buttons_have_names_in_the_page_s_language(browser: Browser, site_url: str, locale: str) -> None:
    english = {"Follow the system; switch to light", "Light; switch to dark", "Dark; switch to the system’s choice"}
    with Visit(browser, site_url + path_of(locale, "index.md")) as visit:
        names = {
            label.get_attribute("title") for label in visit.page.locator("[data-md-component=palette] label").all()
        }
        assert len(names) == 3
        assert (names == english) == (locale == "en")


def test_a_page_can_be_read_without_scripts(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(site_url + path_of("lv", "communication-credits.md"))
    assert page.locator("article ol > li").nth(4).is_visible()
    page.locator(".site-languages summary").click()
    page.locator(".site-languages a[hreflang=ro]").click()
    assert page.locator("article h1").inner_text() == TITLES["ro"]
    context.close()
