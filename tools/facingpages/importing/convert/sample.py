"""Samples of code: the lines of a file that are shown, and the language they are in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

_OLDER = re.compile(
    r"[ \t]*\[!code(?:-(?P<language>[\w+#.-]+))?[ \t]*\[[^\]\n]*\]"
    r"\([ \t]*(?P<source>[^()\s?#]+)(?:\?(?P<query>[^()\s#]*))?(?:#(?P<part>[^()\s]*))?(?:[ \t]+\"[^\"\n]*\")?[ \t]*\)"
    r"[ \t]*\][ \t]*",
    re.IGNORECASE,
)
_LINES = re.compile(r"L(\d{1,6})(?:-L(\d{1,6}))?", re.IGNORECASE)


def older(line: str) -> dict[str, str] | None:
    """What a line in the older way, `[!code-csharp[name](file?range=1-5)]`, asks for, as attributes of `:::code:::`."""
    match = _OLDER.fullmatch(line)
    if match is None:
        return None
    asked = dict(parse_qsl(match["query"] or ""))
    values = {"source": match["source"], "language": match["language"] or ""}
    lines = _LINES.fullmatch(match["part"] or "")
    if lines:
        values["range"] = f"{lines[1]}-{lines[2] or lines[1]}"
    elif "range" in asked:
        values["range"] = asked["range"]
    elif asked.keys() & {"start", "end"}:
        values["range"] = f"{asked.get('start', '1')}-{asked.get('end', '')}"
    elif part := match["part"] or asked.get("name"):
        values["id"] = part
    return values


def fenced(text: str, values: Mapping[str, str]) -> list[str]:
    """A file's text as a block of code, or the lines of it that a `:::code:::` with these attributes asks for."""
    lines: Sequence[str] = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    if "range" in values:
        lines = _ranged(lines, values["range"])
    mark = "```"
    while any(mark in line for line in lines):
        mark += "`"
    return [f"{mark}{language_of(values.get('language', ''))}", *lines, mark]


def _ranged(lines: Sequence[str], wanted: str) -> list[str]:
    found: list[str] = []
    for part in wanted.split(","):
        match = re.fullmatch(r"\s*(\d{1,6})\s*(?:(-)\s*(\d{1,6})?)?\s*", part)
        if match:
            last = int(match[3]) if match[3] else len(lines) if match[2] else int(match[1])
            found += lines[int(match[1]) - 1 : last]
    return found


def language_of(info: str) -> str:
    """The language of code without what only Learn's pages do with it (`azurecli-interactive`, `csharp-run`)."""
    word = info.split()[0].strip("{.}") if info.strip() else ""
    word = word.removesuffix("-interactive").removesuffix("-run")
    return word if re.fullmatch(r"[\w+#.-]+", word) else ""
