"""`NamedTuple` as of `typing`, made sooner: that one looks into every annotation, which takes most of the time that a
class of a few fields takes, and a run loads a hundred of them.

To whoever reads the code, and to who checks its types, it is that of `typing`. A subclass has annotated fields, with
defaults or without, and whatever else a class has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple

    OWN = frozenset(("__module__", "__qualname__", "__annotations__", "__annotate_func__", "__classdictcell__"))

    class _Made(type):
        def __new__(cls, name, bases, space):
            if not bases:
                return super().__new__(cls, name, bases, space)
            # Without the future import, Python 3.14 has a function that gives them; 1 asks for what they stand for.
            fields = space["__annotate_func__"](1) if "__annotate_func__" in space else space["__annotations__"]
            defaults = [space[field] for field in fields if field in space]
            made = namedtuple(name, fields, defaults=defaults, module=space["__module__"])
            made.__annotations__ = fields
            for key, value in space.items():
                if key not in OWN and key not in fields:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Made):
        """Of this a class is made; see above."""
