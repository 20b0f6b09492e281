"""What MkDocs builds: which files, in which languages, at which addresses. The tests hold this against real builds.

mkdocs-static-i18n builds once per language. In its folder structure `docs/lv/` is Latvian and what lies in no
language's folder belongs to all; in its suffix structure `page.lv.md` is. What a language lacks it takes from the
default one.
"""

from __future__ import annotations

import posixpath
from functools import cached_property
from pathlib import Path, PurePosixPath

from facingpages.generators.mkdocs.settings import MkDocsSettings
from facingpages.late import late
from facingpages.site.below import files_below
from facingpages.site.opener import root_of
from facingpages.tuples import NamedTuple

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
EXCLUDED = (".*", "/templates/")  # MkDocs' own
# What static-i18n takes for a locale even where no language is configured for it.
LOCALE = late(r"(^[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?$)|(^[a-z]{2}_[A-Z]{2}$)")


class Filed(NamedTuple):
    """A file's locale, its name without that, and the locale that its name names ("" for none)."""

    locale: str
    neutral: str
    named: str


class Builds:
    """The builds of one MkDocs site, by language; a site without languages has one, called "".

    `by_language` holds the addresses of each build's files, `published` what lies at each address: language and file.
    Addresses have no leading slash; the home page's is empty.
    """

    def __init__(self, settings: MkDocsSettings, root: Path) -> None:
        self.settings = settings
        self.languages = settings.languages
        self.root = root
        self.files = self._files()
        self.default = self.languages.default if self.languages else ""
        built = self.languages.built if self.languages else ("",)
        self.by_language: dict[str, dict[str, str]] = {}
        self.published: dict[str, tuple[str, str]] = {}
        for language in sorted(built, key=lambda one: one != self.default):
            build = self.by_language[language] = self._build(language)
            for name, address in build.items():
                self.published.setdefault(address, (language, name))
        for name in settings.redirects:
            self.published.setdefault(self.address(name), ("", name))

    @cached_property
    def everything(self) -> frozenset[str]:
        """All files below the docs folder, those that are left out, too."""
        return frozenset(files_below(self.settings.docs, root_of(self.root)))

    @cached_property
    def listed(self) -> frozenset[str]:
        """The files that are built."""
        return frozenset(self.files)

    def _files(self) -> list[str]:
        from facingpages.ignored import as_git_ignores  # loaded for a site of this generator only

        try:
            spec = as_git_ignores((*EXCLUDED, *self.settings.excluded))
        except ValueError:  # MkDocs would refuse it
            spec = as_git_ignores(EXCLUDED)
        names = [name for name in self.everything if not spec.match_file(name)]
        names.sort(key=lambda name: (posixpath.dirname(name), not _is_index(name), name))
        beside = {posixpath.dirname(name) for name in names if posixpath.basename(name) == "index.md"}
        return [name for name in names if not (_is_readme(name) and posixpath.dirname(name) in beside)]

    def address(self, name: str) -> str:
        """Where a file is published that belongs to no language."""
        if not name.endswith(PAGES):
            return name
        folder, file = posixpath.split(name)
        stem = "index" if _is_index(file) else posixpath.splitext(file)[0]
        if not self.settings.directory_urls:
            return posixpath.join(folder, f"{stem}.html")
        address = folder if stem == "index" else posixpath.join(folder, stem)
        return f"{address}/" if address else ""

    def tell(self, name: str) -> Filed:
        """What a file's name says of its language."""
        if not self.languages:
            return Filed("", name, "")
        if not self.languages.suffix:
            first, slash, rest = name.partition("/")
            if slash and self._is_locale(first):
                return Filed(first, rest, first)
            return Filed(self.languages.default, name, "")
        folder, file = posixpath.split(name)
        stem, extension = posixpath.splitext(file)
        inner, dot, last = stem.rpartition(".")
        if dot and inner and self._is_locale(last):
            return Filed(last, posixpath.join(folder, inner + extension), last)
        return Filed(self.languages.default, name, "")

    def _is_locale(self, word: str) -> bool:
        assert self.languages is not None
        return word in self.languages.all or LOCALE.match(word) is not None

    def _build(self, language: str) -> dict[str, str]:
        chosen: dict[str, tuple[str, Filed]] = {}
        for name in self.files:
            filed = self.tell(name)
            if filed.neutral not in chosen:
                wanted = filed.locale == language or (self._falls_back and filed.locale == self.default)
            elif name.endswith(PAGES):
                wanted = filed.locale == language
            else:
                wanted = filed.named == language
            if wanted:
                chosen[filed.neutral] = (name, filed)
        return {name: self._localized(name, filed, language) for name, filed in chosen.values()}

    @property
    def _falls_back(self) -> bool:
        return self.languages is not None and self.languages.fallback

    def _localized(self, name: str, filed: Filed, language: str) -> str:
        """Where a file is published in a language's build."""
        page = name.endswith(PAGES)
        if not page and filed.locale != language:  # a borrowed asset stays where the default language has it
            language = self.default
        if not page and self.languages and not self.languages.suffix:
            return filed.neutral if filed.named == language == self.default else name
        address = self.address(filed.neutral)
        return address if language == self.default else f"{language}/{address}"

    def would_be(self, name: str, language: str) -> str:
        """Where a file would be published in a language's build, one that is left out as well."""
        return self._localized(name, self.tell(name), language)

    def file(self, wanted: str, language: str) -> str | None:
        """The file that a link finds in a language's build, by its name from the docs folder."""
        build = self.by_language[language]
        if wanted in build and (not self.languages or not self.languages.suffix) and _below(wanted, language):
            return wanted
        for name in self._tries(wanted, language):
            if name in build:
                return name
        return None

    def _tries(self, wanted: str, language: str) -> list[str]:
        if not self.languages:
            return [wanted]
        if self.languages.suffix:
            stem, extension = _split(wanted)
            return [f"{stem}.{language}{extension}", f"{stem}.{self.default}{extension}", wanted]
        own, borrowed = language, self.default
        if not _below(wanted, language) and _below(wanted, self.default):
            own, borrowed = self.default, language
        if _below(wanted, own):
            rest = wanted[len(own) + 1 :]
            return [wanted, *([f"{borrowed}/{rest}"] if self._falls_back else []), rest]
        return [f"{language}/{wanted}", *([f"{self.default}/{wanted}"] if self._falls_back else []), wanted]

    def named(self, wanted: str) -> str:
        """The language that a link's name names, "" for none."""
        if not self.languages:
            return ""
        name = _split(_split(wanted)[0])[1][1:] if self.languages.suffix else wanted.partition("/")[0]
        return name if name in self.languages.all else ""

    def at(self, address: str) -> tuple[str, str] | None:
        """Language and file of what lies at an address, as a web server finds it."""
        found = self.published.get(address)
        if found is None and address.endswith("index.html") and self.settings.directory_urls:
            found = self.published.get(address.removesuffix("index.html"))
        if found is None and not address.endswith("/") and self.settings.directory_urls:
            found = self.published.get(f"{address}/")
        if found is None and not self.settings.directory_urls:
            found = self.published.get(posixpath.join(address, "index.html"))
        return found

    def sister(self, neutral: str, language: str) -> str:
        """The file of a page in a language, "" where it has none of its own."""
        for name in self.by_language.get(language, {}):
            filed = self.tell(name)
            if filed.locale == language and filed.neutral == neutral:
                return name
        return ""


def _is_index(name: str) -> bool:
    return posixpath.splitext(posixpath.basename(name))[0] in ("index", "README")


def _is_readme(name: str) -> bool:
    return posixpath.basename(name) == "README.md"


def _below(name: str, folder: str) -> bool:
    return name == folder or name.startswith(f"{folder}/")


def _split(name: str) -> tuple[str, str]:
    suffix = PurePosixPath(name).suffix
    return (name[: -len(suffix)], suffix) if suffix else (name, "")
