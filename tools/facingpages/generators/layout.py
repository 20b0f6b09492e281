"""What was recognized of a site: where its pages lie, and what told so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from facingpages.config import Config
from facingpages.document import DialectName
from facingpages.languages.codes import spelling
from facingpages.tuples import NamedTuple


class Layout(NamedTuple):
    """Where the pages of a site lie. `name` says how they are laid out, `origin` names the file that told it, if any.

    `dialect` is empty where the pages themselves have to tell. `folder` is where the site lies, `pairs` the number of
    translated pages that were seen. `title` is what the site is called where that is not its generator's name.
    """

    name: str
    source: str
    pages: tuple[str, ...]
    source_pages: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    dialect: DialectName | Literal[""] = ""
    exclude: tuple[str, ...] = ()
    embedded_source: bool = False
    origin: str = ""
    pairs: int = 0
    title: str = ""

    def config(self, base: Config, dialect: DialectName, generator: str, title: str) -> Config:
        """A configuration for this layout; what the user has written down goes first."""
        found = {
            "source": self.source, "locales": self.locales, "dialect": dialect, "exclude": self.exclude,
            "embedded_source": self.embedded_source, "generator": generator,
        }  # fmt: skip
        kept: dict[str, Any] = {key: value for key, value in found.items() if key not in base.given}
        name = ", ".join(part for part in (self.title or title, self.name) if part)
        name = f"{name} ({self.origin})" if self.origin else name
        origin = base.origin or self.origin
        return base._replace(pages=self.pages, source_pages=self.source_pages, layout=name, origin=origin, **kept
        )  # fmt: skip


def spelt_once(pages: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Locales, given with the pages of each: of one in two spellings (`zh-CN`, `zh-cn`) that which most pages have,
    unless a page is there in both."""
    kept: dict[str, tuple[str, set[str]]] = {}
    apart: list[str] = []
    for locale, names in sorted(
        ((one, set(some)) for one, some in pages.items()), key=lambda pair: (-len(pair[1]), pair[0])
    ):
        _, known = kept.setdefault(spelling(locale), (locale, set()))
        if known & names:
            apart.append(locale)
        known |= names
    return tuple(sorted((*(locale for locale, _ in kept.values()), *apart)))


def joined(*parts: str) -> str:
    """A path of its parts, empty ones and `.` left out."""
    return "/".join(part.strip("/") for part in parts if part.strip("/") not in ("", "."))


def spread(folder: str, rest: str, suffixes: Sequence[str]) -> tuple[str, ...]:
    """A pattern for each suffix that pages have: `docs`, `{locale}/{page}` give `docs/{locale}/{page}.md`."""
    return tuple(joined(folder, rest) + suffix for suffix in suffixes)
