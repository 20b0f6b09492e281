"""YAML of a stranger's tree: composed here of its events, without recursion; see `datafile`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from facingpages.datafile import MAX_DEPTH, MAX_NODES, DeepError, Tagged

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


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
