"""Record in the front matter of translations which version of the source they go with: `source_hash`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from facingpages.recorded import digests
from publishing import PublishingError

KEY = re.compile(r"^source_hash:[^\n]*$", re.M)
FRONT = re.compile(r"---\n.*?^---$", re.M | re.S)


def record(docs: Path, pages: Sequence[str], source: str = "en") -> str:
    """Write the hash of the source as it is now into every translation of the pages; says which files changed.

    Each file is written beside its place and moved there. Raises PublishingError; then nothing is written.
    """
    changed: dict[Path, str] = {}
    for page in pages:
        name = page.removesuffix(".md") + ".md"
        original = docs / source / name
        if not original.is_file():
            raise PublishingError(f"{original} does not exist; name a page as it lies below {docs / source}.")
        line = f"source_hash: {digests(original.read_bytes())[1]}"
        for file in sorted(path / name for path in docs.iterdir() if path.name != source and (path / name).is_file()):
            text = file.read_bytes().decode("utf-8")
            front = FRONT.match(text)
            if front is None:
                raise PublishingError(f"{file} has no front matter; the hash of the source stands there.")
            old = front.group()
            new = KEY.sub(line, old) if KEY.search(old) else old.removesuffix("---") + line + "\n---"
            if new != old:
                changed[file] = new + text[len(old) :]
    for file, text in changed.items():
        draft = file.with_name(f".{file.name}.new")
        draft.write_bytes(text.encode())
        draft.replace(file)
    return (
        "\n".join(f"recorded: {file}" for file in changed) or "Every translation already records its source as it is."
    )
