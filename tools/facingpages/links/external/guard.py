"""No question leaves for a private address: names are refused by what they stand for, and again as a connection opens.

What a name stands for can change between two questions, and a redirect can lead inside; so it is the address of the
connection itself that counts.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence

from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from facingpages.links.external.settings import Settings

NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(OSError):  # noqa: N818 - what became of the question
    """A host is not asked, because its address is private."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} is {address}, a private address")
        self.host = host
        self.address = address


class Guard(AbstractResolver):
    """Resolves names for connections, and gives only addresses that may be asked."""

    def __init__(self, settings: Settings) -> None:
        self.names = frozenset(name.lower() for name in settings.allow)
        self.networks = settings.networks()
        self.resolver: ThreadedResolver | None = None
        self.allowed_by_name: set[str] = set()

    def may(self, address: str) -> bool:
        """Whether an address may be asked: a public one, or one that the configuration allows."""
        if address in self.allowed_by_name:
            return True
        try:
            number = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return False
        return is_public(number) or any(number in network for network in self.networks)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a name that may be asked. Raises Refused where it has others only."""
        if self.resolver is None:
            self.resolver = ThreadedResolver()
        found = await self.resolver.resolve(host, port, family)
        if host.lower() in self.names:
            self.allowed_by_name.update(result["host"] for result in found)
        kept = [result for result in found if self.may(result["host"])]
        if found and not kept:
            raise Refused(host, found[0]["host"])
        return kept

    def connect(self, info: AddrInfoType) -> socket.socket:
        """The socket for a connection; refused here, too, should an address have come another way."""
        family, kind, protocol, _, place = info
        address = str(place[0])
        if not self.may(address):
            raise Refused(address, address)
        return socket.socket(family, kind, protocol)

    async def close(self) -> None:
        """Nothing is kept open."""
        if self.resolver is not None:
            await self.resolver.close()


def is_public(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address is one of the public internet; of an address that carries another, whether that is."""
    if isinstance(number, ipaddress.IPv6Address):
        inner: Sequence[ipaddress.IPv4Address | None] = (number.ipv4_mapped, number.sixtofour, *(number.teredo or ()))
        for other in inner:
            if other is not None:
                return is_public(other)
        if number in NAT64:
            return is_public(ipaddress.IPv4Address(number.packed[-4:]))
    return number.is_global and not number.is_multicast


def literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is written as, if it is no name: also `127.1` and `0x7f000001`, which systems take."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host)) if host[:1].isdigit() and " " not in host else None
    except OSError:
        return None
