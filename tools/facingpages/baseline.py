"""A baseline: the findings a site had on the day it was written, so that only new ones are told.

An entry holds the fingerprint of a finding, and that is made of the text on both sides: when either changes, the entry
fits nothing any more. The other fields are for people who read the file, and find what a later version says in other
words.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from facingpages.config import SetupError, unread
from facingpages.finding import Finding
from facingpages.known import BaselineEntry
from facingpages.rules.page import UNCHECKED
from facingpages.safe import to_json
from facingpages.site.opener import read_named

VERSION = 1
NAME = "facingpages-baseline.json"
MAX_BYTES = 100_000_000


def render(findings: Sequence[Finding]) -> str:
    """The text of a baseline: an entry a line, sorted, without line numbers, so that it changes as little as can be."""
    rows = sorted(
        (
            (finding.place.path, finding.rule, finding.text, finding.fingerprint)
            for finding in findings
            if covers(finding)
        ),
    )
    lines = ",\n".join(
        "  " + to_json({"path": path, "rule": rule, "message": message, "fingerprint": fingerprint}, indent=None)
        for path, rule, message, fingerprint in rows
    )
    body = f"[\n{lines}\n ]" if lines else "[]"
    return f'{{\n "version": {VERSION},\n "findings": {body}\n}}\n'


def covers(finding: Finding) -> bool:
    """Whether a baseline can cover a finding: a page that was not checked is never taken for granted."""
    return finding.rule not in UNCHECKED


def read(file: Path) -> frozenset[BaselineEntry]:
    """The entries of a baseline. Raises SetupError when it can't be read or is none."""
    try:
        content = read_named(file, MAX_BYTES)
    except OSError as error:
        more = "; `facingpages baseline` writes one" if isinstance(error, FileNotFoundError) else ""
        raise unread(file, error, more) from None
    return parse(file, content)


def parse(file: Path, content: bytes) -> frozenset[BaselineEntry]:
    """The entries in the content of a baseline. Raises SetupError when it is none."""
    wrong = f"{file}: this is no baseline of facingpages; `facingpages baseline --output {file}` writes one"
    try:
        data: Any = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise SetupError(f"{wrong} (not valid JSON: {error}).") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise SetupError(f'{wrong} (it has no list "findings").')
    if data.get("version") != VERSION:
        raise SetupError(
            f"{file}: version {data.get('version')!r} of the baseline is not known; this facingpages reads {VERSION}."
        )
    found = set()
    for number, entry in enumerate(data["findings"], 1):
        fingerprint = entry.get("fingerprint") if isinstance(entry, dict) else None
        if not isinstance(fingerprint, str):
            raise SetupError(f"{wrong} (entry {number} has no fingerprint).")
        told = {name: entry[name] for name in ("path", "rule", "message") if isinstance(entry.get(name), str)}
        found.add(BaselineEntry(fingerprint, **told))
    return frozenset(found)
