"""The command of the benchmark."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.accuracy import report
from tests.accuracy.corpus import Corpus, SetupError
from tests.accuracy.examples import missed, on_honest_pages
from tests.accuracy.kinds import Kind
from tests.accuracy.labelled import labelled
from tests.accuracy.mutations import KINDS
from tests.accuracy.protocol import measure


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark from the command line; 0 when it ran, 2 when it could not."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        if options.list:
            _write(f"{'harmless' if kind.harmless else 'defect':9} {name}" for name, kind in KINDS.items())
        elif options.folder is None:
            parser.error("name a folder of paired pages")
        elif options.labelled:
            _write([labelled(options.labelled, options.folder, say=_say)])
        else:
            _measure(options)
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.accuracy", description="Measure the checker on paired pages."
    )
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of paired pages, or of corpora with --labelled")
    parser.add_argument("--config", type=Path, help="its facingpages.toml (default: the folder's own, or a known one)")
    parser.add_argument("--pages", type=int, default=20, metavar="N", help="pages to plant each kind on (default: 20)")
    parser.add_argument("--seed", type=int, default=0, help="another choice of pages and damage")
    parser.add_argument(
        "--split", choices=("dev", "held-out", "all"), default="dev", help="half of the pages (default: dev)"
    )
    parser.add_argument("--copies", type=int, default=1, metavar="N", help="change a page N times per run: faster")
    parser.add_argument("--kinds", help="only these kinds, with commas between; or 'defects', 'harmless', 'none'")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures and every case there")
    parser.add_argument(
        "--show", nargs=2, action="append", default=[], metavar=("KIND", "N"), help="print missed examples"
    )
    parser.add_argument(
        "--show-noise", nargs=2, action="append", default=[], metavar=("RULE", "N"),
        help="print findings on honest pages; RULE may be a level, or all",
    )  # fmt: skip
    parser.add_argument("--labelled", type=Path, metavar="FILE", help="measure on labelled places instead")
    parser.add_argument("--list", action="store_true", help="list the kinds")
    return parser


def _measure(options: argparse.Namespace) -> None:
    corpus = Corpus.at(options.folder.resolve(), options.config)
    split = None if options.split == "all" else options.split
    kinds, copies = _kinds(options), options.copies
    measurement = measure(corpus, kinds, split, options.pages, options.seed, say=_say, copies=copies)
    sizes = f"{len(measurement.pairs)} pairs, {len(measurement.parity)} in parity"
    _write([f"{corpus.root.name}, {options.split} pages: {sizes}"])
    if report.defects(measurement):
        _write(["", report.recall_table(measurement)])
    if any(outcome.planted.kind.harmless for outcome in measurement.outcomes):
        _write(["", report.harmless_table(measurement)])
    _write(["", report.honest_table(measurement)])
    if measurement.outcomes:
        _write(
            ["", report.rule_table(measurement), "", report.locale_table(measurement), "", report.summary(measurement)]
        )
    for kind, number in options.show:
        _write(["", *missed(measurement, kind, int(number))])
    for rule, number in options.show_noise:
        _write(["", *on_honest_pages(measurement, rule, int(number))])
    if options.json:
        temporary = options.json.with_name(options.json.name + ".new")
        temporary.write_text(
            json.dumps(report.as_json(measurement), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        temporary.replace(options.json)


def _kinds(options: argparse.Namespace) -> list[Kind]:
    """The kinds asked for: those of --kinds, else those of --show, none for --show-noise alone, else all."""
    wanted = options.kinds or ",".join(kind for kind, _ in options.show) or ("none" if options.show_noise else "")
    groups = {
        "": list(KINDS.values()),
        "none": [],
        "defects": [kind for kind in KINDS.values() if not kind.harmless],
        "harmless": [kind for kind in KINDS.values() if kind.harmless],
    }
    if wanted in groups:
        return groups[wanted]
    unknown = [name for name in wanted.split(",") if name not in KINDS]
    if unknown:
        raise SetupError(f"no such kind: {', '.join(unknown)}; --list names them")
    return [KINDS[name] for name in wanted.split(",")]


def _write(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(line + "\n" for line in lines))


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
