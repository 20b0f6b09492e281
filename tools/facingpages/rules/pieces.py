"""Code in the pieces that a program reads, without its layout: what is left of it is for machines.

Whom a piece is for depends on the kind of language, not on the line it stands on:

- brackets and commas (scripts, C and its kin, data): a line may be broken wherever a statement goes on, a comma before a
  closing bracket says nothing (in JSON it is an error), nor does a pair of quotes or another;
- Python: the same within brackets, where a line ends it counts;
- markup and components: what stands between tags is for people, and so are its blanks; the order of attributes is free;
- a shell: a line goes on behind a backslash, and `;` ends a command as a line does;
- queries: a line ends nowhere.

What a program prints, and text, has no pieces: there each line is looked at by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facingpages.late import late
from facingpages.rules.code_reader import BEFORE_TAG, MARKUP, SCRIPTS, Bit, CodeReader
from facingpages.tuples import NamedTuple

_BRACED = "c c# c++ cpp cs csharp d dart go golang hcl java kotlin kt kts objc objectivec php proto protobuf rs rust scala solidity sol swift terraform tf zig arkts ets jsonc json5"
BRACED = SCRIPTS.union(_BRACED.split())
DATA = frozenset(("json", "geojson"))
_PYTHON = "py py3 python python3"
PYTHON = frozenset(_PYTHON.split())
_QUERIES = "sql plsql plpgsql tsql mysql postgres postgresql psql sqlite cypher"
QUERIES = frozenset(_QUERIES.split())
_SHELLS = "sh bash shell zsh"
SHELLS = frozenset(_SHELLS.split())
# In these `a > b and c < d` holds no text between tags.
TAGLESS = ((BRACED - SCRIPTS) | PYTHON | QUERIES) - {"php"}
RELAID = BRACED | DATA | PYTHON | MARKUP | QUERIES | SHELLS
CLOSING, OPENING = frozenset(")]}"), frozenset("([{")
_GOES_ON = "= + - * / % & | ^ < > ? : , . => -> && || ?? == === != !== <= >= += -= *= /= := :: <- ( [ {"
GOES_ON = frozenset(_GOES_ON.split())
GOES_BEFORE = GOES_ON - {"(", "[", "<", "*", "&", "-", "+", "->", "<-", "::"} | {")", "]", "}", "?."}
IDENTIFIER = late(r"[A-Za-z_$][\w$]*")
LONG_NUMBER = late(r"(?<=\d)_(?=\d)")
CONTINUED = late(r"\\\n\s*")
COMMANDS = late(r"(\"(?:[^\"\\]|\\.)*\"|'[^']*')|(?<!;);(?!;)[ \t]*\n?|\n")


class Bits(NamedTuple):
    """Code in lines as a program may have them, and the numbers that its texts for people hold."""

    lines: Sequence[Sequence[Bit]]
    numbers: Sequence[str]

    @property
    def texts(self) -> list[str]:
        """The lines, each with one blank between its pieces."""
        return [" ".join(piece.text for piece in line) for line in self.lines]


def pieces_of(lines: Sequence[str], language: str) -> Bits | None:
    """The pieces of code without comments; None where a language has none, or the code is none that it has."""
    if language not in RELAID:
        return None
    text = "\n".join(lines)
    if language in SHELLS:
        return Bits(list(_commands(text)), ())
    reader = CodeReader(text, language)
    if not reader.read():
        reader = CodeReader(text, language, tags=False)
        if language in MARKUP or not reader.read():
            return None
    return Bits(list(_statements(_settled(reader.found, language), language)), sorted(reader.numbers))


def _commands(text: str) -> Iterator[list[Bit]]:
    """The commands of a shell, each in a line."""
    number, start = 0, 0
    shut = CONTINUED.sub(lambda match: " " + "\0" * match.group().count("\n"), text)
    for match in COMMANDS.finditer(shut):
        if match[1] is None:
            line = shut[start : match.start()]
            if line.strip(" \0"):
                yield [Bit("word", line.replace("\0", "").strip(" \t"), number)]
            number += shut.count("\n", start, match.end()) + shut.count("\0", start, match.end())
            start = match.end()
    if shut[start:].strip(" \0"):
        yield [Bit("word", shut[start:].replace("\0", "").strip(" \t"), number)]


def _settled(found: Sequence[Bit], language: str) -> Iterator[Bit]:
    """Bits without those that say nothing: broken lines, the last comma, brackets and quotes that might be others."""
    kept = [piece for piece in _unbroken(found, language) if piece.kind != "text"]
    brackets: list[tuple[bool, bool]] = []  # each: whether one comma makes it a list, and whether one stands in it
    for number, piece in enumerate(kept):
        before = kept[number - 1] if number else None
        behind = kept[number + 1] if number + 1 < len(kept) else None
        if piece.kind == "sign" and piece.text in OPENING:
            called = before is not None and (before.kind == "word" or before.text in CLOSING)
            brackets.append((language in PYTHON and piece.text == "(" and not called, False))
        elif piece.kind == "sign" and piece.text in CLOSING and brackets:
            brackets.pop()
        elif piece.text == "," and piece.kind == "sign":
            listed, several = brackets.pop() if brackets else (False, False)
            brackets.append((listed, True))
            if behind is not None and behind.text in CLOSING and language not in DATA and (several or not listed):
                continue
        if piece.kind == "string" and language in SCRIPTS:
            piece = _unquoted(piece, before, behind)
        elif piece.kind == "word" and "_" in piece.text and piece.text[0].isdigit():
            piece = piece._replace(text=LONG_NUMBER.sub("", piece.text))
        if before is not None and piece.text == ";" and piece.kind == "sign" and language in SCRIPTS | PYTHON | MARKUP:
            piece = piece._replace(kind="break", text="\n")
        yield piece


def _unquoted(piece: Bit, before: Bit | None, behind: Bit | None) -> Bit:
    """A key of a script without quotes: no string between `?` and `:`."""
    inside = piece.text[1:-1]
    if before is not None and before.text == "?":
        return piece
    if behind is not None and behind.text == ":" and IDENTIFIER.fullmatch(inside):
        return piece._replace(kind="word", text=inside)
    return piece


def _unbroken(found: Sequence[Bit], language: str) -> Iterator[Bit]:
    """Bits without the ends of lines behind which a statement goes on."""
    depth, last = 0, None
    for number, piece in enumerate(found):
        if piece.kind == "break" and piece.text == "\n":
            behind = next((other for other in found[number + 1 :] if other.kind != "break"), None)
            if last is None or behind is None or language in QUERIES | DATA or last.kind in ("break", "text", "end"):
                continue
            if depth or (language not in PYTHON and (last.text in GOES_ON or behind.text in GOES_BEFORE)):
                continue
        elif piece.kind == "sign":
            depth += (piece.text in "([") - (piece.text in ")]") if language not in PYTHON else 0
            depth += (piece.text in OPENING) - (piece.text in CLOSING) if language in PYTHON else 0
            depth = max(0, depth)
        last = piece
        yield piece


def _statements(pieces: Iterator[Bit], language: str) -> Iterator[list[Bit]]:
    """Bits in lines: each statement, each entry, each tag is one."""
    line: list[Bit] = []
    for piece in _bare(list(pieces), language):
        if piece.kind == "break" or piece.kind == "tag" or piece.text == "}":
            if line:
                yield line
                line = []
            if piece.kind == "break":
                continue
        line.append(piece)
        if piece.text in ("{", ",", ";") or piece.kind == "end":
            yield line
            line = []
    if line:
        yield line


def _bare(pieces: list[Bit], language: str) -> Iterator[Bit]:
    """Bits without brackets around the one thing that a function takes, or around a tag, and tags closed in one way."""
    skip: set[int] = set()
    for number, piece in enumerate(pieces):
        nearby = [other.text for other in pieces[number : number + 4]]
        if language in SCRIPTS and piece.text == "(" and nearby[2:] == [")", "=>"]:
            skip.update((number, number + 2))
        elif nearby[:1] == ["{"] and nearby[2:3] == ["}"] and nearby[1] in ('" "', "' '"):
            skip.update((number, number + 1, number + 2))
        elif nearby[:2] == ["{", "}"] and piece.kind == "tag":
            skip.update((number, number + 1))  # held a comment
        elif language in SCRIPTS and piece.text == "(" and nearby[1:2] and pieces[number + 1].kind == "tag":
            close = _close(pieces, number)
            called = number > 0 and pieces[number - 1].kind == "word" and pieces[number - 1].text not in BEFORE_TAG
            if close is not None and pieces[close - 1].kind == "end" and not called:
                skip.update((number, close))
    for number, piece in enumerate(pieces):
        if number not in skip:
            yield piece


def _close(pieces: Sequence[Bit], start: int) -> int | None:
    depth = 0
    for number in range(start, len(pieces)):
        if pieces[number].kind in ("sign", "tag"):
            depth += (pieces[number].text in OPENING) - (pieces[number].text in CLOSING)
            if not depth:
                return number
    return None
