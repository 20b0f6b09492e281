"""What a stylesheet fetches: `url(...)` and `@import`, as the tokens of CSS Syntax Module Level 3 have them."""

from __future__ import annotations

import re

ESCAPE = r"\\(?:[0-9a-fA-F]{1,6}[ \t\r\n\f]?|[^\r\n\f0-9a-fA-F])"
STRING = rf"\"(?:[^\"\\\r\n\f]|\\\r?\n|{ESCAPE})*+\"|'(?:[^'\\\r\n\f]|\\\r?\n|{ESCAPE})*+'"
BARE = rf"(?:[^\"'()\\\s]|{ESCAPE})*+"
TOKEN = re.compile(
    rf"/\*.*?(?:\*/|\Z)|@namespace\b[^;{{}}]*+|(?<![\w-])(?:url|src)\(\s*+(?P<url>{STRING}|{BARE})\s*+\)"
    rf"|@import\s*+(?P<import>{STRING})|{STRING}",
    re.S | re.I,
)
ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|(\r?\n)|(.))", re.S)


def fetched(css: str) -> set[str]:
    """The addresses that a stylesheet fetches, as written. Those of the page that uses it (`#id`) are none."""
    if "(" not in css and "@" not in css:
        return set()
    found = {_plain(match["url"] or match["import"] or "") for match in TOKEN.finditer(css)}
    return {address for address in found if address and not address.startswith("#")}


def _plain(written: str) -> str:
    text = written[1:-1] if written[:1] in ("'", '"') else written
    return ESCAPED.sub(_char, text).strip() if "\\" in text else text.strip()


def _char(match: re.Match[str]) -> str:
    number, line, char = match.groups()
    if number:
        code = int(number, 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if line else char or ""
