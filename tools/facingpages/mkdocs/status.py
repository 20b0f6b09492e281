"""The state of all translations: a table with a row a locale and a column a page, the findings below it, and JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from facingpages import __version__
from facingpages.document import Place
from facingpages.finding import Finding
from facingpages.mkdocs.card import found_by_check
from facingpages.mkdocs.source_version import SourceVersion, Step
from facingpages.mkdocs.words import Words, language_name, tag
from facingpages.refine import Report
from facingpages.safe import to_json

MARK = "<!-- facingpages: status -->"
SHOWN = {
    Step.CURRENT: "current",
    Step.MARKUP: "current (markup of the source changed)",
    Step.TEXT: "stale: text",
    Step.STRUCTURE: "stale: structure",
    Step.CHANGED: "stale",
    Step.UNKNOWN: "translated; version not recorded",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One page in one locale; `version` is None where there is no translation."""

    locale: str
    name: str
    path: str
    version: SourceVersion | None
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Status:
    """All pages that are to be translated, by name, and what there is of each in every locale."""

    names: Sequence[str]
    locales: Sequence[str]
    cells: Mapping[tuple[str, str], Cell]
    report: Report


def table(
    status: Status,
    words: Words,
    titles: Mapping[str, str],
    addresses: Mapping[tuple[str, str], str],
    lines: str,
    json_address: str,
) -> str:
    """The table and the findings as HTML.

    `titles` are the pages' by name; `addresses` lead to the pages by locale and name; `lines` is an address with
    `{path}` and `{line}` in it that shows a line of a file, or empty; `json_address` leads to the JSON, or is empty.
    """
    head = "".join(f'<th scope="col">{escape(titles.get(name, name))}</th>' for name in status.names)
    rows = []
    found = []
    for locale in status.locales:
        cells = [status.cells[locale, name] for name in status.names]
        states = "".join(_cell(cell, words, addresses.get((locale, cell.name), "")) for cell in cells)
        language = f'<span lang="{tag(locale)}">{escape(language_name(locale))}</span>'
        rows.append(f'<tr><th scope="row">{language} <code>{locale}</code></th>{states}</tr>')
        found += [_findings(cell, titles, lines) for cell in cells]
    table = f'<table><thead><tr><th scope="col">Locale</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    frame = '<div class="facing-scroll" tabindex="0" role="region" aria-label="Translations">'
    more = f'<p><a href="{escape(json_address)}">The same as JSON</a></p>' if json_address else ""
    return f'<div class="facing-status" data-pagefind-ignore="all">{frame}{table}</div>{more}{"".join(found)}</div>'


def lines_of(repository: str) -> str:
    """The address of a line of a file in a repository on GitHub or GitLab; empty for others."""
    repository = repository.rstrip("/")
    if "github." in repository:
        return repository + "/blob/HEAD/{path}#L{line}"
    return repository + "/-/blob/HEAD/{path}#L{line}" if "gitlab." in repository else ""


def write(file: Path, view: str) -> None:
    """Put the view into a built page, where its mark stands."""
    file.write_text(file.read_text("utf-8").replace(MARK, view, 1), "utf-8", newline="")


def as_json(status: Status) -> str:
    """The same as JSON: for every locale and page its state, the recorded source version and the findings."""
    data = {
        "version": 1,
        "tool": {"name": "facingpages", "version": __version__},
        "counts": dict(status.report.counts),
        "pages": [
            {
                "locale": locale,
                "page": name,
                "path": cell.path,
                "state": cell.version.step.value if cell.version is not None else "untranslated",
                "source_version": cell.version.recorded if cell.version is not None else "",
                "changed_in": cell.version.sections if cell.version is not None else "",
                "findings": [
                    {
                        "rule": finding.rule,
                        "severity": finding.severity.value,
                        "line": finding.place.line,
                        "column": finding.place.column,
                        "message": finding.text,
                    }
                    for finding in cell.findings
                ],
            }
            for locale in status.locales
            for name in status.names
            for cell in (status.cells[locale, name],)
        ],
    }
    return to_json(data) + "\n"


def _cell(cell: Cell, words: Words, address: str) -> str:
    if cell.version is None:
        return '<td class="facing-untranslated">not translated</td>'
    state = escape(SHOWN[cell.version.step])
    if address:
        state = f'<a href="{escape(address)}">{state}</a>'
    if cell.findings:
        state += f'<br><a href="#{_anchor(cell)}">{escape(found_by_check(words, cell.findings))}</a>'
    kind = "good" if cell.version.step in (Step.CURRENT, Step.MARKUP) and not cell.findings else "look"
    return f'<td class="facing-{kind}">{state}</td>'


def _findings(cell: Cell, titles: Mapping[str, str], lines: str) -> str:
    """The findings of one page, each with the lines it is about."""
    if not cell.findings or cell.version is None:
        return ""
    items = []
    for finding in cell.findings:
        places = [(_where(finding.place, lines), _excerpt(finding.snippet, cell.locale))]
        for other in finding.related:
            places.append((f"{escape(other.message)}: {_where(other.place, lines)}", _excerpt(other.snippet, "")))
        terms = "".join(f"<dt>{where}</dt><dd>{excerpt}</dd>" for where, excerpt in places)
        said = f"<strong>{escape(finding.rule)}</strong> ({finding.severity.value}): {escape(finding.text)}"
        items.append(f'<li id="{_anchor(cell)}-{finding.fingerprint[:8]}"><p>{said}</p><dl>{terms}</dl></li>')
    title = f"{escape(cell.locale)}: {escape(titles.get(cell.name, cell.name))}"
    return f'<section><h2 id="{_anchor(cell)}">{title}</h2><ol>{"".join(items)}</ol></section>'


def _where(place: Place, lines: str) -> str:
    text = f"{escape(place.path)}:{place.line}:{place.column}"
    if not lines:
        return f"<code>{text}</code>"
    address = lines.replace("{path}", place.path).replace("{line}", str(place.line))
    return f'<a href="{escape(address)}"><code>{text}</code></a>'


def _excerpt(snippet: str, locale: str) -> str:
    language = f' lang="{escape(locale)}"' if locale else ""
    return f"<code{language}>{escape(snippet.strip())}</code>" if snippet.strip() else ""


def _anchor(cell: Cell) -> str:
    return f"{cell.locale}-{cell.name.replace('/', '-')}"
