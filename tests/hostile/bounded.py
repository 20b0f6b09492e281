"""The real command in a process of its own, that has to end in time and must not take all memory."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import TOOLS

SECONDS = 20.0  # what a test may take at most on a machine that is busy; what it should take is told where it matters
MEGABYTES = 700
# Linux keeps the high mark of memory over exec, so a command that the tests start would be said to have taken
# what the tests hold. A small process between them starts it, and tells the most that one process of it took.
MEASURED = """
import os, resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
os.write(int(sys.argv[1]), b"%d %d" % (code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


@dataclass(frozen=True)
class Bounded:
    """What a run gave, and what it took."""

    code: int
    out: str
    err: str
    megabytes: float

    @property
    def rules(self) -> dict[str, set[str]]:
        """The rules of the findings on each path, of a JSON report."""
        report: dict[str, Any] = json.loads(self.out)
        found: dict[str, set[str]] = {}
        for one in report["findings"]:
            found.setdefault(one["path"], set()).add(one["rule"])
        return found


def bounded(*arguments: str, cwd: Path, seconds: float = SECONDS, megabytes: float = MEGABYTES, **env: str) -> Bounded:
    """Run `facingpages` in a folder; fails where it does not end in time, takes more memory or dies of a signal."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
    environment |= {"PYTHONPATH": str(TOOLS), "PYTHONDONTWRITEBYTECODE": "1", "GIT_CONFIG_GLOBAL": os.devnull} | env
    with (cwd.parent / "told.out").open("w+b") as out, (cwd.parent / "told.err").open("w+b") as err:
        told, tell = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-IS", "-c", MEASURED, str(tell), sys.executable, "-m", "facingpages", *arguments],
            cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True,
            pass_fds=[tell],
        )  # fmt: skip
        os.close(tell)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise AssertionError(f"still running after {seconds} seconds") from None
        with os.fdopen(told, "rb") as stream:
            code, used = map(int, stream.read().split())
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    assert code in (0, 1, 2, 3), (code, texts[1][-2000:])
    assert "Traceback" not in texts[1], texts[1]
    took = used / 1024
    assert took < megabytes, f"{took:.0f} MB"
    return Bounded(code, texts[0], texts[1], took)
