"""The command line: wiring only."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from facingpages import __version__, replay
from facingpages.commands import BUG, FOUND, SETUP, STOPPED
from facingpages.errors import SetupError
from facingpages.output import columns, complain, emit, note

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

# Name: what it does, what declares its arguments, and what runs it. Neither is loaded before it is needed.
COMMANDS = {
    "check": ("check all translations of the site in this folder", "commands.words:check", "commands.check:run"),
    "join": ("report on a site from parts that were checked apart", "commands.join:add_arguments", "commands.join:run"),
    "status": ("say how far each locale is", "commands.status:add_arguments", "commands.status:run"),
    "links": (
        "check the links of the site, of published HTML, and of other sites", "commands.words:links",
        "commands.links:run",
    ),
    "baseline": (
        "write down today's findings: only others are told", "commands.baseline:add_arguments", "commands.baseline:run",
    ),
    "init": (
        "find out where the translations lie and write the configuration", "commands.init:add_arguments",
        "commands.init:run",
    ),
    "lexicon": (
        "learn the words of the site once, for its parts", "commands.lexicon:add_arguments", "commands.lexicon:run",
    ),
    "align": ("show which blocks of two pages belong together", "commands.align:add_arguments", "commands.align:run"),
    "merge": (
        "bring a translation up to a new version of its source", "commands.merge:add_arguments", "commands.merge:run",
    ),
    "update": ("bring translations up to their sources", "commands.update:add_arguments", "commands.update:run"),
    "export": ("translations for translators' tools", "commands.export:add_arguments", "commands.export:run"),
    "import": ("take translations back from them", "commands.taken:add_arguments", "commands.taken:run"),
    "server": ("speak with an editor: a language server", "commands.server:add_arguments", "commands.server:run"),
    "rules": ("list all rules", "", "commands.rules:run_list"),
    "explain": ("explain a rule, with examples", "commands.rules:add_explain_arguments", "commands.rules:run_explain"),
    "schema": ("print the JSON Schema of the configuration", "", "commands.rules:run_schema"),
    "completion": ("print what completes the command in a shell", "completion:add_arguments", "completion:run"),
    "import-learn": ("import translations as Microsoft publishes them", "importing:add_arguments", "importing:run"),
}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code of the contract: 0 clean, 1 findings, 2 set-up, 3 our bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(1_000_000, 20, 50)  # pages come and go without cycles: looking for some costs a tenth of a run
    if arguments is None:  # a process of our own ends sooner if nothing is looked for in what it leaves behind
        atexit.register(gc.freeze)
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's, which nothing here needs, take time to begin
        argparse._ = _same  # type: ignore[attr-defined]  # there is no catalog of its words: that takes time to find out
    words = sys.argv[1:] if arguments is None else arguments
    try:
        first = next((word for word in words if word != "--"), "")
        parser = build_parser(first if first in COMMANDS else "")
        options = parser.parse_args(words)
        if not hasattr(options, "run"):
            parser.print_help()
            return SETUP
        return replay.run(options, lambda: int(_named(options.run)(options)))
    except SetupError as error:
        note(str(error))
        return SETUP
    except BrokenPipeError:
        return FOUND
    except KeyboardInterrupt:
        return STOPPED
    except OSError as error:  # what the system refuses - a name too long, a folder that is gone - is no bug of ours
        where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else "the system says: "
        note(f"{where}{error.strerror or error}.")
        return SETUP
    except Exception as error:  # the last door: a user never sees a traceback
        return _bug(error)


class Formatter(argparse.HelpFormatter):
    """One is made for each argument that is declared; that of `argparse` loads archivers to ask how wide it is."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns() - 2)


class Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are written as all other text is."""

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=Formatter, **given)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if message and file is sys.stdout:  # nothing is, where standard output is closed
            emit(message, None)
        elif message:
            complain(message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line. Raises SetupError."""
        complain(self.format_usage())
        raise SetupError(message)


def build_parser(wanted: str | None = None) -> argparse.ArgumentParser:
    """The parser of one command, or of all. With an empty name, all are named only: what they need is not loaded."""
    parser = Parser(
        prog="facingpages", description="Says where translated Markdown is not in parity with its source.",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"facingpages {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog=parser.prog)
    for name in (wanted,) if wanted else COMMANDS:
        summary, declare, run = COMMANDS[name]
        command = commands.add_parser(name, help=summary)
        if wanted == "":
            continue
        if declare:
            _named(declare)(command)
        command.set_defaults(command=name, run=run)
    return parser


def _same(text: str | None) -> str | None:
    return text


def _named(place: str) -> Callable[..., Any]:
    """A function of the package by its place: `module:name`."""
    module, _, name = place.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"facingpages.{module}"), name)
    return found


def _bug(error: Exception) -> int:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else "?"
    notes = "".join(f" {text}" for text in getattr(error, "__notes__", ()))
    note(f"this is our bug: {type(error).__name__} in {where}: {error}{notes}. Please report it with the page.")
    if os.environ.get("FACINGPAGES_DEBUG"):
        raise error
    return BUG


if __name__ == "__main__":
    sys.exit(main())
