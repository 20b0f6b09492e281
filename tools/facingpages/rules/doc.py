"""What a rule says of itself to a reader: why it is there, and examples, which are also its tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facingpages.document import DialectName


@dataclass(frozen=True, slots=True)
class Example:
    """A source, a translation, and where a rule must find something: `line:column` in the translation. Also the test.

    An example that finds nothing shows what a translator may do. `taught` are words and their renderings, as the site's
    other pages have them.
    """

    source: str
    target: str
    finds: tuple[str, ...] = ()
    locale: str = "sv"
    dialect: DialectName = "commonmark"
    note: str = ""
    taught: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Where something is found, or why nothing is; and the dialect of the pages, where it is not CommonMark."""
        said = (
            f"Found at {', '.join(self.finds)}" if self.finds else f"Not found: {self.note.rstrip('.') or 'in parity'}"
        )
        return said if self.dialect == "commonmark" else f"{said} (dialect {self.dialect})"

    def show(self) -> str:
        """The example in Markdown."""
        sides = [("Source", self.source), (f"Translation ({self.locale})", self.target)]
        if self.taught:
            words = ", ".join(f"{word} - {rendering}" for word, rendering in self.taught.items())
            sides.append(("Words that other pages of the site taught", words))
        return f"{self.title}:\n\n" + "\n\n".join(f"{name}:\n\n{_fenced(text, 'markdown')}" for name, text in sides)


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
        title = f"Found at {', '.join(self.finds)}:" if self.finds else f"Not found: {self.note}"
        return "\n\n".join([title, *(f"`{name}`\n\n{_fenced(text, '')}" for name, text in self.files.items())])


@dataclass(frozen=True, slots=True)
class Doc:
    """Why a rule is there, in Markdown, and examples of it: of two pages, or of whole sites."""

    text: str
    examples: tuple[Example, ...] = ()
    sites: tuple[SiteExample, ...] = ()


def _fenced(text: str, language: str) -> str:
    mark = "`" * 3
    while mark in text:
        mark += "`"
    return f"{mark}{language}\n{text.rstrip()}\n{mark}"
