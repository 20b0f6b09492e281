"""The state of all translations: a table with a row a locale and a column a page, the findings below it, and JSON."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from facingpages import __version__
from facingpages.document import Place
from facingpages.mkdocs.card import found_by_check
from facingpages.mkdocs.cells import Cell, Status
from facingpages.mkdocs.edition import Edition
from facingpages.mkdocs.left import left_of, list_of
from facingpages.mkdocs.markup import fill_in, in_a_row
from facingpages.mkdocs.metadata import way
from facingpages.mkdocs.source_version import Step
from facingpages.mkdocs.words import Words, menu_name, tag, words
from facingpages.safe import to_json

if TYPE_CHECKING:
    from facingpages.update.behind import Behind

MARK = "<!-- facingpages: status -->"
SHOWN = {
    Step.CURRENT: "current",
    Step.MARKUP: "current (markup of the source changed)",
    Step.TEXT: "stale: text",
    Step.STRUCTURE: "stale: structure",
    Step.CHANGED: "stale",
    Step.UNKNOWN: "translated; version not recorded",
}


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
    head = in_a_row(fill_in('<th scope="col">{}</th>', titles.get(name, name)) for name in status.names)
    rows: list[Markup] = []
    found: list[Markup] = []
    for locale in status.locales:
        cells = [status.cells[locale, name] for name in status.names]
        states = in_a_row(_cell(cell, words, addresses.get((locale, cell.name), "")) for cell in cells)
        language = fill_in('<span lang="{}">{}</span>', tag(locale), menu_name(locale))
        rows.append(fill_in('<tr><th scope="row">{} <code>{}</code></th>{}</tr>', language, locale, states))
        found += [_section(cell, titles, lines) for cell in cells]
    table = fill_in(
        '<table><thead><tr><th scope="col">Locale</th>{}</tr></thead><tbody>{}</tbody></table>', head, in_a_row(rows)
    )
    frame = Markup('<div class="facing-scroll" tabindex="0" role="region" aria-label="Translations">')
    more = fill_in('<p><a href="{}">The same as JSON</a></p>', json_address) if json_address else ""
    whole = '<div class="facing-status" data-pagefind-ignore="all">{}{}</div>{}{}</div>'
    return str(fill_in(whole, frame, table, more, in_a_row(found)))


def publish(edition: Edition, folder: Path, name: str, lines: str) -> None:
    """Write the JSON, where it has a name, and put the table into the pages that show it."""
    if edition.report is None:
        return
    found = edition.status(edition.report)
    if name:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(as_json(found), "utf-8", newline="\n")
    for url, file in edition.status_pages.items():
        base = way(url)
        addresses = {key: base + address or "./" for key, address in edition.addresses.items()}
        data = base + name if name else ""
        write(file, table(found, words(edition.source), edition.titles, addresses, lines, data))


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
                "left": [_as_data(one) for one in cell.version.left] if cell.version is not None else [],
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


def _as_data(one: Behind) -> dict[str, object]:
    return {
        "line": one.lines[0], "end_line": one.lines[1], "words": one.words, "old": one.old, "new": one.new,
        "since": one.since.isoformat() if one.since is not None else None,
    }  # fmt: skip


def _cell(cell: Cell, words: Words, address: str) -> Markup:
    if cell.version is None:
        return Markup('<td class="facing-untranslated">not translated</td>')
    state = fill_in("{}", SHOWN[cell.version.step])
    if address:
        state = fill_in('<a href="{}">{}</a>', address, state)
    if cell.findings:
        state += fill_in('<br><a href="#{}">{}</a>', _anchor(cell), found_by_check(words, cell.findings))
    left = cell.version.left
    if left:
        state += fill_in('<br><a href="#{}-left">{}</a>', _anchor(cell), left_of(left))
    kind = "good" if not left and cell.version.step in (Step.CURRENT, Step.MARKUP) and not cell.findings else "look"
    return fill_in('<td class="facing-{}">{}</td>', kind, state)


def _section(cell: Cell, titles: Mapping[str, str], lines: str) -> Markup:
    """What there is to do on one page: what was found, and what an update left to people."""
    if cell.version is None or not (cell.findings or cell.version.left):
        return Markup("")
    title = f"{cell.locale}: {titles.get(cell.name, cell.name)}"
    parts = [fill_in('<h2 id="{}">{}</h2>', _anchor(cell), title)]
    if cell.findings:
        parts.append(_findings(cell, lines))
    if cell.version.left:
        places = [_where(Place(cell.path, one.lines[0], 1, one.lines[1], 1), lines) for one in cell.version.left]
        parts.append(list_of(cell.version.left, places, f"{_anchor(cell)}-left", tag(cell.locale)))
    return fill_in("<section>{}</section>", in_a_row(parts))


def _findings(cell: Cell, lines: str) -> Markup:
    """The findings of one page, each with the lines it is about."""
    items = []
    for finding in cell.findings:
        places = [(_where(finding.place, lines), _excerpt(finding.snippet, cell.locale))]
        for other in finding.related:
            places.append((fill_in("{}: {}", other.message, _where(other.place, lines)), _excerpt(other.snippet, "")))
        terms = in_a_row(fill_in("<dt>{}</dt><dd>{}</dd>", where, excerpt) for where, excerpt in places)
        said = fill_in("<strong>{}</strong> ({}): {}", finding.rule, finding.severity.value, finding.text)
        name = f"{_anchor(cell)}-{finding.fingerprint[:8]}"
        items.append(fill_in('<li id="{}"><p>{}</p><dl>{}</dl></li>', name, said, terms))
    return fill_in("<ol>{}</ol>", in_a_row(items))


def _where(place: Place, lines: str) -> Markup:
    text = fill_in("<code>{}:{}:{}</code>", place.path, place.line, place.column)
    if not lines:
        return text
    address = lines.replace("{path}", quote(place.path)).replace("{line}", str(place.line))
    return fill_in('<a href="{}">{}</a>', address, text)


def _excerpt(snippet: str, locale: str) -> Markup:
    language = fill_in(' lang="{}"', tag(locale)) if locale else ""
    return fill_in("<code{}>{}</code>", language, snippet.strip()) if snippet.strip() else Markup("")


def _anchor(cell: Cell) -> str:
    return f"{cell.locale}-{cell.name.replace('/', '-')}"
