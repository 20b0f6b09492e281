"""Front matter: the keys at the top of a page, each with its line. YAML, or TOML between `+++`.

Nothing is constructed from YAML, only its node graph is read: no dates, no huge integers, no aliases followed, no tags
obeyed. A value is compared as it is written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import yaml

from facingpages.document import Document, Entry, Fault

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

OPEN = re.compile(rb"(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
CLOSE = {45: re.compile(rb"^(?:---|\.\.\.)[ \t]*$", re.M), 43: re.compile(rb"^\+\+\+[ \t]*$", re.M)}
# One key a line, values that YAML reads as they look: most pages are nothing else, and YAML proper is ten times slower.
SIMPLE = re.compile(
    rb"(?:[A-Za-z_][\w.-]*:(?:[ \t]+(?:[\w/(\x80-\xff](?:[^:#\r\n]|:(?=[^\s])|(?<=\S)#)*|\"[^\"\\\r\n]*\"|'[^'\r\n]*')[ \t]*\r?\n"
    rb"|[ \t]*\r?\n(?:[ \t]*-[ \t]+(?:\"[^\"\\\r\n]*\"|'[^'\r\n]*'|\w[\w./-]*)[ \t]*\r?\n)*))*"
)
SIMPLE_LINE = re.compile(rb"(?:([A-Za-z_][\w.-]*):|[ \t]*-)[ \t]*([^\r\n]*?)[ \t]*\r?\n")
OPEN_QUOTE = re.compile(rb"^[ \t-]*[\w.-]+:[ \t]+([\"'])(?:(?!\1)[^\r\n])*$", re.M)
MAX_BYTES = 200_000
MAX_NODES = 5_000


def read_metadata(document: Document) -> None:
    """Fill `metadata` and `metadata_end` of a document from its raw bytes; faults go to `faults`."""
    raw = document.raw
    opening = OPEN.match(raw)
    if opening is None:
        return
    closing = CLOSE[raw[0]].search(raw.replace(b"\r\n", b" \n").replace(b"\r", b"\n"), opening.end())
    if closing is None:
        if raw[0] == 43 or re.match(rb"[A-Za-z_][\w.-]*:", raw[opening.end() :]):
            document.faults.append(
                Fault("metadata-syntax", 0, 3, "The front matter is opened here and never closed with \"{mark}\".",
                      {"mark": raw[:3].decode()})
            )  # fmt: skip
        return
    text = raw[opening.end() : closing.start()]
    if raw[0] == 45 and not text.strip() and closing.start() > opening.end():
        return
    document.metadata_end = closing.end()
    if raw[0] == 43:
        _toml(document, text, opening.end())
    elif SIMPLE.fullmatch(text):
        _simple(document, text, opening.end())
    else:
        _yaml(document, text, opening.end())


def _simple(document: Document, text: bytes, base: int) -> None:
    key, values, start, end = "", [""], 0, 0
    shape = "scalar"
    for match in SIMPLE_LINE.finditer(text):
        name, value = match.groups()
        word = value.decode("utf-8", "replace")
        if len(word) > 1 and word[0] in "\"'" and word[-1] == word[0]:
            word = word[1:-1]
        if name is None:
            values.append(word)
            shape, end = "list", match.end(2)
            continue
        if key:
            _add(document, key, Entry("\n".join(values).strip("\n"), base + start, base + end, shape))
        key, values, shape = name.decode("utf-8", "replace"), [word], "scalar"
        start, end = match.start(), match.end(2)
    if key:
        _add(document, key, Entry("\n".join(values).strip("\n"), base + start, base + end, shape))


def _yaml(document: Document, text: bytes, base: int) -> None:
    if len(text) > MAX_BYTES:
        _fault(document, base, base + 1, "The front matter is longer than {limit} bytes.", limit=str(MAX_BYTES))
        return
    starts = [0, *(match.end() for match in re.finditer(rb"\r\n|\n|\r", text))]

    def offset(mark: yaml.Mark) -> int:
        line = starts[min(mark.line, len(starts) - 1)]
        stop = starts[mark.line + 1] if mark.line + 1 < len(starts) else len(text)
        return base + line + len(text[line:stop].decode("utf-8", "replace")[: mark.column].encode())

    try:
        root = yaml.compose(text.decode("utf-8", "replace"), Loader=Loader)  # noqa: S506 - composed, never constructed
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = offset(mark) if mark is not None else base
        problem = getattr(error, "problem", None) or str(error).split("\n")[0]
        quote = OPEN_QUOTE.search(text)
        if quote is not None and base + quote.start() < where:
            where, problem = base + quote.start(), "a quote is opened here and not closed"
        start, end = document.line_span(min(where, document.metadata_end - 1))
        _fault(document, start, end, "The front matter is not valid YAML: {problem}.", problem=problem)
        return
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        _fault(document, base, base + 1, "The front matter is not a mapping of keys to values.")
        return
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        shape = {"scalar": "scalar", "sequence": "list"}.get(value.id, "mapping")
        words = "\n".join(_words(value))
        _add(document, key.value, Entry(words, offset(key.start_mark), max(offset(value.end_mark), 0), shape))


def _words(node: yaml.Node) -> Iterator[str]:
    """The scalars of a node in order. Aliases repeat a node: a budget keeps a bomb from going off."""
    stack: list[yaml.Node] = [node]
    for _ in range(MAX_NODES):
        if not stack:
            return
        top = stack.pop()
        if isinstance(top, yaml.ScalarNode):
            null = top.tag == "tag:yaml.org,2002:null"
            yield "" if null else top.value
        elif isinstance(top, yaml.MappingNode):
            for key, value in reversed(top.value):
                stack += (value, key)
        elif isinstance(top, yaml.SequenceNode):
            stack += reversed(top.value)


def _toml(document: Document, text: bytes, base: int) -> None:
    try:
        table = tomllib.loads(text.decode("utf-8", "replace").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) - 1 if found else 0
        starts = [0, *(match.end() for match in re.finditer(rb"\r\n|\n|\r", text))]
        start, end = document.line_span(base + starts[min(line, len(starts) - 1)])
        _fault(document, start, end, "The front matter is not valid TOML: {problem}.", problem=str(error))
        return
    for key, value in table.items():
        match = re.search(rb"^[ \t]*\[*\"?" + re.escape(key.encode()) + rb"\b", text, re.M)
        start, end = document.line_span(base + (match.start() if match else 0))
        shape = "list" if isinstance(value, list) else "mapping" if isinstance(value, dict) else "scalar"
        words = "\n".join(str(item) for item in value) if isinstance(value, list) else str(value)
        document.metadata[key] = Entry(words, start, end, shape)


def _add(document: Document, key: str, entry: Entry) -> None:
    if key in document.metadata:
        line = document.place(document.metadata[key].start).line
        document.faults.append(
            Fault("metadata-duplicate", entry.start, entry.end, "The key \"{key}\" stands twice in the front matter, first in line {line}.",
                  {"key": key, "line": str(line)})
        )  # fmt: skip
        return
    document.metadata[key] = entry


def _fault(document: Document, start: int, end: int, message: str, **values: str) -> None:
    document.faults.append(Fault("metadata-syntax", start, end, message, values))
