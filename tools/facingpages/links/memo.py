"""What the link check said of a site as it is now: kept outside of the site, and good until anything changes.

A state is a digest of all that the verdicts rest on: the pages' bytes, the names of all files, the generator's
configuration, the version of the check. Where that can't be told, nothing is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from facingpages import __version__
from facingpages.config import Config, SetupError
from facingpages.document import Place
from facingpages.finding import Finding, Related, Severity
from facingpages.ignore import Ignore
from facingpages.links.publication import Publication
from facingpages.safe import to_json
from facingpages.site import Site
from facingpages.writing import write

VERSION = 1


class Memo:
    """The memory of one site, in the user's cache folder."""

    def __init__(self, config: Config) -> None:
        name = hashlib.blake2b(os.fsencode(config.root.resolve()), digest_size=16).hexdigest()
        self.file = _folder() / f"links-{name}.json"
        self.config = config

    def state(self, site: Site, publication: Publication) -> str:
        """The digest of a site, "" where not all is known that it would have to hold."""
        known = publication.state()
        if known is None or any(page.error for page in site.pages):
            return ""
        digest = hashlib.blake2b(digest_size=32)
        digest.update(
            f"{VERSION} {__version__} {_settings(self.config)} {site.source} {known}".encode("utf-8", "replace")
        )
        for page in site.pages:
            try:
                content = page.read()
            except OSError:
                return ""
            head = f"\0{page.path}\0{page.locale}\0{page.name}\0{len(content)}\0"
            digest.update(head.encode("utf-8", "surrogateescape"))
            digest.update(content)
        return digest.hexdigest()

    def recall(self, state: str) -> tuple[list[Finding], list[Ignore]] | None:
        """What was said of this very state, None if nothing was."""
        try:
            data = json.loads(self.file.read_text("utf-8"))
            if not state or data["state"] != state:
                return None
            return [_finding(entry) for entry in data["findings"]], [Ignore(**entry) for entry in data["ignores"]]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def keep(self, state: str, findings: Sequence[Finding], ignores: Iterable[Ignore]) -> None:
        """Remember what was said. A cache that can't be written is no reason to stop."""
        if not state:
            return
        data = {
            "state": state,
            "findings": [_plain(one) for one in findings],
            "ignores": [asdict(one) for one in ignores],
        }
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write(self.file, to_json(data, indent=None))
        except (OSError, SetupError):
            return


def _folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".cache") / "facingpages"


def _settings(config: Config) -> str:
    kept = (
        field.name for field in fields(config) if field.name not in ("root", "severity", "origin", "layout", "given")
    )
    return repr([(name, getattr(config, name)) for name in kept])


def _plain(finding: Finding) -> dict[str, Any]:
    entry = asdict(finding)
    entry["values"] = dict(finding.values)
    return entry


def _finding(entry: dict[str, Any]) -> Finding:
    related = tuple(Related(Place(*one["place"]), one["message"], one["snippet"]) for one in entry.pop("related"))
    place, severity = Place(*entry.pop("place")), Severity(entry.pop("severity"))
    return Finding(place=place, severity=severity, related=related, **entry)
