"""Work on a list, shared among processes where that is quick to begin."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Gain = TypeVar("Gain")
FEW = 3  # batches that are done sooner than another process is started
_work: tuple[Callable[[Any], Any], Sequence[Any], int] | None = None


def in_batches(work: Callable[[Sequence[Item]], Gain], items: Sequence[Item], size: int, jobs: int) -> Iterator[Gain]:
    """What `work` makes of the items, `size` at a time, in their order.

    Other processes are copies of this one, so that nothing but the gains has to be sent. Where copies can't be made
    (Windows) or should not (macOS), and where there is little to do, all is done here.
    """
    starts = range(0, len(items), size)
    if jobs < 2 or len(starts) <= FEW or sys.platform != "linux":
        for start in starts:
            yield work(items[start : start + size])
        return
    with multiprocessing.get_context("fork").Pool(min(jobs, len(starts)), _begin, (work, items, size)) as pool:
        yield from pool.imap(_batch, starts)


def _begin(work: Callable[[Any], Any], items: Sequence[Any], size: int) -> None:
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    _work = work, items, size


def _batch(start: int) -> Any:
    assert _work is not None
    work, items, size = _work
    return work(items[start : start + size])
