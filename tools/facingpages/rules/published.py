"""What must hold of the published HTML."""

from __future__ import annotations

from facingpages.rules.rule import ERROR, WARNING, Family, Rule

LINK_DEAD = Rule(
    "site-link-dead",
    ERROR,
    "A link of the published site leads to nothing.",
    {
        "missing": '"{address}" leads to nothing: there is no {wanted}.',
        "case": '"{address}" leads to nothing: case counts in {wanted}.',
        "perhaps": ' Perhaps "{hint}"?',
        "pages": " {count} pages have it.",
    },
    origin="in the published page",
)
ANCHOR_DEAD = Rule(
    "site-anchor-dead",
    ERROR,
    "A fragment leads to no place on the published page.",
    {"missing": 'There is no "#{id}" on {page}.', "pages": " {count} pages have it."},
    origin="in the published page",
)
ASSET_DEAD = Rule(
    "site-asset-dead",
    ERROR,
    "A picture, script or stylesheet of the published site does not exist.",
    {
        "missing": '"{address}" leads to nothing: there is no {wanted}.',
        "case": '"{address}" leads to nothing: case counts in {wanted}.',
        "perhaps": ' Perhaps "{hint}"?',
        "pages": " {count} pages have it.",
    },
    origin="in the published page",
)
OUTSIDE = Rule(
    "site-link-outside",
    ERROR,
    "A link leaves the folder that the site is published in.",
    {
        "local": '"{address}" is a file of one computer.',
        "leaves": '"{address}" leaves the folder that the site is published in.',
        "pages": " {count} pages have it.",
    },
    origin="in the published page",
)
ID_DUPLICATE = Rule(
    "site-id-duplicate",
    WARNING,
    "An id stands twice on a published page.",
    {"twice": 'The id "{id}" stands twice on this page.', "pages": " {count} pages have it."},
    origin="in the published page",
)
LANG = Rule(
    "site-lang",
    WARNING,
    "A published page does not say its language, or says another than the list of its translations.",
    {
        "none": "The page does not say its language.",
        "other": 'The page says it is in "{lang}", and "{listed}" in the list of its translations.',
    },
    origin="in the published page",
)
CANONICAL = Rule(
    "site-canonical",
    WARNING,
    "A canonical address is there twice, or leads to nothing.",
    {
        "several": "The page has {count} canonical addresses.",
        "dead": 'The canonical address "{address}" leads to nothing.',
    },
    origin="in the published page",
)
HREFLANG = Rule(
    "site-hreflang",
    WARNING,
    "The translations of a page do not answer each other.",
    {
        "dead": 'The translation "{language}" leads to nothing: "{address}".',
        "itself": "The list of translations does not name the page itself.",
        "answer": 'The translation "{language}" does not name this page among its own: {page}.',
        "twice": 'The language "{language}" is listed twice, with different addresses.',
        "tag": '"{language}" is no language tag; write it like "en", "pt-BR" or "x-default".',
    },
    origin="in the published page",
)
SITEMAP = Rule(
    "site-sitemap",
    WARNING,
    "The sitemap names a page that is not there, or one that asks not to be found.",
    {
        "unpublished": 'The sitemap names "{address}", and there is no such page.',
        "hidden": 'The sitemap names "{address}", and that page asks not to be found (noindex).',
        "unanswered": 'In the sitemap "{address}" names "{other}" as its translation, and that does not name it.',
        "more": "{count} more addresses of this file are wrong.",
    },
    origin="in the published page",
)
REDIRECT = Rule(
    "site-redirect",
    ERROR,
    "A rule in `_redirects` leads to nothing, or in a circle.",
    {
        "dead": 'The redirect leads to "{address}", and there is no such page.',
        "circle": 'The redirects lead in a circle: "{address}".',
        "rule": 'This is no redirect; write it like "/old /new 301".',
        "more": "{count} more rules of this file are wrong.",
    },
    origin="in the published page",
)

FAMILY = Family(
    (LINK_DEAD, ANCHOR_DEAD, ASSET_DEAD, OUTSIDE, ID_DUPLICATE, LANG, CANONICAL, HREFLANG, SITEMAP, REDIRECT)
)
