"""What is told of small pairs, in full: each finding's place, severity and values, and what would mend it.

`told.json` holds pairs that lie on either side of a condition, by the rules' subject, and what is told of them; of the
rules' own examples, by a sum of their texts. `python -m tests.rules.told` writes it anew, with an empty list for what
is new, and `edited.json` (see `edited.py`), too: read the difference before you commit it.
"""

from __future__ import annotations

import json
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.rules.test_examples import CASES, findings

from facingpages.document import Place
from facingpages.finding import Finding
from facingpages.rules.doc import Example
from facingpages.rules.families import RULES

FILE = Path(__file__).parent / "told.json"


def pairs(subject: str) -> list[tuple[Example, list[str]]]:
    """The pairs of a subject, with what is told of each."""
    return [(Example(*texts, **more), told) for texts, more, told in read()["pairs"][subject]]


def examples() -> dict[str, Example]:
    """The rules' own examples, by a sum of their texts."""
    return {sum_of(one): one for _, one in CASES}


def sum_of(one: Example) -> str:
    """Of an example's texts."""
    return sha256(f"{one.source}\0{one.target}\0{one.locale}\0{one.dialect}".encode()).hexdigest()[:12]


def read() -> dict[str, Any]:
    """The file, as it is."""
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return found


def said(example: Example) -> list[str]:
    """Each finding of a pair in a line."""
    return [_line(finding) for finding in findings(example)]


def _line(finding: Finding) -> str:
    values = "".join(f" {name}={value!r}" for name, value in finding.values.items())
    messages = RULES[finding.rule].messages
    which = [name for name, template in messages.items() if template == finding.message and len(messages) > 1]
    line = f"{':'.join([finding.rule, *which])} {finding.severity} {_span(finding.place)}{values}"
    line += "".join(f" < {_span(one.place)}" for one in finding.related)
    if finding.fix is None:
        return line
    edits = " ".join(f"{_span(edit.place)} {edit.text!r}" for edit in finding.fix.edits)
    return f"{line} | {finding.fix.applicability} {edits}"


def _span(place: Place) -> str:
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


def as_json(value: object) -> str:
    """With letters as they are, and signs that nobody sees by their numbers."""
    return "".join(
        sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in json.dumps(value, ensure_ascii=False)
    )


def main() -> None:
    """Write what is told."""
    whole = read()
    lines = ['{"pairs": {']
    subjects = whole["pairs"].items()
    for at, (subject, table) in enumerate(subjects, 1):
        rows = [as_json([texts, more, said(Example(*texts, **more))]) for texts, more, _ in table]
        lines += [f"{json.dumps(subject)}: [", ",\n".join(rows), "]" + "," * (at < len(subjects))]
    told = [f"{json.dumps(name)}: {as_json(said(one))}" for name, one in examples().items()]
    lines += ['}, "examples": {', ",\n".join(told), "}}"]
    FILE.write_text("\n".join(lines) + "\n", "utf-8")
    import_module("tests.rules.edited").write()  # which imports this module


if __name__ == "__main__":
    main()
