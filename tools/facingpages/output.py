"""Where text goes: standard output, or a file that is whole or not there; and the progress on standard error."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

from facingpages.config import SetupError


def emit(text: str, file: str | None) -> None:
    """Write a report. Raises SetupError when it can't be written, BrokenPipeError when nobody reads it any more."""
    if file is not None and file != "-":
        write(Path(file), text)
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        close_standard_output()
        raise
    except OSError as error:
        close_standard_output()
        raise SetupError(f"standard output can't be written: {error.strerror}.") from None


def close_standard_output() -> None:
    """Let go of what could not be written, so that the interpreter does not try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write(file: Path, text: str) -> None:
    """Write a file at once: beside it first, then renamed, so that it is the old one or the new one, never half.

    A link is followed; what is no ordinary file (a pipe, `/dev/stderr`) is written to. Raises SetupError.
    """
    data = text.encode("utf-8", "backslashreplace")
    name = ""
    try:
        real = Path(os.path.realpath(file))
        if real.exists() and not real.is_file() and not real.is_dir():
            real.write_bytes(data)
            return
        descriptor, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name[:60]}.")
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        mode = real.stat().st_mode & 0o777 if real.exists() else 0o666 & ~_umask()
        os.chmod(name, mode)  # noqa: PTH101
        os.replace(name, real)  # noqa: PTH105
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise SetupError(f"{file}: can't be written: {error.strerror}.") from None
    except BaseException:
        if name:
            Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def note(text: str) -> None:
    """A line to the user on standard error."""
    sys.stderr.write(f"facingpages: {text}\n")


class Progress:
    """A line on standard error that says how far a run is; only on a terminal, only when it takes a while."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.shown = False
        self.next = time.monotonic() + 0.5
        self.active = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
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
        full = min(width, width * self.done // max(1, self.total))
        bar = f"[{'#' * full}{'.' * (width - full)}] {self.done}/{self.total} "
        room = max(0, shutil.get_terminal_size().columns - len(bar) - 1)
        sys.stderr.write(f"\r\x1b[K{bar}{ascii(path)[1:-1][-room:] if room else ''}")
        sys.stderr.flush()
