"""What the check is measured against: read the same files, run the same parser, look at every event. Nothing else.

Nothing of our package is loaded here: its own start-up is not taken off the measure.
"""

import sys

import pyromark


def main() -> None:
    """Files come one a line on standard input."""
    options = pyromark.Options
    markdown = pyromark.Markdown(
        options=options.ENABLE_TABLES | options.ENABLE_FOOTNOTES | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS | options.ENABLE_GFM | options.ENABLE_DEFINITION_LIST
    )  # fmt: skip
    events = 0
    for line in sys.stdin:
        with open(line.rstrip("\n"), "rb") as stream:  # noqa: PTH123 - pathlib takes longer to load than to open them
            text = stream.read().decode("utf-8", "replace")
        for _ in markdown.events_with_range(text):
            events += 1
    sys.stdout.write(f"{events}\n")


if __name__ == "__main__":
    main()
