"""Which messages there are: the texts that the code hands to findings, faults and reports. No marks are needed in it.

A message is looked for where one belongs: an argument of a call, a variable of a well-known name, a returned text. What
stands there and can't be resolved to texts is a mistake, so that no message is missed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from facingpages.finding import Severity
from facingpages.report.text import HEADS, LEFT_OUT, LEVELS
from facingpages.status import HEADS as STATUS_HEADS

PACKAGE = Path(__file__).parents[2] / "tools" / "facingpages"
LOCALES = ("bg", "lv", "ro", "sl", "sv")
# Calls that take a message: the place of it among the arguments, or the name of its keyword.
CALLS = {
    "pair.finding": (1, "note"), "fact.finding": (1, ""), "page_finding": (2, ""),
    "Finding": (4, "message"), "Fault": (3, "message"),
    "Related": (1, "message"), "related_at": (2, "note"), "Problem": (3, "message"), "Listed": (2, "error"),
    "say": (0, ""), "rules/number.py:_report": (3, ""), "parse/frontmatter.py:_fault": (3, ""),
}  # fmt: skip
# What may stand there without being a text: it was handed on from where the text is.
HANDED_ON = re.compile(r"\w+\.(message|error|severity\.value)|\w+\['message'\]|head|word")
RETURNING = frozenset(("_fault",))  # functions of `listing` that give a message
CONSTANTS = ("links/rules.py", "links/built/rules.py")  # modules whose upper-case texts are messages
Message = str | tuple[str, str]


def messages() -> dict[Message, set[str]]:
    """Every message, or a pair of singular and plural, with the modules it stands in."""
    found: dict[Message, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).as_posix()
        if not module.startswith(("mkdocs/", "editor/", "importing/")):
            for message in _of_module(ast.parse(path.read_text("utf-8")), module):
                found.setdefault(message, set()).add(module)
    for pair in (*LEVELS.values(), *LEFT_OUT.values()):
        found.setdefault(pair, set()).add("report/text.py")
    for word in (*HEADS, *STATUS_HEADS, *(level.value for level in Severity if level is not Severity.OFF)):
        found.setdefault(word, set()).add("report/text.py")
    found.pop("", None)
    return found


def _of_module(tree: ast.Module, module: str) -> Iterator[str]:
    names = _assigned(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for argument in _arguments(node, module):
                yield from _texts(argument, names, f"{module}:{node.lineno}")
        elif isinstance(node, ast.FunctionDef) and module == "listing.py" and node.name in RETURNING:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from _texts(inner.value, names, f"{module}:{inner.lineno}")
        elif isinstance(node, ast.FunctionDef):
            yield from _defaults(node)
    if module in CONSTANTS:
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant | ast.Dict):
                texts = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
                for text in texts:
                    if isinstance(text, ast.Constant) and isinstance(text.value, str) and "\n" not in text.value:
                        yield text.value


def _arguments(call: ast.Call, module: str) -> Iterator[ast.expr]:
    full = ast.unparse(call.func)
    name = next((one for one in (full, full.rsplit(".", 1)[-1], f"{module}:{full}") if one in CALLS), "")
    if not name:
        return
    place, keyword = CALLS[name]
    if len(call.args) > place:
        yield call.args[place]
    yield from (one.value for one in call.keywords if one.arg in (keyword, "note"))


def _defaults(function: ast.FunctionDef) -> Iterator[str]:
    """The text that a parameter called `note` or `message` has if none is given."""
    arguments = function.args
    known = [*zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
    plain = [*arguments.posonlyargs, *arguments.args]
    known += [*zip(plain[len(plain) - len(arguments.defaults) :], arguments.defaults, strict=True)]
    for argument, default in known:
        if argument.arg in ("note", "message") and isinstance(default, ast.Constant) and isinstance(default.value, str):
            yield default.value


def _assigned(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """What each name of a module may stand for. Parameters, and what is unpacked from elsewhere, are handed on."""
    found: dict[str, list[ast.expr]] = {}

    def bind(target: ast.expr, value: ast.expr | None) -> None:
        if isinstance(target, ast.Name):
            found.setdefault(target.id, []).extend([value] if value is not None else [])
        elif isinstance(target, ast.Tuple):
            parts = value.elts if isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts) else None
            for number, part in enumerate(target.elts):
                bind(part, parts[number] if parts else None)

    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                bind(target, node.value)
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            bind(node.target, node.value)
        elif isinstance(node, ast.For | ast.comprehension):
            rows = node.iter.elts if isinstance(node.iter, ast.Tuple | ast.List) else [None]
            for row in rows:
                bind(node.target, row)
        elif isinstance(node, ast.FunctionDef):
            for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
                found.setdefault(argument.arg, [])
    return found


def _texts(node: ast.expr, names: dict[str, list[ast.expr]], where: str, depth: int = 0) -> Iterator[str]:
    """The texts that an expression may give. Raises ValueError where that can't be told."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, names, where, depth)
        yield from _texts(node.orelse, names, where, depth)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _texts(node.left, names, where, depth)
        yield from _texts(node.right, names, where, depth)
    elif isinstance(node, ast.Name) and node.id in names and depth < 4:
        for value in names[node.id]:
            yield from _texts(value, names, where, depth + 1)
    elif isinstance(node, ast.Attribute | ast.Subscript) and ast.unparse(node).startswith("rules."):
        return  # a constant of a module whose constants are all taken
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _texts(value, names, where, depth)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        for value in (node.func.value, *node.args[1:]):
            yield from _texts(value, names, where, depth)
    elif isinstance(node, ast.Call) and ast.unparse(node.func) in RETURNING:
        return  # what it returns is taken there
    elif not HANDED_ON.fullmatch(ast.unparse(node)):
        raise ValueError(f"{where}: no message can be told from `{ast.unparse(node)}`")
