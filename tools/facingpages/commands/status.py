"""`facingpages status`: a row for each locale."""

from __future__ import annotations

import argparse

from facingpages.commands import BUG, CLEAN
from facingpages.commands.style import add_arguments as add_style_arguments
from facingpages.commands.style import style
from facingpages.commands.survey import add_arguments as add_survey_arguments
from facingpages.commands.survey import configuration, found_site, survey
from facingpages.output import emit
from facingpages.refine import Wanted, refine
from facingpages.status import as_json, as_text, current_pages, statuses

DESCRIPTION = """\
Say how far each locale is: pages of the source, pages translated, current ones, stale ones by what changed in the
source since they were translated (structure, text, markup only, or what can't be told), pages that do not record which
source they go with, and other findings."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write to a file instead of standard output")
    add_style_arguments(parser)
    add_survey_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command: 0, whatever it finds in the pages; 3 where it met a bug of ours. Raises SetupError."""
    config = configuration(options.config)
    site = found_site(config)
    report = refine(survey(config, site, options).result, site, Wanted(severity=config.severity))
    rows = statuses(report, current_pages(site) if not config.embedded_source else {})
    emit(as_json(rows) if options.format == "json" else as_text(rows, style(options)), options.output)
    return BUG if report.broken else CLEAN
