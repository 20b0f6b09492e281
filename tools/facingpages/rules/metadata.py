"""Front matter: it parses, machine keys are equal, human ones are there and translated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from facingpages.align.features import neutral_target
from facingpages.document import Entry
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair, shorten
from facingpages.rules.clauses import is_clause
from facingpages.rules.contrast import contrast
from facingpages.rules.mend import instead
from facingpages.rules.mend_metadata import LOCALE_KEYS, key_of, own_locale, put_in, value_of
from facingpages.rules.metadata_days import is_spoilt
from facingpages.rules.metadata_items import differing, has_grown, is_named_for, set_within
from facingpages.rules.metadata_lists import lost_items
from facingpages.rules.metadata_numbers import renumbered
from facingpages.rules.metadata_said import CHANGED, DUPLICATE, KEY, LOCALE, MISSING, SYNTAX, UNTRANSLATED
from facingpages.rules.mistyped import mistyped
from facingpages.rules.rule import INFO, WARNING, Family
from facingpages.rules.unread import lost_front
from facingpages.rules.wording import translates

HUMAN = frozenset((
    "title", "description", "summary", "keywords", "subtitle", "sidebar_label", "linktitle", "lead", "tagline",
    "excerpt", "titlesuffix", "seotitle", "hero", "heading", "caption", "label", "navtitle", "nav_title",
    "meta_description", "og_title", "toc_title", "toctitle", "tags", "tag", "category", "categories", "group",
    "topic", "topics", "features", "actions", "customintent", "intro", "shorttitle", "sidebar",
))  # fmt: skip
FREE = late(
    r"^(?:lang|locale|language|slug|permalink|url|alias(?:es)?|redirect_from|redirects?|translators?|translated.*|"
    r"translation.*|(?:un|not_?)translated|date|lastmod|(?:last[-_]?)?(?:updated?|modified|edited|reviewed)(?:[-_]?(?:at|on|date))?|"
    r"crosspost.*|author_?link|ms\.(?:.*loc.*|openlocfilehash|"
    r"sourcegitcommit|translationtype|lasthandoff|date|contentlocale|reviewer)|contributors?|reviewers?|approvers?|default_lang_commit"
    r"|drifted.*|cspell.*|.*_?image_?alt|l10n.*|i18n.*|source.*|original.*|editurl|edit_url|draft|toc)$", re.I
)  # fmt: skip
SWITCHED = frozenset(("true", "false"))
LOGICAL = late(r"[\"']?(?:true|false|yes|no|on|off)[\"']?|", re.I)
FEW = 2  # digits of a number that tells nothing
SWITCHES = frozenset(("true", "false", "yes", "no", "on", "off"))
FIRST_KEY = late(rb"---[ \t]*\r?\n([^\s:#\"']+):[ \t]")
NAMING = late(r"[A-Za-z]{2,3}(?:[-_]\w++)*+")  # a locale
DATED = late(r"^(?:date|ms\.date|published|pubdate)$", re.I)
OPTIONAL = late(
    r"^(?:slug|permalink|url|alias(?:es)?|redirect_from|redirects?|translat.*|(?:un|not_?)translated|crosspost.*|default_lang_commit|drifted.*|cspell.*|l10n.*|i18n.*|"
    r"original.*|edit_?url|ms\.(?:.*loc.*|openlocfilehash|sourcegitcommit|translationtype|lasthandoff|contentlocale)|contributors?|reviewers?|approvers?|draft)$", re.I
)  # fmt: skip
NAMED = late(r"[A-Z][\w'\u2019-]*(?: [\w'\u2019&-]+)+")  # words that a reader sees: no name of a file, no id
# A word with a capital is one, too, but for keys that name a template.
SHOWN = late(rf"(?:[\w.]+ ){{0,3}}[A-Z][a-z]{{3,}}|{NAMED.pattern}")
LABEL = late(r"[A-Z][\w'\u2019 -]*[:!?\u2026]")  # nor is what ends in such a sign
# `ogImageTitle`, `seo_description`: called by what it is to a reader.
ENTITLED = late(r"(?!(?:hide|show|no)[A-Z_-])[\w.]+?(?:(?:T|[-_.]t)itle|(?:D|[-_.]d)escription|(?:L|[-_]l)abel)")
PROGRAMS = frozenset(("layout", "template", "theme", "component", "icon", "color", "lang", "kind", "format"))
ANY_CASE = frozenset(("hugo",))  # dialects whose generator reads keys in small letters
# Two letters of a script that no program's words are in: a reader's, and without blanks between words in many languages.
SCRIPT = late(r"[\u0370-\u1fff\u2e80-\ud7ff](?:[^\n\u0370-\u1fff\u2e80-\ud7ff]{0,40}[\u0370-\u1fff\u2e80-\ud7ff])")
SENTENCE = 4  # words from which on an entry of a list is a text
DECIMAL = late(r"\d{1,9}(?:\.\d{1,9})?")


def check(pair: Pair) -> Iterator[Finding]:
    """Keys and values of both front matters."""
    if any(fault.rule == "metadata-syntax" for fault in (*pair.target.faults, *pair.source.faults)):
        yield from _first_key(pair)
        return
    if lost_front(pair.source, pair.target):
        mark = pair.source.raw[:3].decode("utf-8", "replace")
        yield pair.finding(SYNTAX, "none", at=pair.target.line_span(0), origin=(0, 3), mark=mark)
        return
    one_file = pair.source.path == pair.target.path and pair.source.raw == pair.target.raw
    if not pair.source.metadata or one_file:
        yield from _locale(pair)
        return
    yield from _keys(pair)
    yield from _values(pair)
    yield from _locale(pair)


def _keys(pair: Pair) -> Iterator[Finding]:
    """Keys that were renamed or lost."""
    s, t = pair.source.metadata, _as_called(pair)
    gone = [key for key in s if key not in t]
    if not gone:
        return
    strange = [key for key in t if key not in s and not _free(key)]
    for key in gone:
        entry = s[key]
        twin = _twin(pair, key, strange)
        if twin is not None:
            strange.remove(twin)
            yield pair.finding(
                KEY, "changed", at=t[twin], origin=entry, here=twin, there=key, fix=key_of(pair, t[twin], twin, key)
            )
        elif not OPTIONAL.match(key) and entry.value:
            place = (0, 3) if pair.target.metadata_end else (0, 0)
            fix = put_in(pair, key, human=_human(key))
            yield pair.finding(MISSING, "missing", at=place, origin=entry, there=key, fix=fix)


def _as_called(pair: Pair) -> Mapping[str, Entry]:
    """The translation's entries by their keys: by those of the source where its generator takes `Title` for `title`."""
    t = pair.target.metadata
    if pair.source.dialect not in ANY_CASE or t.keys() == pair.source.metadata.keys():
        return t
    called = {key.lower(): key for key in pair.source.metadata}
    return {key if key in pair.source.metadata else called.get(key.lower(), key): entry for key, entry in t.items()}


def _values(pair: Pair) -> Iterator[Finding]:
    """Values of the keys that both sides have."""
    t = _as_called(pair)
    for key, entry in pair.source.metadata.items():
        other = t.get(key)
        if other is None:
            continue
        if other.value == entry.value:
            yield from _untranslated(pair, key, entry, other)
            continue
        yield from _in_any_key(pair, key, entry, other)
        spoiled = entry.value in SWITCHED and not LOGICAL.fullmatch(other.value)
        if _free(key) and not spoiled:
            continue
        if _human(key):
            if entry.value and not other.value:
                yield pair.finding(MISSING, "empty", at=other, origin=entry, there=key)
            yield from renumbered(pair, entry, other)
            continue
        if _value(entry.value) != _value(other.value) and entry.shape != "mapping":
            if _is_told_otherwise(key, entry, other) or is_named_for(pair, entry.value, other.value):
                continue
            place, origin = differing(pair, entry, other)
            here, there = contrast(other.value, entry.value)
            yield pair.finding(
                CHANGED, "changed", at=place, origin=origin, key=key, fix=value_of(pair, entry, other),
                here=here, there=there, severity=INFO if has_grown(entry, other) else None,
            )  # fmt: skip


def _untranslated(pair: Pair, key: str, entry: Entry, other: Entry) -> Iterator[Finding]:
    """A text that reads as in the source. A sentence was forgotten; a title may be a name, or what a program says."""
    small = sum(word.islower() for word in entry.value.split())
    if _human(key) and small >= 3 and pair.locale.split("-")[0] != pair.source.locale.split("-")[0]:
        said = not key.lower().endswith("title") and is_clause(entry.value, pair.source.locale)
        severity = WARNING if said else None
        if len(entry.value.split()) >= 4:
            yield pair.finding(
                UNTRANSLATED, "same", at=other, origin=entry, key=key, text=shorten(other.value), severity=severity
            )


def _in_any_key(pair: Pair, key: str, entry: Entry, other: Entry) -> Iterable[Finding]:
    if entry.shape == other.shape == "mapping":
        return (*_fewer(pair, key, entry, other), *_within(pair, entry, other))
    if entry.shape == other.shape == "list" and (_free(key) or _human(key)):
        return _fewer(pair, key, entry, other)
    return _days(pair, key, entry, other) if _free(key) or DATED.match(key) else ()


def _fewer(pair: Pair, key: str, entry: Entry, other: Entry) -> Iterator[Finding]:
    """Lists of settings, as the buttons and boxes of a home page are, that lack some of the source's."""
    for name, here, there in lost_items(pair, key, entry, other):
        yield pair.finding(MISSING, "items", at=other, origin=entry, there=name, here=str(here), count=str(there))


def _within(pair: Pair, entry: Entry, other: Entry) -> Iterator[Finding]:
    """What is set under a key: the rest of it may be a text at any place."""
    for name, one, two in set_within(pair, entry, other):
        here, there = pair.target.source_text(*two), pair.source.source_text(*one)
        yield pair.finding(CHANGED, "changed", at=two, origin=one, key=name, here=here, there=there)


def _days(pair: Pair, key: str, entry: Entry, other: Entry) -> Iterator[Finding]:
    """Days: another one is for information, but one that no generator reads any more."""
    if entry.shape != "scalar" or _value(entry.value) == _value(other.value):
        return
    spoilt = _free(key) and is_spoilt(key, entry.value, other.value)
    if spoilt or DATED.match(key):
        here, there = contrast(other.value, entry.value)
        yield pair.finding(
            CHANGED, "changed", at=other, origin=entry, severity=None if spoilt else INFO, key=key, here=here, there=there
        )  # fmt: skip


def _is_told_otherwise(key: str, one: Entry, two: Entry) -> bool:
    """Whether a value is a text and its translation: a sentence, a name, the words in a list of values."""
    if one.shape == "scalar":
        if _number(one.value) == _number(two.value) is not None or (two.value and SCRIPT.search(one.value)):
            return True
        named = NAMED if key.lower() in PROGRAMS else SHOWN
        if (named.fullmatch(one.value) or LABEL.fullmatch(one.value)) and translates(one.value, two.value):
            return True
        return len(one.value.split()) >= 3 or ("author" in key.lower() and translates(one.value, two.value))
    here, there = one.value.split("\n"), two.value.split("\n")
    return len(here) == len(there) and all(
        a == b or translates(a, b) or len(a.split()) > SENTENCE for a, b in zip(here, there, strict=True)
    )


def _number(value: str) -> float | None:
    """The number that a value is, if it is one: `7.0` and `7` are the same to a program."""
    text = value.strip("\"'")
    return float(text) if DECIMAL.fullmatch(text) else None


def _first_key(pair: Pair) -> Iterator[Finding]:
    """Where a front matter can't be read, its first key can: if it is another one, it was translated."""
    one, two = FIRST_KEY.match(pair.source.raw), FIRST_KEY.match(pair.target.raw)
    if one is not None and two is not None and one.group(1) != two.group(1):
        there, here = (match.group(1).decode("utf-8", "replace") for match in (one, two))
        fix = instead(pair.target, two.span(1), there, "take the key of the source")
        yield pair.finding(KEY, "changed", at=two.span(1), origin=one.span(1), here=here, there=there, fix=fix)


@lru_cache(maxsize=1024)
def _free(key: str) -> bool:
    return FREE.match(key) is not None


@lru_cache(maxsize=1024)
def _human(key: str) -> bool:
    return key.lower() in HUMAN or key.lower() == "ms.customintent" or bool(ENTITLED.fullmatch(key))


def _value(value: str) -> str:
    text = "\n".join(neutral_target(line.strip()) for line in value.split("\n")).strip()
    return "" if text.lower() in ("null", "~", "none") else text.strip("\"'")


def _twin(pair: Pair, key: str, strange: list[str]) -> str | None:
    """The unknown key of the translation that stands where a missing one should: same value, or same place and make."""
    s, t = pair.source.metadata, pair.target.metadata
    if not _is_common(s[key].value):
        for other in strange:
            if t[other].value == s[key].value:
                return other
    if not strange:
        return None
    order_s, order_t = list(s), list(t)
    at = order_s.index(key)
    for other in strange:
        if _make(t[other].value) != _make(s[key].value) and not mistyped(other, key):
            continue
        near = order_t.index(other)
        if at == near and len(s) == len(t):
            return other
        before = order_s[at - 1] if at else None
        before_t = order_t[near - 1] if near else None
        after = order_s[at + 1] if at + 1 < len(order_s) else None
        after_t = order_t[near + 1] if near + 1 < len(order_t) else None
        if before == before_t and (after == after_t or after is None or after_t is None or after_t not in s):
            if before is not None or after == after_t:  # else nothing tells that it is one place
                return other
    return None


def _is_common(value: str) -> bool:
    """Whether a value is one that many keys have: none, yes and no, a small number."""
    return not value or value.lower() in SWITCHES or (value.isdecimal() and len(value) <= FEW)


def _make(value: str) -> tuple[bool, str]:
    """Whether a value is several, and of what kind it is: nothing, an address, a number, the name of a file or
    of a part of a program, words."""
    if "://" in value:
        return "\n" in value, "address"
    if value.replace(".", "").isdecimal():
        return "\n" in value, "number"
    is_name = value.isascii() and " " not in value and not {".", "_", "/"}.isdisjoint(value)
    return "\n" in value, "name" if is_name else value and "words"


def _locale(pair: Pair) -> Iterator[Finding]:
    language = pair.locale.replace("_", "-").split("-")[0].lower()
    for key in LOCALE_KEYS:
        entry = pair.target.metadata.get(key)
        if entry is None or not NAMING.fullmatch(entry.value):
            continue
        named = entry.value.replace("_", "-").split("-")[0].lower()
        if named != language and language:
            fix = own_locale(pair, entry)
            yield pair.finding(LOCALE, "named", at=entry, key=key, here=entry.value, there=pair.locale, fix=fix)
        return


FAMILY = Family((SYNTAX, DUPLICATE, MISSING, KEY, CHANGED, UNTRANSLATED, LOCALE), pair=check)
