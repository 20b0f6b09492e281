"""`facingpages-pending.<locale>.json`: what updates left to people, and which source an updated page renders.

One entry a line, so that git merges it. Blocks are named by digests of their text, never by lines, so an entry ends
when its block is edited. The file lies in the tree and is read as a stranger's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from facingpages.config import SetupError
from facingpages.datafile import read_json
from facingpages.merge.page import PageChunk
from facingpages.recorded import KEYS
from facingpages.safe import to_json
from facingpages.site.opener import read, root_of

VERSION = 1
MOST = 1_000_000  # words of a block: no page holds more
STAMP = re.compile(rf"^(?:{'|'.join(map(re.escape, KEYS))})[ \t]*[:=].*$", re.M)
DIGEST = re.compile(r"[0-9a-f]{16,64}")


class Pending(NamedTuple):
    """A block that is left to a person: digests of the new source's, the old source's and the translation's text.

    `old` is empty where the block is new. `target` is made of the text and of how many equal ones stand before it.
    """

    page: str
    target: str
    source: str
    old: str
    words: int


class RenderedSource(NamedTuple):
    """The source that an updated page renders, as its SHA-256; `stamp` is what the page itself recorded then."""

    page: str
    source: str
    stamp: str


@dataclass
class Records:
    """What stands in the file of one locale."""

    file: Path
    pages: dict[str, RenderedSource] = field(default_factory=dict)
    blocks: list[Pending] = field(default_factory=list)

    def of(self, page: str) -> dict[str, Pending]:
        """The pending blocks of a page by the digest of their translation."""
        return {block.target: block for block in self.blocks if block.page == page}

    def put(self, page: str, rendered: RenderedSource | None, blocks: Iterable[Pending]) -> None:
        """Take what is now known of a page for what was."""
        self.blocks = [block for block in self.blocks if block.page != page] + list(blocks)
        self.pages.pop(page, None)
        if rendered is not None:
            self.pages[page] = rendered

    def text(self) -> str:
        """The file, sorted."""
        pages = (to_json(one._asdict(), indent=None) for one in sorted(self.pages.values()))
        blocks = (to_json(one._asdict(), indent=None) for one in sorted(set(self.blocks)))
        return f'{{\n "version": {VERSION},\n "pages": {_list(pages)},\n "blocks": {_list(blocks)}\n}}\n'


def _list(lines: Iterable[str]) -> str:
    joined = ",\n".join(f"  {line}" for line in lines)
    return f"[\n{joined}\n ]" if joined else "[]"


def name_of(locale: str) -> str:
    """What the file of a locale is called."""
    return f"facingpages-pending.{locale}.json"


def load(root: Path, locale: str) -> Records:
    """The file of a locale beside the configuration. Raises SetupError where it holds something else."""
    file = root / name_of(locale)
    records = Records(file)
    try:
        data = read_json(read(file, root_of(root)))
    except FileNotFoundError:
        return records
    except OSError as error:
        raise SetupError(f"{file.name}: can't be read: {error.strerror}.") from None
    except ValueError as error:
        raise SetupError(f"{file.name}: this is no list of pending blocks (not valid JSON: {error}).") from None
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise SetupError(f'{file.name}: this is no list of pending blocks (it wants "version": {VERSION}).')
    for number, entry in enumerate(_entries(file, data, "pages"), 1):
        page = _checked(file, f"pages, entry {number}", entry, RenderedSource._fields, ())
        records.pages[page["page"]] = RenderedSource(**page)
    for number, entry in enumerate(_entries(file, data, "blocks"), 1):
        records.blocks.append(Pending(**_checked(file, f"blocks, entry {number}", entry, Pending._fields, ("words",))))
    return records


def _entries(file: Path, data: dict[str, Any], key: str) -> Sequence[Any]:
    entries = data.get(key, [])
    if not isinstance(entries, list):
        raise SetupError(f'{file.name}: "{key}" is to be a list.')
    return entries


def _checked(file: Path, where: str, entry: Any, names: Sequence[str], numbers: Sequence[str]) -> dict[str, Any]:
    for name in names:
        value = entry.get(name) if isinstance(entry, dict) else None
        if name in numbers:
            good = isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MOST
        else:
            good = isinstance(value, str) and (name == "page" or _is_digest(name, value))
        if not good:
            raise SetupError(f'{file.name}: {where}: "{name}" is not what `facingpages update` writes.')
    return {name: entry[name] for name in names}


def _is_digest(name: str, value: str) -> bool:
    return bool(DIGEST.fullmatch(value)) or (not value and name in ("old", "stamp"))


def digest(text: str) -> str:
    """What a text is named by; nothing for none."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16] if text else ""


def named(pieces: Sequence[PageChunk]) -> list[str]:
    """What each piece of a translation is named by. The stamps of a page are no part of its front matter here."""
    before: dict[str, int] = {}
    names = []
    for piece in pieces:
        text = STAMP.sub("", piece.plain) if piece.kind == "front" else piece.plain
        count = before[text] = before.get(text, -1) + 1
        names.append(digest(f"{count}\0{text}"))
    return names
