"""Wildcards matched in time that grows with the text, however many there are and however they meet.

A regular expression tries the wildcards of a pattern one inside the other: thirty of them, and a path that nearly fits
takes years. Here it is first told for every place of the text, from the last part of the pattern to the first, whether
the rest can still fit from there; then one walk through the parts takes what it prefers and never has to turn back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from facingpages.tuples import NamedTuple

Ends = Callable[[str, int], Iterable[int]]


class Run(NamedTuple):
    """Any characters, as few as can be if `least`: `crosses` slashes or not; all of them up to and with a slash."""

    crosses: bool = False
    least: bool = False
    some: bool = False  # at least one
    slash: bool = False  # nothing, or something that ends in a slash


class Choice(NamedTuple):
    """What may end at places that a function gives for a text and a beginning, the best first."""

    ends: Ends


Part = str | Run | Choice


def match(parts: Sequence[Part], text: str) -> list[tuple[int, int]] | None:
    """Where each part of a pattern lies in a text that it fits as a whole; None if it does not."""
    fits = _table(parts, text)
    if not fits[0][0]:
        return None
    at, found = 0, []
    for part, rest in zip(parts, fits[1:], strict=True):
        end = next(end for end in _ends(part, text, at) if rest[end])
        found.append((at, end))
        at = end
    return found


def _table(parts: Sequence[Part], text: str) -> list[bytearray]:
    """For each part, and for what is behind the last, whether it and all after it can fit from each place on."""
    size = len(text)
    rest = bytearray(size + 1)
    rest[size] = 1
    table = [rest]
    for part in reversed(parts):
        here = bytearray(size + 1)
        if isinstance(part, Run):
            _run(part, text, rest, here)
        elif isinstance(part, str):
            at = text.find(part)
            while at >= 0:
                here[at] = rest[at + len(part)]
                at = text.find(part, at + 1)
        else:
            for at in range(size + 1):
                here[at] = any(rest[end] for end in part.ends(text, at))
        rest = here
        table.append(here)
    return table[::-1]


def _run(part: Run, text: str, rest: bytearray, here: bytearray) -> None:
    """Fill in from where characters can be passed over to a place that fits."""
    good = False  # whether a place further on fits that can be reached from here
    for at in range(len(text), -1, -1):
        if at < len(text):
            if text[at] == "/" and not part.crosses:
                good = False
            elif rest[at + 1] and (not part.slash or text[at] == "/"):
                good = True
        here[at] = good or (not part.some and rest[at])


def _ends(part: Part, text: str, at: int) -> Iterable[int]:
    """Where a part that begins at a place may end, the best first."""
    if isinstance(part, str):
        return (at + len(part),)
    if isinstance(part, Choice):
        return part.ends(text, at)
    stop = len(text)
    if not part.crosses:
        slash = text.find("/", at)
        stop = slash if slash >= 0 else stop
    ends: Iterable[int] = range(at + part.some, stop + 1) if part.least else range(stop, at + part.some - 1, -1)
    return (end for end in ends if end == at or text[end - 1] == "/") if part.slash else ends
