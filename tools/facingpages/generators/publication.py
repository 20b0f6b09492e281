"""What a link leads to in the built site: the answer that every generator's way of publishing gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from facingpages.generators.habits import Named
from facingpages.generators.rendering import Rendering
from facingpages.tuples import NamedTuple

MADE = ("leads", "shown")  # given to a shortcode or a component, which makes an address of them in its own way
MARKDOWN = ("link", "image", "definition")  # kinds of use that a generator reads; others are left to the browser
PAGES = (".md", ".mdx", ".markdown", ".mdown", ".mkdn", ".mkd")


P = TypeVar("P")


class Lead(NamedTuple):
    """Where a path written on a page leads.

    `file` is what the reader gets, as a path of the site's folder; empty where there is nothing, and then `reason` says
    why: missing, case, form (Unicode), outside, absolute, unpublished, source, language, sister (the page itself in
    another language), raw (an HTML attribute, which is not rewritten). `hint` is what would lead somewhere. `locale` is
    the build in which the reader lands; `better` is what to write to stay in the page's own; `own` what to write
    instead of an address that names the site or the locale where it need not; `itself` is the address of the page in
    the language that was meant, where the generator made the link lead back to its own page. `unsure`: what is missing
    may well be there in the whole site, of which not all is at hand.
    """

    file: str = ""
    reason: str = ""
    hint: str = ""
    locale: str = ""
    better: str = ""
    own: str = ""
    itself: str = ""
    fallback: bool = False
    unsure: bool = False

    @property
    def plain(self) -> bool:
        """Whether there is nothing to say but where it leads."""
        return bool(self.file) and not (self.better or self.own or self.itself or self.fallback)


class Publication(Protocol):
    """A generator's way from files to addresses."""

    rendering: Rendering
    writes_pages: bool
    known: bool
    """Whether it is known what builds the site, and so which language a link leads to."""
    described: bool
    """Whether it is known to the letter how its pages are rendered."""
    learns: bool
    """Whether front matter says something of addresses."""

    @property
    def parts(self) -> Sequence[Publication]:
        """Those of the trees that the site has; of one, that alone."""

    def of(self, page: str) -> Publication:
        """That of the tree in which a page lies."""

    def by_folder(self, kind: str, path: str) -> bool:
        """Whether where a path leads depends on the page's folder only, and not on its address."""

    def follow(self, page: str, locale: str, kind: str, path: str) -> Lead | None:
        """Where `path` (as written, without query and fragment) leads from a page; None where it can't be told."""

    def learn(self, front: Mapping[str, Mapping[str, str]]) -> None:
        """What the front matter of pages says of their addresses, by page and key."""

    def named(self, target: str) -> Named | None:
        """What a target names in the generator's own tongue, such as `{{< ref "x.md" >}}`; None for any other.

        Its path is followed with the kind `ref`, or `ref LOCALE` where it names a language.
        """

    def own_path(self, address: str) -> str | None:
        """The path of an absolute address within this site, with a leading slash; None for other sites."""

    def borrowed_by(self, page: str) -> tuple[str, ...]:
        """The locales that publish a source page for want of a translation, as far as that is known."""

    def snippet(self, name: str) -> str | None:
        """The file that a snippet's name stands for, "" if there is none, None if it can't be told."""


class OfOneTree:
    """What is alike in all publications of a site whose pages are one tree."""

    @property
    def parts(self: P) -> tuple[P, ...]:
        """This one; see `Publication`."""
        return (self,)

    def of(self: P, page: str) -> P:  # noqa: ARG002
        """This one; see `Publication`."""
        return self


def join(folder: str, path: str) -> tuple[str, bool]:
    """`path` seen from `folder` (neither with a leading slash): the name, and whether it climbed out of the root."""
    parts = folder.split("/") if folder else []
    out = False
    for part in path.split("/"):
        if part == "..":
            if parts:
                parts.pop()
            else:
                out = True
        elif part and part != ".":
            parts.append(part)
    name = "/".join(parts)
    if path.endswith(("/", "/.", "/..")) or path in (".", "..", ""):
        name = f"{name}/" if name else ""
    return name, out


def relative(name: str, folder: str) -> str:
    """How `name` is written from `folder`."""
    there, here = name.split("/"), folder.split("/") if folder else []
    same = 0
    while same < len(here) and same < len(there) - 1 and here[same] == there[same]:
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:]) or "./"
