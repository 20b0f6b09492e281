"""What a key of the configuration may hold: declared once, for the check of a configuration and for its JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from facingpages.tuples import NamedTuple

Kind = Literal["text", "texts", "flag", "number", "numbers", "table"]
KINDS: Mapping[Kind, str] = {
    "text": "a text", "texts": "a list of texts", "flag": "true or false", "number": "a number from 0 on",
    "numbers": "a list of numbers", "table": "a table",
}  # fmt: skip
SHAPES: Mapping[Kind, Mapping[str, Any]] = {
    "text": {"type": "string"}, "texts": {"type": "array", "items": {"type": "string"}}, "flag": {"type": "boolean"},
    "number": {"type": "number", "minimum": 0}, "numbers": {"type": "array", "items": {"type": "integer"}},
    "table": {"type": "object"},
}  # fmt: skip


class Option(NamedTuple):
    """A key: what it is called, what it holds, what it means, what holds where it is not given.

    `values` are all that a text may be, `pattern` what each text must match. `inside` are the keys of each entry of a
    table whose own keys are free. `right` says what would be right, for who wrote something else.
    """

    name: str
    kind: Kind
    doc: str
    default: Any = None
    values: tuple[str, ...] = ()
    pattern: str = ""
    inside: tuple[Option, ...] = ()
    right: str = ""

    def accepts(self, value: object) -> bool:
        """Whether a value, as TOML gives it, may stand here."""
        if self.kind == "flag":
            return isinstance(value, bool)
        if self.kind == "number":
            return _number(value) and value >= 0  # type: ignore[operator]
        if self.kind == "numbers":
            return isinstance(value, list) and all(_number(item) for item in value)
        if self.kind == "table":
            return isinstance(value, dict)
        texts = [value] if self.kind == "text" else value
        return isinstance(texts, list) and all(isinstance(text, str) and self._fits(text) for text in texts)

    def _fits(self, text: str) -> bool:
        return (not self.values or text in self.values) and re.search(self.pattern, text) is not None

    @property
    def wanted(self) -> str:
        """What would be right, in words."""
        return self.right or KINDS[self.kind]

    def schema(self) -> dict[str, Any]:
        """What it may hold, as JSON Schema."""
        shape: dict[str, Any] = {"description": self.doc, **SHAPES[self.kind]}
        if self.default is not None:
            shape["default"] = self.default
        told = {key: value for key, value in (("enum", list(self.values)), ("pattern", self.pattern)) if value}
        if self.kind == "texts":
            shape["items"] = {**shape["items"], **told}
        else:
            shape |= told
        if self.inside:
            shape["additionalProperties"] = table(self.inside)
        return shape


def table(options: Sequence[Option]) -> dict[str, Any]:
    """The JSON Schema of a table with these keys and no others."""
    properties = {option.name: option.schema() for option in options}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
