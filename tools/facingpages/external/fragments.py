"""The places on a page that addresses may name."""

from __future__ import annotations

import re
from html import unescape

NAMED = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
MADE = re.compile(r"L\d+(?:-L\d+)?|!.*|/.*|issuecomment-\d+|discussion.*|diff-.*|:~:.*")


def ids_of(page: bytes) -> frozenset[str]:
    """All ids and names on a page. What is in doubt counts, so that what is missing is so for sure."""
    text = page.decode("utf-8", "replace")
    return frozenset(unescape(one or two or three) for one, two, three in NAMED.findall(text)) | _second(text)


def _second(text: str) -> frozenset[str]:
    """Ids in tags that have a name before them."""
    return frozenset(unescape(found) for found in re.findall(r"\sid\s*=\s*[\"']([^\"']*)[\"']", text))


def is_checked(fragment: str) -> bool:
    """Whether a fragment can be looked for in a page as it is sent: not a line of code, nor a program's own address."""
    return bool(fragment) and MADE.fullmatch(fragment) is None
