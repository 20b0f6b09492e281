"""What a generator does with links, and what the settings of one site say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from facingpages.generators.settings import script_text, uncommented
from facingpages.late import late
from facingpages.tuples import NamedTuple

OWN_FILES = late(r"""\b(?:from|import|require)\b\s*+(?:\(\s*+)?["']\.{1,2}/""")


class SiteSettings(NamedTuple):
    """The settings of a site: `texts` are the files in which its generator keeps them, by path from the site's folder;
    `has` tells whether there is a file or folder of a path."""

    texts: Mapping[str, str]
    has: Callable[[str], bool]

    @property
    def text(self) -> str:
        """All of them."""
        return "\n".join(self.texts.values())

    def base(self, key: str) -> str:
        """The path that a script says its site is published at; empty where it does not say so plainly."""
        text = self.text
        if found := script_text(text, key):
            return f"/{found.strip('/')}/".replace("//", "/") if _is_outermost(text, key) else ""
        is_plain = bool(text) and not re.search(rf"\b{key}\b", text) and not OWN_FILES.search(text)
        return "/" if is_plain else ""


def _is_outermost(text: str, key: str) -> bool:
    """Whether a key of a script is first met in its outermost object, not in one that a plugin is given."""
    text = uncommented(text)
    at = re.search(rf"\b{re.escape(key)}[\"']?\s*[:=]", text)
    before = text[: at.start()] if at is not None else ""
    return before.count("{") - before.count("}") <= 1


class PagePath(NamedTuple):
    """Where a page lies: `name` below the folder `lead` of its locale's pages, and what its front matter says.

    `prefix` is what the folders call its locale; empty for a source beside the folders of languages.
    """

    lead: str
    name: str
    prefix: str
    front: Mapping[str, str] = MappingProxyType({})


class Named(NamedTuple):
    """What a target in a generator's own tongue names: a page, a place on it, and in which locale if it says so."""

    path: str
    fragment: str = ""
    locale: str = ""


Addresses = Callable[[PagePath], Iterator[str]]


class Habits(NamedTuple):
    """What a generator does with links.

    `addresses`: a path without extension is seen from the page's address, not its file. `static`: folders published at
    the root. `localizes`: absolute addresses are moved to the page's locale by themselves. `falls_back`: a page that is
    not translated is published in the source's words. `lends`: what lies beside a page of the source is seen from its
    translations, too. `by_name`: a page is found by its name alone, wherever it lies and in whatever case.
    `absolute`: absolute addresses lie within the site. `guesses`: other addresses than those of
    files exist, so that a path without extension that leads to no file may be one. `rewrites`: a path to a file of
    Markdown becomes its page's address. `from_roots`: such a path is looked for below the folders of pages, too, unless
    it begins with a dot; `from_above`: below the folder that those of all languages lie in. `rebases`: the base is put
    before absolute addresses in Markdown. `tongue` reads targets that name a page in the generator's own way.
    `kept` fits the folders of older versions of a site, each with links of its own.
    `closed`: its build says so where an address is no page's, even outermost.
    `at` gives the addresses of a page below the base, without slashes at their ends, the page's own first.

    The others are what the settings of one site tell: `base`, the path that it is published at, empty where they don't
    say; `aliases`, the folders that names stand for; `complete`: beside addresses of pages there are no others;
    `moves`: pages are published elsewhere than their paths say, nobody knows where; `slash`: addresses end in one.
    """

    addresses: bool = False
    by_name: bool = False
    static: tuple[str, ...] = ()
    localizes: bool = False
    falls_back: bool = False
    lends: bool = True
    absolute: bool = True
    guesses: bool = False
    rewrites: bool = True
    from_roots: bool = False
    from_above: bool = False
    rebases: bool = False
    tongue: Callable[[str], Named | None] | None = None
    closed: bool = False
    kept: re.Pattern[str] | None = None
    at: Addresses | None = None
    base: str = ""
    aliases: Mapping[str, str] = MappingProxyType({})
    complete: bool = False
    moves: bool = False
    slash: bool = False


SIMPLE = Habits()
