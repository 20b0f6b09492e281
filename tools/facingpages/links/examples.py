"""Rules that need several files to show what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facingpages.rules.base import Rule


@dataclass(frozen=True, slots=True)
class SiteExample:
    """Some files of a site, and where a rule must find something: `path:line:column`. Also the test.

    An example that finds nothing shows what is fine.
    """

    files: Mapping[str, str]
    finds: tuple[str, ...] = ()
    note: str = ""

    def show(self) -> str:
        """The example in Markdown."""
        parts = [f"Found at {', '.join(self.finds)}:" if self.finds else f"Not found: {self.note}"]
        for name, text in self.files.items():
            mark = "`" * 3
            while mark in text:
                mark += "`"
            parts.append(f"`{name}`\n\n{mark}\n{text.rstrip()}\n{mark}")
        return "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class SiteRule(Rule):
    """A rule that needs several pages to show what it means."""

    sites: tuple[SiteExample, ...] = field(default=())
