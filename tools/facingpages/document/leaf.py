"""Leaf blocks, each kind a class, and the containers around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Literal, TypeAlias

from facingpages.document.inline import Image, Link, Span
from facingpages.document.names import Id, RawTag

Kind: TypeAlias = Literal["paragraph", "heading", "code", "html", "rule", "row", "directive", "term"]
BoxKind: TypeAlias = Literal[
    "list", "item", "quote", "callout", "tab", "table", "footnote", "definitions", "definition", "directive", "html",
    "container",
]  # fmt: skip


class Container:
    """A block that holds blocks: list, item, quote, callout, tab, table, footnote, definition, directive.

    `shape` is for who compares pages, as `look` of a block.
    """

    __slots__ = ("depth", "end", "items", "kind", "name", "number", "ordered", "parent", "shape", "start", "title")

    def __init__(
        self, kind: BoxKind, start: int, end: int, parent: Container | None, *, name: str = "", title: str = ""
    ) -> None:
        self.kind: BoxKind = kind
        self.start = start
        self.end = end
        self.parent = parent
        self.name = name
        self.title = title
        self.ordered = False
        self.number = 0  # list: its first number; item: its place in the list, from 1
        self.items = 0
        self.depth: int = parent.depth + 1 if parent is not None else 1
        self.shape: Any = None

    def around(self) -> Iterator[Container]:
        """This container and all that hold it, innermost first."""
        box: Container | None = self
        while box is not None:
            yield box
            box = box.parent


_NONE: tuple[()] = ()


class Offsets:
    """Where the characters of a text stand, given its pieces; to be asked in rising order."""

    def __init__(self, pieces: Sequence[tuple[int, str]]) -> None:
        self.pieces = pieces
        self.position = 0
        self.index = 0  # the character asked for last, and its offset
        self.offset = pieces[0][0] if pieces else 0
        self.ahead = len(pieces[0][1]) if pieces else 0  # characters from there to the end of its piece

    def at(self, index: int) -> int:
        """The offset of the character at `index`."""
        while index - self.index >= self.ahead and self.position < len(self.pieces) - 1:
            self.position += 1
            self.index += self.ahead
            self.offset, piece = self.pieces[self.position]
            self.ahead = len(piece)
        step = index - self.index
        if step:
            piece = self.pieces[self.position][1]
            first = len(piece) - self.ahead
            self.offset += len(piece[first : first + step].encode())
            self.index, self.ahead = index, self.ahead - step
        return self.offset


class Block:
    """A leaf block; its class says of what kind, and `kind` says the same in a word.

    `marker` is the item whose first block this is: such a block *is* the step. `text` is what a reader reads, one space
    for a line break, without code. `name` is what a directive or an element is called, `closed` is false where what
    is opened here never ends; both are told of every block, so that two can be compared whatever they are. `keys`,
    `words` and `measured` are for who aligns pages, `look` for who compares them: what was found out of a block that
    stands beside many others.
    """

    __slots__ = (
        "anchors", "codes", "directives", "emphases", "end", "footnotes", "html", "images", "index", "keys", "links",
        "look", "marker", "measured", "parent", "pieces", "reached", "start", "strongs", "text", "words",
    )  # fmt: skip
    kind: ClassVar[Kind]
    name: str = ""
    closed: bool = True

    def __init__(self, start: int, end: int, parent: Container | None) -> None:
        self.start = start
        self.end = end
        self.parent = parent
        self.marker: Container | None = None
        self.text = ""
        self.index = 0
        self.pieces: list[tuple[int, str]] = []
        self.links: Sequence[Link] = _NONE
        self.images: Sequence[Image] = _NONE
        self.codes: Sequence[Span] = _NONE
        self.strongs: Sequence[Span] = _NONE
        self.emphases: Sequence[Span] = _NONE
        self.directives: Sequence[Span] = _NONE
        self.footnotes: Sequence[Span] = _NONE
        self.html: Sequence[RawTag] = _NONE
        self.anchors: Sequence[Id] = _NONE
        self.keys: frozenset[str] | None = None
        self.words: frozenset[str] | None = None
        self.measured: Any = None
        self.look: Any = None
        self.reached: Offsets | None = None

    @property
    def depth(self) -> int:
        """How many containers hold this block."""
        return self.parent.depth if self.parent is not None else 0

    def offset(self, index: int) -> int:
        """The byte offset of the character at `index` of `text`; of many, those that rise cost least."""
        if not self.pieces:
            return self.start
        if self.reached is None or self.reached.pieces is not self.pieces or index < self.reached.index:
            self.reached = Offsets(self.pieces)
        return self.reached.at(index)


class Paragraph(Block):
    """Text, also that of an item or a quote."""

    __slots__ = ()
    kind = "paragraph"


class Heading(Block):
    """A heading: its level from 1 to 6, and the id that its author gave it; `listed`: in an attribute list."""

    __slots__ = ("id", "level", "listed")
    kind = "heading"

    def __init__(self, start: int, end: int, parent: Container | None, level: int = 1) -> None:
        super().__init__(start, end, parent)
        self.level = level
        self.id = ""
        self.listed = False

    @classmethod
    def of(cls, block: Block, level: int) -> Heading:
        """A block that turned out to be a heading."""
        found = cls(block.start, block.end, block.parent, level)
        for slot in Block.__slots__:
            setattr(found, slot, getattr(block, slot))
        return found


class Code(Block):
    """A block of code: the info string of its fence, and whether the fence is closed; indented code has none."""

    __slots__ = ("closed", "info")
    kind = "code"

    def __init__(
        self, start: int, end: int, parent: Container | None, info: str | None = None, *, closed: bool = True
    ) -> None:
        super().__init__(start, end, parent)
        self.info = info or ""
        self.closed = closed


class Row(Block):
    """A row of a table, with the number of cells that it has as written."""

    __slots__ = ("cells",)
    kind = "row"

    def __init__(self, start: int, end: int, parent: Container | None, cells: int = 1) -> None:
        super().__init__(start, end, parent)
        self.cells = cells


class Term(Block):
    """What a list of definitions defines."""

    __slots__ = ()
    kind = "term"


class Separator(Block):
    """A thematic break."""

    __slots__ = ()
    kind = "rule"


class Html(Block):
    """Raw HTML. With a `name` it is the tag of an element whose body is Markdown."""

    __slots__ = ("name",)
    kind = "html"

    def __init__(self, start: int, end: int, parent: Container | None, name: str = "") -> None:
        super().__init__(start, end, parent)
        self.name = name


class Directive(Block):
    """What a program makes something of: a shortcode, a component, a `:::` line; `closed` false: it lacks its end."""

    __slots__ = ("closed", "name")
    kind = "directive"

    def __init__(self, start: int, end: int, parent: Container | None, name: str = "", *, closed: bool = True) -> None:
        super().__init__(start, end, parent)
        self.name = name
        self.closed = closed

    @classmethod
    def of(cls, block: Block, name: str) -> Directive:
        """A block that turned out to be a directive."""
        found = cls(block.start, block.end, block.parent, name)
        for slot in Block.__slots__:
            setattr(found, slot, getattr(block, slot))
        return found
