"""What the locales of a site taught, as a file: learnt once, for parts of the site that are looked at apart.

It is text, JSON, and nothing in it is ever run. It says which pages it was learnt from and by which program, so that
one of other pages or another program is refused, as is one that is damaged. Who may write the file may say in it what
they like of words, as who writes the part of a site may of pages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from facingpages.engine.learn import Learner, Taught
from facingpages.engine.plan import Plan
from facingpages.hashing import blake2b
from facingpages.program import SIZE, program

VERSION = 2


class LexiconError(ValueError):
    """A file that can't be used. Its text says what is wrong with it, after its name."""


def to_text(taught: Mapping[str, Sequence[Taught]]) -> str:
    """What the locales of a site taught, as a file holds it."""
    locales = {locale: [one.flat() for one in folds] for locale, folds in taught.items()}
    return (
        json.dumps({"version": VERSION, "program": program().hex(), "mark": _mark(locales), "locales": locales}) + "\n"
    )


def take(plan: Plan, content: bytes | str) -> None:
    """Let a plan have what a file says, instead of learning it. Raises LexiconError."""
    if not isinstance(plan.learner, Learner):
        raise LexiconError("can't be used without the packages of facingpages[meaning]")
    try:
        data = json.loads(content)
        version, made_by, mark, locales = data["version"], data["program"], data["mark"], data["locales"]
        if type(locales) is not dict or type(version) is not int:
            raise TypeError("no lexicon")
    except (KeyError, TypeError, ValueError, RecursionError):
        raise LexiconError("is no lexicon as `facingpages lexicon` writes it") from None
    if version != VERSION or made_by != program().hex():
        raise LexiconError("was written by another version of facingpages, or beside other packages")
    try:
        if mark != _mark(locales):
            raise ValueError("other bytes")
        taught = {locale: [*map(Taught.of, folds)] for locale, folds in locales.items()}
        for lexicon in (one.learnt.lexicon for folds in taught.values() for one in folds):
            _ = lexicon and lexicon.forward  # look into it here, where it is known whose fault it is
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise LexiconError("is damaged") from None
    other = sorted({*plan.site.locales} ^ taught.keys()) or [
        locale for locale, folds in taught.items() if not plan.learner.are_of_today(locale, folds)
    ]
    if other:
        raise LexiconError(f"was learnt from other pages than these ({', '.join(map(repr, other[:5]))})")
    plan.learner.take(taught)


def _mark(locales: Any) -> str:
    """What tells the content of a file from one that was damaged."""
    return blake2b(json.dumps(locales, sort_keys=True).encode(), digest_size=SIZE).hexdigest()
