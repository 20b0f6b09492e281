"""How well fixes undo planted damage: `python -m tests.accuracy.fixes FOLDER [--pages N] [--split S] [--unsafe]`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tests.accuracy.corpus import Corpus
from tests.accuracy.mutations import KINDS
from tests.accuracy.planting import Library, Planted, changed, copied, plan

TOOLS = Path(__file__).parents[2] / "tools"


def main() -> None:
    """Plant each kind of damage, let the command fix the site, and compare the pages with what they were."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.fixes")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=5)
    parser.add_argument("--split", choices=("dev", "held-out"), default="dev")
    parser.add_argument("--unsafe", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N pages that came out otherwise")
    options = parser.parse_args()
    corpus = Corpus.at(options.folder)
    pairs = [files for files in corpus.pairs() if files.split == options.split]
    library = Library(corpus)
    kinds = [kind for kind in KINDS.values() if not kind.harmless]
    whole = [files for files in pairs if library.in_parity(files)]
    rounds: dict[int, list[Planted]] = defaultdict(list)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with copied(corpus) as tree:
        _fix(tree, unsafe=options.unsafe)  # what the pages hold already is mended first, and is not counted
        clean = [
            files for files in whole if (tree / files.target).read_bytes() == (corpus.root / files.target).read_bytes()
        ]
        for entry in plan(clean, library, kinds, options.pages, 0):
            rounds[entry.round].append(entry)
        shown = 0
        for entries in rounds.values():
            originals = {entry.files.target: (tree / entry.files.target).read_bytes() for entry in entries}
            with changed(tree, entries):
                planted = {path: (tree / path).read_bytes() for path in originals}
                _fix(tree, unsafe=options.unsafe)
                for entry in entries:
                    path = entry.files.target
                    now = (tree / path).read_bytes()
                    outcome = "restored" if now == originals[path] else "left" if now == planted[path] else "otherwise"
                    counts[entry.kind.name][outcome] += 1
                    if outcome == "otherwise" and shown < options.show:
                        shown += 1
                        _show(entry, originals[path], planted[path], now)
    for name in sorted(counts):
        row = counts[name]
        if row["restored"] or row["otherwise"]:
            sys.stdout.write(
                f"{name:40} restored {row['restored']:3}  otherwise {row['otherwise']:3}  left {row['left']:3}\n"
            )
    total = sum(counts.values(), Counter[str]())
    edited = total["restored"] + total["otherwise"]
    share = 100 * total["restored"] / edited if edited else 0.0
    sys.stdout.write(f"edited {edited} of {total.total()}: restored {total['restored']} ({share:.1f} %)\n")


def _fix(tree: Path, *, unsafe: bool) -> None:
    command = [
        sys.executable,
        "-m",
        "facingpages",
        "check",
        "--fix",
        "--format",
        "json",
        "--output",
        os.devnull,
    ]
    command += ["--unsafe-fixes"] if unsafe else []
    done = subprocess.run(
        command,
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(TOOLS), "FACINGPAGES_CACHE": str(tree.parent / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"check --fix ended with {done.returncode}:\n{done.stderr[-2000:]}")


def _show(entry: Planted, original: bytes, planted: bytes, now: bytes) -> None:
    versions = [content.decode("utf-8", "replace").splitlines() for content in (original, planted, now)]
    sys.stdout.write(f"## {entry.kind.name} {entry.files.target}\n")
    for lines in zip(*versions, strict=False):
        if len(set(lines)) > 1:
            sys.stdout.write(
                "".join(
                    f"  {name}: {line[:160]}\n" for name, line in zip(("was", "planted", "now"), lines, strict=True)
                )
            )
            break


if __name__ == "__main__":
    main()
