"""`facingpages server`: a language server for editors."""

from __future__ import annotations

import argparse

from facingpages.commands import CLEAN
from facingpages.config import SetupError

DESCRIPTION = """\
A language server on standard input and output: findings while you type, the source beside the cursor, fixes at hand.
An editor starts it; its page in the documentation says how. It needs the packages of facingpages[lsp]."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("--stdio", action="store_true", help="what it does anyway; some editors say it")


def run(_: argparse.Namespace) -> int:
    """Run the command until the editor ends it. Raises SetupError."""
    try:
        from facingpages.server.protocol import serve
    except ImportError:
        raise SetupError(
            "the server needs the packages of facingpages[lsp]: python -m pip install 'facingpages[lsp]'."
        ) from None
    serve()
    return CLEAN
