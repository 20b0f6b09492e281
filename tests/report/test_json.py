"""JSON is laid out as the standard library lays it out, whatever it holds."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

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
