"""The ids that renderers give to headings. An address ends in one of these, so they must come out to the character.

Each renderer is described, in its generator's room, by what it takes for a heading's text, how it makes an id of that,
and what it does when the id is taken. The tests hold every one against the ids that the renderer itself makes of the
same page. Here is what several of them share.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from facingpages.tuples import NamedTuple

Slug = Callable[[str], str]
Taken = dict[str, int]


class HeadingIds(NamedTuple):
    """How a renderer makes ids of headings.

    `slug` makes an id of a text and `unique` another where it is taken. The other fields tell what the text is: as
    written in Markdown (`raw`), with the description of pictures (`alt`), with `--` as a dash (`dashes`), without
    addresses that stand bare in it (`addresses` false), without `:emoji:` (`emoji` false), with entities as they are
    written (`entities`), without the language that code names (`hilite`). `reserve` tells when an id
    that the author wrote counts as taken: before all headings (`first`), from where it stands (`order`), or `never`.
    """

    slug: Slug
    unique: Callable[[str, Taken], str]
    reserve: str = "never"
    raw: bool = False
    alt: bool = False
    dashes: bool = False
    addresses: bool = True
    emoji: bool = True
    entities: bool = False
    hilite: bool = False


def github(text: str) -> str:
    """github-slugger, which GitHub, Docusaurus, Starlight and many others use."""
    return text.lower().translate(_GITHUB)


class _Kept(dict[int, str]):
    """What becomes of each character, found out once for each."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = self[code] = "-" if char == " " else char if char == "-" or _word(char) else ""
        return kept


_GITHUB = _Kept()


def _word(char: str) -> bool:
    """Whether a character is `\\p{Word}`: letters, marks, decimal digits, connectors and what else is alphabetic."""
    if char.isascii():
        return char.isalnum() or char == "_"
    kind = unicodedata.category(char)
    if kind in ("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"):
        return True
    return "\u24b6" <= char <= "\u24e9" or ("\U0001f130" <= char <= "\U0001f189" and char.isalpha())


def counted(wanted: str, taken: Taken) -> str:
    """github-slugger's: `-1`, `-2`, past those that are taken."""
    found = wanted
    while found in taken:
        taken[wanted] += 1
        found = f"{wanted}-{taken[wanted]}"
    taken[found] = 0
    return found


def counted_blindly(wanted: str, taken: Taken) -> str:
    """kramdown's and mdBook's: `-1`, `-2`, even where such an id is there already."""
    if wanted not in taken:
        taken[wanted] = 0
        return wanted
    taken[wanted] += 1
    return f"{wanted}-{taken[wanted]}"


GITHUB = HeadingIds(github, counted)
