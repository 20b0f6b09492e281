"""The real command in a process of its own, that has to end in time and must not take all memory."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import TOOLS
from tests.forked import forked

SECONDS = 20  # of work, that a test may take at most; on a machine that is busy, a second of work is not always one
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


def bounded(
    *arguments: str, cwd: Path, program: str = "facingpages", seconds: int = SECONDS, megabytes: float = MEGABYTES,
    **env: str,
) -> Bounded:  # fmt: skip
    """Run `facingpages` in a folder; fails where it works too long, waits for ever, takes more memory or is killed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
    environment |= {"PYTHONPATH": str(TOOLS), "PYTHONDONTWRITEBYTECODE": "1", "GIT_CONFIG_GLOBAL": os.devnull} | env
    ended = forked(program, *arguments, cwd=cwd, env=environment, seconds=seconds)
    out, err = (text.decode("utf-8", "replace") for text in (ended.out, ended.err))
    assert ended.code in (0, 1, 2, 3), (ended.code, ended.seconds, err[-2000:])
    assert "Traceback" not in err, err
    assert ended.megabytes < megabytes, f"{ended.megabytes:.0f} MB"
    return Bounded(ended.code, out, err, ended.megabytes)
