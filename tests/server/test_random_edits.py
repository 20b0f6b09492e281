"""Whatever is typed, what is told in the end is what a fresh check of the same texts says."""

from __future__ import annotations

import pytest
from tests.server.random_edits import run
from tests.server.session import Session

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_what_is_told_after_random_edits_is_what_a_check_says(session: Session) -> None:
    for path in ("docs/en/p.md", "docs/sv/p.md", "docs/lv/p.md"):
        (session.root / path).unlink()
    assert await run(session, 16, seed=7) >= 2
