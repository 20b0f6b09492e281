"""Code as a program, a page or a component is read, piece by piece: words, signs, strings, tags, and texts between tags."""

from __future__ import annotations

import re

from facingpages.late import late
from facingpages.tuples import NamedTuple

_SCRIPTS = "js ts jsx tsx mjs cjs mts cts javascript typescript javascriptreact typescriptreact gjs gts"
SCRIPTS = frozenset(_SCRIPTS.split())
_MARKUP = "html vue-html astro vue svelte xml xhtml"
MARKUP = frozenset(_MARKUP.split())
TOKEN = late(
    r"(?P<string>\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"
    r"|(?P<word>\d[\d_]*(?:\.\d[\d_]*)?\w*|[@#$]?[^\W\d]\w*|[@#$])|(?P<newline>\n)|(?P<blank>[ \t\r\f\v]+)"
    r"|(?P<sign>=>|[-=]>|[=!]==?|[<>]=|&&=?|\|\|=?|\?\?=?|\?\.|\.\.\.?|::|\+\+|--|[-+*/%&|^]=|:=|<-|\*\*|.)",
    re.S,
)
TAG = late(
    r"(?P<end>\s*/?>)|\s*(?P<string>\"[^\"]*\"|'[^']*')|\s*(?P<open>\{)|\s*(?P<sign>=)|\s*(?P<word>[^\s=<>{}\"'/]+|/)"
)
OPENS = late(r"<(?:[A-Za-z][\w.:-]*|(?=>))")
CLOSES = late(r"</\s*(?:[\w.:-]+\s*)?>")
SET_IN = (("{%", "%}"), ("{{", "}}"), ("<%", "%>"), ("<!", ">"))  # what a template sets in, and how it ends
QUOTES = frozenset("\"'`")
DEEPEST = 40  # tags within the braces of tags: code that nests deeper is not read
RAW = ("script", "style")
_BEFORE_TAG = "return default yield case await => ( [ { , = ? : && || ?? ; > }"
BEFORE_TAG = frozenset(_BEFORE_TAG.split())
CODE = late(r"[=;{}\\]|://|&\w+;")  # in what stands between tags: then it is no text
NUMBER = late(r"\d+")


class Bit(NamedTuple):
    """A word, a sign, a string or a text of code, and the line that it stands on."""

    kind: str
    text: str
    line: int


class CodeReader:
    """Reads code in its modes: a program, the inside of a tag, what stands between tags."""

    def __init__(self, text: str, language: str, *, tags: bool = True) -> None:
        self._text = text
        self._at = 0
        self._line = 0
        self._markup = language in MARKUP
        self._tags = tags and (self._markup or language in SCRIPTS)
        self._braces = language in ("astro", "svelte")
        self._lone: dict[str, int] = {}  # by quotation mark, up to where none closes: it is not looked for again
        self._never: set[str] = set()  # ends of what is set in that do not come any more
        self._depth = 0
        self.found: list[Bit] = []
        self.numbers: list[str] = []

    def read(self) -> bool:
        """Read all of it; whether every tag and bracket was closed that had to be."""
        if not self._markup:
            return self._program("") and self._at >= len(self._text)
        if self._braces and self._text.startswith("---\n") and (end := self._text.find("\n---", 4)) > 0:
            self._step(3)
            if not self._program("", end):
                return False
            self._put("break", "---")
            self._step(end + 4)
        return self._content("")

    def _put(self, kind: str, text: str) -> None:
        self.found.append(Bit(kind, text.replace("\\\n", "") if kind == "string" else text, self._line))

    def _step(self, end: int) -> None:
        self._line += self._text.count("\n", self._at, end)
        self._at = end

    def _program(self, closing: str, end: int | None = None) -> bool:
        """Read code up to a closing bracket, or all of it."""
        depth, end = 0, len(self._text) if end is None else end
        while self._at < end:
            if self._tags and self._text[self._at] == "<" and self._begins_tag():
                if not self._element():
                    return False
                continue
            kind, text = self._token()
            if kind == "sign" and text == closing and not depth:
                self._step(self._at + 1)
                return True
            if kind == "sign" and closing:
                depth += (text == "{") - (text == "}")
            if kind == "newline":
                self._put("break", "\n")
            elif kind != "blank":
                self._put(kind, text)
            self._step(self._at + len(text))
        return not closing

    def _token(self) -> tuple[str, str]:
        """The next piece of a program, and of what kind it is."""
        first = self._text[self._at]
        if first in QUOTES and self._at < self._lone.get(first, 0) and not self._text.startswith(first * 3, self._at):
            return "sign", first
        match = TOKEN.match(self._text, self._at)
        kind, text = (match.lastgroup or "sign", match.group()) if match is not None else ("sign", first)
        if kind == "sign" and text in QUOTES:  # what is escaped to the end of the line is so from any place on
            end = self._text.find("\n", self._at) if text != "`" else -1
            self._lone[text] = end if end >= 0 else len(self._text)
        return kind, text

    def _begins_tag(self) -> bool:
        if OPENS.match(self._text, self._at) is None:
            return False
        before = next((piece for piece in reversed(self.found) if piece.kind != "break"), None)
        return before is None or before.text in BEFORE_TAG or before.kind == "end"

    def _element(self) -> bool:
        """Read an element of a script: its tag, and what stands in it up to the tag that closes it."""
        self._depth += 1
        found = self._tag() if self._depth <= DEEPEST else None
        whole = found is not None and (found or self._content("</"))
        self._depth -= 1
        return whole

    def _tag(self) -> bool | None:
        """Read a tag; whether it closes itself, None where it never ends."""
        match = OPENS.match(self._text, self._at)
        if match is None:
            return None
        first = len(self.found)
        name = match.group()
        self._put("tag", name)
        self._step(match.end())
        while (match := TAG.match(self._text, self._at)) is not None:
            kind, text = match.lastgroup or "", match.group().strip()
            self._step(match.end())
            if kind == "end":
                self._in_order(first + 1)
                self._put("end", text)
                return text == "/>" or self._raw(name[1:].lower())
            self._put("sign" if kind == "open" else kind, text)
            if kind == "open" and not self._program("}"):
                return None
            if kind == "open":
                self._put("sign", "}")
        return None

    def _in_order(self, first: int) -> None:
        """Put what a tag sets in the order of the names, unless it takes over more: `{...props}`."""
        found = self.found[first:]
        if any(piece.text == "..." for piece in found):
            return
        settings: list[list[Bit]] = []
        depth = 0
        for piece in found:
            joins = piece.text == "=" or (settings and settings[-1][-1].text == "=")
            if depth or (joins and settings):
                settings[-1].append(piece)
            else:
                settings.append([piece])
            if piece.kind == "sign":
                depth += (piece.text == "{") - (piece.text == "}")
        self.found[first:] = [piece for one in sorted(settings, key=lambda one: one[0].text) for piece in one]

    def _raw(self, name: str) -> bool:
        """Read what stands in `<script>`, which no text is; whether it was such a tag, in markup."""
        if self._markup and name in RAW:
            end = re.compile(rf"</{name}\s*>", re.I).search(self._text, self._at)
            stop = end.start() if end else len(self._text)
            if name == "style":
                for word in re.findall(r"[^\s{};,]+|[{};,]", self._text[self._at : stop]):
                    self._put("word", word)
                self._step(stop)
            else:
                tags, self._tags = self._tags, False
                self._program("", stop)
                self._tags = tags
        return False

    def _content(self, closing: str) -> bool:
        """Read what stands between tags; of a script up to the tag that closes the element, of markup all of it."""
        while self._at < len(self._text):
            if (match := CLOSES.match(self._text, self._at)) is not None:
                self._put("tag", "".join(match.group().split()))
                self._put("end", "")
                self._step(match.end())
                if closing:
                    return True
            elif self._markup and (end := self._set_in()):
                self._put("tag", " ".join(self._text[self._at : end].split()))
                self._step(end)
            elif self._text[self._at] == "<" and OPENS.match(self._text, self._at):
                if not (self._element() if closing else self._tag() is not None):
                    return False
            elif self._text[self._at] == "{" and (closing or self._braces):
                self._put("tag", "{")
                self._step(self._at + 1)
                if not self._program("}"):
                    return False
                self._put("sign", "}")
            else:
                match = re.compile(r"[^<{]+|.", re.S).match(self._text, self._at)
                self._words(self._text[self._at : match.end() if match else self._at + 1])
        return not closing

    def _set_in(self) -> int:
        """Where what a template sets in here ends; 0 where nothing is."""
        for opening, closing in SET_IN:
            if closing not in self._never and self._text.startswith(opening, self._at):
                if opening == "<!" and not self._text[self._at + 2 : self._at + 3].isalnum():
                    continue
                end = self._text.find(closing, self._at + len(opening))
                if end >= 0:
                    return end + len(closing)
                self._never.add(closing)
        return 0

    def _words(self, text: str) -> None:
        """Note what stands between tags: for people, unless it reads as code."""
        code = CODE.search(text) is not None
        if not code:
            self.numbers.extend(NUMBER.findall(text))
        if text.strip():
            self._put("word" if code else "text", " ".join(text.split()))
        self._step(self._at + len(text))
