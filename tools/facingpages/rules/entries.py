"""What a line of settings says to people: behind its key, or below it where a text of several lines stands there."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.late import late
from facingpages.rules.wording import translates

SET_IN = r"\{\{[^{}]*\}\}|\{[^{}]*\}"  # what a program puts into a text
KEYED = late(
    r"(?P<key>(?:-\s+)*[\w.-]+:\s+|(?:-\s+)+(?=[A-Z]|[^\x00-\x7f])|:(?:alt|caption|title|subtitle|header):\s+"
    r"|\.\.\s+(?:code-tab::\s+[\w+#.-]+|(?:tab|admonition|note|tip|hint|warning|important|rubric|topic|dropdown)::)\s+)"
    rf"(?P<text>(?:\d[\d.,]*\s?|\$?(?:{SET_IN})[ ,:]?\s?)?[^\W\d_](?:[^{{}}\[\]=;]|{SET_IN})*+)"
)  # a line of YAML, an option or a directive of reStructuredText
ENTRY = late(r"(?P<text>[^\W\d_][^<>{}\[\]=;]*) <(?P<key>[\w./-]+)>")  # of a toctree of Sphinx
# A value in quotes that would be the same without them, and one that a reader fills in, or its key.
QUOTED = late(r"(?P<key>(?:-\s+)*[\w.-]+:\s+)(?P<quote>[\"'])(?P<text>[^\W\d_][^\"'\\{}\[\]#:=;]*)(?P=quote)")
FILLED = late(
    r"(?P<key>(?:-\s+)*[\w.-]+:\s+)<[^\W\d_][\w .'\u2019-]*>|(?P<dash>(?:-\s+)*)<[^\W\d_][\w .'\u2019-]*>:(?P<rest>.*)"
)
PUT_IN = late(SET_IN)
RUNS = late(r"\d+")
# A text of several lines, by what it is called.
TEXT_BELOW = late(
    r"(?:-\s+)*[\"']?(?i:msg|message|text|description|title|body|content|label|summary|caption|help|hint|note|subject|greeting"
    r"|headline|subtitle|tooltip|prompt)[\"']?:\s*[|>][+-]?\d?[+-]?"
)
KEY = late(r"(?:-\s+)*[\"']?[\w.-]+[\"']?:(?!\s[^{}]*\{)(?:\s|\Z)")  # but for words before what is put into a text
NEAR = 40  # lines above one in which its key is looked for


def says(one: str, two: str, *, yaml: bool = False) -> bool:
    """Whether two lines are a key with a text and the key with its translation: `text: The words that a reader sees`.

    An entry of a table of contents, `The words <page>`, has its key behind them; in YAML a text may stand in quotes or not;
    and a place to fill in is called as its reader calls it.
    """
    if "<" in one and (there := FILLED.fullmatch(one)) is not None and (here := FILLED.fullmatch(two)) is not None:
        return there.group("key", "dash", "rest") == here.group("key", "dash", "rest")
    if yaml:
        one, two = _unquoted(one), _unquoted(two)
    a, b = KEYED.fullmatch(one) or ENTRY.fullmatch(one), KEYED.fullmatch(two) or ENTRY.fullmatch(two)
    if a is None or b is None or a["key"] != b["key"] or RUNS.findall(a["text"]) != RUNS.findall(b["text"]):
        return False
    return a["text"] == b["text"] or translates(a["text"], b["text"])


def tells(lines: Sequence[str], at: int, line: str) -> bool:
    """Whether a line of YAML is one of a text that stands below its key, and another one its translation."""
    one = lines[at].strip()
    if KEY.match(one):
        return False
    above = (lines[number].strip() for number in range(at - 1, max(-1, at - 1 - NEAR), -1))
    key = next((other for other in above if KEY.match(other)), "")
    return TEXT_BELOW.fullmatch(key) is not None and (translates(one, line.strip()) or _renders(one, line.strip()))


def _renders(one: str, two: str) -> bool:
    """Whether two lines have the same put into them, beside as many words that a program never reads."""
    there, here = (PUT_IN.findall(text) for text in (one, two))
    if not there or sorted(there) != sorted(here):
        return False
    one, two = (PUT_IN.sub("", text) for text in (one, two))
    return len(one.split()) == len(two.split()) and RUNS.findall(one) == RUNS.findall(two)


def _unquoted(line: str) -> str:
    """A line of YAML whose value needs no quotes, without them."""
    match = QUOTED.fullmatch(line) if line[-1:] in ("'", '"') else None
    return match["key"] + match["text"].strip() if match is not None else line
