"""Earlier versions of a file, from git where there is one. Nothing of the repository is run: no hook, no pager."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

SECONDS = 10
LOG = ("log", "--max-count=200", "--format=", "--raw", "--no-abbrev", "--no-renames")
CHANGE = re.compile(rb"^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ", re.M)
BLOB = re.compile(rb"[0-9a-f]+ blob (\d+)\n")


def earlier_version(file: Path, wanted: Callable[[bytes], bool]) -> bytes | None:
    """The newest committed version of a file that is the wanted one; None where there is none, or no git."""
    if not _has_commits(file.parent):
        return None
    log = _git(file.parent, *LOG, "--", file.name)
    versions = [found for found in CHANGE.findall(log or b"") if found.strip(b"0")]
    if not versions:
        return None
    told = _git(file.parent, "cat-file", "--batch", given=b"\n".join(dict.fromkeys(versions)) + b"\n")
    return next((content for content in _blobs(told or b"") if wanted(content)), None)


@lru_cache
def _has_commits(folder: Path) -> bool:
    """Whether a folder is in a repository that has any. Asked once: most pages of a site share a few folders."""
    return _git(folder, "rev-parse", "--verify", "--quiet", "HEAD") is not None


def _blobs(told: bytes) -> Iterator[bytes]:
    """The contents that `git cat-file --batch` wrote, in order."""
    at = 0
    while at < len(told):
        match = BLOB.match(told, at)
        if match is None:  # "<id> missing", or no file
            at = told.find(b"\n", at) + 1 or len(told)
            continue
        size = int(match.group(1))
        yield told[match.end() : match.end() + size]
        at = match.end() + size + 1


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    environment = {
        **os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C",
    }  # fmt: skip
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-pager", *arguments],
            cwd=folder, input=given, capture_output=True, timeout=SECONDS, env=environment, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
