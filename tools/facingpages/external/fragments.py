"""The places on a page that addresses may name."""

from __future__ import annotations

import re
from html import unescape

NAMED = re.compile(r"<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)
SECOND = re.compile(r"\sid\s*=\s*[\"']([^\"']*)[\"']", re.I)
MADE = re.compile(r"L\d+(?:-L\d+)?|!.*|/.*|issuecomment-\d+|discussion.*|diff-.*|:~:.*")


def ids_of(page: str) -> frozenset[str]:
    """All ids and names on a page. What is in doubt counts, so that what is missing is so for sure."""
    named = frozenset(unescape(one or two or three) for one, two, three in NAMED.findall(page))
    return named | frozenset(unescape(found) for found in SECOND.findall(page))  # those in tags with a name before


def is_checked(fragment: str) -> bool:
    """Whether a fragment can be looked for in a page as it is sent: not a line of code, nor a program's own address."""
    return bool(fragment) and MADE.fullmatch(fragment) is None
