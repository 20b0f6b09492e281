"""The real command in a process of its own, that has to end in time and must not take all memory."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import TOOLS

SECONDS = 20.0  # what a test may take at most on a machine that is busy; what it should take is told where it matters
MEGABYTES = 700


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
        process = subprocess.Popen(
            [sys.executable, "-m", "facingpages", *arguments], cwd=cwd, env=environment, stdin=subprocess.DEVNULL,
            stdout=out, stderr=err, start_new_session=True,
        )  # fmt: skip
        late = threading.Event()

        def end() -> None:
            late.set()
            os.killpg(process.pid, signal.SIGKILL)

        watch = threading.Timer(seconds, end)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    assert not late.is_set(), f"still running after {seconds} seconds"
    assert process.returncode in (0, 1, 2, 3), (process.returncode, texts[1][-2000:])
    assert "Traceback" not in texts[1], texts[1]
    took = used.ru_maxrss / 1024
    assert took < megabytes, f"{took:.0f} MB"
    return Bounded(process.returncode, texts[0], texts[1], took)
