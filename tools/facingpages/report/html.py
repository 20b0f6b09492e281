"""HTML: one file to send to a translator. Both sides beside each other, no script, nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from facingpages import __version__
from facingpages.document import Place
from facingpages.finding import Finding, Related
from facingpages.refine import Report
from facingpages.report.excerpt import excerpt
from facingpages.report.style import Style
from facingpages.report.stylesheet import CSS
from facingpages.report.text import HEADS, summary
from facingpages.report.together import together
from facingpages.safe import safe

WIDTH = 600  # of a snippet, in columns; the page wraps it
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(report: Report, style: Style | None = None) -> str:
    """The report as an HTML document."""
    style = style or Style()
    body = [
        html("<h1>{}</h1>", style.catalog.say("Parity of translations")),
        html("<p class=total>{}</p>", summary(report, Style(catalog=style.catalog))[-1]),
    ]
    body += _locales(report, style)
    for path, findings in groupby(together(report, style.catalog), key=lambda finding: finding.place.path):
        body += _page(path, list(findings), report, style)
    return document(style.catalog.say("Parity of translations"), style.catalog.language, body)


def document(title: str, language: str, body: Iterable[Markup]) -> str:
    """An HTML document of ours: a title, the language of its text, and what it holds."""
    return html(
        '<!doctype html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="{}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="generator" content="facingpages {}">\n'
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n{}\n</main>\n</body>\n</html>\n",
        language, Markup(POLICY), __version__, title, Markup(CSS),
        Markup("\n").join(body),
    )  # fmt: skip


def html(template: str, *values: object) -> Markup:
    """A template of ours with values: what is no HTML already is made harmless and escaped."""
    return Markup(template).format(*(one if isinstance(one, Markup) else safe(str(one)) for one in values))


def _locales(report: Report, style: Style) -> Iterable[Markup]:
    if not report.rows:
        return
    heads = Markup("").join(html('<th scope="col">{}</th>', style.catalog.say(head)) for head in HEADS)
    yield html('<div class="wide" tabindex="0">\n<table>\n<thead><tr>{}', heads)
    yield Markup("</tr></thead>\n<tbody>")
    for row in report.rows:
        numbers = (row.pages, row.translated, row.errors, row.warnings, row.hints)
        cells = Markup("").join(html("<td>{}</td>", number) for number in numbers)
        yield html('<tr><th scope="row">{}</th>{}</tr>', row.locale, cells)
    yield Markup("</tbody>\n</table>\n</div>")


def _page(path: str, findings: list[Finding], report: Report, style: Style) -> Iterable[Markup]:
    yield html("<section>\n<h2><bdi>{}</bdi> <small>{}</small></h2>", style.base + path, len(findings))
    for finding in findings:
        yield from _finding(finding, report, style)
    yield Markup("</section>")


def _finding(finding: Finding, report: Report, style: Style) -> Iterable[Markup]:
    place, level = finding.place, finding.severity.value
    yield html(
        '<article class="{}">\n<h3><span class=level>{}</span> <code>{}</code> <span class=where>{}:{}</span></h3>\n'
        "<p><bdi>{}</bdi></p>",
        level, style.catalog.say(level), finding.rule, place.line, place.column, style.message(finding),
    )  # fmt: skip
    sides = [
        _side(one.place, one.snippet, _caption(one, style), _language(one, finding, report)) for one in finding.related
    ]
    if finding.snippet.strip():
        sides.append(_side(place, finding.snippet, _spot(place, style), finding.locale))
    if sides:
        yield html('<div class="sides">\n{}\n</div>', Markup("\n").join(sides))
    yield Markup("</article>")


def _spot(place: Place, style: Style) -> str:
    return f"{style.base}{place.path}:{place.line}:{place.column}"


def _caption(related: Related, style: Style) -> str:
    return f"{style.catalog.say(related.message)}: {_spot(related.place, style)}"


def _language(related: Related, finding: Finding, report: Report) -> str:
    """The language of a related place: the source's, unless it lies in the page of the finding."""
    return finding.locale if related.place.path == finding.place.path else report.source


def _side(place: Place, snippet: str, caption: str, language: str) -> Markup:
    if not snippet.strip():
        return html("<figure>\n<figcaption><bdi>{}</bdi></figcaption>\n</figure>", caption)
    cut = excerpt(snippet, place, WIDTH)
    mark = html("<mark>{}</mark>", cut.marked) if cut.marked else Markup("<mark class=gap></mark>")
    return html(
        '<figure>\n<figcaption><bdi>{}</bdi></figcaption>\n<pre lang="{}" dir="auto">{}{}{}{}{}</pre>\n</figure>',
        caption, language.replace("_", "-"), "… " if cut.cut_start else "", cut.before, mark, cut.after,
        " …" if cut.cut_end else "",
    )  # fmt: skip
