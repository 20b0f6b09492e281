"""One simulated case to be told to a reader: in a language, a currency, and with the dates its period needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

from recharge.advice import Recommendation, Suggestion, recommended_trigger, suggest, year_of_use
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
        decimals = self.scenario.decimals
        return self.catalog.money(minor, self.currency, signed=signed, whole=whole, decimals=decimals)

    def short_date(self, day: date) -> str:
        """A date, without its year where the period has only one."""
        return self.catalog.date(day, self._short_form())

    def short_period(self, first: date, last: date) -> str:
        """Some days, without their year where the period has only one."""
        return self.catalog.language.range_text(first, last, self._short_form())

    def long_date(self, day: date) -> str:
        """A date with its month in full, without its year where the period has only one."""
        return self.catalog.date(day, "long_day" if self._has_one_year() else "long")

    def _short_form(self) -> str:
        return "day" if self._has_one_year() else "day_year"

    def _has_one_year(self) -> bool:
        return self.run.days[0].date.year == self.run.days[-1].date.year

    def period(self) -> str:
        """The first and the last day."""
        return self.catalog.language.range_text(self.run.days[0].date, self.run.days[-1].date)

    def daily_use(self) -> list[int]:
        """What each day asks for, whether it was served or blocked."""
        return [sum(e.amount for e in day.entries if e.kind in ("use", "blocked")) for day in self.run.days]

    def per_month(self, amount: int) -> int:
        """What an amount of this period comes to in an average month."""
        return amount * 365 // (12 * len(self.run.days))

    def year_of_use(self) -> int:
        """Twelve months of such use."""
        return year_of_use(sum(self.daily_use()), len(self.run.days))

    def recommendation(self) -> Recommendation:
        """The trigger to choose for the busiest day's use."""
        return recommended_trigger(max(self.daily_use()), self.scenario.lead_days, self.safety_days, self.scenario.unit)

    def suggestion(self) -> Suggestion:
        """What to set so that no call is blocked, simulated."""
        return suggest(self.scenario, self.run, self.recommendation().trigger)


def items(texts: Iterable[str]) -> str:
    """Texts as the items of an HTML list."""
    return "".join(f"<li>{escape(text)}</li>" for text in texts)
