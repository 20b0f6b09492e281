"""Pages that differ in what some rule looks at closely, over and over: each is told or not in time.

Point 3 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Write
from tests.hostile.bounded import bounded
from tests.hostile.site import CONFIG, SITE

Pages = tuple[str, str]  # the source and its translation, below their title


def letters(number: int) -> str:
    """A word of its own for each number."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


def each(one: Callable[[int], str], many: int, between: str = "\n\n") -> str:
    """A text made of so many parts."""
    return between.join(map(one, range(many)))


PAGES: dict[str, Pages] = {
    "frames": ("Text.", each(lambda n: f"<!-- a{n}:start -->\n\nText {n}.\n\n<!-- a{n}:end -->", 4_000)),
    "an edge of a frame": ("Text.", "<!-- " + "a " * 100_000 + "-->\n\n<!--" + "-" * 100_000 + "start -->\n\nMer."),
    "what is assigned": ("A=1" * 40 + " !", "A=1" * 40 + " ?"),
    "settings of a fence": ("```js a=b " + "a-" * 100_000 + "\nx\n```", "```js a=c " + "b-" * 100_000 + "\nx\n```"),
    "open branches": ("Text.", "{#if a}\n" * 20_000 + "\n## C {#a}"),
    "open branches of Liquid": ("Text.", '<a id="x"></a>\n\n' + "{% if a %}\n" * 20_000 + '\n<a id="x"></a>'),
    "a path up": ("[a](b.md)", "[a](" + "../" * 50_000 + "b.md)"),
    "lost capitals": ("Call textContent here.", "textcontent " * 50_000),
    "mended names": (each(lambda n: f"Use name{letters(n)}Xy.", 3_000),
                     each(lambda n: f"Ta nam{letters(n)}Xy.", 3_000)),
    "headings in HTML": (each(lambda n: f"## H{n}", 4_000), each(lambda n: f"<h2>R{n}</h2>", 4_000)),
    "folds": ("Text.", "<details><summary>a " * 20_000 + "</details>"),
    "places to fill in": ("Use `" + "path/to/" * 15 + "x`.", "Ta `" + "a/" * 30 + "y`."),
    "places in a block": ("```sh\ncp " + "path/to/" * 20 + "x\n```", "```sh\ncp " + "a/" * 40 + "y\n```"),
    "hosts": ("Use `" + "https://myserver " * 12 + "x`.", "Ta `" + "https://a.b.c.d.e.f.g " * 12 + "y`."),
    "blanks in code": ("Use `a" + " " * 20_000 + "b`.", "Ta `a" + " " * 20_000 + "c`."),
    "a long word": ("Use `" + "a" * 40_000 + "`.", "Ta `b" + "a" * 40_000 + "`."),
    "a long word that is said": ("`" + "ab" * 20_000 + " x`, " + "ab" * 20_000,
                                 "`" + "ba" * 20_000 + "c x`, " + "ba" * 20_000),
    "strings": ('```js\nlet a = "' + "Aa " * 30_000 + 'b";\n```',
                '```js\nlet a = "' + "A\u00e4 " * 30_000 + 'c";\n```'),
    "a long string": ('```js\nlet a = "A' + "a" * 40_000 + '";\n```', '```js\nlet a = "B' + "a" * 40_000 + 'b";\n```'),
    "sentences": ((many := each(lambda n: f"Sentence {letters(n)} goes on.", 10_000, " ")),
                  many + " Detta är på svenska."),
    "words as code": (each(lambda n: f"The `word` and `{letters(n)} thing` are.", 3_000),
                      each(lambda n: f"Det `ord{letters(n)}` och `{letters(n + 1)} ting` är.", 3_000)),
    "an argument": ("[a](https://x.example/a?b=1)",
                    "[a](https://x.example/a?" + "lang-" * 20_000 + "&" + "a=b&" * 20_000 + ")"),
    "pictures": ("![a](img/en/" + "a" * 40_000 + ".png)", "![a](img/sv/b" + "a" * 40_000 + "c.png)"),
    "struck": ("~~a~~ b", "a~~.b~~ " * 20_000), "ranges": ("10% " * 3, "10 bis " * 40_000),
    "torn choices": ("{a, plural, one {x} other {y}}", "{a, plural, one {" * 10_000),
    "values in own words": ("```\nname = " + "a_" * 40 + "!x\n```", "```\nname = \u0431\n```"),
    "opened brackets": ("```\n" + "(a" * 20_000 + "\n```", "```\n" + "(b" * 20_000 + "\n```"),
    "lost paragraphs": (each(lambda n: f"Text {letters(n)} is here.", 4_000), each(lambda n: f"## H{n}", 6)),
    "clocks": ("9:15 AM, " * 20_000, "9:15, " * 19_999 + "9:45"),
    "live samples": ("## A\n\n" + "`a` {{EmbedLiveSample('A')}}\n" * 8_000,
                     "## B\n\n" + "`a` {{EmbedLiveSample('A')}}\n" * 8_000),
    "items told in prose": ("Text.\n\n" + each(lambda n: f"- item {letters(n)}", 5_000, "\n"),
                            each(lambda n: f"Text {letters(n)} that says more than an item says.", 2_000)),
    "tags": (each(lambda n: f"Say <b>x{n}</b>.", 1_500), each(lambda n: f"Säg x{n}.\n\n<div>\n\nNytt.", 1_500)),
    "lines below a row": ("a `b` | c\n>-" + "-|" * 5_000 + " a",) * 2,
    "comments behind an id": ("## A {#a}", "## A {#a}" + "{/*a*/}" * 60 + " x"),
    "what is called": ("Use `f(" + "a" * 60 + "!)`.", "Ta `f(" + "b" * 60 + "!)`."),
    "names in strings": ('```js\nlet a = "my_a' + "_b" * 60 + '!";\n```',
                         '```js\nlet a = "min_a' + "_c" * 60 + '!";\n```'),
    "a fence within": ("```\na\n```", "```\na\n~~~" + "A" * 50_000 + "`\n```"),
    "ends of lines": ("```py\n" + ";" * 50_000 + " a\n```", "```py\n" + ";" * 50_000 + " b\n```"),
    "amounts": ("$1 " * 5_000, "$1 " * 5_000 + "x"), "footnotes": ("[^" * 30_000, "[^" * 30_000 + "x"),
    "formulas": ("\\[" * 30_000, "\\[" * 30_000 + "x"), "quotations": ("> " * 30_000 + "a", "> " * 30_000 + "b"),
    "ends of branches": ("Text.", "{/if}\n" * 20_000),
    "blanks behind an id": ("## A {#a}", "## A {#a}" + " " * 50_000 + "x {#b}"),
    "unfinished addresses": ("Text.", "a@b. " * 20_000), "a name that is no file": ("Text.", "a-" * 40_000 + ".md a.b"),
    "days": (each(lambda n: f"On {n % 28 + 1} May {1900 + n % 100} at {n}.", 3_000, " "),
             each(lambda n: f"Den {n % 28 + 1} juni {1900 + n % 100} kl {n + 1}.", 3_000, " ")),
    "links abroad": (each(lambda n: f"[x](/{letters(n)})", 5_000, " "),
                     each(lambda n: f"[x](/fr/{letters(n)})", 5_000, " ")),
    "code that changed places": (each(lambda n: f"```\n{letters(n)}\n```", 4_000),
                                 each(lambda n: f"```\n{letters(n ^ 1)}\n```", 4_000)),
    "codes in words": (each(lambda n: f"`c{letters(n)}`", 5_000, " "), each(lambda n: f"c{letters(n)}x", 5_000, " ")),
    "places of own words": ("Use `<A" + "0_0 " * 60 + "!`.", "Ta `<B" + "0_0 " * 60 + "!`."),
    "ids": ("{: #a }\n" * 10_000, "{: #a }\n" * 10_000 + "x"),
}  # fmt: skip
READ_BY = {"lines below a row": "mkdocs"}  # the others as CommonMark has it
TORN = {"above": "--\ntitle: a\n", "nothing above": "title: a\n"}  # front matter that lost a line


@pytest.mark.parametrize("kind", PAGES)
def test_it_ends(kind: str, write: Write) -> None:
    there, here = PAGES[kind]
    config = {"facingpages.toml": f'{CONFIG}dialect = "{READ_BY.get(kind, "commonmark")}"\n'}
    root = write({**SITE, **config, "docs/en/b.md": f"# A\n\n{there}\n", "docs/sv/b.md": f"# B\n\n{here}\n"})
    run = bounded("check", "--format", "json", "--no-cache", "--jobs", "1", cwd=root, seconds=10)
    assert run.code in (0, 1)
    assert "internal-error" not in run.out


@pytest.mark.parametrize("kind", TORN)
def test_front_matter_that_never_ends(kind: str, write: Write) -> None:
    here = TORN[kind] + "    x\n" * 60 + "\n# B\n"
    root = write({**SITE, "docs/en/b.md": "---\ntitle: a\n---\n\n# A\n", "docs/sv/b.md": here})
    run = bounded("check", "--format", "json", "--no-cache", "--jobs", "1", cwd=root, seconds=10)
    assert run.code in (0, 1)
    assert "internal-error" not in run.out
