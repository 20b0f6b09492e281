"""A prepaid account: lots of funds used first in first out, debt, payments on their way, and a record of it all.

Every method is one of the steps a simulated day is made of; `recharge.model` puts them in order.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from recharge.dates import one_year_after
from recharge.scenario import Movement, Scenario


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened on a day, and the balance after it.

    `kind` is `recharge` (credited), `payment` (a recharge started, credited some days later), `expiry`, `manual`,
    `use`, `blocked` (a call refused; costs nothing), `failure` (a payment) or `disabled` (auto-recharge went off).
    """

    kind: str
    amount: int
    balance: int


@dataclass(slots=True)
class _Lot:
    expires: date
    remaining: int


@dataclass(slots=True)
class Account:
    """The state between two events, and what has been recorded so far; amounts in minor units."""

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
        """Begin a day: its entries and counts start anew, on the first of a month the monthly ones too."""
        if (today.year, today.month) != (self.today.year, self.today.month):
            self.month_total = 0
        self.today = today
        self.recharged_today = 0
        self.entries = []

    def settle(self) -> None:
        """Credit the payments due today."""
        while self.pending and self.pending[0].date <= self.today:
            amount = self.pending.popleft().amount
            self.pending_total -= amount
            self._credit(amount, self.today)
            self._record("recharge", amount)

    def expire(self) -> None:
        """Remove the lots bought twelve months ago or earlier."""
        if self.scenario.expiry_months == 0:
            return
        while self.lots and self.lots[0].expires <= self.today:
            amount = self.lots.popleft().remaining
            self.balance -= amount
            self.expired.append(Movement(self.today, amount))
            self._record("expiry", amount)

    def add_by_hand(self, amount: int) -> None:
        """Credit funds an admin adds."""
        self.manual_total += amount
        self._credit(amount, self.today)
        self._record("manual", amount)

    def use(self, amount: int) -> None:
        """Serve a call whole, from the oldest lot on; refuse it if there is no balance."""
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
        """Start recharges while the balance, with what is on its way, is low; stop at whatever stands in the way."""
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
        """The result of the days so far, as `recharge.simulate` gives it; `daily` are their closing balances."""
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
