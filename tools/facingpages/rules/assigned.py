"""Numbers that belong to a name in code beside them: `timeout` 30 and `retries` 3 are not 3 and 30."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from facingpages.document import Block
from facingpages.rules.quantities import TOKEN


def reassigned(source: Sequence[Block], target: Sequence[Block]) -> tuple[str, str] | None:
    """A number that stands beside another name than in the source, and the one that stood there.

    Only where names and numbers take turns on both sides, so that nobody can tell them apart otherwise, and the numbers
    are the same.
    """
    there, here = _beside(source), _beside(target)
    if there.keys() != here.keys() or sorted(there.values()) != sorted(here.values()):
        return None
    return next(((here[name], there[name]) for name in there if here[name] != there[name]), None)


def _beside(blocks: Sequence[Block]) -> dict[str, str]:
    """The number beside each name; none where they don't take turns."""
    if len(blocks) != 1:
        return {}
    block = blocks[0]
    codes = [(code.start, True, code.text) for code in block.codes]
    numbers = [(block.offset(match.start()), False, match.group()) for match in TOKEN.finditer(block.text)]
    signs = sorted([*codes, *numbers])
    kinds = [is_code for _, is_code, _ in signs]
    if len(codes) < 2 or len(signs) != 2 * len(codes) or any(one == two for one, two in pairwise(kinds)):
        return {}
    names, values = ([text for _, is_code, text in signs if is_code is wanted] for wanted in (True, False))
    return dict(zip(names, values, strict=True)) if len(set(names)) == len(names) else {}
