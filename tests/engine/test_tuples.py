"""A `NamedTuple` that is made sooner is one all the same, whatever the Python."""

from __future__ import annotations

import pickle

import pytest

from facingpages.tuples import NamedTuple


class Point(NamedTuple):
    """A place."""

    x: int
    name: str = "here"

    @property
    def twice(self) -> int:
        return 2 * self.x


def test_fields_defaults_and_what_else_a_class_has() -> None:
    assert Point(1) == (1, "here") == Point(x=1, name="here")
    assert (Point._fields, Point._field_defaults) == (("x", "name"), {"name": "here"})
    assert (Point(2).twice, Point.__doc__, Point.__qualname__) == (4, "A place.", "Point")
    assert pickle.loads(pickle.dumps(Point(3)._replace(name="there"))) == Point(3, "there")
    with pytest.raises(TypeError):
        Point(y=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("key", ["__annotations__", "__annotate_func__"])
def test_annotations_are_had_as_each_python_has_them(key: str) -> None:
    fields = {"x": int, "name": str}
    space = {"__module__": __name__, key: fields if key == "__annotations__" else {1: fields}.__getitem__}
    made = type(NamedTuple)("Made", (NamedTuple,), space | {"name": "here"})
    assert made(1) == (1, "here")  # type: ignore[operator]
    assert made.__annotations__ == fields
