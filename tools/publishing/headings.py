"""A link to itself at each heading of an article, for who wants to pass it on."""

from __future__ import annotations

import re

ARTICLE = re.compile(r"<article\b.*</article>", re.S)
LABEL = re.compile(r'<html lang="([^"]*)".*?<article\b[^>]*\bdata-section="([^"]*)"', re.S)
HEADING = re.compile(r'(<(h[2-6]) id="([^"]+)"[^>]*>)(.*?)(</\2>)', re.S)


def link(output: str) -> str:
    """A built page with a link in each heading that has an id. Its article says what such a link is called.

    The name is in the language of the page, the heading may be in another: that of the source.
    """
    label = LABEL.search(output)
    if label is None:
        return output

    def linked(heading: re.Match[str]) -> str:
        start, _, place, inner, end = heading.groups()
        named = f'lang="{label[1]}" aria-label="{label[2]}" title="{label[2]}" data-pagefind-ignore="all"'
        return f'{start}{inner}<a class="headerlink" href="#{place}" {named}>#</a>{end}'

    return ARTICLE.sub(lambda article: HEADING.sub(linked, article[0]), output)
