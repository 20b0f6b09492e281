"""The fixes of a site: page by page, shown as a difference or written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facingpages.config import Config, SetupError
from facingpages.difference import difference
from facingpages.engine.page import look
from facingpages.engine.plan import PageSet, Plan
from facingpages.finding import Applicability, Finding
from facingpages.fixing.page import Fixed, fix_page
from facingpages.site import PageFile, Site
from facingpages.writing import verify, write


@dataclass(frozen=True, slots=True)
class Fixes:
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


def fix_site(config: Config, site: Site, findings: Iterable[Finding], *, unsafe: bool = False) -> Fixes:
    """Make the fixes that some findings carry, the safe ones or all. Nothing is written. Raises OSError at a page."""
    plan = Plan(site, config)
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
        done.append(_page(plan, page, sources.get(page.name), by_path[path], unsafe=unsafe))
    return Fixes([page for page in done if page.after != page.before], sum(page.dropped for page in done), more)


def _page(plan: Plan, page: PageFile, source: PageFile | None, findings: Sequence[Finding], *, unsafe: bool) -> Fixed:
    """A page with its fixes made: those of the findings that were reported, no others."""
    pages = PageSet(source, () if source is page else (page,))
    beside = {source.path: source.read()} if source is not None and source is not page else {}
    reported = {(finding.rule, finding.text) for finding in findings}

    def check(raw: bytes) -> Sequence[Finding]:
        return look(plan, pages, lambda one: raw if one.path == page.path else beside[one.path]).findings

    def asked(finding: Finding) -> bool:
        safe = finding.fix is not None and finding.fix.applicability is Applicability.SAFE
        return (finding.rule, finding.text) in reported and finding.place.path == page.path and (safe or unsafe)

    return fix_page(page.path, page.read(), asked, check)
