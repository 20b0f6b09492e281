"""What a program reads in the text - template tags, shortcodes, attribute lists, expressions - kept from the parser."""

from __future__ import annotations

from facingpages.document import Span
from facingpages.late import late
from facingpages.read.dialects.dialect import Dialect

MARK = b"$"  # as `{`, punctuation to CommonMark, so that emphasis around it opens and closes as before
# Below a tag of Liquid that stands alone: what takes its place ends in a line end, so that it begins no paragraph.
DEFINED_BELOW = late(rb"[ \t]*\r?\n {0,3}\[(?!\^)[^\[\]\r\n]{1,200}\]:[ \t]*[^\s\[]")
LINE_END = late(r"\s*\n(?:\s|>(?!\}))*")
TAGS = late(rb"\{%[^%\r\n]*%\}")


def hide(raw: bytes, dialect: Dialect) -> tuple[bytes, list[Span]]:
    """`raw` with each hidden place filled with `$`, and those places in order. A comment of MDX is one of them."""
    found: list[Span] = []
    parts: list[bytes] = []
    pattern = dialect.hidden
    reached = 0
    for start in _signs(raw, dialect.hidden_signs):
        match = pattern.match(raw, start) if start >= reached else None
        if match is None:
            continue
        end = match.end()
        text = match.group().decode("utf-8", "replace")
        text = text if text.startswith(("{{<", "{{%")) else unwrapped(text)
        if match.lastindex:  # an include: its label is words, its target is not
            text = f"[!{match.group(1).decode()}]{match.group(2).decode('utf-8', 'replace')}"
        found.append(Span(start, end, text))
        parts += (raw[reached:start], MARK * (end - start))
        if raw.startswith(b"{%", start) and _is_apart(raw, start, end):
            parts[-1] = parts[-1][:-1] + b"\n"
        reached = end
    parts.append(raw[reached:])
    return b"".join(parts) if found else raw, found


def unwrapped(text: str) -> str:
    """What an editor wrapped, in a quotation, too, as one line."""
    return LINE_END.sub(" ", text) if "\n" in text else text


def _is_apart(raw: bytes, start: int, end: int) -> bool:
    """Whether a tag stands alone on its lines, above definitions of references."""
    if DEFINED_BELOW.match(raw, end) is None:
        return False
    return not TAGS.sub(b"", raw[raw.rfind(b"\n", 0, start) + 1 : start]).strip()


def _signs(raw: bytes, signs: tuple[bytes, ...]) -> list[int]:
    """Where hidden places may begin."""
    places: list[int] = []
    for sign in signs:
        at = raw.find(sign)
        while at >= 0:
            places.append(at)
            at = raw.find(sign, at + 1)
    return sorted(places) if len(signs) > 1 else places


def is_comment(text: str) -> bool:
    """Whether a hidden place is a comment of MDX."""
    return text.startswith("{/*")


def is_attributes(text: str) -> bool:
    """Whether a hidden place is an attribute list: `{: .class }`, `{#id}`. A reader sees nothing of it."""
    return text[:1] == "{" and text[1:].lstrip(" \t")[:1] in ("#", ".", ":")
