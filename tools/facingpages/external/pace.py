"""How often a host is asked: a few at a time, a pause between two, and not at all once it asks to be left alone."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.utils import parsedate_to_datetime
from math import inf

from facingpages.external.results import Answer
from facingpages.external.settings import HostSettings, Settings

PATIENCE = 3  # times that a host may say it is asked too often


SILENCES = 2  # addresses of a host without any answer, one after the other, before it is given up
SHOWN = 60  # characters of what a host sends


class GivenUp(Exception):  # noqa: N818 - nothing is wrong here
    """A host is not asked any more; the answer says why."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.detail)
        self.answer = answer


class Lane:
    """The questions to one host."""

    def __init__(self, settings: HostSettings, longest_wait: float) -> None:
        self.settings = settings
        self.longest_wait = longest_wait
        self.open = asyncio.Semaphore(settings.connections)
        self.next = 0.0
        self.complaints = 0
        self.doubted: set[str] = set()  # addresses that had no answer since the host gave its last one
        self.silent: set[str] = set()  # those that were asked as often as they may be
        self.news = asyncio.Event()
        self.closed: Answer | None = None

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[None]:
        """Wait for a turn. Raises GivenUp when the host is not to be asked any more."""
        while True:
            while self._in_doubt(address):
                await self.news.wait()
            async with self.open:
                while True:
                    if self.closed is not None:
                        raise GivenUp(self.closed)
                    now = time.monotonic()
                    if now >= self.next:
                        break
                    await asyncio.sleep(self.next - now)
                if not self._in_doubt(address):
                    self.next = now + self.settings.delay
                    yield
                    return

    def _in_doubt(self, address: str) -> bool:
        """Whether others have to find out first whether the host answers at all."""
        return self.closed is None and len(self.doubted) >= SILENCES and address not in self.doubted

    def slow_down(self, asked: str) -> None:
        """The host said it is asked too often; `asked` is its `Retry-After`, if it sent one."""
        self.complaints += 1
        wait = retry_after(asked, time.time())
        pause = wait if wait is not None else 2.0**self.complaints
        if pause > self.longest_wait:
            said = "".join(char if char.isprintable() else " " for char in asked[:SHOWN])
            self.closed = Answer("unasked", 429, f"the host asks for a pause (Retry-After: {said})")
        elif self.complaints >= PATIENCE:
            self.closed = Answer("unasked", 429, f"the host said {PATIENCE} times that it is asked too often")
        self._tell()
        self.next = max(self.next, time.monotonic() + min(pause, self.longest_wait))

    def answered(self) -> None:
        """The host gave an answer, whatever it says."""
        self.doubted.clear()
        self.silent.clear()
        self._tell()

    def stay_silent(self, address: str, *, at_last: bool) -> None:
        """An address of the host had no answer; `at_last`: however often it was asked."""
        self.doubted.add(address)
        if at_last:
            self.silent.add(address)
            if len(self.silent) >= SILENCES and self.closed is None:
                self.closed = Answer("unasked", detail="the host did not answer before")
            self._tell()

    def _tell(self) -> None:
        self.news.set()
        self.news = asyncio.Event()


class Lanes:
    """A lane for each host, and a limit on how many are asked at once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lanes: dict[str, Lane] = {}
        self.open = asyncio.Semaphore(settings.hosts_at_once)

    def of(self, host: str) -> Lane:
        """The lane of a host."""
        name = host.lower()
        if name not in self.lanes:
            self.lanes[name] = Lane(self.settings.of(name.partition(":")[0]), self.settings.longest_wait)
        return self.lanes[name]

    @asynccontextmanager
    async def turn(self, host: str, address: str) -> AsyncIterator[Lane]:
        """Wait for a turn at a host, to ask an address of it."""
        lane = self.of(host)
        async with lane.turn(address), self.open:
            yield lane


def retry_after(value: str, now: float) -> float | None:
    """How long a `Retry-After` asks to wait: seconds, or until a date; None where it says nothing."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text) if len(text) < 300 else inf
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now) if text else None
    except (ValueError, TypeError, OverflowError):
        return None
