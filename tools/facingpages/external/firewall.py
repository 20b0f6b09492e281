"""No question leaves for a private address: names are refused by what they stand for, and again as a connection opens.

What a name stands for can change between two questions, and a redirect can lead inside; so it is the address of the
connection itself that counts.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from facingpages.external.settings import Settings

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Of IPv6 only what is handed out as global unicast (RFC 4291, IANA's registry of the address space): all else is local,
# reserved, or an IPv4 address in another dress - compatible (::/96), translated (::ffff:0:0:0/96), site-local
# (fec0::/10), a network's own NAT64 (64:ff9b:1::/48, RFC 8215).
GLOBAL = ipaddress.IPv6Network("2000::/3")
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: all there is of IPv4 where a network has IPv6 only
# What Python takes for public, or did in some version, and no site lives at.
CLOSED = tuple(
    map(
        ipaddress.ip_network,
        (
            "192.0.0.0/24",  # protocol assignments (RFC 6890); clouds answer there, too
            "192.88.99.0/24",  # 6to4 relays, given up (RFC 7526)
            "168.63.129.16/32",  # a cloud's own servant, in reach of each of its machines
            "2001::/23",  # protocol assignments: Teredo, which holds an IPv4 address, ORCHID, benchmarks
            "2002::/16",  # 6to4: holds an IPv4 address (RFC 3056), given up
            "3fff::/20",  # documentation (RFC 9637)
        ),
    )
)
ISATAP = (0x0000_5EFE, 0x0200_5EFE)  # begins the interface of an address that ends in an IPv4 address (RFC 5214)
_asked: ContextVar[str] = ContextVar("asked", default="")  # the host that a connection is opened for


class Refused(OSError):  # noqa: N818 - what became of the question
    """A host is not asked, because its address is private."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} is {address}, a private address")
        self.host = host
        self.address = address


class Firewall(AbstractResolver):
    """Resolves names for connections, and gives only addresses that may be asked.

    A name that is allowed opens its addresses for questions to that name, and for no other: not for a second name that
    stands for the same address, nor for the address itself, nor for a redirect there.
    """

    def __init__(self, settings: Settings) -> None:
        self.names = frozenset(name.lower() for name in settings.allow)
        self.networks = settings.networks()
        self.resolver: ThreadedResolver | None = None

    @contextmanager
    def asking(self, host: str) -> Iterator[None]:
        """Connections that are opened meanwhile, in the same task, are for this host."""
        token = _asked.set(host.lower())
        try:
            yield
        finally:
            _asked.reset(token)

    def may(self, address: str, host: str) -> bool:
        """Whether an address may be asked for a host: a public one, or one that the configuration allows."""
        try:
            number = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return False
        if is_public(number) or any(number in network for network in self.networks):
            return True
        return host.lower() in self.names and literal(host) is None

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a name that may be asked. Raises Refused where it has others only."""
        if self.resolver is None:
            self.resolver = ThreadedResolver()
        found = await self.resolver.resolve(host, port, family)
        kept = [result for result in found if self.may(result["host"], host)]
        if found and not kept:
            raise Refused(host, found[0]["host"])
        return kept

    def connect(self, info: AddrInfoType) -> socket.socket:
        """The socket for a connection; refused here, too, should an address have come another way."""
        family, kind, protocol, _, place = info
        address = str(place[0])
        if not self.may(address, _asked.get()):
            raise Refused(address, address)
        return socket.socket(family, kind, protocol)

    async def close(self) -> None:
        """Nothing is kept open."""
        if self.resolver is not None:
            await self.resolver.close()


def is_public(number: Address) -> bool:
    """Whether an address is one of the public internet; of an address that carries another, whether that is."""
    if isinstance(number, ipaddress.IPv6Address):
        if number.ipv4_mapped is not None:
            return is_public(number.ipv4_mapped)
        last = ipaddress.IPv4Address(number.packed[-4:])
        if number in NAT64:
            return is_public(last)
        if number not in GLOBAL or (int.from_bytes(number.packed[8:12], "big") in ISATAP and not is_public(last)):
            return False
    if any(number in network for network in CLOSED):
        return False
    return number.is_global and not number.is_multicast


def literal(host: str) -> Address | None:
    """The address that a host is written as, if it is no name: also `127.1` and `0x7f000001`, which systems take."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host)) if host[:1].isdigit() and " " not in host else None
    except OSError:
        return None
