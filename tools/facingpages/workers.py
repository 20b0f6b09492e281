"""Work on a list, shared among processes where that is quick to begin. A process that is killed loses nothing."""

from __future__ import annotations

import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from facingpages.site.witness import present

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Gain = TypeVar("Gain")
FEW = 3  # batches that are done sooner than another process is started
TRIES = 2  # of a batch: a process may be killed because there was no memory for all of them at once
Span = tuple[int, int]


def in_batches(
    work: Callable[[Sequence[Item]], Gain],
    items: Sequence[Item],
    size: int,
    jobs: int,
    lost: Callable[[Item], Gain],
) -> Iterator[Gain]:
    """What `work` makes of the items, `size` at a time, in their order.

    Other processes are copies of this one, so that nothing but the gains has to be sent. Where copies can't be made
    (Windows) or should not (macOS), and where there is little to do, all is done here. The work of a process that was
    killed is done again in another, at last item by item; `lost` says what comes of an item that kills whoever has it.
    What they ask of the tree is heard here, too.
    """
    spans = [(start, min(start + size, len(items))) for start in range(0, len(items), size)]
    if jobs < 2 or len(spans) <= FEW or sys.platform != "linux":
        for start, end in spans:
            yield work(items[start:end])
        return
    workers = _Workers(work, items, min(jobs, len(spans)))
    try:
        gains = workers.gains(spans)
        ready: dict[Span, Any] = {}
        for span in spans:
            while span not in ready and not _is_split(span, ready):
                done, gain = next(gains)
                ready[done] = gain if gain is not _LOST else lost(items[done[0]])
            if span in ready:
                yield ready.pop(span)
            else:
                yield from (ready.pop((at, at + 1)) for at in range(*span))
    finally:
        workers.end()


_LOST: Any = object()


def _is_split(span: Span, ready: dict[Span, Any]) -> bool:
    """Whether a batch was done item by item."""
    return all((at, at + 1) in ready for at in range(*span))


class _Workers:
    """Processes that each have one batch at a time."""

    def __init__(self, work: Callable[[Sequence[Any]], Any], items: Sequence[Any], count: int) -> None:
        import multiprocessing  # loaded where there is work to share

        self.work = work
        self.items = items
        self.context = multiprocessing.get_context("fork")
        self.busy: dict[Connection, Span | None] = {}
        self.processes: dict[Connection, BaseProcess] = {}
        for _ in range(count):
            self._start()

    def gains(self, spans: Sequence[Span]) -> Iterator[tuple[Span, Any]]:
        """Each batch, or each of its items, with what came of it, in the order in which they are done."""
        from multiprocessing.connection import wait

        left, witness = deque(spans), present()
        tried: Counter[Span] = Counter()
        while True:
            for connection in [one for one, span in self.busy.items() if span is None]:
                if left:
                    self._give(connection, left.popleft())
            if not any(self.busy.values()):
                return
            ready = wait([one for one, span in self.busy.items() if span])
            for connection in [one for one in self.busy if one in ready]:
                span = self.busy[connection]
                assert span is not None
                try:
                    failed, gain, heard = connection.recv()
                except (EOFError, OSError):
                    self._bury(connection)
                    tried[span] += 1
                    if tried[span] < TRIES:
                        left.append(span)
                    elif span[1] - span[0] > 1:
                        left.extend((at, at + 1) for at in range(*span))
                    else:
                        yield span, _LOST
                    self._start()
                    continue
                self.busy[connection] = None
                if witness is not None:
                    witness.hear_all(heard)
                if failed:
                    raise gain
                yield span, gain

    def end(self) -> None:
        """End all processes, whatever they do."""
        for connection in list(self.busy):
            self._bury(connection)

    def _start(self) -> None:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=self._serve, args=(theirs, ours), daemon=True)
        process.start()
        theirs.close()
        self.busy[ours], self.processes[ours] = None, process

    def _give(self, connection: Connection, span: Span) -> None:
        self.busy[connection] = span
        try:
            connection.send(span)
        except OSError:  # it is dead, which shows when its answer is waited for
            return

    def _bury(self, connection: Connection) -> None:
        connection.close()
        del self.busy[connection]
        process = self.processes.pop(connection)
        process.kill()
        process.join()

    def _serve(self, connection: Connection, other_end: Connection) -> None:
        """What a process does until the first one closes the connection, or is no more."""
        import signal  # which takes longer to load than a run of one page has

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
        for inherited in (other_end, *self.busy):
            inherited.close()
        while True:
            try:
                start, end = connection.recv()
            except (EOFError, OSError):
                return
            witness = present()
            before = len(witness.told) if witness is not None else 0
            try:
                failed, gain = False, self.work(self.items[start:end])
            except Exception as error:
                failed, gain = True, error
            heard = witness.heard_since(before) if witness is not None else []
            try:
                connection.send((failed, gain, heard))
            except OSError:
                return
            except Exception as error:  # it can't be sent
                connection.send((True, RuntimeError(f"{type(error).__name__}: {error}"), heard))
