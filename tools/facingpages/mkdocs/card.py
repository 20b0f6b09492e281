"""The card at the top of a translated page: why a reader may trust it. The front matter and the check tell it all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from facingpages.finding import Finding, Severity
from facingpages.mkdocs.source_version import SourceVersion, Step
from facingpages.mkdocs.words import Words

US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")  # ms.lasthandoff is written month first in every locale
COUNTED = (
    (Severity.ERROR, "{count} error", "{count} errors"),
    (Severity.WARNING, "{count} warning", "{count} warnings"),
    (Severity.INFO, "{count} note", "{count} notes"),
)
BEHIND = (
    "{count} part goes with an earlier version of the original",
    "{count} parts go with an earlier version of the original",
)


def button(words: Words, source_language: str) -> str:
    """The button that shows the source, and what is said aloud when it was pressed."""
    shown, hidden = words.say("The original follows each part of the text."), words.say("The original is hidden.")
    html = Markup(
        '<button type="button" class="facing-button" aria-pressed="false" aria-keyshortcuts="Alt+O"'
        " data-facing-toggle hidden><span>{}</span> <kbd>Alt+O</kbd></button>"
        '<span class="facing-said" role="status" data-shown="{}" data-hidden="{}"></span>'
    )
    return str(html.format(label(words, source_language), shown, hidden))


def label(words: Words, source_language: str) -> str:
    """What the button says."""
    return words.say("With the original ({language})", language=words.language(source_language))


@dataclass(frozen=True, slots=True)
class Original:
    """The source page as a reader reaches it: its address, its title, its language (BCP 47) and how that is written."""

    address: str
    title: str
    language: str
    direction: str


def card(
    words: Words,
    metadata: Mapping[str, object],
    version: SourceVersion,
    findings: Sequence[Finding] | None,
    original: Original,
    status: str,
    counts: bool,
) -> str:
    """The card as HTML; empty when nothing is known of the page. `status` is the address of the status page, if any.

    `findings` is None when they are of no interest. With `counts` they are counted, for localizers; without, a reader
    is told no more than that the text is not quite the original's, and only on a page of which more is known than
    that. What is not known has no row.
    """
    rows: list[tuple[str, Markup | str]] = []
    summary: list[str] = []
    how = _translated(words, metadata)
    if how:
        rows.append((words.say("Translation"), how))
        summary.append(how)
    day = handed_off(metadata)
    if day is not None:
        rows.append(
            (
                words.say("Handed off for translation"),
                Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words.day(day)),
            )
        )
    language = original.language
    way = Markup('lang="{}" dir="{}"').format(language, original.direction)
    link = Markup('<a href="{}" hreflang="{}" {}>{}</a>').format(original.address, language, way, original.title)
    rows.append((words.say("Original"), link))
    step, brief = _step(words, version, way)
    if version.left:
        brief = words.count(*BEHIND, len(version.left))
        step = (
            Markup("{}<br>{}").format(step, brief) if version.step is not Step.UNKNOWN else Markup("{}").format(brief)
        )
    rows.append((words.say("Compared with the original"), step))
    days = [one.since for one in version.left if one.since is not None]
    if days:
        first = Markup('<time datetime="{}">{}</time>').format(min(days), words.day(min(days)))
        rows.append((words.say("First changed in the original"), first))
    if version.left or version.step is not Step.UNKNOWN:
        summary.append(brief)
    if findings is not None and counts:
        found = found_by_check(words, findings)
        more = Markup(' (<a href="{}">{}</a>)').format(status, words.say("status of all pages")) if status else ""
        rows.append((words.say("Found by the check"), Markup("{}{}").format(found or words.say("Nothing"), more)))
        brief_found = (
            words.say("Found by the check: {found}", found=found) if found else words.say("Nothing found by the check")
        )
        summary.append(brief_found)
    if not summary:
        return ""
    if not counts and any(finding.severity is Severity.ERROR for finding in findings or ()):
        doubt = words.say("Some places may differ from the original")
        rows.append((words.say("Found by the check"), doubt))
        summary.append(doubt)
    body = Markup("").join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value) for name, value in rows)
    line = Markup("").join(Markup("<span>{}</span>").format(part) for part in summary)
    mood = "good" if version.step is Step.CURRENT and not findings and not version.left else "look"
    html = Markup('<details class="facing-card facing-card--{}"><summary>{}</summary><dl>{}</dl></details>')
    return str(html.format(mood, line, body))


def is_known(metadata: Mapping[str, object], version: SourceVersion) -> bool:
    """Whether something is known of a page but for what the check found."""
    return _kind(metadata) in ("HT", "MT") or version.step is not Step.UNKNOWN or bool(version.left)


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


def _kind(metadata: Mapping[str, object]) -> str:
    return str(metadata.get("ms.translationtype") or "").strip().upper()


def _translated(words: Words, metadata: Mapping[str, object]) -> str:
    kind = _kind(metadata)
    if kind == "HT":
        return words.say("Human translation")
    if kind == "MT":
        return words.say("Machine translation, not yet checked by a native reader")
    return ""


def _step(words: Words, version: SourceVersion, way: Markup) -> tuple[Markup, str]:
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
    whole = Markup("{}").format(brief)
    if version.sections:
        sections = Markup("<span {}>{}</span>").format(way, version.sections)
        before, _, after = words.say("sections: {sections}").partition("{sections}")
        whole += Markup(" ({}{}{})").format(before, sections, after)
    return whole, brief
