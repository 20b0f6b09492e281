"""Which messages there are: what the rules say, and the words of the reports. Each with where it is said."""

from __future__ import annotations

from pathlib import Path

from babel.messages.extract import extract_from_dir

from facingpages.finding import Severity
from facingpages.messages import FOLDER
from facingpages.reference import ALL
from facingpages.report.text import HEADS, LEFT_OUT, LEVELS
from facingpages.report.together import WORDS
from facingpages.rules.absent import PERHAPS
from facingpages.status import HEADS as STATUS_HEADS

PACKAGE = Path(__file__).parents[2] / "tools" / "facingpages"
LOCALES = tuple(sorted(folder.parent.name for folder in FOLDER.glob("*/LC_MESSAGES")))
Message = str | tuple[str, str]


def messages() -> dict[Message, set[str]]:
    """Every message, or a pair of singular and plural, with the rules that say it, or the module it stands in."""
    found: dict[Message, set[str]] = {}
    for rule in ALL.values():
        for message in (*rule.messages.values(), rule.origin):
            found.setdefault(message, set()).add(rule.id)
    found.setdefault(PERHAPS, set()).add("rules/absent.py")
    for room in ("report", "commands"):
        for module, _, said, _, _ in extract_from_dir(PACKAGE / room, [("**.py", "python")], {}, {"say": None}):
            if isinstance(said, str):
                found.setdefault(said, set()).add(f"{room}/{module}")
    for message in WORDS:
        found.setdefault(message, set()).add("report/together.py")
    for pair in (*LEVELS.values(), *LEFT_OUT.values()):
        found.setdefault(pair, set()).add("report/text.py")
    for word in (*HEADS, *STATUS_HEADS, *(level.value for level in Severity if level is not Severity.OFF)):
        found.setdefault(word, set()).add("report/text.py")
    return found
