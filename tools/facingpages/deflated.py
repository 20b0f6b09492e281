"""Bytes as they are kept and sent, small; and back, within bounds: a few of them can stand for any number."""

from __future__ import annotations

import zlib

MOST = 256 << 20  # bytes that come of one part; what is larger is found anew
SMALL = 1 << 12  # bytes in which a window of as many finds all that a larger one does, in a quarter of the time


def deflate(content: bytes) -> bytes:
    """Small, and fast rather than smallest."""
    if len(content) > SMALL:
        return zlib.compress(content, 1)
    deflating = zlib.compressobj(1, zlib.DEFLATED, 12, 5)
    return deflating.compress(content) + deflating.flush()


def inflate(part: bytes, most: int = MOST) -> bytes:
    """The content again. Raises ValueError for what was not deflated, or comes to more than `most` bytes."""
    inflating = zlib.decompressobj()
    try:
        content = inflating.decompress(part, most + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if len(content) > most or not inflating.eof or inflating.unused_data:
        raise ValueError(f"no whole part of at most {most} bytes")
    return content
