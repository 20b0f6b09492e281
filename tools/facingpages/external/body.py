"""The text of a page as it was sent: unpacked, and in the charset that it declares."""

from __future__ import annotations

import codecs
import re
import zlib

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META = re.compile(rb"<meta[^>]*?\bcharset\s*=\s*[\"']?\s*([\w:.-]+)", re.I)
LOOKED_AT = 1024  # bytes in which a page may declare its charset (HTML Standard)
# What these labels stand for on the web (Encoding Standard).
WEB = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
WEB |= {"l1": "cp1252", "iso-8859-9": "cp1254", "utf-16": "utf-16-le", "gb2312": "gbk", "shift_jis": "cp932"}
PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # zlib's window bits


def unpacked(body: bytes, encoding: str, most: int) -> bytes | None:
    """A body without its `Content-Encoding`; None where it is too long, broken, or in one that is not known here."""
    for name in reversed([one.strip().lower() for one in encoding.split(",")]):
        if name in ("", "identity"):
            continue
        if name not in PACKED:
            return None
        bits = PACKED[name]
        if name == "deflate" and not _is_zlib(body):
            bits = -15  # bare, as some servers send it
        try:
            body = zlib.decompressobj(bits).decompress(body, most + 1)
        except zlib.error:
            return None
        if len(body) > most:
            return None
    return body


def _is_zlib(body: bytes) -> bool:
    return len(body) > 1 and body[0] & 15 == 8 and int.from_bytes(body[:2], "big") % 31 == 0


def text_of(page: bytes, declared: str) -> str:
    """The text of a page. `declared` is the charset of its `Content-Type`, if it has one."""
    for mark, name in MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(name, "replace")
    if declared and (known := _known(declared)):
        return page.decode(known, "replace")
    meta = META.search(page, 0, LOOKED_AT)
    if meta is not None and (known := _known(meta.group(1).decode())):
        # What could be read so far is no UTF-16, whatever it says.
        return page.decode("utf-8" if known.startswith("utf-16") else known, "replace")
    try:
        return page.decode()
    except UnicodeDecodeError:
        return page.decode("cp1252", "replace")


def _known(label: str) -> str:
    name = label.strip("\"' ").lower()
    name = WEB.get(name, name)
    try:
        return name if codecs.lookup(name)._is_text_encoding else ""
    except LookupError:
        return ""
