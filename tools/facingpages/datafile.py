"""YAML, TOML and JSON of a stranger's tree: read as data, bounded in depth and size, whatever reads them.

libyaml composes nested collections by recursion in C, which a deep file would bring the process down with; `tomllib`
needs memory that grows with the square of a dotted key. So YAML is composed here of its events, without recursion, and
both have a depth that no real file reaches.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any

from facingpages.hashing import blake2b
from facingpages.late import late
from facingpages.program import SIZE, program
from facingpages.store import Store, Stored
from facingpages.tuples import NamedTuple

_store: ContextVar[Store | None] = ContextVar("store", default=None)  # where YAML and TOML are
MAX_DEPTH = 100
MAX_NODES = 200_000
# Parts of a key, each with the dot behind it if there is one. What is not closed is one, too: nothing is read twice.
_PARTS = late(r"(?:[\w-]++|\"(?:[^\"\\\n]|\\.)*+\"?|'[^'\n]*+'?)[ \t]*+(\.?)[ \t]*+|[^\w\"'-]++")


class DeepError(ValueError):
    """A file is nested deeper than `MAX_DEPTH`, or holds more than `MAX_NODES` values."""


class Tagged(NamedTuple):
    """A YAML node with a tag of its own (`!ENV`, `!!python/name:…`): the tag and its value, not obeyed."""

    tag: str
    value: Any


def read_yaml(text: str) -> Any:
    """What YAML holds, as `facingpages.yamlfile` has it. Raises ValueError, which says what is wrong with it."""
    return _remembered(b"yaml", text, _read_yaml)


def _remembered(kind: bytes, text: str, read: Callable[[str], Any]) -> Any:
    """What a text holds, as it was read once, where that is remembered. Raises what reading it does."""
    store = _store.get()
    if store is None:
        return read(text)
    base = kind + program()
    key = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()
    known = store.get(key, base)
    if known is not None:
        try:
            return _loaded(known)
        except (TypeError, ValueError):
            pass
    found = read(text)
    with suppress(TypeError, ValueError):  # a date, which JSON does not know
        store.put([Stored.of(key, base, _dumped(found))])
    return found


def _read_yaml(text: str) -> Any:
    from facingpages import yamlfile  # PyYAML is loaded by who has such a file: most runs need it for none

    return yamlfile.read_yaml(text)


@contextmanager
def remembering(store: Store) -> Iterator[None]:
    """What YAML and TOML hold that is read here is remembered: to load PyYAML and read settings with it takes as long
    as half of a page's check."""
    before = _store.set(store)
    try:
        yield
    finally:
        _store.reset(before)


def remembers() -> Store | None:
    """Where what is read now is remembered."""
    return _store.get()


def _dumped(value: Any) -> Any:
    """What YAML or TOML holds, as JSON can: each list and what is tagged as a list that begins with what it is."""
    if isinstance(value, Tagged):
        return ["tagged", value.tag, _dumped(value.value)]
    if isinstance(value, dict):
        return {key: _dumped(one) for key, one in value.items()}
    return ["list", *map(_dumped, value)] if isinstance(value, list) else value


def _loaded(value: Any) -> Any:
    """The same again. Raises TypeError or ValueError for what is none."""
    if isinstance(value, dict):
        return {key: _loaded(one) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    what, *inside = value
    if what == "tagged":
        tag, tagged = inside
        return Tagged(tag, _loaded(tagged))
    if what != "list":
        raise ValueError("no YAML")
    return [_loaded(one) for one in inside]


def read_toml(content: bytes) -> dict[str, Any]:
    """The table that TOML holds. Raises ValueError, which says what is wrong with it."""
    found: dict[str, Any] = _remembered(b"toml", content.decode("utf-8-sig").replace("\r\n", "\n"), _read_toml)
    return found


def _read_toml(text: str) -> dict[str, Any]:
    import tomllib  # which loads `datetime`: most runs have read the same before

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
