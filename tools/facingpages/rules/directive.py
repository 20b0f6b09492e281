"""Directives: includes, shortcodes, Liquid, JSX, placeholders - what a program reads, not a person."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.align.features import neutral_target
from facingpages.document import Block, Document, Span
from facingpages.finding import Finding, Severity
from facingpages.late import late
from facingpages.rules.alone import Alone, around_lost, by_themselves, is_for_authors, is_value
from facingpages.rules.base import Pair, codes, shorten
from facingpages.rules.callout import are_shortcodes, is_callout_tag, makes_callout, written_as
from facingpages.rules.callout import misnamed as is_misnamed
from facingpages.rules.contrast import contrast
from facingpages.rules.editions import is_moved, routed
from facingpages.rules.embedded import same_code
from facingpages.rules.enclosed import displaced, ends_what, has_its_imports, opened_by, titled_alike, without_ends
from facingpages.rules.held import What
from facingpages.rules.macros import machine, macros_agree, says_the_same
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.mend_literals import retaken
from facingpages.rules.placeholder import PLACE, PLACEHOLDER, is_text_of, is_written_out, placeholders, unshown
from facingpages.rules.replaced import are_facing, are_two
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.samples import unfound
from facingpages.rules.targets import same_but_for_locale
from facingpages.rules.torn import is_component
from facingpages.rules.unbuilt import is_misquoted
from facingpages.rules.unended import begun, never_closed, unended
from facingpages.rules.unread import is_told
from facingpages.rules.unused import is_in_a_line, is_note, is_spread, is_unused
from facingpages.rules.video import is_other_video
from facingpages.rules.wording import in_order, is_entitled, is_renaming, is_wording, neutral, renames

MISSING = Rule(
    "directive-missing",
    ERROR,
    "An include, shortcode, tag or component of the source was lost.",
    {"missing": "The source has {text} here."},
    origin="source directive",
)
CHANGED = Rule(
    "directive-changed",
    ERROR,
    "An include, shortcode, tag or component differs from the source.",
    {
        "changed": "This is {here}; the source has {there}.",
        "moved": "The source has {text} in another place.",
        "sample": 'No heading and no id of this page is called "{name}", whose code is asked for.',
    },
    origin="source directive",
)
UNCLOSED = Rule(
    "directive-unclosed", ERROR, "A component or container is opened and never closed.",
    {"open": "{text} is opened here and never closed."},
    origin="source directive", evident=True,
)  # fmt: skip
EXTRA = Rule(
    "directive-extra", WARNING, "A directive that the source lacks.", {"extra": "The source does not have {text} here."}
)

BRACKET = late(
    r":::|///|</|<[A-Z]|\{\{[<%]\s*/|\{%-?\s*end|(?:[^<]*[^/])?>$"
)  # it begins or ends what stands beside it
LOOKS = late(r"""\s*\b(?:width|height|align|class|style|loading)\s*=\s*(?:"[^"]*"|'[^']*'|\{\{?[^{}]*\}?\}|[\w.%-]+)""")
TO_FILL = late(r"\{\{\s*[A-Z][A-Z\d_]*\s*\}\}")
OPENING = late(r"\{\{|\{%|\{(?=[^\s/])|(?s:.{0,2})")  # how a directive in a text begins
ATTRIBUTE = late(
    r"^\{(?:[:#.]|\s+[#.:a-z]|[a-z][\w-]*[=\s}]|\s*([\"'`])[^\w\"'`]+\1\s*\}$)"
)  # or mere signs, `{" "}`, `{'<'}`
ONLY_ID = late(r"\{:?[ \t]*#[\w-]+[ \t]*\}")


def check(pair: Pair) -> Iterator[Finding]:
    """Directives of aligned blocks as a multiset; whole directive blocks without counterpart."""
    found = list(_found(pair))
    moved = displaced(found, MISSING, EXTRA)
    lost = set(map(id, moved.values()))
    found = [_moved(one, moved[id(one)]) if id(one) in moved else one for one in found if id(one) not in lost]
    yield from without_ends(pair, MISSING, found)
    yield from never_closed(pair, UNCLOSED)
    for place, name in unfound(pair):
        yield pair.finding(CHANGED, "sample", at=place, severity=WARNING, name=shorten(name))


def _moved(extra: Finding, lost: Finding) -> Finding:
    """The end of a tag that stands elsewhere in the source, so that the tag holds more than there, or less."""
    return extra._replace(
        rule=CHANGED.id, severity=CHANGED.severity, message=CHANGED.message("moved"), related=lost.related, fix=None
    )


def _found(pair: Pair) -> Iterator[Finding]:
    blocks = Blocks(pair)
    alone, around = by_themselves(pair), around_lost(pair)
    opened = opened_by(unit.blocks[0] for unit in pair.missing)  # tags whose ends are not told once more
    for unit in pair.missing:
        block = unit.blocks[0]
        if unit.kind != "directive" or block.start in alone.source or ends_what(opened, block) or begun(pair, block):
            continue
        if _is_kept(pair, block) or is_for_authors(pair.source, _named(block)) or _is_seen(pair, block):
            continue
        if not is_unused(pair, _written(block), block.name) and not is_in_a_line(pair.target, block):
            level = INFO if block.start in around or is_note(pair.source, _named(block)) else None
            yield pair.finding(
                MISSING, "missing", at=pair.gap(unit.position), origin=block, severity=level, text=_shown(block),
                lost=unit, fix=blocks.put_in(unit),
            )  # fmt: skip
    opened += opened_by(unit.blocks[0] for unit in pair.extra)  # nor the ends of those that were lost
    opened += opened_by(bead.source[0] for bead in pair.aligned if is_component(bead.source[0], bead.target[0]))
    misnamed = _misnamed(pair) if any(unit.kind == "directive" for unit in pair.extra) else ()
    for unit in pair.extra:
        block = unit.blocks[0]
        if (
            unit.kind == "directive"
            and block.index not in unended(pair)
            and block.start not in alone.target
            and not ends_what(opened, block)
            and id(block) not in misnamed
            and not is_spread(pair, block)
            and not (makes_callout(pair, block) and are_shortcodes(pair))
            and not (not block.name.strip(":/") and pair.unopened)
        ):
            fix = blocks.take_out(unit.blocks) if not _is_bracket(pair, block) else None
            yield pair.finding(EXTRA, "extra", at=block, text=_shown(block), added=unit, fix=fix)
    for bead in pair.holding(What.DIRECTIVE | What.BRACE):
        a, b = bead.source[0], bead.target[0]
        if a.kind == "directive" or b.kind == "directive":
            same = (a.kind, a.closed, _named(a)) == (b.kind, b.closed, _named(b))
            if not same and not is_misquoted(pair.target, b.start, b.end):
                yield from _whole(pair, bead, a, b)
        elif a.directives or b.directives:
            yield from _inline(pair, bead, alone)
        if a.kind not in ("code", "directive"):
            yield from placeholders(pair, bead)


def _misnamed(pair: Pair) -> frozenset[int]:
    """The heads of containers whose names are none of a callout, though they should be: told as that."""
    return frozenset(id(wrong) for bead in pair.aligned if (wrong := is_misnamed(pair, bead)) is not None)


def _is_kept(pair: Pair, block: Block) -> bool:
    """Whether an attribute list stands in the translation, too: above a block or below it, it belongs to the same.

    One of nothing but an id is told as that."""
    text = written_as(block).strip()
    if ONLY_ID.fullmatch(text):
        return True
    return ATTRIBUTE.match(text) is not None and text.encode() in pair.target.raw


def _is_seen(pair: Pair, block: Block) -> bool:
    """Whether a line that sets a file in stands as text in the translation: told as that."""
    return block.name == "insert" and any("8" in one.text[:6] for one in pair.unopened)


def _whole(pair: Pair, bead: Bead, a: Block, b: Block) -> Iterator[Finding]:
    one, two = _core(a), _core(b)
    same = one == two or macros_agree(_written(a), _written(b)) or titled_alike(written_as(a), written_as(b))
    same = same or is_unused(pair, _written(a), _written(b)) or same_but_for_locale(pair, written_as(a), written_as(b))
    same = same or same_code(written_as(a), written_as(b)) or is_entitled(_written(a), _written(b))
    worded = is_wording(_written(a), _written(b), grown=True) and machine(_written(a)) == machine(_written(b))
    worded = worded and not renames(neutral_target(_written(a)), neutral_target(_written(b)))
    if written_as(a).endswith(":::") and not written_as(b).endswith(":::"):
        same = worded = False  # it is no directive of one line any more
    if not same and a.kind == b.kind == "directive" and not worded and are_two(pair, bead, a, b):
        yield pair.finding(MISSING, "missing", at=b, origin=a, text=_shown(a))
        yield pair.finding(EXTRA, "extra", at=b, origin=a, bead=bead, text=_shown(b))
    elif not same and a.kind == b.kind and not worded:
        old, new = _differing(a, b)
        here, there = contrast(_named(b), _named(a)) if old is a else contrast(new.text, old.text)
        yield pair.finding(
            CHANGED, "changed", at=new, origin=old, bead=bead, severity=_severity(pair, a, b), here=here, there=there,
            fix=retaken(pair, _reach(pair.target, b), _reach(pair.source, a)),
        )  # fmt: skip
    elif a.kind == b.kind and a.closed and not b.closed:
        yield pair.finding(UNCLOSED, "open", at=b, origin=a, bead=bead, text=_shown(b))
    elif a.kind == "directive" and b.kind != "directive" and not is_told(pair.unopened, b):
        yield pair.finding(MISSING, "missing", at=b, origin=a, bead=bead, text=_shown(a))


def _differing(a: Block, b: Block) -> tuple[Block | Span, Block | Span]:
    """The one directive of several in a block that differs from its counterpart, or the blocks."""
    if len(a.directives) == len(b.directives) > 1:
        found = [(one, two) for one, two in zip(a.directives, b.directives, strict=True) if one.text != two.text]
        if len(found) == 1:
            return found[0]
    return a, b


def _severity(pair: Pair, a: Block, b: Block) -> Severity | None:
    """How much the difference of two components matters; None: as much as the rule says."""
    if _hold_others(pair, a, b) or has_its_imports(pair, a, b) or is_other_video(written_as(a), written_as(b)):
        return INFO  # two boxes of other contents, which are told; imports of what is used nowhere; a film for these readers
    one, two = routed(written_as(a), pair.source.locale), routed(written_as(b), pair.locale)
    if (one, two) != (written_as(a), written_as(b)) and machine(one) == machine(two):
        if neutral(one) == neutral(two) or is_wording(one, two, grown=True):
            return INFO  # each language may call its pages as it likes
    if is_renaming(_written(a), _written(b)) or is_moved(_written(a), _written(b)):
        return WARNING
    return WARNING if says_the_same(*(LOOKS.sub("", _written(block)) for block in (a, b))) else None


def _hold_others(pair: Pair, a: Block, b: Block) -> bool:
    """Whether two opening tags stand before texts of which one has no counterpart, or neither has the other one."""
    if a.index + 1 >= len(pair.source.blocks) or b.index + 1 >= len(pair.target.blocks):
        return False
    first, second = pair.source.blocks[a.index + 1], pair.target.blocks[b.index + 1]
    return "directive" not in (first.kind, second.kind) and not are_facing(pair, a, b, 1)


def _inline(pair: Pair, bead: Bead, alone: Alone) -> Iterator[Finding]:
    s, t = (
        [
            span
            for block in blocks
            for span in block.directives
            if span.start not in there and not ATTRIBUTE.match(span.text)
        ]
        for blocks, there in ((bead.source, alone.source), (bead.target, alone.target))
    )
    left = list(s)
    extra: list[Span] = []
    for span in t:
        text = neutral(span.text)
        match = next(
            (
                other
                for other in left
                if neutral(other.text) == text
                or says_the_same(other.text, span.text)
                or same_but_for_locale(pair, other.text, span.text)
            ),
            None,
        )
        if match is None:
            extra.append(span)
        else:
            left.remove(match)
    extra = [span for span in extra if not is_value(pair.target, bead.target, span)]
    for old in unshown(pair, bead, [span for span in left if not is_value(pair.source, bead.source, span)]):
        new = next((span for span in extra if OPENING.match(span.text)[0] == OPENING.match(old.text)[0]), None)  # type: ignore[index]
        if new is not None:
            extra.remove(new)
            here, there = contrast(new.text, old.text)
            yield pair.finding(
                CHANGED, "changed", at=new, origin=old, bead=bead, here=here, there=there,
                fix=retaken(pair, (new.start, new.end), (old.start, old.end)),
            )  # fmt: skip
        else:
            block = bead.target[0]
            if TO_FILL.fullmatch(old.text) and any(old.text in code.text for code in codes(bead.target)):
                continue  # what a reader fills in, which was set as code
            level = INFO if is_note(pair.source, old.text) or is_written_out(bead, old.text) else None
            yield pair.finding(
                MISSING, "missing", at=block, origin=old, bead=bead, severity=level, text=shorten(old.text)
            )
    texts = " ".join(block.text for block in bead.source) if extra else ""
    for new in extra:
        if (is_callout_tag(new.text) and are_shortcodes(pair)) or new.text in PLACE.findall(texts):
            continue  # told otherwise: as a callout, as a placeholder
        if not is_text_of(pair.source.source_text(bead.source[0].start, bead.source[-1].end), new.text):
            yield pair.finding(EXTRA, "extra", at=new, origin=bead.source[0], bead=bead, text=shorten(new.text))


def _is_bracket(pair: Pair, block: Block) -> bool:
    """Whether a directive opens or closes something."""
    return BRACKET.match(pair.target.source_text(*_reach(pair.target, block)).strip()) is not None


def _reach(document: Document, block: Block) -> tuple[int, int]:
    """The first line of a block, or all of it."""
    return block.start, min(
        block.start + len(document.raw[block.start : block.end].rstrip()), document.line_span(block.start)[1]
    )


def _core(block: Block) -> str:
    return neutral(block.name) + neutral(" ".join(span.text for span in block.directives))


def _written(block: Block) -> str:
    return " ".join([in_order(block.name), *(neutral_target(in_order(span.text)) for span in block.directives)])


def _named(block: Block) -> str:
    text = " ".join(span.text for span in block.directives) or block.name
    return text if text.startswith(block.name) else f"{block.name} {text}"


def _shown(block: Block) -> str:
    text = " ".join(_named(block).split())  # many begin alike
    return text if len(text) <= 60 else f"{text[:30].rstrip()}…{text[-28:].lstrip()}"


FAMILY = Family((MISSING, CHANGED, UNCLOSED, EXTRA, PLACEHOLDER), pair=check, of=What.DIRECTIVE | What.BRACE)
