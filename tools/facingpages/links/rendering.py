"""How a site's pages become HTML, as far as links depend on it."""

from __future__ import annotations

from dataclasses import dataclass

from facingpages.links.slugs import (
    DOCUSAURUS,
    GITHUB,
    HUGO,
    JEKYLL,
    MDBOOK,
    PYTHON,
    PYTHON_UNICODE,
    STARLIGHT,
    VITEPRESS,
    HeadingIds,
)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A renderer as it is set up.

    `ids` makes the ids of headings; `others` are further ways that can't be ruled out, where no configuration says.
    `told` is false where the site makes ids with code of its own. `python` is Python-Markdown with its own ideas of
    what a heading or a link is. `attributes`: `{#id}` is understood; `footnotes`, `snippets`: the extension is on;
    `references_open`: a plugin resolves labels that the page does not define.
    """

    name: str
    ids: HeadingIds
    others: tuple[HeadingIds, ...] = ()
    told: bool = True
    python: bool = False
    attributes: bool = True
    footnotes: bool = True
    snippets: bool = False
    references_open: bool = False


# What a dialect is rendered with where no configuration of a generator is at hand.
BY_DIALECT = {
    "commonmark": Rendering("plain", GITHUB, (JEKYLL, PYTHON)),
    "mkdocs": Rendering("mkdocs", PYTHON, (PYTHON_UNICODE, GITHUB), python=True, references_open=True),
    "learn": Rendering("learn", GITHUB),
    "hugo": Rendering("hugo", HUGO, (GITHUB,)),
    "mdx": Rendering("mdx", GITHUB, (DOCUSAURUS, STARLIGHT)),
}
BY_GENERATOR = {
    "hugo": BY_DIALECT["hugo"],
    "docusaurus": Rendering("docusaurus", DOCUSAURUS),
    "starlight": Rendering("starlight", STARLIGHT, attributes=False),
    "vitepress": Rendering("vitepress", VITEPRESS),
    "jekyll": Rendering("jekyll", JEKYLL),
    "mdbook": Rendering("mdbook", MDBOOK),
    "github": Rendering("github", GITHUB, attributes=False),
}
