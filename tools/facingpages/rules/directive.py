"""Directives: includes, shortcodes, Liquid, JSX, placeholders - what a program reads, not a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.align.features import neutral_target
from facingpages.document import Block, Span
from facingpages.finding import Finding
from facingpages.rules.base import ERROR, INFO, WARNING, Example, Family, Pair, Rule, shorten
from facingpages.rules.wording import is_renaming, is_wording

MISSING = Rule(
    "directive-missing",
    ERROR,
    "An include, shortcode, tag or component of the source was lost.",
    "Something will not be on the page, or its beginning or end will be missing.",
    (
        Example("{{< youtube abc >}}\n\nWatch it.\n", "Se den.\n", ("1:1",), dialect="hugo"),
        Example("Version {{ version }} is out.\n", "Version är ute.\n", ("1:1",)),
    ),
)
CHANGED = Rule(
    "directive-changed",
    ERROR,
    "An include, shortcode, tag or component differs from the source.",
    "Its name or an argument that a program reads. Titles, labels and captions in it may be translated.",
    (
        Example("{{< youtube abc >}}\n", "{{< youtube abd >}}\n", ("1:1",), dialect="hugo"),
        Example(
            '{{< figure src="a.png" caption="The page" >}}\n', '{{< figure src="a.png" caption="Sidan" >}}\n', dialect="hugo",
            note="A translated caption.",
        ),
    ),
)  # fmt: skip
UNCLOSED = Rule(
    "directive-unclosed",
    ERROR,
    "A component or container is opened and never closed.",
    "Its closing tag or colons were lost: the page does not build, or everything behind it is drawn in.",
    (
        Example(
            "<Steps>\n\nFirst do this.\n\n</Steps>\n\nEnd.\n",
            "<Steps>\n\nGör först detta.\n\nSlut.\n",
            ("1:1",),
            dialect="mdx",
        ),
    ),
)
EXTRA = Rule(
    "directive-extra",
    WARNING,
    "A directive that the source lacks.",
    "Often left over from an older source.",
    (Example("Watch it.\n", "{{< youtube abc >}}\n\nSe den.\n", ("1:1",), dialect="hugo"),),
)
PLACEHOLDER = Rule(
    "directive-placeholder",
    ERROR,
    "A placeholder of the text was lost or changed.",
    "`{0}`, `%s`, `${name}`: a program fills it in.",
    (Example("{0} credits left.\n", "0 krediter kvar.\n", ("1:1",)),),
)

HUMAN = re.compile(
    r"\b(?:title|label|caption|alt|alt-text|description|text|summary|placeholder|tagline|aria-label|name|heading|tooltip)"
    r"\s*[=:]\s*(?:\"[^\"]*\"|'[^']*'|\{`[^`]*`\}|\{\"[^\"]*\"\})", re.I
)  # fmt: skip
SPACE = re.compile(r"\s+")
CLIMB = re.compile(r"(?:\.\./)+|(?<=['\"(])\./")
PLACE = re.compile(
    r"(?<![\w{$])\{(?:\d+|[A-Za-z_]\w*)\}(?!\})|%(?:\(\w+\))?(?:\d+\$)?[sdif](?![\w%])|\$\{\w+\}|%\d(?!\d)|@\{\w+\}"
)
BRACES = re.compile(r"\{[^{}\n]{1,40}\}")
ATTRIBUTE = re.compile(r"^\{:?\s*[#.:a-z]")


def check(pair: Pair) -> Iterator[Finding]:
    """Directives of aligned blocks as a multiset; whole directive blocks without counterpart."""
    for unit in pair.missing:
        block = unit.blocks[0]
        if unit.kind == "directive":
            yield pair.finding(
                MISSING, "The source has {text} here.", pair.gap(unit.position), (block.start, block.end),
                note="source directive", text=_shown(block),
            )  # fmt: skip
    for unit in pair.extra:
        block = unit.blocks[0]
        if unit.kind == "directive":
            yield pair.finding(
                EXTRA, "The source does not have {text} here.", (block.start, block.end), text=_shown(block)
            )
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.kind == "directive" or b.kind == "directive":
            yield from _whole(pair, bead, a, b)
        elif a.directives or b.directives:
            yield from _inline(pair, bead)
        if ("{" in a.text or "%" in a.text) and a.kind not in ("code", "directive"):
            yield from _placeholders(pair, bead)


def _whole(pair: Pair, bead: Bead, a: Block, b: Block) -> Iterator[Finding]:
    one, two = _core(a), _core(b)
    if one != two and a.kind == b.kind and not is_wording(_written(a), _written(b)):
        yield pair.finding(
            CHANGED, "This is {here}; the source has {there}.", (b.start, b.end), (a.start, a.end), note="source directive",
            bead=bead, severity=WARNING if is_renaming(_written(a), _written(b)) else None, here=_shown(b), there=_shown(a),
        )  # fmt: skip
    elif a.kind == b.kind and a.level and not b.level:
        yield pair.finding(
            UNCLOSED,
            "{text} is opened here and never closed.",
            (b.start, b.end),
            (a.start, a.end),
            note="source directive",
            bead=bead,
            text=_shown(b),
        )
    elif a.kind == "directive" and b.kind != "directive":
        yield pair.finding(
            MISSING, "The source has {text} here.", (b.start, b.end), (a.start, a.end), note="source directive", bead=bead,
            text=_shown(a),
        )  # fmt: skip


def _inline(pair: Pair, bead: Bead) -> Iterator[Finding]:
    s = [span for block in bead.source for span in block.directives if not ATTRIBUTE.match(span.text)]
    t = [span for block in bead.target for span in block.directives if not ATTRIBUTE.match(span.text)]
    left = list(s)
    extra: list[Span] = []
    for span in t:
        text = neutral(span.text)
        match = next(
            (other for other in left if neutral(other.text) == text or is_wording(other.text, span.text)), None
        )
        if match is None:
            extra.append(span)
        else:
            left.remove(match)
    for old in left:
        new = next((span for span in extra if span.text[:2] == old.text[:2]), None)
        if new is not None:
            extra.remove(new)
            yield pair.finding(
                CHANGED, "This is {here}; the source has {there}.", (new.start, new.end), (old.start, old.end),
                note="source directive", bead=bead, here=shorten(new.text), there=shorten(old.text),
            )  # fmt: skip
        else:
            block = bead.target[0]
            yield pair.finding(
                MISSING, "The source has {text} here.", (block.start, block.end), (old.start, old.end),
                note="source directive", bead=bead, text=shorten(old.text),
            )  # fmt: skip
    for new in extra:
        yield pair.finding(
            EXTRA, "The source does not have {text} here.", (new.start, new.end),
            (bead.source[0].start, bead.source[0].end), bead=bead, text=shorten(new.text),
        )  # fmt: skip


def _placeholders(pair: Pair, bead: Bead) -> Iterator[Finding]:
    s = Counter(found for block in bead.source for found in PLACE.findall(block.text))
    if not s:
        return
    t = Counter(found for block in bead.target for found in PLACE.findall(block.text))
    words = BRACES.findall(" ".join(block.text for block in bead.target))
    for name in s - t:
        b = bead.target[0]
        renamed = name[0] == "{" and name[1:2].isalpha() and len(words) >= s.total()
        yield pair.finding(
            PLACEHOLDER, 'The placeholder "{name}" of the source is missing.', (b.start, b.end),
            (bead.source[0].start, bead.source[0].end), bead=bead, severity=INFO if renamed else None, name=name,
        )  # fmt: skip


def neutral(text: str) -> str:
    """A directive without what may be translated in it."""
    words = (CLIMB.sub("", neutral_target(word)) for word in HUMAN.sub("", text).split())
    return SPACE.sub("", " ".join(words)).replace("'", '"')


def _core(block: Block) -> str:
    return neutral(block.name) + neutral(" ".join(span.text for span in block.directives))


def _written(block: Block) -> str:
    return " ".join([block.name, *(neutral_target(span.text) for span in block.directives)])


def _shown(block: Block) -> str:
    spans: Sequence[Span] = block.directives
    text = " ".join(span.text for span in spans) or block.name
    return shorten(text if text.startswith(block.name) else f"{block.name} {text}")


FAMILY = Family((MISSING, CHANGED, UNCLOSED, EXTRA, PLACEHOLDER), pair=check)
