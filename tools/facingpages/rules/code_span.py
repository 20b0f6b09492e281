"""Inline code: the same in each block, with its backticks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from facingpages.align import Bead
from facingpages.document import OBJECT, Block, Code, Span
from facingpages.finding import Finding, Fix
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.asides import asides
from facingpages.rules.base import Pair, codes, shorten, stretch
from facingpages.rules.cells import as_many_cells
from facingpages.rules.chosen import is_chosen, is_strange, is_told_apart, leave_repeated, mends
from facingpages.rules.contrast import contrast
from facingpages.rules.drift import as_one
from facingpages.rules.held import What
from facingpages.rules.matching import NEAR, matched
from facingpages.rules.mend import SAFE, UNSAFE, exchange
from facingpages.rules.mend_code import in_backticks, typed
from facingpages.rules.nearby import is_beside, stands_near
from facingpages.rules.occurrences import Sought
from facingpages.rules.readers import as_read as in_own_words
from facingpages.rules.readers import filled, filled_in
from facingpages.rules.rendered import (
    cuts_string,
    in_tags,
    is_half_translated,
    is_mended,
    is_rendered,
    is_said,
    is_stressed,
    is_subcommand,
    is_typeset,
    likeness,
)
from facingpages.rules.roles import as_read
from facingpages.rules.rule import INFO, WARNING, Family, Rule
from facingpages.rules.said_on_both import is_in_both_words
from facingpages.rules.set_otherwise import (
    in_other_case,
    is_called,
    is_capitalized,
    is_escaped,
    is_linked,
    is_on_key,
    is_plain_number,
    is_set_wider,
    is_shown_sign,
    is_stressed_instead,
    is_tag_told,
    is_told_in_parts,
    written_here,
)
from facingpages.rules.words_as_code import has_own_value, is_in_script, is_loose, is_worded, is_worded_otherwise

SPAN = Rule(
    "code-span",
    WARNING,
    "Inline code was changed, lost, or lost its backticks.",
    {
        "bare": 'The code "{text}" lost its backticks.',
        "changed": 'The code is "{here}"; in the source it is "{text}".',
        "lost": 'The code "{text}" of the source was lost here.',
        "swallowed": 'The code "{here}" holds words; in the source the codes are {texts}.',
    },
    origin="source code",
)

GONE = SPAN.messages["bare"], SPAN.messages["lost"]
BLANKS, NO_BREAK = late(r"[ \t\r\n]+"), "\u00a0"
WORD = late(r"\w+")
WORDS = late(r"[^\W\d_]")
UNLIKE = 0.1  # how alike codes of a block are at most that stand for nothing of each other
ROWS = 2  # codes of a table that lost their backticks and are told as loudly as anywhere: of more, it is one thing


def check(pair: Pair) -> Iterator[Finding]:
    """Inline code of both sides, block by block."""
    roles = b"}`" in pair.source.raw or b"}`" in pair.target.raw
    tables: Counter[Hashable] = Counter()  # rows that lost backticks, or whose codes were translated, of each table
    for bead in (*pair.holding(What.CODE), *asides(pair)):
        a, b = bead.source[0], bead.target[0]
        if isinstance(a, Code) or isinstance(b, Code):
            continue
        single = len(bead.source) == len(bead.target) == 1
        if single and not roles and [code.text for code in a.codes] == [code.text for code in b.codes]:
            continue
        yield from as_one(_told(pair, bead, tables), *GONE)


def _told(pair: Pair, bead: Bead, tables: Counter[Hashable]) -> Iterator[Finding]:
    missing, extra = _unlike(pair, bead)
    leave_repeated(bead, extra)
    texts = {_flat(code.text, loose=False) for code in as_read(pair.target, codes(bead.target))} if missing else set()
    if missing:
        yield from _swallowed(pair, bead, missing, extra)
    names = [old.text for old in missing if old.text]
    here, there = ([(block, Sought(block.text, names)) for block in side] for side in (bead.target, bead.source))
    stands = {text: next(_places(here, text), None) for text in names}  # without backticks, as a word of its own
    plain = sum(1 for text in names if stands[text] is not None)
    as_many = len(codes(bead.source)) == len(codes(bead.target)) + plain and as_many_cells(bead)
    bare: dict[str, Iterator[tuple[Block, int]]] = {}  # where each stands without backticks: every place is told once
    for old in missing:
        text = _flat(old.text, loose=False)
        block = bead.target[0]
        at = stands.get(old.text)
        if at is not None and _bare(here, old.text) > _bare(there, old.text):
            found = next(bare.setdefault(old.text, _places(here, old.text)), None)
            if found is not None:
                place = stretch(*found, old.text)
                tables[id(block.parent)] += block.kind == "row"
                chosen = tables[id(block.parent)] > ROWS or is_loose(pair, old.text) or is_linked(bead, old.text)
                chosen = chosen or is_stressed(pair.target.raw, old.text, place) or is_on_key(pair, old.text, place)
                chosen = chosen or is_plain_number(pair, bead, old.text, place)
                yield pair.finding(
                    SPAN, "bare", at=place, origin=old, bead=bead, text=shorten(old.text, 40),
                    severity=INFO if chosen else None, fix=in_backticks(pair, bead, old, place),
                )  # fmt: skip
        elif text in texts and not is_strange(bead, extra, old):
            continue
        elif (which := _counterpart(old, extra, as_many=as_many)) is not None:
            new, severity = extra.pop(which), None
            if is_capitalized(bead, old, new) or is_mended(old.text, new.text):
                continue
            command = is_half_translated(old.text, new.text) or is_subcommand(old.text, new.text, _all_codes(pair))
            command = command or cuts_string(old.text, new.text) or is_typeset(old.text, new.text, pair.locale)
            if not command and (
                _is_in_own_words(pair, bead, old, new.text)
                or mends(pair, old.text, new.text)
                or is_rendered(old.text, new.text)
                or is_chosen(pair, old, new)
                or is_told_apart(old.text, texts)
            ):
                severity = None if is_escaped(old, new) else INFO
            if bead.target[0].kind == "row" and old.text.isascii() and not new.text.isascii():
                table = "translated", id(bead.target[0].parent)
                tables[table] += 1
                severity = INFO if tables[table] > 1 else severity  # of a table, it is one thing
            one, other = contrast(new.text, old.text, 40)
            yield pair.finding(
                SPAN, "changed", at=new, origin=old, bead=bead, severity=severity, here=one, text=other,
                fix=_taken_over(pair, new, old),
            )  # fmt: skip
        elif at is None and (low := in_other_case(bead, old.text)) is not None:
            yield pair.finding(SPAN, "bare", at=low, origin=old, bead=bead, text=shorten(old.text, 40))
        else:
            said = at is not None or is_said(old.text, block.text) or is_shown_sign(pair, old)
            said = said or is_called(old.text, block.text) or is_worded(pair, old, bead.source[0], block.text)
            said = (
                said or is_in_script(pair, old.text, written_here(pair, bead)) or is_told_in_parts(pair, bead, old.text)
            )
            said = said or is_stressed_instead(bead, old.text) or is_tag_told(old.text, block.text)
            moved = said or stands_near(pair, bead, old.text)
            moved = moved or is_told_apart(old.text, texts)
            moved = moved or is_beside(pair, bead, lambda blocks, text=old.text: _count(blocks, text))  # type: ignore[misc]
            yield pair.finding(
                SPAN,
                "lost",
                at=block,
                origin=old,
                bead=bead,
                text=shorten(old.text, 40),
                severity=INFO if moved else None,
            )


def _counterpart(old: Span, extra: Sequence[Span], *, as_many: bool) -> int | None:
    """Which code is most like one; None where it is like none, and the block holds more of them or fewer."""
    which = _most_alike(old, extra[:NEAR]) if extra else None
    return which if which is None or as_many or likeness(extra[which].text, old.text) > UNLIKE else None


def _is_in_own_words(pair: Pair, bead: Bead, code: Span, new: str) -> bool:
    """Whether a code says in the reader's words what is no name, or stands with what the source has beside it."""
    old = code.text
    return (
        in_own_words(old, new, pair.locale, command=True) == old
        or is_in_script(pair, old, new)
        or has_own_value(pair, old, new)
        or is_set_wider(pair, code, new)
        or (new in old and is_told_in_parts(pair, bead, old))
        or is_worded_otherwise(pair, code, new, bead.source[0])
        or is_in_both_words(pair, code, new, bead.source[0])
    )


def _unlike(pair: Pair, bead: Bead) -> tuple[list[Span], list[Span]]:
    """Codes that the other side lacks."""
    there, here = as_read(pair.source, codes(bead.source)), as_read(pair.target, codes(bead.target))
    loose = any(NO_BREAK in code.text for code in there)
    told = filled_in if _is_example(bead) else str
    _, missing, extra = matched(there, here, lambda code: told(filled(_flat(code.text, loose=loose))))
    shown = "\n".join(block.text for block in bead.target if block.kind == "code")  # set apart as a block of code
    missing = [code for code in missing if code.text not in shown] if shown else missing
    tagged = in_tags(pair.target, bead.target) if missing else ()
    return [
        code for code in missing if code.text not in tagged and not _in_cell(pair, bead.target[0], code.text)
    ], extra


def _is_example(bead: Bead) -> bool:
    """Whether either block is nothing but one piece of code: a command as a reader types it."""
    return all(len(side) == len(codes(side)) == 1 and side[0].text.strip() == OBJECT for side in bead[:2])


def _flat(text: str, *, loose: bool) -> str:
    """Code with one blank for several; a no-break space is none to a program, but where the source has it, too."""
    return " ".join(text.split()) if loose else BLANKS.sub(" ", text.strip())


def _in_cell(pair: Pair, block: Block, text: str) -> bool:
    """Whether code with a bar stands in a row of a table: Python-Markdown reads code first, then cells."""
    if block.kind != "row" or "|" not in text or not DIALECTS[pair.target.dialect].python:
        return False
    plain = text.replace("\\|", "|")
    return f"`{plain}`" in pair.target.source_text(block.start, block.end).replace("\\|", "|")


def _swallowed(pair: Pair, bead: Bead, missing: list[Span], extra: list[Span]) -> Iterator[Finding]:
    """Several codes that were written as one, and taken out of both lists: told where it swallowed words, too."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)  # a code that stands in another has all its words there
    for position, old in enumerate(missing):
        by_word[max(WORD.findall(old.text), key=len, default="")].append(position)
    taken: set[int] = set()
    kept: list[Span] = []
    for new in extra:
        near = (place for word in {"", *WORD.findall(new.text)} for place in by_word.get(word, ())[:NEAR])
        within, rest = [], new.text
        for place in sorted(
            set(near) - taken, key=lambda place: -len(missing[place].text)
        ):  # `a.b` holds no `a` beside it
            if _holds(rest, missing[place].text):
                within.append(place)
                rest = rest.replace(missing[place].text, " ", 1)
        if len(within) < 2:
            kept.append(new)
            continue
        taken.update(within)
        if WORDS.search(rest):
            parts = [missing[place] for place in sorted(within)]
            here, there = shorten(new.text, 40), ", ".join(f'"{shorten(old.text, 40)}"' for old in parts)
            yield pair.finding(SPAN, "swallowed", at=new, origin=parts[0], bead=bead, here=here, texts=there)
    extra[:] = kept
    missing[:] = [old for position, old in enumerate(missing) if position not in taken]


def _holds(text: str, part: str) -> bool:
    """Whether a text holds a part that does not begin or end inside a word."""
    return part in text and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None


def _most_alike(old: Span, others: Sequence[Span]) -> int:
    return max(range(len(others)), key=lambda position: likeness(others[position].text, old.text))


def _taken_over(pair: Pair, new: Span, old: Span) -> Fix | None:
    """The source's code; safe where only the signs of a word processor make the difference.

    None where this one is the source's, too, of another place: then the sentences, or their codes, were swapped.
    """
    if new.text in _all_codes(pair):
        return None
    sure = typed(new.text) == typed(old.text)
    message = "take the code of the source"
    return exchange(pair.target, new, new.text, old.text, message, SAFE if sure else UNSAFE)


def _all_codes(pair: Pair) -> frozenset[str]:
    """All inline code of the source."""
    memo = pair.source.memo
    if "codes" not in memo:
        memo["codes"] = frozenset(code.text for block in pair.source.blocks for code in block.codes)
    found: frozenset[str] = memo["codes"]
    return found


def _count(blocks: Sequence[Block], text: str) -> int:
    return sum(1 for code in codes(blocks) if code.text == text)


def _bare(blocks: Sequence[tuple[Block, Sought]], text: str) -> int:
    """How often a code's text stands without backticks, as a word of its own."""
    return sum(1 for _ in _places(blocks, text))


def _places(blocks: Sequence[tuple[Block, Sought]], text: str) -> Iterator[tuple[Block, int]]:
    """Where it stands so."""
    return ((block, at) for block, sought in blocks for at in sought.alone(text))


FAMILY = Family((SPAN,), pair=check, of=What.CODE | What.ASIDE)
