"""Which trigger to choose, and how much is too much."""

from dataclasses import dataclass

FORMER_MINIMUM = 5000
"""The least amount the fields took in 2018, in minor units: 50.00. Today's text no longer says so."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A trigger and how it came about: days covered, exact amount, rounded to a whole unit, with the 50.00 floor."""

    days: int
    exact: int
    rounded: int
    trigger: int


def recommended_trigger(peak: int, lead_days: int, safety_days: int) -> Recommendation:
    """The trigger that outlasts the time a payment takes, at the peak daily use (minor units).

    max(1, lead + safety) x peak + 1 minor unit, for the balance has to fall below it; then up to a whole unit, and
    not under 50.00.
    """
    days = max(1, lead_days + safety_days)
    exact = days * peak + 1
    rounded = -(-exact // 100) * 100
    return Recommendation(days, exact, rounded, max(rounded, FORMER_MINIMUM))


def year_of_use(total: int, days: int) -> int:
    """Twelve months of use, from a total over some days: rounded down to a minor unit.

    Trigger and recharge amount together should not be above it, or funds expire unused.
    """
    return total * 365 // days


def formerly_refused(amount: int) -> bool:
    """Whether an amount is one the fields of 2018 would have refused: under 50, or with a fraction."""
    return amount < FORMER_MINIMUM or amount % 100 != 0
