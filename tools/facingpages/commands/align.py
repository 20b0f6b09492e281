"""`facingpages align`: which blocks of two pages belong together, and why."""

from __future__ import annotations

import argparse
from functools import lru_cache
from pathlib import Path

from facingpages.align.show import explain, show
from facingpages.commands import CLEAN
from facingpages.commands.survey import words_at_hand
from facingpages.config import SetupError
from facingpages.output import emit
from facingpages.read.dialects import DIALECTS

DESCRIPTION = """\
Show which blocks of two pages belong together: the alignment that all rules read. Where TARGET is a page of the site in
this folder, the words that its pages teach are asked, too."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("source", metavar="SOURCE")
    parser.add_argument("target", metavar="TARGET")
    parser.add_argument("--dialect", choices=DIALECTS, default="commonmark", help="default: commonmark")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument(
        "--why", type=_place, metavar="LINE",
        help="tell why the block on a line of TARGET is paired as it is; source:LINE is one of SOURCE",
    )  # fmt: skip
    parser.add_argument("--config", metavar="FILE", help="default: facingpages.toml or pyproject.toml in this folder")
    parser.add_argument("--no-cache", action="store_true", help="neither read nor write what earlier runs remember")


def run(options: argparse.Namespace) -> int:
    """Run the command. Raises SetupError when a page can't be read."""
    source, target = Path(options.source), Path(options.target)
    asked = lru_cache(maxsize=1)(lambda: words_at_hand(target, options.config, cached=not options.no_cache))
    if options.why is None:
        text = show(source, target, options.dialect, options.format, lambda: asked().lexicon)
    elif options.format == "json":
        raise SetupError("--why tells in words; --format json tells every pair with its score.")
    else:
        text = explain(source, target, options.dialect, options.why, *asked())
    emit(text, None)
    return CLEAN


def _place(text: str) -> tuple[int, int]:
    """A page - 0: the source, 1: the translation - and a line of it."""
    page, _, line = text.rpartition(":")
    number = int(line) if line.isascii() and line.isdigit() and len(line) < 10 else 0
    if page not in ("", "source", "target") or not number:
        raise argparse.ArgumentTypeError(f"{text!r} is no line: 12 is one of the translation, source:12 of the source")
    return int(page != "source"), number
