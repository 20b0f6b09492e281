"""How the modules of this package are found: where their names say, without looking around.

Python asks each of the folders that it knows for each of the kinds of files that a module may be, and what it does for
that is written in Python: with some 250 modules a check of one page spends a twentieth of its time there. Here one file
is opened, that with the module's compiled code, and is taken if it was made of the source as it stands: by the same
marks as Python does. Whatever is otherwise - no such file, another kind of marks, a folder of its own for compiled
code - is left to Python, which finds, compiles and writes as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from io import open_code
from types import CodeType, ModuleType

PACKAGE = f"{__package__}."
TAG = sys.implementation.cache_tag
ENDS = f".{TAG}.pyc"
HEAD = 16  # bytes: a number of the Python, what the marks are, the time of the source and its length
BY_TIME = bytes(4)  # the marks are the source's time and length
LOW = 0xFFFFFFFF


class NamedLoader(SourceFileLoader):
    """A loader that has the code of its module already, once."""

    code: CodeType | None = None

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module."""
        code, self.code = self.code, None
        return code if code is not None else super().get_code(fullname)


class NamedFinder:
    """Finds a module of this package of which there is compiled code."""

    def __init__(self, number: bytes) -> None:  # of the Python that runs
        self.begins = number + BY_TIME
        self.moved = False  # whether the code was compiled elsewhere, and has names of files that are wrong here

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None,  # noqa: ARG002 - as is asked
    ) -> ModuleSpec | None:  # fmt: skip
        """Where a module lies; None where someone else may know."""
        if self.moved or path is None or not fullname.startswith(PACKAGE) or len(path) != 1:
            return None
        folder, name = path[0], fullname[fullname.rfind(".") + 1 :]
        return self._found(fullname, f"{folder}/{name}.py", f"{folder}/__pycache__/{name}{ENDS}", None) or self._found(
            fullname, f"{folder}/{name}/__init__.py", f"{folder}/{name}/__pycache__/__init__{ENDS}", f"{folder}/{name}"
        )

    def _found(self, fullname: str, file: str, compiled: str, folder: str | None) -> ModuleSpec | None:
        try:
            with open_code(compiled) as opened:
                content = opened.read()
            about = os.stat(file)  # noqa: PTH116 - at the start of every run
        except OSError:
            return None
        made_of = (int(about.st_mtime) & LOW).to_bytes(4, "little") + (about.st_size & LOW).to_bytes(4, "little")
        if content[:HEAD] != self.begins + made_of:
            return None
        try:
            code = marshal.loads(memoryview(content)[HEAD:])
        except (EOFError, ValueError, TypeError):  # Python tells what is wrong
            return None
        if not isinstance(code, CodeType) or code.co_filename != file:
            self.moved = True
            return None
        loader = NamedLoader(fullname, file)
        loader.code = code
        spec = ModuleSpec(fullname, loader, origin=file, is_package=folder is not None)
        spec.has_location = True
        spec.cached = compiled
        if folder is not None:
            spec.submodule_search_locations = [folder]
        return spec


def begin() -> None:
    """Find the modules of this package so from now on, where Python keeps compiled code beside its source."""
    if TAG is None or os.sep != "/" or sys.pycache_prefix is not None or sys.flags.optimize:
        return
    from importlib.util import MAGIC_NUMBER

    sys.meta_path.insert(0, NamedFinder(MAGIC_NUMBER))
