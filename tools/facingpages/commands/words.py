"""The arguments of `check` and `links`, and those that other commands share with them.

They are declared apart from what obeys them: a run that is told again (`facingpages.replay`) loads nothing else.
"""

from __future__ import annotations

import argparse
import os

from facingpages.messages import languages
from facingpages.report import FORMATS

CHECK = """\
Check every translated page of the site in this folder against its source. PATH limits what is reported, not what is
read. Exit code: 0 in parity, 1 findings, 2 the set-up is wrong, 3 a bug of ours."""
LINKS = """\
Check links. Without SITE those of the Markdown pages of the site in this folder, as `facingpages check` does, too; with
SITE those of published HTML in that folder, whatever made it. `--external` asks other sites as well."""


def check(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `facingpages check`."""
    parser.description = CHECK
    parser.add_argument("paths", nargs="*", metavar="PATH", help="report only what concerns these files or folders")
    parser.add_argument(
        "--part", type=_part, metavar="I/N",
        help="look at one of N parts of the site only; `facingpages join` makes the report of what --output names",
    )  # fmt: skip
    parser.add_argument(
        "--lexicon", metavar="FILE",
        help="with --part: what `facingpages lexicon` wrote for all parts, so that none learns it again",
    )  # fmt: skip
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="let the workers of a Dask scheduler look at the pages, in this folder",
    )
    parser.add_argument(
        "--fix", action="store_true", help="make the fixes that are safe, each looked at again, and report what is left"
    )
    parser.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: those that need a look, too")
    parser.add_argument(
        "--diff", action="store_true", help="write no page, but the fixes as a difference that `git apply` reads"
    )
    report(parser)
    survey(parser)


def links(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `facingpages links`."""
    parser.description = LINKS
    parser.add_argument("site", nargs="?", metavar="SITE", help="a folder of published HTML")
    parser.add_argument("--url", default="", help="where SITE is published (default: as its home page says)")
    parser.add_argument("--external", action="store_true", help="ask other sites, each address once")
    parser.add_argument("--offline", action="store_true", help="ask nothing: only --results answers for other sites")
    parser.add_argument("--results", metavar="FILE", help="keep the answers of other sites in a file")
    narrowing(parser)
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file instead of standard output")
    parser.add_argument("--config", metavar="FILE", help="default: facingpages.toml or pyproject.toml in this folder")
    parser.add_argument("--strict", action="store_true", help="exit 1 on any finding, not only on errors")
    parser.add_argument("--no-cache", action="store_true", help="neither read nor write what earlier runs remember")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="processes to use (default: one per core)")
    style(parser)


def report(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments that say what is reported, and how."""
    locales(parser)
    narrowing(parser)
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file instead of standard output")
    parser.add_argument(
        "--baseline", metavar="FILE", help="do not report what this file of `facingpages baseline` lists"
    )
    parser.add_argument(
        "--since", metavar="REV", help="report only what is new since a git revision, for example origin/main"
    )
    parser.add_argument(
        "--trust", metavar="REV",
        help="take configuration, ignores and baseline as they are at a git revision, not as a pull request has them",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="exit 1 on any finding, not only on errors")
    style(parser)


def locales(parser: argparse.ArgumentParser) -> None:
    """Declare `--locale`."""
    parser.add_argument(
        "--locale", action="extend", type=listed, default=[], metavar="L",
        help="only this locale (repeatable, or with commas)",
    )  # fmt: skip


def narrowing(parser: argparse.ArgumentParser) -> None:
    """Declare `--select` and `--ignore`."""
    for name, meaning in (("--select", "only this"), ("--ignore", "not this")):
        parser.add_argument(
            name,
            action="extend",
            type=listed,
            default=[],
            metavar="RULE",
            help=f"{meaning} rule or subject (repeatable, or with commas)",
        )


def listed(text: str) -> list[str]:
    """The parts of a value with commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def style(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments that say how a report is written, on a parser that also has `--output`."""
    parser.add_argument(
        "--lang", choices=["auto", *languages()], default="en",
        help="language of reports for people; auto: that of the environment (default: en)",
    )  # fmt: skip
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")


def survey(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of every command that reads a whole site."""
    parser.add_argument("--config", metavar="FILE", help="default: facingpages.toml or pyproject.toml in this folder")
    parser.add_argument(
        "--jobs", type=_jobs, default=os.cpu_count() or 1, metavar="N", help="processes to use (default: one per core)"
    )
    parser.add_argument("--no-cache", action="store_true", help="neither read nor write what earlier runs remember")


def _part(text: str) -> tuple[int, int]:
    number, slash, of = text.partition("/")
    if slash and number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
        return int(number), int(of)
    raise argparse.ArgumentTypeError(f'"{text}" is no part of a site; write it as 2/7: the second of seven')


def _jobs(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(f'"{text}" is no number of processes; use 1 or more, or 0 for one per core')
    return number or os.cpu_count() or 1
