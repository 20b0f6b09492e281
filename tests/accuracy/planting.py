"""Planting: which edits go on which pages, and a tree to put them in."""

import hashlib
import re
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path, PurePath
from random import Random
from typing import Any

from tests.accuracy.corpus import CONFIGURATION, Corpus, PagePair
from tests.accuracy.kinds import Kind
from tests.accuracy.pairs import Mutation, Pair

Finding = dict[str, Any]
"""A finding as ``check --format json`` writes it."""

NEAR = 1
"""Lines that a finding may stand away from the damage."""
TRIES = 2000
"""Pages tried for a kind that seldom applies."""


@dataclass(frozen=True)
class Planted:
    """One edit on one page."""

    kind: Kind
    files: PagePair
    mutation: Mutation
    round: int
    copy: int = 0
    """Which copy of the pair is changed; 0 is the pair in its own place."""

    def locates(self, finding: Finding) -> bool:
        return self.on_target(finding) or self.on_source(finding)

    def on_target(self, finding: Finding) -> bool:
        """Whether the finding stands within one line of the damage."""
        return bool(finding["path"] == self.files.target and self.mutation.distance(finding["line"]) <= NEAR)

    def on_source(self, finding: Finding) -> bool:
        """Whether it, or a place it names, stands within one line of the damaged block's source."""
        if self.mutation.source is None or self.files.source == self.files.target:
            return False
        first, last = self.mutation.source
        places = [finding, *finding.get("related", ())]
        return any(p["path"] == self.files.source and first - NEAR <= p["line"] <= last + NEAR for p in places)


class Library:
    """Pairs already read, each read once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.read: dict[str, Pair | None] = {}

    def __getitem__(self, files: PagePair) -> Pair | None:
        if files.target not in self.read:
            self.read[files.target] = self.corpus.read(files)
        return self.read[files.target]

    def in_parity(self, files: PagePair) -> bool:
        pair = self[files]
        return pair is not None and pair.in_parity


def plan(
    pairs: list[PagePair], library: Library, kinds: Iterable[Kind], pages: int, seed: int, copies: int = 1
) -> list[Planted]:
    """Choose the pages for each kind: the locales in turn, pages used least first, the rest by hash."""
    used: Counter[str] = Counter()
    planted = []
    for kind in kinds:
        queues = defaultdict(list)
        for files in sorted(pairs, key=lambda files: (used[files.target], _digest(seed, kind.name, files.target))):
            queues[files.locale].append(files)
        in_turn = [
            files for row in zip_longest(*(queues[locale] for locale in sorted(queues))) for files in row if files
        ]
        number = 0
        for files in in_turn[:TRIES]:
            pair = library[files]
            mutation = pair and kind.mutate(pair, Random(f"{seed} {kind.name} {files.target}"))
            mutation = pair and mutation and pair.published(mutation)
            if mutation:
                planted.append(Planted(kind, files, mutation, *divmod(used[files.target], copies)))
                used[files.target] += 1
                number += 1
                if number == pages:
                    break
    return planted


def _digest(*parts: object) -> bytes:
    return hashlib.sha256(" ".join(map(str, parts)).encode()).digest()


@contextmanager
def copied(corpus: Corpus) -> Iterator[Path]:
    """A temporary copy of the corpus with its configuration."""
    with tempfile.TemporaryDirectory(prefix="accuracy-") as folder:
        tree = Path(folder) / corpus.root.name
        ignored = shutil.ignore_patterns(".git", "node_modules")
        shutil.copytree(corpus.root, tree, symlinks=True, ignore=ignored, copy_function=shutil.copyfile)
        for path in (tree, *tree.rglob("*/")):
            path.chmod(0o755)
        (tree / CONFIGURATION).unlink(missing_ok=True)
        (tree / CONFIGURATION).write_text(corpus.configuration, encoding="utf-8")
        yield tree


OWN = re.compile(
    r"(?P<fence>^[ \t]*(?P<mark>`{3,}|~{3,}).*?(?:^[ \t]*(?P=mark)[`~]*[ \t]*$|\Z))"  # code, which is left alone
    r"|(?P<before>\]\(<?|\bhref=[\"']|\bto=[\"']|\b(?:rel)?ref[ \t]+[\"']?|\{%-?[ \t]*(?:link|post_url)[ \t]+"
    r"|^\[[^\]\n]+\]:[ \t]*)"
    r"(?P<target>(?![a-z]+:)[^\s()\"'<>]+)",
    re.MULTILINE | re.DOTALL,
)


def of_copy(text: str, name: str, copy: str) -> str:
    """The text of a page in a copy of another name: where it leads to itself by its name, it leads to the copy."""
    own, other = (PurePath(path).name.partition(".")[0] for path in (name, copy))
    if own == other or own.lower() in ("index", "_index", "readme"):  # many pages are called so
        return text
    folder = PurePath(name).parent.name

    def renamed(match: re.Match[str]) -> str:
        if match["fence"]:
            return match.group()
        path, mark, place = match["target"].partition("#")
        around, _, last = path.rstrip("/").rpartition("/")
        elsewhere = around.strip("./@") and around.rpartition("/")[2] != folder
        if last.partition(".")[0] != own or elsewhere:
            return match.group()
        begins = path.rstrip("/").rfind("/") + 1
        return f"{match['before']}{path[:begins]}{other}{path[begins + len(own) :]}{mark}{place}"

    return OWN.sub(renamed, text)


@contextmanager
def changed(tree: Path, entries: list[Planted]) -> Iterator[None]:
    """The tree with the planted pages, each beside its source; afterwards as before."""
    kept: dict[Path, bytes] = {}
    added: set[Path] = set()
    for entry in entries:
        placed, original = entry.files.copy(entry.copy), tree / entry.files.target
        before = kept.setdefault(original, original.read_bytes())
        if entry.copy:
            added |= {tree / placed.source, tree / placed.target}
            source = (tree / entry.files.source).read_bytes().decode("utf-8", "surrogateescape")
            source = of_copy(source, entry.files.source, placed.source)
            (tree / placed.source).write_bytes(source.encode("utf-8", "surrogateescape"))
        text = of_copy(entry.mutation.text, entry.files.target, placed.target)
        if b"\r\n" in before and "\r" not in text:
            text = text.replace("\n", "\r\n")
        (tree / placed.target).write_bytes(text.encode())
    try:
        yield
    finally:
        for path in added:
            path.unlink()
        for path, data in kept.items():
            path.write_bytes(data)
