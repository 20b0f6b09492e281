"""Learn's YAML files, read as data and never as more than that."""

from __future__ import annotations

from typing import Any

from facingpages.datafile import read_yaml

MAX_BYTES = 2_000_000
MAX_DEPTH = 40


def load(raw: bytes) -> Any:
    """The data of a YAML file; None where it is none, or deeper or longer than any of Learn's."""
    if len(raw) > MAX_BYTES:
        return None
    try:
        return read_yaml(raw.decode("utf-8-sig"))
    except ValueError:
        return None


def text(value: Any) -> str:
    """A value as one line of text; empty where it is none."""
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""


def rows(value: Any) -> list[dict[str, Any]]:
    """The mappings of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
