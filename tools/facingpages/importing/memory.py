"""Write a translation memory: TMX 1.4b, the exchange format that translation tools read.

The format is described in the TMX 1.4b specification (LISA OSCAR, 2005). A file holds one translation of one page, its
segments in the order of the page; the same segments give the same bytes, for there is no clock in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from facingpages.document import Document
from facingpages.read import read_page
from facingpages.read.bilingual import Segment

KEYS = ("title", "description", "titleSuffix", "summary", "keywords")
"""Front matter whose values are sentences or words for readers."""

_HEADER = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="facingpages" creationtoolversion="1" segtype="sentence" o-tmf="Learn" adminlang="en"
          srclang={source} datatype="plaintext"/>
  <body>
"""
_UNIT = """\
    <tu tuid={id}>
      <tuv xml:lang={source_culture}><seg>{source}</seg></tuv>
      <tuv xml:lang={target_culture}><seg>{target}</seg></tuv>
    </tu>
"""
_END = """\
  </body>
</tmx>
"""


class TranslationUnit(NamedTuple):
    """Two texts that say the same; `id` tells them from the others of a page."""

    id: str
    source: str
    target: str


def units(segments: Iterable[Segment]) -> Iterator[TranslationUnit]:
    """The sentences of a bilingual page."""
    return (TranslationUnit(segment.id, segment.source, segment.target) for segment in segments)


def beside(source: bytes, target: bytes, segments: Iterable[Segment]) -> Iterator[TranslationUnit]:
    """What readers meet beside the sentences, on the true source and the page translated from it.

    These are titles and descriptions in the front matter, and what stands for pictures. A picture is paired by its
    file's name with the same one, the first with the first, where both pages show it equally often. Texts that are part
    of a segment are not given again.
    """
    one, other = read_page(source, "learn"), read_page(target, "learn")
    for key in KEYS:
        if (here := one.metadata.get(key)) is not None and (there := other.metadata.get(key)) is not None:
            yield TranslationUnit(key, here.value, there.value)
    told = "\n".join(segment.source for segment in segments)
    there_by_source = _pictures(other)
    number = 0
    for name, texts in _pictures(one).items():
        if len(texts) == len(there_by_source.get(name, ())):
            for text, translated in zip(texts, there_by_source[name], strict=True):
                if text and f"![{text}]" not in told and text not in told.split("\n"):
                    number += 1
                    yield TranslationUnit(f"alt-{number}", text, translated)


def _pictures(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for block in document.blocks:
        for image in block.images:
            found[image.source].append(image.alt or "")
    return found


def translation_memory(units: Iterable[TranslationUnit], source_culture: str, target_culture: str) -> bytes:
    """Give the TMX file of these units; one with no words on a side is left out. Cultures are as in `lv-LV`."""
    written = (
        _UNIT.format(
            id=quoteattr(unit.id),
            source_culture=quoteattr(source_culture),
            target_culture=quoteattr(target_culture),
            source=escape(unit.source),
            target=escape(unit.target),
        )
        for unit in units
        if unit.source.strip() and unit.target.strip()
    )
    return (_HEADER.format(source=quoteattr(source_culture)) + "".join(written) + _END).encode()
