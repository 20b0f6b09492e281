"""Write a translation memory: TMX 1.4b, the exchange format that translation tools read.

The format is described in the TMX 1.4b specification (LISA OSCAR, 2005). A file holds one translation of one page, its
segments in the order of the page; the same segments give the same bytes, for there is no clock in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from facingpages.bilingual import Segment

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


def translation_memory(segments: Iterable[Segment], source_culture: str, target_culture: str) -> bytes:
    """Give the TMX file of these segments; one with nothing on a side is left out. Cultures are as in `lv-LV`."""
    units = (
        _UNIT.format(
            id=quoteattr(segment.id),
            source_culture=quoteattr(source_culture),
            target_culture=quoteattr(target_culture),
            source=escape(segment.source),
            target=escape(segment.target),
        )
        for segment in segments
        if segment.source.strip() and segment.target.strip()
    )
    return (_HEADER.format(source=quoteattr(source_culture)) + "".join(units) + _END).encode()
