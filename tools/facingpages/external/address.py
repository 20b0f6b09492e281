"""Addresses as a browser sends them: byte for byte as they are written, but for what may not stand in a question.

The rules are those of the URL Standard (url.spec.whatwg.org): nothing that is escaped is unescaped, or the other way
round, since servers tell `%2F` from `/` and `?` at the end from nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

from yarl import URL

WEB = re.compile(r"(https?):", re.I)
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
EDGES = "".join(map(chr, range(0x21)))
LINES = re.compile(r"[\t\n\r]")
# The standard's percent-encode sets of paths and of the queries of web addresses.
IN_PATH = re.compile(r"[^\x21\x24-\x3b\x3d\x40-\x5d\x5f\x61-\x7a|~%]+")
IN_QUERY = re.compile(r"[^\x21\x24-\x26\x28-\x3b\x3d\x3f-\x7e]+")
DOT = re.compile(r"\.|%2e", re.I)
# Names that belong to nobody (RFC 2606, RFC 6761): examples, not links. What is on this computer is another matter.
RESERVED = re.compile(r"(?:.*\.)?(?:example|invalid|test|example\.(?:com|net|org))\.?", re.I)


class Address(NamedTuple):
    """A web address: scheme, host and port as they are connected to, and what is asked there (path and query)."""

    scheme: str
    host: str
    port: int | None
    target: str

    def __str__(self) -> str:
        return str(self.url)

    @property
    def url(self) -> URL:
        """The address for the client. The query counts as path, so that it is left alone, too."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        place = host if self.port is None else f"{host}:{self.port}"
        return URL.build(scheme=self.scheme, authority=place, path=self.target, encoded=True)

    @property
    def is_reserved(self) -> bool:
        """Whether its host is a name for examples."""
        return RESERVED.fullmatch(self.host) is not None

    def join(self, location: str) -> Address | None:
        """Where a redirect leads; None where that is no web address. Raises ValueError where it is none at all."""
        location = LINES.sub("", location.strip(EDGES)).partition("#")[0]
        web = WEB.match(location)
        if web is not None:
            if web.group(1).lower() != self.scheme or location[web.end() :].startswith(("//", "\\\\", "/\\", "\\/")):
                return parse(location)
            location = location[web.end() :]
        elif SCHEME.match(location):
            return None
        head = location.partition("?")[0].replace("\\", "/")
        if head.startswith("//"):
            return parse(f"{self.scheme}:{location}")
        path = self.target.partition("?")[0]
        if not head:
            written = path + location if location else self.target
        elif head.startswith("/"):
            written = location
        else:
            written = path[: path.rfind("/") + 1] + location
        return self._replace(target=_target(written))


def parse(address: str) -> Address:
    """A web address as written, without its fragment and without a name or password. Raises ValueError."""
    text = LINES.sub("", address.strip(EDGES)).partition("#")[0]
    web = WEB.match(text)
    if web is None:
        raise ValueError("no web address")
    rest = text[web.end() :].lstrip("/\\")
    end = next((at for at, char in enumerate(rest) if char in "/\\?"), len(rest))
    place = URL(f"{web.group(1).lower()}://{rest[:end].rpartition('@')[2]}")
    if not place.raw_host or " " in place.raw_host:
        raise ValueError("no host")
    port = None if place.is_default_port() else place.port
    return Address(place.scheme, place.raw_host, port, _target(rest[end:]))


def from_header(value: str) -> str:
    """A `Location` as sent; bytes that are no ASCII are escaped as they are, whatever charset they are in."""
    return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in value.encode("utf-8", "surrogateescape"))


def _target(written: str) -> str:
    """Path and query as they are sent."""
    path, mark, query = written.partition("?")
    parts: list[str] = []
    pieces = path.replace("\\", "/").removeprefix("/").split("/")
    for at, piece in enumerate(pieces):
        dots = DOT.sub(".", piece)
        if dots == "..":
            del parts[-1:]
        elif dots != ".":
            parts.append(IN_PATH.sub(_escaped, piece))
            continue
        if at == len(pieces) - 1:
            parts.append("")
    return "/" + "/".join(parts) + mark + IN_QUERY.sub(_escaped, query)


def _escaped(match: re.Match[str]) -> str:
    return quote(match.group(), safe="")
