"""A page opened in the browser, with what went wrong on the way; and where the pages of the site are."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from playwright.sync_api import Browser, Locator, Page, Request, Response
from playwright.sync_api import TimeoutError as NothingCame
from tests.browser.windows import PATIENCE, give_back, window

DOCS = Path(__file__).parents[2] / "docs"
LOCALES = ("en", "lv", "bg", "sv", "sl", "ro")
TARGETS = LOCALES[1:]
EVERY_PAGE = sorted(path.relative_to(DOCS / "en").as_posix() for path in (DOCS / "en").rglob("*.md"))
RULES = [page for page in EVERY_PAGE if page.startswith("localizers/rules/")]  # all made in the same way
ALL_PAGES = [page for page in EVERY_PAGE if page not in RULES or page == "localizers/rules/links.md"]
PAGES = [page for page in ALL_PAGES if (DOCS / "lv" / page).is_file()]  # those for admins, in all languages
ENGLISH_ONLY = [page for page in ALL_PAGES if page not in PAGES]
ARTICLE = "communication-credits.md"
TITLES = {
    "en": "Communication credits",
    "lv": "Komunikācijas kredīti",
    "bg": "Кредити за комуникация",
    "sv": "Kommunikationskredit",
    "sl": "Dobropisi za komuniciranje",
    "ro": "Credite de comunicații",
}


def path_of(locale: str, page: str = ARTICLE) -> str:
    """The page's path on the site; index.md is its folder's own."""
    parts = ["" if locale == "en" else locale, *page.removesuffix(".md").removesuffix("index").split("/")]
    return "/" + "".join(f"{part}/" for part in parts if part)


def follow(link: Locator, address: str) -> None:
    """Click a link until the page with this address is open.

    A click that falls between two layouts of a page is lost, to a reader, too: who sees nothing happen clicks again.
    """
    page = link.page
    link.click()
    try:
        page.wait_for_url(address, timeout=PATIENCE / 6)
    except NothingCame:
        with suppress(NothingCame):  # it may have opened in this moment
            link.click(timeout=PATIENCE / 6)
        page.wait_for_url(address)


def unfold(summary: Locator) -> None:
    """Open what is folded below a line, with a second click where the first was lost, as above."""
    opened = "summary => summary.parentElement.open"
    summary.click()
    if not summary.evaluate(opened):
        summary.click()
    assert summary.evaluate(opened)


class Visit:
    """One page, opened in a browser that remembers nothing; `fresh`: and that has no file of the site yet."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
        fresh: bool = False,
    ) -> None:
        self.origin = "/".join(address.split("/")[:3])
        self.trouble: list[str] = []
        self.requests: list[Request] = []
        self.page: Page = window(browser, width=width, color_scheme=scheme, scripts=scripts, cached=not fresh)
        self.listeners: dict[str, Any] = {
            "request": self._requested, "response": self._answered, "requestfailed": self._failed,
            "pageerror": lambda error: self.trouble.append(f"script: {error}"),
        }  # fmt: skip
        for event, listener in self.listeners.items():
            self.page.on(event, listener)  # type: ignore[call-overload]
        self.page.goto(address)

    def rest(self) -> None:
        """Wait until the page's scripts have nothing left to do."""
        self.page.evaluate("new Promise(done => requestIdleCallback(done))")

    def _requested(self, request: Request) -> None:
        self.requests.append(request)
        if not request.url.startswith((self.origin + "/", "data:", "blob:")):
            self.trouble.append(f"foreign: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left before the answer came
            self.trouble.append(f"failed: {request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.trouble.append(f"{response.status}: {response.url}")

    def close(self) -> None:
        """Leave it to the next visit."""
        give_back(self.page, self.listeners)

    def __enter__(self) -> Visit:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.page.context.close()  # nobody knows what it was doing
