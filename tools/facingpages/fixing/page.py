"""The fixes of one page, each proven: the page with it made is read and checked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from facingpages.document import Document
from facingpages.finding import Applicability, Edit, Finding, Severity
from facingpages.fixing.edit import edited, fitting, offsets
from facingpages.fixing.looked import Look, Looked
from facingpages.late import late
from facingpages.rules.base import beginning
from facingpages.rules.code import FENCE
from facingpages.rules.families import RULES

ROUNDS = 10  # a fix may make way for another, but a page on which each round calls for the next is left as it is then
WORDED = late(r"\w")
COUNTED = late(r"\d+")  # a step's number, a line's: a step that is put back moves all behind it
# What the source's own words put in still leave to do.
TO_TRANSLATE = frozenset(("block-untranslated", "metadata-untranslated", "page-untranslated", "text-language"))
SWALLOWS = frozenset(("code-fence", "code-block"))
OF_BLOCKS = ("step-", "list-", "heading-", "block-", "code-missing", "code-extra", "callout-", "table-row-", "quote-")
Key = tuple[str, str, str]


class Fixed(NamedTuple):
    """A page before and after its fixes; how many were made, and how many did not hold when looked at again."""

    path: str
    before: bytes
    after: bytes
    made: int
    dropped: int


def fix_page(
    path: str, raw: bytes, asked: Callable[[Finding], bool], look: Look, besides: Sequence[Finding] = ()
) -> Fixed:
    """Make the fixes of a page that are asked for. `look` tells what is found on a page with these bytes.

    All that fit together are tried at once; if the page is then not simply without these findings, half of them, and so
    on. What did not hold is tried again when others were made, so that a second call with what came of this changes
    nothing.
    `besides` are findings on the page that only show when the whole site was looked at.
    """
    now, looked = raw, look(raw)
    looked = Looked(looked.document, [*looked.findings, *besides])
    made = since = 0
    dropped: set[Key] = set()
    for _ in range(ROUNDS):
        able = [one for one in looked.findings if one.fix is not None and asked(one)]
        if since and all(_key(one) in dropped for one in able):
            since, dropped = 0, set()
        able = [one for one in able if _key(one) not in dropped]
        if not able:
            break
        first = min(map(_turn, able))
        able = [one for one in able if _turn(one) == first]
        chosen = frozenset(fitting(able))
        page = _Tried(now, looked, look)
        page.make([one for one in able if one.fix in chosen])
        dropped |= {_key(one) for one in page.dropped}
        made, since = made + len(page.made), since + len(page.made)
        now, looked = page.after, page.looked
    return Fixed(path, raw, now, made, len(dropped))


class _Tried:
    """Fixes tried on a page: those that hold are made, the others are dropped."""

    def __init__(self, raw: bytes, looked: Looked, look: Look) -> None:
        self.raw = raw
        self.before = looked
        self.look = look
        self.after = raw
        self.looked = looked
        self.made: list[Finding] = []
        self.dropped: list[Finding] = []

    def make(self, findings: Sequence[Finding]) -> None:
        """Make the fixes of some findings, beside those that are made already."""
        if self._holds([*self.made, *findings]):
            self.made += findings
        elif len(findings) == 1:
            self.dropped += findings
        else:
            half = len(findings) // 2
            self.make(findings[:half])
            self.make(findings[half:])

    def _holds(self, chosen: Sequence[Finding]) -> bool:
        """Whether a page with the fixes of some findings is simply without these. Then it is the page from now on."""
        edits = list({edit: None for one in chosen if one.fix is not None for edit in one.fix.edits})
        try:
            new = edited(self.raw, edits)
            new.decode()
        except ValueError:
            return False
        if new == self.raw:
            return False
        after = self.look(new)
        left, known = _counted(after.findings), _counted(self.before.findings)
        goes = Counter(map(_key, chosen))
        if any(left[key] > known[key] - count for key, count in goes.items()):
            return False
        hidden = any(_hides(one) for one in chosen) and _errors(after) < _errors(self.before)  # what it hid is not new
        new_rules = {rule for rule, _, _ in left - known}
        if (new_rules - TO_TRANSLATE and not hidden) or not self._keeps(edits, after.document):
            return False
        self.after, self.looked = new, after
        return True

    def _keeps(self, edits: Sequence[Edit], after: Document) -> bool:
        """Whether all blocks that no edit touches say what they said, and so does the front matter."""
        spans = [(start, end) for start, end, _ in offsets(self.raw, edits)]
        before = self.before.document

        def is_touched(first: int, last: int) -> bool:
            return any(start <= last and first <= end for start, end in spans)

        said = iter([block.text for block in after.blocks])
        kept = (block.text for block in before.blocks if not is_touched(beginning(block), block.end))
        keys = (key for key, entry in before.metadata.items() if not is_touched(entry.start, entry.end))
        return all(text in said for text in kept if WORDED.search(text)) and all(
            key in after.metadata and after.metadata[key].value == before.metadata[key].value for key in keys
        )


def _turn(finding: Finding) -> int:
    """What is mended first: blocks that swallow others, then blocks; what is left may have been said of wrong pairs."""
    if finding.fix is not None and finding.fix.applicability is Applicability.SAFE:
        return 0
    if finding.rule in SWALLOWS:
        return 1
    return 2 if finding.rule.startswith(OF_BLOCKS) else 3


def _hides(finding: Finding) -> bool:
    """Whether what is wrong may keep other things from being found."""
    return finding.rule == FENCE.id or (finding.rule in RULES and RULES[finding.rule].alone)


def _errors(looked: Looked) -> tuple[bool, int]:
    """How bad a page is: whether nothing of it could be compared, and how many errors are found."""
    alone = any(one.rule in RULES and RULES[one.rule].alone for one in looked.findings)
    return alone, sum(one.severity is Severity.ERROR for one in looked.findings)


def _counted(findings: Iterable[Finding]) -> Counter[Key]:
    return Counter(map(_key, findings))


def _key(finding: Finding) -> Key:
    """What a finding says, wherever: an edit may move what stands behind it."""
    return finding.rule, finding.severity, COUNTED.sub("", finding.text)
