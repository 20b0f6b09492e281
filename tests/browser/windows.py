"""Windows of the browser that are used again, for to open one costs as much as to show a page in it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Literal

from playwright.sync_api import Browser, Page

PATIENCE = 120_000  # milliseconds; only what never comes takes them
Key = tuple[int, str, bool, bool]
_spare: dict[Key, list[Page]] = defaultdict(list)
_keys: dict[Page, Key] = {}


def window(
    browser: Browser,
    *,
    width: int = 1280,
    height: int = 800,
    scripts: bool = True,
    color_scheme: Literal["light", "dark"] = "light",
    reduced_motion: Literal["no-preference", "reduce"] = "no-preference",
    forced_colors: Literal["none", "active"] = "none",
    kind: str = "",
    cached: bool = True,
) -> Page:
    """An empty page that remembers nothing; where tests give a page what can't be taken from it, a `kind` of its own.

    Such as a clock. `cached`: whether a file that it had once is not asked for again.
    """
    key = (id(browser), kind, scripts, cached)
    if _spare[key]:
        page = _spare[key].pop()
    else:
        context = browser.new_context(java_script_enabled=scripts)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        if not cached:
            context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        _keys[page] = key
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(
        media="null", color_scheme=color_scheme, reduced_motion=reduced_motion, forced_colors=forced_colors
    )
    return page


def own_window(browser: Browser, **options: Any) -> Page:
    """A page in a context of its own, to be closed with that: for `options` that a window can't be given later."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def give_back(page: Page, listeners: dict[str, Any]) -> None:
    """Make a page forget what was done in it; `listeners`: those that it was given, by event."""
    for event, listener in listeners.items():
        page.remove_listener(event, listener)  # type: ignore[call-overload]
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.unroute_all(behavior="ignoreErrors")
    page.context.clear_cookies()
    page.context.clear_permissions()
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
    page.goto("about:blank")
    page.mouse.move(0, 0)
    _spare[_keys[page]].append(page)
