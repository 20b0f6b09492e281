"""Includes: `[!INCLUDE [title](file)]` becomes a snippet or, where it can't be one, the text of the file.

A snippet is a line of its own and set in as it stands. So a file that leads somewhere by relative links (MkDocs sees
them from the page, Learn from the file), and one that is set into a sentence, is written out where it is used.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from facingpages.importing.assets import resolved
from facingpages.importing.locales import SOURCE_LOCALE

INCLUDE = re.compile(r"\[!INCLUDE[ \t]*(?:\[[^\]\n]*\])?[ \t]*\((?P<path>[^)\n]+)\)[ \t]*\]", re.IGNORECASE)
_ALONE = re.compile(
    r"(?P<indent>[ \t]*)\[!INCLUDE[ \t]*(?:\[[^\]\n]*\])?[ \t]*\((?P<path>[^)\n]+)\)[ \t]*\][ \t]*", re.I
)
_FRONT = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_LINK = re.compile(r"(\]\([ \t]*<?)([^()\s<>]+)")
_RELATIVE = re.compile(r"(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#?~])")
_FENCE = re.compile(r"[ \t>]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)*(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")
_SNIPPET = re.compile(r"(?m)^([ \t>]*)(?=-+8<-+)")  # what a page shows of this syntax, it does not mean
DEPTH = 8
SIZE = 2_000_000
"""Characters of a page with everything set into it: files that set each other in have no end."""

COST = 100  # of these for each file that is set in: such as hold nothing have no end either


@dataclass(slots=True)
class Includes:
    """The files that pages set in, by locale and name, and which of them became snippets."""

    texts: Mapping[tuple[str, str], str]
    snippets: set[tuple[str, str]] = field(default_factory=set)
    _left: int = SIZE

    def expand(self, text: str, name: str, locale: str, say: Callable[[str, str], None]) -> str:
        """A page's text with its includes as snippets or written out; `name` is the page's, with suffix."""
        self._left = SIZE
        return self._expand(text, name, name, locale, say, 0)

    def _expand(self, text: str, name: str, page: str, locale: str, say: Callable[[str, str], None], depth: int) -> str:
        text = _SNIPPET.sub(r"\1;", text)
        if "[!" not in text:
            return text
        out: list[str] = []
        size, fence = 0, ""
        for line in text.split("\n"):
            opened = _FENCE.match(line)
            if opened and (not fence or (opened["mark"].startswith(fence) and not opened["info"].strip())):
                fence = "" if fence else opened["mark"]
            shown = line if fence or "[!" not in line else self._line(line, name, page, locale, say, depth)
            size += len(shown)
            if size > SIZE:
                say("includes that grow without end", "left out")
                break
            out.append(shown)
        return "\n".join(out)

    def _line(self, line: str, name: str, page: str, locale: str, say: Callable[[str, str], None], depth: int) -> str:
        alone = _ALONE.fullmatch(line)
        if alone is not None and not depth:
            found = self._find(alone["path"], name, locale)
            if found is not None and not self._leads(self.texts[found]):
                self.snippets.add(found)
                return f'{alone["indent"]}--8<-- "{"/".join(found)}"'

        def written_out(match: re.Match[str]) -> str:
            found = self._find(match["path"], name, locale)
            self._left -= COST + (len(self.texts[found]) if found is not None else 0)
            if found is None or depth >= DEPTH or self._left < 0:
                say(f"[!INCLUDE ({match['path']})]", "left out, for the file is not at hand")
                return ""
            text = _rebased(_FRONT.sub("", self.texts[found]).strip("\n"), found[1], page)
            return self._expand(text, found[1], page, locale, say, depth + 1)

        if alone is None:
            return INCLUDE.sub(lambda match: " ".join(written_out(match).split()), line)
        return "\n".join(alone["indent"] + each for each in written_out(alone).split("\n"))

    def _find(self, path: str, name: str, locale: str) -> tuple[str, str] | None:
        target = resolved(path, name)
        return next((key for key in ((locale, target), (SOURCE_LOCALE, target)) if key in self.texts), None)

    def _leads(self, text: str) -> bool:
        """Whether a file leads anywhere by a way that depends on where it stands, or sets others in."""
        return INCLUDE.search(text) is not None or any(_RELATIVE.match(match[2]) for match in _LINK.finditer(text))


def without_front_matter(text: str) -> str:
    """A text without its front matter, which a snippet would show."""
    return _FRONT.sub("", text)


def _rebased(text: str, name: str, page: str) -> str:
    """A text moved from one file to another: its relative links lead where they led."""
    one, other = posixpath.dirname(name), posixpath.dirname(page)
    if one == other:
        return text

    def moved(match: re.Match[str]) -> str:
        path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", match[2]).groups()  # type: ignore[union-attr]
        if not _RELATIVE.match(match[2]) or not path:
            return match[0]
        there = posixpath.normpath(posixpath.join(one, path))
        return f"{match[1]}{posixpath.relpath(there, other or '.')}{mark}{rest}"

    return _LINK.sub(moved, text)
