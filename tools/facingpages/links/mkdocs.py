"""How MkDocs publishes: alone, and with mkdocs-static-i18n in its folder and suffix structures.

Links in Markdown are looked up among the files of the language that is being built, and what is not found there is left
as it stands for the browser, as is every address in raw HTML. The tests hold this against real builds.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import pathspec

from facingpages.links.configuration import Languages, MkDocsSettings
from facingpages.links.nearest import Names
from facingpages.links.publication import Answer, join, relative
from facingpages.links.tree import files_below

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# What counts as a locale for static-i18n even where no language is configured for it.
LOCALE = re.compile(r"(^[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?$)|(^[a-z]{2}_[A-Z]{2}$)")
EXCLUDED = (".*", "/templates/")  # MkDocs' own
# Files that the theme and MkDocs write themselves.
WRITTEN = re.compile(
    r"(?:[\w-]+/)?(?:404\.html|sitemap\.xml(?:\.gz)?|search/.*|robots\.txt|objects\.inv|feed_\w+\.\w+|assets/(?:javascripts|stylesheets|images/favicon).*)"
)
MARKDOWN = ("link", "image", "definition")


class MkDocs:
    """One MkDocs site. `root` is the folder that reported paths are relative to."""

    def __init__(self, settings: MkDocsSettings, root: Path) -> None:
        self.settings = settings
        self.rendering = settings.rendering
        self.root = root
        docs = posixpath.relpath(settings.docs.resolve().as_posix(), root.resolve().as_posix())
        self.prefix = "" if docs == "." else f"{docs}/"
        self.languages = settings.languages
        self.files = self._files()
        self.builds: dict[str, dict[str, str]] = {}
        self.published: dict[str, tuple[str, str]] = {}
        built = self.languages.built if self.languages else ("",)
        default = self.languages.default if self.languages else ""
        for language in sorted(built, key=lambda name: name != default):
            build = self.builds[language] = self._build(language)
            for name, url in build.items():
                self.published.setdefault(url, (language, name))
        for name in settings.redirects:
            self.published.setdefault(self._url(self._destination(name)), ("", name))
        self.default = default
        self.names = Names(self.files)
        self.urls = Names(self.published)
        self.writes_pages = settings.writes_pages
        self._out: dict[str, bool] = {}

    def _files(self) -> list[str]:
        spec = pathspec.GitIgnoreSpec.from_lines((*EXCLUDED, *self.settings.excluded))
        names = [name for name in files_below(self.settings.docs, self.root) if not spec.match_file(name)]
        names.sort(
            key=lambda name: (
                name.rpartition("/")[0],
                posixpath.splitext(posixpath.basename(name))[0] not in ("index", "README"),
                name,
            )
        )
        there = {name for name in names if posixpath.basename(name) == "index.md"}
        return [name for name in names if not (name.endswith("README.md") and f"{name[:-9]}index.md" in there)]

    def _destination(self, name: str) -> str:
        if not name.endswith(PAGES):
            return name
        folder, file = posixpath.split(name)
        stem = posixpath.splitext(file)[0]
        stem = "index" if stem == "README" else stem
        if not self.settings.directory_urls or stem == "index":
            return posixpath.join(folder, f"{stem}.html")
        return posixpath.join(folder, stem, "index.html")

    def _url(self, destination: str) -> str:
        if self.settings.directory_urls and posixpath.basename(destination) == "index.html":
            folder = posixpath.dirname(destination)
            return f"{folder}/" if folder else ""
        return destination

    def _build(self, language: str) -> dict[str, str]:
        """Addresses by file, of what one language's build holds."""
        if not self.languages:
            return {name: self._url(self._destination(name)) for name in self.files}
        tell = _in_suffix if self.languages.suffix else _in_folder
        chosen: dict[str, tuple[str, str, str]] = {}
        for name in self.files:
            locale, neutral, localized = tell(name, self.languages)
            own = (
                localized == language
                if name not in chosen and neutral in chosen and not name.endswith(PAGES)
                else locale == language
            )
            if neutral in chosen:
                if own:
                    chosen[neutral] = (name, locale, localized)
            elif locale == language or (self.languages.fallback and locale == self.languages.default):
                chosen[neutral] = (name, locale, localized)
        return {
            name: self._url(self._localized(name, neutral, locale, localized, language))
            for neutral, (name, locale, localized) in chosen.items()
        }

    def _localized(self, name: str, neutral: str, locale: str, localized: str, language: str) -> str:
        """Where a file is written in a language's build."""
        assert self.languages is not None
        default = self.languages.default
        page = name.endswith(PAGES)
        if not page and locale != language:  # a shared or fallen-back asset stays where the default language has it
            language = default
        destination = self._destination(neutral if page else name)
        if self.languages.suffix:
            destination = self._destination(neutral)
            return destination if language == default else f"{language}/{destination}"
        if not page:
            if localized and localized == default and language == default:
                return name[len(localized) + 1 :]
            return name
        return destination if language == default else f"{language}/{destination}"

    def by_folder(self, kind: str, path: str) -> bool:
        """Whether a path is looked up from the page's folder, not from its address."""
        return kind in MARKDOWN and posixpath.splitext(path.rstrip("/"))[1] in PAGES

    def follow(self, page: str, locale: str, kind: str, path: str) -> Answer | None:
        """Where a path leads; see `Publication`."""
        return self._follow(page, locale, kind in MARKDOWN, unquote(path))

    def _follow(self, page: str, locale: str, markdown: bool, path: str) -> Answer | None:
        language = locale if locale in self.builds else self.default
        build = self.builds[language]
        name = page[len(self.prefix) :]
        folder = posixpath.dirname(name)
        wanted, out = join(folder, path.lstrip("/") if self.settings.absolute_to_docs and path[0] == "/" else path)
        wanted = wanted.rstrip("/") or "index.md"
        absolute = path[0] in "/\\"
        if absolute and self.settings.absolute_to_docs:
            wanted, out = join("", path.lstrip("/"))
            wanted = wanted.rstrip("/") or "index.md"
        if markdown and (not absolute or self.settings.absolute_to_docs) and not (out and not wanted):
            found = self._file(wanted, language) if not out or True else None
            if found is not None:
                return self._page(found, wanted, language, folder, name)
        here = build.get(name) or self._url(self._destination(name))
        return self._address(path, here, wanted, language, folder, name, markdown=markdown, out=out)

    def _file(self, wanted: str, language: str) -> str | None:
        """The file that MkDocs finds under a name in a language's build."""
        build = self.builds[language]
        if not self.languages:
            return wanted if wanted in build else None
        default, fallback = self.languages.default, self.languages.fallback
        if self.languages.suffix:
            stem, extension = _split(wanted)
            tries = [f"{stem}.{language}{extension}", f"{stem}.{default}{extension}", wanted]
        elif _below(wanted, language):
            rest = wanted[len(language) + 1 :]
            tries = [wanted, *([f"{default}/{rest}"] if fallback else []), rest]
        elif _below(wanted, default):
            rest = wanted[len(default) + 1 :]
            tries = [wanted, *([f"{language}/{rest}"] if fallback else []), rest]
        else:
            tries = [f"{language}/{wanted}", *([f"{default}/{wanted}"] if fallback else []), wanted]
        return next((name for name in tries if name in build), None)

    def _page(self, found: str, wanted: str, language: str, folder: str, name: str) -> Answer:
        """A file was found; does the way it is written name another language than it leads to?"""
        file = self.prefix + found
        if not self.languages:
            return Answer(file)
        locale, neutral, _ = self._tell(found)
        if not found.endswith(PAGES):
            return Answer(file, locale=language)
        fallback = locale != language
        named = self._named(wanted)
        better = itself = ""
        if named and named != language and found == name:
            itself = self._in(named, neutral, self.builds[language][name])
        elif named and named != language and not fallback:
            better = relative(self._neutral_name(neutral, language, found), folder)
        return Answer(file, locale=language, better=better, itself=itself, fallback=fallback)

    def _in(self, language: str, neutral: str, here: str) -> str:
        """The address of a page in another language, from an address."""
        for name, url in self.builds.get(language, {}).items():
            if self._tell(name)[1] == neutral:
                return relative(url, _folder(here))
        return ""

    def _tell(self, name: str) -> tuple[str, str, str]:
        assert self.languages is not None
        return (_in_suffix if self.languages.suffix else _in_folder)(name, self.languages)

    def _named(self, wanted: str) -> str:
        """The language that a written name names, if any."""
        assert self.languages is not None
        if self.languages.suffix:
            suffix = _split(_split(wanted)[0])[1][1:]
            return suffix if suffix in self.languages.all else ""
        first = wanted.partition("/")[0]
        return first if first in self.languages.all else ""

    def _neutral_name(self, neutral: str, language: str, found: str) -> str:
        """How a page is linked from its own language: in the folder structure by its file, else without suffix."""
        assert self.languages is not None
        return neutral if self.languages.suffix else found

    def _address(
        self, path: str, here: str, wanted: str, language: str, folder: str, name: str, *, markdown: bool, out: bool
    ) -> Answer | None:
        """What a browser does with a path that was left as it stands."""
        if path[0] in "/\\":
            base = self.settings.base
            if path.startswith("//"):
                return None
            if not path.startswith(base) and path.rstrip("/") + "/" != base:
                inside = path.strip("/")
                return Answer(reason="absolute", hint=self._hint(inside, folder, language, markdown=markdown))
            url, climbed = join("", path[len(base) :])
        else:
            url, climbed = join(_folder(here), path)
        if climbed and self.settings.base != "/":
            return Answer(reason="outside", hint=self._hint(wanted, folder, language, markdown=markdown))
        found = self._published(url)
        if found is not None:
            return self._found(found, path, here, language, folder, markdown=markdown)
        if WRITTEN.fullmatch(url) or self._themed(url):
            return Answer(url)
        return self._missing(path, url, wanted, language, folder, name, markdown=markdown, out=out or climbed)

    def _published(self, url: str) -> tuple[str, str] | None:
        found = self.published.get(url)
        if found is None and url.endswith("index.html"):
            found = self.published.get(url[: -len("index.html")])
        if found is None and not url.endswith("/"):
            found = self.published.get(f"{url}/")
        if found is None and not self.settings.directory_urls and (url.endswith("/") or not url):
            found = self.published.get(f"{url}index.html")
        return found

    def _found(
        self, found: tuple[str, str], path: str, here: str, language: str, folder: str, *, markdown: bool
    ) -> Answer:
        other, name = found
        file = self.prefix + name
        if not self.languages or not name.endswith(PAGES) or not other:
            return Answer(file, locale=other)
        locale, neutral, _ = self._tell(name)
        absolute = path[0] == "/"
        if other == language:
            own = self._write(name, here, folder, markdown=markdown) if absolute and language != self.default else ""
            return Answer(file, locale=language, own=own, fallback=locale != language)
        mine = next((mine for mine in self.builds[language] if self._tell(mine)[:2] == (language, neutral)), "")
        better = self._write(mine, here, folder, markdown=markdown) if mine else ""
        return Answer(file, locale=other, better=better)

    def _write(self, name: str, here: str, folder: str, *, markdown: bool) -> str:
        """How to link a file from a page: by its name in Markdown, by its address in raw HTML."""
        if markdown:
            return relative(self._tell(name)[1] if self.languages and self.languages.suffix else name, folder)
        for build in self.builds.values():
            if name in build:
                return relative(build[name] or "", _folder(here))
        return name

    def _missing(
        self, path: str, url: str, wanted: str, language: str, folder: str, name: str, *, markdown: bool, out: bool
    ) -> Answer:
        hint = self._hint(wanted, folder, language, markdown=markdown)
        if out and path[0] != "/":
            return Answer(reason="outside", hint=hint)
        if self.languages and markdown and path[0] != "/":
            named = self._named(wanted)
            if named and named != language:
                if self._tell(wanted)[1] == self._tell(name)[1]:
                    here = self.builds[language].get(name, "")
                    return Answer(reason="sister", hint=self._in(named, self._tell(name)[1], here), locale=named)
                rest = wanted[len(named) + 1 :]
                mine = self._file(f"{language}/{rest}", language) if not self.languages.suffix else None
                if mine is not None:
                    return Answer(reason="language", hint=relative(mine, folder), locale=named)
        if (
            not markdown
            and (wanted in self.builds[language] or self._file(wanted, language))
            and wanted.endswith(PAGES)
        ):
            found = self._file(wanted, language) or wanted
            return Answer(
                reason="raw",
                hint=self._write(found, self.builds[language].get(self._here(folder), ""), folder, markdown=False),
            )
        if case := self._other_case(wanted, url, language, folder, markdown=markdown):
            return Answer(reason="case" if case[0] else "form", hint=case[1])
        if wanted in self._everything:
            return Answer(reason="unpublished", hint=hint)
        return Answer(reason="missing", hint=hint)

    def _here(self, folder: str) -> str:
        return posixpath.join(folder, "index.md")

    @property
    def _everything(self) -> frozenset[str]:
        found = self.__dict__.get("_all")
        if found is None:
            found = self.__dict__["_all"] = frozenset(files_below(self.settings.docs, self.root))
        return found

    def _other_case(
        self, wanted: str, url: str, language: str, folder: str, *, markdown: bool
    ) -> tuple[bool, str] | None:
        tries = [wanted]
        if self.languages and not self.languages.suffix:
            tries += [f"{language}/{wanted}", f"{self.default}/{wanted[len(language) + 1 :]}"]
        for name in tries:
            if found := self.names.other_case(name):
                same = unicodedata.normalize("NFC", found) != unicodedata.normalize("NFC", name)
                return same, relative(found, folder)
        if found := self.urls.other_case(url) or self.urls.other_case(f"{url}/"):
            same = unicodedata.normalize("NFC", found) != unicodedata.normalize("NFC", url)
            return same, relative(self.published[found][1], folder) if markdown else f"{self.settings.base}{found}"
        return None

    def _hint(self, wanted: str, folder: str, language: str, *, markdown: bool) -> str:
        """What was most likely meant, as it should be written."""
        build = self.builds[language]
        names = self.__dict__.setdefault("_names", {})
        if language not in names:
            names[language] = Names(build)
        found = names[language].nearest(wanted)
        if not found and self.languages and not self.languages.suffix and _below(wanted, language):
            found = names[language].nearest(f"{self.default}/{wanted[len(language) + 1 :]}")
        if not found:
            return ""
        return relative(found, folder) if markdown else f"{self.settings.base}{build[found]}"

    def _themed(self, url: str) -> bool:
        theme = self.settings.theme
        if theme is None or not url:
            return False
        if url not in self._out:
            self._out[url] = (theme / url).is_file()
        return self._out[url]

    def own_path(self, address: str) -> str | None:
        """The path of an address of this very site."""
        host = self.settings.host
        if not host:
            return None
        rest = address.partition("//")[2]
        name, slash, path = rest.partition("/")
        if name.lower() != host:
            return None
        path = f"{slash}{path}" or "/"
        return path if path.startswith(self.settings.base) else None

    def exists(self, file: str) -> bool:
        """Whether a file of the site's folder exists."""
        return file.startswith(self.prefix) and file[len(self.prefix) :] in self._everything

    def snippet(self, name: str) -> str | None:
        """The file of a snippet: its section and lines, which follow colons, are no part of the name."""
        if "://" in name:
            return None
        file = re.sub(r"(?<!^):[\w:,-]*$", "", name)
        for folder in self.settings.snippets:
            for candidate in (file, name):
                path = folder / candidate
                if path.is_file():
                    try:
                        return path.resolve().relative_to(self.root.resolve()).as_posix()
                    except ValueError:
                        return None
        return ""

    def pages(self) -> Iterable[str]:
        """All pages."""
        return [self.prefix + name for name in self.files if name.endswith(PAGES)]


def _in_folder(name: str, languages: Languages) -> tuple[str, str, str]:
    """Locale, name without locale, and the locale it is filed under ("" where it is filed under none)."""
    first, slash, rest = name.partition("/")
    if slash and (first in languages.all or LOCALE.match(first)):
        return first, rest, first
    return languages.default, name, ""


def _in_suffix(name: str, languages: Languages) -> tuple[str, str, str]:
    folder, file = posixpath.split(name)
    stem, extension = posixpath.splitext(file)
    inner, dot, locale = stem.rpartition(".")
    if dot and inner and (locale in languages.all or LOCALE.match(locale)):
        return locale, posixpath.join(folder, f"{inner}{extension}"), locale
    return languages.default, name, ""


def _folder(address: str) -> str:
    """The folder that a browser sees addresses from, without the last slash."""
    return address.rpartition("/")[0]


def _below(name: str, folder: str) -> bool:
    return name == folder or name.startswith(f"{folder}/")


def _split(name: str) -> tuple[str, str]:
    suffix = PurePosixPath(name).suffix
    return (name[: -len(suffix)], suffix) if suffix else (name, "")
