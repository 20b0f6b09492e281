"""A site in parts: each is looked at by itself, wherever that is, and all together give what one run gives.

A part is text, JSON, and nothing in it is ever run. What it was made of is told by digests, so that parts of another
site, another configuration or another version of this program are refused instead of joined.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from facingpages.engine.known import base_of, key_of
from facingpages.engine.learn import begin, school
from facingpages.engine.page import PageResult
from facingpages.engine.plain import dump, load
from facingpages.engine.plan import Plan
from facingpages.engine.run import run
from facingpages.rules.facts import NO_DATA
from facingpages.store import Store

VERSION = 2


class PartError(ValueError):
    """Parts that can't be joined. Its text says which, and why."""


def part(
    plan: Plan, number: int, of: int, progress: Callable[[str], None] | None = None, jobs: int = 1,
    store: Store | None = None,
) -> str:  # fmt: skip
    """The results of one of the parts of a site, from 1, as text. What is in each depends on the site alone."""
    begin(plan, store)
    base = base_of(plan)
    sets = list(plan.page_sets())[number - 1 :: of]
    keys = [key_of(base, pages).hex() for pages in sets]
    results = run(plan, progress, jobs, store, sets)
    pages = ",\n".join(json.dumps([key, dump(plan, result)]) for key, result in zip(keys, results, strict=True))
    made_of = f'"base": "{base.hex()}", "school": "{school(plan)}"'
    return f'{{"version": {VERSION}, "part": [{number}, {of}], {made_of}, "pages": [\n{pages}\n]}}\n'


def joined(plan: Plan, parts: Mapping[str, bytes]) -> Iterator[PageResult]:
    """The results of all pages, in the site's order, from the parts of it by their names. Raises PartError."""
    begin(plan, None)
    base = base_of(plan)
    found: dict[str, tuple[str, Any]] = {}
    names: dict[int, str] = {}
    schools: dict[str, str] = {}
    of = 0
    for name, content in parts.items():
        number, count, made_of, schools[name], pages = _read(name, content)
        if made_of != base.hex():
            raise PartError(f"{name} was made of another site, with another configuration or by another version")
        if of not in (0, count):
            raise PartError(f"{name} is one of {count} parts, and {next(iter(parts))} one of {of}")
        if number in names:
            raise PartError(f"{name} and {names[number]} are both part {number}")
        of, names[number] = count, name
        found.update((key, (name, data)) for key, data in pages)
    if len(names) < of:
        missing = islice((str(number) for number in range(1, of + 1) if number not in names), 10)
        more = ", …" if of - len(names) > 10 else ""
        raise PartError(f"there is no part {', '.join(missing)}{more} of {of}")
    for place, sets in enumerate(plan.page_sets()):
        key = key_of(base, sets).hex()
        name, data = found.pop(key, (names[place % of + 1], None))
        try:
            yield load(plan, data)
        except NO_DATA:
            pages_of = ", ".join(page.path for page in (sets.source, *sets.translations) if page is not None)
            raise PartError(f"{name} was made of other pages than these: {pages_of}") from None
    today = school(plan)
    for name, then in schools.items():
        if then != today:
            raise PartError(f"{name} was made when the site had other pages, from which its words are learnt")


def _read(name: str, content: bytes) -> tuple[int, int, str, str, list[tuple[str, Any]]]:
    """Number, count, base, school and pages of a part. Raises PartError."""
    try:
        data = json.loads(content)
        number, of = data["part"]
        if data["version"] == VERSION and isinstance(of, int) and number in range(1, of + 1):
            return number, of, str(data["base"]), str(data["school"]), [(str(key), page) for key, page in data["pages"]]
    except (KeyError, TypeError, ValueError, RecursionError):
        pass
    raise PartError(f"{name} is no part of a site as `facingpages check --part` writes it")
