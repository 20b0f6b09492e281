"""The program that runs, as far as what it says depends on it: a digest.

To read all of it takes as long as a page. So the digest is remembered by when each file was last changed and how long
it is, as Python's own compiled code is: what has the same marks and is otherwise would not be run either.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from facingpages.hashing import blake2b

if TYPE_CHECKING:
    from facingpages.store import Store

SIZE = 24  # bytes of a digest: nobody finds two texts that share one
PACKAGE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - at the start of every run
AT_ONCE = 1 << 16  # bytes
# What is found is in English, which stands in the code; and the engine knows nothing of who asks it.
SHOWN = ("catalogs", "rules/docs", "report")
ASKING = ("commands", "exchange", "importing", "merge", "mkdocs", "server", "update")
TELLING = frozenset(("commands", *SHOWN))  # what a check is told by; the others have no part in it
NO_CODE = ("__pycache__", "assets")

KEY = b"program"

_known: dict[bool, bytes] = {}  # the digests that were made, by whether they are of what tells, too


def program(*, told: bool = False) -> bytes:
    """A digest of what finds in this package, the Python that runs it, and the names and versions of what is installed
    beside it. With how that is `told` by a check, too: who asks for that has both, and each file is read once.
    """
    if told not in _known:
        digests = {whole: blake2b(sys.version.encode(), digest_size=SIZE) for whole in {False, told}}
        apart = frozenset((*ASKING, *SHOWN)) - (TELLING if told else frozenset())
        for file, finds in _files(PACKAGE, apart):
            content = f"\0{file[len(PACKAGE) :]}\0".encode() + _content(file)
            for whole, digest in digests.items():
                if whole or finds:
                    digest.update(content)
        beside = _beside()
        for whole, digest in digests.items():
            digest.update(beside)
            _known[whole] = digest.digest()
    return _known[told]


def recall(store: Store) -> None:
    """Know the digests by the marks of the files, where a store has them; else they are made and kept there."""
    from facingpages.store import Stored

    if len(_known) == len({False, True}):
        return
    base = _marks()
    known = store.rows([KEY], base).get(KEY, ())
    if [*map(len, known)] == [SIZE, SIZE]:
        _known.update(zip((False, True), known, strict=True))
    else:
        program(told=True)
        if _marks() == base:  # none was changed while it was read
            store.put([Stored.of_parts(KEY, base, [_known[False], _known[True]])])


def _marks() -> bytes:
    """A digest of the marks of all files that count, the Python that runs, and of what is installed beside them."""
    marks = [
        (entry.path, about.st_mtime_ns, about.st_ctime_ns, about.st_size)
        for entry, _ in _entries(PACKAGE, frozenset((*ASKING, *SHOWN)) - TELLING)
        for about in (entry.stat(),)
    ]
    return blake2b(f"{sys.version}{marks}".encode("utf-8", "surrogateescape") + _beside(), digest_size=SIZE).digest()


def _content(file: str) -> bytes:
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    parts = [os.read(descriptor, AT_ONCE)]
    while len(parts[-1]) == AT_ONCE:
        parts.append(os.read(descriptor, AT_ONCE))
    os.close(descriptor)
    return b"".join(parts)


def _beside() -> bytes:
    """The names and versions of what is installed beside the package."""
    found: list[str] = []
    for folder in sys.path:
        try:
            names = sorted(
                one.name for one in os.scandir(folder or ".") if one.name.endswith((".dist-info", ".egg-info"))
            )
        except OSError:
            continue
        found.append("\0".join(names))
    return "".join(found).encode("utf-8", "surrogateescape")


def _files(folder: str, apart: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The files below a folder of the package, but for those that are `apart`; and whether each is of what finds."""
    return ((entry.path, finds) for entry, finds in _entries(folder, apart))


def _entries(
    folder: str, apart: frozenset[str], within: str = "", *, finds: bool = True
) -> Iterator[tuple[os.DirEntry[str], bool]]:
    """The same, as the system lists them; the folder is so called within the package."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            name = within + entry.name
            if name not in apart and entry.name not in NO_CODE:
                yield from _entries(entry.path, apart, f"{name}/", finds=finds and name not in TELLING)
        elif entry.name.endswith((".py", ".toml", ".po")):
            yield entry, finds
