"""Folders of paired pages: how they are configured, which pages pair up, and which are never tuned on."""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.accuracy.bilingual import BilingualPair
from tests.accuracy.page import Page
from tests.accuracy.pairs import Pair

CONFIGURATION = "facingpages.toml"

KNOWN = {
    "alchemy": """
source = "en"
locales = ["lv-lv", "bg-bg", "sv-se", "sl-si", "ro-ro"]
pages = ["{locale}/{page}.md"]
dialect = "learn"
""",
    "alchemy-bilingual": """
source = "en"
locales = ["lv", "bg", "sv", "sl", "ro"]
pages = ["{locale}/{page}.md"]
dialect = "learn"
embedded_source = true
""",
    "fastapi": """
source = "en"
locales = ["de", "es", "fr", "pt", "uk", "zh"]
pages = ["docs/{locale}/docs/{page}.md"]
dialect = "mkdocs"
""",
    "opensource-guide": """
source = "en"
locales = ["bg", "ro", "de", "fr", "es", "pl", "ru", "zh-hans"]
pages = ["_articles/{locale}/{page}.md"]
source_pages = ["_articles/{page}.md"]
dialect = "commonmark"
""",
    "otel-blog": """
source = "en"
locales = ["es", "ja", "pt", "uk", "zh"]
pages = ["content/{locale}/{page}.md"]
dialect = "hugo"
""",
    "starlight": """
source = "en"
locales = ["es", "ja", "tr", "uk"]
pages = ["docs/src/content/docs/{locale}/{page}.mdx", "docs/src/content/docs/{locale}/{page}.md"]
source_pages = ["docs/src/content/docs/{page}.mdx", "docs/src/content/docs/{page}.md"]
dialect = "mdx"
""",
}
"""Configurations of published corpora, by the name of their folder."""


class SetupError(Exception):
    """The benchmark cannot run; the message says what is missing."""


@dataclass(frozen=True)
class PagePair:
    """A page in one locale: its name and its two files, relative to the corpus."""

    page: str
    locale: str
    source: str
    target: str

    @property
    def split(self) -> str:
        """``held-out`` for every other page, by a hash of its name; all locales of a page share it.

        Rules and thresholds are never tuned on held-out pages: they are only measured.
        """
        return ("dev", "held-out")[hashlib.sha256(self.page.encode()).digest()[0] % 2]

    def copy(self, number: int) -> "PagePair":
        """The pair under a name of its own in the same folders; number 0 is the pair itself."""
        if number == 0:
            return self
        name = re.escape(self.page.rpartition("/")[2])  # a locale behind it (`start.lv.md`) stays behind it
        end = re.compile(rf"(?:(?<=/{name})|(?<=^{name}))(?=(?:\.[\w-]+)*\.\w+$)|(?=\.\w+$)")
        source, target = (end.sub(f"--{number}", path, count=1) for path in (self.source, self.target))
        return PagePair(f"{self.page}--{number}", self.locale, source, target)


@dataclass(frozen=True)
class Corpus:
    """A folder of paired pages and the text of its configuration."""

    root: Path
    configuration: str

    @classmethod
    def at(cls, root: Path, configuration: Path | None = None) -> "Corpus":
        """The corpus in ``root``: with the file given, its own configuration, or the one known for its name."""
        if configuration is None:
            configuration = root / CONFIGURATION
        if configuration.is_file():
            return cls(root, configuration.read_text(encoding="utf-8"))
        if root.name in KNOWN:
            return cls(root, KNOWN[root.name])
        raise SetupError(
            f"{root}: no {CONFIGURATION} there and no configuration known for this name; give --config FILE"
        )

    def pairs(self) -> list[PagePair]:
        """Every page that exists in the source and in a target locale, in order of its path."""
        try:
            settings = tomllib.loads(self.configuration)
        except tomllib.TOMLDecodeError as error:
            raise SetupError(f"{CONFIGURATION}: {error}") from error
        source, patterns = settings.get("source", "en"), settings.get("pages", ["{locale}/{page}.md"])
        embedded = bool(settings.get("embedded_source"))
        files = sorted(path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file())
        by_locale = dict(_matches(files, patterns))
        locales = settings.get("locales") or sorted({locale for locale, _ in by_locale} - {source})
        found = []
        sources = {page: path for (locale, page), path in by_locale.items() if locale == source}
        if "source_pages" in settings:
            sources = {page: path for (_, page), path in _matches(files, settings["source_pages"])}
        for (locale, page), path in by_locale.items():
            origin = path if embedded else sources.get(page)
            if locale in locales and locale != source and origin:
                found.append(PagePair(page, locale, origin, path))
        if not found:
            raise SetupError(
                f"{self.root}: no page matches {', '.join(patterns)} in both the source and a target locale"
            )
        return sorted(found, key=lambda pair: pair.target)

    def read(self, files: PagePair) -> Pair | None:
        """The two pages; ``None`` where a file is not UTF-8."""
        try:
            target = (self.root / files.target).read_bytes().decode()
            source = (self.root / files.source).read_bytes().decode()
        except UnicodeDecodeError:
            return None
        if files.source == files.target:
            return BilingualPair.of(target, files.locale, files.page)
        mdx, python = files.target.endswith(".mdx") or self.dialect == "mdx", self.dialect == "mkdocs"
        return Pair(Page(target, files.locale, files.page, mdx, python), Page(source, "", files.page, mdx, python))

    @cached_property
    def dialect(self) -> str:
        """The dialect that the configuration names for all pages; empty where it names none."""
        return str(tomllib.loads(self.configuration).get("dialect", ""))


def _matches(files: Iterable[str], patterns: Iterable[str]) -> Iterable[tuple[tuple[str, str], str]]:
    """``((locale, page), path)`` for each file that a pattern matches."""
    for pattern in patterns:
        parts = {"{locale}": r"(?P<locale>[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)", "{page}": r"(?P<page>.+)"}
        pieces = re.split(r"(\{locale\}|\{page\})", pattern)
        compiled = re.compile("".join(parts.get(piece) or re.escape(piece) for piece in pieces))
        for path in files:
            match = compiled.fullmatch(path)
            if match:
                groups = match.groupdict()
                yield (groups.get("locale") or "", groups["page"]), path
