"""Generated inputs of the model, small enough to read and crowded with edges: month ends, zero, the trigger itself."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

STARTS = [date(2026, 1, 30), date(2026, 3, 1), date(2027, 12, 30), date(2028, 2, 27), date(2099, 12, 31)]
AMOUNTS = st.sampled_from([0, 1, 99, 1000, 2000, 4999, 5000, 5001, 10_000, 9_999_999_999]) | st.integers(0, 20_000)


@st.composite
def inputs(draw: st.DrawFn) -> dict[str, Any]:
    start = draw(st.sampled_from(STARTS))
    # One period in ten is long enough for lots to expire twice.
    long = draw(st.integers(0, 9)) == 0
    days = draw(st.integers(360, 800) if long else st.integers(1, 40))

    def nearby(before: int = 2) -> st.SearchStrategy[str]:
        return st.integers(-before, min(days, 400) + 1).map(lambda offset: (start + timedelta(days=offset)).isoformat())

    def movements(most: int) -> st.SearchStrategy[list[dict[str, Any]]]:
        return st.lists(st.fixed_dictionaries({"date": nearby(), "amount": AMOUNTS}), max_size=most)

    purchased = st.integers(0, 800).map(lambda age: (start - timedelta(days=age)).isoformat())
    required = {
        "start": st.just(start.isoformat()),
        "days": st.just(days),
        "opening": AMOUNTS | AMOUNTS.map(lambda amount: -amount),
        "rechargeAmount": AMOUNTS,
        "trigger": AMOUNTS,
        "usage": movements(20),
    }
    optional = {
        "openingPurchased": purchased,
        "autoRecharge": st.booleans(),
        "manual": movements(4),
        "comparison": st.sampled_from(["below", "atOrBelow"]),
        "maxRechargesPerDay": st.integers(0, 5) | st.just(20 if long else 1000),
        "leadDays": st.integers(0, 30),
        "failOn": st.lists(nearby(0), max_size=6),
        "maxConsecutiveFailures": st.integers(1, 4),
        "monthlyCap": st.none() | AMOUNTS,
        "expiryMonths": st.sampled_from([0, 12]),
        "decimals": st.integers(2, 4),
    }
    return draw(st.fixed_dictionaries(required, optional=optional))
