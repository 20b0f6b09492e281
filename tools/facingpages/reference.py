"""The reference of the rules: a page each, written from what the rules say of themselves."""

from __future__ import annotations

from facingpages import rules
from facingpages.refine import UNUSED
from facingpages.rules.base import Example, Rule

ALL: dict[str, Rule] = {**rules.RULES, UNUSED.id: UNUSED}


def subjects() -> frozenset[str]:
    """Everything that may select rules: their ids and each leading part of them (`link`, `link-text`)."""
    words = (rule.split("-") for rule in ALL)
    return frozenset("-".join(parts[:count]) for parts in words for count in range(1, len(parts) + 1))


def listing() -> str:
    """All rules, a line each: id, severity, what it says."""
    width = max(len(rule) for rule in ALL)
    return "".join(f"{rule.id:<{width}}  {rule.severity.value:<7}  {rule.summary}\n" for rule in ALL.values())


def explain(rule: Rule) -> str:
    """The page of one rule, in Markdown."""
    parts = [f"# {rule.id}\n", f"**{rule.summary}** ({rule.severity.value})\n"]
    if rule.doc:
        parts.append(rule.doc + "\n")
    for example in rule.examples:
        parts.append(_example(example))
    parts.append(
        f"Ignore one: `<!-- facingpages: ignore {rule.id} why -->` before the block, in MDX between `{{/*` and `*/}}`. "
        "With the first digits of its fingerprint (`--format json`) before the reason, it ends when the text on either "
        "side changes.\n\nChange its severity: "
        f'`[severity]` `"{rule.id}" = "off"` (or error, warning, info).\n'
    )
    return "\n".join(parts)


def _example(example: Example) -> str:
    title = f"Found at {', '.join(example.finds)}:" if example.finds else f"Not found: {example.note or 'in parity.'}"
    sides = (("Source", example.source), (f"Translation ({example.locale})", example.target))
    return f"{title}\n\n" + "\n".join(f"{name}:\n\n{_fenced(text)}\n" for name, text in sides)


def _fenced(text: str) -> str:
    mark = "`" * 3
    while mark in text:
        mark += "`"
    return f"{mark}markdown\n{text.rstrip()}\n{mark}"
