"""The command `facingpages import-learn`: its arguments, and what it says."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from facingpages.config import SetupError
from facingpages.importing.importer import ImportResult, import_learn
from facingpages.importing.problem import ImportRefusedError, Problem
from facingpages.output import complain, emit
from facingpages.safe import safe, to_json

DESCRIPTION = """\
Make clean Markdown of translations as Microsoft's documentation publishes them. A bilingual file gives its page,
DIR/LOCALE/PAGE.md, and the English source page inside it, DIR/en/PAGE.md; a plain file gives its page. Of a folder all
pages are imported, and the pictures and includes that they need; what is no translation is left out and named. The
front matter stays, `# <a name="x"></a>Title` becomes `# Title {#x}`, `source_hash` records which source page the
translation goes with, and every other character is kept. The segments become a translation memory,
MEMORY/LOCALE/PAGE.tmx. With --source, the English page is the one that was translated, proven by its hash; without, it
is rebuilt, says so (`source_rebuilt`), and each line of it that may not be English is named. Either everything is
written or, when anything is wrong, nothing, and all that is wrong is said at once; with --keep-going that holds of each
page. When the import is killed, the next one completes it or takes it back, and says so. A page that is there already
and says something else, for example because somebody corrected it, is kept and named. Exit code: 0 all is as imported,
1 something was kept or left out, 2 refused."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a translation as published, or a folder of them"
    )
    parser.add_argument("--to", type=Path, default=Path("docs"), metavar="DIR", help="where pages go (default: docs)")
    parser.add_argument(
        "--memory", type=Path, metavar="DIR", help="where translation memories go (default: `memory` beside --to)"
    )
    parser.add_argument(
        "--source", type=Path, metavar="REPOSITORY",
        help="a clone of the source's repository: pages are taken from there at ms.sourcegitcommit and proven by "
        "ms.openlocfilehash",
    )  # fmt: skip
    parser.add_argument(
        "--root", type=Path, action="append", default=[], metavar="DIR",
        help="the folder that names of pages count from, by itself or in each folder given (default: that folder; "
        "for a file, its own); may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--for", choices=("learn", "mkdocs"), default="learn", dest="target",
        help="learn keeps Learn's Markdown (default); mkdocs makes a MkDocs site of it, and says what it could not",
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="overwrite pages that say something else")
    parser.add_argument(
        "--keep-going", action="store_true", help="import what is in order, each page whole or not at all"
    )
    parser.add_argument("--keep-bytes", action="store_true", help="line ends and byte order marks stay as they were")
    parser.add_argument(
        "--full-tags", action="store_true",
        help="call locales by full tags, as pt-BR (default: by the language, and by full tags where two share it)",
    )  # fmt: skip
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file instead of standard output")


def run(args: argparse.Namespace) -> int:
    """Run the command: 0 when all is as imported, 1 when something was kept or left out, 2 when refused."""
    refused = False
    try:
        report = import_learn(
            args.files, args.to, memory=args.memory, source=args.source, roots=args.root, force=args.force,
            keep_going=args.keep_going, keep_bytes=args.keep_bytes, full=args.full_tags, mkdocs=args.target == "mkdocs",
        )  # fmt: skip
    except ImportRefusedError as error:
        report, refused = ImportResult(problems=list(error.problems)), True
    if not refused and not (report.written or report.unchanged or report.kept or report.problems):
        raise SetupError("no file here is a published translation, so nothing was imported.")
    if args.format == "json":
        emit(_json(report, refused=refused), args.output)
    else:
        for problem in report.problems:
            complain(f"{safe(str(problem))}\n")
        if refused:
            complain("Nothing was written.\n")
        else:
            emit(_text(report), args.output)
    return 2 if refused else 1 if report.kept or report.problems else 0


def _text(report: ImportResult) -> str:
    lines = [f"{path}: written" for path in report.written]
    lines += [f"{path}: unchanged" for path in report.unchanged]
    lines += [
        f"{path}:{line}: kept, for it says something else than the import; --force overwrites it"
        for path, line in report.kept
    ]
    lines += [f"{path}: left out: {reason}" for path, reason in report.skipped]
    lines += [f"{path}:{line}: may not be English: `{text[:80]}`" for path, line, text in report.doubts]
    lines += [f"{path}: its source is not proven: {reason}" for path, reason in report.unproven]
    lines += [f"{left.page}: {left.what}: {left.became}" for left in report.left]
    if report.proven or report.unproven:
        lines.append(f"{report.proven} of {report.proven + len(report.unproven)} translations have a proven source.")
    if report.rebuilt:
        lines.append(f"{len(report.rebuilt)} source pages are rebuilt from translations; --source gives the true ones.")
    if report.problems:
        lines.append(f"{len(report.problems)} problems: the pages they concern were left out, the others are written.")
    return "".join(f"{safe(line)}\n" for line in lines)


def _json(report: ImportResult, *, refused: bool) -> str:
    """The report, version 1. Paths are as on the command line; lines count from 1."""
    told: dict[str, Any] = {
        "version": 1,
        "refused": refused,
        "problems": [_problem(problem) for problem in report.problems],
        "written": [str(path) for path in report.written],
        "unchanged": [str(path) for path in report.unchanged],
        "kept": [{"path": str(path), "line": line} for path, line in report.kept],
        "skipped": [{"path": str(path), "reason": reason} for path, reason in report.skipped],
        "proven": report.proven,
        "unproven": [{"path": str(path), "reason": reason} for path, reason in report.unproven],
        "rebuilt": [str(path) for path in report.rebuilt],
        "doubts": [{"path": str(path), "line": line, "text": text} for path, line, text in report.doubts],
        "left": [{"page": left.page, "what": left.what, "became": left.became} for left in report.left],
    }
    return to_json(told) + "\n"


def _problem(problem: Problem) -> dict[str, Any]:
    return {"path": str(problem.path), "line": problem.line, "message": problem.message, "remedy": problem.remedy}
