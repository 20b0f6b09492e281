"""The rules of published HTML show themselves on small sites; these are their tests."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("selectolax")

from facingpages.published.check import check_site
from facingpages.rules.doc import SiteExample
from facingpages.rules.docs.published import DOCS
from facingpages.rules.published import FAMILY

CASES = [(rule.id, site) for rule in FAMILY.rules for site in DOCS[rule.id].sites]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule}-{at}" for at, (rule, _) in enumerate(CASES)])
def test_example(rule: str, example: SiteExample, tmp_path: Path) -> None:
    for name, text in example.files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = list(check_site(tmp_path))
    assert [(f.rule, f"{f.place.path}:{f.place.line}:{f.place.column}") for f in found] == [
        (rule, place) for place in example.finds
    ]


def test_every_rule_shows_what_it_finds() -> None:
    for rule in FAMILY.rules:
        assert any(site.finds for site in DOCS[rule.id].sites), rule.id
