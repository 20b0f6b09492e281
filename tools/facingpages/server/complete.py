"""What may be written at the cursor: targets and anchors, labels as this locale has them, keys of the front matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from posixpath import dirname, join, normpath, relpath

from lsprotocol import types

from facingpages.safe import safe
from facingpages.server.facing import Facing, facing
from facingpages.server.site import OpenSite
from facingpages.server.text import EditorText
from facingpages.server.view import View

TARGET = re.compile(r"\]\((?P<path>[^()\s#]*)(?P<anchor>#[^()\s]*)?$")
LABEL = re.compile(r"(?P<marks>\*\*|__)(?P<begun>[^*_]*)$")
KEY = re.compile(r"^\w[\w.-]*$|^$")
TRIGGERS = ("(", "#", "/", "*", "_")
MOST = 500  # of a kind; the editor narrows them down while one types on
USUAL = 3  # renderings of a label that are offered


def complete(site: OpenSite, view: View, path: str, at: types.Position) -> list[types.CompletionItem]:
    """What fits at a position of a page, the likeliest first."""
    text = site.text(path)
    if text is None:
        return []
    index = text.index(at, view.encoding)
    before = text.text[text.starts[min(at.line, len(text.starts) - 1)] : index]
    found = facing(site, path)
    if found is not None and _in_front_matter(text, at.line):
        return list(_keys(found, before, types.Range(types.Position(at.line, 0), at)))
    if (target := TARGET.search(before)) is not None:
        begun = target["anchor"] if target["anchor"] is not None else target["path"]
        where = _typed(text, view, index, begun)
        if target["anchor"] is not None:
            return _items(_anchors(site, path, target["path"]), where, types.CompletionItemKind.Reference)
        here = len(text.text[:index].encode())
        return _items(_targets(site, found, path, here), where, types.CompletionItemKind.File)
    if found is not None and (label := LABEL.search(before)) is not None:
        where = _typed(text, view, index, label["begun"])
        labels = _labels(site, found, len(text.text[:index].encode()))
        return _items(labels, where, types.CompletionItemKind.Text, after=label["marks"])
    return []


def _in_front_matter(text: EditorText, line: int) -> bool:
    if text.line(0).rstrip() != "---" or line == 0:
        return False
    closing = (number for number in range(1, min(len(text.starts), 200)) if text.line(number).rstrip() == "---")
    return line < next(closing, 0)


def _typed(text: EditorText, view: View, index: int, begun: str) -> types.Range:
    """The range of what was typed already, which an item replaces."""
    line = next(number for number in range(len(text.starts) - 1, -1, -1) if text.starts[number] <= index)
    column = index - text.starts[line]
    start, end = (text.position(line + 1, one + 1, view.encoding) for one in (column - len(begun), column))
    return types.Range(start, end)


def _items(
    words: Iterable[tuple[str, str]], where: types.Range, kind: types.CompletionItemKind, after: str = ""
) -> list[types.CompletionItem]:
    """Items of words and what is said beside them, each once, in this order."""
    known: dict[str, str] = {}
    for word, beside in words:
        known.setdefault(word, beside)
        if len(known) >= MOST:
            break
    return [
        types.CompletionItem(
            label=safe(word), kind=kind, detail=safe(beside) or None, sort_text=f"{number:04}", filter_text=word,
            text_edit=types.TextEdit(where, word + after),
        )
        for number, (word, beside) in enumerate(known.items())
    ]  # fmt: skip


def _keys(found: Facing, before: str, where: types.Range) -> Iterator[types.CompletionItem]:
    """Keys that the source has and the translation has not, with what the source says."""
    if not KEY.match(before.strip()):
        return
    for key, entry in found.source.metadata.items():
        if key not in found.target.metadata and "\n" not in entry.value:
            yield types.CompletionItem(
                label=safe(key), kind=types.CompletionItemKind.Property, detail=safe(f"{key}: {entry.value}"),
                text_edit=types.TextEdit(where, f"{key}: "),
            )  # fmt: skip


def _targets(site: OpenSite, found: Facing | None, path: str, offset: int) -> Iterator[tuple[str, str]]:
    """The targets of the source's block, and the pages of this locale as they are written from here."""
    bead = found.at(offset) if found is not None else None
    for block in bead.source if bead is not None else ():
        yield from ((link.target, "in the source") for link in block.links)
        yield from ((image.source, "in the source") for image in block.images)
    page = site.pages[path]
    for other in site.pages.values():
        if other.locale == page.locale and other.path != path:
            yield relpath(other.path, dirname(path)), other.name


def _anchors(site: OpenSite, path: str, target: str) -> Iterator[tuple[str, str]]:
    """The ids of a page that a path leads to, as the site's generator makes them."""
    there = normpath(join(dirname(path), target)) if target else path
    known = site.results.get(there)
    for facts in known.facts.get("links", ()) if known is not None else ():
        for name in getattr(facts, "ids", ()):
            yield f"#{name}", there


def _labels(site: OpenSite, found: Facing, offset: int) -> Iterator[tuple[str, str]]:
    """How this locale renders the labels of the source's block, most usual first."""
    bead = found.at(offset)
    labels = [span.text for block in (bead.source if bead is not None else ()) for span in block.strongs]
    usual: dict[str, Counter[str]] = {label.strip(" .:,").lower(): Counter() for label in labels}
    for result in list(site.results.values()):  # a copy: the checker's thread adds to them meanwhile
        for fact in result.facts.get("labels", ()):
            if fact.locale == found.locale:
                for one in fact.renderings:
                    if one.label in usual:
                        usual[one.label][one.text] += 1
    for label in labels:
        for text, count in usual[label.strip(" .:,").lower()].most_common(USUAL):
            yield text, f"{label}: {count} times in this locale"
    for label in labels:
        yield label, "in the source"
