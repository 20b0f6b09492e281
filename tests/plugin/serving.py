"""Builds one after the other in one process, as `mkdocs serve` makes them, each held against a build from nothing.

`python -m tests.plugin.serving EDITS` builds the site of the folder it is in. EDITS is JSON: `[[path, old, new], ...]`.
The last line that it prints is JSON: for the first build and that after each edit, how many pages were put beside their
source anew, and whether it went on with what the build before had learnt.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from facingpages.mkdocs import edition
from facingpages.mkdocs.facing import open_spread

SERVED, FRESH = "served", "fresh"


def main(arguments: list[str]) -> None:
    """Build, edit, build again and compare."""
    looked = [_build(SERVED)]
    for path, old, new in json.loads(arguments[0]):
        text = Path(path).read_text("utf-8")
        assert old in text
        Path(path).write_text(text.replace(old, new), "utf-8")
        looked.append(_build(SERVED))
        _build(FRESH, anew=True)
        assert _files(SERVED) == _files(FRESH), path
    sys.stdout.write(json.dumps(looked) + "\n")


def _build(folder: str, *, anew: bool = False) -> tuple[int, bool]:
    config = load_config("mkdocs.yml", site_dir=folder)
    plugin = config.plugins["facingpages"]
    if plugin.kept is None:
        config.plugins.on_startup(command="serve", dirty=False)
    kept, opened = plugin.kept, []

    def counting(*given):  # type: ignore[no-untyped-def]
        opened.append(given)
        return open_spread(*given)

    plugin.kept, edition.open_spread = None if anew else kept, counting
    build(config)
    plugin.kept = kept
    return len(opened), plugin.edition.again


def _files(folder: str) -> dict[str, bytes]:
    files = [file for file in Path(folder).rglob("*") if file.is_file() and file.suffix != ".gz"]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


if __name__ == "__main__":
    main(sys.argv[1:])
