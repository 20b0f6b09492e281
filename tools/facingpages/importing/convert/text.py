"""What changes within a line of Learn's Markdown, code apart."""

from __future__ import annotations

import re
from collections.abc import Callable

_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_ATTRIBUTE = re.compile(r"""([\w-]+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)')""")
_IMAGE = re.compile(r":::image\b((?:[^:\n]|:(?!::))*):::")
_VIDEO = re.compile(r"\[!VIDEO[ \t]+(?P<address>[^\]\s]+)[ \t]*\]", re.IGNORECASE)
_SAMPLE = re.compile(r"\[!code[\w-]*[ \t]*\[[^\]\n]*\]\((?P<source>[^)\s]+)[^)\n]*\)[ \t]*\]", re.IGNORECASE)
_AUTOXREF = re.compile(r"<xref:(?P<uid>[^>\s]+)>")
_XREF = re.compile(r"\[(?P<text>[^\[\]]*)\]\(xref:(?P<uid>[^)\s]+)\)")


def attributes(text: str) -> dict[str, str]:
    """The attributes of a `:::` directive by their names in small letters."""
    return {match[1].lower(): match[2] if match[2] is not None else match[3] for match in _ATTRIBUTE.finditer(text)}


def convert_line(line: str, say: Callable[[str, str], None]) -> str:
    """One line of text in MkDocs' Markdown. `say` is told what could not be brought over and what became of it."""
    if not any(mark in line for mark in (":::", "[!", "xref:")):
        return _hard_break(line)
    parts: list[str] = []
    here = 0
    for code in _CODE.finditer(line):
        parts += [_convert(line[here : code.start()], say), code[0]]
        here = code.end()
    return _hard_break("".join((*parts, _convert(line[here:], say))))


def image(values: dict[str, str], description: str = "") -> str:
    """A `:::image:::` in Markdown; one with a lightbox leads to the large picture."""
    alt = re.sub(r"([\[\]])", r"\\\1", values.get("alt-text", description))
    shown = f"![{alt}]({_address(values.get('source', ''))})"
    wide = values.get("lightbox", "")
    wide = values.get("source", "") if wide == "true" else wide
    return f"[{shown}]({_address(wide)})" if wide and wide != "false" else shown


def _convert(text: str, say: Callable[[str, str], None]) -> str:
    def plain(match: re.Match[str]) -> str:
        say(f"xref:{match['uid']}", "text without a link")
        return match.groupdict().get("text") or f"`{match['uid']}`"

    text = _IMAGE.sub(lambda match: image(attributes(match[1])), text)
    text = _VIDEO.sub(lambda match: f"<{match['address']}>", text)
    for sample in _SAMPLE.finditer(text):
        say(f"the sample of code {sample['source']} within a line", "as it was")
    text = _XREF.sub(plain, text)
    return _AUTOXREF.sub(plain, text)


def _address(target: str) -> str:
    return f"<{target}>" if re.search(r"[\s()]", target) else target


def _hard_break(line: str) -> str:
    """A backslash at the end of a line breaks it in CommonMark, but not in Python-Markdown."""
    return f"{line[:-1]}  " if line.endswith("\\") and not line.endswith("\\\\") else line
