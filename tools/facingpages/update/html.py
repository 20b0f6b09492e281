"""What is left to people as one file to send to a localizer: no script, nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from facingpages.merge.show import counted
from facingpages.report.html import document, html
from facingpages.update.show import brief, summary, word_diff
from facingpages.update.site import Page

TITLE = "What is left to translate"


def as_html(pages: Sequence[Page]) -> str:
    """The work list: for each block what changed in the source, and the translation as it stands."""
    body = [html("<h1>{}</h1>", TITLE), html("<p class=total>{}</p>", summary(pages).strip())]
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
        since = html(" · behind since <time>{}</time>", work.since) if work.since is not None else ""
        place = html("<h3><b>{}:{}</b> · {}{}</h3>", page.page.path, work.target[0], counted(work.words), since)
        source = _side("source", page.source.locale, marked(work.old, work.new))
        own = _side("translation", page.page.locale, html("{}", work.own))
        yield html("<article class=info>\n{}\n<div class=sides>\n{}\n{}\n</div>\n</article>", place, source, own)


def _side(name: str, locale: str, text: Markup) -> Markup:
    tag = locale.replace("_", "-")
    return html('<figure><figcaption>{}</figcaption><pre lang="{}" dir=auto>{}</pre></figure>', name, tag, text)


def marked(old: str, new: str, *, whole: bool = True) -> Markup:
    """What the source says now, and what it said, or of that only what changed; without an old text all is new."""
    tags = {"same": "{}", "gone": "<del>{}</del>", "come": "<ins>{}</ins>"}
    parts = word_diff(old, new)
    return Markup("").join(html(tags[kind], text) for kind, text in (parts if whole else brief(parts)))
