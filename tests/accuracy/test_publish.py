"""The tables of the page on accuracy say what was measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.accuracy.publish import corpora, read, weak


def kind(n: int, hits: int, *, harmless: bool = False, decidable: bool = True, errors: int = 0) -> dict[str, Any]:
    levels = {"error": errors, "warning": hits - errors}
    name = "flagged" if harmless else "found"
    return {"harmless": harmless, "decidable": decidable, "n": n, name: hits, "on_target": hits, "levels": levels}


def test_the_tables_add_up(tmp_path: Path) -> None:
    kinds = {
        "step-deleted": kind(60, 60, errors=60),
        "link-lost": kind(40, 20),
        "only-meaning-tells": kind(10, 0, decidable=False),
        "reflowed": kind(50, 1, harmless=True, errors=1),
    }
    file = tmp_path / "docs-held-out.json"
    file.write_text(json.dumps({"parity": 7, "kinds": list(kinds.items())}), "utf-8")
    measured = [read(file)]
    row = corpora(measured).splitlines()[-1].replace("\u00a0", " ")
    assert row.startswith("| docs, held-out | 7 | 100 | 80.0 % |")
    assert row.endswith("| 50 | 2.0 % | 2.0 % |")
    lines = weak(measured).splitlines()
    assert lines[2].startswith("| link-lost | 40 | 50.0")
    assert lines[3].startswith("| the other 1 kinds")
    assert len(lines) == 4
