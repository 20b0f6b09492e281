"""The program that runs, as far as what it says depends on it: a digest."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache

from facingpages.hashing import blake2b

SIZE = 24  # bytes of a digest: nobody finds two texts that share one
PACKAGE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - at the start of every run
AT_ONCE = 1 << 16  # bytes
# What is found is in English, which stands in the code; and the engine knows nothing of who asks it.
SHOWN = ("catalogs", "docs", "report")
ASKING = ("commands", "exchange", "importing", "merge", "mkdocs", "server", "update")


@lru_cache(maxsize=2)
def program(*, told: bool = False) -> bytes:
    """A digest of what finds in this package, the Python that runs it, and the names and versions of what is installed
    beside it. With how that is `told`, of all of the package.
    """
    digest = blake2b(sys.version.encode(), digest_size=SIZE)
    apart = ("__pycache__", "assets", *(() if told else (*SHOWN, *ASKING)))
    for file in _files(PACKAGE, apart):
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        digest.update(f"\0{file[len(PACKAGE) :]}\0".encode())
        while part := os.read(descriptor, AT_ONCE):
            digest.update(part)
            if len(part) < AT_ONCE:
                break
        os.close(descriptor)
    for folder in sys.path:
        try:
            names = sorted(
                one.name for one in os.scandir(folder or ".") if one.name.endswith((".dist-info", ".egg-info"))
            )
        except OSError:
            continue
        digest.update("\0".join(names).encode("utf-8", "surrogateescape"))
    return digest.digest()


def _files(folder: str, apart: tuple[str, ...]) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name not in apart:
                yield from _files(entry.path, apart)
        elif entry.name.endswith((".py", ".toml", ".po")):
            yield entry.path
