"""HTML of ours with values in it that may be a stranger's."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from facingpages.safe import safe


def fill_in(template: str, *values: object) -> Markup:
    """A template of ours with values; what is no HTML already is made harmless and escaped."""
    return Markup(template).format(*(one if isinstance(one, Markup) else safe(str(one)) for one in values))


def in_a_row(parts: Iterable[Markup]) -> Markup:
    """Parts one after the other."""
    return Markup("").join(parts)
