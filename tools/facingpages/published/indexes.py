"""Files of a published site that name its pages: the sitemap and the redirects."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path

from facingpages.glob import Part, Run, match
from facingpages.published.metadata import Flaw
from facingpages.published.pages import PublishedPage
from facingpages.published.paths import Files
from facingpages.rules import published as rules
from facingpages.rules.page import UNREADABLE
from facingpages.site.opener import RefusedError, read

MAX_BYTES = 60_000_000  # what the sitemap protocol allows, and a little
# Every part ends where another begins, so that what is never closed is not looked for again and again.
LOCATION = re.compile(r"<loc>([^<]*+)</loc>")
ALTERNATE = re.compile(r"<xhtml:link\b[^<>]*+>")
REFERENCE = re.compile(r"\bhref=[\"']([^\"']*)[\"']")
PLACEHOLDER = re.compile(r"(\*|:\w+)")
EACH = 200  # faults of a file that are told one by one: a wrong address of the site makes all of its entries wrong
LONGEST = 4_000  # characters of an address in a rule
STEPS = 20_000_000  # that are gone to see which rules take others on: a few seconds


def sitemaps(root: Path, pages: Mapping[str, PublishedPage], files: Files) -> Iterator[Flaw]:
    """What is wrong with the sitemaps of a site."""
    for name in sorted(files.names):
        if name.rpartition("/")[2] in ("sitemap.xml", "sitemap.xml.gz") or re.fullmatch(r"sitemap[\w-]*\.xml", name):
            if name.endswith(".gz") and name.removesuffix(".gz") in files.names:
                continue
            try:
                yield from _first(_sitemap(name, _text(root, name), pages, files))
            except OSError as error:
                yield _unread(name, error)


def _first(faults: Iterable[Flaw]) -> Iterator[Flaw]:
    """Faults of one file, the same only once; the last of very many says how many more there are."""
    seen: set[tuple[str, str]] = set()
    left: list[Flaw] = []
    for fault in faults:
        key = (fault.mark, fault.message)
        if key in seen:
            continue
        seen.add(key)
        if len(seen) <= EACH or fault.rule is UNREADABLE:
            yield fault
        else:
            left.append(fault)
    if left:
        yield left[0]._replace(message="more", values={"count": str(len(left))})


def _text(root: Path, name: str) -> str:
    """The text of a file of the site, unpacked if it is packed. Raises OSError, whose `strerror` says why not."""
    raw = read(root / name, root, MAX_BYTES)
    if name.endswith(".gz"):
        try:
            with gzip.open(io.BytesIO(raw)) as stream:
                raw = stream.read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise RefusedError(root / name, f"it is not packed as its name says: {error}") from None
        if len(raw) > MAX_BYTES:
            raise RefusedError(root / name, f"unpacked it has more than {MAX_BYTES} bytes")
    return raw.decode("utf-8", "replace")


def _unread(name: str, error: OSError) -> Flaw:
    return Flaw(UNREADABLE, name, "", "page", {"problem": error.strerror or str(error)})


def _sitemap(name: str, text: str, pages: Mapping[str, PublishedPage], files: Files) -> Iterator[Flaw]:
    named: dict[str, frozenset[str]] = {}
    for found in LOCATION.finditer(text):
        written = found.group(1).strip()
        address = unescape(written)
        target = files.target(address, "")
        if target is None or not address:
            continue
        if not target.file:
            yield Flaw(rules.SITEMAP, name, written, "unpublished", {"address": address})
        elif "noindex" in (pages[target.file].robots if target.file in pages else ""):
            yield Flaw(rules.SITEMAP, name, written, "hidden", {"address": address})
    for entry in text.split("</url>")[:-1]:
        location = LOCATION.search(entry)
        if location is not None:
            links = (REFERENCE.search(link) for link in ALTERNATE.findall(entry))
            named[unescape(location.group(1).strip())] = frozenset(unescape(link.group(1)) for link in links if link)
    for address, others in named.items():
        for other in sorted(others - {address}):
            if other in named and address not in named[other]:
                values = {"address": address, "other": other}
                yield Flaw(rules.SITEMAP, name, address, "unanswered", values)


def redirects(root: Path, files: Files) -> Iterator[Flaw]:
    """What is wrong with the `_redirects` of a site."""
    yield from _first(_redirects(root, files))


def _redirects(root: Path, files: Files) -> Iterator[Flaw]:
    if "_redirects" not in files.names:
        return
    found: dict[str, str] = {}
    try:
        text = _text(root, "_redirects")
    except OSError as error:
        yield _unread("_redirects", error)
        return
    yield from _origins(text, found)
    circles, steps = _circles(found), STEPS
    patterns = [_parts(origin) for origin in found if PLACEHOLDER.search(origin)]
    width = sum(map(len, patterns))
    for origin, address in found.items():
        if ":" in address.partition("//")[2 if "//" in address else 0] or "*" in origin + address:
            continue
        target = files.target(address, "")
        if target is None or target.file:
            continue
        path = address.split("#")[0].split("?")[0].rstrip("/")
        if origin in circles:
            yield Flaw(rules.REDIRECT, "_redirects", f"{origin} ", "circle", {"address": origin})
        elif path not in found and f"{path}/" not in found:
            steps -= width * len(path)
            if steps < 0:
                yield _unread(
                    "_redirects", RefusedError(root / "_redirects", "it has too many rules with placeholders")
                )
                return
            if all(match(parts, path) is None for parts in patterns):
                yield Flaw(rules.REDIRECT, "_redirects", address, "dead", {"address": address})


def _origins(text: str, found: dict[str, str]) -> Iterator[Flaw]:
    """Read the rules into `found`, from where to where; the first of an origin counts. Gives lines that are none."""
    for line in text.splitlines():
        words = line.split("#")[0].split() if not line.strip().startswith("#") else []
        if not words:
            continue
        places = [word for word in words if word.startswith(("/", "http://", "https://"))]
        long = any(len(word) > LONGEST for word in places)
        if len(words) < 2 or len(places) < 2 or words[0] != places[0] or long:
            yield Flaw(rules.REDIRECT, "_redirects", line.strip(), "rule", {})
            continue
        found.setdefault(places[0], places[1])


def _circles(found: Mapping[str, str]) -> frozenset[str]:
    """The origins from which one comes to a circle. Each is walked once."""
    ends: dict[str, bool] = {}
    for origin in found:
        path: dict[str, None] = {}
        at = origin
        while at in found and at not in ends and at not in path:
            path[at] = None
            at = found[at]
        circle = at in path or ends.get(at, False)
        ends |= dict.fromkeys(path, circle)
    return frozenset(origin for origin, circle in ends.items() if circle)


def _parts(origin: str) -> list[Part]:
    """A rule's origin: `*` is anything, `:name` a part of the path."""
    words = PLACEHOLDER.split(origin.rstrip("/"))
    runs = {"*": Run(crosses=True)}
    return [runs.get(word, Run(some=True)) if at % 2 else word for at, word in enumerate(words) if word]
