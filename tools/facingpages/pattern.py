"""The patterns of a configuration: `docs/{locale}/{page}.md` as a regular expression, and which patterns pair up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facingpages.config import Config
from facingpages.languages.codes import LOCALE

PART = re.compile(r"(\{locale\}|\{page\}|\*\*/?|\*)")
SUFFIX = re.compile(r"\.\w+$")


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A compiled pattern.

    `exact` matches the locales of the configuration, `loose` whatever looks like a locale. `base` is the folder below
    which all that it matches lies. `group` pairs patterns of pages with patterns of their sources (`pages[i]` with
    `source_pages[i]`, whatever the suffixes), `label` tells the pages of one group from those of another that have the
    same names, `order` is its place in the configuration.
    """

    text: str
    exact: re.Pattern[str]
    loose: re.Pattern[str]
    base: str
    group: int
    label: str
    order: int

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
    wanted = "|".join(re.escape(one) for one in sorted((*config.locales, config.source), key=len, reverse=True))
    labels = [stem.split("{page}")[0] for stem in source_stems] if paired else [""]

    def compiled(texts: Sequence[str], stems: Sequence[str]) -> list[Pattern]:
        patterns = []
        for order, text in enumerate(texts):
            group = stems.index(_stem(text)) if paired else 0
            exact, loose = (re.compile(_regex(text, locale), re.S) for locale in (wanted, LOCALE))
            patterns.append(Pattern(text, exact, loose, literal(text), group, labels[group], order))
        return patterns

    return compiled(page_texts, page_stems), compiled(source_texts, source_stems)


def literal(text: str) -> str:
    """The folder that a pattern begins with, before any field."""
    head = re.split(r"[{*]", text, maxsplit=1)[0]
    return head.rsplit("/", 1)[0] if "/" in head else ""


def _stem(text: str) -> str:
    return SUFFIX.sub("", text)


def _stems(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(_stem(text) for text in texts))


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
