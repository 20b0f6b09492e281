"""The rules show themselves on small sites; these are their tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.finding import Finding
from facingpages.rules.doc import SiteExample
from facingpages.rules.docs.links import CONFIG, DOCS
from facingpages.rules.links import RULES

BESIDE = {"mkdocs.yml": CONFIG, "docs/en/index.md": "# Home\n", "docs/sv/index.md": "# Hem\n"}
CASES = [(rule.id, site) for rule in RULES for site in DOCS[rule.id].sites]


def findings(folder: Path, example: SiteExample) -> list[Finding]:
    for name, text in {**BESIDE, **example.files}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    config = Config(folder, "en", ("sv",), ("docs/{locale}/{page}.md",), dialect="mkdocs")
    return list(check(discover(config), config))


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule}-{at}" for at, (rule, _) in enumerate(CASES)])
def test_example(rule: str, example: SiteExample, tmp_path: Path) -> None:
    found = findings(tmp_path, example)
    places = tuple(f"{f.place.path}:{f.place.line}:{f.place.column}" for f in found if f.rule == rule)
    assert places == example.finds, [(f.rule, f.place, f.text) for f in found]


def test_every_rule_shows_what_it_finds() -> None:
    for rule in RULES:
        assert any(site.finds for site in DOCS[rule.id].sites), rule.id
