"""`facingpages links`: the links of a site, of its published HTML, and of other sites - and nothing else."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from facingpages.commands import exit_code
from facingpages.commands.narrowing import SUBJECTS, refuse_unknown
from facingpages.commands.style import style
from facingpages.commands.survey import configuration, found_site, remembered
from facingpages.config import Config, SetupError, load
from facingpages.engine import LINKS, Plan, Result, check
from facingpages.finding import Finding
from facingpages.ignore import Ignore
from facingpages.links.facts import PageFacts
from facingpages.links.source import LinkCheck
from facingpages.output import Progress, emit, note
from facingpages.refine import Wanted, refine
from facingpages.report import FORMATS
from facingpages.site import Site
from facingpages.site.below import files_below

ABOUT = frozenset(rule.id for family in LINKS for rule in family.rules)
INSTALL = "needs the packages of facingpages[links]: python -m pip install 'facingpages[links]'."


def run(options: argparse.Namespace) -> int:
    """Run the command: 0 every link leads somewhere, 1 findings. Raises SetupError."""
    refuse_unknown(options)
    if (options.offline or options.results) and not options.external:
        raise SetupError("--offline and --results say how other sites are asked; they need --external.")
    jobs = options.jobs or os.cpu_count() or 1
    if options.site is not None:
        if options.external:
            raise SetupError("--external asks for what the Markdown links to; leave SITE out.")
        return _report(options, *_built(options, jobs))
    config = configuration(options.config, alone=True)
    site = found_site(config)
    external = bool(options.external)
    with Progress(sum(1 for page in site.pages if page.locale != site.source)) as progress:
        store = remembered(config, options)
        result = check(site, config, progress.step, jobs, LINKS, brief=not external, store=store, facts=external)
    if external:
        result.findings += _external(options, Plan(site, config, LINKS).links, result.facts["links"], config)
    return _report(options, Result(result.findings, _meant(result.ignores)), site, config)


def _report(options: argparse.Namespace, result: Result, site: Site, config: Config) -> int:
    wanted = Wanted(tuple(options.select), tuple(options.ignore), severity=config.severity, strict=options.strict)
    report = refine(result, site, wanted)
    emit(FORMATS[options.format](report, style(options)), options.output, commands=options.format == "github")
    return exit_code(report)


def _external(
    options: argparse.Namespace, links: LinkCheck, facts: Iterable[PageFacts], config: Config
) -> Iterator[Finding]:
    """What is wrong with addresses of other sites."""
    try:
        from facingpages.external.check import Asked, check_external
        from facingpages.external.results import Results
        from facingpages.external.settings import read_settings
    except ImportError:
        raise SetupError(f"--external {INSTALL}") from None
    settings = read_settings(config.rule.get("external", {}), config.origin or "facingpages")
    results = Results(Path(options.results) if options.results else None, settings.days)

    def tell(asked: Asked) -> None:
        left = f", {asked.left} not asked" if asked.left else ""
        note(f"{asked.addresses} addresses of other sites: {asked.asked} asked, {asked.remembered} known{left}")

    yield from check_external(links, facts, settings, results, offline=options.offline, tell=tell)


def _built(options: argparse.Namespace, jobs: int) -> tuple[Result, Site, Config]:
    """What is wrong with published HTML; traced to the Markdown where this folder holds the site it was made of."""
    try:
        from facingpages.published.check import WrittenAt, check_site
        from facingpages.published.trace import Tracer
    except ImportError:
        raise SetupError(f"checking HTML {INSTALL}") from None
    folder = Path(options.site)
    if not folder.is_dir():
        raise SetupError(f'"{options.site}" is no folder of published HTML.')
    config = load(Path.cwd(), Path(options.config) if options.config else None, SUBJECTS, alone=True) or Config(
        Path.cwd()
    )
    tracers: list[Tracer | None] = []

    def trace(file: str, address: str, shown: bool) -> Sequence[WrittenAt]:
        if not tracers:  # most sites need none: what is dead is rare
            try:
                whole = configuration(options.config, alone=True)
                tracers.append(Tracer(Plan(found_site(whole), whole, LINKS).links))
            except SetupError:
                tracers.append(None)
        return tracers[0](file, address, shown) if tracers[0] is not None else ()

    found = list(check_site(folder, shown=options.site, address=options.url, jobs=jobs, trace=trace))
    if not any(name.endswith(".html") for name in files_below(folder, folder)):
        raise SetupError(f'"{options.site}" holds no HTML page, so nothing was checked.')
    ignores = tracers[0].ignores if tracers and tracers[0] is not None else []
    return Result(found, _meant(ignores)), Site("", (), (), lambda _: False, lambda name, _: name), config


def _meant(ignores: Iterable[Ignore]) -> list[Ignore]:
    """The ignores that are for rules on links: of others it can't be told here whether they are of use."""
    found = []
    for ignore in ignores:
        if ignore.rule in ABOUT:
            found.append(ignore)
        elif any(rule.startswith(f"{ignore.rule}-") for rule in ABOUT):
            found.append(ignore._replace(used=True))
    return found
