"""What a fix leaves alone: cases on either side of what makes it safe, or makes it one at all."""

from __future__ import annotations

from functools import partial

import pytest
from tests.fixing.test_examples import look
from tests.rules.test_examples import findings

from facingpages.document import DialectName
from facingpages.fixing import fix_page
from facingpages.rules.doc import Example

TITLE = "tip[Did you know?]"
COLONS = "Text.\n\n:::tip[Did you know?]\nWords of a tip.\n:::\n\nMore.\n"


def offered(rule: str, source: str, target: str, dialect: DialectName = "commonmark") -> list[str]:
    """How safe the fixes of a rule are, and whether there are any."""
    found = [one for one in findings(Example(source, target, dialect=dialect)) if one.rule == rule]
    assert found, "the example finds nothing"
    return [one.fix.applicability.value for one in found if one.fix is not None]


@pytest.mark.parametrize(
    ("rule", "source", "target", "expected"),
    [
        ("code-span", "Use `az login` now.\n", "Kör az login nu.\n", ["safe"]),
        ("code-span", "Use `az login` now.\n", "Kör az login\\` nu.\n", ["safe"]),
        ("code-span", "Use `az login` now.\n", "Kör «az login» nu.\n", ["unsafe"]),
        ("code-span", "Use `az login` now.\n", "Kör *az login* nu.\n", ["unsafe"]),
        ("code-span", "Use `az login` now.\n\nThen `git log`.\n", "Kör `git log` nu.\n\nSen `git log`.\n", []),
        ("code-language", "```js\nrun it\n```\n", "```ts\nrun it\n```\n", ["safe"]),
        ("code-language", "```js\nrun it\n```\n", "```ts\nwalk there\n```\n", []),
        ("code-block", "```\nrun it\nstop\n```\n", "```\nrun it\ngo\n```\n", ["unsafe"]),
        ("link-text-punctuation", "See [the guide](a.md), now.\n", "Se [guiden,](a.md) nu.\n", ["safe"]),
        ("link-text-punctuation", "See [the USA](a.md) now.\n", "Se [den USSR.](a.md) nu.\n", []),
        ("emphasis-unclosed", "Take **one** and two.\n", "Ta ** ett** och två.\n", ["safe"]),
        ("emphasis-unclosed", "Take one and two.\n", "Ta ** ett** och två.\n", ["unsafe"]),
        ("block-extra", "One `a`.\n\nTwo `b`.\n", "Ett `a`.\n\nMera.\n\nTvå `b`.\n", ["unsafe"]),
        ("text-script", "The server.\n", "En s\u0435rver.\n", ["unsafe"]),
        ("text-script", "The server.\n", "En s\u0435rver, en server.\n", ["safe"]),
        ("metadata-missing", "---\na: x\nlayout: page\n---\nT\n", "---\na: x\n---\nÖ\n", ["safe"]),
        ("metadata-missing", "---\na: x\ntitle: Some words\n---\nT\n", "---\na: x\n---\nÖ\n", []),
        ("link-target", "See [b](https://x.example/lib/libb).\n", "Se [b](https://x.example/lib/libc).\n", ["safe"]),
        (
            "link-target",
            "See [b](https://x.example/lib/libb).\n",
            "Se [lib-x](https://x.example/lib/libb-x).\n",
            ["unsafe"],
        ),
        ("code-span", "Use `hexo` now.\n", "Kör hexo nu.\n", ["safe"]),
        ("code-span", "Use `hexo` now.\n", "Kör hexo-cli nu.\n", []),
        (
            "link-target",
            "See [it](https://a.example/?i=one).\n",
            "Se [det](https://a.example/?i=one&tab=sv).\n",
            ["unsafe"],
        ),
        ("link-target", "See [it](https://site.example/).\n", "Se [det](https://siet.example/).\n", ["safe"]),
        ("link-target", "See [it](https://site.example/).\n", "Se [det](https://sitejs.example/).\n", ["safe"]),
        ("link-target", "See [it](https://site.example/).\n", "Se [det](https://sitejs.examples/).\n", ["unsafe"]),
        ("link-swapped", "See [a1](a.md) or [b2](b.md).\n", "Se [b2](a.md) eller [a1](b.md).\n", ["unsafe"]),
    ],
)
def test_how_safe_a_fix_is(rule: str, source: str, target: str, expected: list[str]) -> None:
    assert offered(rule, source, target) == expected


def test_another_film_may_be_the_language_s_own() -> None:
    film = 'A {{< film "%s" >}} b.\n'
    assert offered("directive-changed", film % "abcdef12", film % "zyxwvu98", "hugo") == ["unsafe"]
    assert offered("directive-changed", film % "abcdef12", film % "abcdef21", "hugo") == ["safe"]


def fixed(source: str, target: str, dialect: DialectName) -> str:
    """The translation with all its fixes made."""
    example = Example(source, target, dialect=dialect)
    return fix_page("target.md", target.encode(), lambda _: True, partial(look, example)).after.decode()


@pytest.mark.parametrize(
    ("dialect", "source", "target", "right"),
    [
        ("mdx", COLONS, COLONS.replace(TITLE, "nota[Visste du?]"), COLONS.replace(TITLE, "tip[Visste du?]")),
        ("commonmark", "Take **one** and two.\n", "Ta \\*\\*ett\\*\\* och två.\n", "Ta **ett** och två.\n"),
        (
            "commonmark", "1. Open `a`.\n2. Take `b`.\n3. Use `c`.\n",
            "1. Öppna `a`.\n2. Ta nu den här `b`.\n2. Ta nu den här `b`.\n3. Bruka `c`.\n",
            "1. Öppna `a`.\n2. Ta nu den här `b`.\n3. Bruka `c`.\n",
        ),
        (
            "commonmark", "A:\n\n```\nrun it\n```\n\nSome words of text.\n",
            "A:\n\n```\nrun it\n\nNågra ord i en text.\n",
            "A:\n\n```\nrun it\n```\n\nNågra ord i en text.\n",
        ),
        (
            "commonmark", "# T\n\nOne `a`.\n\nTwo `b`.\n", "```markdown\n# Ö\n\nEtt `a`.\n\nTvå `b`.\n```\n",
            "# Ö\n\nEtt `a`.\n\nTvå `b`.\n",
        ),
        (
            "commonmark", "* One `a`.\n* Two `b`.\n", "1. Ett `a`.\n   Mer.\n2. Två `b`.\n",
            "* Ett `a`.\n  Mer.\n* Två `b`.\n",
        ),
        (
            "commonmark", "1. One `a`.\n2. Two `b`.\n3. Three `c`.\n", "1. Ett `a`.\n2. Tre `c`.\n3. Två `b`.\n",
            "1. Ett `a`.\n2. Två `b`.\n3. Tre `c`.\n",
        ),
        ("commonmark", "Use `az login` now.\n", "Kör az login\\` nu.\n", "Kör `az login` nu.\n"),
        ("hugo", 'A {{< film "a1" >}} b.\n', 'A {{< film "z9" >}} b.\n', 'A {{< film "a1" >}} b.\n'),
        ("mkdocs", "::: tip NOTE\nWords.\n:::\n", "::: tip Obs\nOrd.\n:::\n", "::: tip Obs\nOrd.\n:::\n"),
        ("hugo", 'A {{< ref "a-b.md" >}} b.\n', 'A {{< reff "a-b.md" >}} b.\n', 'A {{< ref "a-b.md" >}} b.\n'),
        ("learn", "> [!NOTE]\n> Mind it.\n", "> \\[!NOTE]\n> Se upp.\n", "> [!NOTE]\n> Se upp.\n"),
    ],
)  # fmt: skip
def test_a_page_comes_out_as_it_was_before_the_damage(
    dialect: DialectName, source: str, target: str, right: str
) -> None:
    assert fixed(source, target, dialect) == right
