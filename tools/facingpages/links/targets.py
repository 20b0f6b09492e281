"""Targets as pages write them, taken apart."""

from __future__ import annotations

import re

from facingpages.align.features import neutral_target
from facingpages.generators.publication import Publication
from facingpages.late import late
from facingpages.tuples import NamedTuple

SCHEME = late(r"[A-Za-z][A-Za-z0-9+.-]*:")
# A folder of somebody's own on a disk, too: no site has those.
LOCAL = late(
    r"file:|[A-Za-z]:[\\/]|\\\\|(?-i:/(?:Users|home)/[\w.-]+/(?:Documents|Desktop|Downloads|Pictures|Library|Dropbox|Projects"
    r"|GitHub|git|src|repos|workspace)/|/Volumes/[\w. -]+/)",
    re.I,
)
TEMPLATE = late(
    r"[{}$<%](?:(?<=\{)[{%]|(?<=\$)[{($]|(?<=<)[%?]|(?<=^\{)|(?<=\})$|(?<=^<)[^>]*>$|(?<=^%).*%$|(?<=%)[A-Z_]{3,}%)"
)
PLACEHOLDER = late(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|\.\.\.|…|(?i:url|link|#?todo)")


EDGES = " \t\n\r\f"  # what a browser strips: other blanks are part of an address


class Target(NamedTuple):
    """A target taken apart: `path` and `fragment` as written; `sort` is inside, own-host, local or other.

    `kind` is that of a use that names a page in the generator's own tongue; see `Publication.named`.
    """

    sort: str
    path: str
    fragment: str
    kind: str = ""


def take_apart(written: str, publication: Publication) -> Target:
    """A target as written."""
    target = written.strip(EDGES)
    if target.startswith("{") and (named := publication.named(target)) is not None:
        return Target("inside", named.path, named.fragment, f"ref {named.locale}".rstrip())
    if not target or TEMPLATE.search(target) or PLACEHOLDER.fullmatch(target):
        return Target("other", "", "")
    if LOCAL.match(target):
        return Target("local", "", "")
    sort = "inside"
    if target.startswith("//") or SCHEME.match(target):
        own = publication.own_path(target) if target[:4].lower() == "http" or target.startswith("//") else None
        if own is None:
            return Target("other", "", "")
        target, sort = own, "own-host"
    path, _, fragment = target.partition("#")
    path = path.partition("?")[0]
    return Target(sort, path, fragment)


def identity(target: str) -> str:
    """What a target is recognized by on the other side: no locale, no climbing."""
    return re.sub(r"^(?:\.{1,2}/)+", "", neutral_target(target))
