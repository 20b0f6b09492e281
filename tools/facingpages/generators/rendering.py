"""How a site's pages become HTML, as far as links depend on it."""

from __future__ import annotations

from facingpages.generators.slugs import HeadingIds, Slug
from facingpages.tuples import NamedTuple


class TabIds(NamedTuple):
    """How tabs get ids: of their titles with `slug`, else by numbers; `header`: that of the heading above before it."""

    slug: Slug | None = None
    header: bool = False
    separator: str = "-"


class Rendering(NamedTuple):
    """A renderer as it is set up.

    `ids` makes the ids of headings; `others` are further ways that can't be ruled out, where no configuration says.
    `sure` is false where the site makes ids with code of its own. `python` is Python-Markdown with its own ideas of
    what a heading or a link is. `attributes`: `{#id}` is understood; `footnotes`, `snippets`: the extension is on;
    `references_open`: a plugin resolves labels that the page does not define. `tabs` makes the ids of tabs; None where
    there are none. `footnote` stands before the label in the ids of footnotes. `fragment` is what the
    renderer makes of the fragment of a link in Markdown; None where it stays as it is.
    """

    name: str
    ids: HeadingIds
    others: tuple[HeadingIds, ...] = ()
    sure: bool = True
    python: bool = False
    attributes: bool = True
    footnotes: bool = True
    snippets: bool = False
    references_open: bool = False
    tabs: TabIds | None = None
    footnote: str = ":"
    fragment: Slug | None = None
