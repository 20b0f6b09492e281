"""Earlier versions of a file, from git where there is one. Nothing of the repository is run: no hook, no pager."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

SECONDS = 10
VERSIONS = 200


def earlier_version(file: Path, wanted: Callable[[bytes], bool]) -> bytes | None:
    """The newest committed version of a file that is the wanted one; None where there is none, or no git."""
    commits = _git(file.parent, "rev-list", f"--max-count={VERSIONS}", "HEAD", "--", file.name)
    if commits is None:
        return None
    for commit in commits.decode("ascii", "replace").split():
        content = _git(file.parent, "cat-file", "blob", f"{commit}:./{file.name}")
        if content is not None and wanted(content):
            return content
    return None


def _git(folder: Path, *arguments: str) -> bytes | None:
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-pager", *arguments],
            cwd=folder, capture_output=True, timeout=SECONDS, env=environment, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
