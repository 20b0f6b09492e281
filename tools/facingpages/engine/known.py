"""What the result of a source page and its translations is known by: a digest of everything that it depends on.

That is the bytes of the pages, their names, the names of all source pages, the configuration, how the site's generator
renders, the rules that are asked, what the site teaches of its languages, and the program with what it is built on.
Times of files count for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from types import FunctionType
from typing import Any

from facingpages.datafile import remembering
from facingpages.engine.packed import PackedResult, pack_facts, pack_told, unpack_told
from facingpages.engine.page import look_and_hear
from facingpages.engine.plan import PageSet, Plan
from facingpages.engine.result import Result
from facingpages.engine.sheaf import KEPT, Row, Sheaves
from facingpages.hashing import blake2b
from facingpages.lexicon import tells_the_same
from facingpages.program import SIZE, program
from facingpages.rules.facts import NO_DATA, Part, pack, unpack
from facingpages.rules.page import UNCHECKED
from facingpages.site import PageFile
from facingpages.site.opener import near
from facingpages.site.witness import digest, doubt
from facingpages.store import Store, Stored

OWN = 3  # parts of a row that come before its facts


class KnownResults:
    """What a store knows of the pages of a plan: a row for each unit of a set, of parts that are unpacked when needed.

    They are what was told of it, whom of the lexicons it asked, what these answered, and facts as of `PackedResult`.
    """

    def __init__(self, plan: Plan, store: Store, base: bytes) -> None:
        self.plan = plan
        self.store = store
        self.base = base
        self.any = store.has(base)
        self.whole = False  # whether all pages of the site are looked at: then what is known of them is bound
        self.sheaves = Sheaves(plan, store, base)
        self.sure = True  # that all pages were looked at as they were told by their keys
        self.new = self.old = 0  # units that were looked at, and that were not
        self.tokens: dict[str, bytes] = {}  # the keys of units, by their paths; none of one that two units share
        self._keys: dict[tuple[int, ...], bytes] = {}  # by the identities of pages: paths and places may be shared
        self._asked: dict[bytes | str, dict[str, str | None]] = {}
        self._parts: dict[int, bytes] = {}
        self._pages: list[PageFile] = []  # of which these are known: none goes while its identity counts
        self._rows: list[Stored] = []

    @classmethod
    def of(cls, plan: Plan, store: Store) -> KnownResults | None:
        """None where what the results depend on can't be told."""
        try:
            with remembering(store):  # how the site's generator publishes it, which stands in its settings
                return cls(plan, store, base_of(plan))
        except ValueError:
            return None

    def key(self, unit: PageSet) -> bytes:
        """What the result of a unit is known by."""
        pages = tuple([id(page) for page in (unit.source, *unit.translations)])
        found = self._keys.get(pages)
        if found is None:
            found = self._keys[pages] = key_of(self.base, unit, self._part)
            path = unit.path
            self.tokens[path] = b"" if path in self.tokens else found
        return found

    def _part(self, page: PageFile) -> bytes:
        """What a page adds to a key: a source does to those of all its translations."""
        found = self._parts.get(id(page))
        if found is None:
            found = self._parts[id(page)] = part_of(page)
            self._pages.append(page)
        return found

    def hear(self, result: Result) -> None:
        """Let a witness know of all pages, and doubt what may be found otherwise though none of them changes.

        Where some pages were new and others not, the next run will hardly find all as it was: who changes a page now
        and then would pay for what is of no use.
        """
        if not self.sure or (self.new and self.old) or any(one.rule in UNCHECKED for one in result.findings):
            doubt()

    def results(self, units: Sequence[PageSet], only: Set[str] | None = None) -> list[PackedResult | None]:
        """The remembered results of units that are as they were; None where there is none.

        Of all but `only` some pages and the sources there are facts only, as far as others ask for them.
        """
        groups = self.sheaves.groups(units)
        bind = groups if self.whole else {}
        if not self.any:  # nothing is read twice for nothing
            self.sheaves.expect(bind, units, (), {}, {})
            return [None] * len(units)
        with near():
            keys = [self.key(unit) for unit in units]
        rows = self.sheaves.rows(groups)
        found = [self._result(unit, rows.get(key), only) for unit, key in zip(units, keys, strict=True)]
        without = [at for at, one in enumerate(found) if one is None]  # some are bound with what lexicons said before
        loose = self.store.rows([keys[at] for at in without], self.base)
        for at in without:
            rows.pop(keys[at], None)
            found[at] = self._result(units[at], loose.get(keys[at]), only)
            if found[at] is None:
                loose.pop(keys[at], None)
        self.sheaves.expect(bind, units, keys, rows, loose)
        self.old += len(found) - found.count(None)
        return found

    def looked(self, unit: PageSet) -> PackedResult:
        """The result of one unit, remembered or new: then its row is taken, too."""
        [found] = self.results([unit])
        if found is None:
            [(found, row)] = self.look(unit)
            self.keep(unit, row)
        return found

    def keep(self, unit: PageSet, row: Stored | None) -> None:
        """Take what came of looking at a unit: its row is written some time, by `write` at the latest."""
        self.new += 1
        self.sure = self.sure and row is not None and row.key == self.key(unit)
        self.sheaves.keep(unit, row)
        if row is not None:
            self._rows.append(row)
            if len(self._rows) >= KEPT:
                self.write()

    def recall(self, name: str) -> Sequence[bytes]:
        """What was remembered of all results by a name."""
        key = name.encode()
        return self.store.rows([key], self.base).get(key, ()) if self.any else ()

    def remember(self, name: str, parts: Sequence[bytes]) -> None:
        """Keep something of all results by a name."""
        self.store.put([Stored.of_parts(name.encode(), self.base, parts)])

    def write(self) -> None:
        """Write the rows that were taken."""
        if self._rows:
            self.store.put(self._rows)
            self._rows = []

    def facts(self, unit: PageSet) -> Sequence[Part] | None:
        """What is remembered of a unit, whatever the lexicons say today."""
        row = self.store.rows([self.key(unit)], self.base).get(self.key(unit)) if self.any else None
        return row[OWN:] if row is not None and len(row) == OWN + len(self.plan.across) else None

    def look(self, pages: PageSet) -> list[tuple[PackedResult, Stored | None]]:
        """A new result of each unit of a set, and the row to be kept of it: none where something wasn't checked."""
        contents = Contents()
        units = pages.units
        keys = [key_of(self.base, unit, lambda page: part_of(page, contents.digest)) for unit in units]
        looked = look_and_hear(self.plan, pages, contents.read)
        sure = not contents.failed
        found: list[tuple[PackedResult, Stored | None]] = []
        for unit, key, (result, taught) in zip(units, keys, looked, strict=True):
            facts = pack_facts(self.plan, result)
            row = Stored.of_parts(key, self.base, [pack_told(result), *_taught(taught), *facts])
            found.append((PackedResult(unit.path, result.findings, result.ignores, facts), row))
            sure = sure and not any(finding.rule in UNCHECKED for finding in result.findings)
        return found if sure else [(one, None) for one, _ in found]

    def _result(self, unit: PageSet, row: Row | None, only: Set[str] | None) -> PackedResult | None:
        if row is None or len(row) != OWN + len(self.plan.across):
            return None
        told = only is None or unit.path in only or not unit.translations
        try:
            if told and (asked := row[1]) and not self._taught_the_same(unit.name, asked, row):
                return None
            findings, ignores = unpack_told(row[0] if told else b"")
            return PackedResult(unit.path, findings, ignores, row[OWN:])
        except NO_DATA:
            return None

    def _taught_the_same(self, name: str, asked: bytes | str, row: Row) -> bool:
        """Whether the lexicons that were asked for pages of a name say today what they said then, as its row has it."""
        then = self._asked.get(asked)
        if then is None:  # few answers differ
            then = self._asked[asked] = unpack(asked)
        for locale, digest_then in then.items():
            now = self.plan.lexicon(locale, name)
            if (now.digest if now is not None else None) != digest_then:
                said = unpack(row[2])
                return all(
                    tells_the_same(self.plan.lexicon(locale, name), [one, said[locale]] if one is not None else None)
                    for locale, one in then.items()
                )
        return True


def _taught(told: Mapping[str, Any]) -> tuple[bytes, bytes]:
    """Digests of the lexicons that were asked, and what they told, by locale."""
    if not told:
        return b"", b""
    digests = {locale: one[0] if one is not None else None for locale, one in told.items()}
    return pack(digests), pack({locale: one[1] for locale, one in told.items() if one is not None})


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


def part_of(page: PageFile, told_by: Callable[[PageFile], str] = PageFile.digest) -> bytes:
    """What the keys of results have of a page. What tells its bytes may raise OSError."""
    named = repr((page.path, page.name, page.locale, page.error)).encode("utf-8", "surrogatepass")
    try:
        return named if page.error else named + told_by(page).encode()
    except OSError:
        return named + b"-"


def key_of(base: bytes, pages: PageSet, part: Callable[[PageFile], bytes] = part_of) -> bytes:
    """What the result of some pages is known by."""
    told = blake2b(base, digest_size=SIZE)
    told.update(b"alone" if pages.source is None else b"" if pages.alone else b"beside")
    for page in (pages.source, *pages.translations):
        if page is not None:
            told.update(part(page))
    return told.digest()


def base_of(plan: Plan) -> bytes:
    """A digest of all that the results of a plan have in common. Raises ValueError where some of it can't be told.

    Of what the site teaches of its languages it says only whether anything would be learnt.
    """
    config = plan.config
    common = (
        config.source, config.dialect, config.embedded_source, config.generator, config.rule, plan.rules,
        list(plan.across), plan.brief, plan.site.source_names,
        [part.rendering for part in plan.links.publication.parts],
        [(one.pages, one.source_pages, one.dialect, one.generator) for one in config.others],
        plan.learner is not None,
    )  # fmt: skip
    return blake2b(program() + _told(common).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


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
