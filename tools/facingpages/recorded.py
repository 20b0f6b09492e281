"""What a translation records of its source: the hash of the source file's bytes with CRLF line ends.

SHA-1 (40 hex digits) or SHA-256 (64), in `source_hash` or in Microsoft Learn's `ms.openlocfilehash`, where it has this
form.
"""

from __future__ import annotations

from facingpages.hashing import sha1, sha256

KEYS = ("source_hash", "ms.openlocfilehash")


def digests(raw: bytes) -> tuple[str, str]:
    """SHA-1 and SHA-256 of a source page, as they are recorded: with CRLF line ends."""
    content = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return sha1(content, usedforsecurity=False).hexdigest(), sha256(content).hexdigest()
