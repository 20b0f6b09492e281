"""Placeholders of a text, into which a program puts what it knows: `{name}`, `%s`, `${count}`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.align.features import numbers
from facingpages.document import Span
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair, shorten, stretch
from facingpages.rules.choices import KINDS, choices, is_read, without
from facingpages.rules.contrast import contrast
from facingpages.rules.mend_literals import replaced
from facingpages.rules.roles import calls
from facingpages.rules.rule import ERROR, INFO, Rule

PLACEHOLDER = Rule(
    "directive-placeholder",
    ERROR,
    "A placeholder of the text was lost or changed.",
    {
        "missing": 'The placeholder "{name}" of the source is missing.',
        "choice": 'This is "{here}"; the source has "{there}".',
    },
)
PLACE = late(
    r"(?<![\w{$])\{(?:\d+|[A-Za-z_]\w*)\}(?!\})|%(?:\(\w+\))?(?:\d+\$)?[sdif](?![\w%])|\$\{\w+\}|%\d(?![\dA-F])|@\{\w+\}"
)
# A name that a program of the page puts in; what stands in code or in a tag is another matter.
EXPRESSION = late(r"(?<![=\w{$\\])\{([A-Za-z_$][\w$]*)\}")
OUTPUT = late(r"\{\{-?\s*[A-Za-z_]\w*(?:\.\w+)+\s*-?\}\}")  # what a program knows, `{{ release.version }}`
RAW = late(r"\{%-?\s*(?:end)?raw\s*-?%\}")
AS_IT_STANDS = late(r"<[a-z][\w-]*\s[^<>]*\bv-pre\b")
LITERAL = late(r"""\{\s*(["'`])([^"'`\\\n]+)\1\s*\}""")  # of JSX: a reader sees what stands between the marks
ASIDE = late(r"`[^`]*`|<[^<>]*>")
SIGN = late(r"""\{\s*(["'`])([{}<>])\1\s*\}""")  # one that MDX would read, shown as it stands
ESCAPED = late(r"[{}<>]")
BRACES = late(r"\{[^{}\n]{1,40}\}")


def placeholders(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """Those of a bead's source that its target lacks."""
    if pair.source.dialect == "mdx":
        yield from _expressions(pair, bead)
    yield from _choices(pair, bead)
    s = Counter(found for block in bead.source for found in PLACE.findall(without(block.text)))
    if s and b"}`" in pair.source.raw:  # of a role, which is a marker
        s -= Counter(f"{{{name}}}" for name, _ in calls(pair.source, bead.source).elements())
    if not s:
        return
    t = Counter(found for block in bead.target for found in PLACE.findall(without(block.text)))
    if not s <= t:  # one that is set as code is shown as it was
        t += Counter(found for block in bead.target for code in block.codes for found in PLACE.findall(code.text))
    words = BRACES.findall(" ".join(block.text for block in bead.target))
    known = frozenset(s)
    all_renamed = len(words) >= s.total() and s.keys().isdisjoint(t)
    for name in s - t:
        b = bead.target[0]
        renamed = all_renamed and name[0] == "{" and name[1:2].isalpha()
        yield pair.finding(
            PLACEHOLDER,
            "missing",
            at=b,
            origin=bead.source[0],
            bead=bead,
            severity=INFO if renamed else None,
            name=name,
            fix=replaced(pair, bead, name, known),
        )


def _choices(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """A choice between texts whose words for a program were translated, or whose braces do not close."""
    if len(bead.source) + len(bead.target) > 2 or ", " not in bead.source[0].text or "{" not in bead.source[0].text:
        return
    a, b = bead.source[0], bead.target[0]
    there = [one for one in choices(a.text) if one.kind in KINDS and one.closed]
    here = list(choices(b.text)) if there else []
    for old, new in zip(there, here, strict=False) if len(there) == len(here) else ():
        if not is_read(new, old):
            shown, was = contrast(new.text, old.text, 60)
            at = stretch(b, new.at, new.text)
            yield pair.finding(PLACEHOLDER, "choice", at=at, origin=a, bead=bead, here=shown, there=was)
    if len(here) < len(there):
        yield pair.finding(PLACEHOLDER, "missing", at=b, origin=a, bead=bead, name=shorten(there[-1].text, 40))


def _expressions(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """Expressions of MDX, which are no text of a block, that its counterpart lacks."""
    sides = (pair.source, bead.source), (pair.target, bead.target)
    there, here = (
        Counter(EXPRESSION.findall(ASIDE.sub("", page.source_text(blocks[0].start, blocks[-1].end))))
        for page, blocks in sides
    )
    for name in there - here:
        yield pair.finding(
            PLACEHOLDER, "missing", at=bead.target[0], origin=bead.source[0], bead=bead, name=f"{{{name}}}"
        )


def is_written_out(bead: Bead, directive: str) -> bool:
    """Whether a directive sets in a value that it names, and the translation has a number more than the source."""
    if OUTPUT.fullmatch(directive) is None:
        return False
    there, here = (Counter(numbers(" ".join(block.text for block in side))) for side in (bead.source, bead.target))
    return bool(here - there)


def is_text_of(shown: str, directive: str) -> bool:
    """Whether a directive is a string that MDX shows as it stands, and stands in a text, outside of braces."""
    match = LITERAL.fullmatch(directive)
    if match is None and SIGN.search(directive):  # `{'{'}x{'}'}`, which is `\{x\}`
        plain = SIGN.sub(r"\2", directive)
        return ESCAPED.sub(r"\\\g<0>", plain) in shown or f"`{plain}`" in shown
    return match is not None and match.group(2) in BRACES.sub("", shown)


def unshown(pair: Pair, bead: Bead, lost: list[Span]) -> list[Span]:
    """Directives that are lost, but for those of a piece shown as it is written that the translation sets as code.

    `{% raw %}` is there to show others, as `<code v-pre>` of Vue is; backticks around all of it change nothing for a program. Nor is a string that
    MDX shows as it stands, `{'x < y'}`, lost where the translation has it in its text or its code.
    """
    if any(SIGN.search(span.text) or LITERAL.fullmatch(span.text) for span in lost):
        shown = pair.target.source_text(bead.target[0].start, bead.target[-1].end)
        lost = [span for span in lost if not is_text_of(shown, span.text)]
    (page, a), (other, b) = (pair.source, bead.source), (pair.target, bead.target)
    there = page.source_text(a[0].start, a[-1].end) if lost else ""
    raw = any(RAW.fullmatch(span.text.strip()) for block in a for span in block.directives)
    if not (raw or ("v-pre" in there and AS_IT_STANDS.search(there))):
        return lost
    here = other.source_text(b[0].start, b[-1].end)
    return [span for span in lost if here.count(span.text) < there.count(span.text)]
