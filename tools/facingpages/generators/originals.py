"""Which language the others are translated from, where it is not English though English is among them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from facingpages.generators.tree import Tree
from facingpages.languages.codes import language_of
from facingpages.languages.identify import other_language
from facingpages.late import late

ByLocale = Mapping[str, Mapping[str, str]]  # locale -> page name -> path
LATIN, SHARE = late(r"[\x00-\x7f]+"), 10  # what is in no language's own script; one letter of so many is in it
READ, HEAD = 5, 1500  # pages by which a language is told, and how much of each: then names get many
FAR = 4  # times as many pages as English, with nearly all of its own: that is what English is translated from
STUBS, STUB, SAMPLE = 3, 900, 60  # pages that only send their reader on, how long one is, and how many are looked at
PART = 4  # one of so many of those looked at


def original(tree: Tree, by_locale: ByLocale, english: str) -> str:
    """The language that pages beside English ones are translated from: English, unless its own pages say otherwise.

    Either another language has all of them and many more, or several of them only send the reader to another's: "not
    yet translated, see the Chinese version".
    """
    own = by_locale[english].keys()
    others = [locale for locale in by_locale if language_of(locale) != "en"]
    most = max(others, key=lambda locale: (len(by_locale[locale]), locale), default="")
    if not most or len(own) < STUBS:
        return english
    if len(by_locale[most]) >= FAR * len(own) and 4 * len(by_locale[most].keys() & own) > 3 * len(own):
        return most
    return next(
        (locale for locale in others if _sends_on(tree, by_locale[english], by_locale[locale], locale)), english
    )


def _sends_on(tree: Tree, own: Mapping[str, str], other: Mapping[str, str], locale: str) -> bool:
    """Whether a good part of some pages are short and lead to the same page in another language."""
    shared = sorted(own.keys() & other.keys())
    looked = shared[:: max(1, len(shared) // SAMPLE)]
    found = 0
    for name in looked:
        text = tree.text(own[name])
        if len(text) <= STUB and len(tree.text(other[name])) > 2 * len(text):
            found += bool(re.search(rf"[/(]{re.escape(locale)}/{re.escape(posixpath.basename(name))}\b", text))
    return found >= STUBS and found * PART >= len(looked)


def written_in(tree: Tree, paths: Sequence[str]) -> str:
    """The language that most of the first pages are in, if that is plainly another than English."""
    found: Counter[str] = Counter(_language(tree.text(path)) for path in sorted(paths)[:READ])
    return next((name for name, count in found.items() if name and count * 2 > found.total()), "")


def scripted_in(tree: Tree, paths: Iterable[str]) -> str:
    """The same, told by a script that is plainly not English's alone."""
    found: Counter[str] = Counter()
    for path in paths:
        text = tree.text(path)
        own = LATIN.sub("", text)
        if len(own) * SHARE > len(text):
            found[other_language(own, "en") or ""] += 1
    return next((name for name, count in found.items() if count * 2 > found.total()), "")


def _language(text: str) -> str:
    own = LATIN.sub("", text)
    return other_language(own if len(own) * SHARE > len(text) else text[:HEAD], "en") or ""
