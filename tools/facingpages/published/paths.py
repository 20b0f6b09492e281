"""Addresses within a published site, and the files that a web server gives for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from facingpages.generators.publication import join
from facingpages.nearest import Names

LOCAL = re.compile(r"file:|[A-Za-z]:[\\/]", re.I)
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
BLANKS = re.compile(r"[\t\n\r]")
EDGES = "".join(map(chr, range(0x21)))  # a no-break space belongs to an address
PATH = re.compile(r"[^?#]*")


class Destination(NamedTuple):
    """Where an address leads: `file` of the site ("" where there is none), the fragment, and why there is no file.

    `reason` is missing, case, outside (of the folder the site is published in), local (a file of one computer) or here
    (the page itself).
    """

    file: str
    fragment: str
    reason: str = ""
    wanted: str = ""


class Base(NamedTuple):
    """What the addresses of a page are seen from: a folder, and where those lead that have no path (`#id`, `?q`)."""

    folder: str
    itself: Destination


class Files:
    """The files of a site. `host` and `base` (a path with slashes) are where it is published, if that is known."""

    def __init__(self, names: Iterable[str], host: str = "", base: str = "/") -> None:
        self.names = frozenset(names)
        self.host = host.lower()
        self.base = base
        self.pages = frozenset(name for name in self.names if name.endswith((".html", ".htm")))
        self._guesses: Names | None = None

    @property
    def guesses(self) -> Names:
        """The names, for guesses."""
        if self._guesses is None:
            self._guesses = Names(self.names)
        return self._guesses

    def target(self, address: str, folder: str) -> Destination | None:
        """Where an address leads from a page in `folder` (ends in a slash; "" for the root); None for other sites."""
        address = BLANKS.sub("", address.strip(EDGES))
        if ":" in address and LOCAL.match(address):
            return Destination("", "", "local", address)
        if "\\" in address:
            address = PATH.sub(lambda path: path.group().replace("\\", "/"), address, count=1)  # as browsers do
        if address[:2] == "//" or (":" in address and SCHEME.match(address)):
            inside = self.inside(address)
            if inside is None:
                return None
            address = inside
        path, _, fragment = address.partition("#")
        path = path.partition("?")[0]
        if "%" in path:
            path = unquote(path)
        if path.startswith("/"):
            if not path.startswith(self.base) and f"{path}/" != self.base:
                return Destination("", fragment, "outside", path)
            return self._file(path[len(self.base) :], "", fragment)
        return self._file(path, folder, fragment) if path else Destination("", fragment, "here")

    def base_of(self, base: str, folder: str) -> Base | None:
        """What `<base href>` on a page in `folder` makes of its addresses; None where they are of another site."""
        mark = "\x7f"  # a name that no file has, so that it is missing where it should be
        head = base.partition("#")[0].partition("?")[0]
        target, itself = (
            self.target(head.rpartition("/")[0] + f"/{mark}" if "/" in head else mark, folder),
            self.target(base, folder),
        )
        if target is None or itself is None:
            return None
        return Base(target.wanted.removesuffix(mark), itself)

    def inside(self, address: str) -> str | None:
        """The path of an absolute address of this very site, with what follows; None for other sites."""
        scheme, mark, rest = address.partition("//")
        if not mark or scheme.lower() not in ("http:", "https:", ""):
            return None
        host, slash, path = rest.partition("/")
        if not self.host or host.lower() != self.host or not f"/{path}".startswith(self.base):
            return None
        return f"/{path}" if slash else "/"

    def _file(self, path: str, folder: str, fragment: str) -> Destination:
        name, climbed = join(folder.removesuffix("/"), path)
        name = name.removesuffix("/")
        if climbed and self.base != "/":
            return Destination("", fragment, "outside", name)
        found = self.served(name, folder=path.endswith(("/", "/.", "/..")) or path in (".", ".."))
        if found:
            return Destination(found, fragment)
        return Destination("", fragment, "case" if self.guesses.other_case(name) else "missing", name)

    def served(self, name: str, *, folder: bool = False) -> str:
        """The file that is given for a name: itself, a folder's index, or the page that is named without `.html`."""
        if name in self.names and not folder:
            return name
        index = f"{name}/index.html" if name else "index.html"
        if index in self.names:
            return index
        if not folder and f"{name}.html" in self.names:
            return f"{name}.html"
        return ""

    def hint(self, wanted: str) -> str:
        """The file that was most likely meant."""
        found = self.guesses.nearest(wanted)
        return f"{self.base}{found.removesuffix('index.html')}" if found else ""
