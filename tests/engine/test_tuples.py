"""A `NamedTuple` that is made sooner is one all the same, whatever the Python."""

from __future__ import annotations

import pickle
from collections import namedtuple
from copy import copy
from inspect import signature

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
    with pytest.raises(TypeError, match=r"^Point\.__new__\(\) got an unexpected keyword argument 'y'$"):
        Point(1, y=1)  # type: ignore[call-arg]


def test_it_does_what_one_of_collections_does() -> None:
    made = namedtuple("Point", ["x", "name"], defaults=["here"])  # type: ignore[misc]
    ours, theirs = Point(1, "there"), made(1, "there")
    assert repr(ours) == repr(theirs) == "Point(x=1, name='there')"
    assert ours._asdict() == theirs._asdict()
    assert Point._make(iter([4, "off"])) == made._make(iter([4, "off"]))
    assert Point.__match_args__ == made.__match_args__
    assert signature(Point).parameters.keys() == signature(made).parameters.keys()
    assert copy(ours) == ours
    assert isinstance(copy(ours), Point)
    assert not hasattr(ours, "__dict__")
    for one in (Point, made):
        with pytest.raises(TypeError):
            one._make([1])
        with pytest.raises((TypeError, ValueError)):
            one(1)._replace(y=2)
        with pytest.raises(AttributeError):
            one(1).x = 2


@pytest.mark.parametrize("key", ["__annotations__", "__annotate_func__"])
def test_annotations_are_had_as_each_python_has_them(key: str) -> None:
    fields = {"x": int, "name": str}
    space = {"__module__": __name__, key: fields if key == "__annotations__" else {1: fields}.__getitem__}
    made = type(NamedTuple)("Made", (NamedTuple,), space | {"name": "here"})
    assert made(1) == (1, "here")  # type: ignore[operator]
    assert made.__annotations__ == fields
