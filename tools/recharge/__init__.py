"""The recharge calculator: what a recharge amount and a trigger do to a prepaid balance, day by day.

`simulate` is the reference model; the ES module `docs/assets/recharge/model.js` gives the same output to the byte.
`render.render` writes the calculator's page fragment in one of the six languages of the site.
"""

from recharge.model import simulate
from recharge.scenario import InputError

__all__ = ["InputError", "simulate"]
