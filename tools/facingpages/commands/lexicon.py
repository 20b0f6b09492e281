"""`facingpages lexicon`: what the pages of a site teach of its languages, for parts of it that are checked apart."""

from __future__ import annotations

import argparse
from pathlib import Path

from facingpages.commands import CLEAN, words
from facingpages.commands.survey import configuration, found_site, remembered
from facingpages.config import SetupError
from facingpages.engine import Plan
from facingpages.engine.learn import begin, learn
from facingpages.engine.lexicon_file import LexiconError, take, to_text
from facingpages.output import note
from facingpages.site.opener import read_named
from facingpages.writing import write

DESCRIPTION = """\
Learn from the pages of the site in this folder which words of the source render which of each locale, and write it to
a file for `facingpages check --part I/N --lexicon FILE`: all parts then have it, and none learns it again. The file is
good for these pages and this version of facingpages only. Exit code: 0 written, 2 the set-up is wrong, 3 a bug of
ours."""
INSTALL = "python -m pip install 'facingpages[meaning]'"
LONGEST = 400_000_000  # bytes of such a file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("--output", metavar="FILE", required=True, help="where to write it")
    words.survey(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command: 0 written. Raises SetupError."""
    config = configuration(options.config)
    plan = Plan(found_site(config), config)
    learner = learn(plan, remembered(config, options), options.jobs)
    if learner is None:
        raise SetupError(f"this needs the packages of facingpages[meaning]: {INSTALL}.")
    write(Path(options.output), to_text(learner.learn()))
    for locale in plan.site.locales:
        note(learner.told(locale))
    return CLEAN


def given(plan: Plan, name: str) -> None:
    """Let a plan have what a file says instead of learning it. Raises SetupError."""
    begin(plan, None)
    try:
        take(plan, read_named(Path(name), LONGEST))
    except OSError as error:
        raise SetupError(f"{name}: can't be read: {error.strerror}.") from None
    except LexiconError as error:
        raise SetupError(f"{name} {error}; `facingpages lexicon --output FILE` writes it anew.") from None
