"""The pictures that stand for a shared link: `python -m tests.browser.previews SITE`, from a built site, into docs/."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.browser.chromium import launch
from tests.browser.conftest import ROOT, served
from tests.browser.visit import LOCALES, path_of

FOLDER = ROOT / "docs/assets/previews"
SIZE = {"width": 1200, "height": 630}
STYLE = """
  html, body { height: 630px; overflow: hidden; background: #fffefb; }
  .picture { display: grid; grid-template-rows: auto auto 1fr; gap: 24px; box-sizing: border-box; width: 1200px;
    height: 630px; padding: 52px 64px; border-bottom: 14px solid #1d4e66; font-family: var(--md-text-font-family); }
  .picture .name { display: flex; gap: 16px; align-items: center; color: #1d4e66; font: 600 30px var(--site-serif); }
  .picture .name svg { width: 40px; height: 40px; fill: #1d4e66; }
  .picture h1 { margin: 0; color: #22272b; font: 700 64px/1.15 var(--site-serif); text-wrap: balance; }
  .picture p { max-width: 26em; margin: 0; color: #3f464b; font-size: 34px; line-height: 1.4; }
  .picture .recharge-figure { margin: 0; } .picture .recharge-legend { margin-block-start: 46px !important; }
  .picture .recharge-legend li { font-size: 22px; }
  .picture .recharge-plot { height: 270px; overflow: visible; }
  .picture .recharge-plot text { font-size: 18px; }
"""
COMPOSE = """(calculator) => {
  const logo = document.querySelector(".md-logo svg").outerHTML;
  const site = document.querySelector("meta[property='og:site_name']").content;
  const title = document.querySelector("meta[property='og:title']").content;
  const text = document.querySelector("meta[property='og:description']").content;
  const picture = document.createElement("div");
  picture.className = "picture";
  picture.innerHTML = `<div class="name">${logo}<span></span></div><h1></h1>`;
  picture.querySelector("span").textContent = site;
  picture.querySelector("h1").textContent = title;
  if (calculator) {
    const chart = document.createElement("recharge-calculator");
    chart.className = "recharge recharge-full";
    chart.append(document.querySelector(".recharge-figure"));
    picture.append(chart);
  } else {
    const words = document.createElement("p");
    words.textContent = text;
    picture.append(words);
  }
  document.body.replaceChildren(picture);
}"""


def main(site: Path) -> None:
    """Draw them all, a picture a language of the site and of the calculator."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser, _ = launch(playwright)
        for locale in LOCALES:
            for name, page in (("site", "index.md"), ("calculator", "recharge-calculator.md")):
                opened = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
                opened.route("**/recharge-calculator.js", lambda route: route.abort())  # the example as it is sent
                opened.goto(address + path_of(locale, page))
                opened.add_style_tag(content=STYLE)
                opened.evaluate(COMPOSE, name == "calculator")
                opened.screenshot(path=FOLDER / f"{name}-{locale}.png")
                opened.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
