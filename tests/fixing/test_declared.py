"""What each rule's reference says of its fix: all of it is shown by an example, and no fix is offered that it hides."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from tests.conftest import Write
from tests.fixing.test_examples import look
from tests.rules.test_examples import CASES, LINK_RULES, findings

from facingpages.config import load
from facingpages.discover import discover
from facingpages.engine import check
from facingpages.finding import Applicability, Finding
from facingpages.fixing import Fixes, fix_page, fix_site
from facingpages.generators import settled
from facingpages.generators.detect import detect
from facingpages.reference import subjects
from facingpages.refine import Wanted, refine
from facingpages.rules.doc import Example
from facingpages.rules.docs import docs
from facingpages.rules.made import MADE

Kind = tuple[str, str]
CODE = "```\nrun('it')\nstop\n```\n"
# What the rules' own examples do not show: rule, how safe, source, translation, the translation mended.
MORE: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "anchor-changed", "unsafe", "# T {#one}\n\n[a](#one)\n", "# Ö {#ett}\n\n[å](#ett)\n",
        "# Ö {#one}\n\n[å](#ett)\n",
    ),
    ("code-block", "safe", CODE, CODE.replace("'", "\u2019"), CODE),
    ("code-block", "safe", CODE.replace("\n", "\r\n"), CODE.replace("'", "\u2019"), CODE),
    (
        "code-fence", "unsafe", "```\na b\nc d\n```\n\nSome words of a text.\n",
        "```\na b\nc e\nNågra ord i en text.\n", "```\na b\nc e\n```\nNågra ord i en text.\n",
    ),
    (
        "directive-placeholder", "safe", "Hello {name}, you have mail.\n", "Hej {namn}, du har post.\n",
        "Hej {name}, du har post.\n",
    ),
    (
        "heading-added", "unsafe", "# T\n\nSome words.\n\nMore words follow.\n",
        "# Ö\n\n## Några ord.\n\nFler ord följer.\n", "# Ö\n\nNågra ord.\n\nFler ord följer.\n",
    ),
    (
        "image-missing", "unsafe", "One.\n\n![a](a.png)\n\nTwo `x`.\n", "Ett.\n\nTvå `x`.\n",
        "Ett.\n\n![a](a.png)\n\nTvå `x`.\n",
    ),
    (
        "image-extra", "unsafe", "One.\n\nTwo `x`.\n", "Ett.\n\n![a](a.png)\n\nTvå `x`.\n", "Ett.\n\nTvå `x`.\n",
    ),
    ("image-source", "unsafe", "See ![a](start.png).\n", "Se ![å](mine.png).\n", "Se ![å](start.png).\n"),
    (
        "label-missing", "unsafe", "1. Select **Save As** here.\n2. Go.\n", "1. Välj Save As här.\n2. Gå.\n",
        "1. Välj **Save As** här.\n2. Gå.\n",
    ),
    (
        "link-missing", "unsafe", "Read the [OpenStreetMap](https://osm.org) pages.\n", "Läs OpenStreetMap sidor.\n",
        "Läs [OpenStreetMap](https://osm.org) sidor.\n",
    ),
    (
        "literal-changed", "safe", "Type --no-color-output there.\n",
        "Skriv \u2013\u2013no\u2011color\u2011output där.\n", "Skriv --no-color-output där.\n",
    ),
    ("metadata-duplicate", "safe", "---\na: b\n---\nx\n", "---\na: b\na: b\n---\ny\n", "---\na: b\n---\ny\n"),
    (
        "metadata-locale", "safe", "---\nlang: en\n---\nx\n", "---\nlang: de\n---\ny\n", "---\nlang: sv\n---\ny\n",
    ),
    (
        "metadata-locale", "unsafe", "---\nlang: en-US\n---\nx\n", "---\nlang: de-DE\n---\ny\n",
        "---\nlang: sv\n---\ny\n",
    ),
    (
        "text-script", "safe", "The server and the Server.\n", "En server och en s\u0435rver.\n",
        "En server och en server.\n",
    ),
    (
        "callout-extra", "unsafe", "One word.\n\nTwo words `x`.\n", "Ett ord.\n\n> [!NOTE]\n> Mer.\n\nTvå ord `x`.\n",
        "Ett ord.\n\nTvå ord `x`.\n",
    ),
    (
        "step-missing", "unsafe", "1. Open `a`.\n2. Take `b`.\n3. Use `c`.\n", "1. Öppna `a`.\n2. Bruka `c`.\n",
        "1. Öppna `a`.\n2. Take `b`.\n3. Bruka `c`.\n",
    ),
    (
        "step-extra", "unsafe", "1. Open `a`.\n2. Use `c`.\n", "1. Öppna `a`.\n2. Ta `b`.\n3. Bruka `c`.\n",
        "1. Öppna `a`.\n2. Bruka `c`.\n",
    ),
)  # fmt: skip


def mended(rule: str, safety: str, source: str, target: str) -> str:
    """The translation with the fixes of one rule and safety made."""
    example = Example(
        source, target, dialect="learn" if rule == "callout-extra" else "mkdocs" if "#" in source else "commonmark"
    )

    def asked(finding: Finding) -> bool:
        return finding.rule == rule and finding.fix is not None and finding.fix.applicability.value == safety

    return fix_page("target.md", target.encode(), asked, partial(look, example)).after.decode()


@pytest.mark.parametrize(("rule", "safety", "source", "target", "right"), MORE)
def test_a_fix_gives_what_was_meant(rule: str, safety: str, source: str, target: str, right: str) -> None:
    assert mended(rule, safety, source, target) == right


SITE = {
    "mkdocs.yml": (
        "site_name: x\nsite_url: https://x.example/\nmarkdown_extensions: [footnotes, attr_list, pymdownx.snippets]\n"
        "plugins:\n  - i18n:\n      docs_structure: folder\n"
        "      languages:\n        - {locale: en, default: true, name: E}\n"
        "        - {locale: sv, name: S}\n"
    ),
    "facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\nlocales = ["sv"]\ndialect = "mkdocs"\n',
    "docs/en/one.md": (
        "# One {#one}\n\n## Two\n\n[a](other.md) one\n\n[b](sub/page.md) two\n\n[c](other.md#some-words) three\n\n"
        "[d](other.md) four\n\n[e][lab] five\n\n![f](f.png) six\n\n[g](other.md) seven\n\n[h](other.md) eight\n\n"
        "[i](other.md#some-words) nine\n\n![k](f.png) ten\n\n[l](/s/other.md) eleven\n\n[m](third.md) twelve\n\n"
        '--8<-- "docs/snip.md"\n\n[lab]: https://a.example/\n'
    ),
    "docs/sv/one.md": (
        "# Ett {#one}\n\n## Två ord\n\n[a](othre.md) ett\n\n[b](sub/Page.md) två\n\n[c](other.md#some-words) tre\n\n"
        "[d](https://x.example/sv/other/) fyra\n\n[e][lab] fem\n\n![f](ff.png) sex\n\n[g](../en/other.md) sju\n\n"
        "[h](nothing-like-it-at-all.md) åtta\n\n[i](other.md#nagra-or) nio\n\n![k](so-much-else.png) tio\n\n"
        '[l](../../../other.md) elva\n\n[m](../en/third.md) tolv\n\n--8<-- "docs/snpi.md"\n\n'
        "[lab]: https://a.example/\n[lab]: https://a.example/\n\n"
        "<!-- facingpages: ignore step-missing for no reason -->\nText.\n"
    ),
    "docs/snip.md": "Words.\n",
    "docs/en/other.md": "# Other\n\n## Some words\n\nText.\n",
    "docs/sv/other.md": "# Annan\n\n## Nagra ord\n\nText.\n",
    "docs/en/sub/page.md": "# Page\n",
    "docs/sv/sub/page.md": "# Sida\n",
    "docs/en/f.png": "",
    "docs/sv/f.png": "",
    "docs/en/fourth.md": "# Fourth\n\n[words][one]\n\nText.\n\n[one]: other.md\n",
    "docs/sv/fourth.md": "# Fjärde\n\n[ord][quitenew]\n\nText, [text](../en/third.md).\n\n[one]: other.md\n",
    "docs/en/fifth.md": '# Fifth\n\n--8<-- "docs/snip.md"\n',
    "docs/sv/fifth.md": '# Femte\n\n--8<-- "something/else-entirely.txt"\n',
    "docs/en/third.md": "# Third\n\n[words][one]\n\nText.[^note]\n\n[^note]: Words.\n\n[one]: other.md\n",
    "docs/sv/third.md": "# Tredje\n\n[ord][onne]\n\nText.[^nott]\n\n[^note]: Ord.\n\n[one]: other.md\n",
}  # fmt: skip


def fixed(root: Path, *, unsafe: bool) -> tuple[list[Finding], Fixes]:
    """What is told of a site, and its fixes."""
    config = load(root, None, subjects())
    config = settled(config if config is not None and config.pages else detect(root, config))
    site = discover(config)
    result = check(site, config, facts=True)
    told = refine(result, site, Wanted()).findings
    return list(told), fix_site(config, site, result, told, unsafe=unsafe)


@pytest.fixture
def root(write: Write) -> Path:
    return write(SITE)


def test_links_are_mended_by_what_the_site_has(root: Path) -> None:
    told, fixes = fixed(root, unsafe=False)
    text = {page.path: page.after.decode() for page in fixes.pages}
    one = text["docs/sv/one.md"]
    right = [
        "[a](other.md)",
        "[b](sub/page.md)",
        "[c](other.md#nagra-ord)",
        "[d](other.md)",
        "![f](f.png)",
        "[g](other.md)",
    ]
    assert [link for link in right if link not in one] == []
    assert one.count("[lab]: https://a.example/") == 1
    assert "facingpages: ignore" not in one
    assert "nothing-like-it-at-all.md" in one, "what is not alike may have been chosen"
    assert "[ord][one]" in text["docs/sv/third.md"]
    assert "Text.[^note]" in text["docs/sv/third.md"]
    assert told


def test_a_second_run_changes_nothing(root: Path) -> None:
    for page in fixed(root, unsafe=True)[1].pages:
        (root / page.path).write_bytes(page.after)
    assert not fixed(root, unsafe=True)[1].pages


SITE_ONLY = frozenset(rule for rule in LINK_RULES if rule.startswith(("site-", "external-")))  # nobody mends HTML


def kinds(found: list[Finding]) -> set[Kind]:
    return {(one.rule, one.fix.applicability.value) for one in found if one.fix is not None}


def declared() -> set[Kind]:
    return {(rule, how.value) for rule, made in MADE.items() for how in Applicability if getattr(made, how.value)}


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> set[Kind]:
    """All kinds of fixes that the examples show."""
    found = set[Kind]()
    for _, example in CASES:
        found |= kinds(findings(example)) if example.finds else set()
    sites = (site for rule in LINK_RULES - SITE_ONLY for site in docs()[rule].sites if site.finds)
    for number, site in enumerate(sites):
        root = tmp_path_factory.mktemp(f"site{number}")
        for name, text in site.files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        found |= kinds(fixed(root, unsafe=True)[0])
    return found | {(rule, safety) for rule, safety, *_ in MORE}


def test_all_that_is_declared_is_shown_and_nothing_else(offered: set[Kind], root: Path) -> None:
    shown = offered | kinds(fixed(root, unsafe=True)[0])
    assert not shown - declared(), "offered and not declared"
    assert not declared() - shown, "declared and never offered"
