"""The search index, made from the built site by Pagefind: one for each language, told by the `lang` of its pages.

What may be found is marked in the pages: `data-pagefind-body`, and `data-pagefind-ignore` for the source beside it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from publishing import PublishingError, vocabulary

# Pagefind's ready-made interface; the site has its own.
UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


def index(site: Path) -> str:
    """Make the index of a built site; says how many pages each language has. Raises PublishingError."""
    if not (site / "index.html").is_file():
        raise PublishingError(f"{site} holds no built site; run `mkdocs build` first.")
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    folder = site / "pagefind"
    if done.returncode or not (folder / "pagefind-entry.json").is_file():
        reason = re.sub(r"\s+", " ", done.stderr.strip() or done.stdout.strip()) or f"exit code {done.returncode}"
        raise PublishingError(f"the search index can't be made: {reason}")
    for pattern in UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    vocabulary.write(site)
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    counts = {language: data["page_count"] for language, data in sorted(entry["languages"].items())}
    return "Pages that can be searched: " + ", ".join(f"{language} {count}" for language, count in counts.items())
