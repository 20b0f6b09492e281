"""What is left to people as one file to send to a localizer: no script, nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from facingpages.report.html import document, html
from facingpages.update.page import Work
from facingpages.update.show import summary, word_diff
from facingpages.update.site import Page

TITLE = "What is left to translate"


def as_html(pages: Sequence[Page]) -> str:
    """The work list: for each block what changed in the source, and the translation as it stands."""
    body = [html("<h1>{}</h1>", TITLE), html("<p class=total>{}</p>", summary(pages))]
    for page in pages:
        if page.updated.work:
            body.append(html("<h2>{}</h2>", page.page.path))
            body += _page(page)
    return document(TITLE, "en", body)


def _page(page: Page) -> Iterator[Markup]:
    if page.updated.withheld:
        yield html("<p>The page is left as it is: {}.</p>", page.updated.withheld)
        return
    for work in page.updated.work:
        yield html("<h3>Line {} ({} words)</h3>", work.target[0], work.words)
        yield html("<p>Source: {}</p>", _changed(work))
        yield html('<p lang="{}">Translation: {}</p>', page.page.locale, work.own)


def _changed(work: Work) -> Markup:
    tags = {"same": "{}", "gone": "<del>{}</del>", "come": "<ins>{}</ins>"}
    parts = word_diff(work.old, work.new) if work.old else [("same", work.new)]
    return Markup("").join(html(tags[kind], text) for kind, text in parts)
