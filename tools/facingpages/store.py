"""What runs remember: plain data under the digest of all that it was made of, in one file of the user's cache folder.

Who finds nothing there, or can't read or write there, takes longer and says the same: a value that is not exactly what
was written under its key is none. The file is never one of the tree that is checked, where a stranger could have put
it, and nothing in it is ever run: values are JSON.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import stat
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

Gain = TypeVar("Gain")
CACHE = "FACINGPAGES_CACHE"  # names the folder, where it is not the user's cache folder
NAME = "results-1.sqlite"  # the number is that of the tables
MOST = 512 << 20  # bytes of the file; the older half goes when it has grown beyond
PATIENCE = 1.0  # seconds that another run may hold the file
TABLES = (
    "CREATE TABLE IF NOT EXISTS results (age INTEGER PRIMARY KEY, key BLOB UNIQUE, base BLOB, value BLOB, mark BLOB)",
    "CREATE INDEX IF NOT EXISTS by_base ON results (base, key)",
)
OLDER = """DELETE FROM results WHERE age <=
(SELECT age FROM results ORDER BY age LIMIT 1 OFFSET (SELECT count(*) / 2 FROM results))"""


class Stored(NamedTuple):
    """A value as it is kept. `base` is what a run's values have in common, so that it can ask for them together."""

    key: bytes
    base: bytes
    value: bytes
    mark: bytes

    @classmethod
    def of(cls, key: bytes, base: bytes, value: Any) -> Stored:
        """A row of what JSON can hold."""
        packed = zlib.compress(json.dumps(value).encode(), 1)
        return cls(key, base, packed, _mark(key, packed))


class Store:
    """One file of rows. No method raises for what may be wrong with it: then nothing is known, and nothing kept."""

    def __init__(self, file: Path, most: int = MOST) -> None:
        self.file = file
        self.most = most
        self._connection: sqlite3.Connection | None = None
        self._given_up = False

    @classmethod
    def of_user(cls, tree: Path) -> Store | None:
        """The user's own; None where it would lie in the tree that is checked (a real path)."""
        folder = Path(os.path.realpath(os.environ.get(CACHE) or _cache_folder()))
        return None if folder.is_relative_to(tree) else cls(folder / NAME)

    def keys(self, base: bytes) -> frozenset[bytes]:
        """The keys of all that is known of a base."""

        def ask(connection: sqlite3.Connection) -> frozenset[bytes]:
            rows = connection.execute("SELECT key FROM results WHERE base = ?", (base,)).fetchall()
            return frozenset(key for (key,) in rows)

        return self._try(ask, frozenset())

    def get(self, key: bytes, base: bytes) -> Any:
        """The value under a key, of a base; None where there is none that is whole."""

        def ask(connection: sqlite3.Connection) -> Any:
            row = connection.execute(
                "SELECT value, mark FROM results WHERE key = ? AND base = ?", (key, base)
            ).fetchone()
            if row is None or _mark(key, row[0]) != row[1]:
                return None
            return json.loads(zlib.decompress(row[0]))

        return self._try(ask, None)

    def put(self, rows: Iterable[Stored]) -> None:
        """Keep some rows. The older half of all goes where there are too many."""

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO results (key, base, value, mark) VALUES (?, ?, ?, ?)", rows
                )
                pages, free, size = (
                    connection.execute(f"PRAGMA {name}").fetchone()[0]
                    for name in ("page_count", "freelist_count", "page_size")
                )
                if (pages - free) * size > self.most:
                    connection.execute(OLDER)

        self._try(write, None)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _try(self, work: Callable[[sqlite3.Connection], Gain], nothing: Gain) -> Gain:
        """What comes of a connection. What goes wrong ends the use of the file; a broken one is taken away."""
        try:
            if self._connection is None:
                self._connection = self._opened()
            return work(self._connection)
        except (sqlite3.Error, OSError, zlib.error, ValueError, TypeError) as error:
            self.close()
            self._given_up = True
            if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
                self._remove()
            return nothing

    def _opened(self) -> sqlite3.Connection:
        """Raises OSError or sqlite3.Error where the file can't be had, or is not the user's own ordinary file."""
        if self._given_up:
            raise FileNotFoundError
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.path.lexists(self.file) and not self._is_own():
            raise PermissionError
        connection = sqlite3.connect(self.file, timeout=PATIENCE)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA synchronous = OFF")  # a file that is damaged by that shows in its marks
            for table in TABLES:
                connection.execute(table)
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_own(self) -> bool:
        about = self.file.lstat()
        return stat.S_ISREG(about.st_mode) and (not hasattr(os, "geteuid") or about.st_uid == os.geteuid())

    def _remove(self) -> None:
        try:
            if self._is_own():
                self.file.unlink()
        except OSError:
            return


def _cache_folder() -> str:
    from platformdirs import user_cache_dir

    return user_cache_dir("facingpages", appauthor=False)


def _mark(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(key + value, digest_size=16).digest()
