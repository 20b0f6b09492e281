"""Three versions, one translation: what changed from an old source to a new one, carried into its translation."""

from __future__ import annotations

from facingpages.merge.result import Merged, merge

__all__ = ["Merged", "merge"]
