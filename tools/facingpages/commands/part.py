"""`facingpages check --part`: one of the parts of a site, for `facingpages join`."""

from __future__ import annotations

import argparse
from pathlib import Path

from facingpages.commands.lexicon import given
from facingpages.commands.survey import configuration, found_site, remembered
from facingpages.config import SetupError
from facingpages.engine import Plan, part
from facingpages.output import Progress
from facingpages.writing import write

# What is said of a whole site only, and so to `facingpages join`.
LATER = ("paths", "locale", "select", "ignore", "baseline", "since", "trust", "strict", "cluster")


def write_part(options: argparse.Namespace, number: int, of: int) -> int:
    """Look at one of the parts of the site and write it to a file: 0. Raises SetupError."""
    later = next((name for name in LATER if getattr(options, name)), None)
    if later is not None or options.format != "text":
        what = "PATH" if later == "paths" else f"--{later or 'format'}"
        raise SetupError(f"--part writes all that is found in a part; give {what} to `facingpages join`.")
    if options.output is None:
        raise SetupError("--part needs --output FILE: what it writes is for `facingpages join`.")
    config = configuration(options.config)
    site = found_site(config)
    plan = Plan(site, config)
    if options.lexicon is not None:
        given(plan, options.lexicon)
    with Progress(sum(1 for page in site.pages if page.locale != site.source)) as progress:
        text = part(plan, number, of, progress.step, options.jobs, remembered(config, options))
    write(Path(options.output), text)
    return 0
