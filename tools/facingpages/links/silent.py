"""Pages of whose links there is nothing to say: most are like that, and a later run need not follow their links again.

What there is to say of a page hangs on its facts, on those of the pages whose ids its links ask for, on the names of
all pages, what their front matter says of addresses, and what else the tree has. All of that is remembered with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from facingpages.config import Config
from facingpages.links.known import SitePages
from facingpages.rules.facts import NO_DATA, Facts, pack, unpack
from facingpages.site import PageFile
from facingpages.site.opener import READ, root_of
from facingpages.site.witness import digest, present

NAME = "silent links"
LOOSE = 16  # of so many pages one may have changed before all is written anew
Silent = dict[int, list[int]]  # pages of which there is nothing to say, and whom each asked, by number


class Silence:
    """What is remembered of some pages, in their order, and what this run finds out."""

    def __init__(
        self, facts: Facts[Any], pages: SitePages, files: Sequence[PageFile], config: Config,
        addresses: Mapping[str, Mapping[str, str]],
    ) -> None:  # fmt: skip
        self._facts, self._pages, self._files = facts, pages, files
        tokens = facts.tokens()
        self._number = {file.path: number for number, file in enumerate(files)} if tokens else {}
        found = [tokens.get(path, b"") for path in self._number]
        witness = present()
        sure = witness is not None and witness.sure and all(found) and 0 < len(found) == len(files)
        self._tokens = found if sure else []
        self._told: list[Sequence[int] | None] = [None] * len(files)
        self._size = len(found[0]) if self._tokens else 0
        names = [(file.path, file.name, file.locale) for file in files] if self._tokens else []
        about = names, addresses, config._replace(given=frozenset()), str(root_of(config.root))
        self._about = digest(repr(about)) if self._tokens else ""
        self._anew = bool(self._tokens)  # whether what is found out is to be written

    def left(self) -> list[PageFile]:
        """The pages of which it is not known that there is nothing to say."""
        then = self._remembered()
        if then is None:
            return list(self._files)
        tokens, told = then
        size = self._size
        changed = {at for at, token in enumerate(self._tokens) if tokens[at * size : (at + 1) * size] != token}
        self._anew = len(changed) * LOOSE > len(told)
        left: list[PageFile] = []
        for at, asked in enumerate(told):
            if asked is None or at in changed or not changed.isdisjoint(asked):
                left.append(self._files[at])
            else:
                self._told[at] = asked
        return left

    def _remembered(self) -> tuple[bytes, list[Sequence[int] | None]] | None:
        """By what the pages were known and what was told of each, if all else is as it was."""
        witness = present()
        parts = self._facts.recall(NAME) if self._tokens else ()
        try:
            told, tokens = parts
            about, heard, silent = unpack(told)
            whole = len(tokens) == self._size * len(self._files) and len(silent) == len(self._files)
            if about == self._about and whole and witness is not None and witness.holds(heard):
                return tokens, silent
        except NO_DATA:
            pass
        return None

    def part(self, paths: Sequence[str], tells: Callable[[str], bool]) -> tuple[list[str], Silent]:
        """The pages among some of which something `tells` that there is anything to say; of the others whom they asked,
        if that is to be remembered."""
        telling: list[str] = []
        silent: Silent = {}
        for path in paths:
            asked = self._pages.asked = set()
            if tells(path):
                telling.append(path)
            elif self._anew:
                silent[self._number[path]] = sorted(
                    self._number[one] for one in asked if one != path and one in self._number
                )
        return telling, silent

    def take(self, silent: Silent) -> None:
        """What was found out of some pages."""
        for number, asked in silent.items():
            self._told[number] = asked

    def write(self) -> None:
        """Remember all, if it is much that is new."""
        witness = present()
        if not self._anew or witness is None or not witness.sure:
            return
        places = {str(file.place) for file in self._files}
        heard: dict[str, list[list[str | int]]] = {}
        for (name, *given), answer in witness.told.items():
            if name != READ or given[0] not in places:  # the bytes of pages are told by what these are known by
                heard.setdefault(str(name), []).append([*given, answer])
        self._facts.remember(NAME, [pack([self._about, heard, self._told]), b"".join(self._tokens)])
