"""A site of our own that stands for other people's: what their pages hold, on the themes that they use.

English, Latvian and Arabic are built; a folder of Portuguese is there and is not. Pages without words, diagrams,
formulas, tabs, annotations, footnotes, HTML with Markdown in it, text that a macro or a snippet puts in, a blog.
"""

from __future__ import annotations

from collections.abc import Mapping

FEATURES = {
    "en": """\
# Everything at once

A paragraph with a note (1) in it.
{ .annotate }

1. The note *itself*.

The formula $E = mc^2$ stands in a line.

$$
a^2 + b^2 = c^2
$$

```mermaid
graph LR
  A[Buy] --> B[Wait]
```

=== "First tab"

    Press **Save** here.

=== "Second tab"

    Press **Cancel** there.

<div class="box" markdown>

Markdown inside of HTML, with [a link](index.md).

</div>

A sentence with a footnote.[^1] The price is {{ price }} euros.

--8<-- "terms.en.txt"

``` python
buy(1) # (1)!
```

1.  Code with a note.

- [x] done
- [ ] open

[^1]: The footnote's own words.
""",
    "lv": """\
# Viss reizē

Rindkopa ar piezīmi (1) tajā.
{ .annotate }

1. Pati *piezīme*.

Formula $E = mc^2$ stāv rindā.

$$
a^2 + b^2 = c^2
$$

```mermaid
graph LR
  A[Pirkt] --> B[Gaidīt]
```

=== "Pirmā cilne"

    Šeit nospiediet **Saglabāt**.

=== "Otrā cilne"

    Tur nospiediet **Atcelt**.

<div class="box" markdown>

Markdown iekš HTML, ar [saiti](index.md).

</div>

Teikums ar vēri.[^1] Cena ir {{ price }} eiro.

--8<-- "terms.lv.txt"

``` python
buy(1) # (1)!
```

1.  Kods ar piezīmi.

- [x] padarīts
- [ ] atvērts

[^1]: Pašas vēres vārdi.
""",
}
PAGES = {
    "docs/en/index.md": "# Home\n\nBuy a number. Then wait.\n\nStart with the [guide](guide.md).\n",
    "docs/lv/index.md": "# Sākums\n\nNopērciet numuru. Tad gaidiet.\n\nSāciet ar [ceļvedi](guide.md).\n",
    "docs/ar/index.md": "# الرئيسية\n\nاشتر رقما. ثم انتظر.\n\nابدأ مع [الدليل](guide.md).\n",
    "docs/pt/index.md": "# Início\n\nCompre.\n",
    "docs/pt/guide.md": "# Guia\n\nEspere.\n",
    "docs/en/guide.md": "## Welcome to the guide\n\n1. Open **Billing**.\n2. Press **Save**.\n",
    "docs/lv/guide.md": "## Laipni lūdzam ceļvedī\n\n1. Atveriet **Norēķini**.\n2. Nospiediet **Saglabāt**.\n",
    "docs/en/frame.md": '<iframe src="https://video.example/"></iframe>\n',
    "docs/lv/frame.md": '<iframe src="https://video.example/"></iframe>\n',
    "docs/en/hero.md": '<div class="hero"></div>\n',
    "docs/lv/hero.md": '<div class="hero"></div>\n',
    "docs/en/getting-started.md": "# Getting started\n\nInstall it first, then look around.\n",
    "docs/lv/pirmie-soli.md": "---\nsource_page: getting-started.md\n---\n# Pirmie soļi\n\nVispirms instalējiet.\n",
    "docs/en/features.md": FEATURES["en"],
    "docs/lv/features.md": FEATURES["lv"],
    "includes/terms.en.txt": "The terms are in a snippet.\n",
    "includes/terms.lv.txt": "Noteikumi ir fragmentā.\n",
    "macros.py": "def on_page_markdown(markdown, **_):\n    return markdown.replace('{{ price }}', '12')\n",
}
BLOG = {
    "docs/en/blog/index.md": "# Blog\n",
    "docs/en/blog/posts/one.md": "---\ndate: 2024-01-31\n---\n# A post\n\nIt begins.\n\n<!-- more -->\n\nIt ends.\n",
}
CONFIG = """\
site_name: Visitors
site_url: https://visitors.example/2.0/
theme: {{{theme}}}
hooks: [macros.py]
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - tables
  - toc: {{permalink: true}}
  - pymdownx.arithmatex: {{generic: true}}
  - pymdownx.snippets: {{base_path: [includes]}}
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
  - pymdownx.tabbed: {{alternate_style: true}}
  - pymdownx.tasklist: {{custom_checkbox: true}}
plugins:
  - search
{before}
  - i18n:
      docs_structure: folder
      fallback_to_default: {fallback}
      languages:
        - {{locale: en, name: English, default: true}}
        - {{locale: lv, name: Latviešu}}
        - {{locale: ar, name: العربية}}
{plugin}
"""
THEMES = {
    "material": "name: material, font: false, features: [navigation.instant, content.code.annotate]",
    "mkdocs": "name: mkdocs, highlightjs: false",
    "readthedocs": "name: readthedocs, highlightjs: false",
}


def files(theme: str, plugin: str = "", fallback: bool = False) -> Mapping[str, str]:
    """All files of the site on a theme. `plugin` are the plugin's lines in mkdocs.yml, or nothing."""
    blog = theme == "material"
    before = "  - blog" if blog else ""
    config = CONFIG.format(theme=THEMES[theme], plugin=plugin, before=before, fallback=str(fallback).lower())
    return {**PAGES, **(BLOG if blog else {}), "mkdocs.yml": config}
