"""The only writer of files: each is the old one or the new one, never half, and no link of a stranger leads it astray.

Whoever sends a change may have put links into the tree. So a name is followed through links only outside of it, where
the user's own machine begins; in the tree - all that lies in the git repository around the current folder, or in that
folder - and below a folder that was named, a link on the way is refused.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from facingpages.datafile import read_json
from facingpages.errors import SetupError
from facingpages.safe import to_json
from facingpages.site.opener import read

DRAFT = ".facingpages"  # ends the name of a file that waits for its place
VERSION = 1


def write(file: Path, content: str | bytes, base: Path | None = None) -> None:
    """Write a file at once: beside its place first, then renamed; what is no file (`/dev/stderr`) is written to.

    `base` is a folder below which no link is followed, beside the tree. Raises SetupError.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    name = ""
    try:
        place, outside = _place(file, base)
        if outside and _is_stream(file):
            file.write_bytes(data)
            return
        mode = _mode(place)
        descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:60]}.")
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        os.chmod(name, mode)  # noqa: PTH101
        os.replace(name, place)  # noqa: PTH105
    except (OSError, ValueError) as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise unwritable(file, error) from None
    except BaseException:
        if name:
            Path(name).unlink(missing_ok=True)
        raise


def verify(file: Path, base: Path | None = None) -> None:
    """See that a file can be where it is meant to be, as `write` has it. Raises SetupError at a link or a folder."""
    try:
        _mode(_place(file, base)[0])
    except (OSError, ValueError) as error:
        raise unwritable(file, error) from None


def unwritable(file: Path, error: Exception) -> SetupError:
    """What the user is told when a file can't be written."""
    return SetupError(f"{file}: can't be written: {getattr(error, 'strerror', None) or error}.")


class Batch:
    """Files that are written all or not at all, below some folders that the user named.

    What is to be written stands in a journal, in the first of the folders, before anything else does. When the run is
    killed, the next one takes back what had not been complete, or completes it: `recover`. `folders` are written by the
    way from the first to each, so a journal is good for the same folders only. `what` is what the run was.
    """

    def __init__(self, name: str, first: Path, *others: Path, what: str = "an import") -> None:
        self.what = what
        self.journal = first / name
        self.first = first
        self.folders = {os.path.relpath(folder, first): folder for folder in (first, *others)}

    def waiting(self) -> str:
        """What is to be said of a run that was killed, where nothing is to be written; nothing where there was none."""
        return (
            f"{self.what} was interrupted before; one that writes sees to it" if os.path.lexists(self.journal) else ""
        )

    def recover(self) -> str:
        """Deal with a run that was killed; gives what was done, in words, or nothing. Raises SetupError."""
        try:
            _draft(self.journal).unlink(missing_ok=True)
            if not self.journal.is_symlink() and not self.journal.exists():
                return ""
            complete, paths = self._read()
            for path in paths:
                draft = _draft(path)
                if not draft.is_file() or draft.is_symlink():
                    continue
                if complete:
                    draft.replace(path)
                else:
                    draft.unlink()
            if not complete:
                _remove_empty({folder for path in paths for folder in self._above(path)})
            self.journal.unlink()
        except (OSError, ValueError) as error:
            raise unwritable(self.journal, error) from None
        if complete:
            return f"{self.what} that was interrupted before is complete now"
        return f"{self.what} that was interrupted before is taken back"

    def verify(self, files: Iterable[Path]) -> None:
        """See that every file can be where it is meant to be. Raises SetupError at a link or a folder."""
        for path in files:
            verify(path, self._root(path))

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Write all files and make their folders; when one can't be written, all is put back. Raises SetupError."""
        made: set[Path] = set()
        before: dict[Path, bytes | None] = {}
        path = self.journal
        self.verify(files)
        try:
            for path in files:
                made |= {folder for folder in self._above(path) if not folder.exists()}
            made |= {folder for folder in (self.first, *self.first.parents) if not folder.exists()}
            self.first.mkdir(parents=True, exist_ok=True)
            self._note(files, complete=False)
            for path, content in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                _draft(path).unlink(missing_ok=True)
                _draft(path).write_bytes(content)
            self._note(files, complete=True)
            for path in files:
                before[path] = path.read_bytes() if path.exists() else None
                _draft(path).replace(path)
            self.journal.unlink()
        except BaseException as error:
            self._undo(files, before, made)
            if isinstance(error, OSError | ValueError):
                raise unwritable(path, error) from None
            raise

    def _undo(self, files: Iterable[Path], before: Mapping[Path, bytes | None], made: set[Path]) -> None:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
        with suppress(OSError):
            for path in files:
                _draft(path).unlink(missing_ok=True)
            self.journal.unlink(missing_ok=True)
        _remove_empty(made)

    def _root(self, path: Path) -> Path:
        return next(folder for folder in self.folders.values() if path.is_relative_to(folder))

    def _above(self, path: Path) -> list[Path]:
        """The folders between a file and the folder that was named, that one too."""
        root = self._root(path)
        return [folder for folder in path.parents if folder.is_relative_to(root)]

    def _note(self, files: Iterable[Path], *, complete: bool) -> None:
        named: dict[str, list[str]] = {}
        for path in files:
            key = next(key for key, folder in self.folders.items() if path.is_relative_to(folder))
            named.setdefault(key, []).append(path.relative_to(self.folders[key]).as_posix())
        draft = _draft(self.journal)
        draft.unlink(missing_ok=True)
        draft.write_text(to_json({"version": VERSION, "complete": complete, "files": named}) + "\n", "utf-8")
        draft.replace(self.journal)

    def _read(self) -> tuple[bool, list[Path]]:
        """Whether all drafts of a journal are there, and where they belong: below the folders, and nowhere else."""
        _place(self.journal, self.first)
        data = read_json(read(self.journal, Path(os.path.realpath(self.first))))  # it may be a stranger's
        try:
            complete, named = bool(data["complete"]), {str(key): list(names) for key, names in data["files"].items()}
            good = data["version"] == VERSION and all(_below(name) for names in named.values() for name in names)
        except (KeyError, TypeError, AttributeError):
            good = False
        if not good:
            raise ValueError(f"this is no journal of {self.what}; take it away")
        other = next((key for key in named if key not in self.folders), "")
        if other:
            raise ValueError(f"{self.what} of {other}, too, was interrupted; run it again with the same folders")
        paths = [self.folders[key] / name for key, names in named.items() for name in names]
        for path in paths:
            _place(path, self._root(path))
        return complete, paths


def _below(name: object) -> bool:
    """Whether a name is that of a file below a folder."""
    return isinstance(name, str) and bool(name) and name[0] != "/" and not {"..", ".git"} & {*name.lower().split("/")}


def _place(file: Path, base: Path | None) -> tuple[Path, bool]:
    """Where a file lies when links are followed as far as they may be, and whether that is outside of the tree.

    Raises OSError at a link on the way below `base` or in the tree.
    """
    closed = [_tree(), *([Path(os.path.realpath(base))] if base is not None else [])]
    place = Path(Path(file).anchor or Path.cwd().anchor)
    for part in Path(os.path.abspath(file)).relative_to(place).parts:  # noqa: PTH100 - without following links
        inside = any(place.is_relative_to(folder) for folder in closed)
        place /= part
        if place.is_symlink():
            if inside:
                raise OSError(0, f"{place.name} is a link; name the file that is meant" if place.name == file.name
                              else f"{place.name} is a link, so what is written would lie elsewhere")  # fmt: skip
            place = Path(os.path.realpath(place))
    return place, not any(place.is_relative_to(folder) for folder in closed)


def _tree() -> Path:
    """The folder with the git repository around the current folder, or that folder."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def _is_stream(file: Path) -> bool:
    try:
        mode = file.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _mode(place: Path) -> int:
    """The permissions of a file that is written anew. Raises OSError where what is there is no file."""
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    if not stat.S_ISREG(mode):
        raise OSError(0, "this is a folder" if stat.S_ISDIR(mode) else "this is no ordinary file")
    return mode & 0o777


def _draft(path: Path) -> Path:
    digest = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]  # a name may be as long as names can be
    return path.with_name(f".{digest}{DRAFT}")


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            folder.rmdir()
