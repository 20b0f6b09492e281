"""The prepaid balance, day by day: funds bought in lots, used first in first out, expiring after twelve months.

All amounts are integers in minor units (1/100), all dates calendar dates. The facts the model rests on (the balance
must fall *below* the trigger; funds unused twelve months after their purchase are forfeited) are those of Microsoft's
"Set up Communications Credits for your organization", as of 2024-11-18; what the page does not say (no call without a
positive balance, one payment attempt a day after a failure, a call once begun is served whole) is assumed here.
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from recharge.dates import one_year_after
from recharge.scenario import Movement, Scenario, read_scenario


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened on a day, and the balance after it.

    `kind` is `recharge` (credited), `payment` (a recharge started, credited some days later), `expiry`, `manual`,
    `use`, `blocked` (a call refused; costs nothing), `failure` (a payment) or `disabled` (auto-recharge went off).
    """

    kind: str
    amount: int
    balance: int


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
    account = _Account(scenario)
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


@dataclass(slots=True)
class _Lot:
    expires: date
    remaining: int


@dataclass(slots=True)
class _Account:
    """The state between two events, and what has been recorded so far."""

    scenario: Scenario
    today: date = date.min
    balance: int = 0
    debt: int = 0
    lots: deque[_Lot] = field(default_factory=deque)
    pending: deque[Movement] = field(default_factory=deque)
    pending_total: int = 0
    enabled: bool = True
    failures_in_row: int = 0
    recharged_today: int = 0
    month_total: int = 0
    entries: list[Entry] = field(default_factory=list)
    recharges: list[Movement] = field(default_factory=list)
    expired: list[Movement] = field(default_factory=list)
    failures: list[date] = field(default_factory=list)
    interruptions: list[date] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)
    manual_total: int = 0
    served: int = 0
    unserved: int = 0
    min_balance: int = 0
    min_date: date = date.min

    def __post_init__(self) -> None:
        self.enabled = self.scenario.auto_recharge
        self._credit(self.scenario.opening, self.scenario.opening_purchased)
        self.min_balance, self.min_date = self.balance, self.scenario.start

    def open_day(self, today: date) -> None:
        if (today.year, today.month) != (self.today.year, self.today.month):
            self.month_total = 0
        self.today = today
        self.recharged_today = 0
        self.entries = []

    def settle(self) -> None:
        while self.pending and self.pending[0].date <= self.today:
            amount = self.pending.popleft().amount
            self.pending_total -= amount
            self._credit(amount, self.today)
            self._record("recharge", amount)

    def expire(self) -> None:
        if self.scenario.expiry_months == 0:
            return
        while self.lots and self.lots[0].expires <= self.today:
            amount = self.lots.popleft().remaining
            self.balance -= amount
            self.expired.append(Movement(self.today, amount))
            self._record("expiry", amount)

    def add_by_hand(self, amount: int) -> None:
        self.manual_total += amount
        self._credit(amount, self.today)
        self._record("manual", amount)

    def use(self, amount: int) -> None:
        if self.balance <= 0:
            self.unserved += amount
            if not self.interruptions or self.interruptions[-1] != self.today:
                self.interruptions.append(self.today)
            self._record("blocked", amount)
            return
        self.served += amount
        self.balance -= amount
        left = amount
        while left and self.lots:
            taken = min(left, self.lots[0].remaining)
            self.lots[0].remaining -= taken
            left -= taken
            if not self.lots[0].remaining:
                self.lots.popleft()
        self.debt += left
        self._record("use", amount)

    def evaluate_trigger(self) -> None:
        scenario = self.scenario
        while self.enabled and self._is_low():
            if scenario.recharge_amount == 0:
                self.warnings.add("RECHARGE_AMOUNT_ZERO")
                return
            if self.failures and self.failures[-1] == self.today:
                return
            if self.recharged_today >= scenario.max_recharges_per_day:
                self.warnings.add("MAX_PER_DAY")
                return
            if scenario.monthly_cap is not None and self.month_total + scenario.recharge_amount > scenario.monthly_cap:
                self.warnings.add("MONTHLY_CAP")
                return
            if self.today in scenario.fail_on:
                self._fail()
                return
            self._recharge(scenario.recharge_amount)

    def _is_low(self) -> bool:
        level = self.balance + self.pending_total
        return level < self.scenario.trigger or (
            level == self.scenario.trigger and self.scenario.comparison == "atOrBelow"
        )

    def _fail(self) -> None:
        self.failures.append(self.today)
        self.failures_in_row += 1
        self._record("failure", self.scenario.recharge_amount)
        if self.failures_in_row >= self.scenario.max_consecutive_failures:
            self.enabled = False
            self.warnings.add("AUTO_RECHARGE_DISABLED")
            self._record("disabled", 0)

    def _recharge(self, amount: int) -> None:
        self.failures_in_row = 0
        self.recharged_today += 1
        self.month_total += amount
        self.recharges.append(Movement(self.today, amount))
        if self.scenario.lead_days:
            self.pending.append(Movement(self.today + timedelta(days=self.scenario.lead_days), amount))
            self.pending_total += amount
            self._record("payment", amount)
        else:
            self._credit(amount, self.today)
            self._record("recharge", amount)

    def _credit(self, amount: int, purchased: date) -> None:
        """Add funds: debt is paid first, the rest becomes a lot. A negative amount (an opening one) is debt."""
        self.balance += amount
        rest = amount - self.debt
        self.debt = max(0, -rest)
        if rest > 0:
            self.lots.append(_Lot(one_year_after(purchased), rest))

    def _record(self, kind: str, amount: int) -> None:
        self.entries.append(Entry(kind, amount, self.balance))
        if self.balance < self.min_balance:
            self.min_balance, self.min_date = self.balance, self.today

    def result(self, daily: list[int], dates: list[date]) -> dict[str, Any]:
        return {
            "closing": self.balance,
            "recharges": _as_json(self.recharges),
            "rechargeCount": len(self.recharges),
            "totalRecharged": sum(recharge.amount for recharge in self.recharges),
            "pending": self.pending_total,
            "manualTotal": self.manual_total,
            "served": self.served,
            "unserved": self.unserved,
            "expired": _as_json(self.expired),
            "expiredTotal": sum(lot.amount for lot in self.expired),
            "minBalance": self.min_balance,
            "minBalanceDate": self.min_date.isoformat(),
            "interruptionDays": [day.isoformat() for day in self.interruptions],
            "endOfDayAtOrBelowZero": [
                day.isoformat() for day, closing in zip(dates, daily, strict=True) if closing <= 0
            ],
            "failures": [day.isoformat() for day in self.failures],
            "autoRechargeEnabledAtEnd": self.enabled,
            "warnings": sorted(self.warnings),
            "daily": daily,
        }


def _as_json(movements: Iterable[Movement]) -> list[dict[str, Any]]:
    return [{"date": movement.date.isoformat(), "amount": movement.amount} for movement in movements]


def _check(scenario: Scenario, account: _Account, usage: defaultdict[date, list[int]], days: list[Day]) -> None:
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
