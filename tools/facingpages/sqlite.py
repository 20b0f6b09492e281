"""SQLite as `sqlite3` has it, without the dates that this one loads for whoever keeps some: it takes as long again.

Python does not promise the module below it; where that is missing, `sqlite3` does as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["Connection", "DatabaseError", "Error", "OperationalError", "connect"]

if TYPE_CHECKING:
    from sqlite3 import Connection, DatabaseError, Error, OperationalError, connect
else:
    try:
        from _sqlite3 import Connection, DatabaseError, Error, OperationalError, connect
    except ImportError:
        from sqlite3 import Connection, DatabaseError, Error, OperationalError, connect
