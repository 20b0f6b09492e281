"""The fields of the calculator, with labels, hints and room for what is wrong; filled with the worked example."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from recharge.catalog import Catalog
from recharge.example import PRESETS, Example
from recharge.money import CURRENCIES, format_amount
from recharge.scenario import MAX_CALLS, MAX_DAYS, MAX_LEAD_DAYS


@dataclass(frozen=True, slots=True)
class Form:
    """Writes the form of one language; `prefix` keeps ids apart where two forms share a page."""

    catalog: Catalog
    example: Example
    prefix: str

    def full(self) -> str:
        """Every field, the examples to try, and the buttons."""
        return (
            f'<form class="recharge-form" novalidate><fieldset class="recharge-body" disabled>'
            f"{self._group('settings', self._settings())}"
            f"{self._group('use', self._use())}"
            f'<details class="recharge-more"><summary>{self._text("more")}</summary>'
            f'<div class="recharge-fields">{self._more()}</div></details>'
            f"{self._presets()}{self._actions()}</fieldset></form>"
        )

    def small(self) -> str:
        """The four numbers that matter most."""
        return (
            f'<form class="recharge-form" novalidate><fieldset class="recharge-body" disabled>'
            f'<div class="recharge-fields">{self._amount("opening", self.example.opening)}'
            f"{self._amount('recharge_amount', self.example.recharge_amount)}"
            f"{self._amount('trigger', self.example.trigger)}"
            f"{self._amount('use_per_day', self.example.use, name='use')}"
            "</div></fieldset></form>"
        )

    def _text(self, key: str, **values: str) -> str:
        return escape(self.catalog.text(key, **values))

    def _group(self, legend: str, fields: str) -> str:
        return (
            f'<fieldset class="recharge-group"><legend>{self._text(legend)}</legend>'
            f'<div class="recharge-fields">{fields}</div></fieldset>'
        )

    def _settings(self) -> str:
        return (
            self._amount("opening", self.example.opening, hint="opening_hint")
            + self._amount("recharge_amount", self.example.recharge_amount, hint="recharge_amount_hint")
            + self._amount("trigger", self.example.trigger, hint="trigger_hint")
            + self._select("currency", [(code, code) for code in CURRENCIES], self.catalog.language.currency)
            + self._check("auto_recharge", checked=True)
        )

    def _use(self) -> str:
        kinds = "".join(
            f'<label class="recharge-choice"><input type="radio" name="use_kind" value="{kind}"{checked}>'
            f"<span>{self._text(label)}</span></label>"
            for kind, label, checked in (
                ("day", "use_per_day", " checked"),
                ("month", "use_per_month", ""),
                ("report", "use_report", ""),
            )
        )
        day = self._amount("use_per_day", self.example.use, name="use", panel="day")
        month = self._amount("use_per_month", self.example.use * 30, hint="use_per_month_hint", panel="month")
        days_with_calls = [(name, self.catalog.text(f"calls_on_{name}")) for name in ("every_day", "weekdays")]
        return (
            f'<div class="recharge-choices">{kinds}</div>'
            f"{day}{month}{self._report()}"
            + self._select("calls_on", days_with_calls, "every_day", panel="day month")
            + self._field("calls", str(self.example.calls), hint="calls_hint", panel="day month", low=1, high=MAX_CALLS)
            + self._date("start", self.example.start.isoformat())
            + self._field("days", str(self.example.days), hint="days_hint", low=1, high=MAX_DAYS)
        )

    def _more(self) -> str:
        day = self.example.start.isoformat()
        return (
            self._amount("manual", None, hint="manual_hint")
            + self._date("manual_on", "", hint="manual_on_hint")
            + self._field("lead_days", str(self.example.lead_days), hint="lead_days_hint", low=0, high=MAX_LEAD_DAYS)
            + self._field("safety_days", str(self.example.safety_days), hint="safety_days_hint", low=0, high=30)
            + self._amount("monthly_cap", None, hint="monthly_cap_hint")
            + self._field("fail_on", "", hint="fail_on_hint", example=f"{day} {day[:-1]}2")
            + self._date("purchased", "", hint="purchased_hint")
            + self._check("at_or_below", hint="at_or_below_hint")
        )

    def _amount(self, label: str, minor: int | None, *, name: str = "", hint: str = "", panel: str = "") -> str:
        code = self.catalog.language
        unit = f'<span class="recharge-unit" aria-hidden="true">{code.currency}</span>'
        value = "" if minor is None else format_amount(minor, code.code)
        return self._input(name or label, label, value, "decimal", self._hint(hint), unit, panel)

    def _field(
        self, name: str, value: str, *, hint: str = "", example: str = "", panel: str = "", **limits: int
    ) -> str:
        values = {limit: str(number) for limit, number in limits.items()}
        mode = "numeric" if limits else "text"
        return self._input(name, name, value, mode, self._hint(hint, example=example, **values), "", panel)

    def _date(self, name: str, value: str, *, hint: str = "") -> str:
        """A date to type in any form of the language, and a calendar to pick it from (the script opens it)."""
        label = self._text("pick_date", field=self.catalog.text(name))
        picker = (
            f'<button type="button" class="recharge-pick" data-action="pick" aria-label="{label}">{_CALENDAR}</button>'
            '<input type="date" class="recharge-picker" tabindex="-1" aria-hidden="true">'
        )
        return self._input(name, name, value, "text", self._hint(hint), picker, "")

    def _hint(self, key: str, **values: str) -> str:
        return self._text(key, **values) if key else ""

    def _input(self, name: str, label: str, value: str, mode: str, hint: str, unit: str, panel: str) -> str:
        field = f"{self.prefix}-{name.replace('_', '-')}"
        shown = _panel(panel)
        described = f"{field}-hint {field}-note" if hint else f"{field}-note"
        return (
            f'<div class="recharge-field" data-field="{name}"{shown}><label for="{field}">{self._text(label)}</label>'
            f'<span class="recharge-input"><input type="text" inputmode="{mode}" autocomplete="off" id="{field}" '
            f'name="{name}" value="{escape(value)}" aria-describedby="{described}">{unit}</span>'
            f'<span class="recharge-note" id="{field}-note"></span>'
            + (f'<span class="recharge-hint" id="{field}-hint">{hint}</span>' if hint else "")
            + "</div>"
        )

    def _report(self) -> str:
        field = f"{self.prefix}-report"
        asked = "".join(
            self._select(name, options, "", panel="report", hidden=True)
            for name, options in (
                ("date_column", []),
                ("amount_column", []),
                ("date_order", [(order, self.catalog.text(f"date_order_{order}")) for order in ("dmy", "mdy")]),
            )
        )
        return (
            f'<div class="recharge-field recharge-wide recharge-drop" data-field="report"{_panel("report")}>'
            f'<label for="{field}">{self._text("report")}</label>'
            f'<span class="recharge-hint" id="{field}-hint">{self._text("report_hint")}</span>'
            f'<p class="recharge-file"><button type="button" data-action="file">{self._text("report_file")}</button>'
            f'<input type="file" name="file" accept=".csv,.tsv,.txt,text/csv" tabindex="-1" aria-hidden="true">'
            f"<span>{self._text('report_drop')}</span></p>"
            f'<textarea id="{field}" name="report" rows="4" spellcheck="false" autocomplete="off" '
            f'aria-describedby="{field}-hint {field}-note"></textarea>'
            f'<span class="recharge-note" id="{field}-note"></span></div>{asked}'
        )

    def _select(
        self, name: str, options: Sequence[tuple[str, str]], chosen: str, *, panel: str = "", hidden: bool = False
    ) -> str:
        field = f"{self.prefix}-{name.replace('_', '-')}"
        listed = "".join(
            f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(text)}</option>'
            for value, text in options
        )
        return (
            f'<div class="recharge-field" data-field="{name}"{" data-asked hidden" if hidden else _panel(panel)}>'
            f'<label for="{field}">{self._text(name)}</label>'
            f'<select id="{field}" name="{name}" aria-describedby="{field}-note">{listed}</select>'
            f'<span class="recharge-note" id="{field}-note"></span></div>'
        )

    def _check(self, name: str, *, checked: bool = False, hint: str = "") -> str:
        field = f"{self.prefix}-{name.replace('_', '-')}"
        told = f' aria-describedby="{field}-hint"' if hint else ""
        return (
            f'<div class="recharge-field recharge-wide recharge-check"><label for="{field}">'
            f'<input type="checkbox" id="{field}" name="{name}"{" checked" if checked else ""}{told}>'
            f"<span>{self._text(name)}</span></label>"
            + (f'<span class="recharge-hint" id="{field}-hint">{self._text(hint)}</span>' if hint else "")
            + "</div>"
        )

    def _presets(self) -> str:
        buttons = "".join(
            f'<button type="button" data-preset="{name}">{self._text(f"preset_{name}")}</button>' for name in PRESETS
        )
        return (
            f'<div class="recharge-presets" role="group" aria-labelledby="{self.prefix}-presets">'
            f'<span id="{self.prefix}-presets">{self._text("presets")}</span>{buttons}</div>'
        )

    def _actions(self) -> str:
        buttons = "".join(
            f'<button type="button" data-action="{name}">{self._text(name)}</button>'
            for name in ("share", "export", "reset")
        )
        return f'<div class="recharge-actions">{buttons}<span class="recharge-said" role="status"></span></div>'


def _panel(kinds: str) -> str:
    """Which kinds of use a field belongs to; what belongs to the first one, use per day, is shown at first."""
    return (f' data-panel="{kinds}"' + ("" if "day" in kinds else " hidden")) if kinds else ""


_CALENDAR = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 5h14v12H3zM3 8.5h14M7 3v4M13 3v4"/></svg>'
