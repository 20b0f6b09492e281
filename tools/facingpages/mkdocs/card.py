"""The card at the top of a translated page: why a reader may trust it. The front matter and the check tell it all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from facingpages.finding import Finding, Severity
from facingpages.mkdocs.source_version import SourceVersion, Step
from facingpages.mkdocs.words import Words

US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")  # ms.lasthandoff is written month first in every locale
DIGITS = 12  # of a hash; enough to tell versions of a page apart
COUNTED = (
    (Severity.ERROR, "{count} error", "{count} errors"),
    (Severity.WARNING, "{count} warning", "{count} warnings"),
    (Severity.INFO, "{count} note", "{count} notes"),
)


def button(words: Words, source_language: str) -> str:
    """The button that shows the source, and what is said aloud when it was pressed."""
    shown = escape(words.say("The original follows each part of the text."))
    hidden = escape(words.say("The original is hidden."))
    return (
        '<button type="button" class="facing-button" aria-pressed="false" aria-keyshortcuts="Alt+O"'
        " data-facing-toggle hidden>"
        f"<span>{escape(label(words, source_language))}</span> <kbd>Alt+O</kbd></button>"
        f'<span class="facing-said" role="status" data-shown="{shown}" data-hidden="{hidden}"></span>'
    )


def label(words: Words, source_language: str) -> str:
    """What the button says."""
    return words.say("With the original ({language})", language=words.language(source_language))


@dataclass(frozen=True, slots=True)
class Original:
    """The source page as a reader reaches it: its address, its title, its language (BCP 47)."""

    address: str
    title: str
    language: str


def card(
    words: Words,
    metadata: Mapping[str, object],
    version: SourceVersion,
    findings: Sequence[Finding] | None,
    original: Original,
    status: str,
) -> str:
    """The card as HTML. `status` is the address of the status page, if there is one.

    `findings` is None when the check was not run. What is not known has no row.
    """
    rows: list[tuple[str, str]] = []
    summary: list[str] = []
    how = _translated(words, metadata)
    if how:
        rows.append((words.say("Translation"), escape(how)))
        summary.append(how)
    day = handed_off(metadata)
    if day is not None:
        rows.append(
            (
                words.say("Handed off for translation"),
                f'<time datetime="{day.isoformat()}">{escape(words.day(day))}</time>',
            )
        )
    language = original.language
    link = f'<a href="{escape(original.address)}" hreflang="{language}" lang="{language}">{escape(original.title)}</a>'
    mark = f", <code>{version.recorded[:DIGITS]}</code>" if version.recorded else ""
    rows.append((words.say("Version of the original"), link + mark))
    step, brief = _step(words, version, language)
    rows.append((words.say("Compared with the original"), step))
    if version.step is not Step.UNKNOWN:
        summary.append(brief)
    if findings is not None:
        found = found_by_check(words, findings)
        more = f' (<a href="{escape(status)}">{escape(words.say("status of all pages"))}</a>)' if status else ""
        rows.append((words.say("Found by the check"), escape(found or words.say("Nothing")) + more))
        brief_found = (
            words.say("Found by the check: {found}", found=found) if found else words.say("Nothing found by the check")
        )
        summary.append(brief_found)
    body = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows)
    line = "".join(f"<span>{escape(part)}</span>" for part in summary)
    mood = "good" if version.step is Step.CURRENT and not findings else "look"
    return f'<details class="facing-card facing-card--{mood}"><summary>{line}</summary><dl>{body}</dl></details>'


def found_by_check(words: Words, findings: Sequence[Finding]) -> str:
    """How many errors, warnings and notes there are, in words; empty when there are none."""
    counts = Counter(finding.severity for finding in findings)
    parts = [words.count(one, other, counts[level]) for level, one, other in COUNTED if counts[level]]
    return words.listing(parts)


def handed_off(metadata: Mapping[str, object]) -> date | None:
    """The day of `ms.lasthandoff`, or None where it is missing or no date."""
    value = metadata.get("ms.lasthandoff")
    if isinstance(value, date):
        return value
    found = US_DATE.fullmatch(str(value or "").strip())
    if found is None:
        return None
    month, day, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _translated(words: Words, metadata: Mapping[str, object]) -> str:
    kind = str(metadata.get("ms.translationtype") or "").strip().upper()
    if kind == "HT":
        return words.say("Human translation")
    if kind == "MT":
        return words.say("Machine translation, not yet checked by a native reader")
    return ""


def _step(words: Words, version: SourceVersion, language: str) -> tuple[str, str]:
    """How the translation stands to its source: whole, with the sections that changed, and in brief."""
    names = {
        Step.CURRENT: "In step with the original",
        Step.MARKUP: "In step with the original; only its markup has changed",
        Step.TEXT: "The original has changed since",
        Step.STRUCTURE: "The original has changed since, in its structure, too",
        Step.CHANGED: "The original has changed since",
        Step.UNKNOWN: "The version translated is not recorded",
    }
    brief = words.say(names[version.step])
    whole = escape(brief)
    if version.sections:
        sections = f'<span lang="{language}">{escape(version.sections)}</span>'
        whole += f" ({escape(words.say('sections: {sections}')).replace('{sections}', sections)})"
    return whole, brief
