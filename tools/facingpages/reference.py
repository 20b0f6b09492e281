"""The reference of the rules: written from what the rules say of themselves."""

from __future__ import annotations

from facingpages import SITE
from facingpages.option import Option
from facingpages.refine import UNUSED
from facingpages.rules.families import FAMILIES, RULES
from facingpages.rules.rule import Rule

ALL: dict[str, Rule] = {**RULES, UNUSED.id: UNUSED}

_WORDS: dict[str, tuple[str, frozenset[str]]] = {
    "pages": ("Pages as a whole", frozenset(("page", "internal", "ignore"))),
    "steps": ("Steps and lists", frozenset(("step", "list"))),
    "structure": ("Headings, blocks, tables", frozenset(("heading", "block", "sentence", "quote", "table"))),
    "links": ("Links", frozenset(("link",))),
    "anchors": ("Anchors, references, footnotes", frozenset(("anchor", "reference", "footnote", "snippet", "id"))),
    "images": ("Pictures", frozenset(("image",))),
    "code": ("Code, formulas, diagrams", frozenset(("code", "formula", "diagram"))),
    "labels": ("Labels and emphasis", frozenset(("label", "emphasis"))),
    "components": ("Callouts, directives, tags", frozenset(("callout", "directive", "tag", "html", "marker"))),
    "numbers": ("Numbers and names", frozenset(("number", "literal"))),
    "metadata": ("Front matter", frozenset(("metadata",))),
    "text": ("Letters and words", frozenset(("text", "negation"))),
    "source": ("Changes of the source", frozenset(("source",))),
    "site": ("The published site", frozenset(("site",))),
    "external": ("Other sites", frozenset(("external",))),
}
SUBJECTS: dict[str, str] = {subject: title for subject, (title, _) in _WORDS.items()}
"""What the rules are about, a page of the reference each: the page's name and its title."""


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


def page_of(rule: str) -> str:
    """The subject that a rule is about, one of `SUBJECTS`: the name of its page in the reference."""
    word = rule.split("-")[0]
    return next(subject for subject, (_, words) in _WORDS.items() if word in words)


def address(rule: str) -> str:
    """Where a rule is explained on the published site."""
    return f"{SITE}localizers/rules/{page_of(rule)}/#{rule}"


def explain(rule: Rule) -> str:
    """The page of one rule, in Markdown."""
    from facingpages.rules.docs import docs  # loaded where they are shown

    doc = docs()[rule.id]
    parts = [f"# {rule.id}", f"**{rule.summary}** ({rule.severity.value})", doc.text]
    parts += [site.show() for site in doc.sites] + [example.show() for example in doc.examples]
    parts += [f"{title}: {text}" for title, text in after(rule).items()]
    return "\n\n".join(parts) + "\n"


def after(rule: Rule) -> dict[str, str]:
    """What stands below the examples of a rule, by its title: how to mend a finding, options, how to be rid of it."""
    from facingpages.rules.fixes import FIXES
    from facingpages.rules.made import MADE

    parts = {"Fix": FIXES[rule.id]} if rule.id in FIXES else {}
    if rule.id in MADE:
        safe, unsafe = MADE[rule.id]
        told = (f"`--fix`: {safe}" if safe else "", f"`--fix --unsafe-fixes`: {unsafe}" if unsafe else "")
        parts["Made by the program"] = " ".join(filter(None, told))
    options = [_option(rule.id, option) for option in rule.options]
    if options:
        parts["Options"] = " ".join(options)
    parts["Ignore one"] = (
        f"`<!-- facingpages: ignore {rule.id} why -->` before the block, in MDX between `{{/*` and `*/}}`. "
        "With the first digits of its fingerprint (`--format json`) before the reason, it ends when the text on either "
        "side changes."
    )
    parts["Change its severity"] = f'`[severity]` `"{rule.id}" = "off"` (or error, warning, info).'
    return parts


def _option(table: str, option: Option) -> str:
    return f"`{option.name}` in `[rule.{table}]`: {option.doc} It is {option.wanted}."
