"""Small pairs, each a page and its translation with what must be found in it, or that nothing may be.

`python -m tests.accuracy.cases` counts how many are judged rightly; `-v` names the others. A pair that must be found
counts where a warning or an error stands within a line of the damage, one that is fine where there is neither. Hints
count for nothing.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine import check
from facingpages.finding import Finding, Severity

FILE = Path(__file__).with_name("cases.json")


@dataclass(frozen=True, slots=True)
class Case:
    """One pair. `expect`: `find` or `silent`; `line`: where the damage is (0: anywhere); `files`: what lies beside."""

    id: str
    kind: str
    dialect: str
    locale: str
    source: str
    target: str
    expect: str
    line: int = 0
    files: dict[str, str] = field(default_factory=dict)
    note: str = ""

    def findings(self) -> list[Finding]:
        """What is told of it, hints left out."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            pages = {"docs/en/p.md": self.source, f"docs/{self.locale}/p.md": self.target, **self.files}
            for name, text in pages.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, "utf-8", newline="")
            config = Config(root, "en", (self.locale,), ("docs/{locale}/{page}.md",), dialect=self.dialect)
            found = check(discover(config), config).findings
        return [finding for finding in found if finding.severity not in (Severity.INFO, Severity.OFF)]

    def is_right(self, found: Sequence[Finding]) -> bool:
        """Whether that is what was to be told."""
        if self.expect == "silent":
            return not found
        return any(not self.line or abs(finding.place.line - self.line) <= 1 for finding in found)


def cases(file: Path = FILE) -> list[Case]:
    """The pairs of a file."""
    return [_case(**one) for one in json.loads(file.read_text("utf-8"))]


def _case(*, line: int | None = None, kind: str = "", **rest: Any) -> Case:
    return Case(line=line or 0, kind=kind, **rest)


def main(arguments: list[str]) -> int:
    """Count, and with -v name what is judged wrongly."""
    right, total = Counter[str](), Counter[str]()
    files = [Path(name) for name in arguments if name != "-v"] or [FILE]
    for case in (one for file in files for one in cases(file) if one.expect != "undecided"):
        found = case.findings()
        total[case.expect] += 1
        if case.is_right(found):
            right[case.expect] += 1
        elif "-v" in arguments:
            told = "; ".join(f"{one.place.line} {one.severity} {one.rule}" for one in found) or "nothing"
            sys.stdout.write(
                f"{case.id} [{case.kind} {case.dialect} {case.locale}] {case.expect}: {told}  {case.note}\n"
            )
    sys.stdout.write(", ".join(f"{name} {right[name]} of {total[name]}" for name in sorted(total)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
