"""Page results: one by one they say what the whole run says, as plain data too, and hold no page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.document import Place
from facingpages.engine import Plan, check, run, settle
from facingpages.engine.plain import dump, load
from facingpages.finding import Applicability, Edit, Fix

PAGES = {
    "en/a": "# A {#a}\n\nSelect **Save** now, see [b](b.md#b).\n\n<!-- facingpages: ignore link why -->\n\n[x](y.md)\n",
    "lv/a": "---\nsource_hash: "
    + "0" * 40
    + "\n---\n\n# Ā\n\nAtlasiet **Saglabāt** tagad, sk. [b](b.md#c) un [t][u].\n\n[x](z.md)\n",
    "en/b": "# B {#b}\n\nSelect **Save**.\n\n[u]: a.md\n[u]: b.md\n",
    "lv/b": "# B {#b}\n\nAtlasiet **Aizvērt**.\n",
    "sv/b": "# B {#b}\n\nVälj **Spara**.\n\nText[^1].\n",
    "lv/alone": "# Viena\n\n[x](../en/b.md) \ufffd\n",
} | {
    f"{locale}/c{at}": f"Select **{word}**.\n"
    for at in range(6)
    for locale, word in (("en", "Save"), ("lv", "Saglabāt"))
}


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    for name, text in PAGES.items():
        file = tmp_path / "docs" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    config = Config(tmp_path, "en", ("lv", "sv"), ("docs/{locale}/{page}.md",), dialect="mkdocs")
    return Plan(discover(config), config)


def test_as_plain_data_they_say_the_same(plan: Plan) -> None:
    results = list(run(plan))
    stored = [json.dumps(dump(plan, result)) for result in results]
    assert [load(plan, json.loads(text)) for text in stored] == results
    found = settle(plan, (load(plan, json.loads(text)) for text in stored)).findings
    assert found == check(plan.site, plan.config).findings
    told = {finding.rule for finding in found}
    assert {"label-consistency", "source-stale", "link-dead", "anchor-dead", "reference-duplicate"} <= told
    assert {"page-missing", "page-orphan", "text-control", "footnote-undefined"} <= told


def test_in_any_order_and_in_parts_they_say_the_same(plan: Plan) -> None:
    results = list(run(plan))
    whole = sorted(check(plan.site, plan.config).findings, key=lambda finding: finding.order)
    turned = settle(plan, [*results[5:], *reversed(results[:5])]).findings
    assert sorted(turned, key=lambda finding: finding.order) == whole


def test_facts_hold_no_page(plan: Plan, tmp_path: Path) -> None:
    """A paragraph that no rule objects to is in no result, however long."""
    body = "word " * 4000
    for locale in ("en", "lv"):
        (tmp_path / "docs" / locale / "c0.md").write_text(f"Select **Save**.\n\n[a](a.md) {body}\n", "utf-8")
    sizes = [len(json.dumps(dump(plan, result)["facts"])) for result in run(plan)]
    assert max(sizes) < 2000


def test_a_fix_survives(plan: Plan) -> None:
    result = next(one for one in run(plan) if one.findings)
    fix = Fix(Applicability.UNSAFE, "say it otherwise", (Edit(Place("a.md", 1, 1, 1, 2), "x"),))
    result.findings[0] = result.findings[0]._replace(fix=fix)
    assert load(plan, json.loads(json.dumps(dump(plan, result)))) == result
