"""The worked example, and the other examples a reader can load: what stands in the fields."""

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from recharge.scenario import Movement, Scenario


@dataclass(frozen=True, slots=True)
class Example:
    """The fields of the form; amounts in minor units of the language's currency, the same in every language."""

    opening: int = 10_000
    recharge_amount: int = 10_000
    trigger: int = 5_000
    use: int = 1_000
    start: date = date(2026, 3, 1)
    days: int = 30
    calls: int = 10
    lead_days: int = 0
    purchased: date | None = None
    fail_on: tuple[date, ...] = ()
    safety_days: int = 2

    def scenario(self) -> Scenario:
        """What is simulated: the use of every day of the period, in so many calls of one size."""
        days = [self.start + timedelta(days=offset) for offset in range(self.days)]
        return Scenario(
            start=self.start,
            days=self.days,
            opening=self.opening,
            opening_purchased=self.purchased or self.start,
            recharge_amount=self.recharge_amount,
            trigger=self.trigger,
            usage=tuple(Movement(day, amount) for day in days for amount in shares(self.use, self.calls)),
            lead_days=self.lead_days,
            fail_on=frozenset(self.fail_on),
        )

    def as_json(self) -> dict[str, Any]:
        """The fields for the script, with dates as text."""
        return asdict(self) | {
            "start": self.start.isoformat(),
            "purchased": self.purchased.isoformat() if self.purchased else "",
            "fail_on": " ".join(day.isoformat() for day in self.fail_on),
        }


def shares(amount: int, calls: int) -> list[int]:
    """An amount in so many parts as equal as whole minor units allow; parts of nothing are left out."""
    ends = [amount * number // calls for number in range(calls + 1)]
    return [end - start for start, end in pairwise(ends) if end > start]


WORKED_EXAMPLE = Example()
"""On day 5 the balance is exactly at the trigger and nothing happens; the next call sets off the recharge."""

PRESETS = {
    "example": WORKED_EXAMPLE,
    "gap": replace(WORKED_EXAMPLE, opening=20_000, recharge_amount=2_000, trigger=10_000, use=9_000, days=5, calls=1),
    "zero": replace(WORKED_EXAMPLE, opening=4_000, recharge_amount=5_000, trigger=0, use=2_000, days=5),
    "idle": replace(WORKED_EXAMPLE, opening=6_000, recharge_amount=5_000, use=0, days=800, purchased=date(2025, 4, 1)),
    "late": replace(WORKED_EXAMPLE, trigger=3_000, use=4_000, days=10, lead_days=2, safety_days=1),
    "declined": replace(
        WORKED_EXAMPLE,
        use=1_500,
        days=10,
        fail_on=(date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 6)),
    ),
}
"""The traps worth showing, by the name of their button."""
