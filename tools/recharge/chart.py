"""The geometry of the balance chart: integers only, so that the script draws the very chart the server drew.

Widths and heights are shares of the plot's in 1/10000: the chart is as large as its place, pinned above the fields on a
phone too, while its texts and marks keep their size.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, pairwise, takewhile

from recharge.model import Day

WIDTH = 10_000
HEIGHT = 10_000

_DAY_STEPS = (1, 2, 5, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12)
_MOST_X_TICKS = 6
_MOST_Y_STEPS = 5
_MARK_GAP = 800
"""Marks of one kind closer than this are drawn as one: 8 % of a phone's plot is about twice a mark's own width."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to point out on a day: `recharge`, `equal`, `expiry`, `zero` or `failure`, and the balance there.

    It stands for `count` of its kind, the last of them on `until`.
    """

    kind: str
    until: date
    date: date
    amount: int
    x: int
    y: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Plot:
    """What to draw: SVG path data of the line and the area under it, ticks and marks, and where zero and trigger lie.

    `y_ticks` are pairs of amount and height, `x_ticks` of date and place; `months` says that those are
    firsts of months.
    """

    line: str
    area: str
    trigger_y: int
    zero_y: int
    y_ticks: tuple[tuple[int, int], ...]
    x_ticks: tuple[tuple[date, int], ...]
    months: bool
    marks: tuple[Mark, ...]


def plot(days: Sequence[Day], trigger: int) -> Plot:
    """The chart of a simulated period of one day or more."""
    low = min(0, min(min(_seen(day)) for day in days))
    high = max(trigger, 1, max(max(_seen(day)) for day in days))
    step = _tick_step(high - low)
    bottom = low // step * step
    top = -(-high // step) * step

    def y(amount: int) -> int:
        return (top - amount) * HEIGHT // (top - bottom)

    def x(offset: int) -> int:
        return offset * WIDTH // len(days)

    line = _line(days, x, y)
    x_ticks, months = _x_ticks(days, x)
    return Plot(
        line=line,
        area=f"{line}V{y(0)}H0Z",
        trigger_y=y(trigger),
        zero_y=y(0),
        y_ticks=tuple((amount, y(amount)) for amount in range(bottom, top + 1, step)),
        x_ticks=x_ticks,
        months=months,
        marks=_thinned(
            mark for offset, day in enumerate(days) for mark in _marks(day, trigger, x(offset), y, first=offset == 0)
        ),
    )


def _seen(day: Day) -> list[int]:
    return [day.opening, *(entry.balance for entry in day.entries)]


def _tick_step(span: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 ... minor units that needs few enough steps."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if span <= factor * power * _MOST_Y_STEPS:
                return factor * power
        power *= 10


def _line(days: Sequence[Day], x: Callable[[int], int], y: Callable[[int], int]) -> str:
    """Each day a vertical stroke over the balances it saw, then a level one at its closing balance."""
    level = y(days[0].opening)
    path = [f"M0 {level}"]
    for offset, day in enumerate(days):
        seen = _seen(day)
        heights = [y(min(seen)), y(max(seen)), y(day.closing)]
        if all(height == level for height in heights):
            continue
        path.append(f"H{x(offset)}")
        for height in heights:
            if height != level:
                path.append(f"V{height}")
            level = height
    return "".join(path) + f"H{WIDTH}"


def _x_ticks(days: Sequence[Day], x: Callable[[int], int]) -> tuple[tuple[tuple[date, int], ...], bool]:
    first = days[0].date
    for step in _DAY_STEPS:
        if len(days) <= step * _MOST_X_TICKS:
            offsets = range(0, len(days), step)
            return tuple((first + timedelta(days=offset), x(offset)) for offset in offsets), False
    step = next(step for step in _MONTH_STEPS if len(days) <= step * 30 * _MOST_X_TICKS)
    firsts = (date(first.year + months // 12, months % 12 + 1, 1) for months in count(first.month, step))
    inside = takewhile(lambda tick: (tick - first).days < len(days), firsts)
    return tuple((tick, x((tick - first).days)) for tick in inside), True


def _marks(day: Day, trigger: int, x: int, y: Callable[[int], int], *, first: bool) -> list[Mark]:
    found: list[Mark] = []

    def mark(kind: str, amount: int) -> None:
        found.append(Mark(kind, day.date, day.date, amount, x, y(amount)))

    last = {entry.kind: entry.balance for entry in day.entries}
    balances = _seen(day)
    crossing = [after for before, after in pairwise(balances) if before > 0 >= after]
    # Later marks are drawn over earlier ones: the large hollow shapes come first.
    # An idle balance may stay on the trigger for months: one mark where it gets there.
    if day.closing == trigger and (first or day.entries):
        mark("equal", day.closing)
    if crossing:
        mark("zero", crossing[0])
    for kind in ("failure", "expiry", "recharge"):
        if kind in last:
            mark(kind, last[kind])
    return found


def _thinned(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks without those that would be drawn over one of their kind; the one that stays counts them."""
    shown: list[Mark] = []
    last: dict[str, int] = {}
    for mark in marks:
        place = last.get(mark.kind)
        if place is None or mark.x - shown[place].x >= _MARK_GAP:
            last[mark.kind] = len(shown)
            shown.append(mark)
        else:
            shown[place] = replace(shown[place], count=shown[place].count + 1, until=mark.date)
    return tuple(shown)
