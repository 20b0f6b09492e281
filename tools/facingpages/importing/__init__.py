"""Bring published translations into the project's layout: `facingpages import-learn`."""

from facingpages.importing.command import add_arguments, run
from facingpages.importing.importer import ImportResult, import_learn
from facingpages.importing.problem import ImportRefusedError, Problem

__all__ = ["ImportRefusedError", "ImportResult", "Problem", "add_arguments", "import_learn", "run"]
