"""The check of links to other sites: each address once, whatever the number of pages and locales that have it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from facingpages.document import Use
from facingpages.external.address import EDGES, WEB, parse
from facingpages.external.ask import Wish, ask_all
from facingpages.external.fragments import is_checked
from facingpages.external.results import Answer, Results
from facingpages.external.settings import Settings
from facingpages.finding import Finding
from facingpages.links.facts import PageFacts
from facingpages.links.problem import LinkProblem
from facingpages.links.source import LinkCheck
from facingpages.links.targets import identity
from facingpages.rules import external as rules
from facingpages.rules.base import shorten
from facingpages.rules.rule import Rule

# What is filled in before it is an address, and what ends one. In its host any odd sign tells that.
TEMPLATE = re.compile(r"\{\{|\{%|\$\{|\$\(|\$\$|[<>\\ \t\r\n]|%[A-Z_]{3,}%|^(?i:https?)://[^/?]*[{}|^`$]")


@dataclass(slots=True)
class Mention:
    """An address on a page."""

    facts: PageFacts
    use: Use
    fragment: str


@dataclass(slots=True)
class Asked:
    """What was done: how many addresses there are, how many were asked now, how many are known from before."""

    addresses: int = 0
    asked: int = 0
    remembered: int = 0
    left: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)


def check_external(
    links: LinkCheck,
    facts: Iterable[PageFacts],
    settings: Settings,
    results: Results,
    *,
    offline: bool = False,
    tell: Callable[[Asked], None] | None = None,
) -> Iterator[Finding]:
    """What is wrong with the addresses of other sites, placed in the pages. With `offline` only `results` answers."""
    places = addresses(facts, settings, links.publication.own_path)
    asked = _ask(places, settings, results, offline=offline)
    if tell is not None:
        tell(asked)
    yield from links.placed(problems(places, asked.answers, links.whole.site.source))


def addresses(
    facts: Iterable[PageFacts], settings: Settings, own_path: Callable[[str], str | None]
) -> dict[str, list[Mention]]:
    """All addresses of other sites, each without its fragment, and where they stand."""
    found: dict[str, list[Mention]] = {}
    for page in facts:
        for use in page.uses:
            address, _, fragment = use.target.strip(EDGES).partition("#")
            if address.startswith("//"):
                address = f"https:{address}"  # a site is published with it, or moved to it
            if not WEB.match(address) or TEMPLATE.search(address) or own_path(address) is not None:
                continue
            if settings.accepts(address) or not _may_be_asked(address, settings):
                continue
            found.setdefault(address, []).append(Mention(page, use, fragment))
    return found


def _may_be_asked(address: str, settings: Settings) -> bool:
    """Whether its host is somebody's and not left out; what is no address is told as such."""
    try:
        place = parse(address)
    except ValueError:
        return True
    return not place.is_reserved and not f".{place.host}".endswith(".localhost") and not settings.of(place.host).skip


def _ask(places: dict[str, list[Mention]], settings: Settings, results: Results, *, offline: bool) -> Asked:
    now = time.time()
    result = Asked(len(places))
    wishes: list[Wish] = []
    for address, found in places.items():
        fragments = frozenset(place.fragment for place in found if is_checked(place.fragment))
        answer = results.fresh(address, fragments, now)
        if answer is not None:
            result.answers[address] = answer
        else:
            wishes.append(Wish(address, fragments))
    result.remembered = len(result.answers)
    if offline:
        result.left = len(wishes)
        return result
    result.asked = len(wishes)
    answers = asyncio.run(ask_all(wishes, settings)) if wishes else {}
    for address, answer in answers.items():
        results.keep(address, answer)
    result.answers |= answers
    results.save()
    return result


def problems(places: dict[str, list[Mention]], answers: dict[str, Answer], source: str) -> Iterator[LinkProblem]:
    """What the answers say of each place; what the source has, too, is told there."""
    told: set[tuple[str, str, str]] = set()
    listed = [(place, address) for address, found in places.items() for place in found]
    listed.sort(key=lambda item: (item[0].facts.locale != source, item[0].facts.path, item[0].use.start))
    for place, address in listed:
        answer = answers.get(address)
        if answer is None:
            continue
        for rule, message, values in _faults(place, address, answer):
            key = (place.facts.page, rule.id, identity(place.use.target))
            if place.facts.locale == source:
                told.add(key)
            elif key in told:
                continue
            yield LinkProblem(rule, place.facts, place.use, message, values)


def _faults(place: Mention, address: str, answer: Answer) -> Iterator[tuple[Rule, str, dict[str, str]]]:
    shown = {"address": shorten(address, 200)}
    detail = answer.detail or (f"the answer is {answer.status}" if answer.status else "there was no answer")
    if answer.verdict == "gone":
        yield rules.DEAD, "gone", {**shown, "detail": detail}
        return
    if answer.verdict == "refused":
        yield rules.PRIVATE, "refused", {**shown, "detail": detail}
        return
    if answer.verdict == "unasked":
        if answer.status and answer.detail:
            detail = f"{answer.detail} ({answer.status})"
        yield rules.UNASKED, "unasked", {**shown, "detail": detail}
        return
    if answer.moved:
        yield rules.MOVED, "moved", {**shown, "moved": shorten(answer.moved, 200)}
    if answer.fragments.get(place.fragment) is False:
        yield rules.ANCHOR, "missing", {**shown, "id": place.fragment}
