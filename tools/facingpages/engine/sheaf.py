"""What is known of many pages in one row of the store, so that a run over a site reads few rows instead of one a page.

The units of one locale and of as many sources as are looked up together are bound: their keys, and part by part the
texts that their own rows hold, one behind the other. What stands in such a column is not unpacked before one of its
texts is asked for: what lexicons answered, most of all, is nothing that a run needs where they are what they were. Who
has changed some pages finds these under their own rows; when they have become many, all are bound anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import overload

from facingpages.deflated import deflate, inflate
from facingpages.engine.plan import PageSet, Plan
from facingpages.program import SIZE
from facingpages.rules.facts import NO_DATA, pack, text_of, unpack
from facingpages.store import Store, Stored

KEPT = 512  # sources that are looked up at a time
LEAST = 8  # units that are worth a sheaf
LOOSE = 16  # of so many units one may lie outside before all are bound anew
MOST = 20_000  # pages of a site: what was bound takes more memory than what was not
LARGE = 64 << 20  # letters that are bound together
Group = tuple[str, int]  # units that are bound together: their locale, and which of the sources they are of
Row = Sequence[bytes | str]  # the parts of a unit's row, or their texts
NOTHING = "\0"  # no data: the text of each unit where a column is not what was bound


class _Gathered:
    """Units of a group on their way to be bound."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.left = 0  # units of which nothing is known yet
        self.rows: dict[bytes, Row] = {}


class Sheaves:
    """Finds the rows of units that are bound, and binds them where too many are not."""

    def __init__(self, plan: Plan, store: Store, base: bytes) -> None:
        self.store = store
        self.base = base
        few = len(plan.site.pages) <= MOST
        self._number = {page.name: at // KEPT for at, page in enumerate(plan.site.sources if few else ())}
        self._binders: dict[str, _Gathered] = {}

    def groups(self, units: Sequence[PageSet]) -> dict[Group, list[int]]:
        """The places of units among those that are bound together, where they are enough."""
        found: dict[Group, list[int]] = {}
        for at, unit in enumerate(units):
            if unit.source is not None and (number := self._number.get(unit.source.name)) is not None:
                page = unit.translations[0] if unit.translations else unit.source
                found.setdefault((page.locale, number), []).append(at)
        return {group: places for group, places in found.items() if len(places) >= LEAST}

    def rows(self, groups: Mapping[Group, Sequence[int]]) -> dict[bytes, Row]:
        """What is bound of some groups, by the keys of units."""
        found: dict[bytes, Row] = {}
        sheaves = self.store.rows(list(map(_key, groups)), self.base) if groups else {}
        for parts in sheaves.values():
            try:
                found |= _unbound(parts)
            except NO_DATA:
                continue
        return found

    def expect(
        self, groups: Mapping[Group, Sequence[int]], units: Sequence[PageSet], keys: Sequence[bytes],
        rows: Mapping[bytes, Row], loose: Mapping[bytes, Row],
    ) -> None:  # fmt: skip
        """Bind the groups of which too much is `loose` or not known, when the last of their units is: see `keep`.

        `rows` are bound, and as they should be.
        """
        for group, places in groups.items():
            if LOOSE * sum(keys[at] not in rows for at in places if keys) <= len(places) and keys:
                continue
            binder = _Gathered(group)
            for at in places:
                row = rows.get(keys[at]) or loose.get(keys[at]) if keys else None
                if row is not None:
                    binder.rows[keys[at]] = row
                else:
                    binder.left += 1
                    self._binders[units[at].path] = binder
            if not binder.left:
                self._bind(binder)

    def keep(self, unit: PageSet, row: Stored | None) -> None:
        """Take what came of looking at a unit, which may be expected."""
        binder = self._binders.pop(unit.path, None)
        if binder is not None:
            binder.left -= 1
            if row is not None:
                binder.rows[row.key] = row.parts
            if not binder.left:
                self._bind(binder)

    def _bind(self, binder: _Gathered) -> None:
        try:
            parts = _bound(binder.rows)
        except NO_DATA:  # one of the rows is none; it is looked at anew some time
            return
        if parts is not None:
            self.store.put([Stored.of_parts(_key(binder.group), self.base, parts)])


class _Column:
    """The texts of one part of all units, packed."""

    def __init__(self, lengths: Sequence[int], deflated: bytes) -> None:
        self._lengths = lengths
        self._deflated = deflated

    def texts(self) -> list[str]:
        """All of them; what is no data where this is not what was bound."""
        lengths = self._lengths
        try:
            text = inflate(self._deflated).decode("utf-8", "surrogatepass") if self._deflated else ""
            if len(text) == sum(lengths):
                return [text[start:end] for start, end in pairwise(accumulate(lengths, initial=0))]
        except NO_DATA:
            pass
        return [NOTHING] * len(lengths)


class _Bound(Sequence[bytes | str]):
    """The row of a unit that is bound: its text in each of some columns, which all units share.

    A column is unpacked when the first of its texts is asked for. The row may begin behind some of them.
    """

    __slots__ = ("_at", "_columns", "_first")

    def __init__(self, columns: list[_Column | list[str]], at: int, first: int = 0) -> None:
        self._columns = columns
        self._at = at
        self._first = first

    def __len__(self) -> int:
        return len(self._columns) - self._first

    @overload
    def __getitem__(self, which: int) -> str: ...
    @overload
    def __getitem__(self, which: slice) -> _Bound: ...
    def __getitem__(self, which: int | slice) -> str | _Bound:
        if type(which) is not int:  # all from one on
            return _Bound(self._columns, self._at, self._first + which.start)  # type: ignore[union-attr]
        column = self._columns[self._first + which]
        if type(column) is not list:
            column = self._columns[self._first + which] = column.texts()  # type: ignore[union-attr]
        return column[self._at]


def _bound(rows: Mapping[bytes, Row]) -> list[bytes] | None:
    """The parts of a sheaf; None where they would be too much. Raises one of `NO_DATA` for what is no row."""
    columns = list(zip(*(map(text_of, row) for row in rows.values()), strict=True))
    lengths = [list(map(len, texts)) for texts in columns]
    if not columns or sum(map(sum, lengths)) > LARGE:
        return None
    if any(NOTHING in texts for texts in columns):
        raise ValueError("no row")
    texts = (text.encode("utf-8", "surrogatepass") for text in map("".join, columns))
    return [b"".join(rows), pack(lengths), *(deflate(text) if text else b"" for text in texts)]


def _unbound(parts: Sequence[bytes]) -> dict[bytes, Row]:
    """The rows of a sheaf by their keys. Raises one of `NO_DATA` for what was not bound."""
    keys, told, *deflated = parts
    lengths: list[list[int]] = unpack(told)
    columns: list[_Column | list[str]] = [_Column(*column) for column in zip(lengths, deflated, strict=True)]
    each = [keys[at : at + SIZE] for at in range(0, len(keys), SIZE)]
    if {*map(len, lengths)} != {len(each)}:
        raise ValueError("no sheaf")
    return {key: _Bound(columns, at) for at, key in enumerate(each)}


def _key(group: Group) -> bytes:
    locale, number = group
    return f"sheaf {number} {locale}".encode()
