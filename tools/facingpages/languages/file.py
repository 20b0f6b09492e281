"""One language: what its file says, and what CLDR says through Babel. Each is read when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from facingpages.datafile import read_toml
from facingpages.languages import cldr, numerals
from facingpages.languages.scripts import LATIN, shown

if TYPE_CHECKING:
    from decimal import Decimal

FOLDER = Path(__file__).parent
WIDE = 12  # numerals are known up to here
BROKEN_CAPITALS = "ÃÄÅÈÐÑ"


class Language:
    """A language. All but `code` are keys of its file; a language without file has none of them.

    `numerals`: how the words for 1 to 12 begin, twelve regular expressions, in any gender and case.
    `common`: the little words that make up a good part of any text in it and are rare in its neighbours.
    `letters`: those beyond a to z that it writes with. `scripts`: those it is written in, where CLDR does not know.
    `neighbours`: languages that share so many words with it that it is told from them only by a wide margin.
    `declines`: foreign names take endings. `compounds`: words are joined, so that one behind a label may be meant.
    `clitics`: little words and endings that are written onto the word beside them, as regular expressions: `before` it,
    `after` it.
    `abbreviations`: words that end in a stop of their own, without it. `unwritten`: how one for absent text begins.
    `function`: words that tell that a text is in it at all, `number_words`: those that stand for a number, each with
    what it may stand for, `full_day`: those for a day of 24 hours, and `compounds_with`: second halves of hyphenated
    words, all as regular expressions.
    `zones`: its names of time zones, as regular expressions, each with hours ahead of UTC. `comma_groups`: a comma
    groups digits and does nothing else.
    `alerts`: how readers call a note, tip, important, caution and warning.
    `dates`: how it writes a day of the year, with `{month}` for a name; `months`: such names by number, beside CLDR's.
    `own_months`: names of the months of its own calendar, whose days are none of the common ones.
    `year_offsets`: what the years of its calendar are ahead of the common ones, `eras`: names before a year, each with
    the common year before its first, `first_year`: how that is written. `discount`: words behind the tenths of a price
    that are left to pay. `all_week`: idioms for day and night, as regular expressions.
    `half`: words for a half more (one and a half), as regular expressions.
    `teens` and `tens`: how the words for 13 to 19 and for 20, 30 ... 90 begin, seven and eight regular expressions, and
    `between`: what joins the words of 42. `told`: words for so many minutes (15, 30) or hundredths (50), as regular
    expressions. `half_to`: what is said before the next hour at half past one. `parts`: what is said before a unit of
    which there is a `half` or a `quarter`, `large`: words for a dozen, hundred, thousand, and such as are made in their
    own way (`200`), by their number, as regular expressions.
    `translators`: how translators call themselves in their notes, as regular expressions.
    `translated`: how words begin that say that a text was translated, as regular expressions.
    `negation`: words that say that something is not so, as regular expressions, where it was measured what they tell.
    `minus`: what is said for a minus or below zero, `limits`: for the `least` and the `most`, as regular expressions.
    `calendar`: its own, by the name that `languages/calendars.py` has for it.
    `percent`, `units` (by unit in lower case) and `multipliers` (word to factor): beside those that CLDR knows.
    """

    code: str
    numerals: Sequence[str] = ()
    common: str = ""
    letters: str = ""
    scripts: Sequence[str] = ()
    neighbours: Sequence[str] = ()
    declines: bool = False
    compounds: bool = False
    clitics: Mapping[str, str] = MappingProxyType({})
    comma_groups: bool = False
    abbreviations: Sequence[str] = ()
    unwritten: Sequence[str] = ()
    function: Sequence[str] = ()
    number_words: Mapping[str, Sequence[str]] = MappingProxyType({})
    full_day: Sequence[str] = ()
    zones: Mapping[str, Sequence[float]] = MappingProxyType({})
    compounds_with: Sequence[str] = ()
    alerts: Sequence[str] = ()
    dates: Sequence[str] = ()
    months: Mapping[str, Sequence[str]] = MappingProxyType({})
    own_months: Sequence[str] = ()
    calendar: str = ""
    year_offsets: Sequence[int] = ()
    eras: Mapping[str, int] = MappingProxyType({})
    first_year: str = ""
    discount: Sequence[str] = ()
    all_week: Sequence[str] = ()
    half: Sequence[str] = ()
    teens: Sequence[str] = ()
    tens: Sequence[str] = ()
    between: str = ""
    half_to: str = ""
    told: Mapping[str, Sequence[str]] = MappingProxyType({})
    parts: Mapping[str, str] = MappingProxyType({})
    large: Mapping[str, str] = MappingProxyType({})
    translators: Sequence[str] = ()
    translated: Sequence[str] = ()
    negation: Sequence[str] = ()
    minus: Sequence[str] = ()
    limits: Mapping[str, str] = MappingProxyType({})
    percent: Sequence[str] = ()
    units: Mapping[str, Sequence[str]] = MappingProxyType({})
    multipliers: Mapping[str, int] = MappingProxyType({})

    def __init__(self, code: str, **keys: Any) -> None:
        if unknown := keys.keys() - Language.__annotations__.keys():
            raise TypeError(f"{code}: no language has {', '.join(sorted(unknown))}")
        self.code = code
        vars(self).update(keys)

    @cached_property
    def words(self) -> frozenset[str]:
        """The commonest little words."""
        return frozenset(self.common.split())

    @cached_property
    def written_in(self) -> frozenset[str]:
        """The scripts it is written in, by the names of `scripts`; Latin where nobody knows."""
        return frozenset(self.scripts or (shown(self.common) or cldr.script(self.code) or LATIN,))

    @cached_property
    def strange_capitals(self) -> frozenset[str]:
        """Capitals that half a letter in a wrong encoding leaves behind, and that it does not have itself."""
        if not self.letters and LATIN in self.written_in:
            return frozenset()
        return frozenset(BROKEN_CAPITALS) - frozenset(self.letters.upper())

    def is_clitic(self, side: str, letters: str) -> bool:
        """Whether letters are a little word or an ending that is written onto its neighbour, `before` or `after` it."""
        pattern = self.clitics.get(side)
        return pattern is not None and re.fullmatch(pattern, letters) is not None

    @cached_property
    def percents(self) -> re.Pattern[str] | None:
        """Its words for per cent."""
        return _any((*cldr.forms(self.code, "%"), *self.percent))

    @cache  # noqa: B019  # as many as there are languages, for as long as the program runs
    def numeral(self, number: int) -> re.Pattern[str] | None:
        """What a number looks like as a word; None where that is not known."""
        if not 1 <= number <= min(WIDE, len(self.numerals)):
            return numerals.composed(self, number)
        alternatives = "|".join(filter(None, (self.numerals[number - 1], self.large.get(str(number)))))
        spaced = re.search(r"(?<!\\)[a-zа-яα-ω]", alternatives) is not None
        return re.compile(rf"\b(?:{alternatives})" if spaced else f"(?:{alternatives})", re.I)

    @cached_property
    def month_names(self) -> Mapping[str, int]:
        """The number of each month, by its names, long ones first."""
        numbers = range(1, 13)
        names = {name: n for n in numbers for name in (*cldr.months(self.code, n), *self.months.get(str(n), ()))}
        return dict(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))

    @cache  # noqa: B019
    def month(self, number: int) -> re.Pattern[str] | None:
        """What a month looks like as a word; None where that is not known."""
        names = [name for name, found in self.month_names.items() if found == number]
        return _any(sorted(map(cldr.month_begins, names)))

    def months_in(self, text: str) -> frozenset[int]:
        """The numbers of the months that a text may name."""
        begins = self._month_words
        return (
            frozenset(begins[match.group(1).lower()] for match in self._month_word.finditer(text))
            if begins
            else frozenset()
        )

    @cached_property
    def _month_words(self) -> Mapping[str, int]:
        return {name[:3].lower(): number for name, number in self.month_names.items()}

    @cached_property
    def _month_word(self) -> re.Pattern[str]:
        return re.compile(rf"\b({'|'.join(map(re.escape, self._month_words))})[^\W\d_]*\b", re.I)

    def dated(self, text: str) -> Sequence[tuple[str, str, int]]:
        """The dates in a text whose month stands there as a word: the date, that word, the month's number."""
        found = self._dates.finditer(text) if self.dates else ()
        return [(match.group(), name, self.month_names[name]) for match in found for name in match.groups() if name]

    @cached_property
    def _dates(self) -> re.Pattern[str]:
        names = f"({'|'.join(map(re.escape, self.month_names))})"
        return re.compile("|".join(pattern.replace("{month}", names) for pattern in self.dates))

    @cache  # noqa: B019
    def unit(self, unit: str) -> re.Pattern[str] | None:
        """How it writes a unit, named by its sign in lower case (`kb`), where it has words or signs of its own."""
        return _any((*cldr.forms(self.code, unit), *self.units.get(unit, ())))

    @cached_property
    def factors(self) -> Sequence[tuple[str, int]]:
        """Its words that multiply, as regular expressions, each with its factor."""
        own = ((re.escape(word), factor) for word, factor in self.multipliers.items())
        return [*cldr.factors(self.code), *own]

    def dates_otherwise(self, text: str) -> bool:
        """Whether a text names a month of the language's own calendar."""
        return self._own_month is not None and self._own_month.search(text) is not None

    @cached_property
    def _own_month(self) -> re.Pattern[str] | None:
        return _words(self.own_months)

    def years(self, year: int, before: str) -> Iterator[int]:
        """The common years that a number may stand for, by the calendar of the language and the era named before it."""
        if 1000 <= year < 3000:
            yield from (year - offset for offset in self.year_offsets)
        if self.eras and 0 < year < 200:
            before = before.rstrip()
            yield from (began + year for era, began in self.eras.items() if before.endswith(era))

    def first_years(self, text: str) -> Iterator[tuple[str, int]]:
        """First years of eras, which have a word of their own: as written, and the common year."""
        if self.first_year and self.first_year in text:
            names = ((era + self.first_year, began + 1) for era, began in self.eras.items())
            yield from ((name, year) for name, year in names if name in text)

    def discounted(self, number: Decimal, text: str) -> Decimal | None:
        """The per cent taken off a price of which so many tenths (8, 8.5, 85) are left to pay, by the word behind."""
        if not self.discount or not 0 < number < 100 or not text.lstrip().startswith(tuple(self.discount)):
            return None
        return 100 - (number * 10 if number < 10 else number)

    def never_rests(self, text: str) -> bool:
        """Whether a text says that something goes on day and night, with numbers: 24/7."""
        return self._all_week is not None and self._all_week.search(text) is not None

    @cached_property
    def _all_week(self) -> re.Pattern[str] | None:
        return _any(self.all_week)

    def counts(self, text: str) -> bool:
        """Whether a text has words that stand for a number."""
        return self._number_word is not None and self._number_word.search(text) is not None

    def counted(self, text: str) -> set[str]:
        """What the number words of a text stand for: each by itself, and as many hundreds and thousands."""
        if not self.counts(text):
            return set()
        found = {value for word, values in self._number_values if word.search(text) for value in values}
        whole = [int(value) for value in found if value.isdigit()]
        return found | {str(number * many) for many in (100, 1000) if many in whole for number in whole}

    @cached_property
    def _number_values(self) -> Sequence[tuple[re.Pattern[str], Sequence[str]]]:
        return [(re.compile(rf"\b(?:{word})\b", re.I), values) for word, values in self.number_words.items()]

    @cached_property
    def _number_word(self) -> re.Pattern[str] | None:
        return _words(tuple(self.number_words))

    def telling(self, text: str) -> int:
        """How many of a text's words are such that no sentence is made without; none where nobody knows them."""
        return len(self._telling.findall(text)) if self._telling else 0

    @cached_property
    def _telling(self) -> re.Pattern[str] | None:
        return _words(self.function)

    @cached_property
    def negated(self) -> re.Pattern[str] | None:
        """Its words that say that something is not so; None where nobody measured what they tell."""
        return _any(self.negation)

    @cached_property
    def hyphenated(self) -> re.Pattern[str] | None:
        """Second halves of its hyphenated words."""
        return _any(self.compounds_with)


@cache
def files() -> frozenset[str]:
    """The codes of the languages that have a file."""
    return frozenset(path.stem for path in FOLDER.glob("*.toml"))


@cache
def language(locale: str) -> Language:
    """The language of a locale: `sv` of `sv`, `sv-SE`, `sv_FI`, `swe`, `swedish`."""
    from facingpages.languages.codes import HOMED, code_of  # which asks for the files of languages

    code = code_of(locale).replace("_", "-").partition("-")[0].lower()
    code = code if code in files() else HOMED.get(code) or cldr.preferred(code)
    if code != locale:
        return language(code)
    if code not in files():
        return Language(code)
    return Language(code, **read_toml((FOLDER / f"{code}.toml").read_bytes()))


def _any(alternatives: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(alternatives), re.I) if alternatives else None


def _words(alternatives: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.I) if alternatives else None
