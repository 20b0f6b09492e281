"""HTML: one file to send to a translator. Both sides beside each other, no script, nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from facingpages import __version__
from facingpages.document import Place
from facingpages.finding import Finding, Related
from facingpages.refine import Report
from facingpages.report.excerpt import excerpt
from facingpages.report.style import Style, safe
from facingpages.report.stylesheet import CSS
from facingpages.report.text import HEADS, summary

WIDTH = 600  # of a snippet, in columns; the page wraps it
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(report: Report, style: Style | None = None) -> str:
    """The report as an HTML document."""
    style = style or Style()
    say = style.catalog.say
    title = say("Parity of translations")
    body = [
        f"<h1>{_text(title)}</h1>",
        f"<p class=total>{_text(summary(report, Style(catalog=style.catalog))[-1])}</p>",
    ]
    body += _locales(report, style)
    for path, findings in groupby(report.findings, key=lambda finding: finding.place.path):
        body += _page(path, list(findings), report, style)
    return (
        f'<!doctype html>\n<html lang="{escape(style.catalog.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta name="generator" content="facingpages {__version__}">\n'
        f"<title>{_text(title)}</title>\n<style>{CSS}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def _locales(report: Report, style: Style) -> Iterable[str]:
    if not report.locales:
        return
    yield '<div class="wide" tabindex="0">\n<table>\n<thead><tr>' + "".join(
        f'<th scope="col">{_text(style.catalog.say(head))}</th>' for head in HEADS
    )
    yield "</tr></thead>\n<tbody>"
    for row in report.locales:
        numbers = (row.pages, row.translated, row.errors, row.warnings, row.hints)
        cells = "".join(f"<td>{number}</td>" for number in numbers)
        yield f'<tr><th scope="row">{_text(row.locale)}</th>{cells}</tr>'
    yield "</tbody>\n</table>\n</div>"


def _page(path: str, findings: list[Finding], report: Report, style: Style) -> Iterable[str]:
    yield f"<section>\n<h2><bdi>{_text(style.base + path)}</bdi> <small>{len(findings)}</small></h2>"
    for finding in findings:
        yield from _finding(finding, report, style)
    yield "</section>"


def _finding(finding: Finding, report: Report, style: Style) -> Iterable[str]:
    place, level = finding.place, _text(style.catalog.say(finding.severity.value))
    yield (
        f'<article class="{finding.severity.value}">\n<h3><span class=level>{level}</span> '
        f"<code>{_text(finding.rule)}</code> <span class=where>{place.line}:{place.column}</span></h3>\n"
        f"<p><bdi>{escape(style.message(finding))}</bdi></p>"
    )
    related = [
        _side(one.place, one.snippet, _caption(one, style), _language(one, finding, report)) for one in finding.related
    ]
    here = f"{_text(style.base + place.path)}:{place.line}:{place.column}"
    sides = [*related, *([_side(place, finding.snippet, here, finding.locale)] if finding.snippet.strip() else [])]
    if sides:
        yield '<div class="sides">\n' + "\n".join(sides) + "\n</div>"
    yield "</article>"


def _caption(related: Related, style: Style) -> str:
    place = related.place
    return f"{_text(style.catalog.say(related.message))}: {_text(style.base + place.path)}:{place.line}:{place.column}"


def _language(related: Related, finding: Finding, report: Report) -> str:
    """The language of a related place: the source's, unless it lies in the page of the finding."""
    return finding.locale if related.place.path == finding.place.path else report.source


def _side(place: Place, snippet: str, caption: str, language: str) -> str:
    if not snippet.strip():
        return f"<figure>\n<figcaption><bdi>{caption}</bdi></figcaption>\n</figure>"
    cut = excerpt(snippet, place, WIDTH)
    lead, tail = "… " if cut.cut_start else "", " …" if cut.cut_end else ""
    mark = f"<mark>{escape(cut.marked)}</mark>" if cut.marked else "<mark class=gap></mark>"
    text = f"{lead}{escape(cut.before)}{mark}{escape(cut.after)}{tail}"
    attribute = escape(language.replace("_", "-"))
    return (
        f"<figure>\n<figcaption><bdi>{caption}</bdi></figcaption>\n"
        f'<pre lang="{attribute}" dir="auto">{text}</pre>\n</figure>'
    )


def _text(text: str) -> str:
    return escape(safe(text))
