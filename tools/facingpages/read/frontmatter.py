"""Front matter: the keys at the top of a page, each with its line. YAML, or TOML between `+++`.

A map of Elixir (`%{ ... }` above `---`, as NimblePublisher reads it) is known for what it is; its keys are not read.

Nothing is constructed from YAML, only its node graph is read: no dates, no huge integers, no aliases followed, no tags
obeyed. A value is compared as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from facingpages.datafile import MAX_DEPTH, DeepError, read_toml
from facingpages.document import Document, Entry, Fault, Shape
from facingpages.late import late

if TYPE_CHECKING:
    import yaml

OPEN = late(rb"(?:---|\+\+\+|%\{)[ \t]*+(?:\r\n|\n|\r)")
CLOSE = {
    45: late(rb"\n(?:---|\.\.\.)[ \t]*+(?=\n|\Z)"),
    43: late(rb"\n\+\+\+[ \t]*+(?=\n|\Z)"),
    37: late(rb"\n\}[ \t]*+\n---[ \t]*+(?=\n|\Z)"),
}
# One key a line with values that YAML reads as they look. Most pages hold nothing else, and YAML proper takes ten times
# as long. What is not plainly one of these, YAML reads: both ways give the same.
QUOTED = r"\"(?:[^\"\\\x00-\x1f\x7f]++|\\\")*+\"|'[^'\x00-\x1f\x7f]*+'"
# The first set is [A-Za-z0-9_/(\x80-\U0010ffff], said so that it is compiled soon.
PLAIN = r"[^\x00-'\)-.:-@\[-\^`\{-\x7f](?:[^:#\x00-\x1f\x7f]++|:(?=[^\s])|(?<=[^\s])#)*+"
ITEM = r"- +(?:" + QUOTED + r"|[A-Za-z0-9_/][A-Za-z0-9_./-]*+) *+\r?\n"
FIELD = late(
    r"(([A-Za-z_][A-Za-z0-9_.-]*+):(?: ++(" + QUOTED + r"|" + PLAIN + r") *+\r?\n"
    r"| *+\r?\n((?:( *+)" + ITEM + r"(?:\5" + ITEM + r")*+)?+)))"
)
UNUSUAL = late("[\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # line breaks of YAML, and what it bans
KEY = late(rb"[A-Za-z_][\w.-]*+:")
SHAPES: Mapping[str, Shape] = {"scalar": "scalar", "sequence": "list"}  # by what YAML calls them
NULLS = frozenset(("null", "Null", "NULL"))
LINE_BREAK = late(rb"\r\n|\n|\r")
TOML_KEY = late(rb"^[ \t]*+\[*+[ \t]*+[\"']?([\w-]++)", re.M)
OPEN_QUOTE = late(rb"^[ \t-]*[\w.-]+:[ \t]+([\"'])(?:(?!\1)[^\r\n])*$", re.M)
MAX_BYTES = 200_000
MAX_NODES = 20_000
SHORT = 400  # characters of a key with its value that are remembered


def matter(raw: bytes) -> tuple[int, int, int] | None:
    """Where the text of a page's front matter begins and ends, and where the page goes on; None where it has none.

    Of one that is never closed there is only the beginning.
    """
    opening = OPEN.match(raw)
    if opening is None:
        return None
    lines = raw.replace(b"\r\n", b" \n").replace(b"\r", b"\n") if b"\r" in raw else raw
    base = opening.end()
    closing = CLOSE[raw[0]].search(lines, base - 1)
    if closing is None:
        return (base, -1, 0) if raw[0] != 37 else None
    text = raw[base : closing.start() + 1]
    if raw[0] == 45 and not text.strip() and text:
        return None
    return base, closing.start() + 1, closing.end()


def read_metadata(document: Document) -> None:
    """Fill `metadata` and `metadata_end` of a document from its raw bytes; faults go to `faults`."""
    raw = document.raw
    found = matter(raw)
    if found is None:
        return
    base, end, document.metadata_end = found
    text = raw[base:end]
    if end < 0:
        if raw[0] == 43 or KEY.match(raw, base):
            document.faults.append(
                Fault("metadata-syntax", 0, 3, "open",
                      {"mark": raw[:3].decode()})
            )  # fmt: skip
    elif raw[0] == 37:
        return
    elif len(text) > MAX_BYTES:
        _fault(document, base, base + 1, "long", limit=str(MAX_BYTES))
    elif raw[0] == 43:
        _toml(document, text, base)
    elif not _simple(document, text.decode(), base):
        _yaml(document, text, base)


def _simple(document: Document, text: str, base: int) -> bool:
    """Read front matter that needs no YAML parser; False if it does."""
    chunks: list[str] = []
    for line in text.splitlines(keepends=True):
        if line[0] in " -" and chunks:
            chunks[-1] += line  # an item of the key above it
        else:
            chunks.append(line)
    fields = [(_field if len(chunk) < SHORT else _field.__wrapped__)(chunk) for chunk in chunks]
    if None in fields:
        return False
    known = document.metadata
    for name, words, shape, size, whole in fields:  # type: ignore[misc]
        entry = Entry(words, base, base + size, shape)
        if name in known:
            _add(document, name, entry)
        else:
            known[name] = entry
        base += whole
    return True


@lru_cache(maxsize=4096)
def _field(chunk: str) -> tuple[str, str, Shape, int, int] | None:
    """A key with its value or its items: what it is called, what it says, and how many bytes it has, without the blanks
    and line ends behind it and with them; None if it is not plainly one. Most are the same on many pages."""
    match = FIELD.fullmatch(chunk)
    if match is None or (not chunk.isascii() and UNUSUAL.search(chunk)):
        return None
    name, value, items = match.group(2, 3, 4)
    words = ""
    if items:
        words = "\n".join([_word(item.strip()[1:].strip()) for item in items.splitlines()])
    elif value:
        words = _word(value.rstrip(" "))
    return name, words, "list" if items else "scalar", len(chunk.rstrip().encode()), len(chunk.encode())


def _word(written: str) -> str:
    if written[0] in "\"'":
        return written[1:-1].replace('\\"', '"') if written[0] == '"' else written[1:-1]
    return "" if written in NULLS else written


def _yaml(document: Document, text: bytes, base: int) -> None:
    import yaml  # loaded for front matter that is not as simple as most

    from facingpages.yamlfile import compose_yaml

    words = text.decode()
    sizes = None if text.isascii() else [0, *accumulate(len(char.encode()) for char in words)]

    def offset(mark: yaml.Mark) -> int:
        return base + (mark.index if sizes is None else sizes[min(mark.index, len(words))])

    try:
        root = compose_yaml(words)  # composed, never constructed
    except DeepError:
        _fault(document, base, base + 1, "deep", limit=str(MAX_DEPTH))
        return
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = offset(mark) if mark is not None else base
        problem = getattr(error, "problem", None) or str(error).split("\n")[0]
        quote = OPEN_QUOTE.search(text)
        if quote is not None and base + quote.start() < where:
            where, problem = base + quote.start(), "a quote is opened here and not closed"
        start, end = document.line_span(min(where, document.metadata_end - 1))
        _fault(document, start, end, "yaml", problem=problem)
        return
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        _fault(document, base, base + 1, "shape")
        return
    left = MAX_NODES
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        found, seen = _words(value, max(left, 1))
        left -= seen
        start = offset(key.start_mark)
        end = base + len(text[: offset(value.end_mark) - base].rstrip())
        shape = SHAPES.get(value.id, "mapping")
        _add(document, key.value, Entry("\n".join(found), start, max(start, end), shape))
    if left <= 0:
        _fault(document, base, base + 1, "many", limit=str(MAX_NODES))


def _words(node: yaml.Node, limit: int) -> tuple[list[str], int]:
    """The scalars of a node in order, and how many nodes were seen: at most `limit`, as aliases may repeat for ever."""
    import yaml

    words: list[str] = []
    waiting = [iter((node,))]
    seen = 0
    while waiting and seen < limit:
        top = next(waiting[-1], None)
        if top is None:
            waiting.pop()
            continue
        seen += 1
        if isinstance(top, yaml.ScalarNode):
            words.append("" if top.tag == "tag:yaml.org,2002:null" else top.value)
        elif isinstance(top, yaml.MappingNode):
            waiting.append(chain.from_iterable(top.value))
        elif isinstance(top, yaml.SequenceNode):
            waiting.append(iter(top.value))
    return words, seen


def _toml(document: Document, text: bytes, base: int) -> None:
    try:
        table = read_toml(text)
        words = {key: "\n".join(map(str, one if isinstance(one, list) else [one])) for key, one in table.items()}
    except (RecursionError, ValueError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) - 1 if found else 0
        starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]
        start, end = document.line_span(base + starts[min(line, len(starts) - 1)])
        _fault(document, start, end, "toml", problem=str(error))
        return
    places: dict[str, int] = {}
    for match in TOML_KEY.finditer(text):
        places.setdefault(match.group(1).decode(), match.start(1))
    for key, value in table.items():
        start, end = document.line_span(base + places.get(key, 0))
        shape: Shape = "list" if isinstance(value, list) else "mapping" if isinstance(value, dict) else "scalar"
        document.metadata[key] = Entry(words[key], start, end, shape)


def _add(document: Document, key: str, entry: Entry) -> None:
    first = document.metadata.setdefault(key, entry)
    if first is not entry:
        line = str(document.place(first.start).line)
        document.faults.append(Fault("metadata-duplicate", entry.start, entry.end, "twice", {"key": key, "line": line}))


def _fault(document: Document, start: int, end: int, message: str, **values: str) -> None:
    document.faults.append(Fault("metadata-syntax", start, end, message, values))
