"""What stands behind a callout's marker on its line, and keeps it from being a callout or from having a title."""

from __future__ import annotations

from facingpages.document import Container
from facingpages.late import late
from facingpages.rules.base import Range
from facingpages.rules.marker_kinds import machine_values

LINE = late(rb"[> \t]*(\[![^\]\n]+\])(?:[ \t]*[^\s+-]|[ \t]+[+-][ \t]+\S)")
DIVISION = late(rb"[> \t]*\[!((?i:div)\b[^\]\n]*)\]")
TITLED = late(rb":::+[ \t]*[\w-]+\[[^\]\r\n]*\]")
APART = late(rb":::+[ \t]*[\w-]+[ \t]+\[[^\n]*")
# One bracket of two, or round ones. Those of full width are read as letters of the type.
UNPAIRED = late(rb":::+[ \t]*[\w-]+(?:\[[^\]\r\n]*(?=[\r\n]|\Z)|\([^\r\n]*)")
BRACES = late(rb":{3,}[ \t]*[\w-]+(?:\[[^\]\n]*\])?(\{[^{}\n]*\})")


def settings(raw: bytes, box: Container) -> str:
    """What a program reads on a box's line: the brackets of a division of Learn, `div class="alert"`, and of a container
    its type with what stands in braces behind it."""
    inside = DIVISION.match(raw, box.start)
    if inside is not None:
        return " ".join(inside.group(1).decode("utf-8", "replace").split())
    braces = BRACES.match(raw, box.start)
    return f"{box.name} {machine_values(braces.group(1))}".strip() if braces is not None else box.name


def spoiled(source: bytes, one: Container, target: bytes, two: Container) -> tuple[str, Range, str] | None:
    """What is wrong on the line of a callout whose type is the source's: the message, where, and what of it is named."""
    behind = LINE.match(target, two.start)
    if behind is not None and LINE.match(source, one.start) is None:
        return "line", behind.span(), behind.group(1).decode("utf-8", "replace")
    if TITLED.match(source, one.start) is None:
        return None
    if unpaired := UNPAIRED.match(target, two.start):
        return "bracket", unpaired.span(), two.name
    apart = APART.match(target, two.start)
    return ("title", apart.span(), two.name) if apart is not None else None
