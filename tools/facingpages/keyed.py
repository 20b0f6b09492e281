"""Pages that each language calls by a name of its own: a key of their front matter says which belong together.

Hugo has `translationKey` for that; sites made with Jekyll mostly have `ref`, `lang-ref` or `page_id`. Pages of two
languages with the same `permalink` have the same address, each in its language; a `slug` is only the end of one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from facingpages.late import late
from facingpages.site import PageFile

KEYS = frozenset((
    b"translationkey", b"translation-key", b"translation-id", b"lang-ref", b"langref", b"ref", b"page-id", b"i18n-key",
    b"i18n-id", b"permalink",
))  # fmt: skip
Key = tuple[bytes, bytes]
SAMPLE = 40  # pages without a source of their name, of which one at least has such a key where a site uses it
REACH = 4000  # bytes in which front matter is looked for
FRONT = late(rb"\A(?:---[ \t]*\r?\n(.*?)^---|\+\+\+[ \t]*\r?\n(.*?)^\+\+\+)", re.S | re.M)
KEY = late(rb"^([\w-]+)[ \t]*[:=][ \t]*([^\s|>{\[][^\r\n]*?)[ \t]*\r?$", re.M)


def front_of(page: PageFile) -> set[Key]:
    """The keys and values of one line in the front matter of a page."""
    try:
        front = FRONT.match(page.read()[:REACH])
    except OSError:
        return set()
    return set(KEY.findall(front[1] or front[2] or b"")) if front is not None else set()


def by_key(pages: Sequence[PageFile], source: str) -> list[PageFile]:
    """The pages of a site, where translations whose path pairs them with no source have the name of the one that they
    share a key with."""
    names = {page.name for page in pages if page.locale == source}
    alone = [page for page in pages if page.locale not in ("", source) and page.name not in names]
    step = max(1, len(alone) // SAMPLE)
    if not any(_keys(page) for page in alone[::step][:SAMPLE]):
        return list(pages)
    count: Counter[Key] = Counter()
    named: dict[Key, str] = {}
    for page in pages:
        for key in _keys(page) if page.locale == source else ():
            count[key] += 1
            named[key] = page.name
    taken = {(page.locale, page.name) for page in pages}
    others = {page.path for page in alone}
    found: list[PageFile] = []
    for page in pages:
        name = _name(_keys(page), named, count) if page.path in others and page.locale != source else ""
        if pairs := bool(name) and (page.locale, name) not in taken:
            taken.add((page.locale, name))
        found.append(page._replace(name=name) if pairs else page)
    return found


def _name(keys: Iterable[Key], named: Mapping[Key, str], count: Mapping[Key, int]) -> str:
    """The name of the one page of the source that has one of some keys."""
    return next((named[key] for key in keys if count.get(key) == 1), "")


def _keys(page: PageFile) -> list[Key]:
    """The keys by which languages know each other's pages."""
    plain = ((key.lower().replace(b"_", b"-"), value.strip(b"\"'")) for key, value in front_of(page))
    return sorted((key, value) for key, value in plain if key in KEYS and value)
