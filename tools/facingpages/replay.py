"""A run over a site that is as it was is told again: what it said is remembered, with all that it asked of the tree.

What such a run says depends on its words, on this program, on a few variables of the environment, and on what the tree
answers, which a `Witness` hears. Where each answer is the same as it was, so is what is said, and nothing else is found
out. Times of files count for nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from facingpages import output
from facingpages.commands import CLEAN, FOUND
from facingpages.datafile import remembering
from facingpages.hashing import blake2b
from facingpages.program import SIZE, program, recall
from facingpages.site.opener import near, real, top
from facingpages.site.witness import Witness
from facingpages.store import NO_VALUE, Store, Stored, packed, unpacked

# Words with which a run of a command is found out anew: it writes pages, asks other sites or git, or concerns a few
# pages only, which takes less than to remember it.
ANEW = {
    "check": ("paths", "part", "cluster", "fix", "unsafe_fixes", "diff", "since", "trust", "no_cache"),
    "links": ("site", "url", "external", "offline", "results", "no_cache"),
}
SAME = ("jobs", "run")  # words that change nothing of what is said
DEBUG = "FACINGPAGES_DEBUG"
ENVIRONMENT = (
    "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR",
)  # fmt: skip
SAID: dict[str, Callable[..., None]] = {"emit": output.emit, "note": output.note}


def run(options: argparse.Namespace, find: Callable[[], int]) -> int:
    """What comes of a command: what is remembered of it, where that is still so, else what `find` finds."""
    anew = ANEW.get(options.command)
    if anew is None or options.no_cache or os.environ.get(DEBUG):
        return find()
    witness = Witness() if not any(getattr(options, name) for name in anew) else None
    with witness or nullcontext():
        store = _store(options)
        if store is None:
            return find()
        recall(store)
        with remembering(store):
            return find() if witness is None else _again(options, find, witness, store)


def _again(options: argparse.Namespace, find: Callable[[], int], witness: Witness, store: Store) -> int:
    """What is remembered of a run, where that is still so; else what it finds, which is remembered."""
    key, base = _key(options), b"run" + program(told=True)
    known = store.rows([key], base).get(key, ())
    told = _told(known[1]) if len(known) == 2 and _agrees(witness, known[0]) else None
    if told is not None:
        for name, given in told["said"]:
            SAID[name](*given)
        return int(told["code"])
    output.said = []
    try:
        code = find()
        said = output.said
    finally:
        output.said = None
    if witness.sure and code in (CLEAN, FOUND):
        store.put([Stored.of_parts(key, base, [packed(witness.dump()), packed({"code": code, "said": said})])])
    return code


def _store(options: argparse.Namespace) -> Store | None:
    """The user's store, None where it would lie in the tree. What is inside of that is one of the things asked."""
    folder = os.path.dirname(os.path.realpath(options.config)) if options.config else os.getcwd()  # noqa: PTH109, PTH120
    return Store.of_user(top(folder) or real(folder))


def _key(options: argparse.Namespace) -> bytes:
    """A digest of what was asked for, and of where it goes."""
    words = sorted((name, value) for name, value in vars(options).items() if name not in SAME)
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    size = os.get_terminal_size(sys.stdout.fileno()).columns if on_terminal else 0
    told = (words, os.getcwd(), [os.environ.get(name) for name in ENVIRONMENT], on_terminal, size)  # noqa: PTH109
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def _agrees(witness: Witness, heard: bytes) -> bool:
    """Whether all is as it was heard."""
    try:
        questions = unpacked(heard)
    except NO_VALUE:
        return False
    with near():
        return bool(questions) and witness.agrees(questions)


def _told(part: bytes) -> dict[str, Any] | None:
    """What was said, if it is whole. It is not unpacked before it is known that it is so still."""
    try:
        value: dict[str, Any] = unpacked(part)
        whole = all(isinstance(given[0], str) and name in SAID for name, given in value["said"])
        return value if whole and value["code"] in (CLEAN, FOUND) else None
    except (IndexError, KeyError, *NO_VALUE):
        return None
