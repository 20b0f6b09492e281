"""What in code a reader has as an own thing: places to fill in, and the language that the page is read in.

A program takes whatever stands there, so a translator names it in the reader's words: `<your-name>`, `[app id]`,
`{lang}` in an address, `YOUR_TOKEN`, and `lang: 'en'` where the page shows what a reader would write.
"""

from __future__ import annotations

import re
from itertools import islice

from facingpages.languages.codes import ADDRESSED, names_of, speaks_of
from facingpages.late import late
from facingpages.nearest import resemblance

# A place for a reader's own words, two or more of them, or one no program has: no tag, no type, no list.
OWN_WORDS = late(
    r"(?<![\w>\])])(?:<(?!/)[^\W\d_]\w*(?:[-' _\u2019]\w++)++>|<(?!/)[^\W\d_][\w.]*(?: [\w.]++){2,}+>|<(?=[A-Za-z0-9_]*+[^\x00-\x7f])\w++>|\[[^\W\d_]\w*+(?:[- ]\w++)++\])"
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
# Twice in braces, with nothing to choose from: a template has blanks there, or a sign.
DOUBLED = late(r"(?<![${])\{\{(?:/(?=[\w.-]+/)|~/)?[^\W\d_](?:[^{}|\r\n]*[^{}|\s])?\}\}(?!\})")
CALLED = late(r"[A-Za-z]")
ANY_PLACE = late(r"(?:<[^\W\d_][\w -]*>|(?<!\$)\{[^\W\d_][\w -]*\})")
# The same as English names it in code, `YOUR_DOMAIN`; what another language puts in its stead holds no sign of code.
YOURS_IN = r"(?<![A-Za-z0-9_-])[Yy](?:our|OUR)[_-][A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*(?![\w-])"
PART = r"[^\W\d][\w-]*"
# What a place is called in code, as groups of one pattern, and the shape of what stands there in another language.
FILLED = late(
    rf"(?P<name>{YOURS_IN})|(?P<path>(?<![\w.-])path[/\\]to(?=[/\\])|(?<![\w.-])PATH[/\\]TO(?=[/\\]))"
    r"|(?P<example>(?<=[/@.])example\.(?:com|org|net)(?![\w.-]))"
    r"|(?P<host>(?:(?<=://)(?:my|your)-?[a-z]\w*(?:\.(?:com|org|net|tld))?"
    r"|(?<=[\w*]\.)(?:my|your)-?(?:company|domain|host|name|server|shop|site|website)\.(?:com|org|net|tld))(?![\w.-]))"
)
SYLLABIC = late(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")  # words of Chinese, Japanese, Korean
WORDED = late(r"[\w .'-]+")  # what may render them in code
MOST, LONGEST = 6, 400  # places in code, and letters of it: of more, what stands where is tried in too many ways
SHAPES = {
    "name": rf"({PART})", "path": rf"({PART}(?:[/\\]{PART}){{0,2}})", "example": rf"({PART}\.[a-z]{{2,4}})",
    "host": rf"({PART}(?:\.{PART})*)",
}  # fmt: skip
WHOSE, COUNTRY = late("^(?:my|your)-?"), 2
TOP = late(r"\.[a-z]+$")  # what a host ends with
LOCAL = late(r"localhost|[\d.]+|.*\blocal", re.I)  # no name that a reader gives
# What languages call an example, without marks.
EXAMPLES = frozenset((
    "beispiel", "contoh", "ejemplo", "eksempel", "esempio", "esimerkki", "exemple", "exempel", "exemplo", "exemplu",
    "ornek", "pavyzdys", "pelda", "piemers", "priklad", "primer", "primjer", "przyklad", "vidu", "voorbeeld",
    "xn--e1afmkfd", "\u043f\u0440\u0438\u043c\u0435\u0440", "\u043f\u0440\u0438\u043a\u043b\u0430\u0434",
))  # fmt: skip
SLIP = 0.7  # how like a word another is at least that was meant to be it
LOCALE = late(r"(?<![A-Za-z0-9])([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)(?![A-Za-z0-9])")


def as_read(one: str, two: str, locale: str, *, command: bool, markup: bool = False) -> str:
    """A line of the translation with the source's words for what is a reader's own, where the two have it in the same places."""
    two = _in_language(one, two, locale)
    if not one.isascii() and _renders(one, two):
        return one
    if command and ANY_PLACE.sub("<>", one) == ANY_PLACE.sub("<>", two) and "{" in two and "{" not in one:
        return one
    if markup:  # there brackets are tags, but for what no tag is called
        return _alike(UNTAGGED, one, two, SIMPLE) if "<" in two and not two.isascii() else two
    if "<" in one or "[" in one:
        two = _alike(OWN_WORDS, one, two)
        two = _alike(USAGE, one, two) if command else two
    if "{" in one:
        two = _alike(BRACED, one, two, ANY_BRACED)
    return two


def _renders(one: str, two: str) -> bool:
    """Whether a line is the source's, but for words in its script that the translation has in another one."""
    parts = SYLLABIC.split(one)
    last = parts.pop()
    if not parts or SYLLABIC.search(two) or not (two.startswith(parts[0]) and two.endswith(last)):
        return False
    at = len(parts[0])
    for part in parts[1:]:
        found = two.find(part, at + 1)
        if found < 0 or not WORDED.fullmatch(two, at, found):
            return False
        at = found + len(part)
    return WORDED.fullmatch(two, at, len(two) - len(last)) is not None


def _in_language(one: str, two: str, locale: str) -> str:
    """A line with the language that the source's names, where it names its own."""
    if one == two:
        return two
    there, here = LOCALE.split(one), LOCALE.split(two)
    if len(there) != len(here):
        return two
    own = names_of(locale)
    return "".join(
        a if number % 2 and a != b and (_code(b) in own or _speaks(a, b, locale)) and _is_language(a) else b
        for number, (a, b) in enumerate(zip(there, here, strict=True))
    )


def _speaks(one: str, two: str, locale: str) -> bool:
    """Whether both name a country, and the second one's people speak the page's language: `en-US`, `sv-FI`."""
    if len(one) != len(two) or len(one) == len(one.strip("-_").partition("-")[0].partition("_")[0]):
        return False
    return speaks_of(_code(two), locale) or (locale.lower() == "zh" and _code(two) == "zh-cn")


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


def filled_in(command: str) -> str:
    """A command whose places for a reader's own words, `cp {{path/to/file}}`, are all the same. `{{name}}` alone is none."""
    return told if (told := DOUBLED.sub("{{}}", command)) != command and CALLED.search(told) else command


def names_otherwise(one: str, two: str) -> bool:
    """Whether code differs in nothing but places for a reader's own words, each of them called by one name of its own:
    `YOUR_DOMAIN`, `/path/to/`, `https://my-server`, `you@example.com`."""
    found = list(islice(FILLED.finditer(one), MOST + 1)) if max(len(one), len(two)) <= LONGEST else []
    if not 0 < len(found) <= MOST:
        return False
    parts, at = [], 0
    for match in found:
        parts += [re.escape(one[at : match.start()]), SHAPES[match.lastgroup or ""]]
        at = match.end()
    there = re.fullmatch("".join([*parts, re.escape(one[at:])]), two)
    if there is None:
        return False
    own = {(str(old.lastgroup), old.group(), new) for old, new in zip(found, there.groups(), strict=True)}
    return len(own) == len({old for _, old, _ in own}) and all(
        old == new or _fills(kind, old, new) for kind, old, new in own
    )


def _fills(kind: str, old: str, new: str) -> bool:
    """Whether one name may stand for another in a place of a kind, and is no slip of it."""
    if kind == "name":
        return old.isupper() == (new.upper() == new) and not _says_your(new)
    if kind == "example":
        (_, was), (name, end) = (host.rsplit(".", 1) for host in (old, new))
        return name.lower() in EXAMPLES and (end == was or len(end) == COUNTRY)
    one, two = old.lower(), new.lower()
    if kind == "host" and (top := TOP.search(one)) is not None and two.endswith(top[0]):
        one, two = one.removesuffix(top[0]), two.removesuffix(top[0])
    rest = WHOSE.sub("", one) if kind == "host" else ""
    if rest and rest in two:  # `meinserver`
        one, two = one.removesuffix(rest).strip("-"), two.partition(rest)[0].strip("-")
    if resemblance(one, two) >= SLIP:
        return False
    return kind == "path" or not LOCAL.fullmatch(new)


def _says_your(name: str) -> bool:
    """Whether a name begins as English ones do, or nearly so: then it was mistyped."""
    words = re.split("[_-]", name.lower())
    return any(resemblance(word, "your") >= SLIP for word in words)
