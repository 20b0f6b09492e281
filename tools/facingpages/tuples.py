"""`NamedTuple` as of `typing`, made sooner: that one looks into every annotation, and that of `collections` compiles a
function for each class. Together that is most of the time that a class of a few fields takes, and a run loads a hundred
of them. Here the function of all classes with as many fields is compiled once and given their names.

To whoever reads the code, and to who checks its types, it is that of `typing`. A subclass has annotated fields, with
defaults or without, and whatever else a class has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter as getter
    from functools import cache
    from types import FunctionType

    OWN = frozenset(("__qualname__", "__annotations__", "__annotate_func__", "__classdictcell__"))
    KNOWN = {"made": tuple.__new__, "__builtins__": {}}

    @cache
    def _maker(fields):
        """The code of what makes a tuple of a class of so many fields."""
        names = "".join(f"_{at}, " for at in range(fields))
        return eval(f"lambda _cls, {names}: made(_cls, ({names}))", KNOWN.copy()).__code__

    class _Tuple(tuple):
        """What all of them have in common, as that of `collections` has it."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **given):
            made = self._make(map(given.pop, self._fields, self))
            if given:
                raise TypeError(f"Got unexpected field names: {list(given)!r}")
            return made

        __replace__ = _replace

        def __repr__(self):
            told = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in told)})"

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

    class _Made(type):
        def __new__(cls, name, bases, space):
            if not bases:
                return super().__new__(cls, name, bases, space)
            # Without the future import, Python 3.14 has a function that gives them; 1 asks for what they stand for.
            annotated = space["__annotate_func__"](1) if "__annotate_func__" in space else space["__annotations__"]
            fields = tuple(annotated)
            held = {key: value for key, value in space.items() if key not in OWN}
            defaults = {field: held[field] for field in fields if field in held}
            new = FunctionType(
                _maker(len(fields)).replace(co_varnames=("_cls", *fields), co_name="__new__"), KNOWN, "__new__",
                tuple(defaults.values()),
            )  # fmt: skip
            new.__qualname__ = f"{name}.__new__"
            held |= {field: getter(at, field) for at, field in enumerate(fields)}
            held |= {"__slots__": (), "__new__": new, "__match_args__": fields, "_fields": fields}
            held["_field_defaults"] = defaults
            made = type(name, (_Tuple,), held)
            made.__annotations__ = annotated
            return made

    class NamedTuple(metaclass=_Made):
        """Of this a class is made; see above."""
