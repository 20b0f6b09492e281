"""The options that narrow a report to some rules: whether they name any."""

from __future__ import annotations

import argparse

from facingpages.config import SetupError
from facingpages.nearest import suggestion
from facingpages.reference import subjects


def refuse_unknown(options: argparse.Namespace) -> None:
    """Raise SetupError for a rule or subject that is not there."""
    for rule in (*options.select, *options.ignore):
        if rule not in subjects():
            more = suggestion(rule, subjects())
            raise SetupError(f'there is no rule "{rule}"{more}; `facingpages rules` lists them.')
