"""YAML, TOML and JSON of a stranger's tree: read as data, bounded in depth and size, whatever reads them.

libyaml composes nested collections by recursion in C, which a deep file would bring the process down with; `tomllib`
needs memory that grows with the square of a dotted key. So YAML is composed here of its events, without recursion, and
both have a depth that no real file reaches.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_DEPTH = 100
MAX_NODES = 200_000
# Parts of a key, each with the dot behind it if there is one. What is not closed is one, too: nothing is read twice.
_PARTS = re.compile(r"(?:[\w-]++|\"(?:[^\"\\\n]|\\.)*+\"?|'[^'\n]*+'?)[ \t]*+(\.?)[ \t]*+|[^\w\"'-]++")


class DeepError(ValueError):
    """A file is nested deeper than `MAX_DEPTH`, or holds more than `MAX_NODES` values."""


def compose_yaml(text: str) -> yaml.Node | None:
    """The node graph of a YAML document, its tags not obeyed; None where it is empty.

    Aliases are the very nodes they stand for, so that the graph may hold circles. Raises yaml.YAMLError and DeepError.
    """
    loader = Loader(text)
    try:
        return _composed(loader)
    finally:
        loader.dispose()


def _error(problem: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(None, None, problem, event.start_mark)


def _composed(loader: Any) -> yaml.Node | None:
    anchors: dict[str, yaml.Node] = {}
    open_nodes: list[yaml.CollectionNode] = []
    keys: list[yaml.Node | None] = []  # of each open mapping the key that waits for its value
    root: yaml.Node | None = None
    count = 0
    while True:
        event = loader.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            return root
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _error("there is a second document", event)
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            open_nodes.pop().end_mark = event.end_mark
            keys.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        count += 1
        node = _anchored(loader, event, anchors)
        if not open_nodes:
            root = node
        elif isinstance(open_nodes[-1], yaml.SequenceNode):
            open_nodes[-1].value.append(node)
        elif keys[-1] is None:
            keys[-1] = node
        else:
            open_nodes[-1].value.append((keys[-1], node))
            keys[-1] = None
        if isinstance(event, yaml.CollectionStartEvent):
            open_nodes.append(node)
            keys.append(None)
        if len(open_nodes) > MAX_DEPTH:
            raise DeepError(f"nested deeper than {MAX_DEPTH} levels")
        if count > MAX_NODES:
            raise DeepError(f"more than {MAX_NODES} values")


def _anchored(loader: Any, event: Any, anchors: dict[str, yaml.Node]) -> Any:
    """The node that an event begins, or the one it is an alias of."""
    if isinstance(event, yaml.AliasEvent):
        if event.anchor not in anchors:
            raise _error(f"found undefined alias {event.anchor!r}", event)
        return anchors[event.anchor]
    node = _node(loader, event)
    if event.anchor is not None:
        anchors[event.anchor] = node
    return node


def _node(loader: Any, event: Any) -> Any:
    kind = {
        yaml.ScalarEvent: yaml.ScalarNode, yaml.SequenceStartEvent: yaml.SequenceNode,
        yaml.MappingStartEvent: yaml.MappingNode,
    }[type(event)]  # fmt: skip
    scalar = kind is yaml.ScalarNode
    tag = event.tag
    if tag is None or tag == "!":
        tag = loader.resolve(kind, event.value if scalar else None, event.implicit)
    if scalar:
        return kind(tag, event.value, event.start_mark, event.end_mark, style=event.style)
    return kind(tag, [], event.start_mark, event.end_mark, flow_style=event.flow_style)


class Tagged(NamedTuple):
    """A YAML node with a tag of its own (`!ENV`, `!!python/name:…`): the tag and its value, not obeyed."""

    tag: str
    value: Any


def read_yaml(text: str) -> Any:
    """What YAML holds as dicts, lists, texts and None, `<<` merged; what has a tag of its own is `Tagged`.

    Scalars are not interpreted, so 1.10 stays "1.10". Aliases repeat nodes by very many ways, even in themselves:
    beyond `MAX_NODES` values and `MAX_DEPTH` levels there is None. Raises ValueError, which says what is wrong with it.
    """
    try:
        node = compose_yaml(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    return _plain(node, iter(range(MAX_NODES)), 0)


def _plain(node: yaml.Node | None, budget: Iterator[int], depth: int) -> Any:
    if node is None or next(budget, None) is None or depth > MAX_DEPTH:
        return None
    value: Any
    if isinstance(node, yaml.MappingNode):
        value = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if key.tag == "tag:yaml.org,2002:merge" or key.value == "<<":
                inherited = _plain(item, budget, depth + 1)
                value = {**inherited, **value} if isinstance(inherited, dict) else value
            else:
                value[key.value] = _plain(item, budget, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        value = [_plain(item, budget, depth + 1) for item in node.value]
    else:
        value = None if node.tag == "tag:yaml.org,2002:null" else node.value
    if node.tag.startswith("!") or node.tag.startswith("tag:yaml.org,2002:python/"):
        return Tagged(node.tag, value)
    return value


def read_toml(content: bytes) -> dict[str, Any]:
    """The table that TOML holds. Raises ValueError, which says what is wrong with it."""
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    if text.count(".") > MAX_DEPTH and _is_dotted(text):
        raise DeepError(f"a key has more than {MAX_DEPTH} parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise DeepError("nested too deeply") from None


def read_json(content: bytes) -> Any:
    """What JSON holds. Raises ValueError, which says what is wrong with it."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except RecursionError:
        raise DeepError("nested too deeply") from None


def _is_dotted(text: str) -> bool:
    """Whether a key may have more parts than `MAX_DEPTH`."""
    parts = 0
    for match in _PARTS.finditer(text):
        parts = parts + 1 if match.group(1) else 0
        if parts >= MAX_DEPTH:
            return True
    return False
