"""`facingpages update`: the translations of a site brought up to their sources."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from facingpages.commands import CLEAN, FOUND
from facingpages.commands.survey import configuration, found_site
from facingpages.commands.words import locales
from facingpages.config import Config, SetupError
from facingpages.output import Progress, emit, note
from facingpages.recorded import digests
from facingpages.site import Site
from facingpages.site.opener import root_of
from facingpages.update.html import as_html
from facingpages.update.page import OWN_KEY, stamped
from facingpages.update.records import Records
from facingpages.update.show import as_json, as_text
from facingpages.update.site import Page, Selection, done, pages, records_of
from facingpages.writing import Batch

DESCRIPTION = """\
Carry every translation along with its source: what takes no translator is changed, what does is left as it was and
listed. Shows what it would do; `--write` does it, and writes down what is left in facingpages-pending.LOCALE.json.
Exit 0: nothing is left to a person; 1: something is."""
FORMATS = ("text", "json", "html")
JOURNAL = ".facingpages-update.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="only these pages or folders, of sources or translations"
    )
    locales(parser)
    parser.add_argument("--base", default="", metavar="recorded|inferred|REV", help="the source that was translated")
    parser.add_argument("--write", action="store_true", help="write the pages")
    parser.add_argument("--accept-base", action="store_true", help="write also where the base is inferred")
    parser.add_argument(
        "--done",
        action="append",
        default=[],
        metavar="PAGE:LINE",
        help="end a block that was left: translated, or still right",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file instead of standard output")
    parser.add_argument("--config", metavar="FILE", help="default: facingpages.toml or pyproject.toml in this folder")


def run(options: argparse.Namespace) -> int:
    """Run the command: 0 nothing is left to a person, 1 something is. Raises SetupError."""
    config = sources_of_their_own(configuration(options.config), "update")
    site = found_site(config)
    locales = locales_of(site, options.locale)
    batch = Batch(JOURNAL, root_of(config.root), what="an update")
    recovered = batch.recover() if options.write or options.done else batch.waiting()
    if recovered:
        note(f"{recovered}.")
    records = records_of(config, site)
    named = tuple(
        _relative(config, path) for path in (*options.paths, *(one.rpartition(":")[0] for one in options.done))
    )
    wanted = Selection(named, tuple(locales), options.base)
    with Progress(sum(1 for page in site.pages if page.locale != site.source)) as progress:
        found = list(pages(config, site, records, wanted, progress.step))
    if not found:
        raise SetupError("no translation was found for what was asked, so nothing was done.")
    if options.done:
        return _end(config, batch, records, found, options.done)
    if options.write:
        _write(batch, records, found, accepted=options.accept_base)
    shown = {"json": as_json, "html": as_html}.get(options.format)
    emit(shown(found) if shown is not None else as_text(found, written=options.write), options.output)
    return FOUND if any(page.updated.work for page in found) else CLEAN


def sources_of_their_own(config: Config, command: str) -> Config:
    """The configuration, if its sources are pages of their own. Raises SetupError."""
    if config.embedded_source:
        raise SetupError(f"{command} needs sources of their own; here each page holds its source (embedded_source).")
    return config


def locales_of(site: Site, named: Sequence[str]) -> Sequence[str]:
    """The locales that were named, or all. Raises SetupError."""
    unknown = next((locale for locale in named if locale not in site.locales), None)
    if unknown is not None:
        raise SetupError(f'--locale: there is no locale "{unknown}" here; there are {", ".join(site.locales)}.')
    return list(dict.fromkeys(named)) or site.locales


def _relative(config: Config, path: str) -> str:
    """A path as pages are reported, from one that the user named."""
    return (
        Path(os.path.relpath(Path.cwd() / path, config.root)).as_posix().removeprefix("./")
        if path not in ("", ".")
        else ""
    )


def _write(batch: Batch, records: Mapping[str, Records], found: Sequence[Page], *, accepted: bool) -> None:
    """Write what changed, all or nothing."""
    files: dict[Path, bytes] = {}
    before = {locale: one.text() for locale, one in records.items()}
    for page in found:
        updated = page.updated
        if updated.state == "unknown" or updated.withheld:
            continue
        if updated.base.how == "inferred" and not accepted:
            if updated.text != page.raw or updated.pending:
                note(f"{page.page.path}: not written, because its base is inferred; --accept-base accepts it.")
            continue
        records[page.page.locale].put(page.page.path, updated.rendered, updated.pending)
        if updated.text != page.raw:
            files[page.page.file] = updated.text
    save(batch, records, before, files)


def save(batch: Batch, records: Mapping[str, Records], before: Mapping[str, str], files: dict[Path, bytes]) -> None:
    """Write pages and the records that changed, all or nothing. Raises SetupError."""
    for locale, one in records.items():
        if one.text() != before[locale]:
            files[one.file] = one.text().encode()
    if files:
        batch.write(files)


def _end(
    config: Config, batch: Batch, records: Mapping[str, Records], found: Sequence[Page], named: Sequence[str]
) -> int:
    """End the blocks that were named. A page of which nothing is left records its source as it is."""
    before = {locale: one.text() for locale, one in records.items()}
    chosen = [done(found, dict(records), one, lambda path: _relative(config, path)) for one in named]
    files: dict[Path, bytes] = {}
    for page, target in chosen:
        kept = records[page.page.locale]
        left = [one for one in kept.of(page.page.path).values() if one.target != target]
        rendered = kept.pages.get(page.page.path)
        raw = files.get(page.page.file, page.raw)
        if not left and rendered is not None and rendered.source == digests(page.now)[1]:
            text = stamped(raw, page.now)
            if text != raw:
                files[page.page.file] = text
            rendered = None if f"{OWN_KEY}:".encode() in text else rendered
        kept.put(page.page.path, rendered, left)
    save(batch, records, before, files)
    return FOUND if any(records[page.page.locale].of(page.page.path) for page, _ in chosen) else CLEAN
