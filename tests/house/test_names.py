"""Names of the package mean one thing, and a module can be read in one sitting."""

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "tools" / "facingpages"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300  # lines
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc"}


def test_a_class_name_stands_once() -> None:
    found = defaultdict(list)
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_bytes())):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(module.relative_to(PACKAGE).as_posix())
    assert not {name: places for name, places in found.items() if len(places) > 1}


def test_a_module_is_read_in_one_sitting() -> None:
    lengths = {path.relative_to(PACKAGE).as_posix(): len(path.read_bytes().splitlines()) for path in MODULES}
    assert not {name: length for name, length in lengths.items() if length > LONGEST}


def test_a_module_says_what_it_is_about() -> None:
    assert not [path for path in MODULES if SAYS_NOTHING & set(path.relative_to(PACKAGE).with_suffix("").parts)]
