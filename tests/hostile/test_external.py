"""Links of a stranger never make the check knock at a door of the network it runs in.

Point 14 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from dataclasses import replace
from typing import Any

import pytest

pytest.importorskip("aiohttp")

from hypothesis import given
from hypothesis import strategies as st
from tests.external.misbehaving import Server
from tests.external.test_ask import QUICK, ask

from facingpages.external.firewall import Firewall, Refused, is_public
from facingpages.external.settings import Settings

PRIVATE = ("127.0.0.1", "10.1.2.3", "172.31.0.9", "192.168.7.7", "169.254.169.254", "100.100.100.200", "0.0.0.0")
# Every way in which IPv6 is known to carry an IPv4 address, and the RFC that says so.
DRESSES = (
    "::{v4}",  # 4291, compatible
    "::ffff:{v4}",  # 4291, mapped
    "::ffff:0:{v4}",  # 2765, translated
    "64:ff9b::{v4}",  # 6052, NAT64
    "64:ff9b:1::{v4}",  # 8215, a network's own NAT64
    "64:ff9b:1:ffff::{v4}",
    "2002:{hex}::1",  # 3056, 6to4
    "2001:0:{hex}::1",  # 4380, Teredo's server
    "2001:0:808:808:0:0:{flipped}",  # 4380, Teredo's client, its bits turned
    "2a00:1450:4001::5efe:{v4}",  # 5214, ISATAP
    "2a00:1450:4001::200:5efe:{v4}",
    "fe80::5efe:{v4}",
    "fec0::{v4}",  # 3879, site-local
    "fd00::{v4}",
    "100::{v4}",  # 6666, discarded
)
CLOSED = (
    "192.0.0.8", "192.0.0.9", "192.0.0.10", "192.0.0.170", "192.0.0.192", "192.0.0.255", "192.88.99.1", "198.18.0.1",
    "168.63.129.16", "240.0.0.1", "255.255.255.255", "fec0::1", "fedf::1", "feff::1", "fe80::1", "fc00::1",
    "2001:db8::1", "3fff::1", "2001:10::1", "2001:20::1", "2001:2::1", "5f00::1", "4000::1", "::", "::1", "::2",
    "fd00:ec2::254", "64:ff9b:1::1", "ff0e::1", "100::1",
)  # fmt: skip
OPEN = ("93.184.215.14", "192.0.1.1", "192.88.98.1", "168.63.129.17", "2a00:1450:4001:800::200e", "2606:4700::1111",
        "2001:4860:4860::8888", "2001:200::1", "64:ff9b::8.8.8.8", "2003::1", "3ffe::1", "::ffff:8.8.8.8")  # fmt: skip


def dressed(form: str, v4: str) -> ipaddress.IPv6Address:
    number = int(ipaddress.IPv4Address(v4))
    parts = {
        name: f"{value >> 16:x}:{value & 0xFFFF:x}"
        for name, value in (("hex", number), ("flipped", number ^ 0xFFFFFFFF))
    }
    return ipaddress.IPv6Address(form.format(v4=v4, **parts))


@pytest.mark.parametrize("v4", PRIVATE)
@pytest.mark.parametrize("form", DRESSES)
def test_a_private_address_in_any_dress(form: str, v4: str) -> None:
    assert not is_public(dressed(form, v4))


@pytest.mark.parametrize("address", CLOSED)
def test_addresses_that_pass_for_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", OPEN)
def test_addresses_on_the_other_side_of_each_line(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=6))
def test_only_global_unicast_is_public(number: ipaddress.IPv6Address) -> None:
    if is_public(number):
        assert number in ipaddress.ip_network("2000::/3") or number.ipv4_mapped or number in ipaddress.ip_network(
            "64:ff9b::/96"
        )  # fmt: skip


def test_an_allowed_name_opens_its_address_for_itself_only(server: Server) -> None:
    allowing = replace(QUICK, allow=("localhost",))
    named = server.url("/ok", "localhost")
    number = server.url("/ok")
    answers = ask(server, named, number, named, settings=allowing)
    assert [answer.verdict for answer in answers] == ["there", "refused", "there"]
    (redirected,) = ask(server, server.url("/moved-308", "localhost"), settings=allowing)  # to the number
    assert redirected.verdict == "refused"


def test_another_name_for_the_address_of_an_allowed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    async def everything_is_inside(*_: Any, **__: Any) -> list[dict[str, Any]]:
        return [{"hostname": "x", "host": "10.0.0.5", "port": 80, "family": socket.AF_INET, "proto": 0, "flags": 0}]

    monkeypatch.setattr("aiohttp.resolver.ThreadedResolver.resolve", everything_is_inside)
    firewall = Firewall(Settings(allow=("wiki.internal",)))
    info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.5", 80))

    async def names() -> None:
        for host in ("wiki.internal", "WIKI.internal"):
            assert len(await firewall.resolve(host)) == 1
        for host in ("rebound.example.org", "wiki.internal.example.org", "10.0.0.5", "xwiki.internal"):
            with pytest.raises(Refused):
                await firewall.resolve(host)

    asyncio.run(names())
    with firewall.asking("wiki.internal"):
        firewall.connect(info).close()
    for host in ("rebound.example.org", "10.0.0.5"):
        with firewall.asking(host), pytest.raises(Refused):
            firewall.connect(info)
    with pytest.raises(Refused):
        firewall.connect(info)
