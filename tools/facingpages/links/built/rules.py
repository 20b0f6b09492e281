"""What must hold of the published HTML. Each rule shows itself on small sites, which are its tests."""

from __future__ import annotations

from facingpages.finding import Severity
from facingpages.links.examples import SiteExample, SiteRule
from facingpages.rules.base import ERROR, WARNING, Family


def _rule(identifier: str, severity: Severity, summary: str, doc: str, *sites: SiteExample) -> SiteRule:
    return SiteRule(identifier, severity, summary, "\n\n".join((doc, *(site.show() for site in sites))), sites=sites)


def _page(body: str, head: str = "", lang: str = ' lang="en"') -> str:
    return f"<!doctype html>\n<html{lang}>\n<head><title>A</title>{head}</head>\n<body>{body}</body>\n</html>\n"


def _alternate(language: str, address: str) -> str:
    return f'<link rel="alternate" hreflang="{language}" href="{address}">'


WHOLE = _page('<h2 id="buy">Buy</h2>')
LINK_DEAD = _rule(
    "site-link-dead",
    ERROR,
    "A link of the published site leads to nothing.",
    "Followed as a browser and a web server do: folders have an index, `x` may stand for `x.html`. Told once for each "
    "target where many pages share it. Where the Markdown is at hand, the finding stands at its line.",
    SiteExample({"index.html": _page('<a href="guide/">x</a>')}, ("index.html:4:16",)),
    SiteExample(
        {"index.html": _page('<a href="guide/">x</a><!-- <a href="no/">y</a> -->'), "guide/index.html": WHOLE},
        note="A comment leads nowhere.",
    ),
)
ANCHOR_DEAD = _rule(
    "site-anchor-dead",
    ERROR,
    "A fragment leads to no place on the published page.",
    "Ids and names of `<a>` count, `#top` is always there.",
    SiteExample({"index.html": _page('<a href="#buy">x</a>')}, ("index.html:4:16",)),
    SiteExample(
        {"index.html": _page('<a href="guide/#buy">x</a>'), "guide/index.html": WHOLE}, note="The id is there."
    ),
)
ASSET_DEAD = _rule(
    "site-asset-dead",
    ERROR,
    "A picture, script or stylesheet of the published site does not exist.",
    "Also `srcset`, `poster`, icons.",
    SiteExample({"index.html": _page('<img src="a.png" srcset="b.png 2x">'), "a.png": ""}, ("index.html:4:32",)),
)
OUTSIDE = _rule(
    "site-link-outside",
    ERROR,
    "A link leaves the folder that the site is published in.",
    "The folder is known from the canonical address of the home page.",
    SiteExample(
        {"index.html": _page('<a href="/guide/">x</a>', '<link rel="canonical" href="https://a.example/docs/">'),
         "guide/index.html": WHOLE},
        ("index.html:4:16",),
    ),
)  # fmt: skip
ID_DUPLICATE = _rule(
    "site-id-duplicate",
    WARNING,
    "An id stands twice on a published page.",
    "Links and labels find only the first.",
    SiteExample({"index.html": _page('<p id="a"></p><p id="a"></p>')}, ("index.html:4:24",)),
)
LANG = _rule(
    "site-lang",
    WARNING,
    "A published page does not say its language, or says another than the list of its translations.",
    "Screen readers pronounce by it, search engines and translators sort by it.",
    SiteExample({"index.html": _page("", lang="")}, ("index.html:2:1",)),
    SiteExample(
        {"index.html": _page("", _alternate("lv", "./") + _alternate("en", "en/")),
         "en/index.html": _page("", _alternate("en", "./") + _alternate("lv", "../"))},
        ("index.html:2:1",),
    ),
)  # fmt: skip
CANONICAL = _rule(
    "site-canonical",
    WARNING,
    "A canonical address is there twice, or leads to nothing.",
    "Search engines drop the page, or choose for themselves.",
    SiteExample(
        {"index.html": _page("", '<link rel="canonical" href="https://a.example/">'),
         "b/index.html": _page("", '<link rel="canonical" href="https://a.example/c/">')},
        ("b/index.html:3:51",),
    ),
)  # fmt: skip
HREFLANG = _rule(
    "site-hreflang",
    WARNING,
    "The translations of a page do not answer each other.",
    "Every page names itself and all others, and each of them names it; else search engines ignore the list.",
    SiteExample(
        {
            "index.html": _page("", _alternate("en", "./") + _alternate("lv", "lv/")),
            "lv/index.html": _page("", lang=' lang="lv"'),
        },
        ("index.html:3:111",),
    ),
)  # fmt: skip
SITEMAP = _rule(
    "site-sitemap",
    WARNING,
    "The sitemap names a page that is not there, or one that asks not to be found.",
    "Also where the translations it lists do not answer each other.",
    SiteExample(
        {"index.html": _page("", '<link rel="canonical" href="https://a.example/">'),
         "sitemap.xml": "<urlset>\n<url><loc>https://a.example/</loc></url>\n<url><loc>https://a.example/b/</loc></url>\n</urlset>\n"},
        ("sitemap.xml:3:11",),
    ),
)  # fmt: skip
REDIRECT = _rule(
    "site-redirect",
    ERROR,
    "A rule in `_redirects` leads to nothing, or in a circle.",
    "The file that Netlify, Cloudflare and others read. Rules with placeholders and to other sites are not followed.",
    SiteExample({"index.html": WHOLE, "_redirects": "/old /new 301\n/a / 301\n"}, ("_redirects:1:6",)),
)
FAMILY = Family(
    (LINK_DEAD, ANCHOR_DEAD, ASSET_DEAD, OUTSIDE, ID_DUPLICATE, LANG, CANONICAL, HREFLANG, SITEMAP, REDIRECT)
)
BY_ID = {rule.id: rule for rule in FAMILY.rules}

NOTHING = '"{address}" leads to nothing: there is no {wanted}.'
NOTHING_CASE = '"{address}" leads to nothing: case counts in {wanted}.'
PERHAPS = ' Perhaps "{hint}"?'
PAGES = " {count} pages have it."
LEAVES = '"{address}" leaves the folder that the site is published in.'
LOCAL = '"{address}" is a file of one computer.'
UNREADABLE = "The page can't be read: {problem}."
NO_ANCHOR = 'There is no "#{id}" on {page}.'
REPEATED = 'The id "{id}" stands twice on this page.'
NO_LANGUAGE = "The page does not say its language."
OTHER_LANGUAGE = 'The page says it is in "{lang}", and "{listed}" in the list of its translations.'
TWO_CANONICALS = "The page has {count} canonical addresses."
NO_CANONICAL = 'The canonical address "{address}" leads to nothing.'
NO_ALTERNATE = 'The translation "{language}" leads to nothing: "{address}".'
NOT_ITSELF = "The list of translations does not name the page itself."
NO_ANSWER = 'The translation "{language}" does not name this page among its own: {page}.'
TWICE = 'The language "{language}" is listed twice, with different addresses.'
NO_LANGUAGE_TAG = '"{language}" is no language tag; write it like "en", "pt-BR" or "x-default".'
NOT_PUBLISHED = 'The sitemap names "{address}", and there is no such page.'
HIDDEN = 'The sitemap names "{address}", and that page asks not to be found (noindex).'
UNANSWERED = 'In the sitemap "{address}" names "{other}" as its translation, and that does not name it.'
NO_REDIRECT = 'The redirect leads to "{address}", and there is no such page.'
CIRCLE = 'The redirects lead in a circle: "{address}".'
NO_RULE = 'This is no redirect; write it like "/old /new 301".'
IN_HTML = "in the published page"
