"""The reference of the check's rules, as Markdown for pages of the site: a page a subject, and an index of them all."""

from __future__ import annotations

import re
from html import escape

from facingpages.languages.codes import language_of
from facingpages.reference import ALL, SUBJECTS, after, page_of
from facingpages.rules.doc import Example
from facingpages.rules.docs import docs
from facingpages.rules.rule import Rule

MARK = re.compile(r"<!-- facingpages: rules ?([a-z]*) -->")
"""Where the index, or the rules of one subject, go in a page."""
CODE = re.compile(r"(``.+?``|`[^`]+`)")
QUOTED = re.compile(r'"([^"]*)"')
APOSTROPHE = re.compile(r"(?<=\w)'")


def place(markdown: str) -> str:
    """A page with the rules where it asks for them."""
    return MARK.sub(lambda mark: _rules(mark[1]) if mark[1] else index(), markdown)


def typeset(text: str) -> str:
    """A text of the command with the quotation marks of a page. Code stays as it is."""
    pieces = CODE.split(text)  # every second one is code
    return "".join(
        piece if at % 2 else APOSTROPHE.sub("’", QUOTED.sub(r"“\1”", piece)) for at, piece in enumerate(pieces)
    )


def index() -> str:
    """All rules, a table a subject; each row has the rule's id, so that addresses of old lead to it."""
    parts = []
    for subject, title in SUBJECTS.items():
        rows = "\n".join(
            f"| [{rule.id}](rules/{subject}.md#{rule.id}){{ #{rule.id} }} | {_summary(rule)} | {rule.severity.value} |"
            for rule in _of(subject)
        )
        parts.append(f"## [{title}](rules/{subject}.md) {{#subject-{subject}}}\n\n| Rule | Finding | Severity |\n"
                     f"| --- | --- | --- |\n{rows}")  # fmt: skip
    return "\n\n".join(parts)


def _of(subject: str) -> list[Rule]:
    return [rule for rule in ALL.values() if page_of(rule.id) == subject]


def _rules(subject: str) -> str:
    return "\n\n".join(_rule(rule) for rule in _of(subject))


def _summary(rule: Rule) -> str:
    return typeset(rule.summary).replace("|", "\\|")


def _rule(rule: Rule) -> str:
    doc = docs()[rule.id]
    parts = [f"## {rule.id} {{#{rule.id}}}", f"**{typeset(rule.summary)}** ({rule.severity.value})", typeset(doc.text)]
    if doc.examples or doc.sites:
        parts += ["**Examples**{ .site-part }", *(site.show() for site in doc.sites), *map(_example, doc.examples)]
    for title, text in after(rule).items():
        parts.append(f"**{title}**{{ .site-part }} {typeset(text)}")
    return "\n\n".join(parts)


def _example(example: Example) -> str:
    """A source and a translation, side by side where there is room, and where something is found."""
    source = _side("Source", "en", example.source)
    target = _side(f"Translation ({example.locale})", example.locale, example.target)
    said = escape(typeset(example.title))
    return f'<figure class="site-example no-copy"><figcaption>{said}</figcaption>{source}{target}</figure>'


def _side(name: str, locale: str, text: str) -> str:
    lines = escape(text.rstrip("\n")).replace("\n", "&#10;")  # one line, so that it stays one block of raw HTML
    return f'<div><span>{escape(name)}</span><pre lang="{language_of(locale)}"><code>{lines}</code></pre></div>'
