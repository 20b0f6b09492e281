"""`facingpages check`: what is not in parity, as a report."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence, Set
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facingpages.commands import exit_code, fix
from facingpages.commands.narrowing import refuse_unknown
from facingpages.commands.style import style
from facingpages.commands.survey import Survey, configuration, found_site, survey, survey_on_cluster
from facingpages.config import Config, SetupError
from facingpages.discover import discover
from facingpages.known import BaselineEntry
from facingpages.output import emit, note
from facingpages.refine import Report, Wanted, refine
from facingpages.report import FORMATS
from facingpages.site import Site
from facingpages.site.opener import is_link, is_there, real

if TYPE_CHECKING:
    from facingpages.revision import Revision

CHECKOUTS = {"github": "GITHUB_WORKSPACE", "sarif": "GITHUB_WORKSPACE", "gitlab": "CI_PROJECT_DIR"}


def run(options: argparse.Namespace) -> int:
    """Run the command: 0 in parity, 1 findings. Raises SetupError."""
    fixing = fix.is_asked(options)
    if options.part is not None:
        from facingpages.commands.part import write_part

        return write_part(options, *options.part)
    if options.lexicon is not None:
        raise SetupError("--lexicon goes with --part: a run of the whole site learns and remembers it by itself.")
    return report(options, survey if options.cluster is None else survey_on_cluster, fixing=fixing)


def report(
    options: argparse.Namespace,
    now_of: Callable[[Config, Site, argparse.Namespace], Survey],
    *,
    fixing: bool = False,
    again: bool = False,
) -> int:
    """Tell what a survey of the site found, or what is left when it is fixed: the exit code. Raises SetupError."""
    refuse_unknown(options)
    trust = _revision(options) if options.trust is not None else None
    config, known = _silencers(options, trust)
    site = found_site(config, again=again)
    for locale in options.locale:
        if locale not in (*site.locales, site.source):
            raise SetupError(f'there is no locale "{locale}" here; there are {", ".join(site.locales)}.')
    paths = _asked(options.paths, config, site)
    wanted = Wanted(
        tuple(options.select),
        tuple(options.ignore),
        tuple(options.locale),
        paths,
        config.severity,
        known,
        strict=options.strict,
    )
    since = _since(config, options) if options.since is not None else None
    options.only = _only(options, site, wanted)
    now = now_of(config, site, options)
    if trust is not None:
        then = _then(now, trust, options)
        wanted = wanted._replace(ignorable=refine(then.result, then.site, wanted).ignored)
    silenced = 0
    if since is not None:
        then = _then(now, since, options)
        wanted = wanted._replace(known=_fingerprints(refine(then.result, then.site, wanted)))
    told = refine(now.result, site, wanted)
    if fixing:
        fixes = fix.made(options, config, site, now.result, told)
        if options.diff:
            return exit_code(told) or int(bool(fixes.pages))
        return report(options, now_of, again=True)
    if since is not None and trust is None:
        silenced = _silenced(options, since, now, then, wanted, told)
    shape = style(options, _base(options.format, config))._replace(read=partial(_bytes, site))
    text = FORMATS[options.format](told, shape)
    emit(text, options.output, commands=options.format == "github")
    if told.dead:
        entries = "entry fits" if told.dead == 1 else "entries fit"
        note(f"{options.baseline}: {told.dead} {entries} nothing any more; `facingpages baseline` writes it anew.")
    if silenced:
        findings = "1 finding is" if silenced == 1 else f"{silenced} findings are"
        where = "ignores, configuration or baseline, or stands below an ignore"
        note(f"{findings} silenced by what has changed since in {where}; --trust {options.since} does without it.")
    return exit_code(told)


def _only(options: argparse.Namespace, site: Site, wanted: Wanted) -> Set[str] | None:
    """The translations that are asked about, where nothing is that concerns other pages, too; None: all pages are."""
    if any(getattr(options, name, None) for name in ("baseline", "since", "trust", "fix", "diff")):
        return None
    if site.source in wanted.locales or not (wanted.paths or wanted.locales):
        return None
    if not wanted.paths and set(site.locales) == set(wanted.locales):
        return None
    found = [site.below(path) for path in wanted.paths] or [site.pages]
    asked = [page for pages in found for page in pages]
    if not all(found) or (wanted.paths and any(page.locale == site.source for page in asked)):
        return None
    locales = wanted.locales or site.locales
    return {page.path for page in asked if page.locale in locales and page.locale != site.source}


def _revision(options: argparse.Namespace) -> Revision:
    """What is trusted. Raises SetupError."""
    from facingpages.revision import revision  # who asks nothing of git need not load what runs it

    return revision(Path.cwd(), options.trust, "--trust")


def _since(config: Config, options: argparse.Namespace) -> Revision:
    """What findings are new since. Raises SetupError."""
    from facingpages.revision import fork_point

    return fork_point(config.root, options.since)


def _silencers(options: argparse.Namespace, at: Revision | None) -> tuple[Config, frozenset[BaselineEntry]]:
    """The configuration, and the entries of the baseline that was named: of today, or as they are at a revision.

    A baseline that the revision does not have is empty. Raises SetupError.
    """
    file = Path(options.baseline) if options.baseline else None
    if at is None and file is None:
        return configuration(options.config), frozenset()
    from facingpages.baseline import parse as parse_baseline
    from facingpages.baseline import read as read_baseline
    from facingpages.revision import reader

    if at is None:
        return configuration(options.config), read_baseline(file) if file is not None else frozenset()
    reading = reader(at)
    content = reading(file) if file is not None else None
    known = parse_baseline(file, content) if file is not None and content is not None else frozenset[BaselineEntry]()
    return configuration(options.config, reading), known


def _then(now: Survey, at: Revision, options: argparse.Namespace) -> Survey:
    """The site as it was at a revision, read with the configuration of today."""
    from facingpages.revision import earlier

    with earlier(now.config, at._replace(root=now.config.root), now.site) as old:
        return now if old is now.site else survey(now.config, old, options)


def _silenced(
    options: argparse.Namespace, since: Revision, now: Survey, then: Survey, wanted: Wanted, report: Report
) -> int:
    """How many findings would be told if all that silences them were as it was at a revision."""
    try:
        config, baseline = _silencers(options, since)
        told = now.config
        if config._replace(origin=told.origin, given=told.given) != told:  # rules that are off are not asked
            now = survey(config, discover(config), options)
            then = _then(now, since, options)
    except SetupError as error:
        note(f"what has been silenced since {options.since} can't be told: {error}")
        return 0
    wanted = wanted._replace(severity=config.severity, baseline=baseline, known=frozenset())
    before = refine(then.result, then.site, wanted)
    wanted = wanted._replace(known=_fingerprints(before), ignorable=before.ignored)
    return len(_fingerprints(refine(now.result, now.site, wanted)) - _fingerprints(report))


def _fingerprints(report: Report) -> frozenset[str]:
    return frozenset(finding.fingerprint for finding in report.findings)


def _base(form: str, config: Config) -> str:
    """In a job of GitHub's or GitLab's, paths count from the checkout, wherever the command runs in it."""
    workspace = os.environ.get(CHECKOUTS.get(form, ""))
    if not workspace:
        return ""
    try:
        below = real(config.root).relative_to(real(workspace)).as_posix()
    except (ValueError, OSError):
        return ""
    return "" if below == "." else below + "/"


def _bytes(site: Site, path: str) -> bytes | None:
    """The bytes of a page, for formats that count in them."""
    page = site.by_path.get(path)
    try:
        return page.read() if page is not None else None
    except OSError:
        return None


def _asked(paths: Sequence[str], config: Config, site: Site) -> tuple[str, ...]:
    """Paths as the report has them. One that is no page is said; only such is a mistake, not a clean run."""
    found: list[str] = []
    for path in paths:
        relative = _relative(path, config.root)
        if site.below(relative) or relative in _expected(site):
            found.append(relative)
        elif not is_there(path):
            raise SetupError(f'"{path}" does not exist.')
        else:
            note(f'"{path}" holds no page of this site.')
    if paths and not found:
        raise SetupError("nothing to check: none of the paths holds a page of this site.")
    return tuple(found)


def _expected(site: Site) -> set[str]:
    """The paths that translations of all source pages would have."""
    return {site.path_of(page.name, locale) for page in site.sources for locale in site.locales}


def _relative(path: str, root: Path) -> str:
    try:
        found = Path(path).absolute()
        found = real(found.parent) / found.name if is_link(found) else real(found)
        relative = found.relative_to(real(root)).as_posix()
    except ValueError:
        raise SetupError(f'"{path}" lies outside {root}, the folder of the configuration.') from None
    except OSError as error:
        raise SetupError(f'"{path}": {error.strerror}.') from None
    return "" if relative == "." else relative
