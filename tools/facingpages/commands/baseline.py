"""`facingpages baseline`: write down today's findings, so that `check --baseline` tells only new ones."""

from __future__ import annotations

import argparse
from pathlib import Path

from facingpages.baseline import NAME, covers, render
from facingpages.commands import BUG, CLEAN, FOUND, words
from facingpages.commands.survey import configuration, found_site, survey
from facingpages.output import emit, tell
from facingpages.refine import Wanted, refine
from facingpages.writing import write

DESCRIPTION = """\
Write down all findings of today. `facingpages check --baseline FILE` then tells only others. An entry is tied to the
text it was found in: once that changes, on either side, the finding is told again."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("--output", metavar="FILE", default=NAME, help=f"default: {NAME}")
    words.survey(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command: 0; 1 when there are findings that no baseline covers. Raises SetupError."""
    config = configuration(options.config)
    site = found_site(config)
    report = refine(survey(config, site, options).result, site, Wanted(severity=config.severity))
    covered = [finding for finding in report.findings if covers(finding)]
    if options.output == "-":
        emit(render(covered), None)
    else:
        write(Path(options.output), render(covered))
        tell(f"{options.output}: {len(covered)} {'finding' if len(covered) == 1 else 'findings'} written down")
    left = [finding for finding in report.findings if not covers(finding)]
    for finding in left:
        tell(f"{finding.place.path}: {finding.text} No baseline covers that.")
    return BUG if report.broken else FOUND if left else CLEAN
