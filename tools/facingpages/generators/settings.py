"""Settings of generators, read as data: YAML, TOML and JSON parsed, JavaScript and TypeScript only looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from facingpages.datafile import compose_yaml, read_toml

COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'\w])//[^\n]*", re.S)
MAX_NODES, MAX_DEPTH = 20_000, 50


def plain_yaml(text: str) -> dict[str, Any]:
    """A YAML mapping as dicts, lists and texts; tags such as `!!python/name` are not obeyed. Empty if it is broken."""
    try:
        node = compose_yaml(text)
    except (yaml.YAMLError, ValueError):
        return {}
    found = _plain(node, iter(range(MAX_NODES)), 0)
    return found if isinstance(found, dict) else {}


def _plain(node: yaml.Node | None, budget: Iterator[int], depth: int) -> object:
    if next(budget, None) is None or depth > MAX_DEPTH:  # aliases lead to a node by very many ways, even to itself
        return None
    if isinstance(node, yaml.MappingNode):
        scalars = [(key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
        return {name: _plain(value, budget, depth + 1) for name, value in scalars}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value, budget, depth + 1) for value in node.value]
    return node.value if isinstance(node, yaml.ScalarNode) else None


def table(text: str, suffix: str) -> dict[str, Any]:
    """The settings in a `.toml`, `.yaml`, `.yml` or `.json` file; empty if it is broken."""
    if suffix in (".yaml", ".yml"):
        return plain_yaml(text)
    try:
        found = read_toml(text.encode()) if suffix == ".toml" else json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def entries(value: object) -> list[dict[str, Any]]:
    """The mappings of a list; empty if it is none."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def script_text(text: str, key: str) -> str:
    """The text that a script gives a key, `key: 'x'`; empty if it gives none."""
    match = re.search(rf"\b{re.escape(key)}[\"']?\s*[:=]\s*([\"'`])([^\"'`$\n]*)\1", COMMENT.sub("", text))
    return match.group(2) if match else ""


def script_list(text: str, key: str) -> tuple[str, ...]:
    """The texts in a list that a script gives a key, `key: ['x', 'y']`."""
    match = re.search(rf"\b{re.escape(key)}[\"']?\s*[:=]\s*\[([^\[\]]*)\]", COMMENT.sub("", text))
    return tuple(found for _, found in re.findall(r"([\"'`])([^\"'`$\n]*)\1", match.group(1))) if match else ()


def script_keys(text: str, key: str) -> dict[str, str]:
    """The keys of an object that a script gives a key, `key: { root: {…}, fr: {…} }`, each with its value's text."""
    text = COMMENT.sub("", text)
    match = re.search(rf"\b{re.escape(key)}[\"']?\s*[:=]\s*\{{", text)
    if match is None:
        return {}
    found: dict[str, str] = {}
    depth, start, name = 1, match.end(), ""
    for part in re.finditer(
        r"([\"'`])((?:\\.|(?!\1).)*)\1|[{}\[\]():,]|[\w$-]+", text[match.end() : match.end() + 50_000]
    ):
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
