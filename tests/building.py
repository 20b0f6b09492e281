"""MkDocs builds in a process of their own, forked from one that has imported it: that costs more than a small build."""

from __future__ import annotations

import multiprocessing
import os
import sys
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(__file__).parents[1] / "tools"
SECONDS = 120
IMPORTED = ("mkdocs.commands.build", "mkdocs.__main__", "mkdocs_static_i18n.plugin", "facingpages.mkdocs.plugin")


@dataclass(frozen=True)
class Built:
    """A finished build: its exit code, and what it said."""

    code: int
    log: str


def mkdocs(folder: Path, *arguments: str) -> Built:
    """`mkdocs build` with these arguments in a folder. Raises TimeoutError when it does not end."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(IMPORTED))
    log = folder.parent / f"{folder.name}-build.log"
    building = context.Process(target=_build, args=(str(folder), str(log), arguments))
    building.start()
    building.join(SECONDS)
    if building.exitcode is None:
        building.kill()
        raise TimeoutError(f"mkdocs build in {folder} did not end:\n{log.read_text('utf-8')}")
    return Built(building.exitcode, log.read_text("utf-8"))


def _build(folder: str, log: str, arguments: tuple[str, ...]) -> None:
    """The child: its output goes to the log, its exit code is the build's."""
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(said, 1)
    os.dup2(said, 2)
    sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
    os.chdir(folder)
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(TOOLS)}
    from mkdocs.__main__ import cli

    sys.argv = ["mkdocs", "build", *arguments]
    cli()
