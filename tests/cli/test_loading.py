"""Modules are found where their names say, and are those that Python would have found."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import facingpages
from facingpages.loading import NamedFinder

PACKAGE = Path(facingpages.__file__).parent
TELL = """
import json, sys
import facingpages
if not {quick}:
    sys.meta_path[:] = [one for one in sys.meta_path if type(one).__name__ != "NamedFinder"]
import facingpages.commands.check, facingpages.a
told = {{}}
for name, module in list(sys.modules.items()):
    if name.startswith("facingpages."):
        spec = module.__spec__
        told[name] = [
            module.__file__, module.__cached__, module.__package__, list(getattr(module, "__path__", ())), spec.parent,
            spec.origin, spec.has_location, sorted(vars(module)), spec.loader.get_filename(name),
            spec.loader.is_package(name), spec.loader.get_source(name), spec.loader.get_code(name).co_filename,
        ]
quick = [name for name in told if type(sys.modules[name].__spec__.loader).__name__ == "NamedLoader"]
print(json.dumps([told, quick, facingpages.a.SAYS]))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, with compiled code, and a module of its own."""
    found = tmp_path / "facingpages"
    shutil.copytree(PACKAGE, found, ignore=shutil.ignore_patterns("__pycache__"))
    (found / "a.py").write_text("SAYS = 1\n")
    told(found, quick=False)
    return found


def told(package: Path, *, quick: bool) -> tuple[dict[str, Any], list[str], int]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(package.parent)
    code = TELL.format(quick=quick)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    modules, found, says = json.loads(done.stdout)
    return modules, found, says


def test_modules_are_those_that_python_finds(package: Path) -> None:
    modules, quick, _ = told(package, quick=True)
    by_python, none, _ = told(package, quick=False)
    assert modules == by_python
    assert none == []
    assert set(modules) - set(quick) == {"facingpages.loading"} if os.sep == "/" else not quick


def test_a_source_that_was_changed_is_compiled_anew(package: Path) -> None:
    (package / "a.py").write_text("SAYS = 23\n")
    assert told(package, quick=True)[2] == 23
    compiled = next((package / "__pycache__").glob("a.*.pyc"))
    compiled.write_bytes(compiled.read_bytes()[:10])
    assert told(package, quick=True)[2] == 23
    compiled.unlink()
    assert told(package, quick=True)[2] == 23


def test_a_package_that_was_moved_says_where_it_is(package: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    moved = tmp_path / "elsewhere" / "facingpages"
    shutil.copytree(package, moved)  # with its times
    modules, quick, _ = told(moved, quick=True)
    assert quick == []
    assert {one[-1] for one in modules.values()} <= {str(file) for file in moved.rglob("*.py")}


def test_what_is_no_module_of_the_package_is_left_to_python() -> None:
    finder = NamedFinder(b"")
    assert finder.find_spec("json", None) is None
    assert finder.find_spec("facingpages.nothing", [str(PACKAGE)]) is None
    assert finder.find_spec("facingpages.cli", [str(PACKAGE), str(PACKAGE)]) is None
