"""The reference of the check's rules, as Markdown for a page of the site, made of what the rules say of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from facingpages.reference import ALL
from facingpages.rules.doc import Example
from facingpages.rules.docs import docs
from facingpages.rules.rule import Rule

MARK = "<!-- facingpages: rules -->"
"""Where the reference goes in a page."""


def reference() -> str:
    """Every rule with its examples, a section a subject; each can be linked to by its id."""
    subjects: dict[str, list[Rule]] = {}
    for rule in ALL.values():
        subjects.setdefault(rule.id.split("-")[0], []).append(rule)
    return "\n\n".join(_section(subject, rules) for subject, rules in subjects.items())


def _section(subject: str, rules: Iterable[Rule]) -> str:
    return "\n\n".join([f"## {subject.capitalize()} {{#subject-{subject}}}", *(_rule(rule) for rule in rules)])


def _rule(rule: Rule) -> str:
    doc = docs()[rule.id]
    parts = [f"### {rule.id} {{#{rule.id}}}", f"**{rule.summary}** ({rule.severity.value})", doc.text]
    parts += [site.show() for site in doc.sites]
    return "\n\n".join([*parts, *(_example(example) for example in doc.examples)])


def _example(example: Example) -> str:
    """A source and a translation, side by side where there is room, and where something is found."""
    if example.finds:
        said = f"Found at {', '.join(example.finds)}"
    else:
        said = f"Not found: {example.note or 'in parity.'}".rstrip(".")
    source = _side("Source", "en", example.source)
    target = _side(f"Translation ({example.locale})", example.locale, example.target)
    return f'<figure class="site-example"><figcaption>{escape(said)}</figcaption>{source}{target}</figure>'


def _side(name: str, locale: str, text: str) -> str:
    lines = escape(text.rstrip("\n")).replace("\n", "&#10;")  # one line, so that it stays one block of raw HTML
    return f'<div><span>{escape(name)}</span><pre lang="{escape(locale)}"><code>{lines}</code></pre></div>'
