"""`facingpages completion`: what a shell completes, made of the very parser that reads the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import shtab

from facingpages.cli import COMMANDS, build_parser
from facingpages.commands import CLEAN
from facingpages.output import emit
from facingpages.reference import ALL, subjects

SHELLS = ("bash", "zsh", "fish")
FILES = frozenset(("FILE", "PATH", "SOURCE", "TARGET", "OLD", "TRANSLATION", "NEW"))
FOLDERS = frozenset(("DIR", "FOLDER", "SITE", "REPOSITORY"))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `facingpages completion`."""
    parser.description = (
        "Print what completes commands, options, rules and files in a shell. "
        'For bash: `eval "$(facingpages completion bash)"` in ~/.bashrc. '
        'For zsh: `eval "$(facingpages completion zsh)"` in ~/.zshrc, after compinit. '
        "For fish: `facingpages completion fish | source` in config.fish."
    )
    parser.add_argument("shell", choices=SHELLS)


def run(options: argparse.Namespace) -> int:
    """`facingpages completion`."""
    emit(script(options.shell), None)
    return CLEAN


def script(shell: str) -> str:
    """What a shell reads to complete the command: one of `SHELLS`."""
    parser = build_parser()
    for name, command in _commands(parser):
        command.description = COMMANDS[name][0]
        for action in command._actions:
            if action.metavar in FILES:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
            elif action.metavar in FOLDERS:
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
            elif action.metavar == "RULE":
                action.choices = sorted(ALL if name == "explain" else subjects())
    return str(shtab.complete(parser, shell=shell))


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()
