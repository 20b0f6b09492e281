"""Code blocks: equal but for comments, with fences that close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.align.imported import sets_in
from facingpages.document import Block, Code
from facingpages.finding import Finding, Fix
from facingpages.late import late
from facingpages.rules.base import Pair, shorten
from facingpages.rules.code_lines import stands_elsewhere
from facingpages.rules.code_names import (
    ALIASES,
    PLAIN,
    OwnNames,
    both_plain,
    called,
    is_loose_script,
)
from facingpages.rules.code_text import language_in, told_otherwise
from facingpages.rules.comments import as_typed, strip_comments
from facingpages.rules.contrast import contrast, named
from facingpages.rules.fence_settings import altered
from facingpages.rules.held import What
from facingpages.rules.layout import line_at, line_in, relaid
from facingpages.rules.mend import exchange, instead
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.mend_code import fenced, set_apart, taken_over
from facingpages.rules.old import fell_behind
from facingpages.rules.programs import are_alike
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.uncoded import uncoded
from facingpages.rules.undone import runs_on, undone
from facingpages.rules.unread import is_behind
from facingpages.rules.wording import beside_strings, is_diagram

CHANGED = Rule(
    "code-block",
    ERROR,
    "A code block differs from the source.",
    {
        "differs": 'This code differs from the source: "{here}" for "{there}"',
        "more": 'This code goes on where the source\'s ends: "{here}"',
        "less": 'This code ends before the source\'s: "{there}"',
        "lost": 'A line of the source is missing in this code: "{there}"',
        "indent": 'This line is indented otherwise than in the source: "{here}"',
    },
    origin="source code",
)
MISSING = Rule(
    "code-missing",
    ERROR,
    "A code block of the source has no counterpart.",
    {
        "missing": 'This code block of the source has no counterpart: "{text}"',
        "text": "The source has a code block here; this is text.",
        "imported": "The source has a code block here; this sets one in from a file.",
    },
    origin="source code",
)
EXTRA = Rule(
    "code-extra",
    WARNING,
    "A code block that the source lacks.",
    {
        "extra": 'This code block has no counterpart in the source: "{text}"',
        "made": "This is code; in the source it is text.",
    },
)
LANGUAGE = Rule(
    "code-language",
    WARNING,
    "A code block has another language than in the source.",
    {
        "changed": 'This code block has the language "{here}"; in the source it is "{there}".',
        "added": 'This code block has the language "{here}"; in the source it has none.',
        "marks": 'The lines that are marked are "{here}"; in the source they are "{there}".',
        "lost": 'This code block has no language; in the source it is "{there}".',
        "setting": 'This is "{here}"; the source has "{there}".',
    },
    origin="source code",
)
FENCE = Rule(
    "code-fence", ERROR, "A fence is never closed.",
    {
        "open": "This fence is never closed.",
        "undone": "This fence is none to Python-Markdown: a line of its code stands further left than it does.",
    }, evident=True,
)  # fmt: skip
SAID = late(r"[\u00a1\u00bf]?[^\W\d_](?:[\w ,.:;!?'\u3000-\u303f\uff00-\uffef-]*\s)?[\w.!?\u3002\uff01]*")
READ = late(
    r"(?:[^\W_]|[\s,.:!?'\"/-]|[(\uff08][^()\uff08\uff09]*+[)\uff09]|[\u2018-\u201f\u2026\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]|`\w+`)*+"
)  # prose
CALLED = late(r"[a-z][\w+#.-]*")  # as a language is
MARKED = late(r"(?:hl_lines|highlight|mark|ins|del)=\S[^\"'}]*[\"'}]?|\{[\d, -]+\}")


def check(pair: Pair) -> Iterator[Finding]:
    """Code blocks of both sides."""
    yield from _alone(pair)
    names = OwnNames(pair)
    for bead in pair.holding(What.FENCE):
        a, b = bead.source[0], bead.target[0]
        if isinstance(a, Code) and isinstance(b, Code):
            told = tuple(_blocks(pair, bead, a, b, names))
            yield from told
            fence = next((one for one in told if one.rule == FENCE.id), None)
            if fence is None and undone(pair.target, b) is not None and undone(pair.source, a) is None:
                yield pair.finding(FENCE, "undone", at=_first_line(pair, b), origin=a, bead=bead)
            if all(one.rule == LANGUAGE.id or one.severity is INFO for one in told):
                yield from _indented(pair, bead, a, b)
        elif b.kind == "code" and not b.closed:
            if b.index not in uncoded(pair).told:
                yield pair.finding(FENCE, "open", at=_first_line(pair, b), origin=a, bead=bead)
        elif b.kind == "code" and a.kind in ("paragraph", "html"):
            if a.parent is None or not is_behind(pair.target, b):
                yield pair.finding(EXTRA, "made", at=b, origin=a, bead=bead, severity=INFO if sets_in(a) else None)
        elif a.kind == "code" and sets_in(b):
            yield pair.finding(MISSING, "imported", at=b, origin=a, bead=bead, severity=INFO)
        elif a.kind == "code":
            yield pair.finding(MISSING, "text", at=b, origin=a, bead=bead, fix=set_apart(pair, a))


def _alone(pair: Pair) -> Iterator[Finding]:
    """Code blocks without counterpart."""
    blocks = Blocks(pair)
    rendered = _rendered(pair)
    for unit in pair.missing:
        if unit.kind == "code" and unit.position not in rendered:
            block, there = unit.blocks[0], uncoded(pair).held.get(unit.position)
            if there is not None:
                if there.kind == "paragraph":
                    yield pair.finding(MISSING, "text", at=there, origin=block)
                continue  # or code that never ends holds it: told as that
            yield pair.finding(
                MISSING, "missing", at=pair.gap(unit.position), origin=block, text=named(pair.source, block),
                lost=unit, fix=set_apart(pair, block) or blocks.put_in(unit),
            )  # fmt: skip
    for unit in pair.extra:
        block = unit.blocks[0]
        if unit.kind != "code" or is_behind(pair.target, block) or block.index in uncoded(pair).told:
            continue
        if unit.position in rendered:
            continue
        if block.closed:
            fix = blocks.take_out(unit.blocks, unit.kind)
            yield pair.finding(EXTRA, "extra", at=block, text=named(pair.target, block), added=unit, fix=fix)
        else:
            yield pair.finding(FENCE, "open", at=_first_line(pair, block))


def _rendered(pair: Pair) -> frozenset[int]:
    """Where blocks of words stand for one another that nothing else pairs: what a program says, and its translation."""
    new = {unit.position: unit.blocks for unit in pair.extra if unit.kind == "code"}
    found: set[int] = set()
    for unit in pair.missing if new else ():
        for place in (unit.position - 1, unit.position + 1):
            if unit.kind == "code" and len(unit.blocks) == len(new.get(place, ())) == 1:
                a, b = unit.blocks[0], new[place][0]
                if isinstance(a, Code) and isinstance(b, Code) and _are_said(a, b):
                    found |= {unit.position, place}
    return frozenset(found)


def _first_line(pair: Pair, block: Block) -> tuple[int, int]:
    return block.start, pair.target.line_span(block.start)[1]


def _blocks(pair: Pair, bead: Bead, a: Code, b: Code, names: OwnNames) -> Iterator[Finding]:
    if (b.closed and runs_on(pair.source, pair.target, b)) or (a.closed and not b.closed):
        fix = fenced(pair, a, b, strip_comments) if not b.closed else None
        yield pair.finding(FENCE, "open", at=_first_line(pair, b), origin=a, bead=bead, fix=fix)
        return
    if (
        a.info != b.info
        and called(a.info) != called(b.info)
        and not both_plain(language_in(a.info), language_in(b.info))
    ):
        same = a.text == b.text or strip_comments(a.text) == strip_comments(b.text)
        yield pair.finding(
            LANGUAGE, "changed" if a.info and b.info else "added" if b.info else "lost", at=_first_line(pair, b),
            severity=INFO if _is_read_alike(a.info, b.info) else None,
            origin=(a.start, a.start + 3), bead=bead, here=b.info, there=a.info, fix=_language_of(pair, a, b) if same else None,
        )  # fmt: skip
    if _marks(a) != _marks(b) and a.text.count("\n") == b.text.count("\n"):
        yield pair.finding(
            LANGUAGE, "marks", at=_first_line(pair, b), origin=(a.start, a.start + 3), bead=bead,
            severity=WARNING, here=" ".join(_marks(b)), there=" ".join(_marks(a)),
        )  # fmt: skip
    if called(a.info) == called(b.info) and (setting := altered(a, b)) is not None:
        yield pair.finding(
            LANGUAGE, "setting", at=_first_line(pair, b), origin=(a.start, a.start + 3), bead=bead,
            here=shorten(setting[0], 60), there=shorten(setting[1], 60),
        )  # fmt: skip
    if a.text == b.text or is_diagram(a.info):
        return
    one, two = _lines(bead.source, a), _lines(bead.target, a)
    if one == two:
        return
    if not (pair.vouches(bead) or are_alike(a, b) or stands_elsewhere(pair, a) or _are_said(a, b)):
        severity = WARNING if fell_behind(pair) else None  # what became of it may well stand here
        yield pair.finding(MISSING, "missing", at=b, origin=a, text=named(pair.source, a), severity=severity)
    else:
        yield from _text(pair, bead, a, b, [line for line in one if line], [line for line in two if line], names)


def _text(
    pair: Pair, bead: Bead, a: Code, b: Code, there: Sequence[str], lines: Sequence[str], names: OwnNames
) -> Iterator[Finding]:
    """What blocks say, line by line, without comments."""
    told = told_otherwise(pair, (a, b), (there, lines), names)
    if told is None:
        return
    shown, was = told.here, told.there
    place = line_in(pair.target.raw, b, shown, lines[: told.at].count(shown)) if shown else (b.end, b.end)
    one_shown, two_shown = contrast(shown, was, near=beside_strings(shown, was) if told.message != "lost" else (0, 0))
    yield pair.finding(
        CHANGED, told.message, at=place, origin=a, bead=bead, severity=told.severity, here=one_shown, there=two_shown,
        fix=taken_over(pair, a, b, strip_comments),
    )  # fmt: skip


def _indented(pair: Pair, bead: Bead, a: Code, b: Code) -> Iterator[Finding]:
    """The same code, where a program reads from its indentation what belongs together."""
    number = relaid(a, b) if len(bead.source) == len(bead.target) == 1 and a.text != b.text else None
    if number is not None:
        here = b.text.splitlines()[number].strip()
        yield pair.finding(
            CHANGED, "indent", at=line_at(pair.target.raw, b, number), origin=a, bead=bead, here=here
        )  # fmt: skip


def _are_said(a: Code, b: Code) -> bool:
    """Whether two blocks hold nothing but words, in as many lines: what a program says to people, and its translation."""
    one, two = (block.text.strip().splitlines() for block in (a, b))
    one_language, other = language_in(a.info), language_in(b.info)
    plain = both_plain(one_language, other) or one_language == other in ("md", "markdown")
    if plain and len(one) == len(two) and all(SAID.fullmatch(line) for line in (*one, *two)):
        return True
    return plain and all(READ.fullmatch(block.text) for block in (a, b))


def _is_read_alike(one: str, two: str) -> bool:
    """Whether a block is coloured as well by another language: in other letters, by another name, or where the source
    has none, or text."""
    there, here = language_in(one), language_in(two)
    if one.lower() == two.lower() or (there in PLAIN and CALLED.fullmatch(here)):
        return True
    if there != here and is_loose_script(there) and is_loose_script(here):
        return True
    return there in ALIASES and ALIASES[there] == ALIASES.get(here)


def _marks(block: Code) -> list[str]:
    """Which lines of a block are marked, by what stands behind its language: `hl_lines="2"`, `{2,3}`."""
    return MARKED.findall(block.info)


def _language_of(pair: Pair, a: Code, b: Code) -> Fix | None:
    """The source's language for this one's, or where there is none."""
    one, two = a.info.split()[:1], b.info.split()[:1]
    line, message = _first_line(pair, b), "take the language of the source"
    if one and two:
        return exchange(pair.target, line, two[0], one[0], message)
    return instead(pair.target, (line[1], line[1]), a.info, message) if one and b.closed else None


def _lines(blocks: Sequence[Block], source: Code) -> list[str]:
    language = language_in(source.info)
    texts = (as_typed(block.text, source.text) for block in blocks if block.kind == "code")
    return [line for text in texts for line in strip_comments(text, language)]


FAMILY = Family((CHANGED, MISSING, EXTRA, LANGUAGE, FENCE), pair=check, of=What.FENCE)
