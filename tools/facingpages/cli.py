"""The command line: wiring only."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from facingpages import __version__
from facingpages.align.show import show
from facingpages.check import check_site
from facingpages.config import Config, SetupError, load
from facingpages.discover import discover
from facingpages.layouts import detect
from facingpages.messages import Catalog, languages
from facingpages.output import Progress, emit
from facingpages.parse.regions import DIALECTS
from facingpages.refine import Wanted, refine
from facingpages.reference import explain, listing
from facingpages.report import FORMATS
from facingpages.report.text import Style, render
from facingpages.rules import RULES, subjects
from facingpages.site import Site

CLEAN, FOUND, SETUP, BUG = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit code of the contract: 0 clean, 1 findings, 2 set-up, 3 our bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = build_parser()
    options = parser.parse_args(arguments)
    if not hasattr(options, "run"):
        parser.print_help()
        return SETUP
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except SetupError as error:
        print(f"facingpages: {error}", file=sys.stderr)
        return SETUP
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the last door: a user never sees a traceback
        return _bug(error)


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="facingpages", description="Says where translated Markdown is not in parity with its source.",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"facingpages {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    check = commands.add_parser("check", help="check all translations of the site in this folder")
    check.add_argument("paths", nargs="*", metavar="PATH", help="report only what stands in these files or folders")
    check.add_argument("--locale", action="append", default=[], metavar="L", help="report only this locale (repeatable)")
    check.add_argument("--select", action="append", default=[], metavar="RULE", help="only this rule or subject")
    check.add_argument("--ignore", action="append", default=[], metavar="RULE", help="not this rule or subject")
    check.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")
    check.add_argument("--output", metavar="FILE", help="write the report to a file instead of standard output")
    check.add_argument("--config", metavar="FILE", help="default: facingpages.toml or pyproject.toml in this folder")
    check.add_argument("--strict", action="store_true", help="exit 1 on any finding, not only on errors")
    check.add_argument("--lang", choices=languages(), default=None, help="language of the text report")
    check.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    check.add_argument("--jobs", type=int, default=1, metavar="N", help="processes to use (default: 1)")
    check.add_argument("--no-cache", action="store_true", help="neither read nor write the cache")
    check.set_defaults(run=run_check)

    align = commands.add_parser("align", help="show which blocks of two pages belong together")
    align.add_argument("source", metavar="SOURCE")
    align.add_argument("target", metavar="TARGET")
    align.add_argument("--dialect", choices=DIALECTS, default="commonmark", help="default: commonmark")
    align.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    align.set_defaults(run=run_align)

    rules = commands.add_parser("rules", help="list all rules")
    rules.set_defaults(run=lambda _: _say(listing()))
    one = commands.add_parser("explain", help="explain a rule, with examples")
    one.add_argument("rule", metavar="RULE")
    one.set_defaults(run=run_explain)
    return parser


def run_check(options: argparse.Namespace) -> int:
    """`facingpages check`."""
    names = subjects()
    for rule in (*options.select, *options.ignore):
        if rule not in names:
            raise SetupError(f'there is no rule "{rule}"; `facingpages rules` lists them.')
    config = configuration(options.config)
    site = discover(config)
    for locale in options.locale:
        if locale not in (*site.locales, site.source):
            raise SetupError(f'there is no locale "{locale}" here; there are {", ".join(site.locales)}.')
    paths = tuple(_relative(path, config.root) for path in options.paths)
    wanted = Wanted(tuple(options.select), tuple(options.ignore), tuple(options.locale), paths, config.severity)
    _covered(paths, site)
    with Progress(len(site.pages)) as progress:
        result = check_site(site, config, progress.step)
    report = refine(result, site, wanted)
    if options.format == "text":
        color = options.color == "always" or (options.color == "auto" and options.output is None and _colors())
        language = options.lang or "en"
        text = render(report, Style(color, Catalog(language)))
    else:
        text = FORMATS[options.format](report)
    emit(text, options.output)
    return FOUND if report.failed or (options.strict and report.findings) else CLEAN


def configuration(named: str | None) -> Config:
    """The configuration of the current folder: a named file, the files it may lie in, or what the layout tells."""
    root = Path.cwd()
    config = load(root, Path(named) if named else None, subjects())
    if config is not None and config.pages:
        return config
    found = detect(root, config)
    if found is None:
        raise SetupError(
            "can't tell where the translations lie. Say it in facingpages.toml, for example: "
            'source = "en", pages = ["docs/{locale}/{page}.md"].'
        )
    return found


def run_align(options: argparse.Namespace) -> int:
    """`facingpages align`."""
    return _say(show(Path(options.source), Path(options.target), options.dialect, options.format))


def run_explain(options: argparse.Namespace) -> int:
    """`facingpages explain`."""
    if options.rule not in RULES:
        close = sorted(rule for rule in RULES if rule.startswith(options.rule.split("-")[0]))
        raise SetupError(
            f'there is no rule "{options.rule}"' + (f"; perhaps {', '.join(close)}." if close else "; `facingpages rules` lists them.")
        )
    return _say(explain(RULES[options.rule]))


def _covered(paths: Sequence[str], site: Site) -> None:
    """A path that holds no page is a mistake, not a clean run."""
    for path in paths:
        if path and not any(page.path == path or page.path.startswith(path.rstrip("/") + "/") for page in site.pages):
            raise SetupError(f'"{path}" holds no page of this site.')


def _relative(path: str, root: Path) -> str:
    try:
        found = Path(path).resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise SetupError(f'"{path}" lies outside the folder of the configuration.') from None
    return "" if found == "." else found


def _colors() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _say(text: str) -> int:
    emit(text, None)
    return CLEAN


def _bug(error: Exception) -> int:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else "?"
    notes = "".join(f" {note}" for note in getattr(error, "__notes__", ()))
    print(
        f"facingpages: this is our bug: {type(error).__name__} in {where}: {error}{notes}. Please report it with the page.",
        file=sys.stderr,
    )  # fmt: skip
    if os.environ.get("FACINGPAGES_DEBUG"):
        raise error
    return BUG


if __name__ == "__main__":
    sys.exit(main())
