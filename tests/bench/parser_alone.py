"""What the check is measured against: read the same files, run the same parser, look at every event. Nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

from facingpages.read.page import OPTIONS


def main() -> None:
    """Files come one a line on standard input; with `--html`, the parser renders instead of giving events."""
    import pyromark

    markdown = pyromark.Markdown(options=OPTIONS)
    events = 0
    for line in sys.stdin:
        text = Path(line.rstrip("\n")).read_bytes().decode("utf-8", "replace")
        for _ in markdown.events_with_range(text):
            events += 1
    sys.stdout.write(f"{events}\n")


if __name__ == "__main__":
    main()
