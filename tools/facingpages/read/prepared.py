"""What is written otherwise for the parser, in as much room: code between tags of Jekyll, the rule of a table."""

from __future__ import annotations

import re

from facingpages.late import late

DELIMITERS = late(rb"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|[ \t:|-]*\r?$", re.M)
# Bars, dashes and colons with blanks between these: no line below a table's head to anybody, but to the parser.
GAPPED = late(rb"^[ \t>]*+(?=[|:-][^\n]*[:-][ \t]+[:-])(?=[^\n]*\|)[ \t|:-]+\r?$", re.M)
# Each search ends at the next tag of its kind, so that tags which never close cost no more.
HIGHLIGHT = late(
    rb"^(?P<indent> {0,3})(?P<opening>\{%-?[ ]*highlight[ ]+(?P<language>[\w+#.-]++)[^%\r\n]*%\})"
    rb"(?P<code>[ \t]*\r?\n(?:(?!\{%-?[ ]*(?:end)?highlight).*\n)*?) {0,3}\{%-?[ ]*endhighlight[ ]*-?%\}",
    re.M,
)
# What is set in before the page is read may define references: of Jekyll, of mdBook.
SETS_IN = late(rb"\{%-?\s*include\w*\s+[^\s%]+\.(?:md|markdown)\b|\{\{\s*#include\s+[^\s}]+\.md\b")
BESIDE = late(rb"(?<=[^\]]\])(\[[^\[\]\r\n]*\])\((?=[^()\s]*\))")  # brackets right behind a reference: `[x][y](z)`


def for_parser(text: bytes) -> bytes:
    """The text of a page as the parser should see it, as long as it was."""
    if b"\t" in text and b"|" in text:  # the parser wants blanks in the line below a table's head
        text = DELIMITERS.sub(lambda line: line.group().replace(b"\t", b" "), text)
    if b"](" in text and (b"include" in text) and SETS_IN.search(text):
        text = BESIDE.sub(rb"\1 ", text)
    return HIGHLIGHT.sub(_fenced, text) if b"endhighlight" in text else text


def ungapped(shown: bytes) -> bytes:
    """What the parser sees of a page, without lines that it alone takes for those below a table's head."""
    if b"|" not in shown or not (b"- -" in shown or b": -" in shown or b"- :" in shown):
        return shown
    return GAPPED.sub(lambda line: line.group().replace(b"-", b"_", 1), shown)


def _fenced(match: re.Match[bytes]) -> bytes:
    """Code between `{% highlight ruby %}` and its end as a fence, which it is to a reader."""
    indent, opening, language, code = match.group("indent", "opening", "language", "code")
    if b"~~~" in code:
        return match.group()
    fence = indent + (b"~~~" + language).ljust(len(opening)) + code + b"~~~"
    return fence.ljust(match.end() - match.start())
