"""Every page of a published site is read once, by several processes; what they give is bounded by its links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from facingpages.published.html import Alternate, HtmlFacts, read_html
from facingpages.published.paths import Destination, Files
from facingpages.site.opener import read
from facingpages.workers import in_batches

BATCH = 50
MAX_BYTES = 50_000_000
MISSING = ("", "")
KILLED = "the process that read it was killed, and so was the one that tried again"


class Known(NamedTuple):
    """Where addresses lead: file and fragment, None where nothing is to be looked for there.

    `whole` has addresses as they would be written at the root, `climbing` those that climb up to the root just so, by
    the depth of the page: they lead to the same from all pages of that depth.
    """

    whole: dict[str, tuple[str, str] | None]
    climbing: dict[int, dict[str, tuple[str, str] | None]]


class Dead(NamedTuple):
    """An address on a page that leads to nothing: as written, where it should have led, and whether it is shown."""

    address: str
    target: Destination
    shown: bool


@dataclass(slots=True)
class PublishedPage:
    """What is known of one page when all have been read: `name` is its file in the site's folder.

    `fragments` are pairs of the file that a link leads to and its fragment, with the address as written.
    """

    name: str
    ids: frozenset[str] = frozenset()
    repeated: tuple[str, ...] = ()
    dead: list[Dead] = field(default_factory=list)
    fragments: dict[tuple[str, str], str] = field(default_factory=dict)
    language: str | None = None
    canonicals: tuple[str, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    robots: str = ""
    links: int = 0
    error: str = ""


def read_site(root: Path, files: Files, jobs: int = 1) -> Iterator[PublishedPage]:
    """All pages of a site, in order of their names."""
    read_some = partial(read_pages, root=root, files=files)
    for pages in in_batches(
        read_some, sorted(files.pages), BATCH, jobs, lambda name: [PublishedPage(name, error=KILLED)]
    ):
        yield from pages


def read_pages(names: Sequence[str], root: Path, files: Files) -> list[PublishedPage]:
    """Some pages."""
    known = Known({}, {})
    return [_page(name, root, files, known) for name in names]


def _page(name: str, root: Path, files: Files, known: Known) -> PublishedPage:
    page = PublishedPage(name)
    try:
        raw = read(root / name, root, MAX_BYTES)
    except OSError as error:
        page.error = error.strerror or str(error)
        return page
    html = read_html(raw)
    page.ids, page.repeated, page.robots = html.ids, html.repeated, html.robots
    page.language, page.canonicals, page.alternates = html.language, html.canonicals, html.alternates
    page.links = len(html.leads) + len(html.shows)
    folder = name.rpartition("/")[0]
    folder = f"{folder}/" if folder else ""
    if html.base:
        moved = files.folder(html.base, folder)
        if moved is None:  # all relative addresses belong to another site
            return page
        folder = moved
    _follow_all(page, html, folder, files, known)
    return page


def _follow_all(page: PublishedPage, html: HtmlFacts, folder: str, files: Files, known: Known) -> None:
    """Look all addresses of a page up, relative to `folder`: dead ones and fragments are noted on the page."""
    above = _above(folder)
    depth = len(above)
    whole, climbing = known.whole, known.climbing.setdefault(depth, {})
    ids, fragments = page.ids, page.fragments
    for shown, addresses in ((False, html.leads), (True, html.shows)):
        for address in addresses:
            found = climbing.get(address, MISSING)
            if found is None:
                continue
            if found is MISSING:
                first = address[0]
                if first == "#":
                    if address[1:] not in ids and address != "#":
                        fragments[page.name, address[1:]] = address
                    continue
                # An address as it would be written at the root: pages in different folders have most in common.
                climbs = 0
                while address.startswith("../", climbs):
                    climbs += 3
                if climbs:
                    key = above[climbs // 3] + address[climbs:] if climbs // 3 < depth else ""
                else:
                    key = folder + address if first not in "/?." else ""
                found = whole.get(key, MISSING)
                if found is MISSING:
                    found = _follow(page, address, key, shown, folder, files, whole)
                if climbs // 3 == depth - 1 and found is not MISSING:
                    climbing[address] = found
            if found is not None and found is not MISSING and not shown:
                fragments.setdefault(found, address)


def _follow(
    page: PublishedPage,
    address: str,
    key: str,
    shown: bool,
    folder: str,
    files: Files,
    whole: dict[str, tuple[str, str] | None],
) -> tuple[str, str] | None:
    """Look an address up: its file and fragment, None where nothing is to be looked for, MISSING where it is dead.

    What is fine is remembered under `key`, for the other pages that lead there.
    """
    target = files.target(address, folder)
    if target is None:
        if key:
            whole[key] = None
        return None
    file = page.name if target.reason == "here" else target.file
    if not file:
        page.dead.append(Dead(address, target, shown))
        return MISSING
    found = (file, target.fragment) if target.fragment else None
    if key:
        whole[key] = found
    return found


def _above(folder: str) -> list[str]:
    """A folder and those above it, each with a slash behind, the root last as an empty text."""
    found = [folder]
    while folder:
        folder = folder[:-1].rpartition("/")[0]
        folder = f"{folder}/" if folder else ""
        found.append(folder)
    return found
