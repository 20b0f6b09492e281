"""What a conversion could not bring over."""

from __future__ import annotations

from typing import NamedTuple


class Left(NamedTuple):
    """Something of Learn's that MkDocs has no counterpart of: the page (or file), what it was, what became of it."""

    page: str
    what: str
    became: str
