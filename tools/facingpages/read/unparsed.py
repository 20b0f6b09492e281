"""What the parser's events do not tell, read from the text as written: cells of a row, closed fences, hidden code."""

from __future__ import annotations

from facingpages.late import late
from facingpages.read.passage import Passage

PIPE = late(rb"(?<!\\)\|")
RUN = late(rb"`+")


def unhidden(passage: Passage, start: int, end: int, text: str, *, fenced: bool) -> str:
    """The text of a code block with what was hidden in it: each of its lines is the end of a line as written."""
    lines: list[bytes] = []
    rows = passage.shown[start:end].splitlines(keepends=True)
    if fenced:
        start += len(rows.pop(0))
    for row, line in zip(rows, text.splitlines(), strict=False):
        last = start + len(row.rstrip(b"\r\n"))
        lines.append(passage.raw[last - len(line.encode()) : last])
        start += len(row)
    return b"\n".join(lines).decode("utf-8", "replace")


def closed(written: bytes) -> bool:
    """Whether a code fence is closed by its last line."""
    first, _, rest = written.partition(b"\n")
    mark = first.strip()[:1]
    size = len(first.strip()) - len(first.strip().lstrip(mark))
    last = rest.rstrip()
    last = last[max(last.rfind(b"\n"), last.rfind(b"\r")) + 1 :].strip(b" \t>")
    return len(last) >= size and not last.strip(mark)


def cells(row: bytes) -> int:
    """How many cells a table row has as written; the parser would pad or cut them to those of the head."""
    row = row.strip(b" \t\r\n>")
    if b"`" in row:
        row = _without_code(row)
    row = row.removeprefix(b"|")
    if row.endswith(b"|") and not row.endswith(b"\\|"):
        row = row[:-1]
    return len(PIPE.findall(row)) + 1


def _without_code(row: bytes) -> bytes:
    """A row without its code spans: each run of backticks goes with the next one that is as long."""
    runs = [match.span() for match in RUN.finditer(row)]
    following: dict[int, int] = {}
    partner = [0] * len(runs)
    for number in range(len(runs) - 1, -1, -1):
        size = runs[number][1] - runs[number][0]
        partner[number] = following.get(size, 0)
        following[size] = number
    kept: list[bytes] = []
    number = seen = 0
    while number < len(runs):
        if partner[number]:
            kept.append(row[seen : runs[number][0]])
            number = partner[number]
            seen = runs[number][1]
        number += 1
    kept.append(row[seen:])
    return b"x".join(kept)
