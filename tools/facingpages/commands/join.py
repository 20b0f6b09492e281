"""`facingpages join`: the report of a whole site, from its parts."""

from __future__ import annotations

import argparse
from pathlib import Path

from facingpages.commands import words
from facingpages.commands.check import report
from facingpages.commands.survey import Survey
from facingpages.config import Config, SetupError
from facingpages.engine import PartError, Plan, joined, settle
from facingpages.site import Site
from facingpages.site.opener import read_named

DESCRIPTION = """\
Report on the site in this folder as `facingpages check` does, from what `facingpages check --part I/N` wrote of these
pages: all N files. Exit code: 0 in parity, 1 findings, 2 the set-up is wrong, 3 a bug of ours."""
LONGEST = 4_000_000_000  # bytes of a part


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("files", nargs="+", metavar="FILE", help="the parts, in any order")
    parser.set_defaults(paths=[])
    words.report(parser)
    words.survey(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command: 0 in parity, 1 findings. Raises SetupError."""
    return report(options, _survey)


def _survey(config: Config, site: Site, options: argparse.Namespace) -> Survey:
    plan = Plan(site, config)
    parts = {}
    for name in options.files:
        try:
            parts[name] = read_named(Path(name), LONGEST)
        except OSError as error:
            raise SetupError(f"{name}: can't be read: {error.strerror}.") from None
    try:
        return Survey(config, site, settle(plan, joined(plan, parts)))
    except PartError as error:
        raise SetupError(f"{error}; `facingpages check --part` writes it anew.") from None
