"""JSON is laid out as the standard library lays it out, whatever it holds."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.reports import finding, report, texts

from facingpages.finding import Applicability, Edit, Finding, Fix
from facingpages.report.json import render
from facingpages.safe import to_json

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text('aö"\\/ €𝄞{[,:', max_size=8)
keys = st.text('aö" ', max_size=4) | st.integers() | st.booleans()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4) | st.tuples(inner, inner),
    max_leaves=20,
)


@settings(max_examples=100, deadline=None)
@given(values)
def test_it_is_what_the_library_writes(value: object) -> None:
    assert to_json(value) == json.dumps(value, ensure_ascii=False, indent=1)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, max_size=4), st.integers(0, 2), st.integers(0, 2))
def test_findings_are_written_as_all_else(said: list[str], related: int, edits: int) -> None:
    found: list[Finding] = []
    for text in said:
        one = finding(text, path=f"docs/lv/{text}.md")
        fix = Fix(Applicability.SAFE, text, tuple(Edit(one.place, text) for _ in range(edits))) if edits else None
        found.append(one._replace(related=one.related * related, fix=fix))
    written = render(report(*found))
    assert written == to_json(json.loads(written)) + "\n"
    for one, entry in zip(report(*found).findings, json.loads(written)["findings"], strict=True):
        assert [entry["message"], entry["path"], entry["end_column"]] == [one.text, one.place.path, 4]
        assert [other["message"] for other in entry["related"]] == [other.message for other in one.related]
        assert (entry["fix"] is None) == (one.fix is None)
        assert [edit["text"] for edit in (entry["fix"] or {"edits": []})["edits"]] == [
            edit.text for edit in (one.fix.edits if one.fix else ())
        ]
