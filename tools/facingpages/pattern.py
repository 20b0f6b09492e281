"""The patterns of a configuration: `docs/{locale}/{page}.md` as a regular expression, and which patterns pair up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from facingpages.config import Config
from facingpages.glob import Choice, Part, Run, match
from facingpages.languages.codes import LOCALE, is_locale
from facingpages.late import late
from facingpages.tuples import NamedTuple

PART = late(r"(\{locale\}|\{page\}|\*\*/?|\*)")
SUFFIX = late(r"\.\w+$")
LONGEST = 13  # characters that look like a locale: zh-Hant-TW, and one more

Fields = Mapping[str, str]  # what stands where a pattern has `{locale}` and `{page}`


class Within(NamedTuple):
    """What a pattern says of the files in one folder: their locale; their names of pages are `head` and what stands
    before `tail` in the names of the files."""

    locale: str | None
    head: str
    tail: str


class Pattern(NamedTuple):
    """A compiled pattern.

    `exact` gives the fields of a path for the locales of the configuration, `loose` for whatever looks like a locale.
    `base` is the folder below which all that it matches lies. `group` pairs patterns of pages with patterns of their
    sources (`pages[i]` with `source_pages[i]`, whatever the suffixes), `label` tells the pages of one group from those
    of another that have the same names, `order` is its place in the configuration. `tail` is what the names of files
    end in, where nothing but the folder and that decides about a file; None where the pattern is asked of each.
    """

    text: str
    exact: Callable[[str], Fields | None]
    loose: Callable[[str], Fields | None]
    base: str
    group: int
    label: str
    order: int
    tail: str | None

    def fields(self, path: str) -> Fields | None:
        """The fields of a path that the pattern fits, be its locale in the configuration or not."""
        found = self.exact(path)
        if found is None:
            found = self.loose(path)
            return found if found is not None and is_locale(found["locale"]) else None
        return found

    def within(self, folder: str, fields: Callable[[str], Fields | None]) -> Within | None:
        """What `fields` of this pattern say of the files in a folder (which ends in a slash); None: nothing."""
        found = fields(f"{folder}x{self.tail}")
        return Within(found.get("locale"), found["page"][:-1], self.tail or "") if found is not None else None

    @property
    def stem(self) -> str:
        """The pattern without its suffix: `.md` and `.mdx` of the same place are one."""
        return _stem(self.text)


def compile_all(config: Config) -> tuple[list[Pattern], list[Pattern]]:
    """The patterns of pages and of their sources."""
    page_texts = list(config.pages)
    source_texts = [text.replace("{locale}", config.source) for text in config.source_pages or config.pages]
    page_stems, source_stems = _stems(page_texts), _stems(source_texts)
    paired = len(page_stems) == len(source_stems)
    wanted = sorted((*config.locales, config.source), key=len, reverse=True)
    labels = [stem.split("{page}")[0] for stem in source_stems] if paired else [""]

    def compiled(texts: Sequence[str], stems: Sequence[str]) -> list[Pattern]:
        patterns = []
        for order, text in enumerate(texts):
            group = stems.index(_stem(text)) if paired else 0
            exact, loose = _reader(text, wanted), _reader(text, None)
            patterns.append(Pattern(text, exact, loose, literal(text), group, labels[group], order, _tail(text)))
        return patterns

    return compiled(page_texts, page_stems), compiled(source_texts, source_stems)


def literal(text: str) -> str:
    """The folder that a pattern begins with, before any field."""
    head = re.split(r"[{*]", text, maxsplit=1)[0]
    return head.rsplit("/", 1)[0] if "/" in head else ""


def _tail(text: str) -> str | None:
    """What stands behind `{page}`, where that is a whole name but for its end, and no field or star comes after it."""
    head, page, tail = text.rpartition("{page}")
    alone = page and "{page}" not in head and (not head or head.endswith("/"))
    return tail if alone and not re.search(r"[/{*]", tail) and len(wildcards(text)) < 2 else None


def _stem(text: str) -> str:
    return SUFFIX.sub("", text)


def _stems(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(_stem(text) for text in texts))


def _reader(text: str, locales: Sequence[str] | None) -> Callable[[str], Fields | None]:
    """What gives the fields of a path that a pattern fits; without locales, whatever looks like one is."""
    if len(wildcards(text)) > 1:
        return _Parts(text, locales).fields
    regex = re.compile(_regex(text, LOCALE if locales is None else "|".join(map(re.escape, locales))), re.S)

    def fields(path: str) -> Fields | None:
        found = regex.fullmatch(path)
        return found.groupdict() if found is not None else None

    return fields


def wildcards(text: str) -> list[str]:
    """The stars of a pattern, each with those beside it. One is quick in a regular expression, several may not be."""
    return re.findall(r"\*+", text)


class _Parts:
    """A pattern with several stars, matched part by part. It has each field once at most."""

    def __init__(self, text: str, locales: Sequence[str] | None) -> None:
        locale = Choice(_like_locales if locales is None else lambda path, at: _one_of(locales, path, at))
        kinds: Mapping[str, Part] = {
            "{page}": Run(crosses=True, least=True, some=True), "{locale}": locale, "*": Run(),
            "**": Run(crosses=True), "**/": Run(crosses=True, slash=True),
        }  # fmt: skip
        self.names = [part for part in PART.split(text) if part]
        self.parts = [kinds.get(name, name) for name in self.names]

    def fields(self, path: str) -> Fields | None:
        """The fields of a path."""
        spans = match(self.parts, path)
        if spans is None:
            return None
        placed = zip(self.names, spans, strict=True)
        return {name[1:-1]: path[start:end] for name, (start, end) in placed if name in ("{page}", "{locale}")}


def _one_of(locales: Sequence[str], path: str, at: int) -> Iterable[int]:
    return [at + len(locale) for locale in locales if path.startswith(locale, at)]


def _like_locales(path: str, at: int) -> Iterable[int]:
    if LIKE.match(path, at) is None:
        return ()
    stops = range(min(len(path), at + LONGEST), at + 1, -1)
    return [stop for stop in stops if LIKE.fullmatch(path, at, stop) is not None]


LIKE = late(LOCALE)


def _regex(text: str, locale: str) -> str:
    fields = {"page": ".+?", "locale": locale}
    parts: list[str] = []
    seen: set[str] = set()
    for part in PART.split(text):
        if part in ("{locale}", "{page}"):
            name = part[1:-1]
            parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>{fields[name]})")
            seen.add(name)
        elif part.startswith("**"):
            parts.append("(?:.*/)?" if part.endswith("/") else ".*")
        elif part == "*":
            parts.append("[^/]*")
        else:
            parts.append(re.escape(part))
    return "".join(parts)
