"""Code: blocks equal but for comments, fences that close, the same inline code."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.align.features import neutral_target
from facingpages.document import Block, Code, Span
from facingpages.finding import Finding
from facingpages.rules.base import Pair, codes, shorten, stretch
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.unread import lost_marker
from facingpages.rules.wording import STRING, is_diagram, is_prose, is_wording

CHANGED = Rule(
    "code-block",
    ERROR,
    "A code block differs from the source.",
    {"differs": 'This code differs from the source: "{here}" for "{there}"'},
    origin="source code",
)
MISSING = Rule(
    "code-missing",
    ERROR,
    "A code block of the source has no counterpart.",
    {
        "missing": 'This code block of the source has no counterpart: "{text}"',
        "text": "The source has a code block here; this is text.",
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
    {"changed": 'This code block has the language "{here}"; in the source it is "{there}".'},
    origin="source code",
)
FENCE = Rule("code-fence", ERROR, "A fence is never closed.", {"open": "This fence is never closed."})
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

COMMENT = re.compile(r"(?:^|\s)(?:#|//|--(?=\s)|;|%|REM\b|::|'(?=\s)|<!--|\(\*|/\*|\*(?=\s|/|$)).*$", re.I)
COMMENT_SIGN = re.compile(r"[#/;%*:<'-]|--|REM", re.I)
WORDS = re.compile(r"[^\W\d_]")
SHOWN = re.compile(r"\{\{[<%]/\*")  # a shortcode that Hugo shows and does not run
BLOCK_COMMENT = re.compile(r"(?<!\{\{[<%])/\*.*?\*/|<!--.*?-->|\"\"\".*?\"\"\"|'''.*?'''|<#.*?#>", re.S)
OUTPUT = frozenset(("", "text", "txt", "console", "output", "mermaid", "plaintext", "none", "diff", "log"))
MARKUP = frozenset(("markdown", "md", "mdx", "markdoc", "mdoc", "html", "astro", "vue", "svelte", "liquid", "jinja"))
DIFF_OF = re.compile(r"\blang=[\"']?(\w+)")
# A place for a reader's own words, two or more of them: no tag, no type of a program, no list.
OWN_WORDS = re.compile(r"(?<![\w>\])])(?:<(?!/)[^\W\d_]\w*(?:[- _]\w+)+>|\[[^\W\d_]\w*(?:[- ]\w+)+\])")
CALLOUT = re.compile(r"\{(?:note|tip|hint|important|warning|caution|danger|attention|seealso|admonition)\}")
PLACEHOLDER = re.compile(r"[<{\[\u2039].*[>}\]\u203a]| ")


def check(pair: Pair) -> Iterator[Finding]:
    """Code blocks and inline code of both sides."""
    yield from _alone(pair)
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if isinstance(a, Code) and isinstance(b, Code):
            yield from _blocks(pair, bead, a, b)
        elif b.kind == "code" and not b.closed:
            yield pair.finding(FENCE, "open", at=_first_line(pair, b), origin=a, bead=bead)
        elif b.kind == "code" and a.kind in ("paragraph", "html"):
            yield pair.finding(EXTRA, "made", at=b, origin=a, bead=bead)
        elif a.kind == "code":
            yield pair.finding(MISSING, "text", at=b, origin=a, bead=bead)
        elif a.codes or b.codes or len(bead.source) > 1 or len(bead.target) > 1:
            yield from _spans(pair, bead)


def _alone(pair: Pair) -> Iterator[Finding]:
    """Code blocks without counterpart."""
    for unit in pair.missing:
        if unit.kind == "code":
            block = unit.blocks[0]
            yield pair.finding(MISSING, "missing", at=pair.gap(unit.position), origin=block, text=shorten(block.text))
    for unit in pair.extra:
        if unit.kind == "code":
            block = unit.blocks[0]
            if block.index and lost_marker(pair.target, pair.target.blocks[block.index - 1]):
                continue  # what stands in a container that lost its mark
            yield pair.finding(EXTRA, "extra", at=block, text=shorten(block.text))
            if not block.closed:
                yield pair.finding(FENCE, "open", at=_first_line(pair, block))


def _first_line(pair: Pair, block: Block) -> tuple[int, int]:
    return block.start, pair.target.line_span(block.start)[1]


def _blocks(pair: Pair, bead: Bead, a: Code, b: Code) -> Iterator[Finding]:
    if a.closed and not b.closed:
        yield pair.finding(FENCE, "open", at=_first_line(pair, b), origin=a, bead=bead)
        return
    if a.info != b.info and a.info.split()[:1] != b.info.split()[:1]:
        yield pair.finding(
            LANGUAGE,
            "changed",
            at=_first_line(pair, b),
            origin=(a.start, a.start + 3),
            bead=bead,
            here=b.info,
            there=a.info,
        )
    if a.text == b.text or is_diagram(a.info):
        return
    one, two = strip_comments(a.text), strip_comments(b.text)
    if one == two or CALLOUT.match(a.info):
        return
    lines_a, lines_b = [line for line in one if line], [_own_key(pair, line) for line in two if line]
    language = _language(a.info)
    loose = language in OUTPUT or language in MARKUP
    if language not in MARKUP and list(map(_filled, lines_a)) == list(map(_filled, lines_b)):
        return
    here = _first_difference(lines_a, lines_b, loose)
    if here is None:
        return
    severity = None
    if loose:
        typed = language in ("console", "") and here < len(lines_a) and lines_a[here].startswith(("$", ">"))
        if not typed or list(map(_mask, lines_a)) == list(map(_mask, lines_b)):
            severity = WARNING if language in MARKUP or _same_shape(lines_a, lines_b, here) else INFO
    elif list(map(_mask, lines_a)) == list(map(_mask, lines_b)):
        severity = WARNING
    if len(SHOWN.findall(a.text)) > len(SHOWN.findall(b.text)):
        severity = None
    shown = lines_b[here] if here < len(lines_b) else ""
    was = lines_a[here] if here < len(lines_a) else ""
    place = _line_in(pair, b, shown) if shown else (b.end, b.end)
    yield pair.finding(
        CHANGED, "differs", at=place, origin=a, bead=bead, severity=severity, here=shorten(shown), there=shorten(was)
    )


def _language(info: str) -> str:
    """The language of a block by its info string; what a diff is a diff of, where it says so."""
    language = re.split(r"[\s,{:]", info.lower().strip("{. "))[0]
    match = DIFF_OF.search(info) if language == "diff" else None
    return match.group(1).lower() if match else language


def _own_key(pair: Pair, line: str) -> str:
    """An entry for the page's own locale in a list of locales, as the source has it for its own."""
    there = pair.source.locale
    match = re.match(rf"[-+\s]*[\"']?({re.escape(pair.locale)})[\"']?:", line) if there else None
    return line[: match.start(1)] + there + line[match.end(1) :] if match else line


def _first_difference(lines_a: Sequence[str], lines_b: Sequence[str], loose: bool) -> int | None:
    """The first line that differs in more than its wording."""
    for position, (one, two) in enumerate(zip(lines_a, lines_b, strict=False)):
        if one != two and not is_wording(one, two) and not (loose and is_prose(one, two)):
            return position
    return min(len(lines_a), len(lines_b)) if len(lines_a) != len(lines_b) else None


def _same_shape(lines_a: Sequence[str], lines_b: Sequence[str], here: int) -> bool:
    """Whether blocks of output differ in just one line, so that it is rather a slip than a translation."""
    if len(lines_a) != len(lines_b):
        return (abs(len(lines_a) - len(lines_b)) == 1 and lines_a[here + 1 :] == lines_b[here:]) or lines_a[
            here:
        ] == lines_b[here + 1 :]
    differing = sum(1 for x, y in zip(lines_a, lines_b, strict=True) if x != y)
    return differing == 1 and len(lines_a) > 1


def _mask(line: str) -> str:
    return STRING.sub('""', line)


def strip_comments(text: str) -> list[str]:
    """The lines of a code block without comments and outer spaces; empty where nothing is left."""
    if "*/" in text or "-->" in text or '"""' in text or "'''" in text or "#>" in text:
        text = BLOCK_COMMENT.sub("", text)
    return [_uncommented(neutral_target(line)) for line in text.splitlines()]


def _uncommented(line: str) -> str:
    if not COMMENT_SIGN.search(line) or SHOWN.search(line):
        return line.strip()
    masked = STRING.sub(lambda match: "x" * len(match.group()), line)
    match = COMMENT.search(masked)
    return line[: match.start()].strip() if match else line.strip()


def _filled(text: str) -> str:
    """Code whose places for a reader's own words are all the same: `<your-name>`, `[app id]`."""
    return OWN_WORDS.sub("<>", text)


def _line_in(pair: Pair, block: Block, line: str) -> tuple[int, int]:
    at = pair.target.raw.find(line.encode(), block.start, block.end)
    return (at, at + len(line.encode())) if at >= 0 else (block.start, block.end)


def _spans(pair: Pair, bead: Bead) -> Iterator[Finding]:
    missing, extra = _unlike(pair, bead)
    texts = {" ".join(code.text.split()) for code in codes(bead.target)} if missing else set()
    if missing:
        yield from _swallowed(pair, bead, missing, extra)
    for old in missing:
        text = " ".join(old.text.split())
        block = bead.target[0]
        at = _stands(bead.target, old.text)
        if at is not None:
            yield pair.finding(
                SPAN, "bare", at=stretch(*at, old.text), origin=old, bead=bead, text=shorten(old.text, 40)
            )
        elif text in texts:
            continue
        elif extra:
            new = max(extra, key=lambda other: _likeness(other.text, old.text))
            extra.remove(new)
            severity = None
            if new.text.lower() == old.text.lower() and new.start <= block.start + 1 and old.text.isalpha():
                continue  # a capital where the sentence begins
            if (PLACEHOLDER.search(old.text) and _likeness(new.text, old.text) < 0.5) or _same_frame(
                old.text, new.text
            ):
                severity = INFO
            yield pair.finding(
                SPAN,
                "changed",
                at=new,
                origin=old,
                bead=bead,
                severity=severity,
                here=shorten(new.text, 40),
                text=shorten(old.text, 40),
            )
        else:
            yield pair.finding(SPAN, "lost", at=block, origin=old, bead=bead, text=shorten(old.text, 40))


def _unlike(pair: Pair, bead: Bead) -> tuple[list[Span], list[Span]]:
    """Codes of either side that the other lacks."""
    missing: list[Span] = []
    extra = list(codes(bead.target))
    for code in codes(bead.source):
        text = " ".join(code.text.split())
        match = next((other for other in extra if _filled(" ".join(other.text.split())) == _filled(text)), None)
        if match is not None:
            extra.remove(match)
        elif not _in_cell(pair, bead.target[0], code.text):
            missing.append(code)
    return missing, extra


def _in_cell(pair: Pair, block: Block, text: str) -> bool:
    """Whether code with a bar stands in a row of a table: Python-Markdown reads code first, then cells."""
    if block.kind != "row" or "|" not in text or pair.target.dialect != "mkdocs":
        return False
    plain = text.replace("\\|", "|")
    return f"`{plain}`" in pair.target.source_text(block.start, block.end).replace("\\|", "|")


def _swallowed(pair: Pair, bead: Bead, missing: list[Span], extra: list[Span]) -> Iterator[Finding]:
    """Several codes that were written as one, and taken out of both lists: told where it swallowed words, too."""
    for new in list(extra):
        within = [old for old in missing if re.search(rf"(?<!\w){re.escape(old.text)}(?!\w)", new.text)]
        if len(within) < 2:
            continue
        extra.remove(new)
        missing[:] = [old for old in missing if old not in within]
        rest = functools.reduce(lambda text, old: text.replace(old.text, " ", 1), within, new.text)
        if WORDS.search(rest):
            here, there = shorten(new.text, 40), ", ".join(f'"{shorten(old.text, 40)}"' for old in within)
            yield pair.finding(SPAN, "swallowed", at=new, origin=within[0], bead=bead, here=here, texts=there)


def _stands(blocks: Sequence[Block], text: str) -> tuple[Block, int] | None:
    """Where a code's text stands without backticks, as a word of its own."""
    if len(text) < 2:
        return None
    for block in blocks:
        at = block.text.find(text)
        while at >= 0:
            before, after = block.text[at - 1 : at], block.text[at + len(text) : at + len(text) + 1]
            if not (before.isalnum() and text[0].isalnum()) and not (after.isalnum() and text[-1].isalnum()):
                return block, at
            at = block.text.find(text, at + 1)
    return None


def _same_frame(old: str, new: str) -> bool:
    """Whether two codes differ only in the words inside their brackets: a metavariable that was translated."""
    return "{" in old and "." not in old and re.sub(r"[^\W_]+", "x", old) == re.sub(r"[^\W_]+", "x", new)


def _likeness(a: str, b: str) -> float:
    pairs_a = {a[i : i + 2] for i in range(len(a) - 1)} or {a}
    pairs_b = {b[i : i + 2] for i in range(len(b) - 1)} or {b}
    return len(pairs_a & pairs_b) / len(pairs_a | pairs_b)


FAMILY = Family((CHANGED, MISSING, EXTRA, LANGUAGE, FENCE, SPAN), pair=check)
