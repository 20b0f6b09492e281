"""Inputs: a page, its translation and a dialect, made of real pages and of what all dialects know."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hypothesis import strategies as st
from tests.hostile.acting import ACTIVE
from tests.read.texts import PIECES

ROOT = Path(__file__).parents[2]
DIALECTS = ("commonmark", "mkdocs", "learn", "hugo", "mdx")
HOSTILE = (
    b"\xff\xfe", b"\x00", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", "\u202e".encode(), b"\x1b[2J", b"\n::error::x\n",
    b"##vso[task.x]y", b"]]>", b"=cmd|'x'!A1", b"<!-- facingpages: ignore page -->",
    b"<!-- facingpages: ignore-file -->",
    b'<sxs-block><sxs-lookup><span data-stu-id="a" class="x">', b"<a name=x></a>", b"[](../../../../etc/passwd)",
    b"---\na: &a [*a]\n---\n", b"---\n- [[[[\n", b"+++\na.b.c = 1\n+++\n", "1\u00a0234,5".encode(), b"12/31/2024",
)  # fmt: skip
TOKENS = (*(piece.encode("utf-8", "surrogatepass") for piece in (*PIECES, *ACTIVE)), *HOSTILE)
LONGEST = 150_000  # bytes of a page; longer ones are for the tests of known blow-ups


@dataclass(frozen=True)
class Input:
    """A page and its translation."""

    source: bytes
    target: bytes
    dialect: str


@lru_cache(maxsize=1)
def real_pages() -> list[tuple[bytes, bytes]]:
    """Pages with their translations: our site's, the small sites of the accuracy run, and those of a folder PAGES.

    In PAGES a page lies under its locale, `en` being the source's: `PAGES/en/guide.md`, `PAGES/lv/guide.md`.
    """
    folders = [ROOT / "docs", *(ROOT / "tests/accuracy/sites").glob("*/docs"), ROOT / "tests/accuracy/sites/learn"]
    folders += [ROOT / "tests/accuracy/sites/hugo/content", *map(Path, filter(None, [os.environ.get("PAGES")]))]
    found: list[tuple[bytes, bytes]] = []
    for folder in folders:
        for source in sorted((folder / "en").rglob("*.md")):
            name = source.relative_to(folder / "en")
            texts = [page.read_bytes() for locale in sorted(folder.iterdir()) if (page := locale / name).is_file()]
            found += [(source.read_bytes(), text) for text in texts if len(text) < LONGEST]
    return found


def _insert(page: bytes, at: int, _: int, token: bytes) -> bytes:
    return page[:at] + token + page[at:]


def _lines(page: bytes, at: int, _: int, token: bytes) -> bytes:
    """A line of its own, or the beginning of one."""
    at = page.find(b"\n", at) + 1
    return page[:at] + token + page[at:]


def _delete(page: bytes, at: int, size: int, _: bytes) -> bytes:
    return page[:at] + page[at + size :]


def _double(page: bytes, at: int, size: int, _: bytes) -> bytes:
    return page[: at + size] + page[at:]


def _move(page: bytes, at: int, size: int, _: bytes) -> bytes:
    return page[:at] + page[at + size :] + page[at : at + size]


def _repeat(page: bytes, at: int, size: int, token: bytes) -> bytes:
    return page[:at] + token * min(size * 4, 40_000 // max(len(token), 1)) + page[at:]


def _wrap(page: bytes, at: int, size: int, token: bytes) -> bytes:
    return page[:at] + token + page[at : at + size] + token + page[at + size :]


def _indent(page: bytes, at: int, size: int, token: bytes) -> bytes:
    inside = page[at : at + size].replace(b"\n", b"\n" + token)
    return page[:at] + inside + page[at + size :]


def _end(page: bytes, at: int, _: int, token: bytes) -> bytes:
    return page[:at] + token


def _byte(page: bytes, at: int, size: int, _: bytes) -> bytes:
    return page[:at] + bytes([size % 256]) + page[at + 1 :]


Change = Callable[[bytes, int, int, bytes], bytes]
CHANGES: tuple[Change, ...] = (
    _insert, _lines, _delete, _double, _move, _repeat, _wrap, _indent, _end, _byte, _insert, _lines, _byte,
)  # fmt: skip
tokens = st.one_of(
    st.sampled_from(TOKENS), st.lists(st.sampled_from(TOKENS), max_size=5).map(b"".join), st.binary(max_size=6)
)
change = st.tuples(
    st.sampled_from(CHANGES), st.integers(0, 1 << 20), st.integers(0, 3_000), tokens, st.sampled_from(("s", "t", "st"))
)


@st.composite
def inputs(draw: st.DrawFn) -> Input:
    """Any input. It shrinks to fewer and simpler changes."""
    number = draw(st.integers(0, len(real_pages()) - 1))
    source, target = real_pages()[number]
    if draw(st.integers(0, 9)) == 0:  # nothing in common
        target = real_pages()[draw(st.integers(0, len(real_pages()) - 1))][1]
    for turn, at, size, token, which in draw(st.lists(change, min_size=1, max_size=8)):
        if "s" in which:
            source = turn(source, at % (len(source) + 1), size, token)[:LONGEST]
        if "t" in which:
            target = turn(target, at % (len(target) + 1), size, token)[:LONGEST]
    return Input(source, target, draw(st.sampled_from(DIALECTS)))
