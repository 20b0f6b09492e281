"""`facingpages rules` and `facingpages explain`: the reference of the rules."""

from __future__ import annotations

import argparse
import json

from facingpages.commands import CLEAN
from facingpages.config import SetupError, schema
from facingpages.nearest import suggestion
from facingpages.output import emit
from facingpages.reference import ALL, explain, listing, subjects


def run_list(_: argparse.Namespace) -> int:
    """`facingpages rules`: a line for each."""
    emit(listing(), None)
    return CLEAN


def run_schema(_: argparse.Namespace) -> int:
    """`facingpages schema`: what a configuration may hold, as JSON Schema."""
    emit(json.dumps(schema(subjects()), indent=1) + "\n", None)
    return CLEAN


def add_explain_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `facingpages explain`."""
    parser.description = "Print the page of a rule, in Markdown: what it says, why, and examples."
    parser.add_argument("rule", metavar="RULE")


def run_explain(options: argparse.Namespace) -> int:
    """`facingpages explain`. Raises SetupError."""
    rule = options.rule
    if rule not in ALL:
        of_subject = sorted(other for other in ALL if other.startswith(rule.rstrip("-") + "-"))
        more = f"; rules on that: {', '.join(of_subject)}" if of_subject else suggestion(rule, ALL)
        raise SetupError(f'there is no rule "{rule}"{more}. `facingpages rules` lists them.')
    emit(explain(ALL[rule]), None)
    return CLEAN
