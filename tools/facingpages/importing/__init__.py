"""Bring published translations into the project's layout: `facingpages import-learn`."""

from facingpages.importing.command import Report, add_arguments, import_learn, run
from facingpages.importing.learn import ImportRefusedError, Problem

__all__ = ["ImportRefusedError", "Problem", "Report", "add_arguments", "import_learn", "run"]
