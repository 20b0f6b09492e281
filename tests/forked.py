"""A command in a process of its own, forked from one that has imported it, for to start one costs more than it does.

What a process is given when it starts - its folder, environment, streams, limits - each of these has as well. Only what
Python itself does at its start is that of the first process: tests of that start one with `subprocess`.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from runpy import run_module
from typing import Any

TOOLS = Path(__file__).parents[1] / "tools"
WAITING = 600  # seconds, on a machine with much else to do; a process that works as long has gone wrong anyway
OTHERS = ("facingpages.external", "facingpages.mkdocs", "facingpages.server")  # need what a check does not
IMPORTED = {"mkdocs": ("mkdocs.commands.build", "mkdocs_static_i18n.plugin", "facingpages.mkdocs.plugin")}
IMPORTED["tests.plugin.serving"] = IMPORTED["mkdocs"]


@dataclass(frozen=True)
class Ended:
    """A process that has ended: its exit code, what it said, and what it and those that it started took at most."""

    code: int
    out: bytes
    err: bytes
    megabytes: float
    seconds: float  # of the processor


def forked(
    program: str,
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    out: Path | None = None,
    seconds: int = WAITING,
    memory: int = 0,
) -> Ended:
    """Run `python -m program` in a folder; `env`: its whole environment, that of the tests unless given.

    `out`: a file that takes its standard output. Where it works for more than so many `seconds` or waits for more than
    WAITING, a signal ends it, and its code is negative. It can't have more `memory` than so many bytes.
    """
    asked = {
        "arguments": [program, *arguments], "cwd": str(cwd), "env": dict(os.environ if env is None else env),
        "out": str(out or ""), "seconds": seconds, "memory": memory,
    }  # fmt: skip
    # Ours are forked from the one that has imported all of the package.
    process, place = _first("facingpages" if program.startswith("tests.") else program, os.getpid())
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps(asked).encode() + b"\n")
    process.stdin.flush()
    code, kilobytes, took = json.loads(process.stdout.readline())
    said = [(place / name).read_bytes() for name in ("out", "err")]
    return Ended(code, said[0], said[1], kilobytes / 1024, took)


@cache
def _first(program: str, _process: int) -> tuple[subprocess.Popen[bytes], Path]:
    """The process from which those of a program are forked, and the folder where they leave what they say."""
    from tempfile import TemporaryDirectory

    place = TemporaryDirectory(prefix="forked-")
    env = os.environ | {"PYTHONPATH": os.pathsep.join((str(TOOLS), str(TOOLS.parent))), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "tests.forked", program, place.name]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env)

    def end() -> None:
        with suppress(OSError, subprocess.TimeoutExpired):
            process.communicate(timeout=60)
        place.cleanup()

    atexit.register(end)
    return process, Path(place.name)


def _serve(place: Path) -> dict[str, Any] | None:
    """Fork a process for each request and tell how it ended; in that process, return the request."""
    for line in sys.stdin.buffer:
        pid = os.fork()
        if pid == 0:
            _become(asked := json.loads(line), place)
            return asked  # type: ignore[no-any-return]
        _, status, used = os.wait4(pid, 0)
        if (code := os.waitstatus_to_exitcode(status)) < 0:
            with suppress(OSError):
                os.killpg(pid, signal.SIGKILL)  # and what it has started
        answer = json.dumps([code, used.ru_maxrss, used.ru_utime + used.ru_stime])
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()
    return None


def _become(asked: Mapping[str, Any], place: Path) -> None:
    """Make this process the one that was asked for."""
    os.setsid()
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    streams = ((0, Path(os.devnull), "r"), (1, Path(asked["out"] or place / "out"), "w"), (2, place / "err", "w"))
    (place / "out").write_bytes(b"")
    for number, file, mode in streams:
        flags = os.O_RDONLY if mode == "r" else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        opened = os.open(file, flags)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    signal.alarm(WAITING)
    resource.setrlimit(resource.RLIMIT_CPU, (asked["seconds"], asked["seconds"]))
    if asked["memory"]:
        resource.setrlimit(resource.RLIMIT_AS, (asked["memory"], asked["memory"]))
    sys.argv = list(asked["arguments"])


def main(program: str, place: str) -> None:
    """Import a program, and run it in a process of its own as often as is asked for."""
    if program == "facingpages":
        path = import_module(program).__path__
        names = [one.name for one in walk_packages(path, "facingpages.") if not one.name.startswith(OTHERS)]
    else:
        names = list(IMPORTED.get(program, ()))  # ProperDocs must be there before MkDocs, whose place it takes
    for name in names:
        if not name.endswith("__main__"):
            import_module(name)
    gc.freeze()  # what was imported stays: nobody need look at it, which would copy its memory
    asked = _serve(Path(place))
    if asked is not None:
        os._exit(_run(asked["arguments"][0]))  # what was imported is not taken apart, which takes long


def _run(program: str) -> int:
    """Run a program to its end, as Python does; its exit code."""
    code: object = 0
    try:
        run_module(program, run_name="__main__", alter_sys=True)
    except SystemExit as stop:
        code = stop.code or 0
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
        code = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    if not isinstance(code, int):
        sys.stderr.write(f"{code}\n")
        code = 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return 120
    return code


if __name__ == "__main__":
    main(*sys.argv[1:])
