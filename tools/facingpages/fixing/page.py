"""The fixes of one page, each proven: the page with it made is read and checked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from facingpages.finding import Finding
from facingpages.fixing.edit import edited, fitting

ROUNDS = 10  # a fix may make way for another, but a page on which each round calls for the next is left as it is then
Check = Callable[[bytes], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A page before and after its fixes; how many were made, and how many did not hold when looked at again."""

    path: str
    before: bytes
    after: bytes
    made: int
    dropped: int


def fix_page(path: str, raw: bytes, asked: Callable[[Finding], bool], check: Check) -> Fixed:
    """Make the fixes of a page that are asked for. `check` gives all findings of a page with these bytes.

    All that fit together are tried at once; if the page is then not simply without these findings, one by one. A second
    call with what came of the first changes nothing: what did not hold does not hold then, either.
    """
    now, findings = raw, check(raw)
    made = 0
    dropped: set[tuple[str, str, str]] = set()
    for _ in range(ROUNDS):
        able = [one for one in findings if one.fix is not None and asked(one) and _key(one) not in dropped]
        if not able:
            break
        chosen = frozenset(fitting(able))
        together = [one for one in able if one.fix in chosen]
        tried = _tried(now, findings, together, check)
        if tried is None:
            for one in together:
                tried = _tried(now, findings, [one], check)
                if tried is not None:
                    together = [one]
                    break
                dropped.add(_key(one))
        if tried is None:
            continue
        now, findings = tried
        made += len(together)
    return Fixed(path, raw, now, made, len(dropped))


def _tried(
    raw: bytes, findings: Sequence[Finding], chosen: Sequence[Finding], check: Check
) -> tuple[bytes, Sequence[Finding]] | None:
    """The page with the fixes of some findings made, and what is found there; None where more than that changed."""
    try:
        new = edited(raw, {edit: None for one in chosen if one.fix is not None for edit in one.fix.edits})
        new.decode()
    except ValueError:
        return None
    after = check(new)
    left, known = _counted(after), _counted(findings)
    goes = Counter(map(_key, chosen))
    if new == raw or left - known or any(left[key] > known[key] - count for key, count in goes.items()):
        return None
    return new, after


def _counted(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter(map(_key, findings))


def _key(finding: Finding) -> tuple[str, str, str]:
    """What a finding says, wherever: an edit may move what stands behind it."""
    return finding.rule, finding.severity, finding.text
