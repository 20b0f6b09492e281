"""Landing pages: `index.yml`, a hub or landing page of Learn, becomes `index.md` with the same titles and links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from facingpages.importing.convert.yamls import MAX_DEPTH, load, rows, text

MIME = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*### ?YamlMime:(?:Landing|Hub|YamlDocument|ContextObject)?", re.I)
_ESCAPED = re.compile(r"([\\`*_\[\]<>#])")


def landing(raw: bytes) -> str | None:
    """The Markdown of a landing page, None where the file is none."""
    data = load(raw) if MIME.match(raw) else None
    if not isinstance(data, dict) or not text(data.get("title")):
        return None
    metadata = data.get("metadata")
    description = text(metadata.get("description")) if isinstance(metadata, dict) else ""
    lines = ["---", f"title: {json.dumps(text(data['title']), ensure_ascii=False)}"]
    lines += [f"description: {json.dumps(description, ensure_ascii=False)}"] if description else []
    lines += ["---", f"# {_escaped(text(data['title']))}", ""]
    lines += [_escaped(text(data["summary"])), ""] if text(data.get("summary")) else []
    for key, value in data.items():
        if key not in ("title", "summary", "metadata", "brand"):
            lines += _part(value, 2)
    return "\n".join(lines).rstrip("\n") + "\n"


def _part(value: Any, level: int) -> Iterator[str]:
    """A section: its title, its summary, its links, and the sections in it."""
    if level > MAX_DEPTH:
        return
    if isinstance(value, list):
        links = [row for row in rows(value) if _address(row)]
        for row in links:
            note = text(row.get("summary") or row.get("description"))
            shown = _escaped(text(row.get("text") or row.get("title")) or _address(row))
            yield f"- [{shown}](<{_address(row)}>)" + (f" – {_escaped(note)}" if note else "")
        if links:
            yield ""
        for row in rows(value):
            if not _address(row):
                yield from _part(row, level)
    elif isinstance(value, dict):
        title, summary = text(value.get("title")), text(value.get("summary") or value.get("description"))
        if title:
            yield from (f"{'#' * min(level, 6)} {_escaped(title)}", "")
        if summary:
            yield from (_escaped(summary), "")
        for each in value.values():
            if isinstance(each, (list, dict)):
                yield from _part(each, level + 1 if title else level)


def _address(row: dict[str, Any]) -> str:
    return re.sub(r"[<>\s]", "", text(row.get("url") or row.get("href")))


def _escaped(words: str) -> str:
    return _ESCAPED.sub(r"\\\1", words)
