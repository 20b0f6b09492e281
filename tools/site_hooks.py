"""What MkDocs calls for our own site alone: the calculator and the reference of the rules go into their pages."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from facingpages import SITE
from facingpages.mkdocs.words import words
from publishing import addresses, rules
from publishing.changed import changed
from publishing.headings import link
from publishing.searched import searched
from recharge.render import MARKERS, place

CALCULATOR = "recharge-calculator/"
STYLE = "assets/recharge/recharge.css"
INDEX = 'id="rule-filter"'
SCRIPT = "assets/recharge/recharge-calculator.js"


@event_priority(100)  # before a plugin makes addresses of it
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Where the site is published, where the environment says nothing else."""
    config.site_url = config.site_url or SITE
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Put the rules, addresses and the version where a page asks for them."""
    return rules.place(addresses.place(markdown))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Put the calculator, in the page's language, where a page asks for it."""
    if not any(marker in html for marker in MARKERS):
        return html
    locale = getattr(page.file, "locale", "en")
    home = "" if locale == "en" else f"{locale}/"
    placed = place(html, locale, calculator=get_relative_url(home + CALCULATOR, page.url))
    # Pagefind leaves out forms, and a chart or a ledger is no text that a reader would search for.
    words = searched(placed) if "recharge-full" in placed else ""
    return placed.replace("<recharge-calculator ", f'{words}<recharge-calculator data-pagefind-ignore="all" ')


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: object) -> TemplateContext:  # noqa: ARG001
    """When the page was last changed, in the words of the language that the site is built in."""
    day = changed(Path(str(page.file.abs_src_path)))
    if day is not None:
        said = words(str(config.theme["language"])).day(day)
        context["changed"] = {"iso": day.isoformat(), "said": said}  # type: ignore[typeddict-unknown-key]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """A link at each heading; the calculator's style and script, the filter of the rules, only where they are."""
    if INDEX in output:
        address = get_relative_url("assets/javascripts/rules.js", page.url)
        output = output.replace("</head>", f'<script type="module" src="{address}"></script></head>', 1)
    if "<pre" in output:
        address = get_relative_url("assets/javascripts/copy.js", page.url)
        output = output.replace("</head>", f'<script type="module" src="{address}"></script></head>', 1)
    output = link(output)
    if "<recharge-calculator " not in output:
        return output
    style, script = (get_relative_url(path, page.url) for path in (STYLE, SCRIPT))
    # After the page has been painted: the example in it can be read before anything can be tried.
    late = f"requestAnimationFrame(()=>setTimeout(()=>import({json.dumps('./' + script)})))"
    head = f'<link rel="stylesheet" href="{style}"><script type="module">{late}</script>'
    return output.replace("</head>", head + "</head>", 1)
