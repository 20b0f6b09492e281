"""The style that the arguments about it give."""

from __future__ import annotations

import argparse
import os
import sys

from facingpages.messages import Catalog, reader_language
from facingpages.output import columns
from facingpages.report.style import Style

FILE_WIDTH = 120


def style(options: argparse.Namespace, base: str = "") -> Style:
    """The style that is asked for; colours and the width of the terminal only on one. `base` is put before paths."""
    language = reader_language() if options.lang == "auto" else options.lang
    on_terminal = options.output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    color = options.color == "always" or (options.color == "auto" and on_terminal and not plain)
    width = min(160, columns()) if on_terminal else FILE_WIDTH
    return Style(color, width, on_terminal, Catalog(language), base)
