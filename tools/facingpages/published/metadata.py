"""What pages say of themselves to machines: language, canonical address, translations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from facingpages.published.pages import PublishedPage, folder_of
from facingpages.published.paths import Files
from facingpages.rules import published as rules
from facingpages.rules.rule import Rule

TAG = re.compile(r"x-default|[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{4,8})*")


class Flaw(NamedTuple):
    """Something wrong on a page; `mark` is the text in its HTML where it stands, empty for the page as a whole."""

    rule: Rule
    page: str
    mark: str
    message: str
    values: Mapping[str, str]


def metadata_flaws(pages: Mapping[str, PublishedPage], files: Files) -> Iterator[Flaw]:
    """What is wrong with the heads of all pages."""
    targets = {name: _alternates(page, files) for name, page in pages.items() if page.alternates}
    for name, page in pages.items():
        if page.error or name.endswith("404.html"):
            continue
        yield from _canonical(page, files)
        yield from _language(page, targets.get(name, []))
        if page.alternates:
            yield from _translations(page, targets, files)


def _alternates(page: PublishedPage, files: Files) -> list[tuple[str, str | None, str]]:
    """Language, file (None: of another site, "": nothing) and address of each translation that a page lists."""
    folder = folder_of(page.name)
    found = []
    for language, address in page.alternates:
        target = files.target(address, folder)
        file = None if target is None else page.name if target.reason == "here" else target.file
        found.append((language, file, address))
    return found


def _canonical(page: PublishedPage, files: Files) -> Iterator[Flaw]:
    if len(set(page.canonicals)) > 1:
        values = {"count": str(len(page.canonicals))}
        yield Flaw(rules.CANONICAL, page.name, page.canonicals[1], "several", values)
    for address in page.canonicals[:1]:
        target = files.target(address, folder_of(page.name))
        if target is not None and not target.file and target.reason != "here":
            yield Flaw(rules.CANONICAL, page.name, address, "dead", {"address": address})


def _language(page: PublishedPage, alternates: list[tuple[str, str | None, str]]) -> Iterator[Flaw]:
    if not page.language:
        yield Flaw(rules.LANG, page.name, "<html", "none", {})
        return
    listed = [language for language, file, _ in alternates if file == page.name and language != "x-default"]
    if listed and not any(_primary(language) == _primary(page.language) for language in listed):
        values = {"lang": page.language, "listed": listed[0]}
        yield Flaw(rules.LANG, page.name, "<html", "other", values)


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def _translations(
    page: PublishedPage, targets: Mapping[str, list[tuple[str, str | None, str]]], files: Files
) -> Iterator[Flaw]:
    mine = targets[page.name]
    seen: dict[str, str] = {}
    for language, file, address in mine:
        if not TAG.fullmatch(language):
            yield Flaw(rules.HREFLANG, page.name, address, "tag", {"language": language})
        if seen.setdefault(language.lower(), address) != address:
            yield Flaw(rules.HREFLANG, page.name, address, "twice", {"language": language})
        if file == "":
            yield Flaw(rules.HREFLANG, page.name, address, "dead", {"language": language, "address": address})
        elif file is not None and file != page.name and _is_own(page, files):
            answers = any(other == page.name for _, other, _ in targets.get(file, []))
            if not answers:
                values = {"language": language, "page": file}
                yield Flaw(rules.HREFLANG, page.name, address, "answer", values)
    if not any(file == page.name for _, file, _ in mine) and _is_own(page, files):
        yield Flaw(rules.HREFLANG, page.name, mine[0][2], "itself", {})


def _is_own(page: PublishedPage, files: Files) -> bool:
    """Whether a page stands for itself: one whose canonical address is another page's need not be named by any."""
    for address in page.canonicals[:1]:
        target = files.target(address, folder_of(page.name))
        return target is None or target.file in ("", page.name)
    return True
