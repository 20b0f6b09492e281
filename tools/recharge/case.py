"""One simulated case to be told to a reader: in a language, a currency, and with the dates its period needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

from recharge.advice import Recommendation, recommended_trigger, year_of_use
from recharge.catalog import Catalog
from recharge.model import Run
from recharge.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario, its run, and how to write about them; `safety_days` are for the recommended trigger."""

    scenario: Scenario
    run: Run
    catalog: Catalog
    currency: str
    safety_days: int

    def money(self, minor: int, *, signed: bool = False, whole: bool = False) -> str:
        """An amount in the case's currency."""
        return self.catalog.money(minor, self.currency, signed=signed, whole=whole)

    def short_date(self, day: date) -> str:
        """A date, without its year where the period has only one."""
        first, last = self.run.days[0].date, self.run.days[-1].date
        return self.catalog.date(day, "day" if first.year == last.year else "day_year")

    def period(self) -> str:
        """The first and the last day."""
        first, last = (self.catalog.date(self.run.days[place].date) for place in (0, -1))
        return first if first == last else self.catalog.text("answer_period", start=first, end=last)

    def daily_use(self) -> list[int]:
        """What each day asks for, whether it was served or blocked."""
        return [sum(e.amount for e in day.entries if e.kind in ("use", "blocked")) for day in self.run.days]

    def year_of_use(self) -> int:
        """Twelve months of such use."""
        return year_of_use(sum(self.daily_use()), len(self.run.days))

    def recommendation(self) -> Recommendation:
        """The trigger to choose for the busiest day's use."""
        return recommended_trigger(max(self.daily_use()), self.scenario.lead_days, self.safety_days)


def items(texts: Iterable[str]) -> str:
    """Texts as the items of an HTML list."""
    return "".join(f"<li>{escape(text)}</li>" for text in texts)
