"""What a translation records of its source: the hash of the source file's bytes with CRLF line ends, or with LF.

SHA-1 (40 hex digits) or SHA-256 (64), in `source_hash` or in Microsoft Learn's `ms.openlocfilehash`, where it has this
form. Learn's pipeline hashes a file as it was checked out: of 368 published pages of one product 346 have it with LF,
of 299 of another all have it with CRLF.
"""

from __future__ import annotations

from facingpages.hashing import sha1, sha256

KEYS = ("source_hash", "ms.openlocfilehash")


def digests(raw: bytes) -> tuple[str, str]:
    """SHA-1 and SHA-256 of a source page as they are recorded: with CRLF line ends, as ours are."""
    content = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return sha1(content, usedforsecurity=False).hexdigest(), sha256(content).hexdigest()


def bare_digests(raw: bytes) -> tuple[str, str]:
    """The same with LF, which few record: asked where the others are not what is recorded."""
    content = raw.replace(b"\r\n", b"\n")
    return sha1(content, usedforsecurity=False).hexdigest(), sha256(content).hexdigest()


def is_of(digest: str, raw: bytes) -> bool:
    """Whether a recorded digest, in small letters, is that of a source page."""
    return digest in digests(raw) or digest in bare_digests(raw)
