"""The lines of a block: deeper, less deep, without blank ones around them; and the text of a label."""

from __future__ import annotations

from collections.abc import Sequence


def dedent(line: str, by: int) -> str:
    """A line without some of the blanks it begins with."""
    return line[min(by, len(line) - len(line.lstrip(" "))) :]


def deeper(lines: Sequence[str]) -> list[str]:
    """Lines as they stand inside a block."""
    return [f"    {line}" if line else "" for line in lines]


def trimmed(lines: Sequence[str]) -> list[str]:
    """Lines without blank ones before and after them."""
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    last = next((at for at in range(len(lines), first, -1) if lines[at - 1].strip()), first)
    return list(lines[first:last])


def quoted(label: str) -> str:
    """A label as it stands between double quotes."""
    return label.replace('"', "'").strip()
