"""The fields of the calculator, with labels, hints and room for what is wrong; filled with the worked example."""

from dataclasses import dataclass
from html import escape

from recharge.catalog import Catalog
from recharge.example import PRESETS, Example
from recharge.money import CURRENCIES, format_amount
from recharge.scenario import MAX_DAYS, MAX_LEAD_DAYS


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
            f"{self._presets()}"
            f"{self._group('settings', self._settings())}"
            f"{self._group('use', self._use())}"
            f'<details class="recharge-more"><summary>{self._text("more")}</summary>'
            f'<div class="recharge-fields">{self._more()}</div></details>'
            f"{self._actions()}</fieldset></form>"
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
            + self._currency()
            + self._amount("recharge_amount", self.example.recharge_amount, hint="recharge_amount_hint")
            + self._amount("trigger", self.example.trigger, hint="trigger_hint")
            + self._check("auto_recharge", checked=True)
            + self._check("at_or_below", hint="at_or_below_hint")
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
        return (
            f'<div class="recharge-choices">{kinds}</div>'
            f"{day}{month}{self._report()}"
            + self._field("start", self.example.start.isoformat())
            + self._field("days", str(self.example.days), hint="days_hint", low=1, high=MAX_DAYS)
        )

    def _more(self) -> str:
        day = self.example.start.isoformat()
        return (
            self._field("lead_days", str(self.example.lead_days), hint="lead_days_hint", low=0, high=MAX_LEAD_DAYS)
            + self._field("safety_days", str(self.example.safety_days), hint="safety_days_hint", low=0, high=30)
            + self._field("purchased", "", hint="purchased_hint")
            + self._field("fail_on", "", hint="fail_on_hint", example=f"{day} {day[:-1]}2")
        )

    def _amount(self, label: str, minor: int, *, name: str = "", hint: str = "", panel: str = "") -> str:
        code = self.catalog.language
        unit = f'<span class="recharge-unit" aria-hidden="true">{code.currency}</span>'
        return self._input(
            name or label, label, format_amount(minor, code.code), "decimal", self._hint(hint), unit, panel
        )

    def _field(self, name: str, value: str, *, hint: str = "", example: str = "", **limits: int) -> str:
        values = {limit: str(number) for limit, number in limits.items()}
        mode = "numeric" if limits else "text"
        return self._input(name, name, value, mode, self._hint(hint, example=example, **values), "", "")

    def _hint(self, key: str, **values: str) -> str:
        return self._text(key, **values) if key else ""

    def _input(self, name: str, label: str, value: str, mode: str, hint: str, unit: str, panel: str) -> str:
        field = f"{self.prefix}-{name.replace('_', '-')}"
        shown = f' data-panel="{panel}"' + (" hidden" if panel == "month" else "") if panel else ""
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
        return (
            f'<div class="recharge-field recharge-wide" data-field="report" data-panel="report" hidden>'
            f'<label for="{field}">{self._text("report")}</label>'
            f'<textarea id="{field}" name="report" rows="6" spellcheck="false" autocomplete="off" '
            f'aria-describedby="{field}-hint {field}-note"></textarea>'
            f'<span class="recharge-note" id="{field}-note"></span>'
            f'<span class="recharge-hint" id="{field}-hint">{self._text("report_hint")}</span></div>'
        )

    def _currency(self) -> str:
        field = f"{self.prefix}-currency"
        options = "".join(
            f"<option{' selected' if code == self.catalog.language.currency else ''}>{code}</option>"
            for code in CURRENCIES
        )
        return (
            f'<div class="recharge-field" data-field="currency"><label for="{field}">{self._text("currency")}</label>'
            f'<select id="{field}" name="currency" aria-describedby="{field}-note">{options}</select>'
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
        return (
            f'<div class="recharge-actions"><button type="button" data-action="share">{self._text("share")}</button>'
            f'<button type="button" data-action="reset">{self._text("reset")}</button>'
            f'<span class="recharge-said" role="status"></span></div>'
        )
