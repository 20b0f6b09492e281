"""Small pages made up of blocks of every kind, and translations with blocks lost, new, joined or in another order.

Where `damaged` has pages as people write them, these have what the aligner goes by close together: few blocks, each
with or without a link, code, a number, an id, bold words; rows and bullets among them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from facingpages.document import Document
from facingpages.read import read_page

PAGES = 240
WORDS = (
    ("open", "öppna"), ("the window", "fönstret"), ("then wait", "vänta sedan"), ("for all of us", "för oss alla"),
    ("it is here", "det är här"), ("and more of it", "och mer av det"), ("as they said", "som de sade"), ("now", "nu"),
)  # fmt: skip
Piece = tuple[str, str]


def cases() -> Iterator[tuple[str, Document, Document]]:
    """A name, a source and a translation."""
    for number in range(PAGES):
        chance = random.Random(f"page {number}")
        source = [_piece(chance, f"{number}{place}") for place in range(chance.randint(2, 6))]
        yield (
            f"made {number}",
            read_page("".join(one for one, _ in source).encode(), "mkdocs", path="a.md"),
            read_page("".join(other for _, other in _changed(source, chance)).encode(), "mkdocs", path="a.md"),
        )


def _piece(chance: random.Random, name: str) -> Piece:
    """Some blocks of a kind and their translation."""
    match chance.randrange(6):
        case 0:
            level, anchor = "#" * chance.randint(1, 4), chance.choice(("", f" {{#h{name}}}"))
            one, other = _text(chance, name)
            return f"{level} {one}{anchor}\n\n", f"{level} {other}{anchor}\n\n"
        case 1:
            rows = [
                (f"| `k{name}{row}` | {one} |\n", f"| `k{name}{row}` | {other} |\n")
                for row, (one, other) in _texts(chance, name)
            ]
            return _joined("| Key | Words |\n| --- | --- |\n", _shuffled(rows, chance), rows)
        case 2:
            items = [(f"- {one}\n", f"- {other}\n") for _, (one, other) in _texts(chance, name)]
            return _joined("", _shuffled(items, chance), items)
        case 3:
            steps = [(f"{row}. {one}\n", f"{row}. {other}\n") for row, (one, other) in _texts(chance, name)]
            return _joined("", steps, steps)
        case 4:
            return (f"```sh\nrun {name}\n```\n\n",) * 2
        case _:
            one, other = _text(chance, name)
            return f"{one}.\n\n", f"{other}.\n\n"


def _text(chance: random.Random, name: str) -> Piece:
    words = [chance.choice(WORDS) for _ in range(chance.randint(1, 5))]
    one, other = (" ".join(side).capitalize() for side in zip(*words, strict=True))
    match chance.randrange(7):
        case 0:
            sign = f" [{one[:4]}](p/{name}.md)"
        case 1:
            sign = f" `c{name}`"
        case 2:
            sign = f" {name}0"
        case 3:
            return f"**{one}** {name[-1]}", f"**{other}** {name[-1]}"
        case 4:
            sign = f" [{one[:4]}](p/{name}.md) [x](u/{name}.md)"
        case _:
            sign = ""
    return one + sign, other + sign


def _texts(chance: random.Random, name: str) -> list[tuple[int, Piece]]:
    return [(row, _text(chance, f"{name}{row}")) for row in range(1, chance.randint(2, 5))]


def _joined(head: str, here: list[Piece], there: list[Piece]) -> Piece:
    return head + "".join(one for one, _ in there) + "\n", head + "".join(other for _, other in here) + "\n"


def _shuffled(pieces: list[Piece], chance: random.Random) -> list[Piece]:
    """Now and then in another order, without one, or with one of another list."""
    pieces = list(pieces)
    if chance.random() < 0.3:
        chance.shuffle(pieces)
    if chance.random() < 0.2 and len(pieces) > 1:
        pieces.pop(chance.randrange(len(pieces)))
    return pieces


def _changed(pieces: list[Piece], chance: random.Random) -> list[Piece]:
    pieces = list(pieces)
    for _ in range(chance.randint(0, 2)):
        at = chance.randrange(len(pieces))
        match chance.randrange(5):
            case 0 if len(pieces) > 1:
                del pieces[at]
            case 1:
                pieces.insert(at, _piece(chance, f"n{at}"))
            case 2:
                pieces.insert(chance.randrange(len(pieces)), pieces.pop(at))
            case 3:
                pieces[at] = pieces[at][0], pieces[at][1].replace("\n\n", " ", 1)
            case _:
                pieces[at] = pieces[at][0], pieces[at][1].replace(". ", ".\n\n", 1).replace(" nu", "", 1)
    return pieces
