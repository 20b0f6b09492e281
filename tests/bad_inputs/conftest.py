"""The small site that each test has to itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bad_inputs.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small site."""
    return Site(tmp_path)
