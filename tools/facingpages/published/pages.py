"""Every page of a published site is read once, by several processes; what they give is bounded by its links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from facingpages.published.css import fetched
from facingpages.published.html import Alternate, read_html
from facingpages.published.paths import Base, Destination, Files
from facingpages.site.opener import read
from facingpages.workers import in_batches

BATCH = 50
MANY = 100_000  # addresses that are kept in mind
LARGE = 31 << 20  # bytes of a block for which memory is asked once: see `_keep_memory`
MAX_BYTES = 50_000_000
Place = tuple[str, str]  # a file and a fragment
MISSING = ("", "")
WHOLE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")  # an address that needs no base
KILLED = "the process that read it was killed, and so was the one that tried again"


class Known(NamedTuple):
    """Where addresses lead: file and fragment, None where nothing is to be looked for there.

    `whole` has addresses as they would be written at the root, `climbing` those that climb up to the root just so, by
    the depth of the page: they lead to the same from all pages of that depth. `silent` are those of them of which there
    is nothing to say.
    """

    whole: dict[str, Place | None]
    climbing: dict[int, dict[str, Place | None]]
    silent: dict[int, set[str]]


class Dead(NamedTuple):
    """An address on a page that leads to nothing: as written, where it should have led, and whether it is shown."""

    address: str
    target: Destination
    shown: bool


@dataclass(slots=True)
class PublishedPage:
    """What is known of one page when all have been read: `name` is its file in the site's folder.

    `fragments` are pairs of the file that a link leads to and its fragment, with the addresses as written; `lost` are
    addresses of places of its own that are not there.
    """

    name: str
    ids: frozenset[str] = frozenset()
    repeated: tuple[str, ...] = ()
    dead: list[Dead] = field(default_factory=list)
    fragments: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()
    language: str | None = None
    canonicals: tuple[str, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    robots: str = ""
    links: int = 0
    error: str = ""


def read_site(root: Path, files: Files, jobs: int = 1) -> Iterator[PublishedPage]:
    """All pages of a site, in order of their names."""
    _keep_memory()
    read_some = partial(read_pages, root=root, files=files, known=Known({}, {}, {}))  # a copy for each process
    for pages in in_batches(
        read_some, sorted(files.pages), BATCH, jobs, lambda name: [PublishedPage(name, error=KILLED)]
    ):
        yield from pages


def _keep_memory() -> None:
    """Have memory that a page's tree took stay with the process until the next page needs it.

    The C library of GNU gives the end of its heap back to the system whenever more than 128 KB of it are free, and so
    each tree would be given back and asked for anew, which takes longer than to parse. It lets twice as much lie as the
    largest block that was once given back by itself, and takes up to 32 MB for such a block. Others do as they do.
    """
    bytes(LARGE)  # of zeros that are never written, so it takes no memory


def read_pages(names: Sequence[str], root: Path, files: Files, known: Known) -> list[PublishedPage]:
    """Some pages. What they tell of addresses is `known` to the next ones."""
    if len(known.whole) + sum(map(len, known.climbing.values())) > MANY:
        known.whole.clear()
        known.climbing.clear()
        known.silent.clear()
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
    page.links, page.lost = len(html.leads) + len(html.shows), frozenset(html.lost)
    leads, shows = html.leads, html.shows
    folder, base = folder_of(name), None
    if html.base:
        base = files.base_of(html.base, folder)
        if base is None:  # all relative addresses belong to another site
            leads, shows = ({one for one in some if WHOLE.match(one)} for some in (leads, shows))
        else:
            folder = base.folder
    for shown, addresses in ((False, leads), (True, shows)):
        _follow_all(page, addresses, shown, Vantage(files, folder, base, known))
    return page


class Vantage(NamedTuple):
    """What the addresses of a page are seen from: its folder, what `<base>` says, and what is known from before."""

    files: Files
    folder: str
    base: Base | None
    known: Known


def _follow_all(page: PublishedPage, addresses: Set[str], shown: bool, seen: Vantage) -> None:
    """Look addresses of a page up: dead ones and fragments are noted on it."""
    above = _above(seen.folder)
    climbing = seen.known.climbing.setdefault(len(above), {})
    silent = seen.known.silent.setdefault(len(above), set())
    for address in addresses - silent:  # most have been looked up before, and lead where they should
        first = address[0]
        if first == "#" and seen.base is None:
            if address[1:] not in page.ids and address != "#":
                page.fragments.setdefault((page.name, address[1:]), set()).add(address)
            continue
        if first in "#?":
            found = _follow(page, address, "", shown, seen)
        else:
            found = climbing.get(address, MISSING)
            if found is MISSING:
                found = _look_up(page, address, shown, above, climbing, seen)
            elif found is None:
                silent.add(address)
        if found is not None and found is not MISSING and not shown:
            page.fragments.setdefault(found, set()).add(address)


def _look_up(
    page: PublishedPage, address: str, shown: bool, above: list[str], climbing: dict[str, Place | None], seen: Vantage
) -> Place | None:
    """An address as it would be written at the root: pages in different folders have most in common."""
    climbs = 0
    while address.startswith("../", climbs):
        climbs += 3
    if climbs:
        key = above[climbs // 3] + address[climbs:] if climbs // 3 < len(above) else ""
    else:
        key = seen.folder + address if address[0] not in "/." else ""
    found = seen.known.whole.get(key, MISSING)
    if found is MISSING:
        found = _follow(page, address, key, shown, seen)
    if key and climbs // 3 == len(above) - 1 and found is not MISSING:
        climbing[address] = found
    return found


def read_styles(root: Path, files: Files) -> Iterator[PublishedPage]:
    """All stylesheets of a site that fetch what is not there: a page each, without places."""
    for name in sorted(files.names):
        if not name.endswith(".css"):
            continue
        page = PublishedPage(name)
        try:
            shows = fetched(read(root / name, root, MAX_BYTES).decode("utf-8", "replace"))
        except OSError as error:
            page.error = error.strerror or str(error)
            shows = set()
        for address in shows:
            target = files.target(address, folder_of(name))
            if target is not None and not target.file and target.reason != "here":
                page.dead.append(Dead(address, target, True))
        if page.dead or page.error:
            yield page


def folder_of(name: str) -> str:
    """The folder of a file, with a slash behind; empty for the root."""
    folder = name.rpartition("/")[0]
    return f"{folder}/" if folder else ""


def _follow(page: PublishedPage, address: str, key: str, shown: bool, seen: Vantage) -> Place | None:
    """Look an address up: its file and fragment, None where nothing is to be looked for, MISSING where it is dead.

    What is fine is remembered under `key`, for the other pages that lead there.
    """
    target = seen.files.target(address, seen.folder)
    whole, base = seen.known.whole, seen.base
    if target is None:
        if key:
            whole[key] = None
        return None
    file = target.file
    if target.reason == "here":
        file = page.name
        if base is not None and base.itself.reason != "here":
            file, target = base.itself.file, base.itself._replace(fragment=target.fragment)
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
