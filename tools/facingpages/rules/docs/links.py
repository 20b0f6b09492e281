"""What must hold of links: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, SiteExample

CONFIG = (
    "site_name: Calls\nsite_url: https://calls.example/\n"
    "markdown_extensions: [attr_list, footnotes, pymdownx.snippets]\n"
    "plugins:\n  - i18n:\n      docs_structure: folder\n      languages:\n"
    "        - {locale: en, name: English, default: true}\n        - {locale: sv, name: Svenska}\n"
)


def _site(*finds: str, note: str = "", **pages: str) -> SiteExample:
    """`en_guide="…"` is `docs/en/guide.md`; `en_a__b` is `docs/en/a/b.md`."""
    files = {f"docs/{name.replace('__', '/').replace('_', '/', 1)}.md": text for name, text in pages.items()}
    return SiteExample(files, finds, note)


SEE = "See [terms](terms.md).\n"
ENGLISH = {"en_terms": "# Terms\n"}
TERMS = {**ENGLISH, "sv_terms": "# Villkor\n"}

DOCS = {
    "link-dead": Doc(
        "Looked up as the generator publishes it: relative to the file in Markdown, relative to the address in raw HTML, "
        "with the source's page where a translation is missing. The nearest target that exists is named. A fault that the "
        "source has, too, is told there.",
        sites=(
            _site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](term.md).\n", **TERMS),
            _site("docs/sv/guide.md:1:4", en_guide="See.\n", sv_guide='Se <a href="terms.md">villkor</a>.\n', **TERMS),
            _site(
                en_guide=SEE,
                sv_guide="Se [villkor](terms.md), `[kod](kod.md)`.\n",
                note="The source's page takes its place.",
                **ENGLISH,
            ),
        ),
    ),
    "link-case": Doc(
        "It works on some computers and not on the server.",
        sites=(_site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](Terms.md).\n", **TERMS),),
    ),
    "link-outside": Doc(
        "`..` more often than the page is deep, `file:`, a drive letter, a folder that is somebody's own (`/Users/ann/Documents/`).",
        sites=(_site("docs/sv/guide.md:1:4", en_guide="Text.\n", sv_guide="Se [läs mig](../../../README.md).\n"),),
    ),
    "link-absolute": Doc(
        "`site_url` has a path, and the address does not begin with it.",
        sites=(
            SiteExample(
                {
                    "mkdocs.yml": CONFIG.replace("calls.example/", "calls.example/docs/"),
                    "docs/en/guide.md": "See [terms](/terms/).\n",
                    "docs/en/terms.md": "# Terms\n",
                    "docs/sv/terms.md": "# Villkor\n",
                },
                ("docs/en/guide.md:1:5",),
            ),
        ),
    ),
    "image-dead": Doc(
        "Also in `srcset` and other attributes that show a file. A picture that only the source has is fine where the "
        "generator falls back to it. For information in a copy of a site's pages, with no picture of that sort at hand.",
        sites=(
            _site("docs/sv/guide.md:1:1", en_guide="Text.\n", sv_guide="![Spara](spara.png)\n"),
            _site(
                en_guide="Text.\n",
                sv_guide='{% include figure.html src="spara.png" %}\n',
                note="The include alone knows where such a path begins.",
            ),
        ),
    ),
    "link-locale-better": Doc(
        "The finding names what to write instead. A page's link to itself in another language is fine. mkdocs-static-i18n "
        "rewrites such links silently, so only the source shows them; where it can't, the link is dead: an error.",
        sites=(
            _site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](../en/terms.md).\n", **TERMS),
            _site("docs/sv/guide.md:1:4", en_guide="Text.\n", sv_guide="Se [originalet](../en/guide.md).\n"),
            _site(
                en_guide='Or <a href="../sv/guide/">sv</a>.\n',
                sv_guide='Se <a href="../../guide/">originalet</a>.\n',
                note="The same page in another language, by its address.",
            ),
        ),
    ),
    "link-locale-own": Doc(
        "It breaks when the site moves, and leads out of a preview. Not told of an address from the site's root where the "
        "source's page leads to others by such addresses: then the locale in it is what a translator has to write.",
        sites=(
            _site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](/sv/terms/).\n", **TERMS),
            _site(
                en_guide="See [terms](/terms/).\n",
                sv_guide="Se [villkor](/sv/terms/).\n",
                note="The source leads there from the site's root, too.",
                **TERMS,
            ),
            _site(
                "docs/sv/guide.md:1:4",
                en_guide=SEE,
                sv_guide="Se [villkor](https://calls.example/sv/terms/).\n",
                **TERMS,
            ),
        ),
    ),
    "link-source-only": Doc(
        "Said once a page: readers land on a page that is not translated yet.",
        sites=(_site("docs/sv/guide.md:1:4", en_guide=SEE, sv_guide="Se [villkor](terms.md).\n", **ENGLISH),),
    ),
    "anchor-dead": Doc(
        "Ids are made as the renderer makes them, with the site's own `toc.slugify`; ids in raw HTML, attribute lists, "
        "snippets and footnotes count. `#top` and `#` are always there.",
        sites=(
            _site("docs/sv/guide.md:3:4", en_guide="# Buy\n\nText.\n", sv_guide="# Köp\n\nSe [början](#kopa).\n"),
            _site(
                en_guide="# Buy\n\nSee [top](#top), [start](#buy).\n",
                sv_guide="# Köp\n\nSe [början](#top), [start](#kop).\n",
                note="The ids that Python-Markdown makes.",
            ),
            _site(
                "docs/en/guide.md:1:5",
                en_guide="See [fees](terms.md#fees).\n",
                sv_guide="Se villkoren.\n",
                en_terms="---\ntitle: Terms\n---\n\nText.\n",
            ),
            _site(
                en_guide="See [terms](terms.md#terms).\n",
                sv_guide="Se [villkor](terms.md#terms).\n",
                en_terms="---\ntitle: Terms\n---\n\nText.\n",
                sv_terms="---\ntitle: Villkor\n---\n\nText.\n",
                note="The title that stands above the page: a browser stays there when it finds no such id.",
            ),
            _site(
                "docs/en/guide.md:1:5",
                en_guide="See [terms](terms.md#terms).\n",
                sv_guide="Se villkoren.\n",
                en_terms="---\ntitle: Terms\n---\n\n# Conditions\n\nText.\n",
            ),
            _site(
                "docs/en/guide.md:1:1",
                en_guide='<a href="#translation-anna" title="Translation">Anna</a>\n',
                sv_guide="Tack.\n",
            ),
            _site(
                en_guide="<!-- ALL-CONTRIBUTORS-LIST:START -->\n\n"
                '<a href="#translation-anna" title="Translation">Anna</a>\n\n<!-- ALL-CONTRIBUTORS-LIST:END -->\n',
                note="What a bot writes of a contribution without a page.",
            ),
            _site(
                "docs/en/guide.md:1:1",
                en_guide="[Thanks](#to-anna)\n\n<!-- ALL-CONTRIBUTORS-LIST:START -->\n\nAnna\n\n"
                "<!-- ALL-CONTRIBUTORS-LIST:END -->\n",
                sv_guide="Tack.\n",
            ),
        ),
    ),
    "anchor-translated": Doc(
        "The heading was translated and its id with it. The finding names the new one; better is an explicit id, the same "
        "in all languages.",
        sites=(
            _site(
                "docs/sv/guide.md:3:4",
                en_guide="# Buy\n\nSee [start](#buy).\n",
                sv_guide="# Köp\n\nSe [början](#buy).\n",
            ),
            _site(
                en_guide="# Buy {#buy}\n\nSee [start](#buy).\n",
                sv_guide="# Köp {#buy}\n\nSe [början](#buy).\n",
                note="An explicit id.",
            ),
        ),
    ),
    "snippet-dead": Doc(
        "pymdownx.snippets drops it without a word unless `check_paths` is set. Links in a snippet are checked from each "
        "page that it is set into.",
        sites=(_site("docs/sv/guide.md:1:9", en_guide="Text.\n", sv_guide='--8<-- "saknas.md"\n'),),
    ),
    "reference-undefined": Doc(
        "Readers see the brackets. Not told where a plugin resolves labels, or where the page sets in a file of Markdown: it "
        "may define them; unless a line of the page should do so and is no definition.",
        sites=(
            _site(
                en_guide="See [terms][t].\n\n{% include links.md %}\n",
                sv_guide="Se [villkor][t].\n\n{% include links.md %}\n",
            ),
            _site(
                "docs/sv/guide.md:1:4",
                en_guide="See [terms][t].\n\n{% include links.md %}\n\n[t]: https://example.com/\n",
                sv_guide="Se [villkor][t].\n\n{% include links.md %}\n\n[t]\uff1ahttps://example.com/\n",
            ),
            _site(
                "docs/en/guide.md:1:5",
                en_guide="See [terms][t].\n\n{% include links.html %}\n",
                sv_guide="Se [villkor][t].\n\n{% include links.html %}\n",
            ),
            _site(
                "docs/sv/guide.md:1:4", en_guide="See [terms][t].\n\n[t]: terms.md\n", sv_guide="Se [villkor][vt].\n"
            ),
            _site(
                en_guide="Send [size][name][rest] at +/-[hh][mm] to it.\n",
                sv_guide="Skicka [storlek][namn][resten] +/-[tt][mm] dit.\n",
                note="The parts of a format.",
            ),
            _site(
                "docs/sv/guide.md:1:4",
                en_guide="See [terms][t][^1].\n\n[t]: terms.md\n[^1]: One.\n",
                sv_guide="Se [villkor][vt][^1].\n\n[^1]: Ett.\n",
            ),
        ),
    ),
    "reference-unused": Doc(
        "Often the link that used it was lost.",
        sites=(
            _site(
                "docs/sv/guide.md:3:1",
                en_guide="See [terms][t].\n\n[t]: terms.md\n",
                sv_guide="Se villkor.\n\n[t]: terms.md\n",
            ),
        ),
    ),
    "reference-duplicate": Doc(
        "Which one counts depends on the renderer: CommonMark takes the first, Python-Markdown the last. For information "
        "where both say the same.",
        sites=(
            _site(
                "docs/sv/guide.md:4:1", en_guide="A.\n", sv_guide="Se [villkor][t].\n\n[t]: terms.md\n[t]: guide.md\n"
            ),
        ),
    ),
    "id-duplicate": Doc(
        "A link to it finds only the first. Not told of what a component is given, which the site's program makes something of.",
        sites=(
            _site("docs/sv/guide.md:3:1", en_guide="A.\n", sv_guide='<a id="x"></a>Text.\n\n## Två {#x}\n'),
            _site(
                "docs/sv/guide.md:3:1",
                en_guide="A.\n",
                sv_guide='<p id="x">Text.</p>\n\n<p id="x">Mer.</p>\n',
            ),
            _site(en_guide="A.\n", sv_guide='<choice id="x">\nText.\n</choice>\n\n<choice id="x">\nMer.\n</choice>\n'),
        ),
    ),
    "footnote-undefined": Doc(
        "Readers see the brackets.",
        sites=(
            _site("docs/sv/guide.md:1:6", en_guide="Text[^1].\n\n[^1]: Note.\n", sv_guide="Text [^2].\n\n[^1]: Not.\n"),
        ),
    ),
    "footnote-unused": Doc(
        "Its mark was lost, so no reader will find it.",
        sites=(_site("docs/sv/guide.md:3:1", en_guide="Text[^1].\n\n[^1]: Note.\n", sv_guide="Text.\n\n[^1]: Not.\n"),),
    ),
}
