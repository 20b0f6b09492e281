"""The source stands beside every block of its translation, and what the translation lacks is shown as lacking."""

import re
from html.parser import HTMLParser

from tests.plugin.conftest import CONFIG, PLAIN, Build

SOURCE = """# Guide {#guide}

!!! note "Read first"

    Ask before you buy. It is [cheaper](other.md#price).

Buy a number at [the shop](https://shop.example/buy). Then wait.

1. Open **Billing**.

    Look around.

2. Press **Save**.

- apples
    - red ones
- pears

| Plan | Price |
| --- | --- |
| Small | 5 |
| **Large** | 7 |

Minutes
:   What you pay for.

> Somebody said so.

```python
print("same")
```

![A picture](picture.svg)

<a id="old"></a>More is [above](#guide).
"""
TARGET = """# Vadlīnijas {#guide}

!!! note "Vispirms izlasiet"

    Pirms pērkat, pajautājiet. Tas ir [lētāk](other.md#price).

Pērciet numuru [veikalā](https://shop.example/buy). Pēc tam gaidiet.

1. Atveriet **Norēķini**.

    Apskatieties.

2. Nospiediet **Saglabāt**.

- āboli
    - sarkanie
- bumbieri

| Plāns | Cena |
| --- | --- |
| Mazs | 5 |
| **Liels** | 7 |

Minūtes
:   Par ko jūs maksājat.

> Kāds tā teica.

```python
print("same")
```

![Attēls](picture.svg)

<a id="old"></a>Vairāk ir [augstāk](#guide).
"""
OTHER = {
    "en/other.md": "# Other\n\n## Price {#price}\n\nLow.\n",
    "lv/other.md": "# Cits\n\n## Cena {#price}\n\nZema.\n",
}
PAGES = {
    "en/index.md": "# Home\n\nStart.\n",
    "lv/index.md": "# Sākums\n\nSāciet.\n",
    "en/guide.md": SOURCE,
    "lv/guide.md": TARGET,
    "picture.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    **OTHER,
}


class Pairs(HTMLParser):
    """The text of every piece of source, and the text that stands before it in the same element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.open: list[list[str]] = []  # text of the open elements, without what is source
        self.source: list[str] | None = None
        self.depth = 0
        self.void = {"img", "br", "input", "hr", "meta", "link"}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.void:
            return
        if self.source is not None:
            self.depth += 1
        elif "facing-source" in (dict(attrs).get("class") or "").split():
            self.source, self.depth = [], 1
        else:
            self.open.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in self.void:
            return
        if self.source is not None:
            self.depth -= 1
            if not self.depth:
                before = " ".join("".join(self.open[-1]).split())
                self.found.append((before, " ".join("".join(self.source).split())))
                self.source = None
        elif self.open:
            text = self.open.pop()
            if self.open:
                self.open[-1] += text

    def handle_data(self, data: str) -> None:
        if self.source is not None:
            self.source.append(data)
        elif self.open:
            self.open[-1].append(data)


def test_every_kind_of_block_stands_with_its_source(build: Build) -> None:
    built = build(PAGES)
    assert built.code == 0, built.log
    assert Pairs(built.article("lv/guide")).found == [
        ("Vadlīnijas", "Guide"),
        ("Vispirms izlasiet", "Read first"),
        ("Pirms pērkat, pajautājiet. Tas ir lētāk.", "Ask before you buy. It is cheaper."),
        ("Pērciet numuru veikalā. Pēc tam gaidiet.", "Buy a number at the shop. Then wait."),
        ("Atveriet Norēķini.", "Open Billing."),
        ("Apskatieties.", "Look around."),
        ("Nospiediet Saglabāt.", "Press Save."),
        ("āboli", "apples"),
        ("sarkanie", "red ones"),
        ("bumbieri", "pears"),
        ("Plāns", "Plan"),
        ("Cena", "Price"),
        ("Mazs", "Small"),
        ("Liels", "Large"),
        ("Minūtes", "Minutes"),
        ("Par ko jūs maksājat.", "What you pay for."),
        ("Kāds tā teica.", "Somebody said so."),
        ("Vairāk ir augstāk.", "More is above."),
    ]


def test_the_source_is_hidden_in_its_language_without_ids_and_its_links_lead_to_the_source_s_pages(
    build: Build,
) -> None:
    article = build(PAGES).article("lv/guide")
    pieces = re.findall(r'<(?:div|span) class="facing-source"[^>]*>', article)
    assert pieces
    assert all(' hidden="hidden"' in piece or " hidden" in piece for piece in pieces)
    assert all('lang="en"' in piece for piece in pieces)
    assert article.count('id="guide"') == 1
    assert article.count('id="old"') == 1
    assert 'href="../../other/#price">cheaper' in article
    assert 'href="../other/#price">lētāk' in article
    assert 'href="#guide">above' in article
    assert article.count("print(") == 1 or article.count("same") == 1, "what is the same on both sides stands twice"
    assert article.count("<img") == 1


def test_sentences_are_marked_only_where_they_pair_without_doubt(build: Build) -> None:
    pages = {
        "en/index.md": "# A\n\nBuy one. Then wait.\n\nBuy [x](https://x.example). Wait 10 days. Call.\n",
        "lv/index.md": "# A\n\nPērciet. Tad gaidiet.\n\nPērciet. Gaidiet [x](https://x.example) 10 dienas. Zvaniet.\n",
    }
    article = build(pages, "  - facingpages: {warn: never}").article("lv")
    assert article.count("facing-pair--sentences") == 1
    assert "--facing-sentences: 2" in article


def test_a_block_that_the_translation_lacks_is_shown_as_lacking_where_it_should_stand(build: Build) -> None:
    pages = {**PAGES, "lv/guide.md": TARGET.replace("2. Nospiediet **Saglabāt**.\n\n", "")}
    built = build(pages, "  - facingpages: {warn: never}")
    article = built.article("lv/guide")
    assert article.index("Look around.") < article.index("Tulkojumā nav:") < article.index("Press <strong>Save")
    assert article.index("Press <strong>Save") < article.index("āboli")
    assert ("bumbieri", "pears") in Pairs(article).found


def test_two_paragraphs_made_one_keep_both_sources(build: Build) -> None:
    pages = {
        "en/index.md": "# A\n\nCall the operator at [one](https://one.example).\n\nThe [two](https://two.example) "
        "lines are free of charge.\n\nThe end of it all is here.\n",
        "lv/index.md": "# A\n\nZvaniet operatoram [viens](https://one.example). Līnijas [divi](https://two.example) ir "
        "bez maksas.\n\nTe ir visa tā beigas.\n",
    }
    found = Pairs(build(pages, "  - facingpages: {warn: never}").article("lv")).found
    assert found[1][1].startswith("Call the operator at one.")
    assert "lines are free of charge." in found[1][1]
    assert found[2] == ("Te ir visa tā beigas.", "The end of it all is here.")


def test_a_theme_without_our_styles_gets_them_with_the_page(build: Build) -> None:
    built = build(PAGES)
    head = built.page("lv/guide").split("</head>")[0]
    assert '<link rel="stylesheet" href="../../assets/facingpages/facing.css">' in head
    assert '<script src="../../assets/facingpages/facing.js"></script>' in head
    assert "facing.js" not in built.page("guide"), "the source's pages need no script"
    assert (built.folder / "assets/facingpages/facing.js").is_file()


def test_what_a_cell_has_in_code_is_not_repeated_however_code_is_rendered(build: Build) -> None:
    config = CONFIG.format(theme=PLAIN, structure="folder", plugin="  - facingpages: {warn: never}")
    config = config.replace("pymdownx.superfences", "pymdownx.superfences, pymdownx.inlinehilite")
    rows = "| A | B |\n| --- | --- |\n| `SECRET_1` | {} |\n"
    pages = {"en/index.md": "# A\n\n" + rows.format("one"), "lv/index.md": "# A\n\n" + rows.format("viens")}
    article = build(pages, config=config).article("lv")
    assert article.count("SECRET_1") == 1
    assert ">one</span>" in article
