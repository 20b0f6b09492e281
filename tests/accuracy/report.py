"""Tables of what was measured: for reading, and as JSON."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tests.accuracy.planting import Finding
from tests.accuracy.protocol import LEVELS, Measurement, Outcome, subject

Row = Sequence[object]


def wilson(hits: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval for a proportion (E. B. Wilson, JASA 22, 1927), as shares from 0 to 1."""
    if n == 0:
        return 0.0, 1.0
    share = hits / n
    centre = share + z * z / (2 * n)
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def percent(hits: int, n: int) -> str:
    return f"{100 * hits / n:.1f}" if n else "-"


def interval(hits: int, n: int) -> str:
    low, high = wilson(hits, n)
    return f"{100 * low:.0f}-{100 * high:.0f}"


def table(head: Row, rows: Iterable[Row]) -> str:
    """Columns side by side: the first and the last to the left, the others to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = []
    for row in cells:
        padded = [
            cell.ljust(width) if column in (0, len(head) - 1) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(padded).rstrip())
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def grouped(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[key(outcome)].append(outcome)
    return dict(groups)


def defects(measurement: Measurement) -> list[Outcome]:
    return [outcome for outcome in measurement.outcomes if not outcome.planted.kind.harmless]


def counted(measurement: Measurement) -> list[Outcome]:
    """Defects that the two pages can show: what the totals are made of."""
    return [outcome for outcome in defects(measurement) if outcome.planted.kind.decidable]


def mostly(outcomes: Iterable[Outcome], which: Callable[[Outcome], Iterable[Finding]]) -> str:
    """The rules that speak most often, at most two, with the pages they speak on."""
    rules = Counter(rule for outcome in outcomes for rule in {finding["rule"] for finding in which(outcome)})
    return ", ".join(f"{rule} {count}" for rule, count in rules.most_common(2))


def recall_table(measurement: Measurement) -> str:
    rows: list[Row] = []
    groups = grouped(defects(measurement), lambda outcome: outcome.planted.kind.name)
    for name, group in groups.items():
        rows.append(_recall_row(name if group[0].planted.kind.decidable else f"({name})", group))
    rows.append(_recall_row("all", counted(measurement)))
    head = ("defect", "n", "found %", "95 %", "on its line %", "on page %", "any rule %", "E/W/I", "new", "mostly")
    return table(head, rows)


def _recall_row(name: str, group: list[Outcome]) -> Row:
    n = len(group)
    found = sum(bool(outcome.located) for outcome in group)
    levels = Counter(outcome.level for outcome in group)
    return (
        name,
        n,
        percent(found, n),
        interval(found, n),
        percent(sum(outcome.on_target for outcome in group), n),
        percent(sum(bool(outcome.fitting) for outcome in group), n),
        percent(sum(bool(outcome.new) for outcome in group), n),
        "/".join(str(levels[level]) for level in LEVELS),
        f"{sum(len(outcome.new) for outcome in group) / n:.1f}" if n else "-",
        mostly(group, lambda outcome: outcome.located or outcome.new),
    )


def harmless_table(measurement: Measurement) -> str:
    edits = [outcome for outcome in measurement.outcomes if outcome.planted.kind.harmless]
    rows = [_noise_row(name, group) for name, group in grouped(edits, lambda o: o.planted.kind.name).items()]
    head = ("harmless edit", "n", "flagged %", "95 %", "error %", "warning %", "info %", "mostly")
    return table(head, [*rows, _noise_row("all", edits)])


def _noise_row(name: str, group: list[Outcome]) -> Row:
    n = len(group)
    flagged = sum(bool(outcome.new) for outcome in group)
    levels = Counter(outcome.level for outcome in group)
    shares = [percent(levels[level], n) for level in LEVELS]
    return (name, n, percent(flagged, n), interval(flagged, n), *shares, mostly(group, lambda o: o.new))


def honest_table(measurement: Measurement) -> str:
    """Pages as published: how many of a hundred each rule flags, on all pairs and on those in parity."""
    pages: dict[str, set[str]] = defaultdict(set)
    levels: dict[str, Counter[str]] = defaultdict(Counter)
    for path, findings in measurement.honest.items():
        for rule, severity in {(finding["rule"], finding["severity"]) for finding in findings}:
            pages[rule].add(path)
            levels[rule][severity] += 1
    rows: list[Row] = []
    for rule in sorted(pages, key=lambda rule: (-len(pages[rule]), rule)):
        rows.append((rule, *_per_hundred(measurement, pages[rule]), "/".join(str(levels[rule][k]) for k in LEVELS)))
    for level in LEVELS:
        flagged = {path for path, found in measurement.honest.items() if any(f["severity"] == level for f in found)}
        rows.append((f"any {level}", *_per_hundred(measurement, flagged), ""))
    head = ("rule on honest pages", "pages", "per 100", "95 %", "in parity", "per 100", "E/W/I pages")
    return table(head, rows)


def _per_hundred(measurement: Measurement, flagged: set[str]) -> Row:
    alike = flagged & measurement.parity
    return (
        len(flagged),
        percent(len(flagged), len(measurement.pairs)),
        interval(len(flagged), len(measurement.pairs)),
        len(alike),
        percent(len(alike), len(measurement.parity)),
    )


def locale_table(measurement: Measurement) -> str:
    rows: list[Row] = []
    for locale, group in sorted(grouped(measurement.outcomes, lambda o: o.planted.files.locale).items()):
        planted = [o for o in group if not o.planted.kind.harmless and o.planted.kind.decidable]
        edits = [o for o in group if o.planted.kind.harmless]
        found, noisy = sum(bool(o.located) for o in planted), sum(bool(o.new) for o in edits)
        worst = Counter(o.planted.kind.name for o in planted if not o.located).most_common(3)
        missed = ", ".join(f"{name} {count}" for name, count in worst)
        rows.append(
            (locale, len(planted), percent(found, len(planted)), interval(found, len(planted)), len(edits),
             percent(noisy, len(edits)), missed)
        )  # fmt: skip
    return table(("locale", "defects", "found %", "95 %", "edits", "flagged %", "missed most"), rows)


def rule_table(measurement: Measurement) -> str:
    """What each rule brings: damage it locates, other pages with damage it speaks on, harmless edits, honest pages."""
    hits, beside, noise, honest = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for outcome in measurement.outcomes:
        located = {finding["rule"] for finding in outcome.located}
        others = {finding["rule"] for finding in outcome.new} - located
        hits.update(located)
        (noise if outcome.planted.kind.harmless else beside).update(others)
    for findings in measurement.honest.values():
        honest.update({finding["rule"] for finding in findings})
    rules = sorted({*hits, *beside, *noise, *honest}, key=lambda rule: (subject(rule), rule))
    rows: list[Row] = [(rule, hits[rule], beside[rule], noise[rule], honest[rule], "") for rule in rules]
    return table(("rule", "locates", "speaks beside", "harmless", "honest pages", ""), rows)


def summary(measurement: Measurement) -> str:
    """The figures that count, in a few lines."""
    planted, edits = counted(measurement), [o for o in measurement.outcomes if o.planted.kind.harmless]
    groups = grouped(planted, lambda outcome: outcome.planted.kind.name)
    shares = {name: sum(bool(o.located) for o in group) / len(group) for name, group in groups.items()}
    weak = sorted((share, name) for name, share in shares.items() if share < 0.8)
    found = sum(bool(o.located) for o in planted)
    anywhere = sum(bool(o.fitting) for o in planted)
    levels = Counter(o.level for o in planted)
    noisy, errors = sum(bool(o.new) for o in edits), sum(o.level == "error" for o in edits)
    lines = [
        f"defects found within one line: {percent(found, len(planted))} % of {len(planted)} "
        f"(95 %: {interval(found, len(planted))}), mean over {len(shares)} kinds "
        f"{100 * sum(shares.values()) / len(shares) if shares else 0:.1f} %; "
        f"anywhere on the page {percent(anywhere, len(planted))} %",
        f"told as errors, warnings, hints: {'/'.join(str(levels[level]) for level in LEVELS)}, "
        f"not found {len(planted) - found}",
        f"harmless edits flagged: {percent(noisy, len(edits))} % of {len(edits)}, "
        f"as errors {percent(errors, len(edits))} %",
        f"kinds found less than 80 times in 100: {', '.join(f'{n} {100 * s:.0f}' for s, n in weak) or 'none'}",
    ]
    return "\n".join(lines)


def as_json(measurement: Measurement) -> dict[str, Any]:
    """The same figures for machines, and each planted edit with what became of it."""
    kinds = {}
    for name, group in grouped(measurement.outcomes, lambda outcome: outcome.planted.kind.name).items():
        harmless = group[0].planted.kind.harmless
        hits = sum(bool(outcome.new if harmless else outcome.located) for outcome in group)
        kinds[name] = {
            "harmless": harmless,
            "decidable": group[0].planted.kind.decidable,
            "n": len(group),
            "flagged" if harmless else "found": hits,
            "interval": [round(bound, 4) for bound in wilson(hits, len(group))],
            "on_target": sum(outcome.on_target for outcome in group),
            "on_page": sum(bool(outcome.fitting) for outcome in group),
            "any_rule": sum(bool(outcome.new) for outcome in group),
            "levels": dict(Counter(outcome.level for outcome in group if outcome.level)),
        }
    cases = [
        {
            "kind": outcome.planted.kind.name,
            "path": outcome.planted.files.target,
            "line": outcome.planted.mutation.places[0][0],
            "found": bool(outcome.located),
            "level": outcome.level,
            "new": [f"{f['rule']}:{f['line']}:{f['severity']}" for f in outcome.new],
        }
        for outcome in measurement.outcomes
    ]
    honest: Counter[str] = Counter()
    for findings in measurement.honest.values():
        honest.update({f"{finding['rule']}:{finding['severity']}" for finding in findings})
    return {
        "corpus": measurement.corpus.root.name,
        "pairs": len(measurement.pairs),
        "parity": len(measurement.parity),
        "kinds": kinds,
        "honest_pages": dict(sorted(honest.items())),
        "cases": cases,
    }
