"""What must hold of the published HTML: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, SiteExample


def _page(body: str, head: str = "", lang: str = ' lang="en"') -> str:
    return f"<!doctype html>\n<html{lang}>\n<head><title>A</title>{head}</head>\n<body>{body}</body>\n</html>\n"


def _alternate(language: str, address: str) -> str:
    return f'<link rel="alternate" hreflang="{language}" href="{address}">'


WHOLE = _page('<h2 id="buy">Buy</h2>')

DOCS = {
    "site-link-dead": Doc(
        "Followed as a browser and a web server do: folders have an index, `x` may stand for `x.html`. Told once for each "
        "target where many pages share it. Where the Markdown is at hand, the finding stands at its line.",
        sites=(
            SiteExample({"index.html": _page('<a href="guide/">x</a>')}, ("index.html:4:16",)),
            SiteExample(
                {"index.html": _page('<a href="guide/">x</a><!-- <a href="no/">y</a> -->'), "guide/index.html": WHOLE},
                note="A comment leads nowhere.",
            ),
        ),
    ),
    "site-anchor-dead": Doc(
        "Ids and names of `<a>` count, `#top` is always there.",
        sites=(
            SiteExample({"index.html": _page('<a href="#buy">x</a>')}, ("index.html:4:16",)),
            SiteExample(
                {"index.html": _page('<a href="guide/#buy">x</a>'), "guide/index.html": WHOLE}, note="The id is there."
            ),
        ),
    ),
    "site-asset-dead": Doc(
        "Also `srcset`, `poster`, icons.",
        sites=(
            SiteExample(
                {"index.html": _page('<img src="a.png" srcset="b.png 2x">'), "a.png": ""}, ("index.html:4:32",)
            ),
        ),
    ),
    "site-link-outside": Doc(
        "The folder is known from the canonical address of the home page.",
        sites=(
            SiteExample(
                {
                    "index.html": _page(
                        '<a href="/guide/">x</a>', '<link rel="canonical" href="https://a.example/docs/">'
                    ),
                    "guide/index.html": WHOLE,
                },
                ("index.html:4:16",),
            ),
        ),
    ),
    "site-id-duplicate": Doc(
        "Links and labels find only the first.",
        sites=(SiteExample({"index.html": _page('<p id="a"></p><p id="a"></p>')}, ("index.html:4:24",)),),
    ),
    "site-lang": Doc(
        "Screen readers pronounce by it, search engines and translators sort by it.",
        sites=(
            SiteExample({"index.html": _page("", lang="")}, ("index.html:2:1",)),
            SiteExample(
                {
                    "index.html": _page("", _alternate("lv", "./") + _alternate("en", "en/")),
                    "en/index.html": _page("", _alternate("en", "./") + _alternate("lv", "../")),
                },
                ("index.html:2:1",),
            ),
        ),
    ),
    "site-canonical": Doc(
        "Search engines drop the page, or choose for themselves.",
        sites=(
            SiteExample(
                {
                    "index.html": _page("", '<link rel="canonical" href="https://a.example/">'),
                    "b/index.html": _page("", '<link rel="canonical" href="https://a.example/c/">'),
                },
                ("b/index.html:3:51",),
            ),
        ),
    ),
    "site-hreflang": Doc(
        "Every page names itself and all others, and each of them names it; else search engines ignore the list.",
        sites=(
            SiteExample(
                {
                    "index.html": _page("", _alternate("en", "./") + _alternate("lv", "lv/")),
                    "lv/index.html": _page("", lang=' lang="lv"'),
                },
                ("index.html:3:111",),
            ),
        ),
    ),
    "site-sitemap": Doc(
        "Also where the translations it lists do not answer each other.",
        sites=(
            SiteExample(
                {
                    "index.html": _page("", '<link rel="canonical" href="https://a.example/">'),
                    "sitemap.xml": "<urlset>\n<url><loc>https://a.example/</loc></url>\n<url><loc>https://a.example/b/</loc></url>\n</urlset>\n",
                },
                ("sitemap.xml:3:11",),
            ),
        ),
    ),
    "site-redirect": Doc(
        "The file that Netlify, Cloudflare and others read. Rules with placeholders and to other sites are not followed.",
        sites=(SiteExample({"index.html": WHOLE, "_redirects": "/old /new 301\n/a / 301\n"}, ("_redirects:1:6",)),),
    ),
}
