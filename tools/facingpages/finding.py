"""What is reported: a finding, its places, its severity."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from facingpages.document import Place
from facingpages.hashing import sha256
from facingpages.tuples import NamedTuple


class Severity(StrEnum):
    """How much a finding matters: only an error fails a run (`--strict`: anything does)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


def severity_of(rule: str, table: Mapping[str, Severity], default: Severity) -> Severity:
    """The severity the configuration gives a rule: the longest of its leading parts that is named there."""
    if table:
        words = rule.split("-")
        for count in range(len(words), 0, -1):
            found = table.get("-".join(words[:count]))
            if found is not None:
                return found
    return default


class Related(NamedTuple):
    """A second place of a finding, usually in the source."""

    place: Place
    message: str
    snippet: str = ""


class Applicability(StrEnum):
    """How sure a fix is: applied when asked to fix, or only when asked for unsafe fixes, too."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """A place and the text that goes there instead."""

    place: Place
    text: str


class Fix(NamedTuple):
    """What would mend a finding: edits that never overlap, and in a few words what they do."""

    applicability: Applicability
    message: str
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One thing that is not in parity.

    `message` is a template with `{name}` fields and `values` what goes into them, so that it can be told in another
    language; `text` is it in English. `content` is what the finding was seen in, on both sides: a fingerprint, an
    ignore or a baseline entry holds as long as it does not change.
    """

    rule: str
    severity: Severity
    place: Place
    locale: str
    message: str
    values: Mapping[str, str] = MappingProxyType({})
    related: tuple[Related, ...] = ()
    snippet: str = ""
    content: str = ""
    page: str = ""
    ordinal: int = 0
    fix: Fix | None = None

    @property
    def text(self) -> str:
        """The message in English."""
        return fill(self.message, self.values)

    @property
    def fingerprint(self) -> str:
        """32 hex digits that stay the same while rule, page, locale and the content of the aligned pair do."""
        return self.worded(self.text)

    def worded(self, text: str) -> str:
        """What the fingerprint would be if the message said this."""
        parts = (self.rule, self.locale, self.page, text, self.content.replace("\r\n", "\n"), str(self.ordinal))
        return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Findings are sorted by this: path, line, column, rule."""
        return (self.place.path, self.place.line, self.place.column, self.rule, self.text)


def fill(template: str, values: Mapping[str, str]) -> str:
    """A message template with its values. Values are never read as templates."""
    if not values:
        return template
    opened = False
    for name, value in values.items():
        if "{" in value or "\0" in value:
            opened, value = True, value.replace("{", "\0")
        template = template.replace(f"{{{name}}}", value)
    return template.replace("\0", "{") if opened else template
