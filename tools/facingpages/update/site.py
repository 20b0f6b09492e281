"""The translations of a site beside their sources as these are now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from facingpages.config import Config, SetupError
from facingpages.engine import Plan, Store
from facingpages.engine.learn import begin
from facingpages.refine import within
from facingpages.revision import reader, revision
from facingpages.site import PageFile, Site
from facingpages.site.opener import root_of
from facingpages.update.base import NONE, SourceBase, Versions, inferred, recorded, stamp
from facingpages.update.behind import SourceTexts
from facingpages.update.page import Updated, update
from facingpages.update.records import Records, load


@dataclass(frozen=True, slots=True)
class Selection:
    """Which pages, by path and locale, and what their base is: recorded, inferred, a commit, or what can be had."""

    paths: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    base: str = ""

    def holds(self, source: PageFile, page: PageFile) -> bool:
        """Whether a translation is wanted."""
        named = any(within(one.path, path) for path in self.paths for one in (source, page))
        return (not self.locales or page.locale in self.locales) and (not self.paths or named)


@dataclass(frozen=True, slots=True)
class Page:
    """A translation, its bytes as they are, and what becomes of it."""

    source: PageFile
    page: PageFile
    raw: bytes
    now: bytes
    updated: Updated


def records_of(config: Config, site: Site) -> dict[str, Records]:
    """What is recorded of each locale. Raises SetupError."""
    return {locale: load(config.root, locale) for locale in site.locales}


def pages(
    config: Config, site: Site, records: dict[str, Records], wanted: Selection, step: Callable[[str], None]
) -> Iterator[Page]:
    """Every wanted translation that can be read and has a source. Raises SetupError."""
    plan = Plan(site, config)
    begin(plan, Store.of_user(root_of(config.root)))
    bases = _Bases(config, records, wanted.base)
    for source in site.sources:
        translations = [site.translation(source.name, locale) for locale in site.locales]
        chosen = [page for page in translations if page is not None and wanted.holds(source, page)]
        now = _bytes(source) if chosen else None
        if now is None:
            continue
        versions = Versions(source.file, source.root or root_of(config.root), now)
        dialect = config.at(source.path).dialect
        texts = SourceTexts(versions, dialect)
        for page in chosen:
            raw = _bytes(page)
            if raw is None:
                continue
            own = stamp(raw)
            base = bases.of(versions, page, raw, own)
            waiting = records[page.locale].of(page.path)
            updated = update(page, raw, now, base, waiting, own, dialect, plan, texts)
            yield Page(source, page, raw, now, updated)
            step(page.path)


@dataclass(frozen=True, slots=True)
class _Bases:
    """Where the base of each translation is looked for."""

    config: Config
    records: dict[str, Records]
    asked: str

    def of(self, versions: Versions, page: PageFile, raw: bytes, own: str) -> SourceBase:
        """The base of a page. Raises SetupError where the revision that was asked for is none."""
        root = page.root or root_of(self.config.root)
        if self.asked not in ("", "recorded", "inferred"):
            at = revision(root, self.asked, "--base")
            content = reader(at)(versions.file)
            return SourceBase("recorded", at.commit, at.commit, content, content) if content is not None else NONE
        rendered = self.records[page.locale].pages.get(page.path)
        found = recorded(versions, own, rendered) if self.asked != "inferred" else NONE
        if found.how == "none" and self.asked != "recorded":
            return inferred(versions, raw, Versions(page.file, root, raw).made(raw), self.config.at(page.path).dialect)
        return found


def _bytes(page: PageFile) -> bytes | None:
    """The bytes of a page; a page that can't be read is for the check to tell."""
    try:
        return None if page.error else page.read()
    except OSError:
        return None


def done(
    found: Collection[Page], records: dict[str, Records], named: str, relative: Callable[[str], str]
) -> tuple[Page, str]:
    """The page and the digest of the pending block that PAGE:LINE names. Raises SetupError where there is none."""
    path, _, line = named.rpartition(":")
    if not path or not line.isdigit():
        raise SetupError(f'--done: "{named}" is not PAGE:LINE, for example docs/lv/index.md:12.')
    page = next((one for one in found if one.page.path == relative(path)), None)
    if page is None:
        raise SetupError(f'--done: "{path}" is no translation of this site.')
    waiting = records[page.page.locale].of(page.page.path)
    for work, pending in zip(page.updated.work, page.updated.pending, strict=False):
        if pending.target in waiting and work.target[0] <= int(line) <= work.target[1]:
            return page, pending.target
    lines = ", ".join(str(one.target[0]) for one in page.updated.work) or "none"
    raise SetupError(f"--done: {named} is in no block that an update left; those of the page begin in line: {lines}.")
