"""Which trigger to choose, how much is too much, and what it takes that no call is blocked."""

from dataclasses import dataclass, replace

from recharge.model import Run, run
from recharge.scenario import MAX_AMOUNT, Movement, Scenario

FORMER_MINIMUM = 50
"""The least amount the fields took in 2018, in whole units. Today's text no longer says so."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A trigger and how it came about: days covered, exact amount, rounded to a whole unit, with the 50.00 floor."""

    days: int
    exact: int
    rounded: int
    trigger: int


def recommended_trigger(peak: int, lead_days: int, safety_days: int, unit: int = 100) -> Recommendation:
    """The trigger that outlasts the time a payment takes, at the peak daily use (minor units, `unit` to a whole one).

    max(1, lead + safety) x peak + 1 minor unit, for the balance has to fall below it; then up to a whole unit, and
    not under 50.00.
    """
    days = max(1, lead_days + safety_days)
    exact = days * peak + 1
    rounded = -(-exact // unit) * unit
    return Recommendation(days, exact, rounded, max(rounded, FORMER_MINIMUM * unit))


def year_of_use(total: int, days: int) -> int:
    """Twelve months of use, from a total over some days: rounded down to a minor unit.

    Trigger and recharge amount together should not be above it, or funds expire unused.
    """
    return total * 365 // days


def formerly_refused(amount: int, unit: int = 100) -> bool:
    """Whether an amount is one the fields of 2018 would have refused: under 50, or with a fraction."""
    return amount < FORMER_MINIMUM * unit or amount % unit != 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Settings that were simulated: the trigger, and funds to add by hand on the first day.

    `helps` says that with them no call is blocked in the period; `run` is what happens with them.
    """

    trigger: int
    add: int
    helps: bool
    run: Run


def suggest(scenario: Scenario, now: Run, recommended: int) -> Suggestion:
    """The recommended trigger (or the scenario's own, if that is higher), with funds by hand where it is not enough.

    Funds already on their way too late for the first days are what a trigger cannot mend. The least amount in whole
    units is looked for in the days until a first payment can be there, and has to hold for the whole period.
    Neither is ever more than can be entered.
    """
    trigger = min(max(scenario.trigger, recommended), MAX_AMOUNT)
    changed = replace(scenario, auto_recharge=True, trigger=trigger)
    found = now if changed == scenario else run(changed)
    if not _blocks(found):
        return Suggestion(trigger, 0, True, found)
    unit = scenario.unit
    low, high = 0, min((trigger - min(scenario.opening, 0)) // unit + 1, MAX_AMOUNT // unit)
    opening_days = replace(changed, days=min(scenario.days, scenario.lead_days + 2))
    most = high
    while high - low > 1:
        middle = (low + high) // 2
        if _blocks(run(_added(opening_days, middle * unit))):
            low = middle
        else:
            high = middle
    for units in dict.fromkeys((high, most)):
        found = run(_added(changed, units * unit))
        if not _blocks(found):
            return Suggestion(trigger, units * unit, True, found)
    return Suggestion(trigger, most * unit, False, found)


def _added(scenario: Scenario, amount: int) -> Scenario:
    return replace(scenario, manual=(*scenario.manual, Movement(scenario.start, amount)))


def _blocks(found: Run) -> bool:
    return bool(found.result["interruptionDays"])
