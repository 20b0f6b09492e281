"""Where text goes: standard output, or a file that is whole or not there; and the progress on standard error."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

from facingpages.config import SetupError


def emit(text: str, file: str | None) -> None:
    """Write a report. Raises SetupError when a file can't be written."""
    if file is None or file == "-":
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    write(Path(file), text)


def write(file: Path, text: str) -> None:
    """Write a file at once: beside it first, then renamed. Raises SetupError when that fails."""
    try:
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    except OSError as error:
        raise SetupError(f"{file}: can't be written: {error.strerror}.") from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        mode = file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask()
        os.chmod(name, mode)  # noqa: PTH101
        os.replace(name, file)  # noqa: PTH105
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise SetupError(f"{file}: can't be written: {error.strerror}.") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


class Progress:
    """A line on standard error that says how far a run is; only on a terminal, only when it takes a while."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.shown = False
        self.next = time.monotonic() + 0.5
        self.active = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def step(self, path: str) -> None:
        """One more page."""
        self.done += 1
        if not self.active or time.monotonic() < self.next:
            return
        self.next = time.monotonic() + 0.1
        self.shown = True
        width = 30
        full = width * self.done // max(1, self.total)
        sys.stderr.write(f"\r\x1b[K[{'#' * full}{'.' * (width - full)}] {self.done}/{self.total} {path[-60:]!a}")
        sys.stderr.flush()
