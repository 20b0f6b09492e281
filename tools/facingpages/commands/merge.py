"""`facingpages merge`: a translation brought up to a new version of its source."""

from __future__ import annotations

import argparse
from functools import lru_cache
from pathlib import Path

from facingpages.commands import CLEAN, FOUND
from facingpages.commands.survey import words_at_hand
from facingpages.config import SetupError
from facingpages.merge import merge
from facingpages.merge.show import as_json, told
from facingpages.output import emit, note, page_out
from facingpages.read.dialects import DIALECTS
from facingpages.site.opener import read_named

DESCRIPTION = """\
Bring a translation up to a new version of its source: what its source keeps stays byte for byte, what takes no
translator is changed, what does is left as it was and told. The page goes to standard output, what is left to standard
error. Exit 0: nothing is left to a person; 1: something is."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("old", metavar="OLD", help="the source that was translated")
    parser.add_argument("translation", metavar="TRANSLATION")
    parser.add_argument("new", metavar="NEW", help="the source as it is now")
    parser.add_argument("--dialect", choices=DIALECTS, default="commonmark", help="default: commonmark")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text, which is the page")
    parser.add_argument("--output", metavar="FILE", help="write to a file instead of standard output")


def run(options: argparse.Namespace) -> int:
    """Run the command. Raises SetupError when a page can't be read."""
    old, translation, new = (_read(Path(name)) for name in (options.old, options.translation, options.new))
    at_hand = lru_cache(maxsize=1)(lambda: words_at_hand(Path(options.translation)).lexicon)
    merged = merge(old, translation, new, options.dialect, lexicon=at_hand)
    if options.format == "json":
        emit(as_json(merged), options.output)
    else:
        page_out(merged.text, options.output)
        for line in told(merged, options.translation):
            note(line)
    return CLEAN if merged.current else FOUND


def _read(path: Path) -> bytes:
    try:
        return read_named(path)
    except OSError as error:
        raise SetupError(f"{path}: can't be read: {error.strerror}.") from None
