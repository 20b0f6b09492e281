"""What rules say: each name that the code uses is a message of that rule, and each message is used."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from facingpages.reference import ALL
from facingpages.rules.rule import Rule

PACKAGE = Path(__file__).parents[2] / "tools" / "facingpages"
SAYING = ("finding", "page_finding", "Problem", "Fault", "_report")


def said() -> Iterator[tuple[str, Rule, str]]:
    """Where, which rule, which of its messages: of every call that gives them both."""
    for path in sorted((PACKAGE / "rules").glob("*.py")):
        module = import_module(f"facingpages.rules.{path.stem}") if path.stem != "__init__" else None
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or ast.unparse(node.func).split(".")[-1] not in SAYING:
                continue
            for argument, message in zip(node.args, node.args[1:], strict=False):
                rule = getattr(module, argument.id, None) if isinstance(argument, ast.Name) else None
                if isinstance(rule, Rule):
                    for text in ast.walk(message):
                        if (
                            isinstance(text, ast.Constant)
                            and isinstance(text.value, str)
                            and not isinstance(message, ast.Compare)
                        ):
                            yield f"{path.name}:{node.lineno}", rule, text.value


def test_every_name_is_a_message_of_its_rule() -> None:
    found = list(said())
    assert len(found) > 80
    for where, rule, name in found:
        assert name in rule.messages, f"{where}: {rule.id} has no message {name!r}"


@pytest.mark.parametrize("rule", ALL.values(), ids=list(ALL))
def test_a_rule_has_something_to_say(rule: Rule) -> None:
    assert rule.messages
    for name, message in rule.messages.items():
        assert " " not in name
        assert message.strip()
