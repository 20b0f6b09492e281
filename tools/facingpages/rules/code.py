"""Code blocks: equal but for comments, with fences that close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.align.imported import sets_in
from facingpages.document import Block, Code
from facingpages.finding import Finding, Fix
from facingpages.languages import in_own_script
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.code_lines import (
    COMMAND,
    are_spaced_otherwise,
    first_difference,
    is_comma_kept,
    lost_comma,
    lost_line,
    own_key,
    stands_elsewhere,
)
from facingpages.rules.code_names import (
    ALIASES,
    MARKUP,
    SETTING,
    WORDED,
    OwnNames,
    are_one_script,
    both_plain,
    called,
    evened,
    filled,
    is_option,
    is_output,
    requoted,
    same_shape,
    unspoilt,
)
from facingpages.rules.comments import SHOWN, strip_comments
from facingpages.rules.contrast import contrast, named
from facingpages.rules.held import What
from facingpages.rules.layout import line_at, line_in, relaid
from facingpages.rules.mend import exchange, instead
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.mend_code import fenced, set_apart, taken_over
from facingpages.rules.renamed import is_renamed
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.uncoded import uncoded
from facingpages.rules.undone import runs_on, undone
from facingpages.rules.unread import is_behind
from facingpages.rules.wording import STRING, beside_strings, is_diagram

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
DIFF_OF = late(r"\blang=[\"']?(\w+)")
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
    for unit in pair.missing:
        if unit.kind == "code":
            block, there = unit.blocks[0], uncoded(pair).held.get(unit.position)
            if there is not None:
                if there.kind == "paragraph":
                    yield pair.finding(MISSING, "text", at=there, origin=block)
                continue  # or code that never ends holds it: told as that
            yield pair.finding(
                MISSING, "missing", at=pair.gap(unit.position), origin=block, text=named(pair.source, block),
                fix=set_apart(pair, block) or blocks.put_in(unit),
            )  # fmt: skip
    for unit in pair.extra:
        block = unit.blocks[0]
        if unit.kind != "code" or is_behind(pair.target, block) or block.index in uncoded(pair).told:
            continue
        if block.closed:
            fix = blocks.take_out(unit.blocks, unit.kind)
            yield pair.finding(EXTRA, "extra", at=block, text=named(pair.target, block), fix=fix)
        else:
            yield pair.finding(FENCE, "open", at=_first_line(pair, block))


def _first_line(pair: Pair, block: Block) -> tuple[int, int]:
    return block.start, pair.target.line_span(block.start)[1]


def _blocks(pair: Pair, bead: Bead, a: Code, b: Code, names: OwnNames) -> Iterator[Finding]:
    if (b.closed and runs_on(pair.source, pair.target, b)) or (a.closed and not b.closed):
        fix = fenced(pair, a, b, strip_comments) if not b.closed else None
        yield pair.finding(FENCE, "open", at=_first_line(pair, b), origin=a, bead=bead, fix=fix)
        return
    if a.info != b.info and called(a.info) != called(b.info) and not both_plain(_language(a.info), _language(b.info)):
        same = a.text == b.text or strip_comments(a.text) == strip_comments(b.text)
        yield pair.finding(
            LANGUAGE, "changed" if a.info and b.info else "added" if b.info else "lost", at=_first_line(pair, b),
            severity=None if a.info and ALIASES.get(_language(a.info)) != ALIASES.get(_language(b.info), "") else INFO,
            origin=(a.start, a.start + 3), bead=bead, here=b.info, there=a.info, fix=_language_of(pair, a, b) if same else None,
        )  # fmt: skip
    if _marks(a) != _marks(b) and a.text.count("\n") == b.text.count("\n"):
        yield pair.finding(
            LANGUAGE, "marks", at=_first_line(pair, b), origin=(a.start, a.start + 3), bead=bead,
            severity=WARNING, here=" ".join(_marks(b)), there=" ".join(_marks(a)),
        )  # fmt: skip
    if a.text == b.text or is_diagram(a.info):
        return
    if not pair.vouches(bead) and not stands_elsewhere(pair, a):
        yield pair.finding(MISSING, "missing", at=b, origin=a, text=named(pair.source, a))
        return
    one, two = (_lines(side, _language(a.info)) for side in bead[:2])
    if one != two:
        yield from _text(pair, bead, a, b, [line for line in one if line], [line for line in two if line], names)


def _text(
    pair: Pair, bead: Bead, a: Code, b: Code, there: Sequence[str], lines: Sequence[str], names: OwnNames
) -> Iterator[Finding]:
    """What blocks say, line by line, without comments."""
    here, written = [own_key(pair, line) for line in lines], there
    there = unspoilt(there, here)
    language = _language(a.info)
    loose = language in MARKUP or is_output(language, a.text)
    if language not in MARKUP and [filled(one, language) for one in there] == [filled(one, language) for one in here]:
        return
    if are_one_script(there, here, language):
        yield from _comma(pair, bead, written, lines, language)
        return
    there, here = evened(there, language), evened(here, language)
    at = first_difference(there, here, loose, pair.locale)
    if at is None:
        return
    masked = [STRING.sub('""', one) for one in there] == [STRING.sub('""', one) for one in here]
    severity, (told, own) = None, requoted(names.restored(there, here, language), language)
    at = at if (left := first_difference(told, own, loose, pair.locale)) is None else left
    if left is None or are_spaced_otherwise(there, here, language):
        severity = INFO
    elif loose and (is_option(pair.source, a) or (language in WORDED and SETTING.match("".join(there[at : at + 1])))):
        severity = ERROR
    elif loose:
        line = there[at] if language in ("console", "") and at < len(there) else ""
        if masked or not line.startswith(("$", ">")):
            called_up = not masked and COMMAND.match(line) is not None
            severity = WARNING if called_up or language in MARKUP or same_shape(there, here, at) else INFO
    elif masked or names.renames(there, here, language):
        severity = INFO if masked and _are_words(pair, there, here) else WARNING
    if severity is not INFO and is_renamed(pair, there, here):
        severity = INFO
    if len(SHOWN.findall(a.text)) > len(SHOWN.findall(b.text)):
        severity = None
    shown, was = (side[at] if at < len(side) else "" for side in (lines, written))
    place = line_in(pair.target.raw, b, shown, lines[:at].count(shown)) if shown else (b.end, b.end)
    one_shown, two_shown = contrast(shown, was, near=beside_strings(shown, was))
    lost = lost_line(there, here, at)
    message = "differs" if shown and was else "more" if shown else "less"
    if lost is not None and lost < len(here):
        message, was = "lost", written[lost]
        one_shown, two_shown = contrast(shown, was)
    yield pair.finding(
        CHANGED, message, at=place, origin=a, bead=bead, severity=severity, here=one_shown, there=two_shown,
        fix=taken_over(pair, a, b, strip_comments),
    )  # fmt: skip


def _comma(pair: Pair, bead: Bead, there: Sequence[str], here: Sequence[str], language: str) -> Iterator[Finding]:
    """A comma that was lost before the next entry, where the lines are the same but for their ends."""
    at = lost_comma(there, here) if is_comma_kept(language) else None
    if at is not None and isinstance(b := bead.target[0], Code):
        place = line_in(pair.target.raw, b, here[at], here[:at].count(here[at]))
        yield pair.finding(
            CHANGED, "differs", at=place, origin=bead.source[0], bead=bead, here=here[at], there=there[at]
        )


def _are_words(pair: Pair, there: Sequence[str], here: Sequence[str]) -> bool:
    """Whether each string that differs holds letters of the source's own script, which hardly any program reads."""
    one, two = ([text.group() for line in side for text in STRING.finditer(line)] for side in (there, here))
    return len(one) == len(two) and all(
        a == b or in_own_script(a, pair.source.locale) for a, b in zip(one, two, strict=True)
    )


def _indented(pair: Pair, bead: Bead, a: Code, b: Code) -> Iterator[Finding]:
    """The same code, where a program reads from its indentation what belongs together."""
    number = relaid(a, b) if len(bead.source) == len(bead.target) == 1 and a.text != b.text else None
    if number is not None:
        here = b.text.splitlines()[number].strip()
        yield pair.finding(
            CHANGED, "indent", at=line_at(pair.target.raw, b, number), origin=a, bead=bead, here=here
        )  # fmt: skip


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


def _language(info: str) -> str:
    """The language of a block by its info string; what a diff is a diff of, where it says so."""
    language = re.split(r"[\s,{}:]", info.lower().strip("{. "))[0]
    match = DIFF_OF.search(info) if language == "diff" else None
    return match.group(1).lower() if match else language


def _lines(blocks: Sequence[Block], language: str) -> list[str]:
    return [line for block in blocks if block.kind == "code" for line in strip_comments(block.text, language)]


FAMILY = Family((CHANGED, MISSING, EXTRA, LANGUAGE, FENCE), pair=check, of=What.FENCE)
