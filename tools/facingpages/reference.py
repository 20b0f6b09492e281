"""The reference of the rules: a page each, written from what the rules say of themselves."""

from __future__ import annotations

from facingpages.option import Option
from facingpages.refine import UNUSED
from facingpages.rules.docs import docs
from facingpages.rules.families import FAMILIES, RULES
from facingpages.rules.rule import Rule

ALL: dict[str, Rule] = {**RULES, UNUSED.id: UNUSED}


def subjects() -> dict[str, tuple[Option, ...]]:
    """What may select rules, with its options: their ids and each leading part of them (`link`, `link-text`)."""
    found: dict[str, tuple[Option, ...]] = {}
    for rule in ALL:
        words = rule.split("-")
        for count in range(1, len(words)):
            found.setdefault("-".join(words[:count]), ())
    found |= {rule.id: rule.options for rule in ALL.values()}
    for family in FAMILIES:
        found |= family.options
    return found


def listing() -> str:
    """All rules, a line each: id, severity, what it says."""
    width = max(len(rule) for rule in ALL)
    return "".join(f"{rule.id:<{width}}  {rule.severity.value:<7}  {rule.summary}\n" for rule in ALL.values())


def explain(rule: Rule) -> str:
    """The page of one rule, in Markdown."""
    doc = docs()[rule.id]
    parts = [f"# {rule.id}", f"**{rule.summary}** ({rule.severity.value})", doc.text]
    parts += [site.show() for site in doc.sites] + [example.show() for example in doc.examples]
    parts += [_option(rule.id, option) for option in rule.options]
    parts.append(
        f"Ignore one: `<!-- facingpages: ignore {rule.id} why -->` before the block, in MDX between `{{/*` and `*/}}`. "
        "With the first digits of its fingerprint (`--format json`) before the reason, it ends when the text on either "
        "side changes."
    )
    parts.append(f'Change its severity: `[severity]` `"{rule.id}" = "off"` (or error, warning, info).')
    return "\n\n".join(parts) + "\n"


def _option(table: str, option: Option) -> str:
    return f"Its option `{option.name}` in `[rule.{table}]`: {option.doc} It is {option.wanted}."
