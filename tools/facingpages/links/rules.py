"""What must hold of links. Each rule shows itself on small sites, which are its tests."""

from __future__ import annotations

from facingpages.finding import Severity
from facingpages.links.built.rules import FAMILY as BUILT
from facingpages.links.examples import SiteExample, SiteRule
from facingpages.links.external.rules import FAMILY as EXTERNAL
from facingpages.rules.base import ERROR, INFO, WARNING, Family

# The `mkdocs.yml` of the examples that have none: a site in English and Swedish.
CONFIG = (
    "site_name: Calls\nsite_url: https://calls.example/\n"
    "markdown_extensions: [attr_list, footnotes, pymdownx.snippets]\n"
    "plugins:\n  - i18n:\n      docs_structure: folder\n      languages:\n"
    "        - {locale: en, name: English, default: true}\n        - {locale: sv, name: Svenska}\n"
)


def _rule(identifier: str, severity: Severity, summary: str, doc: str, *sites: SiteExample) -> SiteRule:
    return SiteRule(identifier, severity, summary, "\n\n".join((doc, *(site.show() for site in sites))), sites=sites)


def _site(*finds: str, note: str = "", **pages: str) -> SiteExample:
    """`en_guide="…"` is `docs/en/guide.md`; `en_a__b` is `docs/en/a/b.md`."""
    files = {f"docs/{name.replace('__', '/').replace('_', '/', 1)}.md": text for name, text in pages.items()}
    return SiteExample(files, finds, note)


SEE = "See [terms](terms.md).\n"
ENGLISH = {"en_terms": "# Terms\n"}
TERMS = {**ENGLISH, "sv_terms": "# Villkor\n"}

LINK_DEAD = _rule(
    "link-dead",
    ERROR,
    "A link leads to nothing.",
    "Looked up as the generator publishes it: relative to the file in Markdown, relative to the address in raw HTML, "
    "with the source's page where a translation is missing. The nearest target that exists is named. A fault that the "
    "source has, too, is told there.",
    _site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](term.md).\n", **TERMS),
    _site("docs/sv/guide.md:1:4", en_guide="See.\n", sv_guide='Se <a href="terms.md">villkor</a>.\n', **TERMS),
    _site(
        en_guide=SEE,
        sv_guide="Se [villkor](terms.md), `[kod](kod.md)`.\n",
        note="The source's page takes its place.",
        **ENGLISH,
    ),
)
LINK_CASE = _rule(
    "link-case",
    ERROR,
    "A link names a file in another case or another Unicode normal form.",
    "It works on some computers and not on the server.",
    _site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](Terms.md).\n", **TERMS),
)
LINK_OUTSIDE = _rule(
    "link-outside",
    ERROR,
    "A link climbs out of the site, or leads to a file of one computer.",
    "`..` more often than the page is deep, `file:`, a drive letter.",
    _site("docs/sv/guide.md:1:4", en_guide="Text.\n", sv_guide="Se [läs mig](../../../README.md).\n"),
)
LINK_ABSOLUTE = _rule(
    "link-absolute",
    WARNING,
    "An absolute address leaves the folder that the site is published in.",
    "`site_url` has a path, and the address does not begin with it.",
    SiteExample(
        {
            "mkdocs.yml": CONFIG.replace("calls.example/", "calls.example/docs/"),
            "docs/en/guide.md": "See [terms](/terms/).\n",
            "docs/en/terms.md": "# Terms\n",
            "docs/sv/terms.md": "# Villkor\n",
        },
        ("docs/en/guide.md:1:5",),
    ),
)
IMAGE_DEAD = _rule(
    "image-dead",
    ERROR,
    "A picture does not exist.",
    "Also in `srcset` and other attributes that show a file. A picture that only the source has is fine where the "
    "generator falls back to it. For information in a copy of a site's pages, with no picture of that sort at hand.",
    _site("docs/sv/guide.md:1:1", en_guide="Text.\n", sv_guide="![Spara](spara.png)\n"),
)
LINK_LOCALE_BETTER = _rule(
    "link-locale-better",
    WARNING,
    "A link leads to another language although the page exists in this one.",
    "The finding names what to write instead. A page's link to itself in another language is fine. mkdocs-static-i18n "
    "rewrites such links silently, so only the source shows them; where it can't, the link is dead: an error.",
    _site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](../en/terms.md).\n", **TERMS),
    _site("docs/sv/guide.md:1:4", en_guide="Text.\n", sv_guide="Se [originalet](../en/guide.md).\n"),
    _site(
        en_guide='Or <a href="../sv/guide/">sv</a>.\n',
        sv_guide='Se <a href="../../guide/">originalet</a>.\n',
        note="The same page in another language, by its address.",
    ),
)
LINK_LOCALE_OWN = _rule(
    "link-locale-own",
    WARNING,
    "A link within the site names the site's address or the locale, and need not.",
    "It breaks when the site moves, and leads out of a preview.",
    _site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](https://calls.example/sv/terms/).\n", **TERMS),
)
LINK_SOURCE_ONLY = _rule(
    "link-source-only",
    INFO,
    "A link leads to a page that exists only in the source's language.",
    "Said once a page: readers land on a page that is not translated yet.",
    _site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](terms.md).\n", **ENGLISH),
)
ANCHOR_DEAD = _rule(
    "anchor-dead",
    ERROR,
    "A fragment leads to no place on the page.",
    "Ids are made as the renderer makes them, with the site's own `toc.slugify`; ids in raw HTML, attribute lists, "
    "snippets and footnotes count. `#top` and `#` are always there.",
    _site("docs/sv/guide.md:3:4", en_guide="# Buy\n\nText.\n", sv_guide="# Köp\n\nSe [början](#kopa).\n"),
    _site(
        en_guide="# Buy\n\nSee [top](#top), [start](#buy).\n",
        sv_guide="# Köp\n\nSe [början](#top), [start](#kop).\n",
        note="The ids that Python-Markdown makes.",
    ),
)
ANCHOR_TRANSLATED = _rule(
    "anchor-translated",
    ERROR,
    "A fragment names a heading by the id that it has in the source.",
    "The heading was translated and its id with it. The finding names the new one; better is an explicit id, the same "
    "in all languages.",
    _site("docs/sv/guide.md:3:4", en_guide="# Buy\n\nSee [start](#buy).\n", sv_guide="# Köp\n\nSe [början](#buy).\n"),
    _site(
        en_guide="# Buy {#buy}\n\nSee [start](#buy).\n",
        sv_guide="# Köp {#buy}\n\nSe [början](#buy).\n",
        note="An explicit id.",
    ),
)
SNIPPET_DEAD = _rule(
    "snippet-dead",
    ERROR,
    "A file that should be set into the page, or its section, does not exist.",
    "pymdownx.snippets drops it without a word unless `check_paths` is set. Links in a snippet are checked from each "
    "page that it is set into.",
    _site("docs/sv/guide.md:1:9", en_guide="Text.\n", sv_guide='--8<-- "saknas.md"\n'),
)
REFERENCE_UNDEFINED = _rule(
    "reference-undefined",
    ERROR,
    "A reference link has no definition.",
    "Readers see the brackets. Not told where a plugin resolves labels.",
    _site("docs/sv/guide.md:1:4", en_guide="See [terms][t].\n\n[t]: terms.md\n", sv_guide="Se [villkor][vt].\n"),
)
REFERENCE_UNUSED = _rule(
    "reference-unused",
    INFO,
    "A reference definition is not used.",
    "Often the link that used it was lost.",
    _site(
        "docs/sv/guide.md:3:1", en_guide="See [terms][t].\n\n[t]: terms.md\n", sv_guide="Se villkor.\n\n[t]: terms.md\n"
    ),
)
REFERENCE_DUPLICATE = _rule(
    "reference-duplicate",
    WARNING,
    "A reference is defined twice.",
    "Which one counts depends on the renderer: CommonMark takes the first, Python-Markdown the last. For information "
    "where both say the same.",
    _site("docs/sv/guide.md:4:1", en_guide="A.\n", sv_guide="Se [villkor][t].\n\n[t]: terms.md\n[t]: guide.md\n"),
)
ID_DUPLICATE = _rule(
    "id-duplicate",
    WARNING,
    "An id stands twice on a page.",
    "A link to it finds only the first.",
    _site("docs/sv/guide.md:3:1", en_guide="A.\n", sv_guide='<a id="x"></a>Text.\n\n## Två {#x}\n'),
)
FOOTNOTE_UNDEFINED = _rule(
    "footnote-undefined",
    ERROR,
    "A footnote has no text.",
    "Readers see the brackets.",
    _site("docs/sv/guide.md:1:6", en_guide="Text[^1].\n\n[^1]: Note.\n", sv_guide="Text [^2].\n\n[^1]: Not.\n"),
)
FOOTNOTE_UNUSED = _rule(
    "footnote-unused",
    INFO,
    "A footnote is not referred to.",
    "Its mark was lost, so no reader will find it.",
    _site("docs/sv/guide.md:3:1", en_guide="Text[^1].\n\n[^1]: Note.\n", sv_guide="Text.\n\n[^1]: Not.\n"),
)

MISSING = 'There is no "{target}".'
PERHAPS = ' Perhaps "{hint}"?'
CASE = '"{target}" is written "{hint}": case counts on the server.'
FORM = '"{target}" and "{hint}" look the same, but their letters are composed in another way (Unicode normal form).'
OUTSIDE = '"{target}" climbs out of the site.'
LOCAL = '"{target}" is a file of one computer.'
ABSOLUTE = '"{target}" leaves the folder that the site is published in.'
RAW = 'Raw HTML is published as it stands, and there is no "{target}" then; the address is "{hint}".'
UNPUBLISHED = '"{target}" exists, but is left out of the site.'
ONLY_SOURCE = '"{target}" exists only in the source: "{hint}".'
OTHER_LANGUAGE = '"{target}" is of another language\'s build and can\'t be linked; this page\'s own is "{hint}".'
SISTER = '"{target}" is of another language\'s build and can\'t be linked by its file; the address is "{hint}".'
ITSELF = '"{target}" is made to lead to this page itself; in the other language the address is "{hint}".'
BETTER = '"{target}" leads to another language; in this one it is "{hint}".'
OWN = '"{target}" names this site\'s own address.'
WRITE = ' Write "{hint}".'
SOURCE_ONLY = '"{target}" is not translated; readers land on the source\'s page.'
SOURCE_ONLY_MORE = '"{target}" is not translated, nor are {count} more pages that this one leads to.'
NO_ANCHOR = 'There is no "#{id}" on {page}.'
NO_ANCHOR_HERE = 'There is no "#{id}" on this page.'
PERHAPS_ANCHOR = ' Perhaps "#{hint}"?'
ANCHOR_CASE = '"#{id}" is "#{hint}" on {page}: case and Unicode normal form count.'
TRANSLATED = 'The heading "#{id}" of the source was translated.'
NOW = ' Here it is "#{hint}".'
SOURCE_HEADING = "source heading"
NO_SECTION = 'The file of the snippet "{target}" has no such section.'
NO_SNIPPET = 'There is no snippet "{target}".'
NOTES = {
    "id-duplicate": 'The id "{id}" stands in line {line} already.',
    "reference-undefined": 'The reference "{label}" is defined nowhere.',
    "reference-unused": 'The reference "{label}" is not used.',
    "reference-duplicate": 'The reference "{label}" is defined in line {line} already.',
    "footnote-undefined": 'The footnote "{label}" is defined nowhere.',
    "footnote-unused": 'The footnote "{label}" is not referred to.',
}

SOURCE = (
    LINK_DEAD, LINK_CASE, LINK_OUTSIDE, LINK_ABSOLUTE, IMAGE_DEAD, LINK_LOCALE_BETTER, LINK_LOCALE_OWN,
    LINK_SOURCE_ONLY, ANCHOR_DEAD, ANCHOR_TRANSLATED, SNIPPET_DEAD, REFERENCE_UNDEFINED, REFERENCE_UNUSED,
    REFERENCE_DUPLICATE, ID_DUPLICATE, FOOTNOTE_UNDEFINED, FOOTNOTE_UNUSED,
)  # fmt: skip
FAMILY = Family((*SOURCE, *BUILT.rules, *EXTERNAL.rules))
BY_ID = {rule.id: rule for rule in FAMILY.rules}
