"""`facingpages check`: what is not in parity, as a report."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from facingpages.baseline import read as read_baseline
from facingpages.commands import exit_code
from facingpages.commands.style import add_arguments as add_style_arguments
from facingpages.commands.style import style
from facingpages.commands.survey import add_arguments as add_survey_arguments
from facingpages.commands.survey import configuration, found_site, survey
from facingpages.config import Config, SetupError
from facingpages.output import emit, note
from facingpages.reference import subjects
from facingpages.refine import Wanted, refine, within
from facingpages.report import FORMATS
from facingpages.revision import earlier, revision
from facingpages.site import Site

DESCRIPTION = """\
Check every translated page of the site in this folder against its source. PATH limits what is reported, not what is
read. Exit code: 0 in parity, 1 findings, 2 the set-up is wrong, 3 a bug of ours."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("paths", nargs="*", metavar="PATH", help="report only what concerns these files or folders")
    parser.add_argument(
        "--locale", action="append", default=[], metavar="L", help="report only this locale (repeatable)"
    )
    parser.add_argument(
        "--select", action="append", default=[], metavar="RULE", help="only this rule or subject (repeatable)"
    )
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="RULE", help="not this rule or subject (repeatable)"
    )
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file instead of standard output")
    parser.add_argument(
        "--baseline", metavar="FILE", help="do not report what this file of `facingpages baseline` lists"
    )
    parser.add_argument(
        "--since", metavar="REV", help="report only what is new since a git revision, for example origin/main"
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 on any finding, not only on errors")
    add_style_arguments(parser)
    add_survey_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command: 0 in parity, 1 findings. Raises SetupError."""
    for rule in (*options.select, *options.ignore):
        if rule not in subjects():
            raise SetupError(f'there is no rule "{rule}"; `facingpages rules` lists them.')
    known = read_baseline(Path(options.baseline)) if options.baseline else frozenset()
    config = configuration(options.config)
    site = found_site(config)
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
    since = revision(config.root, options.since) if options.since is not None else None
    result = survey(config, site, options.jobs).result
    if since is not None:
        with earlier(config, since, site) as old:
            then = result if old is site else survey(config, old, options.jobs).result
            known_then = frozenset(finding.fingerprint for finding in refine(then, old, wanted).findings)
        wanted = replace(wanted, known=known_then)
    report = refine(result, site, wanted)
    text = FORMATS[options.format](report, style(options, _base(options.format, config)))
    emit(text, options.output, commands=options.format == "github")
    if report.dead:
        entries = "entry fits" if report.dead == 1 else "entries fit"
        note(f"{options.baseline}: {report.dead} {entries} nothing any more; `facingpages baseline` writes it anew.")
    return exit_code(report)


def _base(form: str, config: Config) -> str:
    """In a GitHub workflow, paths of annotations count from the checkout, wherever the command runs in it."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if form not in ("github", "sarif") or not workspace:
        return ""
    try:
        below = config.root.resolve().relative_to(Path(workspace).resolve()).as_posix()
    except (ValueError, OSError):
        return ""
    return "" if below == "." else below + "/"


def _asked(paths: Sequence[str], config: Config, site: Site) -> tuple[str, ...]:
    """Paths as the report has them. One that is no page is said; only such is a mistake, not a clean run."""
    found: list[str] = []
    expected = {site.path_of(page.name, locale) for page in site.sources for locale in site.locales} if paths else set()
    for path in paths:
        relative = _relative(path, config.root)
        if any(within(page.path, relative) for page in site.pages) or relative in expected:
            found.append(relative)
        elif not Path(path).exists():
            raise SetupError(f'"{path}" does not exist.')
        else:
            note(f'"{path}" holds no page of this site.')
    if paths and not found:
        raise SetupError("nothing to check: none of the paths holds a page of this site.")
    return tuple(found)


def _relative(path: str, root: Path) -> str:
    try:
        found = Path(path).absolute()
        found = found.parent.resolve() / found.name if found.is_symlink() else found.resolve()
        relative = found.relative_to(root.resolve()).as_posix()
    except ValueError:
        raise SetupError(f'"{path}" lies outside {root}, the folder of the configuration.') from None
    except OSError as error:
        raise SetupError(f'"{path}": {error.strerror}.') from None
    return "" if relative == "." else relative
