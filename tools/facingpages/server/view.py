"""Our findings and places as an editor takes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lsprotocol import types

from facingpages.document import Place
from facingpages.finding import Finding, Severity
from facingpages.messages import Catalog
from facingpages.reference import address
from facingpages.report.style import Style
from facingpages.safe import safe
from facingpages.server.site import OpenSite
from facingpages.server.text import EditorText, Encoding

NAME = "facingpages"
LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def file_of(uri: str) -> Path | None:
    """The file that an address names; None for what is no file of this machine."""
    try:
        parts = urlsplit(uri)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost") or "%00" in parts.path:
            return None
        file = Path(url2pathname(parts.path))
        return file if file.is_absolute() else None
    except ValueError:
        return None


class View:
    """How one editor wants things: its units of columns, its language, how it spells the addresses of open files."""

    def __init__(
        self, encoding: Encoding, language: str, spelled: Callable[[str], str | None], *, versioned: bool = False
    ) -> None:
        self.encoding = encoding
        self.versioned = versioned  # whether its edits can name the version that they are for
        self.style = Style(catalog=Catalog(language))
        self._spelled = spelled

    def uri(self, file: Path) -> str:
        """The address of a file."""
        return self._spelled(str(file)) or file.as_uri()

    def location(self, site: OpenSite, place: Place, text: EditorText | None = None) -> types.Location:
        """A place, perhaps on another page, whose text may be at hand."""
        text = text or site.text(place.path) or EditorText("")
        return types.Location(self.uri(site.file_of(place.path)), text.range(place, self.encoding))

    def diagnostics(self, site: OpenSite, text: EditorText, findings: Sequence[Finding]) -> list[types.Diagnostic]:
        """The findings of a page; the pages that they show beside it are read once."""
        paths = {one.place.path for finding in findings for one in finding.related}
        beside = {path: other for path in paths if (other := site.text(path)) is not None}
        return [self.diagnostic(site, text, finding, beside) for finding in findings]

    def diagnostic(
        self,
        site: OpenSite,
        text: EditorText,
        finding: Finding,
        beside: Mapping[str, EditorText] = MappingProxyType({}),
    ) -> types.Diagnostic:
        """A finding."""
        related = [
            types.DiagnosticRelatedInformation(
                self.location(site, one.place, beside.get(one.place.path)), safe(self.style.catalog.say(one.message))
            )
            for one in finding.related
        ]
        return types.Diagnostic(
            range=text.range(finding.place, self.encoding),
            message=self.style.message(finding),
            severity=LEVELS.get(finding.severity),
            code=finding.rule,
            code_description=types.CodeDescription(address(finding.rule)),
            source=NAME,
            related_information=related or None,
            data={"fingerprint": finding.fingerprint},
        )
