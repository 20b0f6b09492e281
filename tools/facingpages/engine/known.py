"""What the result of a source page and its translations is known by: a digest of everything that it depends on.

That is the bytes of the pages, their names, the names of all source pages, the configuration, how the site's generator
renders, the rules that are asked, what the site teaches of its languages, and the program with what it is built on.
Times of files count for nothing.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from functools import lru_cache, partial
from pathlib import Path
from types import FunctionType
from typing import Any

from facingpages.engine.page import PageResult, look
from facingpages.engine.plain import dump, load
from facingpages.engine.plan import PageSet, Plan
from facingpages.engine.store import Store, Stored
from facingpages.rules.page import UNCHECKED
from facingpages.site import PageFile

SIZE = 24  # bytes of a digest: nobody finds two texts that share one
PACKAGE = Path(__file__).parents[1]


class KnownResults:
    """What a store knows of the pages of a plan."""

    def __init__(self, plan: Plan, store: Store, base: bytes) -> None:
        self.plan = plan
        self.store = store
        self.base = base
        self.keys = store.keys(base)

    @classmethod
    def of(cls, plan: Plan, store: Store) -> KnownResults | None:
        """None where what the results depend on can't be told."""
        try:
            base = base_of(plan)
        except ValueError:
            return None
        return cls(plan, store, base)

    def result(self, pages: PageSet) -> PageResult | None:
        """The remembered result of pages that are as they were; None where there is none."""
        if not self.keys:  # nothing is read twice for nothing
            return None
        key = key_of(self.base, pages, Contents())
        value = self.store.get(key) if key in self.keys else None
        try:
            return load(self.plan, value) if value is not None else None
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def look(self, pages: PageSet) -> tuple[PageResult, Stored | None]:
        """A new result, and the row to be kept of it: none where something could not be checked."""
        contents = Contents()
        key = key_of(self.base, pages, contents)
        result = look(self.plan, pages, contents.read)
        if contents.failed or any(finding.rule in UNCHECKED for finding in result.findings):
            return result, None
        return result, Stored.of(key, self.base, dump(self.plan, result))


class Contents:
    """The bytes of pages, read once, so that what is looked at is what was told by its digest."""

    def __init__(self) -> None:
        self.failed = False
        self._read: dict[str, bytes | OSError] = {}

    def read(self, page: PageFile) -> bytes:
        """The bytes of a page. Raises OSError."""
        found = self._read.get(page.path)
        if found is None:
            try:
                found = page.read()
            except OSError as error:
                self.failed, found = True, error
            self._read[page.path] = found
        if isinstance(found, OSError):
            raise found
        return found

    def digest(self, page: PageFile) -> bytes:
        """Of the bytes; of nothing where there are none to be had."""
        try:
            return hashlib.blake2b(b"" if page.error else self.read(page), digest_size=SIZE).digest()
        except OSError:
            return b""


def key_of(base: bytes, pages: PageSet, contents: Contents) -> bytes:
    """What the result of some pages is known by."""
    digest = hashlib.blake2b(base, digest_size=SIZE)
    digest.update(b"alone" if pages.source is None else b"" if pages.alone else b"beside")
    for page in (pages.source, *pages.translations):
        if page is not None:
            digest.update(repr((page.path, page.name, page.locale, page.error)).encode("utf-8", "surrogatepass"))
            digest.update(contents.digest(page))
    return digest.digest()


def base_of(plan: Plan) -> bytes:
    """A digest of all that the results of a plan have in common. Raises ValueError where some of it can't be told."""
    config = plan.config
    common = (
        config.source, config.dialect, config.embedded_source, config.generator, config.rule, plan.rules,
        list(plan.across), plan.brief, plan.site.source_names, plan.links.rendering,
        {locale: one.digest for locale, one in plan.lexicons.items()},
    )  # fmt: skip
    return hashlib.blake2b(program() + _told(common).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def _told(value: Any) -> str:
    """A text that two values share only if they are equal. Raises ValueError for what can't be told by a text."""
    if value is None or isinstance(value, (str, int, float, bytes)):
        return repr(value)
    if isinstance(value, Mapping):
        return f"{{{','.join(sorted(f'{_told(key)}:{_told(one)}' for key, one in value.items()))}}}"
    if isinstance(value, Set):
        return f"<{','.join(sorted(map(_told, value)))}>"
    if isinstance(value, (list, tuple)):
        return f"[{','.join(map(_told, value))}]"
    if isinstance(value, partial):
        return f"partial{_told((value.func, value.args, value.keywords))}"
    if is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__qualname__}{_told([getattr(value, field.name) for field in fields(value)])}"
    if isinstance(value, (FunctionType, type)) and "<" not in value.__qualname__:  # what it does stands in the program
        return f"{value.__module__}.{value.__qualname__}"
    raise ValueError(f"{type(value).__qualname__} can't be told by a text")


@lru_cache(maxsize=1)
def program() -> bytes:
    """A digest of this package, the Python that runs it, and the names and versions of what is installed beside it."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=SIZE)
    for file in sorted(_files(PACKAGE)):
        digest.update(f"\0{file.relative_to(PACKAGE)}\0".encode() + file.read_bytes())
    for folder in sys.path:
        try:
            names = sorted(
                one.name for one in os.scandir(folder or ".") if one.name.endswith((".dist-info", ".egg-info"))
            )
        except OSError:
            continue
        digest.update("\0".join(names).encode("utf-8", "surrogateescape"))
    return digest.digest()


def _files(folder: Path) -> Iterator[Path]:
    """What the program is made of. Catalogs are not: results are in English, which stands in the code."""
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("__pycache__", "catalogs", "assets")]
        yield from (Path(where, name) for name in names if name.endswith((".py", ".toml")))
