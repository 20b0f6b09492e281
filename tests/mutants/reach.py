"""Which tests reach which lines: found once, in a run of the tests as they are."""

from __future__ import annotations

import ast
import time
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import pytest
from coverage import Coverage

SLOW = 0.5  # seconds


@dataclass
class Reach:
    """Of each line of each file the tests that reach it, how long each test takes, and those that failed."""

    root: Path
    seconds: dict[str, float] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    lines: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def tests(self, path: Path, line: int) -> list[str]:
        """The tests that reach a line, in order; of one that is run when its module is imported, all, its own first."""
        lines = self.lines.get(path.as_posix(), {})
        inside = _function((self.root / path).read_text("utf-8"), line)
        if inside is not None:
            return self._ordered(set(lines.get(line) or chain.from_iterable(lines.get(one, ()) for one in inside)))
        own = set[str]().union(*lines.values())
        return [*self._ordered(own), *self._ordered(self.seconds.keys() - own)]

    def _ordered(self, tests: Set[str]) -> list[str]:
        """The slow ones last; file by file, for fixtures of a file are made once; the quick files first."""
        files = defaultdict[str, list[float]](list)
        for test in tests:
            files[_file(test)].append(self.seconds[test])

        def key(test: str) -> tuple[bool, float, str, float, str]:
            file, seconds = _file(test), self.seconds[test]
            return seconds > SLOW, sum(files[file]) / len(files[file]), file, seconds, test

        return sorted(tests - self.failed, key=key)


def _file(test: str) -> str:
    return test.partition("::")[0]


def _function(text: str, line: int) -> range | None:
    """The lines of the innermost function's body around a line; its defaults and decorators are run outside of it."""
    around = [
        range(node.body[0].lineno, (node.end_lineno or line) + 1)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.body[0].lineno <= line <= (node.end_lineno or line)
    ]
    return min(around, key=len, default=None)


class Watch:
    """Has pytest note how long each test takes, whether it fails, and which lines it reaches."""

    def __init__(self, root: Path, folders: list[str]) -> None:
        self.reach = Reach(root)
        self._coverage = Coverage(data_file=None, config_file=False, source=folders)

    def pytest_collection_finish(self) -> None:
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._coverage.switch_context(item.nodeid)
        began = time.process_time()
        try:
            return (yield)
        finally:
            self.reach.seconds[item.nodeid] = time.process_time() - began

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.reach.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        data = self._coverage.get_data()
        for file in data.measured_files():
            found = defaultdict[int, list[str]](list)
            for line, tests in data.contexts_by_lineno(file).items():
                found[line] = [test for test in tests if test]
            self.reach.lines[Path(file).relative_to(self.reach.root).as_posix()] = found
