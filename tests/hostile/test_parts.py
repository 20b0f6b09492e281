"""Parts of a site that were made by who means harm: refused, or shown as the text that they are.

Points 3, 9, 10 and 13 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.conftest import Command, Write
from tests.hostile.site import SITE

from facingpages.finding import Finding

CHANGES: dict[str, tuple[str, dict[str, Any]]] = {
    "a rule of Markdown": ("finding", {"rule": "x](https://evil.example)\n\n<b>"}),
    "a rule that is no text": ("finding", {"rule": []}),
    "a line of Markdown": ("finding", {"place": ["docs/sv/a.md", "1|\n::error::x", 1, 1, 1]}),
    "a line below": ("finding", {"place": ["docs/sv/a.md", -1, 1, 1, 1]}),
    "a line without end": ("finding", {"place": ["docs/sv/a.md", 1e400, 1, 1, 1]}),
    "a message": ("finding", {"message": 5}),
    "values": ("finding", {"values": {"a": 5}}),
    "no values": ("finding", {"values": 5}),
    "values in pairs": ("finding", {"values": [["a", "b"]]}),
    "a locale": ("finding", {"locale": {}}),
    "a snippet": ("finding", {"snippet": 5}),
    "related": ("finding", {"related": [[["a", 1, 1, 1, 1], "m", 5]]}),
    "an ignore": ("page", {"ignores": [5]}),
    "paths": ("page", {"paths": [[]]}),
    "very many parts": ("part", {"part": [1, 10**9]}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_planted_part(what: str, write: Write, command: Command) -> None:
    root = write(SITE)
    assert command("check", "--part", "1/1", "--output", "part.json").code == 0
    part = json.loads((root / "part.json").read_text("utf-8"))
    page = next(page for _, page in part["pages"] if page["findings"])
    where, change = CHANGES[what]
    if where == "finding":  # a row: its fields in their order
        change = dict(zip(Finding._fields, page["findings"][0], strict=True)) | change
        page["findings"][0] = [*change.values()]
    else:
        {"part": part, "page": page}[where].update(change)
    (root / "part.json").write_text(json.dumps(part), "utf-8")
    for form in ("text", "summary"):
        run = command("join", "part.json", "--format", form)
        assert (run.code, run.out) == (2, ""), run
        assert len(run.err) < 1000
