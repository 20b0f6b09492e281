"""The sentences of a paragraph, and whether those of two paragraphs pair one to one.

A sentence ends only in the paragraph's own text, never inside a link or bold; the next begins with a capital letter.
What a translator keeps must agree in every pair of sentences - targets, code, numbers, how much is bold - and so must
the lengths. One doubt, and the paragraphs stay whole: no pairing is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from facingpages.align.features import neutral_target

END = re.compile(r"(?:[.!?…]|[.!?…][\"”’“»)\]])\s+$")
SPLIT = re.compile(r"(?:[.!?…]|[.!?…][\"”’“»)\]])(\s+)(?=([\"“„”«»(\[¿¡]?)(\w))")
ABBREVIATED = re.compile(
    r"(?:\b(?:\w|e\.g|i\.e|etc|vs|no|nr|st|utt|piem|resp|oz|npr|itd|t\.i|bl\.a|t\.ex|dvs|м\.|т\.н|др|стр|напр)\.)\s*$",
    re.I,
)
NUMBER = re.compile(r"\d+")
RATIO = 2.2  # how far the lengths of two sentences may differ from those of their paragraphs
SLACK = 25  # characters; short sentences differ more


@dataclass(frozen=True, slots=True)
class Sentence:
    """What of a sentence can be compared: its length in characters and what no translator changes."""

    length: int
    kept: tuple[frozenset[str], int]  # targets, code and numbers; how many are bold


def split(element: Element) -> list[Element]:
    """The sentences of a paragraph, each in a `span` of its own; the paragraph itself is not touched."""
    spans = [Element("span", {"class": "facing-sentence"})]
    pieces: list[tuple[str, Element | None]] = [(element.text or "", None)]
    pieces += [(child.tail or "", child) for child in element]
    for text, child in pieces:
        if child is not None:
            if END.search(_tail(spans[-1])) and _begins(child):
                spans.append(Element("span", {"class": "facing-sentence"}))
            copy = Element(child.tag, dict(child.attrib))
            copy.text = child.text
            copy.extend(list(child))
            spans[-1].append(copy)
        start = 0
        for found in SPLIT.finditer(text):
            if not found.group(3).isupper() or ABBREVIATED.search(_tail(spans[-1]) + text[start : found.end(1)]):
                continue
            _append(spans[-1], text[start : found.end(1)])
            spans.append(Element("span", {"class": "facing-sentence"}))
            start = found.end(1)
        _append(spans[-1], text[start:])
    return [span for span in spans if span.text or len(span)]


def describe(span: Element) -> Sentence:
    """What of a sentence can be compared with another language's."""
    text = "".join(span.itertext())
    kept = {"l" + neutral_target(link.get("href", "")) for link in span.iter("a")}
    kept |= {"c" + "".join(code.itertext()) for code in span.iter("code")}
    kept |= {"n" + number for number in NUMBER.findall(text) if len(number) > 1}
    return Sentence(len(text), (frozenset(kept), sum(1 for _ in span.iter("strong"))))


def pair(source: Sequence[Sentence], target: Sequence[Sentence]) -> bool:
    """Whether two paragraphs pair sentence by sentence, without doubt."""
    if len(source) != len(target) or len(source) < 2:
        return False
    scale = (sum(one.length for one in source) + 1) / (sum(one.length for one in target) + 1)
    for one, other in zip(source, target, strict=True):
        if one.kept != other.kept:
            return False
        a, b = one.length + SLACK, other.length * scale + SLACK
        if max(a, b) > RATIO * min(a, b):
            return False
    return True


def _begins(child: Element) -> bool:
    """Whether an element's text begins as a sentence does."""
    text = "".join(child.itertext()).lstrip('"“„”«»([')
    return bool(text) and text[0].isupper()


def _tail(span: Element) -> str:
    if len(span):
        return span[-1].tail or ""
    return span.text or ""


def _append(span: Element, text: str) -> None:
    if len(span):
        span[-1].tail = (span[-1].tail or "") + text
    else:
        span.text = (span.text or "") + text
