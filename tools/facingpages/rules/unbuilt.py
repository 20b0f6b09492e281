"""What keeps an MDX page from being built: the first such place, behind which nothing is read."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.document import Document
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.base import Pair, shorten
from facingpages.rules.rule import ERROR, Rule
from facingpages.rules.uncommented import OPENER, open_comment

BREAK = late(rb"\{/\*(?:(?!\*/|\{/\*)[\s\S])*+(?=\{/\*|\Z)|<(?:(?=[0-9=@#%+*,.;:?~^|&()\[\]-])|!--)|<(?:https?|mailto):[^<>\s]+>|<[ \t]+[A-Z][\w.]*(?:[ \t]+[\w-]+[ \t]*=[^<>\n]*|[ \t]*)>|<[bh]r[ \t]*>(?!</)|<(?:img|input)\b[^<>]*[^/<>]>(?!</)|<[A-Za-z][\w.-]*\s+[\w:-]+=[\"'][^<>{}\n]*(?:\n(?!\s*\n)[^<>{}\n]*){0,9}(?=\n\s*\n|\s*\Z)")  # fmt: skip
COMMENT = late(rb"\{/\*(?:(?!\*/|\{/\*)[\s\S])*+\*/\s*\}")  # in it, anything may stand
# A tag as far as its properties can be read. Braces in braces in braces are enough: `style={{ a: {} }}`.
VALUE = rb"(?:\"[^\"]*+\"|'[^']*+'|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})"
PROPERTY = rb"(?:[A-Za-z_$][\w:.$-]*+(?:\s*+=\s*+" + VALUE + rb")?+|\{[^{}]*+\})"
TAG = late(rb"<[A-Za-z\x80-\xff][\w.:\x80-\xff-]*+(?:\s*+" + PROPERTY + rb")*+")
# What stands there then: a quotation mark that begins no value, or one of text where a value should begin.
MARKS = "\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f\uff02"
MISQUOTED = late(rb"(\s*+)(?:=\s*+)?(?:" + "|".join(MARKS).encode() + rb")[^<>\s\"]{0,12}")


def unbuilt(pair: Pair, breaks: Rule, unclosed: Rule) -> Iterator[Finding]:
    """What keeps an MDX page from being built, the first on a page, for nothing behind it is read; in other pages a
    comment that never ends, and keeps what is behind it from the reader or is shown itself."""
    broken = _first_break(pair.target) if _first_break(pair.source) is None else None
    if broken is not None:
        yield pair.finding(breaks, "breaks", at=broken, text=shorten(pair.target.source_text(*broken), 20))
    found = open_comment(pair.target) if open_comment(pair.source) is None else None
    if found is not None:
        start, end = found[0], found[0] + len(OPENER)
        yield pair.finding(unclosed, "open", at=(start, end), text="<!--", severity=ERROR if found[1] > end else None)


def _first_break(document: Document) -> tuple[int, int] | None:
    """The first place of an MDX page at which it does not build; what is code or escaped breaks nothing."""
    if "mdx break" not in document.memo:
        document.memo["mdx break"] = min(_breaks(document), default=None) if DIALECTS[document.dialect].jsx else None
    found: tuple[int, int] | None = document.memo["mdx break"]
    return found


def is_misquoted(document: Document, start: int, end: int) -> bool:
    """Whether a tag that begins on a part of an MDX page has a quotation mark where none can be read."""
    if not DIALECTS[document.dialect].jsx:
        return False
    return any(MISQUOTED.match(document.raw, tag.end()) for tag in TAG.finditer(document.raw, start, end))


def _breaks(document: Document) -> Iterator[tuple[int, int]]:
    raw = document.raw
    if raw.find(b"<", document.metadata_end) < 0 and b"{/*" not in raw:
        return
    blocks = document.blocks
    closed = [(block.start, block.end) for block in blocks if block.kind == "code" or block.name == "module"]
    closed += [(code.start, code.end) for block in blocks for code in block.codes]
    closed += [(span.start, span.end) for block in blocks for span in block.directives if span.text[:1] == "{"]

    if b"{/*" in raw:
        closed += [comment.span() for comment in COMMENT.finditer(raw, document.metadata_end)]

    def counts(at: int) -> bool:
        if raw[at - 2 : at] == b"](" or raw[at - 3 : at] == b"]: ":
            return False  # where a link leads: `[a](<https://x.example/b_(c)>)`
        return raw[at - 1 : at] != b"\\" and not any(first <= at < last for first, last in closed)

    for match in BREAK.finditer(raw, document.metadata_end):
        if counts(match.start()):
            yield match.span()
            break
    for tag in TAG.finditer(raw, document.metadata_end):
        wrong = MISQUOTED.match(raw, tag.end())
        if wrong is not None and counts(tag.start()):
            start = max(raw.rfind(sign, tag.start(), wrong.end(1)) for sign in (b" ", b"\n", b"<"))
            yield start + (raw[start : start + 1] != b"<"), wrong.end()
            break
