"""The reference of the rules: a page each, written from what the rules say of themselves."""

from __future__ import annotations

from facingpages.rules import RULES
from facingpages.rules.base import Example, Rule


def listing() -> str:
    """All rules, a line each: id, severity, what it says."""
    width = max(len(rule) for rule in RULES)
    return "".join(f"{rule.id:<{width}}  {rule.severity.value:<7}  {rule.summary}\n" for rule in RULES.values())


def explain(rule: Rule) -> str:
    """The page of one rule, in Markdown."""
    parts = [f"# {rule.id}\n", f"**{rule.summary}** ({rule.severity.value})\n"]
    if rule.doc:
        parts.append(rule.doc + "\n")
    for example in rule.examples:
        parts.append(_example(rule, example))
    parts.append(
        f"Ignore one: `<!-- facingpages: ignore {rule.id} why -->` before the block. Change its severity: "
        f'`[severity]` `"{rule.id}" = "off"` (or error, warning, info).\n'
    )
    return "\n".join(parts)


def _example(rule: Rule, example: Example) -> str:
    title = f"Found at {', '.join(example.finds)}:" if example.finds else f"Not found: {example.note or 'in parity.'}"
    return f"{title}\n\nSource:\n\n{_fenced(example.source)}\n\nTranslation ({example.locale}):\n\n{_fenced(example.target)}\n"


def _fenced(text: str) -> str:
    mark = "`" * 3
    while mark in text:
        mark += "`"
    return f"{mark}markdown\n{text.rstrip()}\n{mark}"
