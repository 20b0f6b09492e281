"""What is wrong with a use of a target, before it is placed in its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facingpages.document import Use
from facingpages.finding import Severity
from facingpages.links.facts import PageFacts
from facingpages.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class LinkProblem:
    """Something wrong with one use, before it is placed in its page. `message` names what the rule says of it."""

    rule: Rule
    facts: PageFacts
    use: Use
    message: str
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity | None = None
    related: tuple[str, int] | None = None  # path, byte offset
