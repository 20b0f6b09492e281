"""Where links lead in a site that MkDocs builds.

A link in Markdown is looked up among the files of the language that is being built. What is not found there, and every
address in raw HTML, is left as it stands for the browser to follow.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote

from facingpages.generators.mkdocs.builds import PAGES, Builds
from facingpages.generators.mkdocs.settings import MkDocsSettings
from facingpages.generators.publication import MARKDOWN, Lead, OfOneTree, join, relative
from facingpages.late import late
from facingpages.nearest import Names
from facingpages.site.opener import is_file, real, root_of
from facingpages.tuples import NamedTuple

# Files that the theme and MkDocs write themselves.
WRITTEN = late(
    r"(?:404\.html|sitemap\.xml(?:\.gz)?|search/.+\.\w+|robots\.txt|objects\.inv|feed_\w+\.\w+"
    r"|assets/(?:javascripts|stylesheets|images/favicon).*)"
)


class Spot(NamedTuple):
    """Where a link stands: its page's file, that file's folder, its address, the language that is built."""

    name: str
    folder: str
    address: str
    language: str
    markdown: bool


class MkDocs(OfOneTree):
    """One MkDocs site. `root`: what reported paths are relative to; `checked`: the pages that are checked."""

    def __init__(self, settings: MkDocsSettings, root: Path, checked: Iterable[str] = ()) -> None:
        self.checked = frozenset(checked)
        self.settings = settings
        self.known, self.learns = True, False
        self.rendering = settings.rendering
        self.described = settings.rendering.python
        self.writes_pages = settings.writes_pages
        self.root = root
        docs = posixpath.relpath(real(settings.docs).as_posix(), real(root).as_posix())
        self.prefix = "" if docs == "." else f"{docs}/"
        self.builds = Builds(settings, root)
        self.names = Names(self.builds.files)
        self.addresses = Names(self.builds.published)
        self.in_folders = settings.languages is not None and not settings.languages.suffix
        self._own = _Own(self.prefix)
        self._guesses = {language: Names(build) for language, build in self.builds.by_language.items()}

    def by_folder(self, kind: str, path: str) -> bool:
        """Whether where a path leads depends on the page's folder only; see `Publication`."""
        return kind in MARKDOWN and path.endswith(PAGES)

    def follow(self, page: str, locale: str, kind: str, path: str) -> Lead | None:
        """Where a path leads; see `Publication`."""
        path = unquote(path)
        if path.startswith("\\"):
            path = path.replace("\\", "/")  # as browsers do
        language = locale if locale in self.builds.by_language else self.builds.default
        name = page[len(self.prefix) :]
        address = self.builds.by_language[language].get(name)
        if address is None:
            address = self.builds.address(name)
        spot = Spot(name, name.rpartition("/")[0], address, language, kind in MARKDOWN)
        absolute = path[0] in "/\\"
        from_docs = absolute and self.settings.absolute_to_docs
        wanted, out = join("" if from_docs else spot.folder, path.lstrip("/"))
        wanted = wanted.rstrip("/") or "index.md"
        if spot.markdown and not out and (from_docs or not absolute):
            found = self.builds.file(wanted, language)
            if found is not None:
                return self._file(found, wanted, spot)
        if absolute:
            return self._absolute(path, wanted, spot)
        there, climbed = join(spot.address.rpartition("/")[0], path)
        if climbed and self.settings.base != "/":
            return Lead(reason="outside", hint=self._hint(wanted, spot))
        # Raw HTML is seen from the address, which may lie deeper than the file.
        return self._address(there, wanted, spot, absolute=False, out=(out and spot.markdown) or climbed)

    def _file(self, found: str, wanted: str, spot: Spot) -> Lead:
        """A file was found; does the way it is written name another language than it leads to?"""
        if found == wanted and self.in_folders and found.startswith(f"{spot.language}/"):
            return self._own[found]  # nearly all links
        filed = self.builds.tell(found)
        named = self.builds.named(wanted)
        borrowed = filed.locale != spot.language and found.endswith(PAGES)
        better = itself = ""
        if named and named != spot.language and not borrowed and found.endswith(PAGES):
            if found == spot.name:
                itself = self._sister(filed.neutral, named, spot)
            else:
                better = self._written(found, spot)
        return Lead(self.prefix + found, locale=spot.language, better=better, itself=itself, fallback=borrowed)

    def _absolute(self, path: str, wanted: str, spot: Spot) -> Lead | None:
        base = self.settings.base
        if path.startswith("//"):
            return None
        if not path.startswith(base) and f"{path}/" != base:
            return Lead(reason="absolute", hint=self._hint(path.strip("/"), spot))
        return self._address(join("", path[len(base) :])[0], wanted, spot, absolute=True, out=False)

    def _address(self, there: str, wanted: str, spot: Spot, *, absolute: bool, out: bool) -> Lead:
        """What a browser finds at an address."""
        found = self.builds.at(there)
        if found is None:
            if WRITTEN.fullmatch(there) or self._themed(there):
                return Lead(there)
            return self._nothing(there, wanted, spot, absolute=absolute, out=out)
        language, name = found
        filed = self.builds.tell(name)
        file = self.prefix + name
        if not self.builds.languages or not language or not name.endswith(PAGES):
            return Lead(file, locale=language)
        if language == spot.language:
            own = self._written(name, spot) if absolute and language != self.builds.default else ""
            return Lead(file, locale=language, own=own, fallback=filed.locale != language)
        mine = self.builds.sister(filed.neutral, spot.language)
        return Lead(file, locale=language, better=self._written(mine, spot) if mine else "")

    def _nothing(self, there: str, wanted: str, spot: Spot, *, absolute: bool, out: bool) -> Lead:
        """Why there is nothing at an address, and what was meant."""
        if out:
            return Lead(reason="outside", hint=self._hint(wanted, spot))
        named = self.builds.named(wanted)
        if spot.markdown and not absolute and named and named != spot.language:
            filed = self.builds.tell(wanted)
            if filed.neutral == self.builds.tell(spot.name).neutral:
                return Lead(reason="sister", hint=self._sister(filed.neutral, named, spot), locale=named)
            if mine := self.builds.sister(filed.neutral, spot.language):
                return Lead(reason="language", hint=self._written(mine, spot), locale=named)
        if not spot.markdown and not absolute:
            found = self.builds.file(wanted, spot.language)
            if found is not None and found.endswith(PAGES):
                return Lead(reason="raw", hint=self._written(found, spot))
        tries = [wanted]
        if self.builds.languages and not self.builds.languages.suffix:
            tries += [f"{spot.language}/{wanted}", self._in_default(wanted, spot)]
        for name in tries:
            if other := self.names.other_case(name):
                return Lead(reason=_difference(other, name), hint=self._written(other, spot))
        if other := self.addresses.other_case(there) or self.addresses.other_case(f"{there}/"):
            return Lead(reason=_difference(other, there), hint=self._written(self.builds.published[other][1], spot))
        left_out = wanted in self.builds.everything and wanted not in self.builds.listed
        reason = "unpublished" if left_out else "missing"
        return Lead(reason=reason, hint=self._hint(wanted, spot))

    def _in_default(self, wanted: str, spot: Spot) -> str:
        rest = wanted.removeprefix(f"{spot.language}/")
        return f"{self.builds.default}/{rest}"

    def _hint(self, wanted: str, spot: Spot) -> str:
        """What was most likely meant, as it should be written."""
        guesses = self._guesses[spot.language]
        found = guesses.nearest(wanted)
        if not found and self.builds.languages and not self.builds.languages.suffix:
            found = guesses.nearest(self._in_default(wanted, spot))
        return self._written(found, spot) if found else ""

    def _written(self, name: str, spot: Spot) -> str:
        """How to link a file from a page: by its name in Markdown, by its address in raw HTML."""
        if spot.markdown:
            suffix = self.builds.languages is not None and self.builds.languages.suffix
            return relative(self.builds.tell(name).neutral if suffix else name, spot.folder)
        for language in (spot.language, *self.builds.by_language):
            address = self.builds.by_language[language].get(name)
            if address is not None:
                return relative(address, spot.address.rpartition("/")[0])
        return name

    def _sister(self, neutral: str, language: str, spot: Spot) -> str:
        """The address of a page in another language."""
        name = self.builds.sister(neutral, language)
        address = self.builds.by_language.get(language, {}).get(name)
        return relative(address, spot.address.rpartition("/")[0]) if address is not None else ""

    def _themed(self, there: str) -> bool:
        theme = self.settings.theme
        return theme is not None and bool(there) and self._is_file(theme / there)

    def _is_file(self, path: Path) -> bool:
        return is_file(path, root_of(self.root))

    def borrowed_by(self, page: str) -> tuple[str, ...]:
        """The locales whose build has a page in the source's words; see `Publication`."""
        name = page[len(self.prefix) :]
        locale = self.builds.tell(name).locale
        return tuple(one for one, build in self.builds.by_language.items() if one != locale and name in build)

    def learn(self, front: Mapping[str, Mapping[str, str]]) -> None:
        """Front matter says nothing of addresses here; see `Publication`."""

    def named(self, target: str) -> None:  # noqa: ARG002
        """There is no tongue but Markdown; see `Publication`."""
        return

    def own_path(self, address: str) -> str | None:
        """The path of an address of this very site; see `Publication`."""
        name, slash, path = address.partition("//")[2].partition("/")
        path = slash + path or "/"
        ours = bool(name) and name.lower() == self.settings.host and path.startswith(self.settings.base)
        return path if ours else None

    def snippet(self, name: str) -> str | None:
        """The file of a snippet; the section or lines behind a colon are no part of its name."""
        if "://" in name:
            return None
        for folder in self.settings.snippets:
            for candidate in (re.sub(r":[\w:,-]*$", "", name), name):
                path = folder / candidate
                if self._is_file(path):
                    try:
                        return real(path).relative_to(real(self.root)).as_posix()
                    except ValueError:
                        return None
        return ""


class _Own(dict[str, Lead]):
    """The answer for a file in the folder of the page's own language."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix

    def __missing__(self, name: str) -> Lead:
        answer = self[name] = Lead(self.prefix + name, locale=name.partition("/")[0])
        return answer


def _difference(one: str, other: str) -> str:
    """Whether two names that fold to the same differ in case or only in Unicode normal form."""
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    return "form" if same else "case"
