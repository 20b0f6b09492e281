"""The dialects, one a file. A new one is a file here, its name in `DialectName`, and a place in `ALL`."""

from __future__ import annotations

from collections.abc import Mapping

from facingpages.document import DialectName
from facingpages.read.dialects.commonmark import COMMONMARK
from facingpages.read.dialects.dialect import Dialect
from facingpages.read.dialects.hugo import HUGO
from facingpages.read.dialects.learn import LEARN
from facingpages.read.dialects.mdx import MDX
from facingpages.read.dialects.mkdocs import MKDOCS

ALL = (COMMONMARK, MKDOCS, LEARN, HUGO, MDX)
DIALECTS: Mapping[DialectName, Dialect] = {dialect.name: dialect for dialect in ALL}
