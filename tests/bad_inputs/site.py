"""A small site with one known defect, to which a test adds a bad input, and the real command run in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.forked import forked

TOOLS = Path(__file__).parents[2] / "tools"
SECONDS = 120  # of work: far more than any of these needs; it ends a run that would go on
MEMORY = 3 << 30  # bytes: a run that would take all there is fails instead
WAITING = 600  # on a machine with much else to do, or for ever where something blocks
GUIDE = b"# Credits\n\nBuy one.\n\n1. Open **Billing**.\n2. Select [Funds](https://example.com/funds).\n3. Enter 20.\n"
BRIEF = b"# Krediter\n\nK\xc3\xb6p en.\n\n1. \xc3\x96ppna **Billing**.\n2. Ange 20.\n"
DEFECT = ("step-missing", "docs/sv/guide.md", 6)
SOURCE = b"# Terms\n\nCredits are prepaid funds.\n\nThey expire after twelve months.\n"
TARGET = b"# Villkor\n\nKrediter \xc3\xa4r f\xc3\xb6rbetalda medel.\n\nDe f\xc3\xb6rfaller efter tolv m\xc3\xa5nader.\n"


@dataclass(frozen=True)
class Outcome:
    """What a run of the command gave."""

    code: int
    out: bytes
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of the JSON report."""
        report: dict[str, Any] = json.loads(self.out)
        found: list[dict[str, Any]] = report["findings"]
        return found

    def of(self, path: str) -> list[tuple[str, str]]:
        """Rule and message of each finding in a file."""
        return [(one["rule"], one["message"]) for one in self.findings if one["path"] == path]

    @property
    def places(self) -> list[tuple[str, str, int]]:
        """Rule, path and line of each finding."""
        return [(one["rule"], one["path"], one["line"]) for one in self.findings]


class Site:
    """A folder with pages in English and Swedish; `docs/sv/guide.md` lacks a step."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("docs/en/guide.md", GUIDE)
        self.write("docs/sv/guide.md", BRIEF)
        self.configure("mkdocs")

    def configure(self, dialect: str, more: str = "") -> None:
        """Write the configuration."""
        text = (
            f'source = "en"\nlocales = ["sv"]\npages = ["docs/{{locale}}/{{page}}.md"]\ndialect = "{dialect}"\n{more}'
        )
        self.write("facingpages.toml", text.encode())

    def write(self, path: str | bytes, content: bytes) -> Path:
        """Write a file."""
        file = self.root / os.fsdecode(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    def pair(self, source: bytes, target: bytes, name: str = "bad") -> None:
        """Write a page and its translation."""
        self.write(f"docs/en/{name}.md", source)
        self.write(f"docs/sv/{name}.md", target)

    def run(self, *arguments: str, start: Sequence[str] = (), weak: bool = False) -> Outcome:
        """Run the command in the site, in a process of its own; `start`: other words to start Python with.

        `weak`: even if these tests are run by root, who may read and write everything, the command may not.
        """
        asked = arguments or ("check", "--format", "json", "--no-cache")
        if not start and not (weak and os.geteuid() == 0):
            ended = forked("facingpages", *asked, cwd=self.root, seconds=SECONDS, memory=MEMORY)
            return _outcome(ended.code, ended.out, ended.err)
        command = [sys.executable, *(start or ("-m", "facingpages"))]
        if weak and os.geteuid() == 0:
            if shutil.which("setpriv") is None:
                pytest.skip("root may read and write everything")
            command = ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all", *command]
        done = subprocess.run(
            [*command, *asked],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(TOOLS)},
            capture_output=True,
            timeout=WAITING,
            check=False,
            preexec_fn=_limit if os.name == "posix" else None,
        )
        return _outcome(done.returncode, done.stdout, done.stderr)

    def survives(self, *, start: Sequence[str] = (), weak: bool = False) -> Outcome:
        """Run the check: it ends, reports the known defect, and never with the exit code of a clean site."""
        outcome = self.run(start=start, weak=weak)
        assert outcome.code == 1, outcome.err
        assert DEFECT in outcome.places
        return outcome


def _outcome(code: int, out: bytes, err: bytes) -> Outcome:
    """What a run gave; it must have come to its end."""
    error = err.decode("utf-8", "replace")
    assert code >= 0, f"ended by signal {-code}"
    assert "Traceback" not in error, error
    assert code != 3, error
    return Outcome(code, out, error)


def _limit() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
