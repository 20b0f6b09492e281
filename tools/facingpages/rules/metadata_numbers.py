"""Numbers in what front matter says to people: the ten tips of a title are no twelve in its translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facingpages.document import Entry
from facingpages.finding import Finding
from facingpages.languages import language
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.matching import overlapping

FIGURE = late(r"\d")


def renumbered(pair: Pair, entry: Entry, other: Entry) -> Iterator[Finding]:
    """The one number of a value that is another one in its translation, in figures on both sides.

    A title is short and freely translated: where more than one number differs, or a day or an hour, nothing is said.
    """
    if entry.shape == "mapping":
        return  # what is set below a key is told where it is set
    if not (FIGURE.search(entry.value) and FIGURE.search(other.value)):
        return
    from facingpages.rules.converted import unconverted  # few titles hold a figure
    from facingpages.rules.hours import hours
    from facingpages.rules.number import CHANGED
    from facingpages.rules.quantities import DIGITS, quantities

    there, here = (Counter(DIGITS.findall(value)) for value in (entry.value, other.value))
    gone, new = there - here, here - there
    if len(gone) != 1 or len(new) != 1 or there.total() != here.total():
        return
    origin, own = language(pair.source.locale), language(pair.locale)
    if origin.dated(entry.value) or own.dated(other.value) or any(hours(entry.value)) or any(hours(other.value)):
        return
    s = quantities(entry.value, pair.source.locale)
    missing, extra = overlapping(s, quantities(other.value, pair.locale, pair.source.locale), lambda item: item[1])
    missing, extra = unconverted(entry.value, other.value, missing, extra, s)
    if len(missing) == 1 == len(extra):
        yield pair.finding(CHANGED, "changed", at=other, origin=entry, here=extra[0][0], there=missing[0][0])
