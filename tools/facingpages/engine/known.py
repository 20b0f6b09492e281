"""What the result of a source page and its translations is known by: a digest of everything that it depends on.

That is the bytes of the pages, their names, the names of all source pages, the configuration, how the site's generator
renders, the rules that are asked, what the site teaches of its languages, and the program with what it is built on.
Times of files count for nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from types import FunctionType
from typing import Any

from facingpages.engine.page import PageResult, look_and_hear
from facingpages.engine.plain import dump, load
from facingpages.engine.plan import PageSet, Plan
from facingpages.engine.settle import Result
from facingpages.lexicon import tells_the_same
from facingpages.program import SIZE, program
from facingpages.rules.page import UNCHECKED
from facingpages.site import PageFile
from facingpages.site.witness import digest, doubt
from facingpages.store import Store, Stored


class KnownResults:
    """What a store knows of the pages of a plan."""

    def __init__(self, plan: Plan, store: Store, base: bytes) -> None:
        self.plan = plan
        self.store = store
        self.base = base
        self.keys = store.keys(base)
        self.sure = True  # that all pages were looked at as they were told by their keys
        self._key: dict[tuple[str, str], bytes] = {}

    @classmethod
    def of(cls, plan: Plan, store: Store) -> KnownResults | None:
        """None where what the results depend on can't be told."""
        try:
            return cls(plan, store, base_of(plan))
        except ValueError:
            return None

    def key(self, pages: PageSet) -> bytes:
        """What the result of some pages is known by."""
        at = pages.name, pages.source.locale if pages.source is not None else pages.translations[0].locale
        found = self._key.get(at)
        if found is None:
            found = self._key[at] = key_of(self.base, pages)
        return found

    def hear(self, sets: Sequence[PageSet], result: Result) -> None:
        """Let a witness know of all pages, and doubt what may be found otherwise though none of them changes.

        Where some pages were new and others not, the next run will hardly find all as it was: who changes a page now
        and then would pay for what is of no use.
        """
        new = sum(self.key(pages) not in self.keys for pages in sets)
        if not self.sure or 0 < new < len(sets) or any(one.rule in UNCHECKED for one in result.findings):
            doubt()

    def result(self, pages: PageSet, *, told: bool = True) -> PageResult | None:
        """The remembered result of pages that are as they were; None where there is none.

        Where nobody wants to know what is `told` of them, there are facts only, as far as others ask for them.
        """
        if not self.keys:  # nothing is read twice for nothing
            return None
        key = self.key(pages)
        value = self.store.get(key, self.base) if key in self.keys else None
        try:
            if value is None:
                return None
            data, findings, ignores, taught = value
            if not told:
                return load(self.plan, {**data, "findings": [], "ignores": []})
            if not self._taught_the_same(pages.name, taught):
                return None
            return load(self.plan, {**data, "findings": json.loads(findings), "ignores": json.loads(ignores)})
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def look(self, pages: PageSet) -> tuple[PageResult, Stored | None]:
        """A new result, and the row to be kept of it: none where something could not be checked."""
        contents = Contents()
        key = key_of(self.base, pages, contents.digest)
        result, taught = look_and_hear(self.plan, pages, contents.read)
        if contents.failed or any(finding.rule in UNCHECKED for finding in result.findings):
            return result, None
        data = dump(self.plan, result)
        told = [json.dumps(data.pop(name)) for name in ("findings", "ignores")]
        return result, Stored.of(key, self.base, [data, *told, taught])

    def _taught_the_same(self, name: str, taught: Mapping[str, Any]) -> bool:
        """Whether the lexicons that were asked for pages of a name say today what they said then."""
        return all(tells_the_same(self.plan.lexicon(locale, name), told) for locale, told in taught.items())


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

    def digest(self, page: PageFile) -> str:
        """Of the bytes that were read. Raises OSError."""
        return digest(self.read(page))


def _digest(page: PageFile) -> str:
    return page.digest()


def key_of(base: bytes, pages: PageSet, told_by: Callable[[PageFile], str] = _digest) -> bytes:
    """What the result of some pages is known by. What tells the bytes of each may raise OSError."""
    told = hashlib.blake2b(base, digest_size=SIZE)
    told.update(b"alone" if pages.source is None else b"" if pages.alone else b"beside")
    for page in (pages.source, *pages.translations):
        if page is not None:
            told.update(repr((page.path, page.name, page.locale, page.error)).encode("utf-8", "surrogatepass"))
            try:
                told.update(b"" if page.error else told_by(page).encode())
            except OSError:
                told.update(b"-")
    return told.digest()


def base_of(plan: Plan) -> bytes:
    """A digest of all that the results of a plan have in common. Raises ValueError where some of it can't be told.

    Of what the site teaches of its languages it says only whether anything would be learnt.
    """
    config = plan.config
    common = (
        config.source, config.dialect, config.embedded_source, config.generator, config.rule, plan.rules,
        list(plan.across), plan.brief, plan.site.source_names, plan.links.rendering,
        plan.learner is not None,
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
    if isinstance(value, (FunctionType, type)) and "<" not in value.__qualname__:  # what it does stands in the program
        return f"{value.__module__}.{value.__qualname__}"
    raise ValueError(f"{type(value).__qualname__} can't be told by a text")
