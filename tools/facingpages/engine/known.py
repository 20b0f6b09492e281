"""What the result of a source page and its translations is known by: a digest of everything that it depends on.

That is the bytes of the pages, their names, the names of all source pages, the configuration, how the site's generator
renders, the rules that are asked, what the site teaches of its languages, and the program with what it is built on.
Times of files count for nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from functools import lru_cache, partial
from pathlib import Path
from types import FunctionType
from typing import Any

from facingpages.engine.page import PageResult, look
from facingpages.engine.plain import dump, dump_told, load, load_told
from facingpages.engine.plan import PageSet, Plan
from facingpages.engine.settle import Result
from facingpages.engine.store import Store, Stored
from facingpages.rules.page import UNCHECKED
from facingpages.site import PageFile
from facingpages.site.opener import root_of
from facingpages.site.witness import Witness

READ = "facingpages.site.opener.read"  # what a witness calls it
SIZE = 24  # bytes of a digest: nobody finds two texts that share one
PACKAGE = Path(__file__).parents[1]


class KnownResults:
    """What a store knows of the pages of a plan."""

    def __init__(self, plan: Plan, store: Store, base: bytes, witness: Witness) -> None:
        self.plan = plan
        self.store = store
        self.base = base
        self.witness = witness
        self.keys = store.keys(base)
        self.sure = True  # that all pages were looked at as they were told by their keys
        self._key: dict[tuple[str, str], bytes] = {}
        self._digests: dict[str, bytes] = {}

    @classmethod
    def of(cls, plan: Plan, store: Store) -> KnownResults | None:
        """None where what the results depend on can't be told."""
        witness = Witness()
        try:
            with witness:
                base = base_of(plan, learnt=False)
        except ValueError:
            return None
        return cls(plan, store, base, witness)

    def key(self, pages: PageSet) -> bytes:
        """What the result of some pages is known by."""
        at = pages.name, pages.source.locale if pages.source is not None else pages.translations[0].locale
        found = self._key.get(at)
        if found is None:
            found = self._key[at] = key_of(self.base, pages, Contents(self._digests))
        return found

    def whole(self, sets: Sequence[PageSet]) -> Result | None:
        """What was told of the whole site, if everything that it was made of is as it was; None where there is none."""
        value = self.store.get(self._place(), self._state(sets)) if self.keys else None
        try:
            if value is None or not Witness((tuple(asked), told) for asked, told in value["seen"]).agrees():
                return None
            return load_told(value)
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def keep(self, sets: Sequence[PageSet], result: Result) -> None:
        """Remember what is told of the whole site, unless something was asked that may change unseen."""
        unchecked = any(finding.rule in UNCHECKED for finding in result.findings)
        if not self.sure or not self.witness.sure or unchecked:
            return
        seen: list[list[Any]] = []
        for asked, told in self.witness.told.items():
            page = self._digests.get(str(asked[1])) if asked[0] == READ else None
            if page is None:
                seen.append([asked, told])
            elif page.hex() != told:  # it was changed while it was checked
                return
        self.store.put([Stored.of(self._place(), self._state(sets), {**dump_told(result), "seen": seen})])

    def _place(self) -> bytes:
        """The row of this site: there is one, whatever its state."""
        where = repr((str(self.plan.config.root), self.plan.brief, sorted(self.plan.rules)))
        return hashlib.blake2b(where.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()

    def _state(self, sets: Sequence[PageSet]) -> bytes:
        """A digest of all pages, and of what says which files are pages."""
        site, config = self.plan.site, self.plan.config
        pages = [(page.path, page.name, page.locale, page.error, page.values) for page in site.pages]
        where = str(config.root), str(root_of(config.root)), config.origin, config.pages, config.source_pages
        told = _told([where, config.source_only, site.locales, pages])
        digest = hashlib.blake2b(self.base + told.encode("utf-8", "surrogatepass"), digest_size=SIZE)
        for one in sets:
            digest.update(self.key(one))
        return digest.digest()

    def result(self, pages: PageSet, *, told: bool = True, only: Container[str] | None = None) -> PageResult | None:
        """The remembered result of pages that are as they were; None where there is none.

        Where nobody wants to know what is `told` of them, there are the facts only, sure for some locales `only`.
        """
        if not self.keys:  # nothing is read twice for nothing
            return None
        key = self.key(pages)
        value = self.store.get(key, self.base) if key in self.keys else None
        try:
            if value is None:
                return None
            data, findings, ignores, taught = value
            if not self._taught_the_same(taught, only):
                return None
            if told:
                return load(self.plan, {**data, "findings": json.loads(findings), "ignores": json.loads(ignores)})
            return load(self.plan, {**data, "findings": [], "ignores": []})
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def look(self, pages: PageSet) -> tuple[PageResult, Stored | None]:
        """A new result, and the row to be kept of it: none where something could not be checked."""
        contents = Contents()
        key = key_of(self.base, pages, contents)
        result = look(self.plan, pages, contents.read)
        if contents.failed or any(finding.rule in UNCHECKED for finding in result.findings):
            return result, None
        data = dump(self.plan, result)
        told = [json.dumps(data.pop(name)) for name in ("findings", "ignores")]
        return result, Stored.of(key, self.base, [data, *told, result.taught])

    def _taught_the_same(self, taught: Mapping[str, str], locales: Container[str] | None) -> bool:
        """Whether the lexicons that were asked say today what they said then; of other locales it does not matter."""
        for locale, then in taught.items():
            if locales is None or locale in locales:
                now = self.plan.lexicon(locale)
                if then != (now.digest if now is not None else ""):
                    return False
        return True


class Contents:
    """The bytes of pages, read once, so that what is looked at is what was told by its digest."""

    def __init__(self, digests: dict[str, bytes] | None = None) -> None:
        self.failed = False
        self._digests = digests
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
        """Of the bytes, as a witness has it; of nothing where there are none to be had."""
        try:
            found = hashlib.blake2b(b"" if page.error else self.read(page), digest_size=SIZE).digest()
        except OSError:
            return b""
        if self._digests is not None:
            self._digests[str(page.file)] = found
        return found


def key_of(base: bytes, pages: PageSet, contents: Contents) -> bytes:
    """What the result of some pages is known by."""
    digest = hashlib.blake2b(base, digest_size=SIZE)
    digest.update(b"alone" if pages.source is None else b"" if pages.alone else b"beside")
    for page in (pages.source, *pages.translations):
        if page is not None:
            digest.update(repr((page.path, page.name, page.locale, page.error)).encode("utf-8", "surrogatepass"))
            digest.update(contents.digest(page))
    return digest.digest()


def base_of(plan: Plan, *, learnt: bool = True) -> bytes:
    """A digest of all that the results of a plan have in common. Raises ValueError where some of it can't be told.

    Without what is `learnt` it says only whether anything would be.
    """
    config = plan.config
    common = (
        config.source, config.dialect, config.embedded_source, config.generator, config.rule, plan.rules,
        list(plan.across), plan.brief, plan.site.source_names, plan.links.rendering,
        {locale: one.digest for locale, one in plan.lexicons.items()} if learnt else plan.learner is not None,
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
