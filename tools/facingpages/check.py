"""The pass itself: every page of a site is read, aligned with its source, and looked at by every rule."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from facingpages.align import align
from facingpages.config import Config
from facingpages.document import Document, Place
from facingpages.finding import Finding
from facingpages.ignore import Ignore, ignores
from facingpages.links.source import LinkCheck
from facingpages.parse import MAX_BYTES, parse
from facingpages.rules import FAMILIES, RULES
from facingpages.rules.base import Pair, line_of
from facingpages.rules.page import UNREADABLE
from facingpages.site import PageFile, Site

PAIR_CHECKS = tuple(family.pair for family in FAMILIES if family.pair is not None)
PAGE_CHECKS = tuple(family.page for family in FAMILIES if family.page is not None)
GATHERERS = tuple(
    (family.gather, family.settle) for family in FAMILIES if family.gather is not None and family.settle is not None
)
SITE_CHECKS = tuple(family.site for family in FAMILIES if family.site is not None)


@dataclass(slots=True)
class Result:
    """What a pass over a site gives: findings of every page, unfiltered, and the ignores written in the pages."""

    findings: list[Finding] = field(default_factory=list)
    documents: int = 0
    ignores: list[Ignore] = field(default_factory=list)


def check_site(site: Site, config: Config, progress: Callable[[str], None] | None = None) -> Result:
    """Check all pages of a site. One page in each locale is in memory at a time."""
    result = Result()
    for check in SITE_CHECKS:
        result.findings += check(site)
    facts: list[list[Any]] = [[] for _ in GATHERERS]
    links = LinkCheck(site, config)
    for source_page in site.sources:
        source = None if config.embedded_source else _document(source_page, config, result)
        if source is not None:
            links.add(source)
            _page(source, result)
        for locale in site.locales:
            page = site.translation(source_page.name, locale)
            if page is None:
                continue
            if progress is not None:
                progress(page.path)
            target = _document(page, config, result)
            if target is None:
                continue
            links.add(target)
            if source is None:
                _page(target, result)
                continue
            pair = Pair(source, target, align(source, target), locale, names=site.source_names)
            result.findings += check_pair(pair)
            for known, (gather, _) in zip(facts, GATHERERS, strict=True):
                known += gather(pair)
            result.findings += page_faults(target, source)
            result.ignores += ignores(target)
    for known, (_, settle) in zip(facts, GATHERERS, strict=True):
        result.findings += settle(site, known)
    result.findings += links.findings()
    return result


def check_pair(pair: Pair) -> list[Finding]:
    """What the rules find in one aligned pair."""
    found: list[Finding] = []
    for check in PAIR_CHECKS:
        new = list(check(pair))
        if new:
            alone = [finding for finding in new if RULES[finding.rule].alone]
            if alone:
                return alone
            found += new
    for check_page in PAGE_CHECKS:
        found += check_page(pair.target, pair.locale)
    return found


def _page(document: Document, result: Result) -> None:
    for check in PAGE_CHECKS:
        result.findings += check(document, document.locale)
    result.findings += page_faults(document, None)
    result.ignores += ignores(document)


def _document(page: PageFile, config: Config, result: Result) -> Document | None:
    """The parsed page, or None with a finding that says why it could not be read."""
    if page.error:
        return None
    try:
        with page.file.open("rb", buffering=0) as stream:
            size = os.fstat(stream.fileno()).st_size
            raw = stream.read(min(size, MAX_BYTES) + 1) or b""
    except OSError as error:
        message, values = "The page can't be read: {problem}.", {"problem": error.strerror or str(error)}
        result.findings.append(
            Finding(
                UNREADABLE.id,
                UNREADABLE.severity,
                Place(page.path, 1, 1, 1, 1),
                page.locale,
                message,
                values,
                page=page.name,
            )
        )
        return None
    document = parse(raw, path=page.path, dialect=config.dialect)
    document.locale, document.page = page.locale, page.name
    result.documents += 1
    return document


def page_faults(document: Document, source: Document | None) -> Iterator[Finding]:
    """Faults that the parser met. One that the source has, too, is told there."""
    known = {fault.rule for fault in source.faults} if source is not None else set()
    for fault in document.faults:
        if fault.rule not in known:
            place = document.place(fault.start, fault.end)
            content = document.source_text(fault.start, fault.end)
            yield Finding(
                fault.rule, RULES[fault.rule].severity, place, document.locale, fault.message, fault.values, (),
                line_of(document, fault.start), content, document.page,
            )  # fmt: skip
