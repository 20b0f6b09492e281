"""What in code and components is written for people: the words in strings, between tags, in lines of prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from facingpages.align.features import neutral_target
from facingpages.languages.codes import ADDRESSED, names_of
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.rules.readers import is_place, names_otherwise
from facingpages.seldom import unescape

STRING = late(
    r"(?<!\\)\"(?:[^\"\\\n]|\\.)*+\"|(?<!\\)'(?:[^'\\\n]|\\.)*+'|`[^`]*`|[\u201c\u201e\u00ab\u00bb\u201d][^\n\"\u201c\u201d\u201e\u00ab\u00bb]*+[\u201d\u201c\u00bb\u00ab]|>(?:[^<>{}]|\{\{[^<>{}]*+\}\}|\{[\w.]+\})*+<"
)
# In prose and markup: what is not text. Tags, Markdoc, expressions, targets, code, addresses, what a line begins with.
STRUCTURE = late(
    r"</?[\w.-][^<>]*>|\{%.*?%\}|\{[^{}]*\}|\]\(<?[^)#>\s]*|`[^`]*`|https?://[^\s\"'<>)]+|&(?:[A-Za-z]+|#\d+);|^\s*(?:[#>*+|-]+(?=\s|$)|\d+[.)]|:::\w*|[a-z][\w-]*:(?=\s))+"
)
BLANK = " \t\r\n\f\v"  # to a program: a no-break space or an ideographic one is none
BLANKS = late(r"[ \t\r\n]+")
CURLY = late("[\"'\u2018-\u201f\u00ab\u00bb]")
ESCAPED = late(r"\\(?:(['\"])|n)")
SET_IN = late(r"`[^`]*`|[a-z][\w+.-]*://[^\s\"'`<>),;]*")
PAUSE = late(r";(?=\s+[^\W\d_])")  # in running text; of so many words
SENTENCE = 5
WHOLE = 3  # words that no translation has as they are, and in their order
LAYOUT = late(
    r",\s*+(?=[\])}])|(?<![\s,])\s++(?=[\])}])|(?<=[\[({,])\s++"
)  # how a literal of several values is laid out
NO_WORDS = late(r"[=;{}\\]|://|^\S*/\S*$")
PLACES = late(r"\{\{[^{}]*\}\}|(?<!\S)[/~][\w./{}$-]+|\$?\{[^{}\n]{0,80}\}")
# What a reader puts an own value for: `sk-YOUR-API-KEY`, `YOUR_TOKEN_HERE`.
YOURS = late(r"([a-z]{0,8}[-_]?)(?:YOUR|MY|REPLACE|INSERT|ENTER)(?:[-_ ][A-Z]+)+")
LETTER = late(r"[^\W\d_]")
STOPS = " .,:;!?"
PROPERTY = late(r"(?:,\s*|(?<=\()|\s)([a-z][\w-]*)=(?:\"[^\"]*\"|'[^']*')")
PARTED = late(r",(?=\s*[a-z][\w-]*=)")  # what one is set apart with
ONLY_WORDS = late(r"\s*(?:[^\W\d_]+[.,:;!?]?\s+)*(?:[^\W\d_]+[.,:;!?]?\s*)")
SEVERAL = late(r"[^\W\d_]\W*\s\W*[^\W\d_]")
NAME = late(r"[A-Z][a-z]+")
# What a program writes for people to read, by what it calls to do so.
SAYS = late(
    r"\b(?:print(?:ln|f)?|puts|echo|alert|confirm|prompt|console\.\w+|Console\.Write(?:Line)?|Write-(?:Host|Output)|cout\s*<<|say)"
    r"!?[ \t]{0,4}\(?[ \t]{0,4}f?(\"[^\"\\\n{}$%]*\"|'[^'\\\n{}$%]*'|`[^`\\\n{}$%]*`)", re.I
)  # fmt: skip
# A text for people, by what it is called.
SHOWN = late(
    r"\b(?i:title|label|caption|alt|description|text|summary|placeholder|tagline|aria-label|heading|tooltip|content|message|greeting)"
    r"[\"']?\s*[=:]\s*(\"[A-Z][^\"\\\n{}]*\"|'[A-Z][^'\\\n{}]*')"
)  # fmt: skip
FILED = r"(?!\s*[\"'][\w./-]*\w\.[a-z][a-z0-9]{0,4}[\"'])"  # what is called as a file is named for no reader
FILE = late(r"[\"']([\w./-]*\w\.[a-z][a-z0-9]{1,4})[\"']")
HUMAN = late(
    r"\b(?:title|label|caption|alt|alt-text|description|text|summary|placeholder|tagline|aria-label|name|heading|tooltip"
    r"|subtitle|message|children)\s*[=:]" + FILED + r"\s*(?:\"[^\"]*\"|'[^']*'|\{`[^`]*`\}|\{\"[^\"]*\"\})"
    # whether the page is translated, and how well
    r"|\b(?:(?:is|not|un)_?)?(?:translat(?:ed|ion)\w*|outdated)\s*=\s*(?:\"\w*\"|'\w*'|\{\w*\}|\w+)", re.I
)  # fmt: skip
# Directives of MyST behind whose name stands a title.
ENTITLED = frozenset((
    "table", "list-table", "csv-table", "dropdown", "card", "grid-item-card", "tab-item", "topic", "sidebar", "margin", "rubric",
    "exercise", "definition", "theorem", "lemma", "corollary", "proof", "proposition", "remark", "aside", "epigraph",
))  # fmt: skip
ARGUMENT = late(r"(?<!\S)(?:[#.@:$-]\S+|\S*[\w)\]][.:_(\[]\w\S*|\S*\d\S*)")  # of a container: no word of its title
SPACE = late(r"(\"[^\"]*\")|\s+")  # but for those in a string
TORN = late(
    r"(?<=\{)\s+(?=\{)|(?<=\{\{)\s+(?=[<%])|(?<=[>%])\s+(?=\}\})|(?<=\bend)\s+(?=\w+\s*-?%\})"
)  # a blank here makes text of a shortcode, another tag of `endif`
CLIMB = late(r"(?:\.\./)+|(?<=['\"(])\./")
SET = r"\s+[A-Za-z][\w-]*=(?:\"[^\"\n]*\"|'[^'\n]*'|[\w./-]+)"
SETTING = late(SET)
SHORTCODE = late(rf"(\{{\{{[<%]\s*[\w/-]+)((?:{SET}){{2,}})\s*(/?[%>]\}}\}})")
MATH = late(r"\$\$?[^$\n]+\$\$?|\\?\((?=[^\n]{0,200}?[\\=^_])(?:[^()\n]|\([^()\n]*\))*\)")
DIAGRAMS = frozenset(("mermaid",))


def is_diagram(info: str) -> bool:
    """Whether a block of code with this info string is a diagram that a program draws."""
    return info.strip("{. }").split()[:1] != [] and info.strip("{. }").split()[0].lower() in DIAGRAMS


def neutral(text: str) -> str:
    """A directive without what may be translated in it."""
    text = TORN.sub("\0", unescape(text) if "&" in text else text)
    words = (CLIMB.sub("", neutral_target(word)) for word in HUMAN.sub("", text).split())
    return SPACE.sub(r"\1", " ".join(words).replace("'", '"'))


def in_order(text: str) -> str:
    """A shortcode with what it sets in the order of the names: a program reads them in any."""
    match = SHORTCODE.fullmatch(text)
    if match is None:
        return text
    said = sorted(" ".join(one.split()) for one in SETTING.findall(match[2]))
    return " ".join((match[1], *said, match[3]))


@lru_cache(maxsize=1024)
def without_language(text: str, locale: str) -> str:
    """A tag without its page's own language: `lang="ko"` of a Korean page is `lang="en"` of an English one."""
    own = "|".join(sorted(map(re.escape, names_of(locale or "en")), key=len, reverse=True)).replace(r"\-", "[-_]")
    return re.sub(
        rf"(\b(?:lang|language|locale)=\{{?[\"']?)(?:{own})(?:[-_][a-z]{{2,4}})?(?![\w-])", r"\1", text, flags=re.I
    )


def is_entitled(one: str, two: str) -> bool:
    """Whether two directives have the same name and a title each: those of MyST that have one, and containers of a
    site's own (`::: demo First steps`), whose title reads as one."""
    (name, _, title), (other, _, told) = one.partition(" "), two.partition(" ")
    return (
        name == other
        and bool(title) == bool(told)
        and not any(sign in title + told for sign in "=/<{}")
        and (
            name in ENTITLED
            or (ARGUMENT.findall(title) == ARGUMENT.findall(told) and _reads(title) and _reads(told, 2))
        )
    )


def _reads(title: str, words: int = 1) -> bool:
    """Whether what stands behind the name of a container is said to people: words, the first as a title has it."""
    told = [word for word in title.split() if not ARGUMENT.fullmatch(word)]
    return bool(told) and (not "".join(told).isascii() or (len(told) >= words and told[0][0].isupper()))


def renames(one: str, two: str) -> bool:
    """Whether a string of the first that is a file by its ending has another name in the second."""
    return not set(FILE.findall(one)) <= set(FILE.findall(two))


def is_wording(one: str, two: str, *, grown: bool = False) -> bool:
    """Whether two differing pieces of code differ only in strings, each a text and its translation.

    `grown`: or in a property that the first has not: `english="Public key"`.
    """
    if grown and two.count("=") > one.count("="):
        known = frozenset(match[1] for match in PROPERTY.finditer(one))
        two = PROPERTY.sub(lambda match: match[0] if match[1] in known else "", two)
    if grown and len(PARTED.findall(two)) > len(PARTED.findall(one)):
        one, two = (PARTED.sub("", text) for text in (one, two))  # a comma that the source forgot
    if grown and "[" in one:
        one, two = (_laid_out(text) for text in (one, two))
    strings = _strings(one, two)
    if strings is None:
        return False
    said = {text[1:-1].strip() for text in SAYS.findall(one)} if strings else ()
    shown = {text[1:-1].strip() for text in SHOWN.findall(one)} if strings else ()
    return all(
        translates(a, b) or (a in said and _are_words(a, b)) or (a in shown and _is_cognate(a, b)) for a, b in strings
    )


def beside_strings(one: str, two: str) -> tuple[int, int]:
    """Where two lines first differ in what is no string, in each; at their beginnings, where only strings differ."""
    at, other = 0, 0
    (parts, strings), (others, texts) = ((STRING.split(text), STRING.findall(text)) for text in (one, two))
    for number in range(min(len(parts), len(others))):
        a, b = parts[number], others[number]
        if a.strip() != b.strip():
            same = next((place for place, (c, d) in enumerate(zip(a, b, strict=False)) if c != d), min(len(a), len(b)))
            return at + same, other + same
        at += len(a) + (len(strings[number]) if number < len(strings) else 0)
        other += len(b) + (len(texts[number]) if number < len(texts) else 0)
    return 0, 0


def _are_words(one: str, two: str) -> bool:
    """Whether two texts are single words, the second no slip of the first."""
    return all(text.strip(STOPS).isalpha() for text in (one, two)) and not _is_slip(one, two)


def _laid_out(text: str) -> str:
    """Code in one line, without blanks and commas that say nothing, its strings as they are."""
    kept = STRING.split(text)
    return "".join(
        part + string for part, string in zip((LAYOUT.sub("", part) for part in kept), [*STRING.findall(text), ""], strict=True)
    )  # fmt: skip


def _is_cognate(one: str, two: str) -> bool:
    """Whether a text for people is another word that only looks like it: `Note:` and `Nota:`."""
    return (
        ONLY_WORDS.fullmatch(one) is not None
        and ONLY_WORDS.fullmatch(two) is not None
        and one[:1].isupper() == two[:1].isupper()
    )


def is_renaming(one: str, two: str) -> bool:
    """Whether they differ only in strings that are single words, such as keys: right if it was done everywhere."""
    strings = _strings(one, two)
    return strings is not None and all(translates(a, b) or (a.isalpha() and b.isalpha()) for a, b in strings)


def is_example_of(one: str, two: str, locale: str) -> bool:
    """Whether they differ only in strings, one of which names a language, and there the page's own: an example of it."""
    strings = _strings(one, two) or []
    own = names_of(locale)
    return any(a.lower() in ADDRESSED and b.lower() in own for a, b in strings) and all(
        a.lower() in ADDRESSED or translates(a, b) or (a.isalpha() and b.isalpha()) for a, b in strings
    )


def _strings(one: str, two: str) -> list[tuple[str, str]] | None:
    """The strings that differ, without their quotes; None where more than strings does."""
    if BLANKS.split(STRING.sub(_quotes, one).strip(BLANK)) != BLANKS.split(STRING.sub(_quotes, two).strip(BLANK)):
        return None
    return [(a[1:-1].strip(), b[1:-1].strip()) for a, b in _differing(STRING.findall(one), STRING.findall(two))]


def is_prose(one: str, two: str) -> bool:
    """The same for lines of Markdown, markup or output: everything beside its structure is text."""
    if (formulas := MATH.findall(one)) and formulas == MATH.findall(two):
        one, two = MATH.sub(" ", one), MATH.sub(" ", two)
    here, there = STRUCTURE.findall(one), STRUCTURE.findall(two)
    if len(here) != len(there) or not all(is_wording(a, b) for a, b in _differing(here, there)):
        return False
    a, b = (" ".join(STRUCTURE.sub(" ", text).split()) for text in (one, two))
    return a == b or translates(a, b)


def translates(one: str, two: str) -> bool:
    """Whether a text may be the translation of another rather than the same name mistyped."""
    if not LETTER.search(one) or not LETTER.search(two):
        return False
    if (STRING.search(one) and is_wording(one, two)) or is_place(one, two) or names_otherwise(one, two):
        return True
    if (yours := YOURS.fullmatch(one)) is not None:
        own = two.removeprefix(yours[1])
        return two.startswith(yours[1]) and own == own.upper() and LETTER.search(own) is not None
    if "\\" in one or "`" in one or "://" in one:  # quotes inside, code and addresses in running text
        one, two = (ESCAPED.sub(lambda match: match[1] or "\n", text) for text in (one, two))
        if sorted(SET_IN.findall(one)) == sorted(SET_IN.findall(two)):
            one, two = (SET_IN.sub("", text) for text in (one, two))
    if ";" in one and len(one.split()) > SENTENCE:
        one = PAUSE.sub(",", one)
    if "{" in one or "/" in one:  # what is set into the text stays as it is, and so do paths
        if sorted(PLACES.findall(one)) != sorted(PLACES.findall(two)):
            return False
        set_in = "{" in one and " " in one.strip()
        one, two = PLACES.sub("", one), PLACES.sub("", two)
        if set_in and all(ONLY_WORDS.fullmatch(text.strip(STOPS)) for text in (one, two)):
            return not _is_slip(one, two)
    if NO_WORDS.search(one) or _is_slip(one, two):
        return False
    return bool(SEVERAL.search(one)) or not (one + two).isascii() or bool(NAME.fullmatch(one) and two[:1].isupper())


def _quotes(match: re.Match[str]) -> str:
    return match.group()[0] + match.group()[-1]


def _is_slip(one: str, two: str) -> bool:
    """Whether two texts are the same but for a letter or two of one word, or for the form of their quotes."""
    if CURLY.sub('"', one) == CURLY.sub('"', two):
        return True
    here, there = one.split(), two.split()
    if len(here) != len(there):
        return _is_clipped(*sorted((here, there), key=len))
    differing = list(_differing(here, there))
    return len(differing) <= 1 and all(resemblance(a.casefold(), b.casefold()) >= 0.75 for a, b in differing)


def _is_clipped(short: list[str], long: list[str]) -> bool:
    """Whether some words are others but for one or two that were lost or added: `npm run add x` with `plugin` within."""
    if len(short) < WHOLE or len(long) - len(short) > 2 or not all(word.isascii() for word in long):
        return False
    left = iter(long)
    return all(word in left for word in short)


def _differing(here: list[str], there: list[str]) -> Iterator[tuple[str, str]]:
    return ((a, b) for a, b in zip(here, there, strict=True) if a != b)
