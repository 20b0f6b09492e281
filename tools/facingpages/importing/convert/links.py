"""Where the links of converted pages lead.

A page's link stays if it leads to a file of the site. What is Learn's own - an address below its root, a page that was
not imported, a name that only its build can resolve - leads to Learn, or becomes text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from urllib.parse import quote

from facingpages.document import Image, Link
from facingpages.importing.assets import resolved
from facingpages.read import read_page

LEARN = "https://learn.microsoft.com"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_PARTS = re.compile(r"([^?#]*)([?#].*)?", re.DOTALL)
_DEFINITION = re.compile(rb"(?m)^([ ]{0,3}\[[^\]\n]+\]:[ \t]*<?)([^\s<>]+)")
_Change = tuple[int, int, bytes]  # what stands where, and what shall


@dataclass(frozen=True, slots=True)
class Places:
    """The files that a page may lead to, by locale and name. `base`: where Learn publishes the root."""

    files: Mapping[str, Set[str]]
    source: str
    base: str = ""
    folded: dict[str, dict[str, str]] = field(default_factory=dict)

    def has(self, name: str, locale: str) -> bool:
        """Whether a file is there for a page of a locale, in its own tree or in the source's."""
        return name in self.files.get(locale, ()) or name in self.files[self.source]

    def find(self, name: str, locale: str) -> str:
        """A file's name as it is written, for Learn's build minds no case; empty where there is none."""
        if self.has(name, locale):
            return name
        if self.source not in self.folded:
            self.folded.update(
                {key: {each.casefold(): each for each in sorted(names)} for key, names in self.files.items()}
            )
        small = name.casefold()
        return self.folded.get(locale, {}).get(small) or self.folded[self.source].get(small, "")


def convert_links(raw: bytes, name: str, locale: str, places: Places, say: Callable[[str, str], None]) -> bytes:
    """A converted page with its links and pictures leading somewhere; `name` is the page's, with suffix."""
    document = read_page(raw, "mkdocs")
    changes: list[_Change] = []
    for block in document.blocks:
        for link in block.links:
            changes += _link(raw, link, target(link.target, name, locale, places), say)
        for image in block.images:
            changes += _picture(raw, image, target(image.source, name, locale, places, shown=True), say)
    for match in _DEFINITION.finditer(raw):
        old = match[2].decode("utf-8", "replace")
        new = target(old, name, locale, places)
        if new != old and not any(
            block.kind == "code" and block.start <= match.start() < block.end for block in document.blocks
        ):
            changes.append((*match.span(2), (new or LEARN).encode()))
    return _changed(raw, changes)


def _link(raw: bytes, link: Link, new: str | None, say: Callable[[str, str], None]) -> list[_Change]:
    """What makes a link lead to its new target, or a text of a link that leads nowhere."""
    if link.form not in ("inline", "html") or new == link.target:
        return []
    span = _span(raw, link.target, link.start if link.form == "html" else link.text_end, link.end)
    if span is None:
        return []
    if new is not None:
        return [(*span, new.encode())]
    say(f"a link to {link.target}", "text without a link")
    if link.form == "inline":
        return [(link.start, link.text_start, b""), (link.text_end, link.end, b"")]
    return []


def _picture(raw: bytes, image: Image, new: str | None, say: Callable[[str, str], None]) -> list[_Change]:
    """What makes a picture show its new file, or its description where there is none."""
    span = _span(raw, image.source, image.start, image.end)
    if new == image.source or span is None:
        return []
    if new is not None:
        return [(*span, new.encode())]
    say(f"the picture {image.source}", "its description")
    return [(image.start, image.end, f"*{image.alt}*".encode() if image.alt else b"")]


def target(old: str, name: str, locale: str, places: Places, *, shown: bool = False) -> str | None:
    """Where a link leads in the site; None if nowhere."""
    if not old or old.startswith("#") or (_SCHEME.match(old) and not old.lower().startswith("xref:")):
        return old
    if old.lower().startswith("xref:"):
        return None
    path, rest = _PARTS.fullmatch(old).groups("")  # type: ignore[union-attr]
    if path.startswith("/"):
        inside = path[len(places.base) + 1 :] if places.base and path.lower().startswith(f"{places.base}/") else None
        there = _page(inside, locale, places) if inside is not None else None
        return _written(there, name) + rest if there else f"{LEARN}{old}"
    found = resolved(path, name)
    there = _page(found, locale, places) if found and not shown else None
    if there is None and found:
        there = places.find(found, locale) or None
    if there is not None:
        kept = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) == there and "~" not in path
        return old if kept and "\\" not in path else _written(there, name) + rest
    if shown or not found or not places.base:
        return None
    return f"{LEARN}{places.base}/{quote(posixpath.splitext(found)[0])}{rest}"


def _page(found: str, locale: str, places: Places) -> str | None:
    """The page that a path of Learn's means: with or without its suffix, or the landing page of a folder."""
    stem = found.rstrip("/")
    tries = [stem] if stem.endswith(".md") else [f"{stem}.md", f"{stem}/index.md"]
    if stem.endswith(".yml"):
        tries = [f"{stem[:-4]}.md"]
    return next((there for each in tries if (there := places.find(each.lstrip("/"), locale))), None)


def _written(there: str, name: str) -> str:
    return posixpath.relpath(there, posixpath.dirname(name) or ".")


def _span(raw: bytes, old: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the target of a link is written within it; None where it is written in another way."""
    at = raw.find(old.encode(), start, end)
    return (at, at + len(old.encode())) if at >= 0 else None


def _changed(raw: bytes, changes: list[_Change]) -> bytes:
    parts: list[bytes] = []
    here = 0
    for start, end, new in sorted(set(changes)):
        if start < here:
            continue  # inside something that has been changed: a picture in a link
        parts += [raw[here:start], new]
        here = end
    return b"".join((*parts, raw[here:]))
