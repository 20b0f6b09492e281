"""The check of a published site: its findings, at their places in the HTML or in the Markdown they come from."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from facingpages.document import Document
from facingpages.finding import Finding, Related
from facingpages.published.html import read_html
from facingpages.published.indexes import redirects, sitemaps
from facingpages.published.metadata import Flaw, metadata_flaws
from facingpages.published.pages import MAX_BYTES, PublishedPage, read_site, read_styles
from facingpages.published.paths import Destination, Files
from facingpages.published.places import WrittenPlaces
from facingpages.read import decode
from facingpages.rules import published as rules
from facingpages.rules.base import shorten
from facingpages.rules.page import UNREADABLE
from facingpages.site.below import files_below
from facingpages.site.opener import read

ENTITIES = re.compile(rb"""=\s*["']?([^"'<>]*&[^"'<>]*)""")
MANY = 3  # pages that lack the same thing, for no reason in their Markdown, before it is told once for all


class WrittenAt(NamedTuple):
    """Where in Markdown an address of a published page was written: the page's text, and a byte range."""

    document: Document
    start: int
    end: int


Trace = Callable[[str, str, bool], Sequence[WrittenAt]]


def check_site(
    root: Path, *, shown: str = "", address: str = "", jobs: int = 1, trace: Trace | None = None
) -> Iterator[Finding]:
    """What is wrong with the site in a folder.

    `shown` is how the folder is called in reports. `address` is where it is published, by default what the home page's
    canonical address says. `trace` finds all places in Markdown of an address on a page (its file, the address,
    whether it is shown).
    """
    root = Path(os.path.realpath(root))
    host, base = _published(root, address)
    files = Files(files_below(root, root), host, base)
    pages = {page.name: page for page in read_site(root, files, jobs)}
    placed = Placed(root, shown.rstrip("/"), trace)
    styles = {page.name: page for page in read_styles(root, files)}
    for group in _dead({**pages, **styles}, files):
        yield from placed.group(group)
    for fault in (*metadata_flaws(pages, files), *sitemaps(root, pages, files), *redirects(root, files)):
        yield placed.finding(fault)


def _published(root: Path, address: str) -> tuple[str, str]:
    """Host and base path of a site."""
    if not address:
        try:
            canonicals = read_html(read(root / "index.html", root, MAX_BYTES)).canonicals
        except OSError:
            canonicals = ()
        address = next((one for one in canonicals if "//" in one), "")
    host, _, path = address.rpartition("//")[2].partition("/")
    path = path.split("#")[0].split("?")[0].removesuffix("index.html").strip("/")
    return host, f"/{path}/" if path else "/"


def _dead(pages: Mapping[str, PublishedPage], files: Files) -> Iterable[list[Flaw]]:
    """Dead links, pictures and fragments, repeated ids: grouped by what is missing."""
    groups: dict[tuple[str, str, str], list[Flaw]] = {}

    def add(fault: Flaw, *what: str) -> None:
        groups.setdefault((fault.rule.id, what[0], what[-1]), []).append(fault)

    for page in pages.values():
        if page.error:
            add(Flaw(UNREADABLE, page.name, "", "page", {"problem": page.error}), page.name)
        for address, target, is_shown in sorted(page.dead):
            add(_nothing(page.name, address, target, is_shown, files), target.wanted)
        for (file, fragment), addresses in sorted(page.fragments.items()):
            there = pages.get(file)
            if there is None or fragment in there.ids or there.error:
                continue
            plain = unquote(fragment).partition(":~:")[0]
            if plain not in there.ids and plain.lower() not in ("", "top"):
                for address in sorted(addresses):
                    fault = Flaw(rules.ANCHOR_DEAD, page.name, address, "missing", {"id": plain, "page": file})
                    add(fault, file, plain)
        for address in sorted(page.lost):
            values = {"id": address[1:], "page": page.name}
            add(Flaw(rules.ANCHOR_DEAD, page.name, address, "missing", values), page.name, address)
        for identifier in page.repeated:
            fault = Flaw(rules.ID_DUPLICATE, page.name, identifier, "twice", {"id": identifier})
            add(fault, identifier)
    return groups.values()


def _nothing(page: str, address: str, target: Destination, is_shown: bool, files: Files) -> Flaw:
    """The fault of an address that leads to nothing."""
    values = {"address": shorten(address, 120)}
    if target.reason == "local":
        return Flaw(rules.OUTSIDE, page, address, "local", values)
    if target.reason == "outside":
        return Flaw(rules.OUTSIDE, page, address, "leaves", values)
    hint = files.hint(target.wanted)
    values |= {"wanted": f"{files.base}{target.wanted}", "hint": hint}
    message = "case" if target.reason == "case" else "missing"
    rule = rules.ASSET_DEAD if is_shown else rules.LINK_DEAD
    return Flaw(rule, page, address, message + (" perhaps" if hint else ""), values)


class Placed:
    """Puts faults at their places: reads a page again for each fault on it, keeping the last one read."""

    def __init__(self, root: Path, shown: str, trace: Trace | None) -> None:
        self.root = root
        self.shown = shown
        self.trace = trace
        self.last: Document | None = None
        self.places: WrittenPlaces | None = None  # those of the last page, once they are asked for
        self.at = 0  # where the last fault on it stood: the next one most likely stands further on

    def group(self, faults: Sequence[Flaw]) -> Iterator[Finding]:
        """The findings of faults that lack the same thing: at each place in Markdown, or once where a template has it.

        A fault that no Markdown has is told at each place of its page.
        """
        left: list[Flaw] = []
        for at, fault in enumerate(faults):
            origins = self._origins(fault) if at < MANY or len(left) < MANY else ()
            if not origins:
                left.append(fault)
            for origin, place in zip_longest(origins, self._ranges(fault)[: len(origins)]):
                if origin is not None:
                    yield self.finding(fault, place, origin)
        if len({fault.page for fault in left}) > MANY:
            values = {**left[0].values, "count": str(len({fault.page for fault in left}))}
            yield self.finding(left[0]._replace(message=left[0].message + " pages", values=values))
            return
        for fault in left:
            for place in (*self._ranges(fault),) or (None,):
                yield self.finding(fault, place)

    def _origins(self, fault: Flaw) -> Sequence[WrittenAt]:
        if self.trace is None or fault.rule is rules.ID_DUPLICATE or not fault.mark:
            return ()
        return self.trace(fault.page, fault.mark, fault.rule is rules.ASSET_DEAD)

    def _ranges(self, fault: Flaw) -> list[tuple[int, int]]:
        """The byte ranges of the page in which a fault stands; of an id those that repeat it."""
        if not fault.mark or not fault.page.endswith((".html", ".htm")):
            return []
        document = self._document(fault.page)
        if self.places is None:
            try:
                self.places = WrittenPlaces(document.raw)
            except (AssertionError, ValueError, RecursionError):  # of what no browser minds
                return []
        return self.places.ids(fault.mark)[1:2] if fault.rule is rules.ID_DUPLICATE else self.places.of(fault.mark)

    def finding(self, fault: Flaw, where: tuple[int, int] | None = None, origin: WrittenAt | None = None) -> Finding:
        """The finding of a fault: at its origin, if that is known, else in the HTML."""
        document = self._document(fault.page)
        start, end = where or _where(document.raw, fault, self.at)
        self.at = start
        place = document.place(start, end)
        snippet = shorten(document.line_text(start), 160) if start != end else ""
        locale = ""
        related: tuple[Related, ...] = ()
        page = fault.page
        if origin is not None:
            source = origin.document
            related = (Related(place, fault.rule.origin),)
            place, snippet = source.place(origin.start, origin.end), source.line_text(origin.start)
            locale, page = source.locale, source.page
        return fault.rule.finding(
            fault.message, place, locale, dict(fault.values), related=related, snippet=snippet, content=fault.mark,
            page=page,
        )  # fmt: skip

    def _document(self, name: str) -> Document:
        path = f"{self.shown}/{name}".lstrip("/")
        if self.last is None or self.last.path != path:
            try:
                raw = read(self.root / name, self.root, MAX_BYTES)
            except OSError:
                raw = b""
            self.last, self.at, self.places = Document(path, decode(raw, []), "commonmark"), 0, None
        return self.last


def _where(raw: bytes, fault: Flaw, near: int = 0) -> tuple[int, int]:
    """The byte range in a file where a fault's mark stands: the attribute's value, the second of two equal ids."""
    if not fault.mark:
        return 0, 0
    marks = dict.fromkeys((fault.mark, html.escape(fault.mark), fault.mark.replace("&", "&amp;")))
    for mark in marks:
        if fault.rule in (rules.SITEMAP, rules.REDIRECT):  # files that name very many; their text is no attribute
            at = raw.find(mark.encode(), near)
            at = at if at >= 0 else raw.find(mark.encode(), 0, near)
            if at >= 0:
                return at, at + len(mark.encode())
            continue
        text = re.escape(mark.encode())
        if fault.rule is rules.ID_DUPLICATE:
            found = list(re.finditer(rb"\bid\s*=\s*[\"']?" + text + rb"(?=[\"'\s>])", raw, re.I))
            if len(found) > 1:
                return found[1].start(), found[1].end()
        match = re.search(rb"=\s*[\"']?\s*(" + text + rb")(?=[\"'\s>,])", raw) or re.search(rb"(" + text + rb")", raw)
        if match is not None:
            return match.start(1), match.end(1)
    for match in ENTITIES.finditer(raw):  # written with other entities
        if html.unescape(match.group(1).decode("utf-8", "replace")) == fault.mark:
            return match.start(1), match.end(1)
    return 0, 0
