"""The small changes that are tried: where they are made and what they make of the code."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from parso.tree import NodeOrLeaf

PACKAGE = Path("tools") / "facingpages"
ROOMS = ("rules", "align", "read")
# Data: what is said of a rule, and its examples, which are tests themselves.
DATA = PACKAGE / "rules" / "docs"
# Kinds of changes that no test of what the code does can notice.
ANNOTATIONS = "core/ReplaceBinaryOperator_BitOr_"  # nearly all of these stand in annotations, which are not evaluated
LEFT_OUT = {
    "core/ReplaceComparisonOperator_Eq_Is": "the same for enums, small numbers and interned strings; ruff (F632) tells",
    "core/ReplaceComparisonOperator_NotEq_IsNot": "as above",
    "core/ReplaceComparisonOperator_Is_Eq": "the same for None and enums; ruff (E711) tells",
    "core/ReplaceComparisonOperator_IsNot_NotEq": "as above",
}
# Lines on which no change can be noticed by what comes out.
UNSEEN = {
    "@dataclass(": "`frozen` and `slots` keep the writer of code from mistakes, and memory small",
    "@cache": "remembers what would come out the same",
    "@lru_cache": "as above, and how much it remembers",
    "TYPE_CHECKING": "imports for annotations",
    "from __future__": "nothing to change",
}
NEVER = {"name", "string", "newline", "fstring_start", "fstring_string", "fstring_end"}  # leaves that are not changed
POINTS = set("()[]{},:.=")  # as little


@dataclass(frozen=True)
class Change:
    """One change: the `occurrence`-th place of a module where `operator` has something to do; its first `line`."""

    path: Path
    operator: str
    occurrence: int
    line: int

    def made(self, text: str) -> str:
        """The module's text with this change."""
        changed: str | None = mutate_code(text, get_operator(self.operator)(), self.occurrence)
        assert changed is not None, self
        return changed

    def difference(self, text: str) -> str:
        """What it makes of the module's text, for a reader."""
        lines = (text.splitlines(keepends=True), self.made(text).splitlines(keepends=True))
        return "".join(difflib.unified_diff(*lines, self.path.as_posix(), self.operator, n=3))


def changes(root: Path) -> Iterator[Change]:
    """All changes there are of the rooms of a tree."""
    operators = {
        name: get_operator(name)()
        for name in operator_names()
        if not get_operator(name).arguments() and not name.startswith(ANNOTATIONS) and name not in LEFT_OUT
    }
    for path in modules(root):
        nodes = [node for node in ast_nodes(get_ast_from_path(path)) if _may_change(node)]
        lines = path.read_text("utf-8").splitlines()
        for name, operator in operators.items():
            places = (start[0] for node in nodes for start, _ in operator.mutation_positions(node))
            for occurrence, line in enumerate(places):
                if not any(words in lines[line - 1] for words in UNSEEN):
                    yield Change(path.relative_to(root), name, occurrence, line)


def _may_change(node: NodeOrLeaf) -> bool:
    return node.type not in NEVER and getattr(node, "value", "") not in POINTS


def modules(root: Path) -> list[Path]:
    """The modules of the rooms, but those of data."""
    found = (path for room in ROOMS for path in sorted((root / PACKAGE / room).rglob("*.py")))
    return [path for path in found if not path.is_relative_to(root / DATA)]
