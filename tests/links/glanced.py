"""What a glance at a page says, held against a reading of it."""

from __future__ import annotations

from facingpages.document import DialectName
from facingpages.generators import generators, named
from facingpages.generators.publication import MARKDOWN
from facingpages.generators.python_ids import PYTHON
from facingpages.generators.rendering import Rendering
from facingpages.links.facts import collect
from facingpages.links.glance import glance
from facingpages.links.surely import surely
from facingpages.read import read_page

RENDERINGS: list[tuple[DialectName, Rendering]] = [
    ("mkdocs", Rendering("mkdocs", PYTHON, python=True)),
    *(("commonmark", generator.rendering) for generator in generators() if not generator.rendering.python),
    *((name, named(name).rendering) for name in ("mkdocs", "learn", "hugo", "mdx")),
]


def bounded(raw: bytes, dialect: DialectName, how: Rendering) -> bool:
    """Whether a glance takes a page in. Asserts that it misses nothing, and that the ids it is sure of are there."""
    full = collect(read_page(raw, dialect), how)
    assert surely(raw, dialect, how) <= set(full.ids)
    facts = glance(raw, "page.md", dialect)
    if facts is None:
        return False
    seen = {(use.kind == "link", use.target) for use in facts.uses}
    used = {(use.kind in MARKDOWN, use.target) for use in full.uses if use.kind != "bare" and use.target.strip()}
    assert {one for one in used if "$$" not in one[1]} <= seen
    assert facts.address == full.address
    assert not full.notes
    return True
