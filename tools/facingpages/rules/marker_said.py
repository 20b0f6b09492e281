"""Which of the marks that a block lost count as lost."""

from __future__ import annotations

from pathlib import PurePosixPath

from facingpages.align import Bead
from facingpages.document import Document
from facingpages.rules.base import Pair
from facingpages.rules.marker_kinds import Kind, Mark
from facingpages.rules.roles import calls, lost_calls


def not_said(pair: Pair, bead: Bead, kind: Kind, gone: list[Mark], fewer: int) -> list[Mark]:
    """Those of the marks that are lost: roles may say once what the source says several times.

    A wiki link names a page by its file. Where each language calls its files by names of its own, as this page shows, it
    names another one, and only how many there are can be compared.
    """
    if not gone:
        return gone
    if kind.name == "wiki link" and _is_named_otherwise(pair.target):
        return gone[: max(0, fewer)]
    if kind.name == "role":
        return gone[: lost_calls(calls(pair.source, bead.source), calls(pair.target, bead.target))]
    return gone


def _is_named_otherwise(page: Document) -> bool:
    """Whether a page's file is not called as the page is, after its source."""
    file, name = (PurePosixPath(path).name.partition(".")[0] for path in (page.path, page.page))
    return bool(name) and file != name
