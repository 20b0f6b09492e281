"""Redirections: `.openpublishing.redirection.json` as `_redirects`, which many hosts of static pages read."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Sequence
from typing import Any

from facingpages.importing.convert.links import LEARN, Places
from facingpages.importing.convert.yamls import rows, text

_PLAIN = re.compile(r"[^\s\x00-\x1f]+")


def redirects(
    raw: bytes, root: str, locales: Sequence[str], places: Places, say: Callable[[str, str], None]
) -> list[str]:
    """The lines of `_redirects`, one for each language. `root`: the folder of the repository that names count from."""
    try:
        data: Any = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        say(".openpublishing.redirection.json", "nothing, for it is no JSON")
        return []
    lines: dict[str, str] = {}
    for row in rows(data.get("redirections") if isinstance(data, dict) else None):
        old = text(row.get("source_path") or row.get("source_path_from_root")).lstrip("/")
        new = text(row.get("redirect_url"))
        if root and not old.startswith(f"{root}/"):
            continue
        old = old[len(root) + 1 :] if root else old
        stem = re.sub(r"(?:^|(?<=/))index$", "", posixpath.splitext(old)[0])
        where = _where(new, old, places)
        if not stem or not _PLAIN.fullmatch(stem) or where is None or not _PLAIN.fullmatch(where):
            say(f"the redirection of {old or '(nothing)'} to {new}", "left out")
            continue
        for locale in locales:
            lead = "" if locale == places.source else f"/{locale}"
            there = where if re.match(r"https?:", where) else f"{lead}/{where}"
            lines.setdefault(f"{lead}/{stem}/", there)
    return [f"{old} {new} 301" for old, new in lines.items() if old != new]


def _where(url: str, old: str, places: Places) -> str | None:
    """An address that a redirection leads to: of this site without leading slash, or of another."""
    if re.match(r"https?://", url):
        return url
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", url).groups()  # type: ignore[union-attr]
    if path.startswith("/"):
        if not places.base or not path.lower().startswith(f"{places.base}/"):
            return f"{LEARN}{url}" if re.match(r"/[\w-]", url) else None
        inside = path[len(places.base) + 1 :]
    else:
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(old), path))
    inside = re.sub(r"\.(?:md|yml)$", "", inside).strip("/")
    if inside.startswith("..") or not inside:
        return None
    if places.has(f"{inside}.md", places.source):
        return f"{inside}/{mark}{rest}"
    if places.has(f"{inside}/index.md", places.source):
        return f"{inside}/{mark}{rest}"
    return f"{LEARN}{places.base}/{inside}{mark}{rest}" if places.base else None
