"""What runs remember: plain data under the digest of all that it was made of, in one file of the user's cache folder.

Who finds nothing there, or can't read or write there, takes longer and says the same: a value that is not exactly what
was written under its key is none. The file is never one of the tree that is checked, where a stranger could have put
it, and nothing in it is ever run: values are JSON.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from facingpages import sqlite
from facingpages.deflated import deflate, inflate
from facingpages.hashing import blake2b
from facingpages.tuples import NamedTuple

Gain = TypeVar("Gain")
CACHE = "FACINGPAGES_CACHE"  # names the folder, where it is not the user's cache folder
NAME = "results-2.sqlite"  # the number is that of the tables
MOST = 512 << 20  # bytes of the file; the older half goes when it has grown beyond
TOGETHER = 500  # rows that are asked for at once
PATIENCE = 1.0  # seconds that another run may hold the file
NO_VALUE = (ValueError, TypeError, RecursionError)  # what comes of a part that holds none
TABLES = (
    """CREATE TABLE IF NOT EXISTS results
    (age INTEGER PRIMARY KEY, base BLOB, key BLOB, value BLOB, mark BLOB, UNIQUE (base, key))""",
)
OLDER = """DELETE FROM results WHERE age <=
(SELECT age FROM results ORDER BY age LIMIT 1 OFFSET (SELECT count(*) / 2 FROM results))"""


class Stored(NamedTuple):
    """A value as it is kept. `base` is what a run's values have in common, so that it can ask for them together."""

    key: bytes
    base: bytes
    parts: Sequence[bytes]
    mark: bytes

    @classmethod
    def of(cls, key: bytes, base: bytes, value: Any) -> Stored:
        """A row of what JSON can hold."""
        return cls.of_parts(key, base, [packed(value)])

    @classmethod
    def of_parts(cls, key: bytes, base: bytes, parts: Sequence[bytes]) -> Stored:
        """A row of some parts, at most 255: none is read but when it is needed."""
        return cls(key, base, parts, _mark(key, _joined(parts)))


class Store:
    """One file of rows. No method raises for what may be wrong with it: then nothing is known, and nothing kept."""

    def __init__(self, file: Path, most: int = MOST) -> None:
        self.file = file
        self.most = most
        self._connection: sqlite.Connection | None = None
        self._inherited: list[sqlite.Connection] = []  # from the process that this one is a copy of: not to be touched
        self._owner = os.getpid()
        self._given_up = False

    @classmethod
    def of_user(cls, tree: Path) -> Store | None:
        """The user's own; None where it would lie in the tree that is checked (a real path)."""
        folder = Path(os.path.realpath(os.environ.get(CACHE) or _cache_folder()))
        return None if folder.is_relative_to(tree) else cls(folder / NAME)

    def has(self, base: bytes) -> bool:
        """Whether anything is known of a base."""

        def ask(connection: sqlite.Connection) -> bool:
            return connection.execute("SELECT 1 FROM results WHERE base = ? LIMIT 1", (base,)).fetchone() is not None

        return self._try(ask, False)

    def rows(self, keys: Sequence[bytes], base: bytes) -> dict[bytes, Sequence[bytes]]:
        """The parts under some keys, of a base, as far as there are any that are whole."""

        def ask(connection: sqlite.Connection) -> dict[bytes, Sequence[bytes]]:
            found: dict[bytes, Sequence[bytes]] = {}
            for at in range(0, len(keys), TOGETHER):
                some = keys[at : at + TOGETHER]
                asked = f"SELECT key, value, mark FROM results WHERE base = ? AND key IN ({','.join('?' * len(some))})"
                for key, value, mark in connection.execute(asked, (base, *some)):
                    if _mark(key, value) == mark and (parts := _taken_apart(value)) is not None:
                        found[key] = parts
            return found

        return self._try(ask, {})

    def get(self, key: bytes, base: bytes) -> Any:
        """The value under a key, of a base; None where there is none that is whole."""
        parts = self.rows([key], base).get(key)
        return self._try(lambda _: unpacked(parts[0]), None) if parts else None

    def put(self, rows: Iterable[Stored]) -> None:
        """Keep some rows. The older half of all goes where there are too many."""

        def write(connection: sqlite.Connection) -> None:
            with connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO results (key, base, value, mark) VALUES (?, ?, ?, ?)",
                    ((row.key, row.base, _joined(row.parts), row.mark) for row in rows),
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

    def _try(self, work: Callable[[sqlite.Connection], Gain], nothing: Gain) -> Gain:
        """What comes of a connection. What goes wrong ends the use of the file; a broken one is taken away."""
        try:
            if self._connection is not None and self._owner != os.getpid():
                self._inherited.append(self._connection)
                self._connection = None
            if self._connection is None:
                self._connection, self._owner = self._opened(), os.getpid()
            return work(self._connection)
        except (sqlite.Error, OSError, ValueError, TypeError, RecursionError, MemoryError) as error:
            self.close()
            self._given_up = True
            if isinstance(error, sqlite.DatabaseError) and not isinstance(error, sqlite.OperationalError):
                self._remove()
            return nothing

    def _opened(self) -> sqlite.Connection:
        """Raises OSError or sqlite.Error where the file can't be had, or is not the user's own ordinary file."""
        if self._given_up:
            raise FileNotFoundError
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.path.lexists(self.file) and not self._is_own():
            raise PermissionError
        connection = sqlite.connect(self.file, timeout=PATIENCE)
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


def packed(value: Any) -> bytes:
    """What JSON can hold, as a part of a row."""
    return deflate(json.dumps(value).encode())


def unpacked(part: bytes) -> Any:
    """The value again. Raises one of `NO_VALUE` for what is none."""
    return json.loads(inflate(part))


def _cache_folder() -> str:
    """The user's. On Linux two variables tell it; to load what knows it of all systems takes longer than to find it."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        for name, below in (("XDG_CACHE_HOME", ""), ("HOME", "/.cache")):
            base = os.environ.get(name, "").strip()
            if base.startswith("/"):
                return f"{base}{below}/facingpages"
    from platformdirs import user_cache_dir

    return user_cache_dir("facingpages", appauthor=False)


def _joined(parts: Sequence[bytes]) -> bytes:
    """Parts in one, after how many there are and how long they are."""
    return b"".join((bytes((len(parts),)), *(len(part).to_bytes(4, "little") for part in parts), *parts))


def _taken_apart(value: bytes) -> Sequence[bytes] | None:
    """The parts again; None for what was not joined."""
    count = value[0] if value else 0
    at = 1 + 4 * count
    parts: list[bytes] = []
    for number in range(count):
        end = at + int.from_bytes(value[1 + 4 * number : 5 + 4 * number], "little")
        parts.append(value[at:end])
        at = end
    return parts if count and at == len(value) else None


def _mark(key: bytes, value: bytes) -> bytes:
    return blake2b(key + value, digest_size=16).digest()
