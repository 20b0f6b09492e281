"""What the conversion of a page knows beside its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Context:
    """The page that is converted: its locale, what is said of it, and how a sample of code is found.

    `sample` gives the text of a file that a `:::code:::` names, None where there is none.
    """

    locale: str
    say: Callable[[str, str], None]
    sample: Callable[[str], str | None]
    depth: int = field(default=0)
