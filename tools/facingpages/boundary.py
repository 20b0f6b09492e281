"""Where a bug of ours ends: at the page that brought it out. What it was is a finding; all other pages go on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facingpages.config import SetupError
from facingpages.finding import Finding
from facingpages.rules.page import bug


@contextmanager
def held(findings: list[Finding], rule: str, path: str, locale: str = "", page: str = "") -> Iterator[None]:
    """Whatever goes wrong inside becomes a finding on a page; `rule` names what was asked of it.

    What ends a run on purpose passes, and so does everything where FACINGPAGES_DEBUG asks for it.
    """
    try:
        yield
    except (SetupError, BrokenPipeError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic of a parser that is not Python is no Exception
        if os.environ.get("FACINGPAGES_DEBUG"):
            raise
        findings.append(bug(rule, path, locale, page, f"{type(error).__name__}: {error}"[:300], _where(error)))


def _where(error: BaseException) -> str:
    """File and line of our code that an error was raised in, or came through."""
    trace, where = error.__traceback__, "?"
    while trace is not None:
        name = Path(trace.tb_frame.f_code.co_filename)
        if "facingpages" in name.parts[:-1]:
            where = f"{name.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where
