"""Which files are pages: patterns with `{locale}` and `{page}` against one walk over the folders they name."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pathspec

from facingpages.align.features import LANGUAGES
from facingpages.config import Config, SetupError
from facingpages.site import PageFile, Site

LOCALE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{4})?(?:[-_](?:[a-zA-Z]{2}|\d{3}))?")
SKIPPED_FOLDERS = frozenset((".git", "node_modules", ".venv", "__pycache__", ".hg", ".svn", ".tox", ".mypy_cache"))


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern of the configuration, compiled."""

    text: str
    regex: re.Pattern[str]
    base: str


def discover(config: Config) -> Site:
    """The site that a configuration describes. Raises SetupError when nothing matches."""
    pages = [_compile(text, config) for text in config.pages]
    sources = [_compile(text.replace("{locale}", config.source), config) for text in config.source_pages or config.pages]
    excluded = _spec(config, "exclude")
    source_only = _spec(config, "source_only")
    found: dict[tuple[str, str], PageFile] = {}
    skipped = 0
    bases = sorted({pattern.base for pattern in (*pages, *sources)})
    bases = [base for i, base in enumerate(bases) if not any(base.startswith(other.rstrip("/") + "/") or not other for other in bases[:i])]
    for base in bases:
        for path, file, error in _walk(config.root, base):
            if excluded.match_file(path):
                skipped += 1
                continue
            match = _match(path, pages, sources, config)
            if match is None:
                continue
            locale, name = match
            shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            found.setdefault((locale, name), PageFile(shown, file, name, locale, error))
    locales = config.locales or tuple(sorted({locale for locale, _ in found if locale != config.source}))
    if not any(locale == config.source for locale, _ in found):
        wanted = " or ".join(pattern.text for pattern in sources)
        raise SetupError(f'{_where(config)}: no source page matches "{wanted}" below {config.root.name}/.')
    if not any(locale != config.source for locale, _ in found):
        wanted = " or ".join(pattern.text for pattern in pages)
        raise SetupError(f'{_where(config)}: no translated page matches "{wanted}" below {config.root.name}/.')
    ordered = sorted(found.values(), key=lambda page: page.path)

    def is_source_only(page: PageFile) -> bool:
        return source_only.match_file(page.name + Path(page.path).suffix) or source_only.match_file(page.path)

    def path_of(name: str, locale: str) -> str:
        return config.pages[0].replace("{locale}", locale).replace("{page}", name)

    return Site(config.source, locales, ordered, is_source_only, path_of, skipped)


def _where(config: Config) -> str:
    return config.origin or "facingpages"


def _spec(config: Config, key: str) -> pathspec.PathSpec:  # type: ignore[type-arg]
    patterns: Sequence[str] = getattr(config, key)
    try:
        return pathspec.PathSpec.from_lines("gitwildmatch" if not hasattr(pathspec, "GitIgnoreSpec") else "gitignore", patterns)
    except Exception as error:
        raise SetupError(f"{_where(config)}: {key}: {error}; write patterns as in a .gitignore file.") from None


def _compile(text: str, config: Config) -> _Pattern:
    parts: list[str] = []
    seen: set[str] = set()
    for part in re.split(r"(\{locale\}|\{page\}|\*\*/?|\*)", text):
        if part in ("{locale}", "{page}"):
            name = part[1:-1]
            if name in seen:
                parts.append(f"(?P={name})")
            elif name == "page":
                parts.append("(?P<page>.+)")
            elif config.locales:
                parts.append("(?P<locale>" + "|".join(re.escape(one) for one in (*config.locales, config.source)) + ")")
            else:
                parts.append("(?P<locale>[^/]+)")
            seen.add(name)
        elif part.startswith("**"):
            parts.append("(?:.*/)?" if part.endswith("/") else ".*")
        elif part == "*":
            parts.append("[^/]*")
        else:
            parts.append(re.escape(part))
    head = re.split(r"[{*]", text, maxsplit=1)[0]
    base = head.rsplit("/", 1)[0] if "/" in head else ""
    return _Pattern(text, re.compile("".join(parts)), base)


def _match(path: str, pages: Sequence[_Pattern], sources: Sequence[_Pattern], config: Config) -> tuple[str, str] | None:
    for pattern in pages:
        match = pattern.regex.fullmatch(path)
        if match is None:
            continue
        locale = match.group("locale")
        if locale == config.source:
            if not config.source_pages:
                return locale, match.group("page")
            continue
        if config.locales or is_locale(locale):
            return locale, match.group("page")
    for pattern in sources:
        match = pattern.regex.fullmatch(path)
        if match is not None:
            return config.source, match.group("page")
    return None


def is_locale(name: str) -> bool:
    """Whether a folder or suffix names a locale: a language code, perhaps with a script and a region."""
    return LOCALE.fullmatch(name) is not None and re.split(r"[-_]", name)[0].lower() in LANGUAGES


def _walk(root: Path, base: str) -> Iterator[tuple[str, Path, str]]:
    """Every file below a folder: path relative to the root, the file, and why it can't be read, if it can't.

    Links are followed to files inside the root only, to folders never.
    """
    real_root = os.path.realpath(root)
    stack = [base]
    while stack:
        folder = stack.pop()
        where = os.path.join(root, folder) if folder else str(root)  # noqa: PTH118 - bytes-exact names, many of them
        try:
            entries = sorted(os.scandir(where), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            if folder != base:
                yield folder + "/", Path(where), f"The folder can't be read: {error.strerror}."
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in SKIPPED_FOLDERS:
                    stack.append(path)
                if not path.endswith((".md", ".mdx", ".markdown")):
                    continue
            yield path, Path(entry.path), _fault(entry, real_root)


def _fault(entry: os.DirEntry[str], real_root: str) -> str:
    if entry.is_file(follow_symlinks=False):
        return ""
    if not entry.is_symlink():
        return "This is a folder, not a page." if entry.is_dir() else "This is no ordinary file, so it is not read."
    try:
        target = os.path.realpath(entry.path, strict=True)
    except OSError:
        return "This is a link that leads nowhere."
    if target != real_root and not target.startswith(real_root + os.sep):
        return "This is a link that leads out of the folder, so it is not read."
    return "" if stat.S_ISREG(os.stat(target).st_mode) else "This is a link to something that is no ordinary file."  # noqa: PTH116
