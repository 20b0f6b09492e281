"""Where text goes: standard output and standard error, made harmless at this one door, and the progress of a run."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from facingpages.errors import SetupError
from facingpages.safe import safe, safe_lines, steers_log

said: list[tuple[str, list[Any]]] | None = None  # what `emit` and `note` were given, where that is remembered
LOGS = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")  # set where what is printed goes to a log that obeys it


def emit(report: str, file: str | None, commands: bool = False) -> None:
    """Write a report, a text of several lines, to a file or to standard output.

    `commands` tells that its lines are made to be commands of a CI service. Raises SetupError when it can't be written,
    BrokenPipeError when nobody reads it any more.
    """
    if said is not None:
        said.append(("emit", [report, file, commands]))
    text = safe_lines(report, commands=commands)
    if file is not None and file != "-":
        _write(file, text)
    else:
        _to_standard_output(text)


def page_out(page: bytes, file: str | None) -> None:
    """The bytes of a page, as they are, to a file or to standard output. Raises as `emit` does.

    In a job of a CI service a page that would command its log goes to a file only.
    """
    if file is not None and file != "-":
        _write(file, page)
    elif not hasattr(sys.stdout, "buffer") or sys.stdout.isatty():  # a terminal obeys what a page may hold
        _to_standard_output(safe_lines(page.decode("utf-8", "replace")))
    else:
        if any(map(os.environ.get, LOGS)) and not _is_file(sys.stdout) and steers_log(page.decode("utf-8", "replace")):
            raise SetupError("what is to be printed holds commands to the log of this job; give --output FILE.")
        _to_standard_output(page)


def tell(*lines: str) -> None:
    """Lines to the user on standard output. Raises as `emit` does."""
    emit("".join(f"{safe(line)}\n" for line in lines), None)


def note(text: str) -> None:
    """A line to the user on standard error; lost where that can't be written."""
    if said is not None:
        said.append(("note", [text]))
    complain(f"facingpages: {safe(text)}\n")


def complain(text: str) -> None:
    """Text of several lines on standard error; lost where that can't be written."""
    _to_standard_error(safe_lines(text))


def _write(file: str, content: str | bytes) -> None:
    from facingpages.writing import write  # loaded by who writes a file: most only speak

    write(Path(file), content)


def _is_file(stream: TextIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _to_standard_output(content: str | bytes) -> None:
    if sys.stdout is None:
        raise SetupError("standard output can't be written: it is closed.")
    try:
        if isinstance(content, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
        raise
    except (OSError, ValueError) as error:
        _let_go()
        raise SetupError(f"standard output can't be written: {getattr(error, 'strerror', None) or error}.") from None


def _to_standard_error(text: str) -> None:
    try:
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()
    except (OSError, ValueError):  # there is nowhere left to say it
        return


def columns() -> int:
    """How wide the terminal is, as `shutil` finds it, which takes long to load."""
    try:
        told = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        told = 0
    try:
        return told if told > 0 else os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


def _let_go() -> None:
    """Forget what could not be written, so that the interpreter does not try again when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


class Progress:
    """A line on standard error that says how far a run is; only on a terminal, only when it takes a while."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.shown = False
        self.next = time.monotonic() + 0.5
        self.active = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            _to_standard_error("\r\x1b[K")

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
        room = max(0, columns() - len(bar) - 1)
        _to_standard_error(f"\r\x1b[K{bar}{ascii(path)[1:-1][-room:] if room else ''}")
