"""How often a host is asked: a few at a time, a pause between two, and not at all once it asks to be left alone."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.utils import parsedate_to_datetime

from facingpages.external.settings import HostSettings, Settings

PATIENCE = 3  # times that a host may say it is asked too often


class GivenUp(Exception):  # noqa: N818 - nothing is wrong here
    """A host is not asked any more; the text says why."""


class Lane:
    """The questions to one host."""

    def __init__(self, settings: HostSettings, longest_wait: float) -> None:
        self.settings = settings
        self.longest_wait = longest_wait
        self.open = asyncio.Semaphore(settings.connections)
        self.next = 0.0
        self.complaints = 0
        self.closed = ""

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn. Raises GivenUp when the host is not to be asked any more."""
        async with self.open:
            while True:
                if self.closed:
                    raise GivenUp(self.closed)
                now = time.monotonic()
                if now >= self.next:
                    break
                await asyncio.sleep(self.next - now)
            self.next = now + self.settings.delay
            yield

    def slow_down(self, wait: float | None) -> None:
        """The host said it is asked too often, and how long to wait (seconds), if it said so."""
        self.complaints += 1
        pause = wait if wait is not None else 2.0**self.complaints
        if pause > self.longest_wait:
            self.closed = f"the host asks for a pause of {pause:.0f} s"
        elif self.complaints >= PATIENCE:
            self.closed = f"the host said {PATIENCE} times that it is asked too often"
        self.next = max(self.next, time.monotonic() + min(pause, self.longest_wait))


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
    async def turn(self, host: str) -> AsyncIterator[Lane]:
        """Wait for a turn at a host."""
        lane = self.of(host)
        async with lane.turn(), self.open:
            yield lane


def retry_after(value: str | None, now: float) -> float | None:
    """How long a `Retry-After` asks to wait: seconds, or until a date; None where it says nothing."""
    if not value:
        return None
    text = value.strip()
    if text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None
