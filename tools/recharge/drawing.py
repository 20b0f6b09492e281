"""The balance chart as SVG: as wide as its place, its texts and marks as large as the text around it."""

from collections.abc import Collection
from html import escape

from recharge.case import Case
from recharge.chart import HEIGHT, WIDTH, Mark, Plot, plot

SHAPES = {
    "recharge": "M0-7 7 6H-7z",
    "equal": "M0-9 9 0 0 9-9 0z",
    "expiry": "M-5-5 5 5M5-5-5 5",
    "zero": "M-8-8H8V8H-8z",
    "failure": "M0 7 7-6H-7z",
}
"""The shape of each mark, drawn around its place: triangle, diamond, cross, square, triangle upside down."""


def balance_chart(case: Case) -> str:
    """The step chart of the balance, with its legend."""
    shown = plot(case.run.days, case.scenario.trigger)
    labels = [case.money(amount, whole=True) for amount, _ in shown.y_ticks]
    name = escape(case.catalog.text("chart", period=case.period()))
    label = max(map(len, labels))
    drawn = "".join(
        [_grid(shown, labels), _dates(case, shown), _lines(shown), *(_mark(case, mark) for mark in shown.marks)]
    )
    return (
        f'<svg class="recharge-plot" role="img" aria-label="{name}" style="--label:{label}">'
        f"{drawn}</svg>"
        f'<ul class="recharge-legend">{_legend(case, {mark.kind for mark in shown.marks})}</ul>'
    )


def _grid(shown: Plot, labels: list[str]) -> str:
    return "".join(
        f'<line class="grid" x2="100%" y1="{_percent(y)}" y2="{_percent(y)}"/>'
        f'<text class="y" x="-8" y="{_percent(y)}">{escape(label)}</text>'
        for (_, y), label in zip(shown.y_ticks, labels, strict=True)
    )


def _dates(case: Case, shown: Plot) -> str:
    use = "month" if shown.months else "day"
    return "".join(
        f'<g class="x"><line x1="{_percent(x)}" x2="{_percent(x)}" y1="100%" y2="103%"/>'
        f'<text x="{_percent(x)}" y="100%" dy="1.5em">{escape(case.catalog.date(day, use))}</text></g>'
        for day, x in shown.x_ticks
    )


def _lines(shown: Plot) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="100%" height="100%" preserveAspectRatio="none">'
        f'<path class="area" d="{shown.area}"/><path class="line" d="{shown.line}"/></svg>'
        f'<line class="zero" x2="100%" y1="{_percent(shown.zero_y)}" y2="{_percent(shown.zero_y)}"/>'
        f'<line class="trigger" x2="100%" y1="{_percent(shown.trigger_y)}" y2="{_percent(shown.trigger_y)}"/>'
    )


def _mark(case: Case, mark: Mark) -> str:
    event = case.catalog.text(f"mark_{mark.kind}")
    if mark.count == 1:
        day, amount = case.catalog.date(mark.date), case.money(mark.amount)
        told = case.catalog.text("mark_text", date=day, event=event, amount=amount)
    else:
        period = case.catalog.language.range_text(mark.date, mark.until)
        told = case.catalog.counted("mark_many", mark.count, period=period, event=event)
    return (
        f'<svg x="{_percent(mark.x)}" y="{_percent(mark.y)}" class="mark {mark.kind}"><title>{escape(told)}</title>'
        f'<path d="{SHAPES[mark.kind]}"/></svg>'
    )


def _legend(case: Case, kinds: Collection[str]) -> str:
    text = case.catalog.text
    trigger = text("legend_trigger", amount=case.money(case.scenario.trigger))
    entries = [("line", "M-12 0H12", text("legend_balance")), ("trigger", "M-12 0H12", trigger)]
    entries += [(f"mark {kind}", shape, text(f"mark_{kind}")) for kind, shape in SHAPES.items() if kind in kinds]
    return "".join(
        f'<li><svg class="key {look}" viewBox="-12 -10 24 20"><path d="{shape}"/></svg>{escape(label)}</li>'
        for look, shape, label in entries
    )


def _percent(share: int) -> str:
    """A share in 1/10000 as a percentage: 1234 gives 12.34%."""
    return f"{share // 100}.{share % 100:02}%"
