"""What tests of addresses on other sites have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.links.external.misbehaving import Server


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server that misbehaves as its paths say."""
    pytest.importorskip("aiohttp")
    from tests.links.external.misbehaving import Running

    with Running() as running:
        yield running
