"""A MkDocs site in two languages, and one page for each thing planted in it: broken targets and what only looks so.

Every plant stands on a page of its own, so that a checker that names pages only can be judged, too. The pages around it
and its English original are whole.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import mkdocs, shared
from tests.links import planted_forms
from tests.links.plant import SVG, Plant

CONFIG = """\
site_name: Zvani
site_url: https://calls.example/
exclude_docs: |
  drafts/
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify
        kwds:
          case: lower
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
  - pymdownx.snippets:
      base_path: [snippets]
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: lv, name: Latviešu}
"""
GUIDE = """\
# {title}

## {funds}

{text}

## {minutes} {{#minutes}}

{text}

## {same}

{text}

## {same}

<a id="by-hand"></a>{text}

{text}
{{: #paragraph }}

--8<-- "notes.md"
"""
EN = {"title": "Guide", "funds": "Add funds", "minutes": "Minutes", "same": "Prices", "text": "Text of the guide."}
LV = {
    "title": "Ceļvedis",
    "funds": "Pievienot līdzekļus",
    "minutes": "Minūtes",
    "same": "Cenas",
    "text": "Ceļveža teksts.",
}
BASE = {
    "mkdocs.yml": CONFIG,
    "README.md": "# Repository\n",
    "snippets/notes.md": "### From a snippet\n\nText.\n",
    "docs/assets/shared.svg": SVG,
    "docs/assets/terms.pdf": "%PDF-1.4\n",
    "docs/en/index.md": "# Calls\n",
    "docs/lv/index.md": "# Zvani\n",
    "docs/en/guide.md": GUIDE.format(**EN),
    "docs/lv/guide.md": GUIDE.format(**LV),
    "docs/en/parts/deep.md": "# Deep\n\n## Inside {#inside}\n",
    "docs/lv/parts/deep.md": "# Dziļi\n\n## Iekšā\n",
    "docs/en/only.md": "# Only in English\n\n## Part\n",
    "docs/en/img/window.svg": SVG,
    "docs/lv/img/logs.svg": SVG,
    "docs/en/two words.md": "# Two words\n",
    "docs/lv/two words.md": "# Divi vārdi\n",
    "docs/en/price_(2024).md": "# Price\n",
    "docs/lv/price_(2024).md": "# Cena\n",
    "docs/lv/drafts/later.md": "# Vēlāk\n",
    "docs/en/twin/index.md": "# Twin\n",
    "docs/lv/twin/index.md": "# Dvīnis\n",
    "docs/lv/twin/README.md": "# Dvīņa apraksts\n",
    **planted_forms.BASE,
}


# Lines of a planted page before the plant.
HEAD = "# Lapa\n\nPirmā rindkopa, kurā viss ir kārtībā: [ceļvedis](guide.md).\n\n"
FIRST = HEAD.count("\n")

BROKEN = (
    Plant("missing-page", "Skat. [lapu](nav.md).\n", "link-dead"),
    Plant("missing-in-folder", "Skat. [lapu](parts/nav.md).\n", "link-dead"),
    Plant("missing-up", "Skat. [lapu](../lv/nav.md).\n", "link-dead"),
    Plant("misspelt-page", "Skat. [lapu](giude.md).\n", "link-dead"),
    Plant("page-in-other-case", "Skat. [lapu](Guide.md).\n", "link-case"),
    Plant("folder-in-other-case", "Skat. [lapu](Parts/deep.md).\n", "link-case"),
    Plant("html-for-md", "Skat. [lapu](guide.html).\n", "link-dead"),
    Plant("index-of-a-page", "Skat. [lapu](guide/index.md).\n", "link-dead"),
    Plant("out-of-the-site", "Skat. [lasi mani](../../../../README.md).\n", "link-outside"),
    Plant("file-beside-the-site", "Skat. [lasi mani](../../README.md).\n", "link-outside"),
    Plant("file-of-a-computer", "Skat. [lapu](file:///C:/guide.md).\n", "link-outside"),
    Plant("absolute-markdown", "Skat. [lapu](/lv/guide.md).\n", "link-dead"),
    Plant("absolute-missing", "Skat. [lapu](/lv/nav/).\n", "link-dead"),
    Plant("address-missing", "Skat. [lapu](../nav/).\n", "link-dead"),
    Plant("folder-without-index", "Skat. [lapas](parts/).\n", "link-dead"),
    Plant("left-out-page", "Skat. [melnrakstu](drafts/later.md).\n", "link-dead"),
    Plant("readme-beside-index", "Skat. [dvīni](twin/README.md).\n", "link-dead"),
    Plant("query-on-missing", "Skat. [lapu](nav.md?x=1#y).\n", "link-dead"),
    Plant("encoded-missing", "Skat. [lapu](nav%20te.md).\n", "link-dead"),
    Plant("blank-in-target", "Skat. [lapu](nav te.md).\n", "link-dead"),
    Plant("own-address-missing", "Skat. <https://calls.example/lv/nav/>.\n", "link-dead"),
    Plant("anchor-here", "Skat. [sākumu](#nav).\n", "anchor-dead"),
    Plant("anchor-there", "Skat. [daļu](guide.md#nav).\n", "anchor-dead"),
    Plant("anchor-of-the-source", "Skat. [daļu](guide.md#add-funds).\n", "anchor-translated"),
    Plant("anchor-lost", "Skat. [daļu](parts/deep.md#inside).\n", "anchor-translated"),
    Plant("anchor-in-other-case", "Skat. [daļu](guide.md#Minutes).\n", "anchor-dead"),
    Plant("anchor-decomposed", "Skat. [daļu](guide.md#pievienot-li\u0304dzekl\u0327us).\n", "anchor-dead"),
    Plant("anchor-of-ascii-slug", "Skat. [daļu](guide.md#pievienot-lidzeklus).\n", "anchor-dead"),
    Plant("anchor-third-of-two", "Skat. [daļu](guide.md#cenas_2).\n", "anchor-dead"),
    Plant("anchor-of-address", "Skat. [daļu](../guide/#nav).\n", "anchor-dead"),
    Plant("anchor-of-footnote", "Skat. [piezīmi](#fn:9).\n", "anchor-dead"),
    Plant("missing-picture", "![Logs](img/nav.svg)\n", "image-dead"),
    Plant("picture-in-other-format", "![Logs](img/logs.png)\n", "image-dead"),
    Plant("picture-in-other-case", "![Logs](img/Logs.svg)\n", "link-case"),
    Plant("picture-in-other-folder", "![Logs](images/logs.svg)\n", "image-dead"),
    Plant("picture-in-a-link", "[![Logs](img/nav.svg)](guide.md)\n", "image-dead"),
    Plant("link-of-a-picture", "[![Logs](img/logs.svg)](nav.md)\n", "link-dead"),
    Plant("html-link-to-markdown", 'Skat. <a href="guide.md">lapu</a>.\n', "link-dead"),
    Plant("html-link-missing", 'Skat. <a href="../nav/">lapu</a>.\n', "link-dead"),
    Plant("html-link-beside-file", 'Skat. <a href="guide/">lapu</a>.\n', "link-dead"),
    Plant("html-anchor", 'Skat. <a href="#nav">lapu</a>.\n', "anchor-dead"),
    Plant("html-picture", '<img src="../img/nav.svg" alt="Logs">\n', "image-dead"),
    Plant("html-srcset", '<img src="../img/logs.svg" srcset="../img/logs.svg 1x, ../img/nav.svg 2x">\n', "image-dead"),
    Plant("html-poster", '<video poster="../img/nav.svg" src="../img/logs.svg"></video>\n', "image-dead"),
    Plant("html-block", '<p>\n<a href="../nav/">Lapa</a>\n</p>\n', "link-dead", 2),
    Plant("definition", "Skat. [lapu][l].\n\n[l]: nav.md\n", "link-dead", 3),
    Plant("definition-of-picture", "![Logs][l]\n\n[l]: img/nav.svg\n", "link-dead", 3),
    Plant("undefined-reference", "Skat. [lapu][nav].\n", "reference-undefined"),
    Plant("undefined-behind-an-ideograph", "参见[一][nav]以及。\n", "reference-undefined"),
    Plant("undefined-collapsed", "Skat. [nekur][].\n", "reference-undefined"),
    Plant("unused-definition", "Teksts.\n\n[l]: guide.md\n", "reference-unused", 3),
    Plant("duplicate-definition", "Skat. [lapu][l].\n\n[l]: guide.md\n[l]: index.md\n", "reference-duplicate", 4),
    Plant("undefined-footnote", "Teksts[^nav].\n\nVēl[^1].\n\n[^1]: Piezīme.\n", "footnote-undefined"),
    Plant("unused-footnote", "Teksts.\n\n[^1]: Piezīme.\n", "footnote-unused", 3),
    Plant("missing-snippet", '--8<-- "nav.md"\n', "snippet-dead"),
    Plant("duplicate-id", "Teksts.\n{: #x }\n\n## Otrs {#x}\n", "id-duplicate", 4),
    Plant("in-callout", "!!! note\n\n    Skat. [lapu](nav.md).\n", "link-dead", 3),
    Plant("in-details", '??? note "Vairāk"\n    Pirmā.\n\n    Skat. [lapu](nav.md).\n', "link-dead", 4),
    Plant("in-tab", '=== "Viens"\n\n    Skat. [lapu](nav.md).\n', "link-dead", 3),
    Plant("in-table", "| A | B |\n|---|---|\n| x | [lapa](nav.md) |\n", "link-dead", 3),
    Plant("in-nested-item", "1. Viens\n\n    - Divi [lapa](nav.md)\n", "link-dead", 3),
    Plant("in-quote", "> Skat.\n> [lapu](nav.md).\n", "link-dead", 2),
    Plant("in-definition-list", "Termins\n:   Skat. [lapu](nav.md).\n", "link-dead", 2),
    Plant("in-footnote", "Teksts[^1].\n\n[^1]: Skat. [lapu](nav.md).\n", "link-dead", 3),
    Plant("in-heading", "## Skat. [lapu](nav.md)\n", "link-dead"),
    Plant("in-html-with-markdown", "<div markdown>\n\nSkat. [lapu](nav.md).\n\n</div>\n", "link-dead", 3),
    Plant("behind-code", "`[kods](kods.md)` un [lapa](nav.md).\n", "link-dead"),
    Plant("rewritten-to-own-locale", "Skat. [lapu](../en/guide.md).\n", "link-locale-better"),
    Plant("rewritten-to-itself", "Skat. [oriģinālu](../en/dead-rewritten-to-itself.md).\n", "link-locale-better"),
    Plant("address-of-the-source", "Skat. [lapu](/guide/).\n", "link-locale-better"),
    Plant("html-address-of-the-source", 'Skat. <a href="../../guide/">lapu</a>.\n', "link-locale-better"),
    Plant("own-address-of-the-source", "Skat. [lapu](https://calls.example/guide/).\n", "link-locale-better"),
    Plant("own-address", "Skat. [lapu](https://calls.example/lv/guide/).\n", "link-locale-own"),
    Plant("own-locale-absolute", "Skat. [lapu](/lv/guide/).\n", "link-locale-own"),
    Plant("only-in-the-source", "Skat. [lapu](only.md).\n", "link-source-only"),
    *planted_forms.BROKEN,
)  # fmt: skip

LOOKALIKES = (
    Plant("code-span", "Raksti `[lapa](nav.md)`.\n"),
    Plant("code-span-of-two", "Raksti ``[lapa](nav.md) ` ![x](nav.png)``.\n"),
    Plant("code-block", "```markdown\n[lapa](nav.md) ![x](nav.png)\n[l]: nav.md\n```\n"),
    Plant("tilde-block", "~~~\n[lapa](nav.md) <a href=\"nav.md\">x</a>\n~~~\n"),
    Plant("indented-code", "Kods:\n\n    [lapa](nav.md)\n    [l]: nav.md\n"),
    Plant("code-in-item", "- Viens\n\n    ```text\n    [lapa](nav.md)\n    ```\n"),
    Plant("comment", "<!-- [lapa](nav.md) ![x](nav.png) -->\n"),
    Plant("comment-of-lines", "<!--\n[lapa](nav.md)\n\n<a href=\"nav.md\">x</a>\n-->\n"),
    Plant("html-code", "<pre><code>[lapa](nav.md)</code></pre>\n"),
    Plant("escaped-brackets", "Raksti \\[lapa\\](nav.md) un \\[a\\]\\[b\\].\n"),
    Plant("index-expression", "Skat. matrica[i][j] un x[0][1].\n"),
    Plant("task-list", "- [ ] Viens\n- [x] Divi\n"),
    Plant("template-address", "Skat. [lapu]({{ page_url }}).\n"),
    Plant("template-tag", "Skat. [lapu]({% url 'x' %}).\n"),
    Plant("shortcode-address", 'Skat. [lapu]({{% ref "nav.md" %}}).\n'),
    Plant("shell-variable", "Skat. [lapu](${BASE}/nav.md).\n"),
    Plant("xref", "Skat. [API](xref:System.String).\n"),
    Plant("mail", "Raksti [mums](mailto:a@calls.example), <b@calls.example>.\n"),
    Plant("telephone", "Zvani [mums](tel:+37120000000).\n"),
    Plant("script-address", "[Drukāt](javascript:window.print()).\n"),
    Plant("data-picture", "![x](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n"),
    Plant("relative-protocol", "[x](//cdn.example/nav.js)\n"),
    Plant("other-site", "[x](https://other.example/nav/#nav)\n"),
    Plant("top", "[Augšup](#top), [šeit](#).\n"),
    Plant("text-fragment", "[Teksts](guide.md#:~:text=Ce%C4%BCve%C5%BEa)\n"),
    Plant("anchor-unicode", "[Daļa](guide.md#pievienot-līdzekļus)\n"),
    Plant("anchor-encoded", "[Daļa](guide.md#pievienot-l%C4%ABdzek%C4%BCus)\n"),
    Plant("anchor-second", "[Daļa](guide.md#cenas_1)\n"),
    Plant("anchor-explicit", "[Daļa](guide.md#minutes)\n"),
    Plant("anchor-by-hand", "[Daļa](guide.md#by-hand)\n"),
    Plant("anchor-of-paragraph", "[Daļa](guide.md#paragraph)\n"),
    Plant("anchor-in-snippet", "[Daļa](guide.md#from-a-snippet)\n"),
    Plant("anchor-own-name", '<a name="te"></a>Teksts. [Te](#te)\n'),
    Plant("anchor-of-tight-heading", "##Cieši\n\n[Daļa](#cieši)\n"),
    Plant("anchor-of-footnote", "Teksts[^1]. [Uz to](#fn:1)\n\n[^1]: Piezīme.\n"),
    Plant("anchor-in-source-s-page", "[Daļa](parts/deep.md#iekšā)\n"),
    Plant("anchor-in-picture", "[x](../assets/shared.svg#icon), [lpp.](../assets/terms.pdf#page=3)\n"),
    Plant("picture-of-the-source", "![Logs](img/window.svg)\n"),
    Plant("shared-picture", "![x](../assets/shared.svg)\n"),
    Plant("query", "[Lapa](guide.md?x=1&amp;y=2#minutes)\n"),
    Plant("encoded-name", "[Lapa](two%20words.md)\n"),
    Plant("name-in-angles", "[Lapa](<two words.md>)\n"),
    Plant("name-with-blank", "[Lapa](two words.md)\n"),
    Plant("name-with-parentheses", "[Lapa](price_(2024).md)\n"),
    Plant("title", '[Lapa](guide.md "nav.md") un [vēl](guide.md \'x\').\n'),
    Plant("slash-behind-name", "[Lapa](guide.md/)\n"),
    Plant("address", "[Lapa](../guide/), [sākums](../), [sākums](./..)\n"),
    Plant("address-without-slash", "[Lapa](../guide)\n"),
    Plant("html-address", '<a href="../guide/">Lapa</a>, <a href="../guide/index.html#minutes">daļa</a>\n'),
    Plant("html-without-target", "<a>Lapa</a> <img alt=\"x\">\n"),
    Plant("raw-block", "<div>\n\n[lapa](nav.md)\n\n</div>\n"),
    Plant("reference-in-other-case", "Skat. [lapu][LAPA  te].\n\n[lapa te]: guide.md\n"),
    Plant("comment-as-definition", "Teksts.\n\n[//]: # (Piezīme)\n[comment]: <> (Piezīme)\n"),
    Plant("definition-with-title", "Skat. [l].\n\n[l]: guide.md\n    \"Lapa\"\n"),
    Plant("abbreviation", "HTML ir.\n\n*[HTML]: valoda\n"),
    Plant("escaped-snippet", ';--8<-- "nav.md"\n'),
    Plant("snippet-of-lines", '--8<-- "notes.md:1:2"\n'),
    Plant("footnote-in-code", "Raksti `[^nav]`.\n"),
    Plant("same-page-elsewhere", 'Arī <a href="../../fine-same-page-elsewhere/">angliski</a>.\n'),
    *planted_forms.LOOKALIKES,
)  # fmt: skip

# Look-alikes whose addresses a program would fill in, and none did.
TEMPLATES = ("template-address", "template-tag", "shortcode-address", "shell-variable")

# Broken in the English original, too: told there, once.
ON_BOTH_SIDES = Plant("both-sides", "Skat. [lapu](nav.md).\n", "link-dead", source="See [page](nav.md).\n")


def write_site(root: Path, plants: tuple[Plant, ...] = (*BROKEN, *LOOKALIKES, ON_BOTH_SIDES)) -> None:
    """Write the site and its plants below a folder."""
    pages = {**BASE}
    for plant in plants:
        pages[f"docs/en/{plant.page}.md"] = f"# Page\n\nFirst paragraph: [guide](guide.md).\n\n{plant.source}"
        pages[f"docs/lv/{plant.page}.md"] = HEAD + plant.text
    for name, text in pages.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def built_site(factory: pytest.TempPathFactory) -> Path:
    """The site as it is written, and below `site` as MkDocs builds it: for reading only."""
    for module in ("mkdocs", "mkdocs_static_i18n", "pymdownx", "selectolax"):
        pytest.importorskip(module)

    def make(root: Path) -> None:
        write_site(root)
        done = mkdocs(root, "-q")
        assert done.code == 0, done.log

    return shared(factory, "planted", make)
