"""Literals: what must not be translated though no mark-up says so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.finding import Finding, Severity
from facingpages.rules.base import ERROR, WARNING, Example, Family, Pair, Rule, shorten, written

CHANGED = Rule(
    "literal-changed",
    ERROR,
    "A name that a machine reads was translated, altered or lost.",
    "E-mail and IP addresses, GUIDs, versions, paths, registry keys, environment variables, cmdlets, error codes, "
    "options, identifiers: looked for in the aligned block of the translation, whatever stands around it.",
    (
        Example("Run Remove-MsolUser now.\n", "Kör Ta bort-MsolUser nu.\n", ("1:1",)),
        Example("Open 192.168.1.1 in a browser.\n", "Öppna 192.168.1.1.1 i en webbläsare.\n", ("1:1",)),
        Example("Write to help@contoso.com today.\n", "Skriv till hjälp@contoso.com i dag.\n", ("1:1",)),
        Example("Use Get-Mailbox here.\n", "Använd `Get-Mailbox` här.\n", note="Put into code: fine."),
    ),
)
NAME = Rule(
    "literal-name",
    WARNING,
    "A name in mixed case was altered.",
    "`SharePoint` that became `Share Point`, `onMicrosoft` that became `OnMicrosoft`: reported where a similar word "
    "stands in the translation and the right one does not.",
    (Example("Open OneDrive first.\n", "Öppna OneDriva först.\n", ("1:1",)),),
)

VERBS = (
    "Get Set New Remove Add Enable Disable Start Stop Test Connect Disconnect Install Uninstall Update Import Export Invoke "
    "Register Unregister Search Move Restore Clear Convert ConvertTo ConvertFrom Copy Find Grant Revoke Measure Out Read Write "
    "Rename Repair Reset Resolve Restart Resume Save Select Send Show Suspend Sync Unblock Block Undo Wait Enter Exit Format "
    "Group Join Limit Lock Merge Mount Dismount Open Close Optimize Ping Pop Push Protect Publish Request Save Split Step "
    "Switch Trace Unlock Unprotect Unpublish Use Watch Where ForEach Sort"
).split()
NOUNS = "Ins?|On|Ons|Up|Ups|Out|Off|Time|Based|Source|Only|Free|Level|End|Line|Side|Step|Screen|Air|World|Platform|To|By|Through|Down|Back"  # of plain English
STRONG = re.compile(
    r"(?P<email>[A-Za-z0-9][\w.+-]*@[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<guid>\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b)"
    r"|(?P<registry>\bHK(?:EY_[A-Z_]+|LM|CU|CR|U)\b\\?(?:[\w.-]+\\)*[\w.-]*)"
    r"|(?P<path>\b[A-Za-z]:\\(?:[\w.$%() -]+\\)*[\w.$%-]*|%[A-Za-z_]{3,}%(?:\\[\w.$%-]+)*|\\\\[\w.-]+\\[\w.$\\-]+|(?<![\w.:/])~?(?:/[a-z_.][\w.-]*){2,}/?)"
    r"|(?P<ip>\b\d{1,3}(?:\.\d{1,3}){3,4}(?:/\d{1,2})?\b)"
    r"|(?P<cmdlet>\b(?:" + "|".join(VERBS) + r")-(?!(?:" + NOUNS + r")\b)[A-Z][A-Za-z0-9]{2,}\b)"
    r"|(?P<hex>\b0x[0-9A-Fa-f]{3,}\b)"
    r"|(?P<code>\b[A-Z]{2,8}[-_]?\d{4,}(?:-\d+)?\b)"
    r"|(?P<version>\bv\d+(?:\.\d+)+\b|(?<![\d.])\d+\.\d+\.\d+(?:\.\d+)*(?![\d.]))"
    r"|(?P<variable>\$env:\w+|\b[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]\b)"
    r"|(?P<option>(?<![\w-])--[a-z][\w-]+)"
    r"|(?P<snake>\b[a-z][a-z0-9]*_[a-z0-9_]*[a-z0-9]\b)"
    r"|(?P<file>\b[\w-]+\.(?:exe|dll|json|ya?ml|xml|ps1|msi|docx?|xlsx?|pst|ost|csv|log|ini|cmd|bat|zip|html?|md|txt|py|js|ts|sh|toml|cfg|conf)\b)"
)  # fmt: skip
NAMES = re.compile(r"\b(?:[a-z]+[A-Z][A-Za-z0-9]*|(?:[A-Z][a-z0-9]+){2,}[A-Z]?)\b")
ANY_CASE = frozenset(("email", "cmdlet", "registry", "hex", "guid", "path", "file"))
HINT = re.compile(r"[@\\_]|[a-z][A-Z]|\d\.\d|--[a-z]|-[A-Z]|\.[a-z]|0x|[A-Z]\d{3}|/[a-z]")


def check(pair: Pair) -> Iterator[Finding]:
    """Literals of each source block that its translation lacks."""
    for bead in pair.aligned:
        if bead.source[0].kind in ("code", "directive") or bead.target[0].kind == "code":
            continue
        for block in bead.source:
            if HINT.search(block.text):
                yield from _block(pair, bead, block.text)


def _block(pair: Pair, bead: Bead, text: str) -> Iterator[Finding]:
    target = ""
    told: set[str] = set()
    for match in STRONG.finditer(text):
        literal = match.group().rstrip(".-_/\\ ") or match.group()
        if literal in told or len(literal) < 3:
            continue
        told.add(literal)
        target = target or plain(written(pair.target, bead.target))
        kind = match.lastgroup or ""
        known = plain(literal) in target if kind not in ANY_CASE else plain(literal).lower() in target.lower()
        if not known or not _whole(literal, kind, target):
            if kind == "version" and _dated(literal):
                continue
            yield _report(pair, bead, CHANGED, literal, severity=WARNING if kind in ("snake", "file") else None)
    if len(told) < 6:
        for match in NAMES.finditer(text):
            name = match.group()
            if name in told:
                continue
            told.add(name)
            target = target or plain(written(pair.target, bead.target))
            if name.lower() not in target.lower() and len(name) > 4 and name[:-1].lower() not in target.lower() and _altered(name, target):
                yield _report(pair, bead, NAME, name)


def plain(text: str) -> str:
    """A text with full-width and escaped forms made plain."""
    text = text.replace("\\_", "_").replace("\\\\", "\\").replace("\u2011", "-").replace("&amp;", "&").replace("\u00ad", "")
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _whole(literal: str, kind: str, target: str) -> bool:
    """Whether an address or version stands there by itself, not as a part of a longer one."""
    if kind not in ("ip", "version"):
        return True
    return re.search(rf"(?<![\d.]){re.escape(literal)}(?!\.?\d)", target) is not None


def _dated(literal: str) -> bool:
    parts = literal.split(".")
    return len(parts) == 3 and len(parts[2]) in (2, 4) and parts[0].isdigit() and int(parts[0]) <= 31 and int(parts[1]) <= 31


def _altered(name: str, target: str) -> bool:
    """Whether a word, or two neighbouring ones, of the target look like the name."""
    wanted = name.lower()
    words = re.findall(r"[A-Za-z0-9]+", target)
    for position, word in enumerate(words):
        joined = word + (words[position + 1] if position + 1 < len(words) else "")
        for candidate in (word, joined):
            other = candidate.lower()
            if other != wanted and abs(len(other) - len(wanted)) <= 2 and _near(other, wanted) and other[:1] == wanted[:1]:
                return not other.startswith(wanted)
            if candidate is joined and other == wanted:
                return True
    return False


def _near(a: str, b: str) -> bool:
    pairs_a = {a[i : i + 2] for i in range(len(a) - 1)}
    pairs_b = {b[i : i + 2] for i in range(len(b) - 1)}
    return len(pairs_a & pairs_b) >= 0.6 * max(len(pairs_a), len(pairs_b))


def _report(pair: Pair, bead: Bead, rule: Rule, literal: str, severity: Severity | None = None) -> Finding:
    origin = (bead.source[0].start, bead.source[0].end)
    for block in bead.source:
        at = block.text.find(literal)
        if at >= 0:
            start = block.offset(at)
            origin = (start, start + len(literal.encode()))
    block = bead.target[0]
    return pair.finding(
        rule, '"{literal}" of the source does not stand in the translation as it is.', (block.start, block.end), origin,
        bead=bead, severity=severity, literal=shorten(literal, 80),
    )  # fmt: skip


FAMILY = Family((CHANGED, NAME), pair=check)
