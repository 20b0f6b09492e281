"""The options that narrow a report to some rules, and lists in an option's value."""

from __future__ import annotations

import argparse

from facingpages.config import SetupError
from facingpages.nearest import suggestion
from facingpages.reference import subjects


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `--select` and `--ignore`."""
    for name, meaning in (("--select", "only this"), ("--ignore", "not this")):
        parser.add_argument(
            name,
            action="extend",
            type=listed,
            default=[],
            metavar="RULE",
            help=f"{meaning} rule or subject (repeatable, or with commas)",
        )


def listed(text: str) -> list[str]:
    """The parts of a value with commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def refuse_unknown(options: argparse.Namespace) -> None:
    """Raise SetupError for a rule or subject that is not there."""
    for rule in (*options.select, *options.ignore):
        if rule not in subjects():
            more = suggestion(rule, subjects())
            raise SetupError(f'there is no rule "{rule}"{more}; `facingpages rules` lists them.')
