"""An import from beginning to end: read, compare, gather what is needed, write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facingpages.config import SetupError
from facingpages.importing.assets import assets
from facingpages.importing.collect import Collected, ToImport, collect
from facingpages.importing.convert.left import Left
from facingpages.importing.for_mkdocs import for_mkdocs
from facingpages.importing.learn import LearnFile, read
from facingpages.importing.locales import SOURCE_CULTURE, SOURCE_LOCALE, language_of, locales
from facingpages.importing.memory import beside, translation_memory, units
from facingpages.importing.origin import Origin, Version
from facingpages.importing.pages import Article, NewPage, articles, first_difference
from facingpages.importing.problem import ImportRefusedError, NotPublishedError, Problem
from facingpages.output import note
from facingpages.writing import Batch

JOURNAL = ".facingpages-import.json"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import. `to` has a folder for each locale, `memory` a folder for each target locale.

    `force`: overwrite what says something else. `keep_going`: import what is in order, each page for itself. `full`:
    name locales by their full tags. `keep_bytes`: line ends and byte order marks stay as they were. `mkdocs`: convert
    all to the files of a MkDocs site.
    """

    to: Path
    memory: Path
    source: Path | None = None
    roots: tuple[Path, ...] = ()
    force: bool = False
    keep_going: bool = False
    full: bool = False
    keep_bytes: bool = False
    mkdocs: bool = False


@dataclass(slots=True)
class ImportResult:
    """What an import did with each file it would give, and what it has to say.

    `kept` holds those that are there with other content: for each the first line that differs. `problems` are those of
    articles that were left out. `proven` counts the translations whose source was found by its hash; `unproven` tells
    of the others why not. `doubts` are lines of rebuilt sources that may not be in the source's language, and `rebuilt`
    the pages themselves.
    """

    written: Sequence[Path] = ()
    unchanged: Sequence[Path] = ()
    kept: Sequence[tuple[Path, int]] = ()
    problems: list[Problem] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    rebuilt: list[Path] = field(default_factory=list)
    doubts: list[tuple[Path, int, str]] = field(default_factory=list)
    proven: int = 0
    unproven: list[tuple[Path, str]] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def import_learn(
    files: Sequence[Path],
    to: Path,
    *,
    memory: Path | None = None,
    source: Path | None = None,
    roots: Sequence[Path] = (),
    force: bool = False,
    keep_going: bool = False,
    full: bool = False,
    keep_bytes: bool = False,
    mkdocs: bool = False,
) -> ImportResult:
    """Import published files and folders of them into `to`, a folder with one folder per locale.

    What an import that was killed has left is completed or taken back first. Raise ImportRefusedError, with nothing
    written, if a file cannot be read, if its bilingual markup is broken, or if
    two files give different bytes for the same page; with `keep_going` such articles are left out and the others
    written, each whole or not at all. Raise SetupError if nothing can be imported at all.
    """
    there = memory if memory is not None else to.parent / "memory"
    return _run(files, ImportOptions(to, there, source, tuple(roots), force, keep_going, full, keep_bytes, mkdocs))


def _run(arguments: Sequence[Path], options: ImportOptions) -> ImportResult:
    batch = Batch(JOURNAL, options.to, options.memory, *([options.to.parent] if options.mkdocs else []))
    if recovered := batch.recover():
        note(recovered)
    report = ImportResult()
    collected = collect(arguments, options.roots)
    report.skipped += collected.skipped
    files, problems = _read(collected.pages, report)
    names = locales((file.culture for file in files), full=options.full)
    origin = Origin(options.source) if options.source is not None else None
    versions = origin.versions(files) if origin is not None else {}
    shown = {locale: options.to / locale for locale in (SOURCE_LOCALE, *names.values())}
    found = articles(files, names, versions, shown, keep=options.keep_bytes)
    problems += [problem for article in found for problem in article.problems]
    report.problems = sorted(problems)
    if problems and not options.keep_going:
        raise ImportRefusedError(report.problems)
    good = [article for article in found if not article.problems]
    _tell(report, good, versions, options)
    trees = _trees(collected, files, names)
    more = assets(good, trees, origin, keep=options.keep_bytes)
    groups = [_pages(article, options) | _memories(article, names, options) for article in good]
    if options.mkdocs:
        everything = (*collected.pages, *collected.others, *collected.beside)
        site, report.left = for_mkdocs(good, more.files, trees, everything, origin, options.to)
        groups = [_memories(article, names, options) for article in good] + [{path: raw} for path, raw in site.items()]
    else:
        groups += [{options.to / locale / name: raw} for (locale, name), raw in sorted(more.files.items())]
    _write(groups, batch, report, options)
    return report


def _read(found: Sequence[ToImport], report: ImportResult) -> tuple[list[LearnFile], list[Problem]]:
    files: list[LearnFile] = []
    problems: list[Problem] = []
    for one in found:
        try:
            files.append(read(one))
        except NotPublishedError as other:
            if one.given:
                problems.append(Problem(one.file, 1, str(other), "leave the file out if it is no translation"))
            else:
                report.skipped.append((one.file, str(other)))
        except ImportRefusedError as refused:
            problems += refused.problems
    return files, problems


def _tell(
    report: ImportResult, good: Sequence[Article], versions: Mapping[Path, Version | str], options: ImportOptions
) -> None:
    """What is to be said of the sources."""
    for article in good:
        page = options.to / SOURCE_LOCALE / f"{article.name}.md"
        if article.rebuilt:
            report.rebuilt.append(page)
        report.doubts += [(page, line, text) for line, text in article.doubts]
        for file in article.files:
            version = versions.get(file.path)
            if isinstance(version, Version):
                report.proven += 1
            elif version is not None:
                report.unproven.append((file.path, version))


def _pages(article: Article, options: ImportOptions) -> dict[Path, bytes]:
    """The pages of an article."""
    keep = options.keep_bytes
    return {options.to / page.locale / f"{page.name}.md": page.bytes(keep=keep) for page in article.pages}


def _memories(article: Article, names: Mapping[str, str], options: ImportOptions) -> dict[Path, bytes]:
    """The translation memories of an article."""
    outputs: dict[Path, bytes] = {}
    for file in article.files:
        if file.segments:
            rows = list(units(file.segments))
            if (version := article.versions.get(file.path)) is not None:
                rows += beside(version.raw, _text(file), file.segments)
            path = options.memory / names[file.culture] / f"{file.page}.tmx"
            outputs.setdefault(path, translation_memory(rows, SOURCE_CULTURE, file.culture))
    return outputs


def _text(file: LearnFile) -> bytes:
    return NewPage("", "", (*file.front, *file.body), file, marked=False).bytes()


def _trees(collected: Collected, files: Sequence[LearnFile], names: Mapping[str, str]) -> dict[str, dict[str, Path]]:
    """Files that are no pages, by locale and name: the locale of a folder's pages, or the folder named after one."""
    by_file = {file.path: file for file in files}
    cultures: dict[Path | None, set[str]] = {}
    for page in collected.pages:
        if page.file in by_file:
            cultures.setdefault(page.folder, set()).add(by_file[page.file].culture)
    called = {name: locale for culture, locale in names.items() for name in (culture.lower(), language_of(culture))}
    trees: dict[str, dict[str, Path]] = {locale: {} for locale in (*names.values(), SOURCE_LOCALE)}
    for other in collected.others:
        own = cultures.get(other.folder, set())
        first, _, rest = other.name.partition("/")
        if first.lower() in called and rest:
            trees[called[first.lower()]].setdefault(rest, other.file)
        elif len(own) == 1:
            trees[names[next(iter(own))]].setdefault(other.name, other.file)
    return trees


def _write(groups: Sequence[Mapping[Path, bytes]], batch: Batch, report: ImportResult, options: ImportOptions) -> None:
    """Write what is new: all of it or nothing or, where the run keeps going, each article so."""
    if not options.keep_going:
        groups = [{path: content for group in groups for path, content in group.items()}]
    written: list[Path] = []
    unchanged: list[Path] = []
    kept: list[tuple[Path, int]] = []
    for group in groups:
        try:
            batch.verify(group)
            changes: dict[Path, bytes] = {}
            for path, content in group.items():
                there = path.read_bytes() if path.exists() else None
                if there == content:
                    unchanged.append(path)
                elif there is None or options.force:
                    changes[path] = content
                else:
                    kept.append((path, first_difference(there.split(b"\n"), content.split(b"\n"))))
            if changes:
                batch.write(changes)
            written += changes
        except OSError as error:
            problem = Problem(Path(error.filename or options.to), 1, f"cannot be read: {error.strerror}")
            if not options.keep_going:
                raise ImportRefusedError([problem]) from error
            report.problems.append(problem)
        except SetupError as error:
            if not options.keep_going:
                raise
            report.problems.append(Problem(next(iter(group)), 1, str(error)))
    report.written, report.unchanged, report.kept = (
        tuple(sorted(written)),
        tuple(sorted(unchanged)),
        tuple(sorted(kept)),
    )
