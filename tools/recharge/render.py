"""The calculator as an HTML fragment: a complete worked example, which the script then makes answer the reader's own.

A page carries the marker `<!-- recharge-calculator -->` or `<!-- recharge-calculator: small -->` where it goes; the
stylesheet is `assets/recharge/recharge.css`, the script `assets/recharge/recharge-calculator.js` (a module).
"""

import json
from datetime import date
from html import escape
from typing import Any, Literal

from recharge.case import Case
from recharge.catalog import Catalog, catalog
from recharge.example import PRESETS, WORKED_EXAMPLE
from recharge.form import Form
from recharge.messages import REPORT
from recharge.model import run
from recharge.report import fragments

Variant = Literal["full", "small"]

MARKERS: dict[str, Variant] = {
    "<!-- recharge-calculator -->": "full",
    "<!-- recharge-calculator: small -->": "small",
}
"""What a page's text holds where a calculator goes."""

_LEARN = "https://learn.microsoft.com/microsoftteams/"
_SOURCES: dict[str, tuple[str, date | None]] = {
    "source_setup": (f"{_LEARN}set-up-communications-credits-for-your-organization", date(2024, 11, 18)),
    "source_what": (f"{_LEARN}what-are-communications-credits", date(2024, 11, 18)),
    "source_report": (f"{_LEARN}teams-analytics-and-reports/pstn-usage-report", None),
    "source_mca": (f"{_LEARN}turn-off-communication-credits-auto-recharge-mca-customers", date(2024, 11, 18)),
    "source_zones": (f"{_LEARN}audio-conferencing-zones", None),
}
_RESTS_ON = (
    ("fact_below", "source_setup"),
    ("fact_expiry", "source_setup"),
    ("fact_mails", "source_setup"),
    ("fact_positive", "source_what"),
    ("fact_minimum", "source_setup"),
    ("fact_reports", "source_report"),
    ("fact_mca", "source_mca"),
    ("fact_csp", "source_what"),
    ("fact_latvia", "source_zones"),
    ("assume_blocked", "assumed"),
    ("assume_whole_call", "assumed"),
    ("assume_calls", "assumed"),
    ("assume_at_once", "assumed"),
    ("assume_retry", "assumed"),
    ("unknown_list", "unknown"),
)

_FULL_ONLY = ("advice_bound", "advice_co", "advice_f", "advice_tr", "compare", "ledger", "mail", "report", "step")
"""The messages, by how their keys begin, that the small form has no use for."""


def render(locale: str, *, variant: Variant = "full", calculator: str = "../recharge-calculator/") -> str:
    """The fragment in one language; `small` is the form for an article, which links to the page at `calculator`.

    ValueError for a locale the site does not have; MissingTranslationError if its catalog is not complete.
    """
    words = catalog(locale)
    scenario = WORKED_EXAMPLE.scenario()
    case = Case(scenario, run(scenario), words, words.language.currency, WORKED_EXAMPLE.safety_days)
    parts = fragments(case)
    body = _full(words, parts) if variant == "full" else _small(words, parts, calculator)
    island = json.dumps(_island(words, variant), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<recharge-calculator class="recharge recharge-{variant}" lang="{locale}">{body}'
        f'<script type="application/json">{island}</script></recharge-calculator>'
    )


def place(html: str, locale: str, *, calculator: str = "../recharge-calculator/") -> str:
    """A page's HTML with each marker replaced by its calculator."""
    for marker, variant in MARKERS.items():
        if marker in html:
            html = html.replace(marker, render(locale, variant=variant, calculator=calculator))
    return html


def _full(words: Catalog, parts: dict[str, str]) -> str:
    results = (
        f'{_heading(words, "results")}<div class="recharge-pin">{_output(parts)}{_figure(parts)}</div>'
        f"{_replay(words)}"
        f'<div class="recharge-facts">{_section(words, "charges", _block("charges", parts))}'
        f"{_section(words, 'verdict', _block('verdict', parts))}</div>"
        f"{_section(words, 'warnings', _list('warnings', parts), hidden=not parts['warnings'])}"
    )
    details = (
        f"{_section(words, 'compare', _block('compare', parts), hidden=not parts['compare'])}"
        f"{_section(words, 'advice', _block('advice', parts))}"
        f"{_section(words, 'mails', _list('mails', parts))}"
        f"{_section(words, 'ledger', _block('ledger', parts))}"
        f"{_section(words, 'assumptions', _assumptions(words))}"
    )
    return (
        f'{_noscript(words, "no_scripts")}<div class="recharge-stage"><div class="recharge-results">{results}</div>'
        f'{Form(words, WORKED_EXAMPLE, "recharge").full()}</div><div class="recharge-details">{details}</div>'
    )


def _small(words: Catalog, parts: dict[str, str], calculator: str) -> str:
    return (
        f'<p class="recharge-title"><strong>{escape(words.text("small_title"))}</strong></p>'
        f"{_noscript(words, 'small_no_scripts')}"
        f'<div class="recharge-stage"><div class="recharge-pin">{_output(parts)}{_figure(parts)}</div>'
        f"{Form(words, WORKED_EXAMPLE, 'recharge-small').small()}</div>"
        f"{_block('charges', parts)}{_block('verdict', parts)}{_list('warnings', parts)}"
        f'<p class="recharge-link"><a href="{escape(calculator)}">{escape(words.text("small_link"))}</a></p>'
    )


def _noscript(words: Catalog, key: str) -> str:
    return f'<noscript><p class="recharge-noscript">{escape(words.text(key))}</p></noscript>'


def _output(parts: dict[str, str]) -> str:
    return f'<output class="recharge-output" role="status" data-part="answer">{parts["answer"]}</output>'


def _replay(words: Catalog) -> str:
    """The controls of the replay; the script fills in the steps, and shows them."""

    def button(action: str, shape: str, label: str) -> str:
        name = escape(words.text(label))
        return f'<button type="button" data-action="{action}" aria-label="{name}">{icon(shape)}</button>'

    def icon(shape: str) -> str:
        return f'<svg viewBox="0 0 20 20" aria-hidden="true"><path d="{shape}"/></svg>'

    return (
        f'<section class="recharge-replay" aria-labelledby="recharge-replay-heading" hidden>{_heading(words, "replay")}'
        f'<div class="recharge-controls">'
        f'<button type="button" data-action="replay-play">{icon("M6 4l10 6-10 6z")}'
        f"<span>{escape(words.text('play'))}</span></button>"
        f"{button('replay-back', 'M13 4 6 10l7 6z', 'replay_back')}"
        f"{button('replay-step', 'M7 4l7 6-7 6z', 'replay_step')}"
        f'<input type="range" min="0" value="0" aria-label="{escape(words.text("replay_slider"))}"></div>'
        f'<p class="recharge-step"></p><label class="recharge-choice"><input type="checkbox" name="aloud">'
        f"<span>{escape(words.text('replay_aloud'))}</span></label></section>"
    )


def _heading(words: Catalog, name: str) -> str:
    key = name if name in ("results", "warnings", "replay") else f"{name}_heading"
    return f'<h2 id="recharge-{name}-heading">{escape(words.text(key))}</h2>'


def _section(words: Catalog, name: str, content: str, *, hidden: bool = False) -> str:
    shown = " hidden" if hidden else ""
    return f'<section class="recharge-{name}"{shown}>{_heading(words, name)}{content}</section>'


def _block(name: str, parts: dict[str, str]) -> str:
    return f'<div data-part="{name}">{parts[name]}</div>'


def _list(name: str, parts: dict[str, str]) -> str:
    return f'<ul data-part="{name}">{parts[name]}</ul>'


def _figure(parts: dict[str, str]) -> str:
    return f'<figure class="recharge-figure" data-part="chart">{parts["chart"]}</figure>'


def _assumptions(words: Catalog) -> str:
    items = "".join(
        f"<li>{escape(words.text(fact))} <span>{_source(words, source)}</span></li>" for fact, source in _RESTS_ON
    )
    return f"<ul>{items}</ul>"


def _source(words: Catalog, source: str) -> str:
    text = escape(words.text(source))
    if source not in _SOURCES:
        return f"({text})"
    address, day = _SOURCES[source]
    dated = f", {escape(words.date(day))}" if day else ""
    return f'(<a href="{address}">{text}</a>{dated})'


def _island(words: Catalog, variant: Variant) -> dict[str, Any]:
    """What the script needs to answer in this language: words, date forms, and what stands in the examples."""
    tongue = words.language
    examples = PRESETS if variant == "full" else {"example": WORKED_EXAMPLE}
    return {
        "locale": tongue.code,
        "currency": tongue.currency,
        "dates": {
            "patterns": tongue.date_patterns,
            "ranges": tongue.range_patterns,
            "months": tongue.months,
            "monthsShort": tongue.months_short,
        },
        "messages": {key: words.messages[key] for key in REPORT if variant == "full" or not key.startswith(_FULL_ONLY)},
        "examples": {name: example.as_json() for name, example in examples.items()},
    }
