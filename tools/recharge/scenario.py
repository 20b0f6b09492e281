"""What is simulated: a scenario, read from JSON and checked field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from recharge.dates import FIRST, LAST, parse_iso_date

MAX_AMOUNT = 9_999_999_999
"""The largest amount, in minor units: 99 999 999.99 with two decimals."""
MAX_DAYS = 800
MAX_LEAD_DAYS = 30
MAX_CALLS = 100
"""The most calls a day the form spreads a day's use over: with them 800 days stay under `MAX_EVENTS`."""
MAX_EVENTS = 100_000
"""The longest list. With it every sum stays under 2**53, the limit of exact integers in the browser."""
MAX_RECHARGES_PER_DAY = 1000
COMPARISONS = ("below", "atOrBelow")
EXPIRY_MONTHS = (0, 12)

_AMOUNT = f"a whole number of minor units (50.00 is 5000 with two decimals) from {{}} to {MAX_AMOUNT}"
DECIMALS = (2, 4)
"""How fine minor units may be: hundredths, thousandths, ten-thousandths. Calls cost fractions of a cent."""
_DATE = f"a date that exists, as in 2026-03-31, from {FIRST} to {LAST}"


class InputError(ValueError):
    """A field of the input is wrong.

    `field` is its path (`usage[3].amount`), empty for the input as a whole; `code` is the kind of fault, the same as
    the browser's model gives; `expected` says what would be right.
    """

    def __init__(self, field: str, code: str, expected: str) -> None:
        super().__init__(f"{field or 'the input'}: {code}: {expected}")
        self.field = field
        self.code = code
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Movement:
    """An amount on a date: a call charge, or funds added by hand. In minor units, never negative."""

    date: date
    amount: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """A period, the funds at its start, the auto-recharge settings and what happens.

    Amounts are in minor units of 10 ** -`decimals`.
    """

    start: date
    days: int
    opening: int
    opening_purchased: date
    recharge_amount: int
    trigger: int
    auto_recharge: bool = True
    usage: tuple[Movement, ...] = ()
    manual: tuple[Movement, ...] = ()
    comparison: str = "below"
    max_recharges_per_day: int = 100
    lead_days: int = 0
    fail_on: frozenset[date] = frozenset()
    max_consecutive_failures: int = 3
    monthly_cap: int | None = None
    expiry_months: int = 12
    decimals: int = 2

    @property
    def unit(self) -> int:
        """How many minor units a whole unit of the currency has."""
        return int(10**self.decimals)


def read_scenario(value: object) -> Scenario:
    """The scenario in a decoded JSON object; InputError names the first field that is wrong.

    `usage` and `manual` may hold dates outside the period and in any order: only those inside it take part, those of
    one day in the order of the list.
    """
    if not isinstance(value, Mapping):
        raise InputError("", "TYPE", "an object with start, days, opening, rechargeAmount and trigger")
    reader = _Reader(value)
    start = reader.day("start")
    scenario = Scenario(
        start=start,
        days=reader.integer("days", 1, MAX_DAYS),
        opening=reader.amount("opening", -MAX_AMOUNT),
        opening_purchased=reader.day("openingPurchased", start),
        auto_recharge=reader.boolean("autoRecharge", True),
        recharge_amount=reader.amount("rechargeAmount"),
        trigger=reader.amount("trigger"),
        usage=reader.movements("usage"),
        manual=reader.movements("manual"),
        comparison=reader.choice("comparison", COMPARISONS),
        max_recharges_per_day=reader.integer("maxRechargesPerDay", 0, MAX_RECHARGES_PER_DAY, 100),
        lead_days=reader.integer("leadDays", 0, MAX_LEAD_DAYS, 0),
        fail_on=reader.days("failOn"),
        max_consecutive_failures=reader.integer("maxConsecutiveFailures", 1, MAX_DAYS, 3),
        monthly_cap=None if value.get("monthlyCap") is None else reader.amount("monthlyCap"),
        expiry_months=reader.expiry_months("expiryMonths"),
        decimals=reader.integer("decimals", *DECIMALS, 2),
    )
    reader.finish()
    if scenario.opening_purchased > start:
        raise InputError("openingPurchased", "AFTER_START", f"a date not after start ({start})")
    return scenario


class _Reader:
    """Takes fields out of a mapping one by one, and knows which ones there are."""

    def __init__(self, mapping: Mapping[str, Any], path: str = "") -> None:
        self._mapping = mapping
        self._path = path
        # The currency does not change a sum; the examples carry it for their readers.
        self._known = {"monthlyCap", "currency"} if not path else set()

    def _take(self, name: str, default: object = None) -> Any:
        self._known.add(name)
        if name in self._mapping:
            return self._mapping[name]
        if default is None:
            raise InputError(self._path + name, "MISSING", "a value: this field has no default")
        return default

    def integer(self, name: str, low: int, high: int, default: int | None = None) -> int:
        return self._whole(name, self._take(name, default), low, high, f"a whole number from {low} to {high}")

    def amount(self, name: str, low: int = 0) -> int:
        return self._whole(name, self._take(name), low, MAX_AMOUNT, _AMOUNT.format(low))

    def _whole(self, name: str, value: object, low: int, high: int, expected: str) -> int:
        if isinstance(value, float) and value.is_integer():
            # JSON has one kind of number: 5000.0 is 5000, as it is in the browser.
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise InputError(self._path + name, "TYPE", expected)
        if not low <= value <= high:
            raise InputError(self._path + name, "RANGE", expected)
        return value

    def boolean(self, name: str, default: bool) -> bool:
        value = self._take(name, default)
        if not isinstance(value, bool):
            raise InputError(self._path + name, "TYPE", "true or false")
        return value

    def choice(self, name: str, choices: Sequence[str]) -> str:
        value = self._take(name, choices[0])
        if value not in choices:
            raise InputError(self._path + name, "CHOICE", " or ".join(f'"{choice}"' for choice in choices))
        return str(value)

    def expiry_months(self, name: str) -> int:
        value = self.integer(name, min(EXPIRY_MONTHS), max(EXPIRY_MONTHS), 12)
        if value not in EXPIRY_MONTHS:
            raise InputError(self._path + name, "CHOICE", "12, or 0 for funds that never expire")
        return value

    def day(self, name: str, default: date | None = None) -> date:
        value = self._take(name, default)
        return value if isinstance(value, date) else _date(self._path + name, value)

    def days(self, name: str) -> frozenset[date]:
        values = self._list(name)
        return frozenset(_date(f"{name}[{index}]", value) for index, value in enumerate(values))

    def movements(self, name: str) -> tuple[Movement, ...]:
        return tuple(_movement(f"{name}[{index}]", value) for index, value in enumerate(self._list(name)))

    def _list(self, name: str) -> list[object]:
        values = self._take(name, [])
        if not isinstance(values, list):
            raise InputError(self._path + name, "TYPE", "a list")
        if len(values) > MAX_EVENTS:
            raise InputError(self._path + name, "RANGE", f"a list of at most {MAX_EVENTS} entries")
        return values

    def finish(self) -> None:
        """Refuse fields nobody asked for: a misspelt one would be a default in disguise."""
        for name in self._mapping:
            if name not in self._known:
                raise InputError(self._path + name, "UNKNOWN", f"one of {', '.join(sorted(self._known))}")


def _date(field: str, value: object) -> date:
    if not isinstance(value, str):
        raise InputError(field, "TYPE", _DATE)
    try:
        return parse_iso_date(value)
    except ValueError:
        raise InputError(field, "DATE", _DATE) from None


def _movement(field: str, value: object) -> Movement:
    if not isinstance(value, Mapping):
        raise InputError(field, "TYPE", 'an object such as {"date": "2026-03-31", "amount": 5000}')
    reader = _Reader(value, field + ".")
    movement = Movement(reader.day("date"), reader.amount("amount"))
    reader.finish()
    return movement
