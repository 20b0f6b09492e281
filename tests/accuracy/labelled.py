"""Defects and honest differences that people found in published pages, with their lines.

The file is a list of ``{"id", "kind": "defect" | "trap", "defect", "target", "line", "source", "source_line", "why"}``;
``target`` begins with the folder of the corpus. A defect counts as found when a finding of a fitting rule stands within
one line; a trap is silent when no error or warning that concerns it does.
"""

import json
from collections.abc import Callable
from pathlib import Path

from tests.accuracy.corpus import Corpus, SetupError
from tests.accuracy.planting import NEAR, Finding, copied
from tests.accuracy.protocol import Check, run_check, subject
from tests.accuracy.report import Row, table

FITS = {
    "link-text-moved": "link-text link !glued",
    "link-text-empty": "link-text",
    "link-text-merged": "link-text",
    "url-label-swapped": "link link-text !glued !punctuation",
    "number-changed": "number literal",
    "date-lost": "number",
    "literal-changed": "literal number code",
    "literal-lost": "literal number",
    "literal-translated": "literal code",
    "alert-keyword-translated": "callout",
    "bold-broken": "label emphasis",
    "accidental-list": "list step",
    "front-matter-key-translated": "metadata",
    "image-lost": "image link",
    "heading-nospace": "heading",
    "space-before-paren": "link",
    # Traps: what a false alarm about them would be called.
    "pipeline-anchor": "anchor heading",
    "date-format": "number",
    "link-order": "link",
    "both-sides-broken": "link link-text",
    "bare-url-punctuation": "link link-text",
    "localised-symbol": "text block label emphasis link !glued",
    "localised-anchor": "anchor link",
    "localised-url": "link",
    "fallback-target": "link page",
    "explicit-id": "anchor heading",
    "admonition-title": "callout directive",
    "emphasis-count": "label emphasis",
    "extra-html": "block text directive",
    "original-quoted": "block text page",
}
"""For each label the subjects of rules that may claim the defect, or must keep silent about the difference.

A word after ``!`` takes out the rules with this word in their id: what they say is another fault of the same line.
"""


def labelled(file: Path, root: Path, check: Check = run_check, say: Callable[[str], None] = lambda _: None) -> str:
    """The table for a list of labelled places in the corpora under ``root``."""
    entries = json.loads(file.read_text(encoding="utf-8"))
    findings: dict[str, list[Finding]] = {}
    for name in sorted({entry["target"].partition("/")[0] for entry in entries}):
        if not (root / name).is_dir():
            raise SetupError(f"{root / name}: the labelled list names this corpus, and it is not there")
        say(f"checking {name}")
        with copied(Corpus.at(root / name)) as tree:
            findings[name] = check(tree)
    rows: list[Row] = []
    right = {"defect": 0, "trap": 0}
    for entry in entries:
        good, rule = _judged(entry, findings[entry["target"].partition("/")[0]])
        right[entry["kind"]] += good
        verdict = ("found" if good else "MISSED") if entry["kind"] == "defect" else ("silent" if good else "FLAGGED")
        rows.append((entry["id"], verdict, entry["defect"], f"{entry['target']}:{entry['line']}", rule))
    totals = {kind: sum(entry["kind"] == kind for entry in entries) for kind in right}
    head = ("id", "", "label", "place", "reported there")
    found, silent = (f"{right[kind]} of {totals[kind]}" for kind in ("defect", "trap"))
    return f"{table(head, rows)}\n\ndefects found: {found}; traps silent: {silent}"


def _judged(entry: dict[str, object], findings: list[Finding]) -> tuple[bool, str]:
    """Whether the checker was right about the entry, and the rules it reported within one line of it."""
    fits = FITS.get(str(entry["defect"]), "").split()
    path = str(entry["target"]).partition("/")[2]
    line = int(str(entry["line"]))
    near = [f for f in findings if f["path"] == path and abs(f["line"] - line) <= NEAR]
    said = ", ".join(f"{f['severity'][0].upper()} {f['rule']}:{f['line']}" for f in near)
    others = {word[1:] for word in fits if word.startswith("!")}
    fitting = [f for f in near if subject(f["rule"]) in fits and not others & set(f["rule"].split("-"))]
    if entry["kind"] == "defect":
        return bool(fitting), said
    return not any(f["severity"] in ("error", "warning") for f in fitting), said
