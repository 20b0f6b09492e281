"""The blocks of a page, from Learn's Markdown to what Python-Markdown reads as MkDocs sets it up.

The page is read as CommonMark reads it, container by container: what stands in a list item, a quote or a directive is
taken out, converted by itself, and put back as deep as Python-Markdown wants it - four spaces for everything that is
inside something. Learn's own blocks become admonitions, content tabs, grids and collapsible blocks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facingpages.importing.convert.context import Context
from facingpages.importing.convert.lines import dedent, deeper, quoted, trimmed
from facingpages.importing.convert.sample import fenced, language_of, older
from facingpages.importing.convert.text import attributes, convert_line, image
from facingpages.importing.convert.words import KINDS, title

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`]*|(?<=~)[^\n]*)$")
_ITEM = re.compile(r"(?P<indent> {0,3})(?P<marker>[-*+]|[0-9]{1,9}[.)])(?P<gap>[ \t]+|$)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_TAB = re.compile(r" {0,3}#{1,6}[ \t]+\[(?P<label>[^\]]+)\]\(#tab/(?P<id>[^)\s]*)\)[ \t]*$")
_QUOTE = re.compile(r" {0,3}> ?")
_ALERT = re.compile(r"\[!(?P<kind>NOTE|TIP|IMPORTANT|CAUTION|WARNING)\][ \t]*(?P<rest>.*)", re.IGNORECASE)
_DIV = re.compile(r"\[!div\b(?P<values>[^\]]*)\][ \t]*(?P<rest>.*)", re.IGNORECASE)
_COLONS = re.compile(r"[ \t]*:::[ \t]*(?P<name>[a-z-]+)(?P<values>.*?)(?:[ \t]*:::)?[ \t]*$", re.IGNORECASE)
_TABLE = re.compile(r" {0,3}\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")
_HTML = re.compile(
    r" {0,3}<(?:!--|/?(?:table|tr|td|th|thead|tbody|div|p|ul|ol|li|dl|details|summary|iframe|section|pre|style|script"
    r"|br)\b)",
    re.I,
)
DEPTH = 30  # containers in one another; what is deeper stays as it is


def convert_blocks(lines: Sequence[str], context: Context, *, item: bool = False) -> list[str]:
    """The lines of a page or of what is inside a container (a list's `item`, for one), converted."""
    if context.depth >= DEPTH:
        context.say("blocks more than 30 deep", "as they were")
        return list(lines)
    context.depth += 1
    try:
        return _Blocks(lines, context, item=item).run()
    finally:
        context.depth -= 1


class _Blocks:
    """One container: its lines, how far they are read, and what they became."""

    def __init__(self, lines: Sequence[str], context: Context, *, item: bool) -> None:
        self.lines = lines
        self.item = item
        self.context = context
        self.at = 0
        self.out: list[str] = []
        self.text = False  # whether the last line was text that a next line continues
        self.list = ""  # the kind of the list that has just ended

    def run(self) -> list[str]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip():
                self.out.append("")
                self.text = False
                self.at += 1
            elif not any(step(line) for step in (
                self._fence, self._indented, self._html, self._colons, self._tabs, self._quote, self._item,
            )):  # fmt: skip
                self._line(line)
        return self.out

    def _line(self, line: str) -> None:
        """A line of text, a heading, a row, a rule."""
        following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        if self.text and "|" in line and "|" in following and _TABLE.match(following):
            self.out.append("")
        heading = _HEADING.match(line) is not None
        if heading and self.list and self.out and self.out[-1]:
            self.out.append("")
        shown = line.lstrip(" ") if heading or not self.text else line
        self.out.append(convert_line(shown, self.context.say))
        self.text = not heading and not _RULE.match(line)
        self.list = ""
        self.at += 1

    def _block(self, lines: Sequence[str]) -> bool:
        """A block of its own, blank lines around it."""
        if self.out and self.out[-1]:
            self.out.append("")
        self.out += lines
        if self.at < len(self.lines) and self.lines[self.at].strip():
            self.out.append("")
        self.text, self.list = False, ""
        return True

    def _fence(self, line: str) -> bool:
        match = _FENCE.match(line)
        if match is None:
            return False
        indent = len(line) - len(line.lstrip(" "))
        closing = re.compile(rf" {{0,3}}{re.escape(match['mark'][0])}{{{len(match['mark'])},}}[ \t]*$")
        end = self.at + 1
        while end < len(self.lines) and not closing.match(self.lines[end]):
            end += 1
        inside = [dedent(line, indent) for line in self.lines[self.at : end + 1]]
        info = match["info"].strip()
        inside[0] = match["mark"] + (language_of(info) if info else "")
        self.at = end + 1
        if end >= len(self.lines):
            inside.append(match["mark"])  # the end of the container closes it
        return self._block(inside)

    def _indented(self, line: str) -> bool:
        if self.text or not line.startswith(("    ", "\t")):
            return False
        self.out.append(line.expandtabs(4))
        self.at += 1
        return True

    def _html(self, line: str) -> bool:
        if not _HTML.match(line):
            return False
        comment = line.lstrip().startswith("<!--")
        end = self.at
        while end < len(self.lines):
            end += 1
            if ("-->" in self.lines[end - 1]) if comment else end < len(self.lines) and not self.lines[end].strip():
                break
        self.out += self.lines[self.at : end]
        self.at = end
        self.text = False
        return True

    def _colons(self, line: str) -> bool:
        if (values := older(line)) is not None:
            self.at += 1
            return self._block(self._sample(values))
        match = _COLONS.match(line)
        if match is None:
            return False
        name, values = match["name"].lower(), attributes(match["values"])
        if name == "image" and values.get("type") != "complex":
            return False  # converted within its line
        if name in ("code", "video"):
            self.at += 1
            return self._block(self._sample(values) if name == "code" else [f"<{values.get('source', '')}>"])
        if name.endswith("-end") or name.removesuffix("-end") not in ("zone", "moniker", "row", "column", "image"):
            self.context.say(f":::{name}", "nothing")
            self.at += 1
            return True
        inside = self._until(name)
        if name == "zone" and "pivot" in values:
            return self._pivots(values["pivot"], inside)
        converted = convert_blocks(inside, self.context)
        if name == "row":
            return self._block(['<div class="grid" markdown>', "", *trimmed(converted), "", "</div>"])
        if name == "column":
            return self._block(["<div markdown>", "", *trimmed(converted), "", "</div>"])
        if name == "image":
            alt = values.get("alt-text", "")
            return self._block([image(values), "", f'??? info "{quoted(alt)}"', "", *deeper(trimmed(converted))])
        self.context.say(f":::{name}{match['values'].rstrip(': ')}", "its content, for all readers")
        return self._block(trimmed(converted))

    def _until(self, name: str) -> list[str]:
        """The lines up to the end of a directive, which may hold others of its name, and as they stand in it."""
        depth, end = 0, self.at
        while end < len(self.lines):
            match = _COLONS.match(self.lines[end])
            if match is not None and match["name"].lower() == name:
                depth += 1
            elif match is not None and match["name"].lower() == f"{name}-end":
                depth -= 1
                if not depth:
                    break
            end += 1
        inside = self.lines[self.at + 1 : end]
        self.at = end + 1
        depths = [len(line) - len(line.lstrip(" ")) for line in (each.expandtabs(4) for each in inside) if line.strip()]
        return [dedent(line.expandtabs(4), min(depths, default=0)) for line in inside]

    def _pivots(self, pivot: str, inside: list[str]) -> bool:
        """Zones that follow one another, of which Learn shows the one that a reader picks: a tab each."""
        lines: list[str] = []
        while True:
            lines += ["", f'=== "{quoted(pivot)}"', "", *deeper(trimmed(convert_blocks(inside, self.context)))]
            ahead = self.at
            while ahead < len(self.lines) and not self.lines[ahead].strip():
                ahead += 1
            match = _COLONS.match(self.lines[ahead]) if ahead < len(self.lines) else None
            if match is None or match["name"].lower() != "zone":
                break
            pivot = attributes(match["values"]).get("pivot", "")
            if not pivot:
                break
            self.at = ahead
            inside = self._until("zone")
        return self._block(lines[1:])

    def _tabs(self, line: str) -> bool:
        """A group of tabs: headings that lead to `#tab/`, up to a rule."""
        match = _TAB.match(line)
        if match is None:
            return False
        lines: list[str] = []
        while match is not None:
            end = self.at + 1
            fence = ""
            while end < len(self.lines):
                opened = _FENCE.match(self.lines[end])
                if opened and (not fence or (opened["mark"].startswith(fence) and not opened["info"].strip())):
                    fence = "" if fence else opened["mark"]
                if not fence and (_RULE.match(self.lines[end]) or _TAB.match(self.lines[end])):
                    break
                end += 1
            inside = convert_blocks(self.lines[self.at + 1 : end], self.context)
            lines += ["", f'=== "{quoted(match["label"])}"', "", *deeper(trimmed(inside))]
            self.at = end
            match = _TAB.match(self.lines[end]) if end < len(self.lines) else None
        if self.at < len(self.lines):
            self.at += 1  # the rule that ends the group
        return self._block(lines[1:])

    def _quote(self, line: str) -> bool:
        if not _QUOTE.match(line):
            return False
        inside: list[str] = []
        while self.at < len(self.lines):
            here = self.lines[self.at]
            mark = _QUOTE.match(here)
            if mark is None and not (inside and inside[-1].strip() and self._continues(here)):
                break
            inside.append(here[mark.end() :] if mark else here)
            self.at += 1
        head = next((at for at, each in enumerate(inside) if each.strip()), 0)
        if alert := _ALERT.match(inside[head].strip()):
            kind = alert["kind"].lower()
            body = convert_blocks([*([alert["rest"]] if alert["rest"] else []), *inside[head + 1 :]], self.context)
            shown = f'!!! {KINDS[kind]} "{quoted(title(kind, self.context.locale))}"'
            return self._block([shown, "", *deeper(trimmed(body))])
        if div := _DIV.match(inside[head].strip()):
            body = trimmed(convert_blocks([*([div["rest"]] if div["rest"] else []), *inside[head + 1 :]], self.context))
            if "nextstepaction" in div["values"] and len(body) == 1 and body[0].endswith(")"):
                body = [f"{body[0]}{{ .md-button }}"]
            return self._block(body)
        return self._block([f"> {each}".rstrip() for each in trimmed(convert_blocks(inside, self.context))])

    def _item(self, line: str) -> bool:
        match = None if _RULE.match(line) else _ITEM.match(line)
        if match is None:
            return False
        marker = match["marker"]
        ordered = marker[0].isdigit()
        if self.text and (not match["gap"] or (ordered and int(marker[:-1]) != 1)):
            return False  # such a line continues a paragraph
        gap = match["gap"].expandtabs(4)
        width = match.end("marker") + (len(gap) if 0 < len(gap) <= 4 else 1)
        inside = [line.expandtabs(4)[width:] if match["gap"] else ""]
        self.at += 1
        while self.at < len(self.lines):
            here = self.lines[self.at].expandtabs(4)
            if not here.strip():
                ahead = next((each for each in self.lines[self.at :] if each.strip()), "").expandtabs(4)
                if len(ahead) - len(ahead.lstrip(" ")) < width:
                    break
            elif len(here) - len(here.lstrip(" ")) < width and not (inside[-1].strip() and self._continues(here)):
                break
            inside.append(here[width:] if not here[:width].strip() else here.lstrip(" "))
            self.at += 1
        kind = "ordered" if ordered else "bullets"
        if self.text and not (self.item and "" not in self.out):  # a list below the first line of an item needs none
            self.out.append("")
        elif self.list and self.list != kind:
            self.out += ["", "<!-- -->", ""]  # Python-Markdown would take it for one list
        converted = convert_blocks(inside, self.context, item=True)
        first, *others = trimmed(converted) or [""]
        shown = f"{marker[:-1]}." if ordered else marker
        self.out += [f"{shown} {first}".rstrip(), *deeper(others)]
        self.text, self.list = False, kind
        return True

    def _continues(self, line: str) -> bool:
        """Whether a line without the mark of its container continues the paragraph that stands in it."""
        return not any(
            pattern.match(line) for pattern in (_FENCE, _RULE, _HEADING, _QUOTE, _ITEM, _COLONS, _HTML)
        ) and bool(line.strip())

    def _sample(self, values: dict[str, str]) -> list[str]:
        """A `:::code:::` or `[!code]`: the file's text, or the lines of it that are asked for."""
        source = values.get("source", "")
        text = self.context.sample(source)
        if text is None or "id" in values:
            self.context.say(f"the sample of code {source}", "nothing, for the sample is not at hand")
            return []
        return fenced(text, values)
