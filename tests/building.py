"""MkDocs builds in a process of their own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tests.forked import TOOLS, forked


@dataclass(frozen=True)
class Built:
    """A finished build: its exit code, and what it said."""

    code: int
    log: str


def mkdocs(folder: Path, *arguments: str) -> Built:
    """`mkdocs build` with these arguments in a folder."""
    return built_by("mkdocs", folder, *arguments)


def built_by(program: str, folder: Path, *arguments: str) -> Built:
    """The same by MkDocs or a program that has the same commands."""
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(TOOLS)}
    ended = forked(program, "build", *arguments, cwd=folder, env=env)
    return Built(ended.code, (ended.err + ended.out).decode())
