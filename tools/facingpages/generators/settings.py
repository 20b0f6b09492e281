"""Settings of generators, read as data: YAML, TOML and JSON parsed, JavaScript and TypeScript only looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from facingpages.datafile import read_toml, read_yaml
from facingpages.late import late

COMMENT = late(r"/\*|(?<![:\"'\w])//[^\n]*")
LONGEST = 2_000  # signs of a text in a script: a quote that is never closed is no text, and is soon known for none
TOKEN = late(rf"([\"'`])((?:\\.|(?!\1)[^\\\n]){{0,{LONGEST}}}+)\1|[{{}}\[\]():,]|[\w$-]+")
READERS: Mapping[str, Callable[[str], object]] = {
    ".json": json.loads,
    ".toml": lambda text: read_toml(text.encode()),
    ".yaml": read_yaml,
    ".yml": read_yaml,
}


def table(text: str, suffix: str) -> dict[str, Any]:
    """The settings in a `.toml`, `.yaml`, `.yml` or `.json` file; empty if it is broken."""
    try:
        found = READERS[suffix](text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def entries(value: object) -> list[dict[str, Any]]:
    """The mappings of a list; empty if it is none."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def uncommented(text: str) -> str:
    """A script without its comments; one that is never closed is none."""
    kept: list[str] = []
    at = end = 0
    last = text.rfind("*/")
    while comment := COMMENT.search(text, end):
        end = comment.end()
        if comment.group() == "/*":
            if end > last:  # nothing is looked for twice
                continue
            end = text.index("*/", end) + 2
        kept.append(text[at : comment.start()])
        at = end
    return "".join((*kept, text[at:]))


def script_text(text: str, key: str) -> str:
    """The text that a script gives a key, `key: 'x'`; empty if it gives none."""
    match = re.search(rf"\b{re.escape(key)}[\"']?\s*[:=]\s*([\"'`])([^\"'`$\n]*)\1", uncommented(text))
    return match.group(2) if match else ""


def script_list(text: str, key: str) -> tuple[str, ...]:
    """The texts in a list that a script gives a key, `key: ['x', 'y']`."""
    match = re.search(rf"\b{re.escape(key)}[\"']?\s*[:=]\s*\[([^\[\]]*)\]", uncommented(text))
    return tuple(found for _, found in re.findall(r"([\"'`])([^\"'`$\n]*)\1", match.group(1))) if match else ()


def script_keys(text: str, key: str) -> dict[str, str]:
    """The keys of an object that a script gives a key, `key: { root: {…}, fr: {…} }`, each with its value's text."""
    text = uncommented(text)
    match = re.search(rf"\b{re.escape(key)}[\"']?\s*[:=]\s*\{{", text)
    if match is None:
        return {}
    found: dict[str, str] = {}
    depth, start, name = 1, match.end(), ""
    for part in TOKEN.finditer(text[match.end() : match.end() + 50_000]):
        token = part.group()
        if token in "{[(":
            depth += 1
        elif token in "}])":
            depth -= 1
            if not depth:
                break
        elif depth == 1 and token == ",":
            name = ""
        elif depth == 1 and not name and token != ":":
            name = part.group(2) if part.group(1) else token
            found[name] = ""
            start = match.end() + part.end()
        if name and depth >= 1:
            found[name] = text[start : match.end() + part.end()]
    return found
