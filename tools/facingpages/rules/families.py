"""All rules, in the order in which a reader meets their subjects. A new family is added here, and only here."""

from __future__ import annotations

from facingpages.links.source import FAMILY as LINKS
from facingpages.rules import (
    anchor,
    block,
    callout,
    code,
    consistency,
    directive,
    emphasis,
    external,
    formula,
    heading,
    image,
    label,
    link,
    link_text,
    list,  # noqa: A004 - the subject's name
    literal,
    marker,
    metadata,
    nesting,
    number,
    page,
    published,
    source,
    step,
    table,
    tag,
    text,
)
from facingpages.rules.rule import Family, Rule

FAMILIES: tuple[Family, ...] = (
    page.FAMILY,
    step.FAMILY,
    list.FAMILY,
    nesting.FAMILY,
    heading.FAMILY,
    block.FAMILY,
    link.FAMILY,
    link_text.FAMILY,
    image.FAMILY,
    code.FAMILY,
    label.FAMILY,
    emphasis.FAMILY,
    callout.FAMILY,
    table.FAMILY,
    anchor.FAMILY,
    LINKS,
    published.FAMILY,
    external.FAMILY,
    directive.FAMILY,
    formula.FAMILY,
    tag.FAMILY,
    marker.FAMILY,
    number.FAMILY,
    literal.FAMILY,
    metadata.FAMILY,
    text.FAMILY,
    consistency.FAMILY,
    source.FAMILY,
)
RULES: dict[str, Rule] = {rule.id: rule for family in FAMILIES for rule in family.rules}
