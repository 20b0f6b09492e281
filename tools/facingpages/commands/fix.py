"""What `facingpages check` does with the fixes of findings: write them, or show them as a difference."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from facingpages.commands.survey import remembered
from facingpages.config import Config, SetupError
from facingpages.engine import Result
from facingpages.output import note, page_out
from facingpages.refine import Report
from facingpages.site import Site

if TYPE_CHECKING:
    from facingpages.fixing import Fixes


def is_asked(options: argparse.Namespace) -> bool:
    """Whether anything is to be done about fixes. Raises SetupError where the options contradict one another."""
    if options.part is not None and (options.fix or options.diff):
        raise SetupError("--part looks at pages for `facingpages join`; it makes no fixes.")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise SetupError("--unsafe-fixes says which fixes are made; say --fix or --diff, too.")
    return bool(options.fix or options.diff)


def made(options: argparse.Namespace, config: Config, site: Site, result: Result, report: Report) -> Fixes:
    """The fixes of what is reported, written or shown; how many there are is said. Raises SetupError."""
    from facingpages.fixing import fix_site  # few runs make fixes

    if config.embedded_source:
        raise SetupError("pages that hold their source are made from it; there is nothing to fix in them.")
    try:
        store = remembered(config, options)
        fixes = fix_site(config, site, result, report.findings, unsafe=options.unsafe_fixes, store=store)
        if options.diff:
            page_out(fixes.difference().encode(), options.output)
        else:
            fixes.write(site)
    except OSError as error:
        raise SetupError(f"{error.filename or 'a page'} can't be read any more: {error.strerror}.") from None
    note(_counted(fixes, shown=options.diff))
    return fixes


def _counted(fixes: Fixes, *, shown: bool) -> str:
    verb = "can be fixed" if shown else "fixed"
    made = f"{_number(fixes.made, 'finding')} {verb} in {_number(len(fixes.pages), 'page')}"
    parts = [made if fixes.made else f"no finding {verb}"]
    if fixes.dropped:
        they = "it" if fixes.dropped == 1 else "they"
        parts.append(f"{_number(fixes.dropped, 'fix', 'fixes')} left out, for {they} made the page no better")
    if fixes.unsafe:
        parts.append(f"{fixes.unsafe}{' more' if fixes.made else ''} with --unsafe-fixes")
    return "; ".join(parts) + "."


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
