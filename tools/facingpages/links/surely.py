"""The ids that a page surely has, told from its bytes: those of headings that nothing on the page can hide.

Such a heading stands at the margin below a blank line, without markup but for code, and no fence, raw HTML or comment
may reach over it. What else there is may give a page more ids, but takes none of these away: one that is claimed
already is there. The tests hold them against what a reading finds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set

from facingpages.document import DialectName
from facingpages.generators.rendering import Rendering
from facingpages.late import late
from facingpages.links.headings import EMOJI
from facingpages.read.attributes import listed_id
from facingpages.read.dialects import DIALECTS
from facingpages.read.frontmatter import matter
from facingpages.read.python_markdown import BLOCKS

FENCES = late(rb"`{3,}|~{3,}")
HIDING = late(rb"<(?:(?i:pre|script|style|textarea)\b|[?]|![A-Za-z\[])")  # to its own end, over blank lines
COMMENT = late(rb"<!--.*?(?:-->|\Z)", re.S)
LONE_CR = late(rb"\r(?!\n)")
LINE = late(
    rb"\n(?:(?P<indent> *+)(?:(?P<fence>`{3,}|~{3,})(?P<info>[^`\r\n]*)|<(?P<closing>/?)(?P<tag>[A-Za-z][\w-]*+))"
    rb"|(?:(?<=\n\n)|(?<=\n\r\n))(?P<heading>#{1,6} ++(?P<words>[^\r\n]*)))"
)
BLANK = late(rb"\n\r?\n")
MARKUP = late(r"[\[\]<>&\\*_~^$|{}@\u00a0]|--|://|www\.|mailto:|:id=|#\Z")
NOT_IN_CODE = late(r"[<>&\\$|{}@\u00a0]|\A[:#]|://|www\.|mailto:")
MOST_BLANKS = 3  # before a tag that begins a line


def surely(raw: bytes, dialect: DialectName, rendering: Rendering) -> frozenset[str]:
    """The ids that a page surely has."""
    if not rendering.sure or DIALECTS[dialect].jsx or b"endhighlight" in raw or HIDING.search(raw):
        return frozenset()
    if b"\r" in raw and LONE_CR.search(raw):
        return frozenset()
    front = matter(raw)
    page = b"\n" + raw[front[2] :] if front is not None and front[2] else b"\n\n" + raw
    found = set()
    for line, words in _headings(page, python=DIALECTS[dialect].python):
        if words.endswith("}") and rendering.attributes:
            found.add(listed_id(line))
        elif (text := _text(words, raw=rendering.ids.raw)) is not None:
            found.add(rendering.ids.slug(" ".join(text.split()) if rendering.python else text))
    return frozenset(found - {""})


def _headings(page: bytes, *, python: bool) -> Iterator[tuple[bytes, str]]:
    """The lines and words of the headings that nothing hides; none where that can't be told."""
    comments = [match.span() for match in COMMENT.finditer(page)] if b"<!--" in page else []
    if any(FENCES.search(page, *span) for span in comments):
        return
    begun = [start for start, _ in comments]
    found: list[tuple[bytes, str]] = []
    fences, fence = 0, None
    html, hidden = -1, _Hidden(page, BLOCKS if python else frozenset())
    for match in LINE.finditer(page):
        at = match.start() + 1
        if match["fence"]:
            fences += 1
            if fence is None and (html < 0 or BLANK.search(page, html, at)):
                html, fence = -1, (match["indent"], match["fence"])
            elif fence == (match["indent"], match["fence"]) and not match["info"].strip():
                fence = None
            else:
                return
        elif fence is None:
            before = bisect_right(begun, at)
            shown = not before or at >= comments[before - 1][1]
            if match["tag"] and (shown or not match["closing"]):
                html = at
                hidden.see(match)
            elif match["heading"] and shown and not hidden.tag:
                found.append((match["heading"], match["words"].decode("utf-8", "replace").rstrip()))
    if fence is None and fences == len(FENCES.findall(page)):
        yield from found


class _Hidden:
    """The raw HTML that Python-Markdown does not look into: from a block's tag to the one that closes it.

    A tag that opens counts wherever it stands, one that closes only where it begins a line.
    """

    def __init__(self, page: bytes, blocks: Set[str]) -> None:
        self.page = page
        self.blocks = blocks
        self.tag = b""
        self._depth = self._seen = 0

    def see(self, match: re.Match[bytes]) -> None:
        """A tag begins a line."""
        name = match["tag"].lower()
        if not self.tag:
            if not match["closing"] and name.decode() in self.blocks:
                self.tag, self._depth, self._seen = name, 0, match.start()
        elif match["closing"] and name == self.tag and len(match["indent"]) <= MOST_BLANKS:
            opened = re.compile(rb"<" + name + rb"(?![\w-])", re.I)
            self._depth += len(opened.findall(self.page, self._seen, match.start())) - 1
            self._seen = match.start()
            if self._depth <= 0:
                self.tag = b""


def _text(words: str, *, raw: bool) -> str | None:
    """What a reader sees of a heading's words; None where that can't be told. `raw`: the marks of code are seen."""
    parts = words.split("`")
    for number, part in enumerate(parts):
        if number % 2 and (raw or not part or part != part.strip() or NOT_IN_CODE.search(part)):
            return None
        if not number % 2 and MARKUP.search(part):
            return None
    text = "".join(parts)
    return text if len(parts) % 2 and not (":" in text and EMOJI.search(text)) else None
