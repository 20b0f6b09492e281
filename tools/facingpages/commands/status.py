"""`facingpages status`: a row for each locale."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from facingpages.commands import BUG, CLEAN, words
from facingpages.commands.style import style
from facingpages.commands.survey import configuration, found_site, remembered, survey
from facingpages.commands.update import sources_of_their_own
from facingpages.config import Config
from facingpages.engine import Plan
from facingpages.engine.learn import learn
from facingpages.output import Progress, emit, note
from facingpages.refine import Wanted, refine
from facingpages.site import Site
from facingpages.status import as_json, as_text, current_pages, statuses
from facingpages.update.show import about, as_lines
from facingpages.update.site import Page, Selection, pages, records_of

DESCRIPTION = """\
Say how far each locale is: pages of the source, pages translated, current ones, stale ones by what changed in the
source since they were translated (structure, text, markup only, or what can't be told), pages that do not record which
source they go with, and other findings."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("--pages", action="store_true", help="a line a page: current or stale, since when, words left")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write to a file instead of standard output")
    words.style(parser)
    words.survey(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command: 0, whatever it finds in the pages; 3 where it met a bug of ours. Raises SetupError."""
    config = configuration(options.config)
    site = found_site(config)
    report = refine(survey(config, site, options).result, site, Wanted(severity=config.severity))
    rows = statuses(report, current_pages(site) if not config.embedded_source else {})
    found = _pages(config, site) if options.pages else None
    if options.format == "json":
        emit(as_json(rows, [about(page) for page in found] if found is not None else None), options.output)
    elif found is not None:
        emit(as_lines(found, style(options)), options.output)
    else:
        emit(as_text(rows, style(options)), options.output)
    learner = learn(Plan(site, config), remembered(config, options), options.jobs)
    if learner is not None:
        for locale in site.locales:
            note(learner.told(locale))
    return BUG if report.broken else CLEAN


def _pages(config: Config, site: Site) -> Sequence[Page]:
    """How each translation stands to its source. Raises SetupError where a page holds its own source."""
    sources_of_their_own(config, "--pages")
    with Progress(sum(1 for page in site.pages if page.locale != site.source)) as progress:
        return list(pages(config, site, records_of(config, site), Selection(), progress.step))
