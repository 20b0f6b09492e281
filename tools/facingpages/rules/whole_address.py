"""Whole addresses of what lies beside the pages: on the site's own host, or where its files are kept and looked at.

`https://docs.x.example/a/b.md` and `https://x.example/own/it/blob/main/docs/a/b.md` are the file `docs/a/b.md`, whoever
they belong to: their ways are that file's.
"""

from __future__ import annotations

import re
from posixpath import dirname
from urllib.parse import unquote

from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.identity import leads_to

PAGE = late(r"\.(?:mdx?|markdown|html?)$", re.I)
REVISION = late(
    r"https?://(?P<file>[^/]+/[^/]+/[^/]+/)(?:-/)?(?:blob|tree|raw)/(?P<ref>[^/?#]+)(?P<path>[^?#]*)(?:\?[^#]*)?(?P<part>#.*)?"
)  # a file at a branch, tag or commit
FRONTS = ("index", "_index", "README")  # pages that are called like their folder


def is_address_of(whole: str, path: str) -> bool:
    """Whether an absolute address is that of a page of the site, whatever the site is called: they share a path.

    A short path is met on many sites by chance: it has to be written from the site's root or climb to it.
    """
    if "://" in path or "/" not in path:
        return False
    return whole.startswith("http") and whole.partition("://")[2].partition("/")[2] == path


def is_beside(whole: str, name: str, page: str) -> bool:
    """Whether an absolute address is that of what stands beside a page, by its name and the folder of both."""
    folder = page.rpartition("/")[0].rpartition("/")[2]
    return bool(folder and name) and not {"/", ":"} & set(name) and is_address_of(whole, f"{folder}/{name}")


def is_same_file(pair: Pair, old: str, new: str) -> bool:
    """Whether one of two targets is the whole address of the file that the other names, seen from its page; or each names
    the one that is called alike beside its own page: `blob/main/docs/c.md` and `c.md` on `docs/sv/a.md`."""
    if new.startswith("http") == old.startswith("http"):
        return False
    if old.startswith("http"):
        whole, page, path = old, pair.source.path, leads_to(pair.target.path, new)
        other = dirname(pair.target.path)
    else:
        whole, page, path = new, pair.target.path, leads_to(pair.source.path, old)
        other = dirname(pair.source.path)
    if is_file(whole, path):
        return True
    return (
        other != ""
        and path.startswith(f"{other}/")
        and is_file(whole, f"{dirname(page)}{path[len(other) :]}", kept=True)
    )


def is_file(whole: str, path: str, *, kept: bool = False) -> bool:
    """Whether a whole address is that of a file; with `kept` only where it is kept, at some branch.

    On a host the site's root is nobody knows where in the tree, so that the way of the address is the end of the path;
    where files are kept that is the whole of it, be the pages a part of what is kept there.
    """
    if not path or path.startswith(".."):
        return False
    match = REVISION.match(whole)
    way = match["path"] if match is not None else whole.partition("://")[2].partition("/")[2]
    one, two = _named(unquote(way.partition("#")[0].partition("?")[0]).strip("/")), _named(path)
    if not one or not two:
        return False
    if match is not None:
        return f"/{one}".endswith(f"/{two}")
    return not kept and "/" in one and f"/{two}".endswith(f"/{one}")


def _named(path: str) -> str:
    """A page's path without its suffix, and without the name of what stands for its folder."""
    path = PAGE.sub("", path)
    folder, _, name = path.rpartition("/")
    return folder if name in FRONTS else path
