"""Single cases for reading one by one: what was planted and missed, what was reported on honest pages."""

from collections.abc import Iterator

from tests.accuracy.planting import Finding
from tests.accuracy.protocol import Measurement, Outcome

WIDTH = 400


def shown(lines: list[str], first: int, last: int, sign: str = " ") -> Iterator[str]:
    """Lines ``first`` to ``last``, counted from 1, with their numbers; long ones cut."""
    for number in range(max(first, 1), min(last, len(lines)) + 1):
        line = lines[number - 1]
        yield f"  {sign}{number:5} | {line[:WIDTH]}{' ...' if len(line) > WIDTH else ''}"


def described(finding: Finding) -> str:
    related = "".join(f" <- {place['path']}:{place['line']}" for place in finding.get("related", ()))
    place = f"{finding['path']}:{finding['line']}:{finding['column']}"
    return f"  {finding['severity']:7} {finding['rule']:28} {place}{related}\n          {finding['message'][:WIDTH]}"


def missed(measurement: Measurement, kind: str, number: int) -> Iterator[str]:
    """Planted defects of a kind that were not found, or harmless edits that were flagged: the first ``number``."""
    wrong = [
        o
        for o in measurement.outcomes
        if o.planted.kind.name == kind and bool(o.new if o.planted.kind.harmless else not o.located)
    ]
    yield f"{kind}: {len(wrong)} wrong, {min(number, len(wrong))} shown"
    for outcome in wrong[:number]:
        yield ""
        yield from _case(measurement, outcome)


def _case(measurement: Measurement, outcome: Outcome) -> Iterator[str]:
    planted = outcome.planted
    root = measurement.corpus.root
    before = (root / planted.files.target).read_text(encoding="utf-8-sig").splitlines()
    after = planted.mutation.text.splitlines()
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    places = ", ".join(f"{first}-{last}" for first, last in planted.mutation.places[:4])
    yield f"{planted.files.target} damaged at {places}"
    yield from shown(before, head + 1, min(len(before) - tail, head + 6), "-")
    yield from shown(after, head + 1, min(len(after) - tail, head + 6), "+")
    if planted.mutation.source and planted.files.source != planted.files.target:
        first, last = planted.mutation.source
        yield f"  source {planted.files.source}"
        yield from shown(
            (root / planted.files.source).read_text(encoding="utf-8-sig").splitlines(), first, min(last, first + 5)
        )
    yield "  new findings:" if outcome.new else "  no new finding"
    yield from map(described, outcome.new)


def on_honest_pages(measurement: Measurement, rule: str, number: int) -> Iterator[str]:
    """Findings of a rule (or of a level) on pages as published, one a page, with both sides."""
    root = measurement.corpus.root
    by_page = {
        path: [f for f in findings if rule in (f["rule"], f["severity"], "all")]
        for path, findings in sorted(measurement.honest.items())
    }
    flagged = [(path, findings) for path, findings in by_page.items() if findings]
    step = max(len(flagged) // max(number, 1), 1)
    yield f"{rule}: {sum(len(f) for _, f in flagged)} findings on {len(flagged)} of {len(by_page)} pages"
    for path, findings in flagged[::step][:number]:
        finding = findings[0]
        parity = "in parity" if path in measurement.parity else "not in parity"
        yield ""
        yield f"{path} ({len(findings)} on this page; {parity})"
        yield described(finding)
        for place in (finding, *finding.get("related", ())[:2]):
            lines = (root / place["path"]).read_text(encoding="utf-8-sig", errors="replace").splitlines()
            yield f"  {place['path']}"
            yield from shown(lines, place["line"] - 1, place["line"] + 1)
