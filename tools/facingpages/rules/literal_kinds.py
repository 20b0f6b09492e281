"""What a machine reads without mark-up: names of commands, paths, versions, options. How each kind is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.document import OBJECT
from facingpages.languages import language
from facingpages.late import late

COMMANDING = frozenset((
    "Get", "Set", "New", "Remove", "Add", "Enable", "Disable", "Connect", "Disconnect", "Uninstall", "Invoke", "Register",
    "Unregister", "ConvertTo", "ConvertFrom", "Grant", "Revoke", "Measure", "Resolve", "Unblock", "Dismount", "Unlock",
    "Unprotect", "Unpublish", "ForEach",
))  # fmt: skip
SHELL = late(rb"(?i)powershell|cmdlet|pwsh")
HASH = late(r"\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,64}\b")
VERBS = [
    "Get", "Set", "New", "Remove", "Add", "Enable", "Disable", "Start", "Stop", "Test", "Connect", "Disconnect",
    "Install", "Uninstall", "Update", "Import", "Export", "Invoke", "Register", "Unregister", "Search", "Move",
    "Restore", "Clear", "Convert", "ConvertTo", "ConvertFrom", "Copy", "Find", "Grant", "Revoke", "Measure", "Out",
    "Read", "Write", "Rename", "Repair", "Reset", "Resolve", "Restart", "Resume", "Save", "Select", "Send", "Show",
    "Suspend", "Sync", "Unblock", "Block", "Undo", "Wait", "Enter", "Exit", "Format", "Group", "Join", "Limit",
    "Lock", "Merge", "Mount", "Dismount", "Open", "Close", "Optimize", "Ping", "Pop", "Push", "Protect", "Publish",
    "Request", "Save", "Split", "Step", "Switch", "Trace", "Unlock", "Unprotect", "Unpublish", "Use", "Watch",
    "Where", "ForEach", "Sort",
]  # fmt: skip
# Programs of Windows whose options begin with a slash and are words.
WINDOWS = [
    "gpupdate", "ipconfig", "sfc", "shutdown", "dism", "msiexec", "tasklist", "schtasks", "w32tm", "wbadmin", "slmgr",
]  # fmt: skip
# Second halves of English compounds in title case: Copy-Paste, Write-Ahead, Read-Only.
NO_NOUNS = [
    "Ahead",
    "And",
    "Back",
    "Behind",
    "Build",
    "Delete",
    "Down",
    "Driven",
    "End",
    "Eval",
    "Fix",
    "Friendly",
    "Free",
    "Heavy",
    "Into",
    "Less",
    "Made",
    "Many",
    "Mostly",
    "Off",
    "Once",
    "Only",
    "Out",
    "Over",
    "Paste",
    "Play",
    "Protect",
    "Protected",
    "Run",
    "Side",
    "Source",
    "Sourced",
    "Stop",
    "Style",
    "Through",
    "Time",
    "Together",
    "Type",
    "Wide",
    "Write",
]
# What a name in mixed case before it is a name of in a program: SecurityClass element.
MEMBERS = "class|element|method|property|attribute|interface|struct|enum|namespace|parameter|constructor"
# Names of products and languages, so written, that a language may spell with its own letters.
SPELLED = (
    r"(?!(?:Java|Type|Action|Coffee)Script\b|PowerShell\b|(?:Git|You|Linked|One|Post|My|Mac|Mongo|Open|Word)[A-Z])"
)
# Ways to write a name, themselves so written: a translation may call them by words of its own.
STYLES = r"(?!(?:screaming_)?(?:snake|constant|macro)_case\b|(?:SCREAMING_)?(?:SNAKE|CONSTANT|MACRO)_CASE\b)"
WIDE = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\uffef"  # letters of scripts without blanks: no part of a name beside them
FIRST_WIDE = "\u2e80"
FILE = r"\.(?:exe|dll|json|ya?ml|xml|ps1|msi|docx?|xlsx?|pst|ost|csv|log|ini|cmd|bat|zip|html?|md|txt|py|js|ts|sh|toml|cfg|conf)\b"
FILE_BESIDE_WIDE = late(rf"(?:\b|(?<=[{WIDE}]))(?:(?![{WIDE}])[\w-])+{FILE}")
# Kind, what must stand in a text for it to be worth a search, by its rarest sign, and the pattern: most texts hold none.
STRONG: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (kind, late(hint), late(pattern))
    for kind, hint, pattern in (
        ("email", "@", r"[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9-]+)+"),
        ("guid", r"-[0-9a-fA-F]{4}-", r"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b"),
        ("registry", "HK", r"\bHK(?:EY_[A-Z_]+|LM|CU|CR|U)\b\\?(?:[\w.-]+\\)*[\w.-]*"),
        (
            "path",
            r":\\|\\\\|%",
            r"\b[A-Za-z]:\\(?:[\w.$%() -]+\\)*[\w.$%-]*|%[A-Za-z_]{3,}%(?:\\[\w.$%-]+)*|\\\\[\w.-]+\\[\w.$\\-]+",
        ),
        ("path", "/", r"(?<![\w.:/])~?/[a-z_.][\w.-]*(?:/[a-z\d_.][\w.-]*)+/?"),
        ("ip", r"\.(?<=\d\.)\d", r"\b\d{1,3}(?:\.\d{1,3}){3,4}(?:/\d{1,2})?\b"),
        (
            "cmdlet",
            r"-(?<=[a-z]-)[A-Z]",
            r"\b(?<!\w-)(?:"
            + "|".join(VERBS)
            + r")-(?!(?:"
            + "|".join(NO_NOUNS)
            + r")\b)[A-Z][A-Za-z0-9]{2,}\b(?!-\w)",
        ),
        ("hash", r"[0-9a-f]{7}", HASH.pattern),
        ("growth", r"\bO\(", r"\bO\([1a-zA-Z](?:[ \w.*^+\u00b2\u00b3]{0,12}[\w\u00b2\u00b3])?\)"),
        ("hex", "0x", r"\b0x[0-9A-Fa-f]{3,}\b"),
        ("code", r"[A-Z][-_]?\d{3}", r"\b(?!(?:FY|CY)\d)[A-Z]{2,8}(?:[-_]?\d{4,}(?:-\d+)?|\d{3})\b"),
        (
            "version",
            r"\.(?<=\d\.)\d",
            r"\b[vV]\d+(?:\.\d+)+\b|(?<![\d.])\d+\.\d+\.\d+(?:\.\d+)*(?:[a-z]{1,8}\d*\b)?(?!\d|\.\d)",
        ),
        (
            "variable",
            r"[_$](?:(?<=[A-Z\d]_)[A-Z\d]|(?<=\$)env:)",
            r"\$env:\w+|\b" + STYLES + r"[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]\b",
        ),
        ("option", r"\.exe /", r"(?<=\.exe )/[a-z]{2,}\b"),
        ("option", r" /(?<=[a-z] /)", r"\b(?:" + "|".join(WINDOWS) + r")(?: /[A-Za-z]{2,}\b)+"),
        ("option", "--", r"(?<![\w)\ufffc\u201d-])--[a-z][\w-]+"),  # not a dash between two parts of a sentence
        ("snake", r"_(?<=[a-z\d]_)[a-z\d]", r"\b" + STYLES + r"[a-z][a-z0-9]*_[a-z0-9_]*[a-z0-9]\b"),
        ("domain", r"\.(?<=[a-z]\.)[a-z]", r"(?<![\w.])[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]+)+\b(?!\()"),
        ("file", r"\.(?<=\w\.)[a-z]", rf"\b(?<!\w-)(?=\w)(?:[\w-]{{1,64}}\.){{0,4}}[\w-]+{FILE}"),
        (
            "option",
            r"-(?<![\w)\ufffc\u201d-]-)[A-Z]",
            r"(?<![\w)\ufffc\u201d-])-(?:[A-Z][a-z0-9]+){2,5}\b(?!-)|(?:^|(?<=\t))-[A-Z][A-Za-z]{2,}(?=[ ]*(?:$|[|\t]))",
        ),
        ("sharp", r"[#+](?<=[A-Z][#+])", r"(?<![\w#])[A-Z](?:#|\+\+)(?![\w#+])"),
        ("member", rf" (?<=[a-z\d] )(?:{MEMBERS})\b", rf"\b{SPELLED}(?:[A-Z][a-z0-9]+){{2,6}}(?= (?:{MEMBERS})\b)"),
    )
)


def places(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where literals of a kind stand in a text. A set of so many signs takes 2 ms to compile, and few texts have any."""
    if kind == "file" and max(text.replace(OBJECT, " ")) >= FIRST_WIDE:
        pattern = FILE_BESIDE_WIDE
    return pattern.finditer(text)


def is_incidental(kind: str, literal: str, text: str) -> bool:
    """Whether a literal is a part of an address, of which matters where it leads, or what a program's message has a name
    put for, between quotation marks."""
    if kind == "variable":
        return f'"{literal}"' in text
    at = text.find(literal) if kind in ("guid", "hash") else -1
    return at > 0 and "://" in text[max(text.rfind(sign, 0, at) for sign in " \n\t") + 1 : at]


def is_english(cmdlet: str) -> bool:
    """Whether what looks like the name of a cmdlet is a hyphenated word: Sign-Up, Time-Based."""
    ordinary = language("en").hyphenated
    return ordinary is not None and ordinary.fullmatch(cmdlet.partition("-")[2]) is not None


def is_of_shell(cmdlet: str, raw: bytes) -> bool:
    """Whether such a name is that of a command: what it does begins no English compound, it is made of several words, or
    the page tells of PowerShell. `Split-Tunnel` may as well be a label."""
    does, _, noun = cmdlet.partition("-")
    return does in COMMANDING or sum(map(str.isupper, noun)) > 1 or SHELL.search(raw) is not None
