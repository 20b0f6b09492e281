"""A unified difference of a page, as `git apply` reads it."""

from __future__ import annotations

from difflib import unified_diff


def difference(path: str, before: bytes, after: bytes) -> str:
    """The lines of a page that changed, empty where none did. A line end is part of its line, so that CRLF stays."""
    name = f"{path}\t" if " " in path else path  # a tab ends a name that holds blanks
    lines = unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(raw: bytes) -> list[str]:
    """The lines of a page as git counts them: only a line feed ends one."""
    *whole, last = raw.decode("utf-8", "replace").split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])
