"""`facingpages align`: which blocks of two pages belong together."""

from __future__ import annotations

import argparse
from pathlib import Path

from facingpages.align.show import show
from facingpages.commands import CLEAN
from facingpages.output import emit
from facingpages.read.dialects import DIALECTS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = "Show which blocks of two pages belong together: the alignment that all rules read."
    parser.add_argument("source", metavar="SOURCE")
    parser.add_argument("target", metavar="TARGET")
    parser.add_argument("--dialect", choices=DIALECTS, default="commonmark", help="default: commonmark")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(options: argparse.Namespace) -> int:
    """Run the command. Raises SetupError when a page can't be read."""
    emit(show(Path(options.source), Path(options.target), options.dialect, options.format), None)
    return CLEAN
