"""From published files to pages: each article with its source, its translations and their memories.

An article is what several files publish in several languages. Its source is the true one where the history of the
source holds it, else the one that its bilingual files embed; those must agree, line by line.
"""

from __future__ import annotations

import codecs
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facingpages.importing.learn import LearnFile, LearnLine, lines_of
from facingpages.importing.locales import SOURCE_LOCALE
from facingpages.importing.origin import Version
from facingpages.importing.problem import Problem
from facingpages.importing.rebuilt import Doubt, doubts

_SETTLE = "give --source with a clone of the source's repository, or leave one of the two out"
_SETTLE_TARGET = "give --root so that folders stay apart, or leave one of the two out"


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page to write: its text, and what it was made of."""

    locale: str
    name: str
    lines: tuple[LearnLine, ...]
    file: LearnFile
    marked: bool

    def bytes(self, *, keep: bool = False) -> bytes:
        """The page with plain line ends and no byte order mark, or with those of the file it was made of."""
        if keep:
            text = "".join(line.text + line.end for line in self.lines).encode()
            return codecs.BOM_UTF8 + text if self.marked else text
        text = "\n".join(line.text for line in self.lines).encode()
        return text if text.endswith(b"\n") else text + b"\n"


@dataclass(slots=True)
class Article:
    """One article: its pages, the published files behind them, the proven version of each file, what is in doubt."""

    name: str
    files: list[LearnFile]
    pages: list[NewPage] = field(default_factory=list)
    versions: dict[Path, Version] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rebuilt: bool = False


def articles(
    files: Iterable[LearnFile],
    locales: Mapping[str, str],
    versions: Mapping[Path, Version | str],
    shown: Mapping[str, Path],
    *,
    keep: bool = False,
) -> list[Article]:
    """The articles of an import, by name. `shown`: where the pages of a locale go, to name them in problems."""
    by_name: dict[str, list[LearnFile]] = defaultdict(list)
    for file in files:
        by_name[file.page].append(file)
    return [_article(name, by_name[name], locales, versions, shown, keep=keep) for name in sorted(by_name)]


def _article(
    name: str,
    files: list[LearnFile],
    locales: Mapping[str, str],
    versions: Mapping[Path, Version | str],
    shown: Mapping[str, Path],
    *,
    keep: bool,
) -> Article:
    article = Article(name, files)
    article.versions = {f.path: v for f in files if isinstance(v := versions.get(f.path), Version)}
    source = _proven(article) or _given(article, locales) or _rebuilt(article, shown[SOURCE_LOCALE])
    pages: dict[str, NewPage] = {}
    if source is not None:
        pages[SOURCE_LOCALE] = source
    for file in files:
        locale = locales[file.culture]
        if source is not None and source.file is file and locale == SOURCE_LOCALE:
            continue
        page = NewPage(locale, name, _target(article, file, source, keep=keep), file, file.marked)
        there = pages.setdefault(locale, page)
        if there is not page and (locale != SOURCE_LOCALE or not article.versions):
            article.problems += _conflict(shown[locale] / f"{name}.md", there.file, there.lines, file, page.lines,
                                          _SETTLE_TARGET)  # fmt: skip
    article.pages = list(pages.values())
    return article


def _proven(article: Article) -> NewPage | None:
    """The newest of the true sources of an article. Each translation records its own; an older one shows as stale."""
    best: tuple[int, LearnFile, Version] | None = None
    for file in article.files:
        version = article.versions.get(file.path)
        if version is not None and (best is None or version.time > best[0]):
            best = (version.time, file, version)
    if best is None:
        return None
    _, file, version = best
    return _true(article.name, file, version)


def _true(name: str, file: LearnFile, version: Version) -> NewPage:
    marked = version.raw.startswith(codecs.BOM_UTF8)
    raw = version.raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").encode()
    return NewPage(SOURCE_LOCALE, name, tuple(lines_of(raw)), file, marked)


def _given(article: Article, locales: Mapping[str, str]) -> NewPage | None:
    """A page in the source's own culture that was imported with its translations."""
    file = next((file for file in article.files if locales[file.culture] == SOURCE_LOCALE), None)
    return NewPage(SOURCE_LOCALE, article.name, (*file.front, *file.body), file, file.marked) if file else None


def _rebuilt(article: Article, folder: Path) -> NewPage | None:
    """The source that the bilingual files of an article embed; where they differ, that is a problem."""
    bilingual = [file for file in article.files if file.source is not None]
    if not bilingual:
        return None
    first, *others = bilingual
    assert first.source is not None
    for file in others:
        assert file.source is not None
        article.problems += _conflict(folder / f"{article.name}.md", first, first.source, file, file.source, _SETTLE)
    article.rebuilt = True
    if len({file.culture.partition("-")[0] for file in bilingual}) == 1:  # what two languages share is neither's words
        article.doubts = doubts(first)
    return NewPage(SOURCE_LOCALE, article.name, first.source, first, first.marked)


def _conflict(
    path: Path, first: LearnFile, there: Sequence[LearnLine], file: LearnFile, lines: Sequence[LearnLine], remedy: str
) -> list[Problem]:
    """Two files that give one page, and differ: where they part."""
    at = first_difference([line.text for line in there], [line.text for line in lines]) - 1
    if at == len(there) == len(lines):
        return []
    here, other = (row[at] if at < len(row) else LearnLine("", row[-1].number) for row in (lines, there))
    place = f"{first.path}:{other.number}"
    message = f"gives {path} other text than {place}: {_excerpt(here.text, other.text)}"
    return [Problem(file.path, here.number, message, remedy)]


def _excerpt(here: str, there: str) -> str:
    """Show two lines from shortly before they part."""
    start = max(0, first_difference(here, there) - 21)
    return " instead of ".join(f"`{text[start:][:60]}`" for text in (here, there))


def _target(article: Article, file: LearnFile, source: NewPage | None, *, keep: bool) -> tuple[LearnLine, ...]:
    """A translated page, with a record of the source page it goes with: SHA-256 of its bytes with CRLF line ends.

    That is the source it was translated from. A file whose own is not at hand goes with the source of another if both
    were published with the same hash.
    """
    own = article.versions.get(file.path)
    if own is not None:
        recorded: NewPage | None = _true(article.name, file, own)
    elif source is not None and source.file.published_hash == file.published_hash:
        recorded = source
    else:
        recorded = None
    if recorded is None:
        return (*file.front, *file.body)
    raw = recorded.bytes(keep=keep).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    *front, fence = file.front
    record = fence._replace(text=f"source_hash: {hashlib.sha256(raw).hexdigest()}", end=file.front[0].end)
    return (*front, record, fence, *file.body)


def first_difference(one: Sequence[object], other: Sequence[object]) -> int:
    """Give the number of the first line, from 1, in which two texts differ."""
    pairs = enumerate(zip(one, other, strict=False), start=1)
    return next((number for number, (here, there) in pairs if here != there), min(len(one), len(other)) + 1)
