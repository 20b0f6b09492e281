"""Which version of the source a translation goes back to, and what has changed in the source since.

A translation records the hash of the source it was made from: `source_hash`, the SHA-256 of the file's bytes with CRLF
line ends, or on Learn's pages `ms.openlocfilehash`, the same with SHA-1 or SHA-256 (reproduced on published pages). The
text of an older version comes from the history of the repository, where there is one.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from facingpages.align import align
from facingpages.document import Block, Document
from facingpages.parse import parse

KEYS = ("source_hash", "ms.openlocfilehash")
HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
VERSIONS = 300  # how far back the history is searched


class Step(StrEnum):
    """How a translation stands to its source now."""

    CURRENT = "current"
    MARKUP = "markup"  # the source has changed, nothing a translator must do
    TEXT = "text"
    STRUCTURE = "structure"
    CHANGED = "changed"  # the version translated is not to be found, so what changed can't be told
    UNKNOWN = "unknown"  # no version is recorded


@dataclass(frozen=True, slots=True)
class SourceVersion:
    """The recorded hash and how things stand; `sections` are the source's headings under which the text changed."""

    recorded: str
    step: Step
    sections: tuple[str, ...] = ()


def source_hash(raw: bytes, digits: int = 64) -> str:
    """The hash of a source file's bytes with CRLF line ends: SHA-256, or SHA-1 for 40 digits."""
    normal = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return (hashlib.sha1(normal, usedforsecurity=False) if digits == 40 else hashlib.sha256(normal)).hexdigest()


def source_version(metadata: Mapping[str, object], source: Path, now: Document) -> SourceVersion:
    """How a translation with this front matter stands to its source file; `now` is that file, parsed."""
    recorded = next((value for key in KEYS if HASH.fullmatch(value := str(metadata.get(key) or "").strip())), "")
    if not recorded:
        return SourceVersion("", Step.UNKNOWN)
    if source_hash(source.read_bytes(), len(recorded)) == recorded:
        return SourceVersion(recorded, Step.CURRENT)
    for raw in _history(source):
        if source_hash(raw, len(recorded)) == recorded:
            step, sections = changes(parse(raw, path=now.path, dialect=now.dialect), now)
            return SourceVersion(recorded, step, sections)
    return SourceVersion(recorded, Step.CHANGED)


def changes(before: Document, after: Document) -> tuple[Step, tuple[str, ...]]:
    """What kind of change lies between two versions of one page, and the headings it stands under."""
    step = Step.MARKUP
    sections: dict[str, None] = {}
    for bead in align(before, after):
        moved = not bead.source or not bead.target or len(bead.source) != len(bead.target) or bead.moved
        if not moved and [_reading(block) for block in bead.source] == [_reading(block) for block in bead.target]:
            continue
        step = Step.STRUCTURE if moved else step if step is Step.STRUCTURE else Step.TEXT
        document, blocks = (after, bead.target) if bead.target else (before, bead.source)
        sections[_heading(document, blocks[0])] = None
    return step, tuple(name for name in sections if name)


def _reading(block: Block) -> tuple[str, ...]:
    """What a translator would have to look at: the words, the code, the alternative texts."""
    return (
        " ".join(block.text.split()),
        *(code.text for code in block.codes),
        *(image.alt or "" for image in block.images),
    )


def _heading(document: Document, block: Block) -> str:
    for other in reversed(document.blocks[: block.index + 1]):
        if other.kind == "heading":
            return " ".join(other.text.replace("\ufffc", "").split())
    return ""


def _history(file: Path) -> Iterator[bytes]:
    """Earlier texts of a file, newest first; nothing where there is no git or no history."""
    log = _git(file, "log", f"--max-count={VERSIONS}", "--format=", "--raw", "--no-abbrev", "--follow", "--", file.name)
    for line in log.decode("utf-8", "replace").splitlines():
        fields = line.split()
        if len(fields) > 3 and fields[3].strip("0"):
            yield _git(file, "cat-file", "blob", fields[3])


def _git(file: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=file.parent, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
