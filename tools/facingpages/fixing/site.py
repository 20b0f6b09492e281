"""The fixes of a site: page by page, shown as a difference or written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from facingpages.config import Config, SetupError
from facingpages.difference import difference
from facingpages.engine import Plan, Result
from facingpages.engine.learn import begin
from facingpages.finding import Applicability, Finding
from facingpages.fixing.looked import Looker
from facingpages.fixing.page import Fixed, fix_page
from facingpages.refine import UNUSED
from facingpages.site import Site
from facingpages.store import Store
from facingpages.writing import verify, write


class Fixes(NamedTuple):
    """The pages that fixes changed; how many fixes did not hold, and how many more there are on request."""

    pages: Sequence[Fixed]
    dropped: int
    unsafe: int

    @property
    def made(self) -> int:
        """How many fixes were made."""
        return sum(page.made for page in self.pages)

    def difference(self) -> str:
        """All changes as a unified difference, as `git apply` reads it."""
        return "".join(difference(page.path, page.before, page.after) for page in self.pages)

    def write(self, site: Site) -> None:
        """Write the pages that changed, each whole. Raises SetupError, also where a file has changed meanwhile.

        Nothing is written where one of the pages is a link: what it leads to is no page that anyone asked for.
        """
        files = {page.path: page for page in site.pages}
        for fixed in self.pages:
            verify(files[fixed.path].file, files[fixed.path].root)
        for fixed in self.pages:
            page = files[fixed.path]
            if page.read() != fixed.before:
                raise SetupError(f"{page.path} changed while it was checked; run the command again.")
            write(page.file, fixed.after, page.root)


def fix_site(
    config: Config, site: Site, result: Result, findings: Iterable[Finding], *,
    unsafe: bool = False, store: Store | None = None,
) -> Fixes:  # fmt: skip
    """Make the fixes that some findings carry, the safe ones or all. Nothing is written. Raises OSError at a page.

    `result` is what a pass over the site gave, `findings` are those of it that are told; `store` remembers what
    its words taught.
    """
    plan = Plan(site, config)
    begin(plan, store)
    looker = Looker(plan, result.facts)
    by_path: dict[str, list[Finding]] = defaultdict(list)
    more = 0
    for finding in findings:
        if finding.fix is None:
            continue
        if finding.fix.applicability is Applicability.SAFE or unsafe:
            by_path[finding.place.path].append(finding)
        else:
            more += 1
    # A name that is no text is reported as if it were, so it might be that of another page, too.
    named = (page for page in site.pages if page.file.as_posix().endswith(page.path))
    pages = {page.path: page for page in named if page.path in by_path}
    sources = {page.name: page for page in site.sources}
    done: list[Fixed] = []
    for path, page in sorted(pages.items()):
        source = sources.get(page.name)
        look = looker.of(page, source if source is not page else None)
        besides = [finding for finding in by_path[path] if finding.rule == UNUSED.id]
        done.append(fix_page(path, page.read(), _asked(path, by_path[path], unsafe=unsafe), look, besides))
    return Fixes([page for page in done if page.after != page.before], sum(page.dropped for page in done), more)


def _asked(path: str, findings: Sequence[Finding], *, unsafe: bool) -> Callable[[Finding], bool]:
    """Which fixes of a page are made: those of findings that are told, no others."""
    told = {(finding.rule, finding.text) for finding in findings}

    def asked(finding: Finding) -> bool:
        safe = finding.fix is not None and finding.fix.applicability is Applicability.SAFE
        return (finding.rule, finding.text) in told and finding.place.path == path and (safe or unsafe)

    return asked
