"""What the merge makes of real updates of real translations: `python -m tests.merge.measure FOLDER [FIRST]`.

FOLDER holds a `manifest.json` and a folder an update with `old.md`, `translation.md`, `new.md` and `later.md`, the
translation that was published next. FIRST: how many updates. Says each measure, and with `--each` a line an update.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facingpages.align.features import neutral_target
from facingpages.merge import Merged, merge
from facingpages.merge.changes import changes
from facingpages.merge.inline import NUMBER
from facingpages.merge.page import read
from facingpages.merge.pages import groups
from facingpages.read import read_page

MECHANICAL = ("front", "space", "tokens", "deleted", "moved", "code")


@dataclass
class Measure:
    """Counts of one set."""

    pages: int = 0
    current: int = 0
    withheld: int = 0
    words: int = 0
    left: int = 0
    unchanged: int = 0
    carried: int = 0
    like: int = 0
    very: int = 0
    same: int = 0
    again: int = 0
    copied: int = 0
    copies: int = 0
    seconds: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def invariants(raw: bytes, dialect: Any) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Links, code and numbers of a page."""
    document = read_page(raw, dialect)
    links: Counter[str] = Counter()
    code: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for block in document.blocks:
        links.update(neutral_target(link.target) for link in block.links)
        links.update(image.source for image in block.images)
        code.update(span.text for span in block.codes)
        if block.kind == "code":
            code[block.text.strip()] += 1
        else:
            numbers.update(NUMBER.findall(block.text))
    links.update(neutral_target(one.target) for one in document.definitions)
    return links, code, numbers


def words(raw: bytes) -> list[str]:
    """A page without its white space and stamps."""
    text = raw.decode("utf-8", "replace")
    return text.split()


def unchanged(old: bytes, own: bytes, new: bytes, result: bytes, dialect: Any) -> tuple[int, int, list[str]]:
    """Blocks whose source is the same, and how many of them stand in the result byte for byte."""
    before, mine, after = (read(raw, dialect) for raw in (old, own, new))
    became = changes(before[1], after[1])
    kept = {**became.same, **became.moved}
    bodies = Counter(_unled(piece.body) for piece in read(result, dialect)[1])
    total = good = 0
    lost = []
    for olds, owns in groups(*before, *mine):
        if all(at in kept and before[1][at].kind != "front" for at in olds):
            for at in owns:
                total += 1
                if bodies[_unled(mine[1][at].body)] > 0:
                    bodies[_unled(mine[1][at].body)] -= 1
                    good += 1
                else:
                    lost.append(mine[1][at].body[:80])
    return total, good, lost


def _unled(body: str) -> str:
    """A body without what leads its lines: a block that moves into an item or out of a quote gets another."""
    return re.sub(r"(?m)^[ \t>]+", "", body)


def measure(folder: Path, cases: Sequence[dict[str, Any]], *, each: bool, quick: bool) -> Measure:
    """The measures of some updates."""
    found = Measure()
    for case in cases:
        place = folder / case["id"]
        old, own, new, later = ((place / f"{name}.md").read_bytes() for name in ("old", "translation", "new", "later"))
        dialect = case["dialect"]
        start = time.process_time()
        try:
            result = merge(old, own, new, dialect)
        except Exception as error:
            found.errors.append(f"{case['id']} {type(error).__name__}: {error}")
            if each:
                raise
            continue
        found.seconds += time.process_time() - start
        found.pages += 1
        found.kinds[case["change"]] += 1
        found.words += result.words
        found.left += result.left
        found.withheld += result.withheld
        note = ""
        if result.current:
            found.current += 1
            found.done[case["change"]] += 1
            one, two = invariants(result.text, dialect), invariants(later, dialect)
            found.like += one == two
            if one != two:
                note = " ".join(f"{dict(a - b)}|{dict(b - a)}" for a, b in zip(one, two, strict=True) if a != b)[:300]
            found.very += words(_body(result.text)) == words(_body(later))
        if not quick:
            total, good, lost = unchanged(old, own, new, result.text, dialect)
            found.unchanged += total
            found.carried += good
            note += f" LOST {lost}" if lost else ""
            stable = merge(old, own, old, dialect)
            found.same += stable.text == own
            note += "" if stable.text == own else " UNSTABLE"
            again = merge(new, result.text, new, dialect)
            found.again += again.text == result.text
            note += "" if again.text == result.text else " UNSTABLE AGAIN"
            if case["change"] in MECHANICAL:
                copy = merge(old, old, new, dialect)
                if copy.current:
                    found.copies += 1
                    found.copied += copy.text.split() == new.removeprefix(b"\xef\xbb\xbf").split()
                    note += "" if copy.text.split() == new.split() else " COPY"
        if each:
            _out(case["id"], case["locale"], case["change"], _told(result), note)
    return found


def _told(result: Merged) -> str:
    state = "withheld" if result.withheld else "current" if result.current else "left"
    return f"{state} {result.left}/{result.words} {dict(Counter(block.state for block in result.blocks))} {result.why}"


def _body(raw: bytes) -> bytes:
    document = read_page(raw)
    return raw[document.metadata_end :]


def _out(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def say(found: Measure) -> None:
    """All measures."""

    def share(one: int, of: int) -> str:
        return f"{100 * one / of:.1f} % ({one}/{of})" if of else "none"

    _out("current without a person:", share(found.current, found.pages))
    _out("words left:", share(found.left, found.words))
    _out("unchanged blocks byte for byte:", share(found.carried, found.unchanged))
    _out("current pages with links, code, numbers of the later one:", share(found.like, found.current))
    _out("current pages with the later one's text (front matter aside):", share(found.very, found.current))
    _out("withheld:", share(found.withheld, found.pages))
    _out("merge(S, T, S) = T:", share(found.same, found.pages))
    _out("merge(NEW, RESULT, NEW) = RESULT:", share(found.again, found.pages))
    _out("merge(OLD, OLD, NEW) = NEW:", share(found.copied, found.copies))
    _out("by kind:", ", ".join(f"{kind} {found.done[kind]}/{number}" for kind, number in found.kinds.items()))
    _out(f"seconds a page: {found.seconds / max(1, found.pages):.3f}; exceptions: {len(found.errors)}")
    for error in found.errors[:20]:
        _out("  ", error)


def main(arguments: Sequence[str]) -> int:
    """Measure the first updates of a set, or all."""
    names = [word for word in arguments if not word.startswith("--")]
    folder = Path(names[0])
    cases = json.loads((folder / "manifest.json").read_text("utf-8"))
    if len(names) > 1:
        cases = cases[: int(names[1])]
    say(measure(folder, cases, each="--each" in arguments, quick="--quick" in arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
