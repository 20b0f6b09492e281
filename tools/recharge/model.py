"""The prepaid balance, day by day: funds bought in lots, used first in first out, expiring after twelve months.

All amounts are integers in minor units (1/100), all dates calendar dates. The facts the model rests on (the balance
must fall *below* the trigger; funds unused twelve months after their purchase are forfeited) are those of Microsoft's
"Set up Communications Credits for your organization", as of 2024-11-18; what the page does not say (no call without a
positive balance, one payment attempt a day after a failure, a call once begun is served whole) is assumed here.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from recharge.account import Account, Entry
from recharge.scenario import Movement, Scenario, read_scenario


@dataclass(frozen=True, slots=True)
class Day:
    """A day's balance at its start and end, and the entries that lead from one to the other."""

    date: date
    opening: int
    entries: tuple[Entry, ...]
    closing: int


@dataclass(frozen=True, slots=True)
class Run:
    """A simulated period: the result as `simulate` gives it, and the day-by-day record behind it."""

    result: dict[str, Any]
    days: tuple[Day, ...]


class ConservationError(AssertionError):
    """Money appeared or vanished: a fault of this program, never of its input."""


def simulate(value: object) -> dict[str, Any]:
    """The result for a decoded JSON input: closing balance, recharges, blocked days, daily balances and so on.

    Raises InputError, which names the field, when the input is not a scenario.
    """
    return run(read_scenario(value)).result


def run(scenario: Scenario) -> Run:
    """Simulate the scenario; ConservationError if the books do not balance."""
    account = Account(scenario)
    usage = _by_date(scenario.usage)
    manual = _by_date(scenario.manual)
    days = []
    for offset in range(scenario.days):
        today = scenario.start + timedelta(days=offset)
        opening = account.balance
        account.open_day(today)
        account.settle()
        account.expire()
        for amount in manual[today]:
            account.add_by_hand(amount)
        account.evaluate_trigger()
        for amount in usage[today]:
            account.use(amount)
            account.evaluate_trigger()
        days.append(Day(today, opening, tuple(account.entries), account.balance))
    result = account.result([day.closing for day in days], [day.date for day in days])
    _check(scenario, account, usage, days)
    return Run(result, tuple(days))


def recharges_needed(balance: int, amount: int, trigger: int, comparison: str = "below") -> int:
    """How many recharges of `amount` (> 0) lift `balance` out of the trigger's reach at once."""
    if comparison == "below":
        return max(0, -((balance - trigger) // amount))
    return max(0, (trigger - balance) // amount + 1)


def _by_date(movements: Iterable[Movement]) -> defaultdict[date, list[int]]:
    by_date: defaultdict[date, list[int]] = defaultdict(list)
    for movement in movements:
        by_date[movement.date].append(movement.amount)
    return by_date


def _check(scenario: Scenario, account: Account, usage: defaultdict[date, list[int]], days: list[Day]) -> None:
    recharged = sum(recharge.amount for recharge in account.recharges) - account.pending_total
    expired = sum(lot.amount for lot in account.expired)
    books = scenario.opening + account.manual_total + recharged - account.served - expired
    asked = sum(sum(usage[day.date]) for day in days)
    if not (
        books == account.balance == sum(lot.remaining for lot in account.lots) - account.debt
        and account.served + account.unserved == asked
        and not (account.lots and account.debt)
    ):
        raise ConservationError(f"the books do not balance: {scenario}")
