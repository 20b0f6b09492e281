"""The units of a site: which go out, and what becomes of those that come back."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from facingpages.config import Config
from facingpages.engine import Plan
from facingpages.exchange.units import ExchangeUnit, InlineCode, Parts, Returned, units
from facingpages.merge.page import Cut, PageChunk, is_broken, read
from facingpages.merge.verify import findings
from facingpages.site.opener import root_of
from facingpages.update.base import Versions
from facingpages.update.page import stamped
from facingpages.update.records import Pending, Records, digest, named
from facingpages.update.site import Page

DEPTH = 20  # versions of a source in which the old text of a pending block is looked for


def is_behind(page: Page, records: Records) -> bool:
    """Whether an update of the page was not written yet, so that its blocks are not those of its source as it is."""
    if page.updated.state == "unknown":
        return False
    known = records.of(page.page.path)
    return page.updated.text != page.raw or any(one.target not in known for one in page.updated.pending)


def units_of(page: Page, records: Records, config: Config) -> list[ExchangeUnit]:
    """The units of a translation."""
    dialect = config.at(page.page.path).dialect
    source, target = read(page.now, dialect), read(page.raw, dialect)
    waiting = records.of(page.page.path)
    return list(units(page.page.path, source, target, _old(page, waiting, config)))


def _old(page: Page, waiting: Mapping[str, Pending], config: Config) -> dict[str, str]:
    """What the source of pending blocks was before, as far as its committed versions hold it."""
    wanted = {one.old for one in waiting.values() if one.old}
    found: dict[str, str] = {}
    versions = (
        Versions(page.source.file, page.source.root or root_of(config.root), page.now).committed if wanted else ()
    )
    for _, _, raw in versions[:DEPTH]:
        for piece in read(raw, config.at(page.source.path).dialect)[1]:
            name = digest(piece.plain)
            if name in wanted:
                found[name] = piece.plain
        if len(found) == len(wanted):
            break
    return {target: found.get(one.old, "") for target, one in waiting.items()}


class Change(NamedTuple):
    """A unit, the text that takes its place, and what came back."""

    unit: ExchangeUnit
    text: str
    parts: Parts


class RefusedUnit(NamedTuple):
    """A unit that is not taken, and why."""

    id: str
    line: int
    why: str


@dataclass
class Taken:
    """A translation with what came back for it. With `refused`, nothing of it is to be written."""

    text: bytes
    refused: list[RefusedUnit] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)
    changed: bool = False


def take(page: Page, records: Records, returned: Iterable[Returned], config: Config, plan: Plan) -> Taken:
    """Put what came back into a translation, and see that it is in parity with its source as it was before."""
    known = {unit.id: unit for unit in units_of(page, records, config)}
    dialect = config.at(page.page.path).dialect
    source, target = read(page.now, dialect), read(page.raw, dialect)
    taken = Taken(page.raw)
    done: dict[int, list[Change]] = {}
    for one in returned:
        unit = known.get(one.id)
        if unit is None:
            taken.refused.append(RefusedUnit(one.id, 1, "there is no such block: the page has changed since"))
            continue
        same = _flat(one.target) == _flat(unit.target)
        filled = unit.pending and _flat(one.target) == _flat(unit.source)
        if one.final is False or (not one.final and (same or filled)) or (same and not unit.pending):
            continue
        why = _wrong(unit, one.target)
        if why:
            taken.refused.append(RefusedUnit(one.id, unit.line, why))
        else:
            done.setdefault(unit.at, []).append(
                Change(unit, _written(unit, one.target, target[1][unit.at]), one.target)
            )
    if done and not taken.refused:
        _apply(taken, page, records, done, (source, target), plan)
    return taken


def _flat(parts: Parts) -> list[tuple[str, str] | str]:
    return [(part.id, part.kind) if isinstance(part, InlineCode) else part for part in parts]


def _codes(parts: Parts) -> Counter[tuple[str, str]]:
    return Counter((part.id, part.kind) for part in parts if isinstance(part, InlineCode))


def _wrong(unit: ExchangeUnit, parts: Parts) -> str:
    """What is wrong with the codes of a text that came back."""
    mine = _codes(parts)
    wanted = [_codes(unit.source), *([_codes(unit.target)] if not unit.pending else [])]
    if mine in wanted:
        order = [part for part in parts if isinstance(part, InlineCode)]
        for at, code in enumerate(order):
            if code.kind == "close" and not any(one.id == code.id and one.kind == "open" for one in order[:at]):
                return f"code {code.id} ends before it begins"
        return ""
    names: dict[tuple[str, str], str] = {
        (part.id, part.kind): part.value for part in (*unit.source, *unit.target) if isinstance(part, InlineCode)
    }
    lost = next(iter(wanted[0] - mine), None)
    if lost is not None:
        return f"code {lost[0]} is lost ({names[lost]})"
    extra = next(iter(mine - wanted[0]))
    return f"there is no code {extra[0]} in its source" if extra not in names else f"code {extra[0]} stands twice"


def _written(unit: ExchangeUnit, parts: Parts, piece: PageChunk) -> str:
    """The text of a unit with what its codes stand for; its own bytes where it says nothing new."""
    values = unit.values
    text = "".join(
        values[part.id, part.kind] if isinstance(part, InlineCode) else " ".join(part.split("\n")) for part in parts
    )
    now = piece.passage.text[unit.start : unit.end]
    return now if " ".join(now.split()) == " ".join(text.split()) else text.strip()


def _apply(
    taken: Taken, page: Page, records: Records, done: Mapping[int, Sequence[Change]], pair: tuple[Cut, Cut],
    plan: Plan,
) -> None:  # fmt: skip
    """Write what came back into a page and see what has become of it."""
    source, target = pair
    parts = []
    for piece in target[1]:
        body = piece.body
        for one in sorted(done.get(piece.index, ()), key=lambda one: -one.unit.start):
            body = body[: one.unit.start] + one.text + body[one.unit.end :]
        parts.append(piece.head + body + piece.tail)
    mark = BOM_UTF8 if page.raw.startswith(BOM_UTF8) else b""
    text = mark + "".join(parts).encode()
    result = read(text, target[0].dialect)
    found = _broken(target, result, done) or _told(source, target, result, plan)
    if found is not None:
        where, why = found
        unit = (done.get(where) or next(iter(done.values())))[0].unit
        taken.refused.append(RefusedUnit(unit.id, unit.line, why))
        return
    names, fresh, waiting = named(target[1]), named(result[1]), records.of(page.page.path)
    kept = [(at, waiting[name]) for at, name in enumerate(names) if name in waiting and at not in done]
    taken.pending = [one._replace(target=fresh[at]) for at, one in kept]
    taken.text = stamped(text, page.now) if waiting and not kept else text
    taken.changed = True


def _broken(target: Cut, result: Cut, done: Mapping[int, Sequence[Change]]) -> tuple[int, str] | None:
    """The first block that is not what it was, but for its words, and how."""
    shapes = [[(one.kind, one.head) for one in pieces] for pieces in (target[1], result[1])]
    if is_broken(result[0]) or shapes[0] != shapes[1]:
        at = next((at for at, (one, two) in enumerate(zip(*shapes, strict=False)) if one != two), -1)
        return at, "its text would begin another block"
    for at, changes in done.items():
        expected = _values(target[1][at])
        for unit, _, back in changes:
            expected.subtract(part.value for part in unit.target if isinstance(part, InlineCode))
            expected.update(unit.values[part.id, part.kind] for part in back if isinstance(part, InlineCode))
        if _values(result[1][at]) != Counter({value: n for value, n in expected.items() if n and "\n" not in value}):
            return at, "its text holds markup of its own, or undoes that of a code"
    return None


def _told(source: Cut, target: Cut, result: Cut, plan: Plan) -> tuple[int, str] | None:
    """An error that the check tells of the result, and did not of the translation as it was."""
    before = Counter(one.rule for one in findings(plan, source[0], target[0]))
    for one in findings(plan, source[0], result[0]):
        before[one.rule] -= 1
        if before[one.rule] < 0 and one.severity.value == "error":
            return _at(result, one.place.line), f"{one.rule}: {one.text}"
    return None


def _values(piece: PageChunk) -> Counter[str]:
    return Counter(token.value for token in piece.passage.tokens)


def _at(page: Cut, line: int) -> int:
    found = [piece.index for piece in page[1] if page[0].place(piece.start).line <= line]
    return found[-1] if found else -1


def by_page(returned: Iterable[Returned]) -> dict[str, list[Returned]]:
    """What came back, by page."""
    found: dict[str, list[Returned]] = {}
    for one in returned:
        found.setdefault(one.page, []).append(one)
    return found


def wanted(all_units: Iterable[ExchangeUnit], *, pending: bool) -> Iterator[ExchangeUnit]:
    """All units, or those that are left to a person."""
    return (unit for unit in all_units if unit.pending or not pending)
