"""Plant, check, compare: one pass over a corpus.

1. The corpus is copied and checked as it is: what is reported now is *old*.
2. Every kind of edit is planted on as many pages in parity as asked for, evenly over the locales. Unless copies are
   asked for, a page is changed at most once per round, under its own name and among all the other pages, so that the
   checker sees what it would see in a real repository; each round is one run of the command.
3. A finding is *new* when it is not an old one that merely moved (see `new_findings`). A defect is *found* when a new
   finding of a fitting rule stands within one line of the damage in the translation, or names a place in the source
   within one line of the block that the damaged one translates. Harmless edits should give no new finding at all.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.accuracy.corpus import Corpus, PagePair, SetupError
from tests.accuracy.kinds import Kind
from tests.accuracy.planting import Finding, Library, Planted, changed, copied, plan

Check = Callable[[Path], list[Finding]]

LEVELS = ("error", "warning", "info")
SUBJECTS = (
    "link-text", "page", "step", "list", "heading", "block", "link", "image", "code", "label", "emphasis", "callout",
    "table", "anchor", "directive", "number", "metadata", "source", "text", "literal", "tag", "marker", "formula",
    "diagram", "footnote", "reference",
)  # fmt: skip


def subject(rule: str) -> str:
    """What a rule is about: the beginning of its id."""
    return next((name for name in SUBJECTS if rule == name or rule.startswith(name + "-")), rule.partition("-")[0])


def run_check(root: Path) -> list[Finding]:
    """Run the command in ``root`` as a user would and return its findings.

    It is this checkout's package, unless ``PYTHONPATH`` names another: so two versions can be compared.
    """
    tools = Path(__file__).parents[2] / "tools"
    path = os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH", ""), str(tools))))
    command = [sys.executable, "-m", "facingpages", "check", "--format", "json", "--no-cache"]
    done = subprocess.run(command, cwd=root, env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=False)
    try:
        report = json.loads(done.stdout)
    except json.JSONDecodeError:
        report = {}
    if done.returncode not in (0, 1) or "findings" not in report:
        said = done.stderr.decode(errors="replace")[-2000:]
        raise SetupError(f"{' '.join(command[1:])} ended with {done.returncode} and no findings:\n{said}")
    findings: list[Finding] = report["findings"]
    return findings


@dataclass
class Outcome:
    """What the checker made of one planted edit."""

    planted: Planted
    new: list[Finding]
    fitting: list[Finding] = field(init=False)
    located: list[Finding] = field(init=False)

    def __post_init__(self) -> None:
        self.fitting = [f for f in self.new if subject(f["rule"]) in self.planted.kind.fits]
        self.located = [f for f in self.fitting if self.planted.locates(f)]

    @property
    def on_target(self) -> bool:
        return any(self.planted.on_target(finding) for finding in self.located)

    @property
    def level(self) -> str | None:
        """The severest level among what counts: the located findings, or all new ones after a harmless edit."""
        levels = {finding["severity"] for finding in (self.new if self.planted.kind.harmless else self.located)}
        return next((level for level in LEVELS if level in levels), None)


@dataclass
class Measurement:
    """All outcomes on a corpus, and what is reported on its honest pages."""

    corpus: Corpus
    pairs: list[PagePair]
    parity: set[str]
    """Target paths of the pairs in parity."""
    honest: dict[str, list[Finding]]
    """Findings on the corpus as it is, by target path."""
    outcomes: list[Outcome]


def measure(
    corpus: Corpus,
    kinds: Iterable[Kind],
    split: str | None,
    pages: int,
    seed: int,
    check: Check = run_check,
    say: Callable[[str], None] = lambda _: None,
    copies: int = 1,
) -> Measurement:
    """Run the benchmark: ``pages`` plantings per kind, from the pages of one split (or all).

    With more than one of ``copies`` a page is changed that often in a round, each time beside its source under a name
    of its own. That is faster on small sites, but shows rules that count over all pages the same page many times.
    """
    chosen = [files for files in corpus.pairs() if split in (None, files.split)]
    library = Library(corpus)
    parity = {files.target for files in chosen if library.in_parity(files)}
    say(f"{len(chosen)} pairs, {len(parity)} in parity")
    planted = plan([files for files in chosen if files.target in parity], library, kinds, pages, seed, copies)
    rounds: dict[int, list[Planted]] = defaultdict(list)
    for entry in planted:
        rounds[entry.round].append(entry)
    outcomes: list[Outcome] = []
    with copied(corpus) as tree:
        say(f"{len(planted)} edits in {len(rounds)} rounds; checking the pages as they are")
        old = by_pair(check(tree), chosen)
        for number, entries in sorted(rounds.items()):
            say(f"round {number + 1} of {len(rounds)}: {len(entries)} pages")
            with changed(tree, entries):
                found = by_pair(check(tree), [entry.files.copy(entry.copy) for entry in entries])
            for entry in entries:
                now = [recalled(finding, entry) for finding in found[entry.files.copy(entry.copy).target]]
                before = corpus.root.joinpath(entry.files.target).read_bytes().decode().replace("\r\n", "\n")
                new = new_findings(old[entry.files.target], now, before, entry)
                outcomes.append(Outcome(entry, new))
    return Measurement(corpus, chosen, parity, dict(old), outcomes)


def by_pair(findings: list[Finding], pairs: list[PagePair]) -> dict[str, list[Finding]]:
    """Findings by target path; one that stands on the source goes to the pair of its locale."""
    targets = {(files.source, files.locale): files.target for files in pairs}
    found: dict[str, list[Finding]] = {files.target: [] for files in pairs}
    for finding in findings:
        path = targets.get((finding["path"], finding.get("locale") or ""), finding["path"])
        if path in found:
            found[path].append(finding)
    return found


def recalled(finding: Finding, planted: Planted) -> Finding:
    """The finding with the names of the original pair in place of its copy's."""
    placed = planted.files.copy(planted.copy)
    names = {placed.source: planted.files.source, placed.target: planted.files.target}
    related = [{**place, "path": names.get(place["path"], place["path"])} for place in finding.get("related", ())]
    message = finding["message"].replace(placed.page, planted.files.page)
    path = names.get(finding["path"], finding["path"])
    return {**finding, "path": path, "message": message, "related": related}


def new_findings(old: list[Finding], now: list[Finding], before: str, planted: Planted) -> list[Finding]:
    """Findings of ``now`` that are not old ones.

    Each old finding accounts for one of now: first one with the same rule and message at the line where the old one's
    line has moved to; then one with the same rule, message and fingerprint, or rule and message, anywhere; last one of
    the same rule at the moved line whose message differs - but near a planted defect such a one is new, for there the
    message tells of the damage, while elsewhere it only counts steps anew.
    """
    move = _mover(before, planted.mutation.text)

    def moved(finding: Finding) -> int:
        return move(finding["line"]) if finding["path"] == planted.files.target else int(finding["line"])

    def elsewhere(finding: Finding) -> bool:
        return planted.kind.harmless or not planted.locates(finding)

    passes: list[Callable[[Finding, Finding], bool]] = [
        lambda was, is_: was["message"] == is_["message"] and moved(was) == is_["line"],
        lambda was, is_: was["message"] == is_["message"] and was.get("fingerprint") == is_.get("fingerprint"),
        lambda was, is_: was["message"] == is_["message"],
        lambda was, is_: moved(was) == is_["line"] and elsewhere(is_),
    ]
    left, rest = list(old), list(now)
    for same in passes:
        for was in list(left):
            match = next(
                (f for f in rest if f["rule"] == was["rule"] and f["path"] == was["path"] and same(was, f)), None
            )
            if match is not None:
                left.remove(was)
                rest.remove(match)
    return rest


def _mover(before: str, after: str) -> Callable[[int], int]:
    """Where a line of the page stands after the edit; a line inside the changed part keeps its number."""
    old, new = before.splitlines(), after.removeprefix("\ufeff").replace("\r\n", "\n").splitlines()
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    shift = len(new) - len(old)
    return lambda line: line + shift if line > len(old) - tail else line
