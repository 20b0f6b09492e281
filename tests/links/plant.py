"""One thing planted in a site."""

from __future__ import annotations

from dataclasses import dataclass

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><g id="icon"/></svg>\n'


@dataclass(frozen=True, slots=True)
class Plant:
    """A piece of a Latvian page. `rule` must be found at `line` of it; none for what only looks broken."""

    name: str
    text: str
    rule: str = ""
    line: int = 1
    source: str = "Text.\n"

    @property
    def page(self) -> str:
        """The page it stands on."""
        return f"{'dead' if self.rule else 'fine'}-{self.name}"
