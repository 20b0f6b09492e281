"""Trying changes: each in a process of its own, forked from one in which all but the package itself is imported."""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path

import pytest
from tests.mutants.changes import Change
from tests.mutants.reach import Reach, Watch

QUIET = ("-p", "no:cacheprovider", "--tb=no", "-W", "ignore")
OURS = ("facingpages", "tests", "recharge", "publishing", "conftest")
MEMORY = 4 << 30  # bytes: a change may make a list that grows for ever
HANGS = 900  # seconds: a change may wait for ever


class _Chosen:
    """Has pytest run these tests in this order; one that takes much longer than it did ends the process."""

    def __init__(self, tests: list[str], seconds: dict[str, float]) -> None:
        self._order, self._seconds = {test: at for at, test in enumerate(tests)}, seconds

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if item.nodeid in self._order]
        items[:] = sorted(chosen, key=lambda item: self._order[item.nodeid])

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        signal.setitimer(signal.ITIMER_PROF, 5 + 5 * self._seconds[item.nodeid])


def settle_in(tree: Path) -> None:
    """Work in a copy of the tree from here on."""
    os.chdir(tree)
    sys.path[:0] = [str(tree), str(tree / "tools")]
    os.environ["PYTHONPATH"] = str(tree / "tools")


def watched(tree: Path, folders: list[str], tests: list[str]) -> Reach:
    """Run all tests on the tree as it is. What else they import is imported from here on."""
    _forget()
    watch = Watch(tree, folders)
    pytest.main([*QUIET, *tests], plugins=[watch])
    return watch.reach


def noticed(tree: Path, change: Change, reach: Reach) -> bool:
    """Whether a test fails that reaches the change, or takes much longer than it did."""
    tests = reach.tests(change.path, change.line)
    if not tests:
        return False
    path = tree / change.path
    before, times = path.read_bytes(), path.stat()
    path.write_text(change.made(before.decode()), "utf-8")
    child = os.fork()
    if not child:
        _try(tests, reach)
    _, status = os.waitpid(child, 0)
    path.write_bytes(before)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    return os.waitstatus_to_exitcode(status) != 0


def _try(tests: list[str], reach: Reach) -> None:
    """End the process with 0 if the tests pass."""
    code = 1
    try:
        signal.alarm(HANGS)
        signal.setitimer(signal.ITIMER_PROF, 60)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nothing, number)
        sys.dont_write_bytecode = True
        _forget()
        files = dict.fromkeys(test.partition("::")[0] for test in tests)
        code = pytest.main([*QUIET, "-x", *files], plugins=[_Chosen(tests, reach.seconds)])
    finally:
        os._exit(code)


def _forget() -> None:
    """Have our own modules imported anew."""
    for name in [name for name in sys.modules if name.split(".")[0] in OURS and not name.startswith("tests.mutants")]:
        del sys.modules[name]
