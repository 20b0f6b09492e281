"""Where a bug of ours ends: at the page that brought it out. What it was is a finding; all other pages go on."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType

from facingpages.config import SetupError
from facingpages.finding import Finding
from facingpages.rules.page import bug

ON_PURPOSE = (SetupError, BrokenPipeError, KeyboardInterrupt, SystemExit, GeneratorExit)


class held:  # noqa: N801 - it is used as a function
    """Whatever goes wrong inside becomes a finding on a page; `rule` names what was asked of it.

    What ends a run on purpose passes, and so does everything where FACINGPAGES_DEBUG asks for it.
    """

    __slots__ = ("findings", "locale", "page", "path", "rule")

    def __init__(self, findings: list[Finding], rule: str, path: str, locale: str = "", page: str = "") -> None:
        self.findings, self.rule, self.path, self.locale, self.page = findings, rule, path, locale, page

    def __enter__(self) -> None:
        """Nothing has gone wrong yet."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        # A panic of a parser that is not Python is no Exception.
        return error is not None and told(error, self.findings, self.rule, self.path, self.locale, self.page)


def told(
    error: BaseException, findings: list[Finding], rule: str, path: str, locale: str = "", page: str = ""
) -> bool:  # fmt: skip
    """Make a finding of what went wrong, as `held` does; False if it has to go on."""
    if isinstance(error, ON_PURPOSE) or os.environ.get("FACINGPAGES_DEBUG"):
        return False
    said = f"{type(error).__name__}: {error}"[:300]
    findings.append(bug(rule, path, locale, page, said, _where(error)))
    return True


def _where(error: BaseException) -> str:
    """File and line of our code that an error was raised in, or came through."""
    trace, where = error.__traceback__, "?"
    while trace is not None:
        name = Path(trace.tb_frame.f_code.co_filename)
        if "facingpages" in name.parts[:-1]:
            where = f"{name.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where
