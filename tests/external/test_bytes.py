"""What goes out to other sites and what comes back, to the byte, against a real server that tells the bytes apart."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

pytest.importorskip("aiohttp")

from tests.external.misbehaving import EXACT, Server
from tests.external.test_ask import QUICK, ask

from facingpages.external.address import parse
from facingpages.external.ask import Wish, ask_all
from facingpages.external.results import Answer
from facingpages.external.settings import HostSettings


def fragments(server: Server, path: str, *wanted: str) -> Answer:
    address = server.url(path)
    return asyncio.run(ask_all([Wish(address, frozenset(wanted))], QUICK))[address]


@pytest.mark.parametrize("path", EXACT)
def test_addresses_go_out_as_they_are_written(server: Server, path: str) -> None:
    (answer,) = ask(server, path)
    assert answer.verdict == "there", [request.path for request in server.requests]
    assert {request.path for request in server.requests} == {path}


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/{id}", "/%7Bid%7D"), ("/a^b`c", "/a%5Eb%60c"), ("/q?a={b}|^`", "/q?a={b}|^`"), ("/q?'", "/q?%27"),
        ("/ā b", "/%C4%81%20b"), ("/a/../b/./c", "/b/c"), ("/a/%2E%2e/b", "/b"), ("/a\\b", "/a/b"), ("?x", "/?x"),
        ("/x\u00a0", "/x%C2%A0"), ("/%zz", "/%zz"),
    ],
)  # fmt: skip
def test_what_may_not_stand_in_a_question_is_escaped_as_browsers_do(server: Server, written: str, sent: str) -> None:
    address = server.url("").rstrip("/") + written
    asyncio.run(ask_all([Wish(address, frozenset())], QUICK))
    assert {request.path for request in server.requests} == {sent}


def test_a_redirect_to_itself_is_dead_unless_it_sets_a_cookie(server: Server) -> None:
    wall, circle = ask(server, "/cookie-wall", "/to-itself")
    assert (wall.verdict, circle.verdict) == ("unasked", "gone")
    assert "cookie" in wall.detail


def test_a_location_is_followed_in_its_own_bytes(server: Server) -> None:
    (answer,) = ask(server, "/to-latin-1")
    assert (answer.verdict, server.requests[-1].path) == ("there", "/P%E7c")


@pytest.mark.parametrize("path", ["/utf-8", "/utf-16", "/utf-16-header", "/windows-1257", "/windows-1257-header"])
def test_pages_are_read_in_the_charset_they_declare(server: Server, path: str) -> None:
    found = fragments(server, path, "Augšā", "Aug%C5%A1%C4%81", "dziļi", "a%2Fb", "a/b", "augšā").fragments
    dead = {name for name, there in found.items() if not there}
    assert dead == {"a/b", "augšā"}


@pytest.mark.parametrize("path", ["/latin-1", "/undeclared"])
def test_latin_1_is_read_where_it_is_declared_and_where_it_can_be_nothing_else(server: Server, path: str) -> None:
    assert fragments(server, path, "på", "pa").fragments == {"på": True, "pa": False}


@pytest.mark.parametrize("path", ["/br", "/zstd"])
def test_a_body_packed_in_a_way_nobody_asked_for_tells_nothing_of_its_ids(server: Server, path: str) -> None:
    answer = fragments(server, path, "x")
    assert (answer.verdict, dict(answer.fragments)) == ("there", {})
    assert "br" not in server.requests[0].headers["Accept-Encoding"]
    (plain,) = ask(server, path)
    assert plain.verdict == "there"


@pytest.mark.parametrize("path", ["/gzip", "/deflate", "/bare-deflate"])
def test_packed_bodies_are_unpacked(server: Server, path: str) -> None:
    assert fragments(server, path, "named", "no").fragments == {"named": True, "no": False}


def test_top_leads_to_the_top_in_any_case(server: Server) -> None:
    assert fragments(server, "/ok", "TOP", "Top").fragments == {"TOP": True, "Top": True}


@pytest.mark.parametrize("host", ["docs.example", "a.test", "EXAMPLE.com", "x.invalid", "a.test."])
def test_names_for_examples_are_never_asked(host: str) -> None:
    address = f"http://{host}?x"
    assert parse(address).is_reserved
    answer = asyncio.run(ask_all([Wish(address, frozenset())], QUICK))[address]
    assert (answer.verdict, "examples" in answer.detail) == ("unasked", True)


@pytest.mark.parametrize("host", ["example.lv", "testing.lv", "latest", "myexample.com"])
def test_names_that_only_look_like_examples(host: str) -> None:
    assert not parse(f"http://{host}/").is_reserved


def test_a_redirect_to_a_name_for_examples_is_not_followed(server: Server) -> None:
    (answer,) = ask(server, "/to-reserved")
    assert (answer.verdict, answer.detail) == ("unasked", "docs.example is a name for examples")


def test_a_host_that_does_not_answer_is_given_up_after_two_links(server: Server) -> None:
    settings = replace(QUICK, host=HostSettings(delay=0, connections=1, timeout=0.2), retries=1)
    answers = ask(server, *(f"/silent/{number}" for number in range(30)), settings=settings)
    assert {answer.verdict for answer in answers} == {"unasked"}
    assert len({request.path for request in server.requests}) <= 2  # what came too late is not read
    assert sum("did not answer before" in answer.detail for answer in answers) == 28


def test_one_silent_page_does_not_close_its_host(server: Server) -> None:
    settings = replace(QUICK, host=HostSettings(delay=0, connections=1, timeout=2), retries=0)
    answers = [answer.verdict for answer in ask(server, "/ok", "/silent/1", "/utf-8", "/zstd", settings=settings)]
    assert answers == ["there", "unasked", "there", "there"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [("/busy-for-years", "99999999999"), ("/busy-until-2099", "Wed, 21 Oct 2099 07:28:00 GMT")],
)
def test_a_pause_of_years_is_shown_as_it_came(server: Server, path: str, shown: str) -> None:
    (answer,) = ask(server, path)
    assert answer.verdict == "unasked"
    assert shown in answer.detail
