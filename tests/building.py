"""MkDocs builds in a process of their own, and what all workers of a run share of them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
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


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that all workers of a run read: the first that asks for it has it made."""
    ours = factory.getbasetemp()
    folder = ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / name).exists():
            making = folder / f"{name}-making"
            making.mkdir(exist_ok=True)
            make(making)
            making.rename(folder / name)
    return folder / name
