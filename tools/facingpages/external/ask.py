"""One address is asked: HEAD, then GET where HEAD says little; redirects are followed by hand, every step guarded."""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import unquote

import aiohttp

from facingpages.external.address import Address, from_header, parse
from facingpages.external.body import text_of, unpacked
from facingpages.external.firewall import Firewall, Refused, literal
from facingpages.external.fragments import ids_of
from facingpages.external.pace import GivenUp, Lanes
from facingpages.external.results import Answer
from facingpages.external.settings import Settings

MOST_REDIRECTS = 10
PERMANENT = (301, 308)
REDIRECTS = (301, 302, 303, 307, 308)
GONE = (400, 404, 410, 414)  # other refusals say nothing of the page: who asks may be what is refused
BUSY = (408, 425, 429, 500, 502, 503, 504)
HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Reply:
    """What one question gave: a status, where it leads on, and the ids of the page if they were wanted.

    `wait` is the `Retry-After` as it came, `cookie` whether one was set.
    """

    status: int
    location: str = ""
    wait: str = ""
    ids: frozenset[str] | None = None
    cookie: bool = False


class Asker:
    """Asks addresses over one session without proxy, cookies or credentials of any kind."""

    def __init__(self, settings: Settings, session: aiohttp.ClientSession, firewall: Firewall) -> None:
        self.settings = settings
        self.session = session
        self.firewall = firewall
        self.lanes = Lanes(settings)

    async def ask(self, address: str, fragments: frozenset[str]) -> Answer:
        """What becomes of an address. `fragments` are looked for on the page."""
        try:
            return await self._follow(parse(address), fragments)
        except (ValueError, UnicodeError):
            return Answer("gone", detail="this is no address")

    async def _follow(self, url: Address, fragments: frozenset[str]) -> Answer:
        moved: Address | None = url
        first = url
        seen = set()
        cookie = False
        for _ in range(MOST_REDIRECTS):
            seen.add(url)
            step = await self._insist(url, fragments)
            if isinstance(step, Answer):
                return step
            if step.status not in REDIRECTS or not step.location:
                return self._answer(step, fragments, "" if moved in (None, first) else str(moved), url)
            cookie = cookie or step.cookie
            try:
                following = url.join(step.location)
            except ValueError:
                return Answer("gone", step.status, f"it redirects to no address: {step.location[:100]}")
            if following is None:
                return Answer("gone", step.status, f"it redirects to no page: {step.location[:100]}")
            if following in seen:
                return _circling(Answer("gone", step.status, "it redirects in a circle"), cookie)
            if moved is not None:
                moved = following if step.status in PERMANENT else None
            url = following
        return _circling(Answer("gone", 0, f"it redirects more than {MOST_REDIRECTS} times"), cookie)

    def _answer(self, step: Reply, fragments: frozenset[str], moved: str, url: Address) -> Answer:
        status = step.status
        if 200 <= status < 300 or status in self.settings.of(url.host).status:
            there: Mapping[str, bool] = {}
            if step.ids is not None:
                there = {fragment: _has(step.ids, fragment) for fragment in sorted(fragments)}
            return Answer("there", status, moved=moved, fragments=there)
        if status in GONE:
            return Answer("gone", status, moved=moved)
        return Answer("unasked", status, "the answer says nothing of the page")

    async def _insist(self, url: Address, fragments: frozenset[str]) -> Reply | Answer:
        """Ask until there is an answer: GET after HEAD, and again after a while where the host was busy."""
        last = Answer("unasked", detail="there was no answer")
        host = self.settings.of(url.host)
        if url.is_reserved and url.host not in self.firewall.names:
            return Answer("unasked", detail=f"{url.host} is a name for examples")
        lane = self.lanes.of(_host(url))
        method = "GET" if fragments or host.get else "HEAD"
        tries = 0
        while tries <= self.settings.retries:
            step = await self._question(method, url, fragments)
            if isinstance(step, Answer):
                if step.verdict != "unasked" or not step.detail.startswith("!"):
                    return step
                last = replace(step, detail=step.detail[1:])
                lane.stay_silent(url.target, at_last=False)
            elif step.status in (429, 503):
                lane.slow_down(step.wait)
                if lane.closed:
                    return lane.closed
                last = Answer("unasked", step.status, "the host is asked too often")
            elif method == "HEAD" and step.status >= 400:
                method = "GET"  # many servers answer HEAD wrongly
                continue
            elif step.status in BUSY and step.status not in host.status:
                last = Answer("unasked", step.status, "the host could not answer")
            else:
                return step
            if method == "HEAD":
                method = "GET"
            tries += 1
            if tries <= self.settings.retries:
                await asyncio.sleep(self.settings.pause * 2.0 ** (tries - 1))
        if not last.status:
            lane.stay_silent(url.target, at_last=True)
        return last

    async def _question(self, method: str, url: Address, fragments: frozenset[str]) -> Reply | Answer:
        """One question. An answer "unasked" with a `!` before its detail may be worth another try."""
        number = literal(url.host)
        if number is not None and not self.firewall.may(str(number), str(number)):
            return Answer("refused", detail=f"{url.host} is a private address")
        limit = self.settings.of(url.host).timeout
        try:
            async with self.lanes.turn(_host(url), url.target) as lane, asyncio.timeout(limit):
                reply = await self._request(method, url, fragments)
                lane.answered()
                return reply
        except GivenUp as reason:
            return reason.answer
        except (TimeoutError, aiohttp.ServerTimeoutError):
            return Answer("unasked", detail=f"!there was no answer within {limit:g} s")
        except aiohttp.ClientConnectorError as error:
            return _unreached(error.os_error)
        except aiohttp.InvalidURL:
            return Answer("gone", detail="this is no address")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return Answer("unasked", detail=f"!{_words(error)}")

    async def _request(self, method: str, url: Address, fragments: frozenset[str]) -> Reply:
        with self.firewall.asking(url.host):
            question = await self.session.request(method, url.url, allow_redirects=False)
        async with question as response:
            headers = response.headers
            location = from_header(headers.get("Location", "")) if response.status in REDIRECTS else ""
            ids = None
            if fragments and response.status == 200 and response.content_type in HTML:
                page = await self._page(response)
                ids = ids_of(text_of(page, response.charset or "")) if page else None
            if method != "HEAD":
                response.close()  # the rest of the page is not wanted
            return Reply(response.status, location, headers.get("Retry-After", ""), ids, "Set-Cookie" in headers)

    async def _page(self, response: aiohttp.ClientResponse) -> bytes | None:
        """The page that was sent; None where it is too long, or packed in a way that was not asked for."""
        body = bytearray()
        async for chunk in response.content.iter_chunked(65_536):
            body += chunk
            if len(body) > self.settings.max_bytes:
                return None  # half a page tells nothing of what it lacks
        return unpacked(bytes(body), response.headers.get("Content-Encoding", ""), self.settings.max_bytes)


class Wish(NamedTuple):
    """An address to ask, and the fragments to look for."""

    address: str
    fragments: frozenset[str]


async def ask_all(wishes: Iterable[Wish], settings: Settings) -> dict[str, Answer]:
    """The answers to all wishes, by address."""
    firewall = Firewall(settings)
    connector = aiohttp.TCPConnector(
        resolver=firewall, socket_factory=firewall.connect, limit=settings.hosts_at_once * 2, use_dns_cache=True,
        ttl_dns_cache=300,
    )  # fmt: skip
    timeout = aiohttp.ClientTimeout(total=None)
    headers = {
        "User-Agent": settings.agent,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Language": "*",
        "Accept-Encoding": "gzip, deflate",
    }
    async with aiohttp.ClientSession(
        connector=connector, timeout=timeout, headers=headers, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False,
        max_line_size=16_384, max_field_size=16_384, auto_decompress=False,
    ) as session:  # fmt: skip
        asker = Asker(settings, session, firewall)
        listed = sorted(wishes)
        answers = await asyncio.gather(*(asker.ask(*wish) for wish in listed))
    now = time.time()
    return {wish.address: replace(answer, asked=now) for wish, answer in zip(listed, answers, strict=True)}


def _host(url: Address) -> str:
    return f"{url.host}:{url.port or url.scheme}"


def _circling(answer: Answer, cookie: bool) -> Answer:
    """The answer to redirects without end: with a cookie, which is not kept here, a browser may get through."""
    return replace(answer, verdict="unasked", detail=f"{answer.detail}, and wants a cookie kept") if cookie else answer


def _unreached(error: OSError) -> Answer:
    """The answer where no connection came about."""
    refused = _cause(error)
    if refused is not None:
        return Answer("refused", detail=str(refused))
    if isinstance(error, socket.gaierror) or "getaddrinfo" in str(error) or "Name or service" in str(error):
        if _number(error) in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)):
            return Answer("gone", detail="there is no such host")
        return Answer("unasked", detail="!the host's name could not be looked up")
    if isinstance(error, ssl.SSLError):
        return Answer("unasked", detail=f"its certificate is not good: {_words(error)}")
    return Answer("unasked", detail=f"!there is no connection: {_words(error)}")


def _cause(error: BaseException | None) -> Refused | None:
    while error is not None:
        if isinstance(error, Refused):
            return error
        error = error.__cause__ or error.__context__
    return None


def _number(error: BaseException | None) -> int | None:
    while error is not None:
        if isinstance(error, socket.gaierror):
            return error.errno
        error = error.__cause__ or error.__context__
    return None


def _words(error: BaseException) -> str:
    text = getattr(error, "strerror", None) or getattr(error, "message", None) or str(error) or type(error).__name__
    return " ".join(str(text).split())[:120]


def _has(ids: frozenset[str], fragment: str) -> bool:
    """Whether a page has a place: of that very name, else of what is escaped in it.

    `user-content-` is put before ids by GitHub, and taken off by its script.
    """
    written = fragment.partition(":~:")[0]
    plain = unquote(written)
    names = (written, plain, f"user-content-{plain}", f"user-content-{plain.lower()}")
    return plain.lower() in ("", "top") or any(name in ids for name in names)
