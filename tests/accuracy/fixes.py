"""How well fixes undo planted damage: `python -m tests.accuracy.fixes FOLDER [--pages N] [--split S] [--show N]`.

Safe fixes alone, then all of them, each on every damaged page by itself, beside the rest of its site. A page comes
out *restored* to the byte, *left* as it was damaged, or *otherwise*; it is *worse* where something is found that was
not, or a block that no damage touched says something else - seen by this benchmark's own parser.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from tests.accuracy.corpus import Corpus, PagePair
from tests.accuracy.mutations import KINDS
from tests.accuracy.page import Page
from tests.accuracy.planting import Library, Planted, copied, plan

from facingpages.config import load
from facingpages.discover import discover
from facingpages.engine import LINKS, Plan, run
from facingpages.finding import Applicability, Finding
from facingpages.fixing import Fixed, Looker, fix_page
from facingpages.fixing.looked import Look
from facingpages.generators import settled
from facingpages.reference import subjects
from facingpages.site import Site

NUMBER = re.compile(r"\d{1,9}(?=[.)]\s)")  # of a step, which another one may move
ALLOWED = frozenset(("block-untranslated", "metadata-untranslated", "page-untranslated", "text-language"))
ADDS = frozenset(("accidental-list",))  # damage that adds words, which no fix may take away: *kept*, as text
Outcome = tuple[str, str]


class Bench:
    """A corpus, and how each of its pages is looked at."""

    def __init__(self, tree: Path) -> None:
        config = load(tree, None, subjects())
        assert config is not None
        self.config = settled(config)
        self.site: Site = discover(self.config)
        links = Plan(self.site, self.config, LINKS, brief=True)
        facts = [fact for result in run(links) for fact in result.facts["links"]]
        self.looker = Looker(Plan(self.site, self.config), {"links": facts})
        self.pages = {page.path: page for page in self.site.pages}

    def look(self, files: PagePair) -> Look:
        """How a page is looked at."""
        return self.looker.of(self.pages[files.target], self.pages[files.source])


def main() -> None:
    """Plant each kind of damage, let the fixes undo it, and compare the pages with what they were."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.fixes")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=3, help="pages a kind")
    parser.add_argument("--pool", type=int, default=60, help="pages that the damage is planted on")
    parser.add_argument("--split", choices=("dev", "held-out"), default="dev")
    parser.add_argument("--kind", action="append", default=[])
    parser.add_argument("--safe", action="store_true", help="safe fixes only")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N pages that came out otherwise")
    options = parser.parse_args()
    corpus = Corpus.at(options.folder)
    pairs = sorted(
        (files for files in corpus.pairs() if files.split == options.split),
        key=lambda files: hashlib.sha256(files.target.encode()).digest(),
    )
    began = time.time()
    library = Library(corpus)
    pool: list[PagePair] = []
    for files in pairs:
        if len(pool) < options.pool and library.in_parity(files):
            pool.append(files)
    kinds = [kind for kind in KINDS.values() if not kind.harmless and kind.name in (options.kind or KINDS)]
    counts: dict[bool, dict[str, Counter[str]]] = {False: defaultdict(Counter), True: defaultdict(Counter)}
    rules: dict[Outcome, Counter[str]] = defaultdict(Counter)
    left = options.show
    with copied(corpus) as tree:
        bench = Bench(tree)
        sys.stderr.write(f"{len(pool)} pages, site known after {time.time() - began:.0f} s\n")
        looks: dict[str, Look] = {}
        clean: dict[str, bool] = {}
        for entry in plan(pool, library, kinds, options.pages, 0):
            path = entry.files.target
            if path not in looks:
                looks[path] = bench.look(entry.files)
                before = (tree / path).read_bytes()
                clean[path] = not any(one.fix is not None for one in looks[path](before).findings)
            if not clean[path]:
                continue
            original, damaged = (tree / path).read_bytes(), planted(entry, (tree / path).read_bytes())
            for unsafe in (False,) if options.safe else (False, True):
                fixed = fix_page(path, damaged, _asked(unsafe=unsafe), looks[path])
                outcome = "left" if not fixed.made else "restored" if fixed.after == original else "otherwise"
                if outcome == "otherwise" and entry.kind.name in ADDS:
                    outcome = "kept"
                counts[unsafe][entry.kind.name][outcome] += 1
                for finding in looks[path](damaged).findings if fixed.made or fixed.dropped else ():
                    if finding.fix is not None and (unsafe or finding.fix.applicability is Applicability.SAFE):
                        rules[finding.rule, finding.fix.applicability][outcome] += 1
                worse = outcome in ("otherwise", "kept") and _worse(original, fixed, looks[path])
                counts[unsafe][entry.kind.name]["worse"] += bool(worse)
                counts[unsafe][entry.kind.name]["dropped"] += fixed.dropped
                if (outcome == "otherwise" and left) or worse:
                    left -= bool(left)
                    _show(entry, original, fixed, f"{'all' if unsafe else 'safe'} {worse or ''}")
    _tell(counts, rules)
    sys.stderr.write(f"{time.time() - began:.0f} s\n")


def planted(entry: Planted, before: bytes) -> bytes:
    """The damaged page."""
    text = entry.mutation.text
    return (text.replace("\n", "\r\n") if b"\r\n" in before and "\r" not in text else text).encode()


def _asked(*, unsafe: bool) -> Callable[[Finding], bool]:
    def asked(finding: Finding) -> bool:
        return unsafe or (finding.fix is not None and finding.fix.applicability is Applicability.SAFE)

    return asked


def _worse(original: bytes, fixed: Fixed, look: Look) -> str:
    """What is worse on a page than it was with its damage: nothing, if all is well."""
    was = Counter((one.rule, one.severity) for one in look(fixed.before).findings)
    now = Counter((one.rule, one.severity) for one in look(fixed.after).findings)
    new = sorted(rule for rule, _ in now - was if rule not in ALLOWED)
    if new:
        return f"new: {', '.join(new)}"
    common = _blocks(original) & _blocks(fixed.before)
    lost = common - _blocks(fixed.after)
    return f"lost: {next(iter(lost))[:60]!r}" if lost else ""


def _blocks(raw: bytes) -> Counter[str]:
    page = Page(raw.decode("utf-8", "replace"))
    return Counter(NUMBER.sub("", page.block_text(block).strip()) for block in page.blocks)


def _show(entry: Planted, original: bytes, fixed: Fixed, about: str) -> None:
    versions = [raw.decode("utf-8", "replace").splitlines() for raw in (original, fixed.before, fixed.after)]
    sys.stdout.write(f"## {entry.kind.name} {entry.files.target} ({about})\n")
    shown = 0
    for lines in zip(*versions, strict=False):
        if len(set(lines)) > 1 and shown < 3:
            shown += 1
            for name, line in zip(("was", "planted", "now"), lines, strict=True):
                sys.stdout.write(f"  {name}: {line[:200]}\n")


def _tell(counts: dict[bool, dict[str, Counter[str]]], rules: dict[Outcome, Counter[str]]) -> None:
    for unsafe, table in counts.items():
        sys.stdout.write(f"\n{'all fixes' if unsafe else 'safe fixes'}\n")
        for name in sorted(table):
            row = table[name]
            if row["restored"] or row["otherwise"] or row["kept"] or row["dropped"]:
                sys.stdout.write(
                    f"{name:40} restored {row['restored']:3}  otherwise {row['otherwise']:3}  left {row['left']:3}"
                    f"  worse {row['worse']:3}  fixes dropped {row['dropped']:3}  kept {row['kept']:3}\n"
                )
        total = sum(table.values(), Counter[str]())
        edited = total["restored"] + total["otherwise"]
        share = 100 * total["restored"] / edited if edited else 0.0
        sys.stdout.write(
            f"edited {edited} of {edited + total['left']}: restored {total['restored']} ({share:.1f} %), "
            f"worse {total['worse']}\n"
        )
    sys.stdout.write("\nby the rule that offered the fix\n")
    for (rule, applicability), row in sorted(rules.items()):
        told = "  ".join(f"{outcome} {row[outcome]:3}" for outcome in ("restored", "otherwise", "left"))
        sys.stdout.write(f"{rule:24} {applicability:7} {told}\n")


if __name__ == "__main__":
    main()
