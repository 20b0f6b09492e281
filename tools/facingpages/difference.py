"""A unified difference of a page, as `git apply` reads it."""

from __future__ import annotations

import os
import re
from difflib import unified_diff

SPECIAL = re.compile(r'[^ -~]|["\\]')  # what ends a name, or what git does not write as it is


def difference(path: str, before: bytes, after: bytes) -> str:
    """The lines of a page that changed, empty where none did. A line end is part of its line, so that CRLF stays."""
    lines = unified_diff(_lines(before), _lines(after), _quoted(f"a/{path}"), _quoted(f"b/{path}"))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(raw: bytes) -> list[str]:
    """The lines of a page as git counts them: only a line feed ends one."""
    *whole, last = raw.decode("utf-8", "replace").split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _quoted(path: str) -> str:
    """A name as git writes it: in quotes where it could forge another, with a tab behind it where it holds blanks."""
    if SPECIAL.search(path):
        return '"' + "".join(_escaped(byte) for byte in os.fsencode(path)) + '"'
    return f"{path}\t" if " " in path else path


def _escaped(byte: int) -> str:
    return chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\' else f"\\{byte:03o}"
