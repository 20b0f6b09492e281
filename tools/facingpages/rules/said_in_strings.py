"""Strings in code that differ: which of them are said to people, or name what an example is about.

A program reads a string as it stands, and no rule can know which. Those that are words for people by how they look - of the
source's own script, a sentence, a greeting, a name that an example is given (`my-menu`, `hello`) - were translated, and the
example runs as before; all others may be what a program looks for.
"""

from __future__ import annotations

from facingpages.languages import in_own_script
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.rules.words_as_code import NAMES

STEPS = 2  # of a path
# What a step of a path is called that a reader has under another name.
OWN = frozenset(["path", "dir", "directory", "folder", "file", "filename", "your", "my"])
SLIP, TYPED = 0.7, 0.85  # how like another a word is that was mistyped; and how like a text that has cognates
SENTENCE = 3  # words of a text that tells by itself that it is one
ENDS = late(r"^\W+|\W+$")  # what stands around words: signs, a smile
WORDS = late(r"[^\W\d_]+(?:[ '\u2019-]+[^\W\d_]+)*")
NAME = late(r"[^\W\d_]\w*+(?:[ -]\w++)*+")
PLACES = late(r"\$?\{[^{}\n]{0,80}\}")
SPLIT = late(r"[\W_]+")
# By which English marks what is but an example.
EXAMPLE = frozenset(
    ["my", "your", "some", "other", "another", "example", "sample", "demo", "hello", "hi", "world", "foo", "bar", "baz"]
)


def is_for_people(one: str, two: str, source: str, locale: str) -> bool:
    """Whether two strings that differ are a text, or what an example calls its own, and its translation."""
    if in_own_script(one, source):
        return True  # hardly any program reads that
    one, two = one[1:-1], two[1:-1]
    if in_own_script(two, locale) and len(one.split()) > 1:
        return set(NAMES.findall(two)) <= set(NAMES.findall(one))
    if one.lower() == two.lower():
        return len(one.split()) >= SENTENCE
    return _is_greeting(one, two) or _is_filled(one, two) or _is_example(one, two) or _is_own_path(one, two)


def _alike(one: str, two: str) -> float:
    return resemblance(one.lower(), two.lower())


def _is_greeting(one: str, two: str) -> bool:
    """Whether both are words with the same signs around them, the first in a capital: `Goodbye :)`."""
    a, b = (ENDS.sub("", text) for text in (one, two))
    if not (WORDS.fullmatch(a) and WORDS.fullmatch(b)) or [ENDS.findall(one)] != [ENDS.findall(two)]:
        return False
    return a[:1].isupper() and b[:1].isupper() and _alike(a, b) < SLIP


def _is_filled(one: str, two: str) -> bool:
    """Whether both are words around the same places that a program fills: `connected ${id}`."""
    places = PLACES.findall(one)
    if not places or places != PLACES.findall(two):
        return False
    a, b = (" ".join(PLACES.sub(" ", text).split()) for text in (one, two))
    words = (ENDS.sub("", text) for text in (a, b))
    return all(WORDS.fullmatch(text) for text in words) and _alike(a, b) < TYPED


def _is_example(one: str, two: str) -> bool:
    """Whether both are names, and the first is called as an example is: `my-menu`, `other_key`."""
    if not (NAME.fullmatch(one) and NAME.fullmatch(two)) or EXAMPLE.isdisjoint(SPLIT.split(one.lower())):
        return False
    return _alike(one, two) < SLIP and one.isupper() == two.isupper()


def _is_own_path(one: str, two: str) -> bool:
    """Whether both are paths that differ in a step that says where a reader's own things are: `disk_path/server.pem`."""
    there, here = (text.split("/") for text in (one, two))
    if len(there) != len(here) or len(there) < STEPS:
        return False
    steps = [(old, new) for old, new in zip(there, here, strict=True) if old != new]
    return all(
        NAME.fullmatch(old)
        and NAME.fullmatch(new)
        and not OWN.isdisjoint(SPLIT.split(old.lower()))
        and _alike(old, new) < TYPED
        for old, new in steps
    )
