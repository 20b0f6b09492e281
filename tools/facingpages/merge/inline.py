"""The body of a block as text with tokens: what a translator does not change, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from facingpages.document import Block, Document, Image, Link

DESTINATION = re.compile(r"(\]\([ \t]*+<?)(.*?)(>?(?:\s++(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*+\))\Z", re.S)
TITLE = re.compile(r"\s(?:\"([^\"]*)\"|'([^']*)'|\(([^()]*)\))\s*\)\Z")
LABEL = re.compile(r"\]\[([^\]]+)\]\Z", re.S)
WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|[^\w\s]|_")
NUMBER = re.compile(r"(?<![^\W_])[^\W\d_]*+\d[^\W_]*+(?:[.,:/-][^\W\d_]*+\d[^\W_]*+)*+")
PREFIX = re.compile(r"[ \t]*(\r\n|\n|\r)[ \t]*(?:>[ \t]?)*")
ENDS = re.compile(
    r"[.!?\u2026][\"'\u201d\u2019\u00bb)\x02]*\s+|[\u3002\uff01\uff1f][\"'\u201d\u2019\u300d\uff09\x02]*\s*"
)
EMPHASIS = (b"**", b"__", b"*", b"_")


class Token(NamedTuple):
    """A place in a text that is no word: `kind` is code, open, close, picture, auto, directive, tag, note or mark.

    `open` and `close` are the ends of a link's text, `picture` opens a picture; `target` is where a `close` leads,
    `label` the name of the reference where the link's own text is that. Tokens that belong together have
    the same `pair`.
    """

    start: int
    end: int
    kind: str
    value: str
    pair: int = 0
    target: str = ""
    label: str = ""

    @property
    def name(self) -> str:
        """What tells it from others: of a reference its name, be it `[name]`, `[name][]` or `[text][name]`."""
        label = LABEL.match(self.value)
        name = label.group(1) if label is not None else self.label
        return f"][{' '.join(name.split()).casefold()}]" if name else self.value


class Atom(NamedTuple):
    """A word, a number, a mark of punctuation or a token."""

    kind: str
    value: str
    token: Token | None = None

    @property
    def is_token(self) -> bool:
        """Whether it is no part of the text."""
        return self.token is not None


@dataclass(frozen=True, slots=True)
class TokenText:
    """A text and its tokens, in order, none in another."""

    text: str
    tokens: Sequence[Token] = ()

    def part(self, start: int, end: int) -> TokenText:
        """What lies between two offsets; neither lies within a token."""
        tokens = [
            token._replace(start=token.start - start, end=token.end - start)
            for token in self.tokens
            if start <= token.start and token.end <= end
        ]
        return TokenText(self.text[start:end], tokens)

    def masked(self) -> str:
        """The text, as long as it is, with its tokens filled: `\\x02` where one closes something, else `\\x01`."""
        parts: list[str] = []
        reached = 0
        for token in self.tokens:
            closing = "\x02" if token.kind in ("close", "mark") else "\x01"
            parts += (self.text[reached : token.start], closing * (token.end - token.start))
            reached = token.end
        return "".join((*parts, self.text[reached:]))

    def atoms(self) -> Iterator[Atom]:
        """Its words, numbers, marks and tokens, without white space."""
        reached = 0
        for token in self.tokens:
            yield from _words(self.text[reached : token.start])
            yield Atom(token.kind, token.name, token)
            reached = token.end
        yield from _words(self.text[reached:])

    def sentences(self) -> list[tuple[int, int]]:
        """Where its sentences begin and end; together they are the text."""
        found, start = [], 0
        for match in ENDS.finditer(self.masked()):
            if match.end() < len(self.text):
                found.append((start, match.end()))
                start = match.end()
        return [*found, (start, len(self.text))]

    def cells(self) -> list[tuple[int, int]]:
        """Where the cells of a row begin and end, between the bars; what stands before the first bar is one, too."""
        found, start = [], 0
        for match in re.finditer(r"(?<!\\)\|", self.masked()):
            found.append((start, match.start()))
            start = match.end()
        return [*found, (start, len(self.text))]

    @property
    def plain(self) -> str:
        """The text as it is compared: line breaks and the marks of quotes at the beginning of lines are a space."""
        return " ".join(PREFIX.sub(" ", self.text).split())

    @property
    def words(self) -> int:
        """How many words it has, without its tokens."""
        return sum(1 for atom in self.atoms() if atom.kind == "word")


def _words(text: str) -> Iterator[Atom]:
    text = PREFIX.sub(" ", text)
    reached = 0
    for match in NUMBER.finditer(text):
        yield from _plain(text[reached : match.start()])
        yield Atom("number", match.group())
        reached = match.end()
    yield from _plain(text[reached:])


def _plain(text: str) -> Iterator[Atom]:
    for match in WORD.finditer(text):
        word = match.group()
        yield Atom("word" if word[0].isalnum() else "sign", word)


def passage(document: Document, start: int, end: int, block: Block | None) -> TokenText:
    """The passage between two offsets of a page, which is the body of a block, or of none."""
    raw = document.raw[start:end]
    text = raw.decode("utf-8", "replace")
    if block is None:
        return TokenText(text)
    found = sorted(
        (token for token in _tokens(document.raw, block) if start <= token.start < token.end <= end),
        key=lambda token: (token.start, -token.end),
    )
    tokens: list[Token] = []
    reached = start
    for token in found:
        if token.start >= reached:
            tokens.append(token)
            reached = token.end
    ascii_only = len(text) == len(raw)

    def at(offset: int) -> int:
        return offset - start if ascii_only else len(raw[: offset - start].decode("utf-8", "replace"))

    return TokenText(text, [token._replace(start=at(token.start), end=at(token.end)) for token in tokens])


def _tokens(raw: bytes, block: Block) -> Iterator[Token]:
    def written(start: int, end: int) -> str:
        return raw[start:end].decode("utf-8", "replace")

    for kind, spans in (("code", block.codes), ("directive", block.directives), ("note", block.footnotes)):
        for span in spans:
            yield Token(span.start, span.end, kind, written(span.start, span.end))
    for tag in block.html:
        yield Token(tag.start, tag.end, "tag", written(tag.start, tag.end))
    pair = 0
    for link in block.links:
        pair += 1
        yield from _of_link(raw, link, pair)
    for image in block.images:
        pair += 1
        yield from _of_image(raw, image, pair)
    for one in (*block.strongs, *block.emphases):
        pair += 1
        for mark in EMPHASIS:
            if raw.startswith(mark, one.start) and raw.endswith(mark, one.start + len(mark), one.end):
                yield Token(one.start, one.start + len(mark), "mark", mark.decode(), pair)
                yield Token(one.end - len(mark), one.end, "mark", mark.decode(), pair)
                break


def _of_link(raw: bytes, link: Link, pair: int) -> Iterator[Token]:
    if link.form in ("auto", "bare"):
        yield Token(link.start, link.end, "auto", raw[link.start : link.end].decode("utf-8", "replace"))
    elif link.form != "html" and raw[link.start : link.start + 1] == b"[":
        close = raw.find(b"]", link.text_end, link.end)
        if close >= 0:
            written = raw[close : link.end].decode("utf-8", "replace")
            yield Token(link.start, link.start + 1, "open", "[", pair)
            label = raw[link.start + 1 : close].decode("utf-8", "replace") if written in ("]", "][]") else ""
            yield Token(close, link.end, "close", written, pair, link.target, label)


def _of_image(raw: bytes, image: Image, pair: int) -> Iterator[Token]:
    written = raw[image.start : image.end]
    if written.startswith(b"!["):
        at = max(written.rfind(b"]("), written.rfind(b"]["))
        close = image.start + at if at > 0 else image.end - 1
        yield Token(image.start, image.start + 2, "picture", "![", pair)
        yield Token(close, image.end, "close", raw[close : image.end].decode("utf-8", "replace"), pair, image.source)
