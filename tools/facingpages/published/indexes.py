"""Files of a published site that name its pages: the sitemap and the redirects."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

from facingpages.published.metadata import Flaw
from facingpages.published.pages import PublishedPage
from facingpages.published.paths import Files
from facingpages.rules import published as rules
from facingpages.rules.page import UNREADABLE
from facingpages.site.opener import RefusedError, read

MAX_BYTES = 60_000_000  # what the sitemap protocol allows, and a little
URL = re.compile(r"<url\b.*?</url>", re.S)
LOCATION = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.S)
ALTERNATE = re.compile(r"<xhtml:link\b[^>]*?href=[\"']([^\"']*)[\"']", re.S)


def sitemaps(root: Path, pages: Mapping[str, PublishedPage], files: Files) -> Iterator[Flaw]:
    """What is wrong with the sitemaps of a site."""
    for name in sorted(files.names):
        if name.rpartition("/")[2] in ("sitemap.xml", "sitemap.xml.gz") or re.fullmatch(r"sitemap[\w-]*\.xml", name):
            if name.endswith(".gz") and name.removesuffix(".gz") in files.names:
                continue
            try:
                yield from _sitemap(name, _text(root, name), pages, files)
            except OSError as error:
                yield _unread(name, error)


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
    for match in LOCATION.finditer(text):
        address = unescape(match.group(1))
        target = files.target(address, "")
        if target is None or not address:
            continue
        if not target.file:
            yield Flaw(rules.SITEMAP, name, match.group(1), "unpublished", {"address": address})
        elif "noindex" in (pages[target.file].robots if target.file in pages else ""):
            yield Flaw(rules.SITEMAP, name, match.group(1), "hidden", {"address": address})
    for entry in URL.finditer(text):
        location = LOCATION.search(entry.group())
        if location is not None:
            named[unescape(location.group(1))] = frozenset(map(unescape, ALTERNATE.findall(entry.group())))
    for address, others in named.items():
        for other in sorted(others - {address}):
            if other in named and address not in named[other]:
                values = {"address": address, "other": other}
                yield Flaw(rules.SITEMAP, name, address, "unanswered", values)


def redirects(root: Path, files: Files) -> Iterator[Flaw]:
    """What is wrong with the `_redirects` of a site."""
    if "_redirects" not in files.names:
        return
    found: dict[str, str] = {}
    try:
        text = _text(root, "_redirects")
    except OSError as error:
        yield _unread("_redirects", error)
        return
    for line in text.splitlines():
        words = line.split("#")[0].split() if not line.strip().startswith("#") else []
        if not words:
            continue
        places = [word for word in words if word.startswith(("/", "http://", "https://"))]
        if len(words) < 2 or len(places) < 2 or words[0] != places[0]:
            yield Flaw(rules.REDIRECT, "_redirects", line.strip(), "rule", {})
            continue
        found.setdefault(places[0], places[1])
    for origin, address in found.items():
        if ":" in address.partition("//")[2 if "//" in address else 0] or "*" in origin + address:
            continue
        target = files.target(address, "")
        if target is None or target.file:
            continue
        if _circles(origin, found):
            yield Flaw(rules.REDIRECT, "_redirects", f"{origin} ", "circle", {"address": origin})
        elif not any(_matches(address, other) for other in found):
            yield Flaw(rules.REDIRECT, "_redirects", address, "dead", {"address": address})


def _circles(origin: str, found: Mapping[str, str]) -> bool:
    seen = {origin}
    address = found[origin]
    while address in found:
        if address in seen:
            return True
        seen.add(address)
        address = found[address]
    return False


def _matches(address: str, origin: str) -> bool:
    """Whether a rule's origin, perhaps with placeholders, takes an address further."""
    pattern = re.sub(r":\w+", "[^/]+", re.escape(origin).replace(r"\*", ".*").replace(r"\:", ":"))
    return re.fullmatch(pattern.rstrip("/") + "/?", address.split("#")[0].split("?")[0]) is not None
