"""A page opened in the browser, with what went wrong on the way; and where the pages of the site are."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Literal

from playwright.sync_api import Browser, Page, Request, Response

DOCS = Path(__file__).parents[2] / "docs"
PATIENCE = 120_000  # milliseconds; only what never comes takes them
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


class Visit:
    """One page, opened in a browser of its own that remembers nothing."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        wait: Literal["load", "networkidle"] = "load",
        scripts: bool = True,
    ) -> None:
        self.origin = "/".join(address.split("/")[:3])
        self.trouble: list[str] = []
        self.requests: list[Request] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=scripts
        )
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.page.on("request", self._requested)
        self.page.on("response", self._answered)
        self.page.on("requestfailed", self._failed)
        self.page.on("pageerror", lambda error: self.trouble.append(f"script: {error}"))
        self.page.goto(address, wait_until=wait)

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

    def __enter__(self) -> Visit:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.context.close()
