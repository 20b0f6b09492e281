"""`facingpages import`: translations that come back from the tools that translators use."""

from __future__ import annotations

import argparse
from pathlib import Path

from facingpages.commands import CLEAN, FOUND
from facingpages.commands.survey import configuration, found_site
from facingpages.commands.update import JOURNAL, save, sources_of_their_own
from facingpages.config import SetupError
from facingpages.engine import Plan
from facingpages.exchange import po, xml
from facingpages.exchange.site import by_page, take
from facingpages.exchange.units import Returned
from facingpages.output import note, tell
from facingpages.recorded import digests
from facingpages.site.opener import read_named, root_of
from facingpages.update.page import records_itself
from facingpages.update.records import RenderedSource
from facingpages.update.site import Selection, pages, records_of
from facingpages.writing import Batch

DESCRIPTION = """\
Take translations back from files that `facingpages export` wrote. A unit whose codes are not those of its source, or
that would break its page, is refused and told, and nothing of its page is written. Exit 0: all taken; 1: not all."""
MAX_BYTES = 100_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("files", nargs="+", metavar="FILE", help="PO, XLIFF 1.2 or 2.1, or TMX")
    parser.add_argument("--config", metavar="FILE", help="default: facingpages.toml or pyproject.toml in this folder")


def run(options: argparse.Namespace) -> int:
    """Run the command. Raises SetupError."""
    config = sources_of_their_own(configuration(options.config), "import")
    site = found_site(config)
    batch = Batch(JOURNAL, root_of(config.root), what="an update")
    recovered = batch.recover()
    if recovered:
        note(f"{recovered}.")
    records = records_of(config, site)
    before = {locale: one.text() for locale, one in records.items()}
    plan, files, refused, count = Plan(site, config), {}, 0, 0
    for name in options.files:
        returned = by_page(_read(Path(name)))
        known = {one.page.path: one for one in pages(config, site, records, Selection(tuple(returned)), lambda _: None)}
        for path, units in returned.items():
            page = known.get(path)
            if page is None or page.page.file in files:
                why = "is no translation of this site" if page is None else "is in another file, too"
                note(f'{name}: the page "{path}" {why}; its {len(units)} units are refused.')
                refused += len(units)
                continue
            taken = take(page, records[page.page.locale], units, config, plan)
            for one in taken.refused:
                note(f"{name}: unit {one.id} ({path}:{one.line}) is refused: {one.why}.")
            refused += len(taken.refused)
            waiting = records[page.page.locale]
            if not taken.refused and taken.changed:
                own = records_itself(taken.text, config.at(path).dialect)
                rendered = waiting.pages.get(path)
                if not taken.pending and rendered is not None:
                    rendered = None if own else RenderedSource(path, digests(page.now)[1], rendered.stamp)
                waiting.put(path, rendered, taken.pending)
                files[page.page.file] = taken.text
                count += 1
    save(batch, records, before, files)
    tell(
        f"{count} {'page' if count == 1 else 'pages'} changed, {refused} {'unit' if refused == 1 else 'units'} refused"
    )
    return FOUND if refused else CLEAN


def _read(file: Path) -> list[Returned]:
    """What a file holds. Raises SetupError."""
    try:
        content = read_named(file, MAX_BYTES)
        reads = xml.read if content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") else po.read
        return list(reads(content))
    except OSError as error:
        raise SetupError(f"{file}: can't be read: {error.strerror}.") from None
    except ValueError as error:
        raise SetupError(f"{file}: this is nothing that `facingpages export` writes: {error}.") from None
