"""How code is indented, where a program reads that: Python, YAML, Makefiles and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facingpages.document import Block, Code
from facingpages.late import late
from facingpages.rules.wording import STRING
from facingpages.tuples import NamedTuple

PYTHON = frozenset(
    ("py", "py3", "python", "python3", "pycon", "pyi", "python-repl", "ipython", "ipython3", "cython", "gdscript", "gd", "starlark", "bzl", "bazel", "snakemake", "kcl", "mojo", "nim")
)  # fmt: skip
YAML = frozenset(("yaml", "yml"))
MAKE = frozenset(("make", "makefile", "mk", "gnumakefile"))
OTHERS = frozenset(
    ("coffee", "coffeescript", "elm", "f#", "fs", "fsharp", "haml", "haskell", "hs", "idris", "jade", "pug", "purescript", "sass", "slim", "stylus")
)  # fmt: skip
NAMED_LATER = frozenset(
    ("code", "code-block", "code-cell", "sourcecode")
)  # directives: their language stands behind them
PROMPT = late(r"(?:>>>|\.\.\.)(?: |$)")  # of Python
TRIPLE = late(r"\"\"\".*?\"\"\"|'''.*?'''|\{-.*?-\}", re.S)
UNSEEN = late(
    r"\s*(?:#|--(?!\w)|//|;|\{\{|\{%|$)"
)  # comments, and what a template puts in: nobody reads how these stand
ITEM = late(r"-[ \t]+(?=\S)")  # of YAML
OPEN, CLOSE = late(r"[(\[{]"), late(r"[)\]}]")
COMMENTED = late(rb"\s+(?:[#;%]|//|--|/\*|<!--)")  # what may stand behind a line
CONTINUED = late(r"\\\s*$")
HALF = (
    0.5  # of a column that the sign of an item stands further in than the key it belongs to: there it may, and need not
)


class Level(NamedTuple):
    """How deep a line stands: in how many others, whether in the column of one of these, and whether behind a tab."""

    depth: int
    strays: bool
    tab: bool


def relaid(a: Code, b: Code) -> int | None:
    """Which line of the translation's code, the first of them, that stands in another one than in the source; none where it is no matter."""
    language = _language(a)
    if "\n" not in a.text or not (language in PYTHON | YAML | MAKE | OTHERS or PROMPT.match(a.text)):
        return None
    one, two = (list(_levels(side.text, language)) for side in (a, b))
    if len(one) != len(two):
        return None  # told as other code, or its lines are broken otherwise
    return next((at for (_, there), (at, here) in zip(one, two, strict=True) if there != here), None)


def line_in(raw: bytes, block: Block, line: str, nth: int) -> tuple[int, int]:
    """Where a line stands in a block, behind so many that read the same."""
    at, text = block.start, line.encode()
    behind = nth
    for row in raw[block.start : block.end].splitlines(keepends=True):
        bare = row.strip(b" \t\r\n>")
        if bare == text or (bare.startswith(text) and COMMENTED.match(bare, len(text))):
            if not behind:
                start = at + row.index(text)
                return start, start + len(text)
            behind -= 1
        at += len(row)
    at = block.start - 1
    for _ in range(nth + 1):
        at = raw.find(text, at + 1, block.end)
        if at < 0:
            return _spaced(raw, block, line) or (block.start, block.end)
    return at, at + len(text)


def _spaced(raw: bytes, block: Block, line: str) -> tuple[int, int] | None:
    """Where a line stands in a block, whatever blanks it holds there: no-break ones, or more of them."""
    at, wanted = block.start, "".join(line.split())
    for row in raw[block.start : block.end].splitlines(keepends=True):
        bare = row.strip(b" \t\r\n>")
        if wanted and "".join(bare.decode("utf-8", "replace").split()) == wanted:
            start = at + row.index(bare)
            return start, start + len(bare)
        at += len(row)
    return None


def line_at(raw: bytes, block: Code, number: int) -> tuple[int, int]:
    """Where a line of a block of code stands: the words before it may be the same, so the like of it are counted."""
    lines = [_bare(line) for line in block.text.splitlines()]
    wanted, before = lines[number], lines[:number].count(lines[number])
    start = block.start
    for line in raw[block.start : block.end].splitlines(keepends=True):
        if _bare(line.decode("utf-8", "replace")) == wanted:
            if not before:
                return start, start + len(line.rstrip())
            before -= 1
        start += len(line)
    return block.start, block.start


def _bare(line: str) -> str:
    return line.strip(" \t\r\n>")


def _language(block: Code) -> str:
    from facingpages.rules.code_names import language_of  # pages without code ask for no layout

    language = language_of(block.info)
    return language if language.rstrip("}") not in NAMED_LATER else "".join(block.info.lower().split()[1:2])


def _levels(text: str, language: str) -> Iterator[tuple[int, Sequence[Level]]]:
    """Each line that is read, and how deep it stands; what stands in brackets, or is continued, may stand anywhere."""
    if language in MAKE:
        for at, line in enumerate(text.splitlines()):
            if line.strip() and not UNSEEN.match(line):
                yield at, (Level(0, False, line.startswith("\t")),)
        return
    depth, continued, columns = 0, False, list[float]()
    prompted = PROMPT.match(text) is not None
    for at, line in enumerate(TRIPLE.sub(_blanked, text).splitlines()):
        prompt = PROMPT.match(line) if prompted else None
        rest = line[prompt.end() :] if prompt else line
        code = rest.lstrip()
        if UNSEEN.match(rest) or code[0] == "\0" or (prompted and not prompt):
            continue
        if prompted and line.startswith(">>>"):
            columns.clear()
        if not depth and not continued:
            yield at, tuple(_stands(rest, code, language, columns))
        plain = STRING.sub("", code).partition(" #")[0]
        depth = max(0, depth + len(OPEN.findall(plain)) - len(CLOSE.findall(plain)))
        continued = CONTINUED.search(code) is not None


def _stands(rest: str, code: str, language: str, columns: list[float]) -> Iterator[Level]:
    """How deep a line stands; of an item of YAML its sign, and what it holds."""
    indent = rest[: len(rest) - len(code)]
    column, tab = len(indent.expandtabs(8)), language in YAML and "\t" in indent
    while language in YAML and (item := ITEM.match(code)):
        yield _level(column + HALF, tab, columns)
        column, code = column + item.end(), code[item.end() :]
    yield _level(column + (HALF if language in YAML and code == "-" else 0), tab, columns)


def _level(column: float, tab: bool, columns: list[float]) -> Level:
    """How deep a column is among those of the lines around it, which it joins."""
    popped = False
    while columns and columns[-1] > column:
        columns.pop()
        popped = True
    strays = bool(popped and (not columns or columns[-1] < column))
    if not columns or columns[-1] < column:
        columns.append(column)
    return Level(len(columns), strays, tab)


def _blanked(match: re.Match[str]) -> str:
    """A text of several lines without its words: its first line stands as it stood, the others are none."""
    first, *others = match.group().split("\n")
    return "\n".join(("\1" * len(first), *("\0" for _ in others)))
