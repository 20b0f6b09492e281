"""Other sites are asked gently, safely and to the end: against a real server that misbehaves in each way."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import time
from dataclasses import replace

import pytest

pytest.importorskip("aiohttp")

from tests.external.misbehaving import Server

from facingpages.external.ask import Wish, ask_all
from facingpages.external.firewall import Firewall, is_public
from facingpages.external.results import Answer
from facingpages.external.settings import HostSettings, Settings

QUICK = Settings(HostSettings(delay=0, timeout=30), allow=("127.0.0.1",), pause=0.01, longest_wait=5)


def ask(server: Server, *paths: str, settings: Settings = QUICK) -> list[Answer]:
    addresses = [path if "://" in path else server.url(path.partition("#")[0]) for path in paths]
    wishes = [
        Wish(address, frozenset(filter(None, [path.partition("#")[2]])))
        for address, path in zip(addresses, paths, strict=True)
    ]
    found = asyncio.run(ask_all(wishes, settings))
    return [found[address] for address in addresses]


@pytest.mark.parametrize(
    ("path", "verdict", "status"),
    [
        ("/ok", "there", 200), ("/gone", "gone", 404), ("/really-gone", "gone", 410), ("/no-head", "there", 200),
        ("/head-says-404", "there", 200), ("/head-closes", "there", 200), ("/head-with-body", "there", 200),
        ("/forbidden", "unasked", 403), ("/login", "unasked", 401), ("/flaky", "there", 200),
        ("/broken", "unasked", 500), ("/teapot", "unasked", 418), ("/odd", "unasked", 999),
        ("/elsewhere-today", "there", 200), ("/moved-to-gone", "gone", 404), ("/circle", "gone", 302),
        ("/on-and-on", "gone", 0), ("/to-file", "gone", 302), ("/to-nothing", "unasked", 302),
        ("/to-bad", "gone", 302), ("/garbage", "unasked", 0), ("/nothing", "unasked", 0),
        ("/huge-header", "unasked", 0), ("/image", "there", 200),
    ],
)  # fmt: skip
def test_verdicts(server: Server, path: str, verdict: str, status: int) -> None:
    (answer,) = ask(server, path)
    assert (answer.verdict, answer.status) == (verdict, status), answer


def test_head_is_asked_first_and_get_only_where_it_says_little(server: Server) -> None:
    ask(server, "/ok", "/no-head", "/gone")
    assert server.asked("/ok") == ["HEAD"]
    assert server.asked("/no-head") == ["HEAD", "GET"]
    assert server.asked("/gone") == ["HEAD", "GET"]


def test_a_busy_host_is_left_alone_as_long_as_it_asks(server: Server) -> None:
    began = time.monotonic()
    (once,) = ask(server, "/busy-once")
    assert once.verdict == "there"
    assert time.monotonic() - began > 0.9
    (until,) = ask(server, "/busy-until")
    assert until.verdict == "there"


def test_a_host_that_stays_busy_is_given_up(server: Server) -> None:
    paths = ["/busy", *(f"/many/{number}" for number in range(20))]
    settings = replace(QUICK, host=HostSettings(delay=0.05, connections=1, timeout=30), longest_wait=0.5)
    answers = ask(server, *paths, settings=settings)
    assert answers[0].verdict == "unasked"
    assert len(server.asked("/busy")) <= 3
    (long,) = ask(server, "/busy-for-long")
    assert long.verdict == "unasked"
    assert "86400" in long.detail
    assert server.asked("/busy-for-long") == ["HEAD"]


def test_permanent_redirects_give_the_new_address(server: Server) -> None:
    moved, twice, today, mixed = ask(server, "/moved", "/moved-308", "/elsewhere-today", "/moved-then-today")
    assert moved.moved == server.url("/ok")
    assert twice.moved == server.url("/ok")
    assert today.moved == ""
    assert mixed.moved == ""


@pytest.mark.parametrize("path", ["/to-metadata", "/to-private", "/to-mapped", "/to-number"])
def test_redirects_into_private_networks_are_refused(server: Server, path: str) -> None:
    (answer,) = ask(server, path)
    assert answer.verdict == "refused", answer


def test_names_that_stand_for_private_addresses_are_refused(server: Server) -> None:
    settings = replace(QUICK, allow=())
    for address in (
        server.url("/ok"),
        server.url("/ok", "localhost"),
        f"http://127.1:{server.port}/ok",
        "http://[::1]/",
    ):
        (answer,) = ask(server, address, settings=settings)
        assert answer.verdict == "refused", (address, answer)
    assert server.requests == []


def test_a_name_may_be_allowed(server: Server) -> None:
    (answer,) = ask(server, server.url("/ok", "localhost"), settings=replace(QUICK, allow=("localhost",)))
    assert answer.verdict == "there"


def test_what_a_connection_leads_to_counts_not_what_the_name_stood_for_before() -> None:
    firewall = Firewall(Settings())
    with pytest.raises(OSError, match="private"):
        firewall.connect((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.1.1", 80)))
    firewall.connect((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))).close()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "255.255.255.255", "224.0.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


def test_nothing_that_identifies_is_sent(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    address = server.url("/ok").replace("//", "//me:secret@")
    answers = ask(server, address, "/cookie", "/to-password")
    assert {answer.verdict for answer in answers} == {"there"}
    sent = [name.lower() for request in server.requests for name in request.headers]
    assert not {"authorization", "cookie", "referer", "proxy-authorization"} & set(sent)


def test_time_and_size_are_limited(server: Server) -> None:
    settings = replace(QUICK, host=HostSettings(delay=0, timeout=0.5), retries=0, max_bytes=200_000)
    silent, drip, endless, bomb = ask(server, "/silent", "/drip", "/endless#x", "/bomb#x", settings=settings)
    assert (silent.verdict, drip.verdict) == ("unasked", "unasked")
    assert endless.verdict in ("there", "unasked")
    assert bomb.verdict in ("there", "unasked")
    assert not any(False in answer.fragments.values() for answer in (endless, bomb))


def test_fragments_are_looked_for_on_the_page(server: Server) -> None:
    address = server.url("/ok")
    wanted = frozenset(("top-of-it", "named", "readme", "not-there", "top"))
    answer = asyncio.run(ask_all([Wish(address, wanted)], QUICK))[address]
    assert answer.fragments == {"top-of-it": True, "named": True, "readme": True, "not-there": False, "top": True}
    assert server.asked("/ok") == ["GET"]


def test_a_host_is_asked_few_questions_at_once_with_pauses(server: Server) -> None:
    settings = replace(QUICK, host=HostSettings(delay=0.03, connections=2, timeout=30))
    answers = ask(server, *(f"/many/{number}" for number in range(24)), settings=settings)
    assert {answer.verdict for answer in answers} == {"there"}
    assert server.most_open <= 2
    times = sorted(request.at for request in server.requests)
    assert times[-1] - times[0] >= 0.03 * 22


def test_hosts_have_their_own_settings(server: Server) -> None:
    own = {"127.0.0.1": HostSettings(status=frozenset((403,)), delay=0, timeout=3, get=True)}
    (answer,) = ask(server, "/forbidden", settings=replace(QUICK, hosts=own))
    assert answer.verdict == "there"
    assert server.asked("/forbidden") == ["GET"]


def test_no_connection_and_no_host() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and kept as long as it is asked: nobody else comes to listen there
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        wishes = [Wish(address, frozenset()), Wish("http://no-such-host.invalid/", frozenset())]
        found = asyncio.run(ask_all(wishes, QUICK))
    assert found[address].verdict == "unasked"
    assert found["http://no-such-host.invalid/"].verdict in ("gone", "unasked")


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://", "http:///x", "https://a b/", "http://x:99999/", "http://\ud800/"]
)
def test_what_is_no_address(address: str) -> None:
    answer = asyncio.run(ask_all([Wish(address, frozenset())], QUICK))[address]
    assert answer.verdict in ("gone", "unasked", "refused")
