"""The command `facingpages import-learn`: read published files, compare them with each other, write the pages."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from facingpages.importing.learn import (
    SOURCE_CULTURE,
    SOURCE_LOCALE,
    ImportRefusedError,
    LearnFile,
    Line,
    Problem,
    read,
)
from facingpages.importing.memory import translation_memory
from facingpages.output import complain, note, tell
from facingpages.safe import safe
from facingpages.writing import Batch

DESCRIPTION = """\
Make clean Markdown of translations as Microsoft's documentation publishes them. A bilingual file gives its page,
DIR/LOCALE/PAGE.md, and the English source page inside it, DIR/en/PAGE.md; a plain file gives its page. The front matter
stays, `# <a name="x"></a>Title` becomes `# Title {#x}`, `source_hash` records which source page the translation goes
with, and every other character is kept. The segments become a translation memory, MEMORY/LOCALE/PAGE.tmx.
Either everything is written or, when anything is wrong, nothing; when the import is killed, the next one completes it
or takes it back, and says so. A page that is there already and says something else,
for example because somebody corrected it, is kept and named."""

JOURNAL = ".facingpages-import.json"


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did with each file it would give.

    `kept` holds those that are there with other content: for each the first line that differs.
    """

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    kept: tuple[tuple[Path, int], ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = DESCRIPTION
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a translation as published")
    parser.add_argument("--to", type=Path, default=Path("docs"), metavar="DIR", help="where pages go (default: docs)")
    parser.add_argument(
        "--memory", type=Path, metavar="DIR", help="where translation memories go (default: `memory` beside --to)"
    )
    parser.add_argument("--force", action="store_true", help="overwrite pages that say something else")


def run(args: argparse.Namespace) -> int:
    """Run the command: 0 when all is as imported, 1 when a page that says something else was kept, 2 when refused."""
    try:
        report = import_learn(args.files, args.to, memory=args.memory, force=args.force)
    except ImportRefusedError as refused:
        for problem in refused.problems:
            complain(f"{safe(str(problem))}\n")
        complain("Nothing was written.\n")
        return 2
    tell(
        *(f"{path}: written" for path in report.written),
        *(f"{path}: unchanged" for path in report.unchanged),
        *(
            f"{path}:{line}: kept, for it says something else than the import; --force overwrites it"
            for path, line in report.kept
        ),
    )
    return 1 if report.kept else 0


def import_learn(files: Sequence[Path], to: Path, *, memory: Path | None = None, force: bool = False) -> Report:
    """Import published files into `to`, a folder with one folder per locale.

    What an import that was killed has left is completed or taken back first. Raise ImportRefusedError, with nothing
    written, if a file cannot be read, if its bilingual markup is broken, or if two files give different bytes for the
    same page; SetupError if a file cannot be written.
    """
    published: list[LearnFile] = []
    problems: list[Problem] = []
    for path in files:
        try:
            published.append(read(path))
        except ImportRefusedError as refused:
            problems += refused.problems
    if problems:
        raise ImportRefusedError(problems)
    memory = memory if memory is not None else to.parent / "memory"
    batch = Batch(JOURNAL, to, memory)
    if recovered := batch.recover():
        note(recovered)
    outputs = _outputs(published, to, memory)
    batch.verify(outputs)
    changes: dict[Path, bytes] = {}
    unchanged: list[Path] = []
    kept: list[tuple[Path, int]] = []
    try:
        for path, content in outputs.items():
            there = path.read_bytes() if path.exists() else None
            if there == content:
                unchanged.append(path)
            elif there is None or force:
                changes[path] = content
            else:
                kept.append((path, _first_difference(there.split(b"\n"), content.split(b"\n"))))
    except OSError as error:
        place = Path(error.filename) if error.filename else to
        raise ImportRefusedError([Problem(place, 1, f"cannot be read: {error.strerror}")]) from error
    if changes:
        batch.write(changes)
    return Report(tuple(changes), tuple(unchanged), tuple(kept))


def _outputs(published: Sequence[LearnFile], to: Path, memory: Path) -> dict[Path, bytes]:
    """Give every file of the import with its content, in the order of their names."""
    origins: dict[str, LearnFile] = {}
    pages: dict[Path, tuple[LearnFile, Sequence[Line]]] = {}
    memories: dict[Path, bytes] = {}
    for file in published:
        if file.source is not None:
            origins.setdefault(file.page, file)
            _add(pages, to / SOURCE_LOCALE / f"{file.page}.md", file, file.source)
            path = memory / file.locale / f"{file.page}.tmx"
            memories.setdefault(path, translation_memory(file.segments, SOURCE_CULTURE, file.culture))
    for file in published:
        _add(pages, to / file.locale / f"{file.page}.md", file, _target_page(file, origins.get(file.page)))
    return dict(sorted(({path: _bytes(lines) for path, (_, lines) in pages.items()} | memories).items()))


def _add(
    pages: dict[Path, tuple[LearnFile, Sequence[Line]]], path: Path, file: LearnFile, lines: Sequence[Line]
) -> None:
    """Add a page, unless another file gives the same page with other bytes."""
    first, there = pages.setdefault(path, (file, lines))
    at = _first_difference([line.text for line in there], [line.text for line in lines]) - 1
    if at == len(there) == len(lines):
        return
    here, other = (row[at] if at < len(row) else Line("", row[-1].number) for row in (lines, there))
    place = f"{first.path}:{other.number}"
    message = f"gives {path} other text than {place}: {_excerpt(here.text, other.text)}"
    raise ImportRefusedError([Problem(file.path, here.number, message)])


def _excerpt(here: str, there: str) -> str:
    """Show two lines from shortly before they part."""
    start = max(0, _first_difference(here, there) - 21)
    return " instead of ".join(f"`{text[start:][:60]}`" for text in (here, there))


def _target_page(file: LearnFile, origin: LearnFile | None) -> Sequence[Line]:
    """Give a translated page, with a record of the source page it goes with: SHA-256 of its bytes with CRLF line ends.

    A plain file goes with the source that another file embeds if both were published with the same source hash.
    """
    if origin is None or origin.source is None or origin.published_hash != file.published_hash:
        return (*file.front, *file.body)
    digest = hashlib.sha256(_bytes(origin.source).replace(b"\n", b"\r\n")).hexdigest()
    *front, fence = file.front
    return (*front, Line(f"source_hash: {digest}", fence.number), fence, *file.body)


def _bytes(lines: Sequence[Line]) -> bytes:
    return "\n".join(line.text for line in lines).encode()


def _first_difference(one: Sequence[object], other: Sequence[object]) -> int:
    """Give the number of the first line, from 1, in which two texts differ."""
    pairs = enumerate(zip(one, other, strict=False), start=1)
    return next((number for number, (here, there) in pairs if here != there), min(len(one), len(other)) + 1)
