"""`python -m publishing index SITE` and `python -m publishing record PAGE...`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from publishing import PublishingError
from publishing.index import index
from publishing.record import record


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0: done, 2: it can't be done, and why is said."""
    parser = argparse.ArgumentParser(prog="python -m publishing", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    search = commands.add_parser("index", help="make the search index of a built site, one for each language")
    search.add_argument(
        "site", nargs="?", type=Path, default=Path("site"), help="the folder that MkDocs built (default: site)"
    )
    search.set_defaults(run=lambda options: index(options.site))
    version = commands.add_parser(
        "record", help="record that the translations of pages go with their sources as they are now"
    )
    version.add_argument(
        "pages", nargs="+", metavar="PAGE", help="name of a page, the same in all languages: communication-credits"
    )
    version.add_argument(
        "--docs", type=Path, default=Path("docs"), help="the folder with a folder for each locale (default: docs)"
    )
    version.set_defaults(run=lambda options: record(options.docs, options.pages))
    options = parser.parse_args(arguments)
    try:
        sys.stdout.write(options.run(options) + "\n")
    except PublishingError as error:
        sys.stderr.write(f"publishing: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
