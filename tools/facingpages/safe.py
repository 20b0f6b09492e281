"""Text of strangers made harmless: nothing in it steers a terminal, a log or the reading direction of a report."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from facingpages.late import late

# What steers a terminal or hides in a text: controls, marks and overrides of direction, zero-width characters, tags.
_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
PIECE = 1 << 13  # letters of a text, up to the next end of a line, that are looked at together
UNSAFE = late(f"[\t\n{_UNSAFE}]")
_OR_COLOURS = late(f"[\t{_UNSAFE}](?:(?<=\x1b)\\[[0-9;]*m)?")  # begins with a set, which is looked for quickly
# Logs of CI services obey lines of what is printed: GitHub (`::error::` begins a line, `##[error]` stands anywhere),
# Azure Pipelines (`##vso[...]`), TeamCity (`##teamcity[...]`).
_COMMAND = late(r"::|#(?=#\w*\[)")
_OBEYED = late(r"(?:^|[\r\n])[^\S\r\n]*::\w[\w-]*(?:[ \t][^\r\n]*)?::|##\w*\[")


def safe(text: str) -> str:
    """A text on one line that can't steer anything: line ends, controls and overrides of direction become escapes."""
    return UNSAFE.sub(_escape, text)


def safe_lines(text: str, *, commands: bool = False) -> str:
    """A whole report, the last door before it is written: line ends and colours stay, all else is as `safe` has it.

    No line is a command to the log of a CI service, unless commands are what the report is made of.
    """
    if type(text) is not Clean:
        text = _cleaned(text, _OR_COLOURS, lambda match: match.group() if len(match.group()) > 1 else _escape(match))
    return text if commands or not ("::" in text or "##" in text) else _COMMAND.sub(_uncommand, text)


def _cleaned(text: str, pattern: re.Pattern[str], harmless: Callable[[re.Match[str]], str]) -> str:
    """A text of many lines with what a pattern finds on one of them made harmless.

    What it finds can't be printed, as Python has it, and that is told in a third of the time: only the pieces that hold
    such a sign are looked at.
    """
    if len(text) <= PIECE:
        return text if text.replace("\n", "").isprintable() else pattern.sub(harmless, text)
    pieces: list[str] = []
    at = 0
    while at < len(text):
        end = text.find("\n", at + PIECE) + 1 or len(text)
        piece = text[at:end]
        pieces.append(piece if piece.replace("\n", "").isprintable() else pattern.sub(harmless, piece))
        at = end
    return "".join(pieces)


def steers_log(text: str) -> bool:
    """Whether a line of a text is a command to the log of a CI service, which is for texts that can't be escaped."""
    return _OBEYED.search(text) is not None


class Clean(str):
    """A report that is harmless as a whole. What is made of it or put behind it is no such text any more."""


class Written(str):
    """JSON already, laid out where it is to stand."""


def to_json(data: Any, indent: int | None = 1) -> str:
    """Data as JSON. What `safe` escapes is escaped here, too, in JSON's own way, so that it reads the same."""
    text = _laid_out(data, "\n") if indent == 1 else json.dumps(data, ensure_ascii=False, indent=indent)
    return _cleaned(text, UNSAFE_IN_JSON, _utf16)


def _laid_out(value: Any, line: str) -> str:
    """What `json.dumps` makes of data with an indent of one, in a fifth of the time; `line` begins a line."""
    if type(value) is Written:
        return value
    if isinstance(value, str):
        return encode_basestring(value)
    if type(value) is int:
        return str(value)
    inner = line + " "
    if isinstance(value, dict) and value:
        entries = [
            f"{_key(key)}: "
            f"{encode_basestring(one) if type(one) is str else one if type(one) is int else _laid_out(one, inner)}"
            for key, one in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(entries)}{line}}}"
    if isinstance(value, (list, tuple)) and value:
        return f"[{inner}{f',{inner}'.join([_laid_out(one, inner) for one in value])}{line}]"
    return json.dumps(value)


@lru_cache(maxsize=256, typed=True)
def _key(key: Any) -> str:
    """A key as JSON has it: there are few, many times."""
    return encode_basestring(key if isinstance(key, str) else json.dumps(key))


UNSAFE_IN_JSON = late(f"[{_UNSAFE}]")  # line ends and tabs that stand there are JSON's own


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return " " if code == 9 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _uncommand(match: re.Match[str]) -> str:
    if match.group() == "#":
        return "\\u0023"
    text, at = match.string, match.start()
    while at and text[at - 1] != "\n" and text[at - 1].isspace():
        at -= 1
    return "\\u003a:" if not at or text[at - 1] == "\n" else "::"  # a command begins its line


def _utf16(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]
