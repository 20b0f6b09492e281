"""SARIF 2.1.0 (OASIS), as code-scanning services read it. English, like JSON; columns in code points."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from facingpages import SITE, __version__
from facingpages.document import Place
from facingpages.finding import Finding, Fix, Severity
from facingpages.reference import ALL, address, explain
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.rules.rule import Rule
from facingpages.safe import safe, to_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}


def render(report: Report, style: Style | None = None) -> str:
    """The report as a SARIF log with one run."""
    base = style.base if style is not None else ""
    rules = sorted({finding.rule for finding in report.findings})
    run = {
        "tool": {
            "driver": {
                "name": "facingpages",
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": SITE,
                "rules": [_rule(ALL[rule]) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules.index(finding.rule), base) for finding in report.findings],
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    from facingpages.rules.docs import docs  # loaded where they are shown

    doc = docs()[rule.id].text
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": doc},
        "helpUri": address(rule.id),
        "help": {"text": f"{rule.summary}\n\n{doc}", "markdown": explain(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["translation", rule.id.split("-")[0]]},
    }


def _result(finding: Finding, index: int, base: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _plain(finding.text)},
        "locations": [_location(finding.place, finding.snippet, base)],
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _plain(related.message)},
                **_location(related.place, related.snippet, base),
            }
            for number, related in enumerate(finding.related)
        ]
    if finding.fix is not None:
        result["fixes"] = [_fix(finding.fix, base)]
    result["partialFingerprints"] = {"facingpages/v1": finding.fingerprint}
    result["properties"] = {"locale": finding.locale}
    return result


def _fix(fix: Fix, base: str) -> dict[str, Any]:
    """What would mend the finding: all edits are of its own page."""
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    artifact = {"artifactLocation": {"uri": _uri(fix.edits[0].place.path, base)}, "replacements": replacements}
    words = f"{fix.message} ({fix.applicability.value})"
    return {"description": {"text": safe(words)}, "artifactChanges": [artifact]}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _uri(path: str, base: str) -> str:
    return quote((base + path).encode("utf-8", "replace"), safe="/")


def _plain(text: str) -> str:
    """A message, harmless. Quoted Markdown makes no link: a viewer reads `[text](target)` as one (SARIF 3.11.6)."""
    text = safe(text)
    return text.replace("[", "\\[") if "](" in text else text


def _location(place: Place, snippet: str, base: str) -> dict[str, Any]:
    region = _region(place)
    if snippet:
        region["snippet"] = {"text": snippet}
    uri = _uri(place.path, base)
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
