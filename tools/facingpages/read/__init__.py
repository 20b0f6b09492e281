"""Bytes of a page become a `Document`. Whatever is wrong with the page is told in its `faults`; nothing is raised."""

from __future__ import annotations

import codecs

from facingpages.document import DialectName, Document, Fault
from facingpages.late import late
from facingpages.read.frontmatter import read_metadata
from facingpages.read.markdown import read_blocks

MAX_BYTES = 20_000_000
BROKEN = late("[\udc80-\udcff]")  # how Python shows a byte that is not UTF-8
STRAY = 8  # such bytes, that may have come with a few words from elsewhere
HIGH = bytes(range(128))  # of these no encoding that pages are in makes anything else


def read_page(raw: bytes, dialect: DialectName = "commonmark", *, path: str = "") -> Document:
    """The document of a page; offsets count from after a byte order mark."""
    faults: list[Fault] = []
    raw = decode(raw, faults)
    document = Document(path, raw, dialect, faults=faults)
    if len(raw) > MAX_BYTES:
        values = {"size": str(len(raw)), "limit": str(MAX_BYTES)}
        faults.append(Fault("page-unreadable", 0, 0, "large", values))
        return document
    read_metadata(document)
    end = document.metadata_end
    read_blocks(document, b" " * end + raw[end:] if end else raw)
    return document


def read_bilingual(raw: bytes, *, path: str = "") -> tuple[Document | None, Document]:
    """The source and the translation that one bilingual file of Learn holds. All offsets of both are those of the file.

    Faults of the file are the translation's: bad bytes, segments whose markup is broken, and a page of words without
    any segment, whose source is None (`page-bilingual`).
    """
    faults: list[Fault] = []
    raw = decode(raw, faults)
    from facingpages.read.bilingual import split  # Learn's files alone are like that
    from facingpages.read.halves import move

    found = split(raw)
    source = read_page(found.source.raw, "learn", path=path)
    target = read_page(found.target.raw, "learn", path=path)
    move(source, found.source, raw)
    move(target, found.target, raw)
    for offset, reason in found.faults:
        faults.append(Fault("page-bilingual", offset, min(offset + 1, len(raw)), "segment", {"reason": reason}))
    if not found.segments:
        if not found.faults and any(block.text.strip() for block in target.blocks if block.kind != "code"):
            start = target.blocks[0].start
            faults.append(Fault("page-bilingual", start, start, "alone", {}))
        target.faults = faults + target.faults
        return None, target
    target.faults = faults + target.faults
    return source, target


def decode(raw: bytes, faults: list[Fault]) -> bytes:
    """Valid UTF-8 of the same length wherever that is possible, so that offsets stay true."""
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[3:]
    elif raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        faults.append(Fault("page-encoding", 0, 0, "utf-16", {}))
        raw = raw.decode("utf-16", "replace").encode("utf-8", "replace")
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        values = {"byte": f"0x{raw[error.start]:02X}"}
        text, broken = BROKEN.subn("?", raw.decode("utf-8", "surrogateescape"))
        other = broken > STRAY and 3 * broken > len(raw.translate(None, HIGH))
        faults.append(Fault("page-encoding", error.start, error.start + 1, "other" if other else "byte", values))
        raw = text.encode()
    if b"\0" in raw:
        at = raw.index(b"\0")
        faults.append(Fault("text-control", at, at + 1, "nul", {}))
        raw = raw.replace(b"\0", b" ")
    return raw
