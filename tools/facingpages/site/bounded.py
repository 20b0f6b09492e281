"""What an open file gives, within bounds."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

SILENCE = 5.0  # seconds that a pipe named on the command line may give nothing


class RefusedError(OSError):
    """A file that is not read, and why: `strerror`, as of any OSError."""

    def __init__(self, file: Path | str, why: str, number: int = errno.EACCES) -> None:
        super().__init__(number, why, str(file))


def whole(descriptor: int, file: Path | str, size: int, limit: int) -> bytes:
    """What a file holds. One that grows meanwhile may be longer than its size, never longer than the limit."""
    if size > limit:
        raise _too_long(file, limit)
    part = os.read(descriptor, size + 1)
    if len(part) == size:  # it would have given more
        return part
    parts = [part]
    got = len(part)
    while part and got <= limit:
        part = os.read(descriptor, min(limit + 1 - got, 1 << 16))
        parts.append(part)
        got += len(part)
    if got > limit:
        raise _too_long(file, limit)
    return b"".join(parts)


def piped(descriptor: int, file: Path | str, limit: int) -> bytes:
    """What is written to a pipe. Raises RefusedError."""
    import select  # few runs are given a pipe

    parts: list[bytes] = []
    got, until = 0, time.monotonic() + SILENCE
    while True:
        if not select.select([descriptor], [], [], max(0.0, until - time.monotonic()))[0]:
            raise RefusedError(file, f"nothing was written to it for {SILENCE:g} seconds", errno.ETIMEDOUT)
        try:
            part = os.read(descriptor, min(1 << 16, limit + 1 - got))
        except BlockingIOError:
            continue
        if not part:
            return b"".join(parts)
        parts.append(part)
        got, until = got + len(part), time.monotonic() + SILENCE
        if got > limit:
            raise _too_long(file, limit)


def _too_long(file: Path | str, limit: int) -> RefusedError:
    return RefusedError(file, f"it has more than {limit} bytes", errno.EFBIG)
