"""What in code a reader has as an own thing: places to fill in, and the language that the page is read in.

A program takes whatever stands there, so a translator names it in the reader's words: `<your-name>`, `[app id]`,
`{lang}` in an address, `YOUR_TOKEN`, and `lang: 'en'` where the page shows what a reader would write.
"""

from __future__ import annotations

import re

from facingpages.languages.codes import ADDRESSED, names_of
from facingpages.late import late
from facingpages.seldom import SequenceMatcher

# A place for a reader's own words, two or more of them, or one no program has: no tag, no type, no list.
OWN_WORDS = late(
    r"(?<![\w>\])])(?:<(?!/)[^\W\d_]\w*(?:[-' _\u2019]\w+)+>|<(?!/)[^\W\d_][\w.]*(?: [\w.]+){2,}>|<(?=[A-Za-z0-9_]*+[^\x00-\x7f])\w++>|\[[^\W\d_]\w*(?:[- ]\w+)+\])"
)
USAGE = late(r"(?<=[\s/=:@])(?:<[^\W\d_][\w' -]*>|\[[^\W\d_][\w' -]*\])")  # of a command: what it is called with
UNTAGGED = late(r"<(?=[^<>/]*[^\x00-\x7f<>])[^\W\d_][^<>/=\"']*>")
SIMPLE = late(
    r"<(?!(?:a|b|br|code|dd|div|dl|dt|em|h[1-6]|hr|i|img|kbd|li|ol|p|pre|s|span|strong|sub|sup|table|td|th|tr|u|ul)>)[^\W\d_][\w -]*>"
)
PLACE = late(r"<[^\W\d_][\w .'\u2019-]*>")  # a whole value
# In braces, as no program has it: in letters beyond its own, or as a part of an address or a path.
BRACED = late(r"(?<!\$)\{(?=[^{}]*[^\x00-\x7f{}])[^\W\d][\w '\u2019-]*\}|(?<=[/=])\{[^\W\d][\w -]*\}")
ANY_BRACED = late(r"(?<!\$)\{[^\W\d][\w -]*\}")
# The same as English names it in code, `YOUR_DOMAIN`; what another language puts in its stead holds no sign of code.
YOURS = late(r"(?<![A-Za-z0-9_-])[Yy](?:our|OUR)[_-][A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*(?![\w-])")
OWN = r"([^\W\d][\w-]*)"
SLIP = 0.7  # how like a word another is at least that was meant to be it
LOCALE = late(r"(?<![A-Za-z0-9])([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)(?![A-Za-z0-9])")


def as_read(one: str, two: str, locale: str, *, command: bool, markup: bool = False) -> str:
    """A line of the translation with the source's words for what is a reader's own, where the two have it in the same places."""
    two = _in_language(one, two, locale)
    if markup:  # there brackets are tags, but for what no tag is called
        return _alike(UNTAGGED, one, two, SIMPLE) if "<" in two and not two.isascii() else two
    if "<" in one or "[" in one:
        two = _alike(OWN_WORDS, one, two)
        two = _alike(USAGE, one, two) if command else two
    if "{" in one:
        two = _alike(BRACED, one, two, ANY_BRACED)
    return two


def _in_language(one: str, two: str, locale: str) -> str:
    """A line with the language that the source's names, where it names its own."""
    if one == two:
        return two
    there, here = LOCALE.split(one), LOCALE.split(two)
    if len(there) != len(here):
        return two
    own = names_of(locale)
    return "".join(
        a if number % 2 and a != b and _code(b) in own and _is_language(a) else b
        for number, (a, b) in enumerate(zip(there, here, strict=True))
    )


def _code(text: str) -> str:
    return text.lower().replace("_", "-")


def _is_language(text: str) -> bool:
    return _code(text) in ADDRESSED or _code(text).partition("-")[0] in ADDRESSED


def _alike(places: re.Pattern[str], one: str, two: str, there: re.Pattern[str] | None = None) -> str:
    """A line with the source's words in all places of a kind, if both have as many."""
    words = [match.group() for match in (there or places).finditer(one)]
    if not words or len(words) != len(places.findall(two)):
        return two
    left = iter(words)
    return places.sub(lambda _: next(left), two)


def is_place(one: str, two: str) -> bool:
    """Whether two values are places for a reader's own, each called in its language: `<string>`, `<cadena>`."""
    return PLACE.fullmatch(one) is not None and PLACE.fullmatch(two) is not None


def filled(text: str) -> str:
    """Inline code whose places for a reader's own words are all the same: `<your-name>`, `[app id]`."""
    return OWN_WORDS.sub("<>", text)


def names_otherwise(one: str, two: str) -> bool:
    """Whether code differs in nothing but places for a reader's own words, each of them called by one name of its own."""
    names = YOURS.findall(one)
    match = re.fullmatch(OWN.join(map(re.escape, YOURS.split(one))), two) if names else None
    if match is None:
        return False
    own = set(zip(names, match.groups(), strict=True))
    return len(own) == len(set(names)) and all(
        old == new or (old.isupper() == (new.upper() == new) and not _says_your(new)) for old, new in own
    )


def _says_your(name: str) -> bool:
    """Whether a name begins as English ones do, or nearly so: then it was mistyped."""
    words = re.split("[_-]", name.lower())
    return any(SequenceMatcher(None, word, "your").ratio() >= SLIP for word in words)
