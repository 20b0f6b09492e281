"""What stands in two parts of a page or says where a part comes from: the end of a tag, an import and its component."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from facingpages.document import Block
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.callout import is_callout_tag, written_as
from facingpages.rules.rule import Rule
from facingpages.rules.wording import neutral

TAG = late(r"\{%-?\s*+(end)?(\w+)")
COMPONENT = late(r"(/?)([A-Z][\w.]*)")
ANY = late(r"(?:\{%-?|\{\{[%<]|<)\s*+(?P<end>end(?=\w)|/\s*)?(?P<of>\w[\w./-]*)")
TITLED = late(r"\{%-?\s*(?P<tag>\w+\s+[a-z]+)\s++(?:(?:[^=\"'{}]|(?<=\w)'(?=\w))+?|\"[^\"{}]+\"\s*|'[^'{}]+'\s*)-?%\}")
IMPORT = late(r"""\bimport\s+(?P<names>[\w*{},\s$]+?)\s+from\s*["'](?P<path>[^"'\n]+)["']""")
NAME = late(r"[\w$]+(?=\s*(?:[,}]|$))")  # the one that is used: `B` of `A as B`


def opened_by(blocks: Iterable[Block]) -> Counter[str]:
    """The tags that some directives open, `hint` of `{% hint %}` and `Tab` of `<Tab>`, and how often each."""
    found = (_tag(block) for block in blocks if block.kind == "directive")
    return Counter(name for name, ends in found if name and not ends)


def ends_what(opened: Counter[str], block: Block) -> bool:
    """Whether a directive is the end of a tag that is told, of which one is taken from those that are `opened` then.

    Several alike are not paired in their order, so this asks for no order.
    """
    name, ends = _tag(block)
    if not ends or not opened[name]:
        return False
    opened[name] -= 1
    return True


def _tag(block: Block) -> tuple[str, bool]:
    """The name of a tag or component, empty if it is none, and whether it is an end."""
    if (match := TAG.match(written_as(block).strip())) is not None:
        return match[2], match[1] is not None
    match = COMPONENT.fullmatch(block.name)
    return (match[2], bool(match[1])) if match is not None else ("", False)


def without_ends(pair: Pair, lost: Rule, found: list[Finding]) -> Iterator[Finding]:
    """What is told, without the lost end of a tag right before a lost beginning of the same kind, or behind one.

    Two boxes became one: this is told once, where the second should begin. A box is gone: that is told where it began.
    """
    told = sorted(
        (one for one in found if one.rule == lost.id and one.related), key=lambda one: one.related[0].place[1:3]
    )
    lines: list[bytes] = []
    ends: set[int] = set()
    for one, other in pairwise(told):
        end, begins = (ANY.match(tag.values["text"]) for tag in (one, other))
        if not end or not begins or end["end"] is None or begins["end"] is not None or end["of"] != begins["of"]:
            continue
        lines = lines or pair.source.raw.splitlines()
        between = lines[one.related[0].place.end_line : other.related[0].place.line - 1]
        if not any(line.strip(b"> \t") for line in between):
            ends.add(id(one))
    opened: dict[str, list[Finding]] = {}
    for one in told:
        tag = ANY.match(one.values["text"])
        if tag is None or id(one) in ends:
            continue
        if tag["end"] is None:
            opened.setdefault(tag["of"], []).append(one)
        elif opened.get(tag["of"]) and _is_next_end(pair, opened[tag["of"]].pop(), one):
            ends.add(id(one))
    yield from (one for one in found if id(one) not in ends)


def _is_next_end(pair: Pair, begins: Finding, ends: Finding) -> bool:
    """Whether the lost end of a tag is the first in the source behind a lost beginning."""
    first, last = (one.related[0].place for one in (begins, ends))
    between = pair.source.raw.splitlines()[first.line - 1 : last.line - 1]
    return not any(ends.values["text"].encode() in line for line in between)


def displaced(found: list[Finding], lost: Rule, extra: Rule) -> dict[int, Finding]:
    """The ends of tags that the source has elsewhere: by the identity of the finding that one is too many, that it is lost."""
    gone: dict[str, list[Finding]] = {}
    for one in found:
        tag = ANY.match(one.values.get("text", ""))
        if one.rule == lost.id and tag is not None and tag["end"]:
            gone.setdefault(one.values["text"], []).append(one)
    moved: dict[int, Finding] = {}
    for one in found:
        if one.rule == extra.id and gone.get(one.values["text"]):
            moved[id(one)] = gone[one.values["text"]].pop(0)
    return moved


def has_its_imports(pair: Pair, a: Block, b: Block) -> bool:
    """Whether two modules differ in nothing that matters: what the translation imports, it takes from where the source
    does, and of what it does not import it uses nothing."""
    if a.name != "module" or b.name != "module" or any(IMPORT.sub("", written_as(one)).strip(" ;") for one in (a, b)):
        return False
    theirs, own = dict(_imported(written_as(a))), dict(_imported(written_as(b)))
    if not theirs.items() & own.items() or any(theirs.get(name, path) != path for name, path in own.items()):
        return False
    return not any(re.search(rb"<%s\b" % re.escape(name.encode()), pair.target.raw) for name in theirs.keys() - own)


def _imported(text: str) -> Iterator[tuple[str, str]]:
    """What a module imports, and from where."""
    for match in IMPORT.finditer(text):
        for name in NAME.findall(match["names"]):
            yield name, neutral(match["path"])


def titled_alike(old: str, new: str) -> bool | None:
    """Whether two callouts of Hexo, `{% note tip Words %}`, differ only in their words; None: no such ones."""
    one, two = TITLED.fullmatch(old), TITLED.fullmatch(new)
    if one is None or two is None or not is_callout_tag(old):
        return None
    return one["tag"] == two["tag"]
