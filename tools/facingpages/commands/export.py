"""`facingpages export`: translations as files for the tools that translators use."""

from __future__ import annotations

import argparse
from pathlib import Path

from facingpages.commands import CLEAN
from facingpages.commands.survey import configuration, found_site
from facingpages.commands.update import locales_of, sources_of_their_own
from facingpages.commands.words import locales
from facingpages.exchange import po, xml
from facingpages.exchange.site import is_behind, units_of, wanted
from facingpages.exchange.units import ExchangeUnit
from facingpages.output import Progress, note, tell
from facingpages.update.site import Selection, pages, records_of
from facingpages.writing import verify, write

DESCRIPTION = """\
Write every locale's translations to FOLDER/LOCALE.po, .xlf, .tmx or .tbx: block by block, what is no text as codes.
`facingpages import` takes them back."""
FORMATS = {
    "po": ("po", po.write), "xliff": ("xlf", xml.write_xliff), "xliff2": ("xlf", xml.write_xliff2),
    "tmx": ("tmx", xml.write_tmx), "tbx": ("tbx", xml.write_tbx),
}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument(
        "--format", choices=sorted(FORMATS), required=True, help="xliff is 1.2, xliff2 is 2.1; tbx holds labels"
    )
    parser.add_argument("--pending", action="store_true", help="only what an update left to people")
    parser.add_argument(
        "--fill-targets", action="store_true", help="what is left gets the source's words as its translation"
    )
    locales(parser)
    parser.add_argument("--output", required=True, metavar="FOLDER")
    parser.add_argument("--config", metavar="FILE", help="default: facingpages.toml or pyproject.toml in this folder")


def run(options: argparse.Namespace) -> int:
    """Run the command. Raises SetupError."""
    config = sources_of_their_own(configuration(options.config), "export")
    site = found_site(config)
    records = records_of(config, site)
    found: dict[str, list[ExchangeUnit]] = {locale: [] for locale in locales_of(site, options.locale)}
    with Progress(sum(1 for page in site.pages if page.locale in found)) as progress:
        for page in pages(config, site, records, Selection((), tuple(found)), progress.step):
            if is_behind(page, records[page.page.locale]):
                note(f"{page.page.path}: not exported; `facingpages update --write` first brings it up to its source.")
            else:
                found[page.page.locale] += wanted(
                    units_of(page, records[page.page.locale], config), pending=options.pending
                )
    suffix, written = FORMATS[options.format]
    folder = Path(options.output)
    for locale in found:
        verify(folder / f"{locale}.{suffix}")  # before a folder is made behind a stranger's link
    folder.mkdir(parents=True, exist_ok=True)
    for locale, units in found.items():
        if units:
            write(
                folder / f"{locale}.{suffix}", written(units, (site.source, locale), fill=options.fill_targets), folder
            )
            tell(f"{folder / f'{locale}.{suffix}'}: {len(units)} units")
    if not any(found.values()):
        tell("nothing to export")
    return CLEAN
