"""A site as it was at a git revision: what has changed since is read from git, all else from the folder.

Only plumbing commands are run: they start no hook, pager, external diff or filter. Whether a page changed is told by
its content, not asked of git.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from facingpages.config import Config, SetupError
from facingpages.discover import discover
from facingpages.listing import Listed
from facingpages.output import note
from facingpages.site import PageFile, Site

# No configuration may start a program, and git shall find the repository by itself, also when run from a hook.
QUIET = ("--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
LOCAL = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF"))
ORDINARY = (b"100644", b"100755")


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit to compare with, and the repository that the root of a configuration lies in."""

    root: Path
    commit: str


def revision(root: Path, name: str) -> Revision:
    """The commit where the work at hand began: the last one that HEAD and the named revision have in common.

    Raises SetupError when there is no git, no repository or no such revision.
    """
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode:
        said = inside.stderr.decode("utf-8", "replace").strip().split("\n")[0].removeprefix("fatal: ")
        raise SetupError(f"--since needs a git repository; git says of {root}: {said}.")
    asked = "" if "\0" in name else name
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{asked}^{{commit}}")
    if found.returncode or not asked:
        shallow = _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        more = "; this clone is shallow, so fetch more of its history" if shallow else ""
        raise SetupError(f'--since: there is no revision "{name}" in this repository{more}.')
    commit = found.stdout.decode().strip()
    common = _git(root, "merge-base", commit, "HEAD")
    base = common.stdout.decode().strip()
    if common.returncode or not base:
        note(f'"{name}" and HEAD have no commit in common here, so the pages are compared with "{name}" itself.')
    return Revision(root, base or commit)


@contextmanager
def earlier(config: Config, since: Revision, site: Site) -> Iterator[Site]:
    """The site at a revision: `site` itself when no page has changed."""
    names = _listing(since)
    entries = [Listed(path, config.root / path) for path in sorted(names)]
    old = discover(config, entries)
    changed = [page for page in old.pages if not _same(page.file, names[_path(page, config)])]
    if not changed and {page.path for page in old.pages} == {page.path for page in site.pages}:
        yield site
        return
    with tempfile.TemporaryDirectory(prefix="facingpages-") as folder:
        contents = _contents(since, [names[_path(page, config)] for page in changed])
        kept: dict[str, PageFile] = {}
        for number, (page, content) in enumerate(zip(changed, contents, strict=True)):
            file = Path(folder) / f"{number}{page.file.suffix}"
            file.write_bytes(content)
            kept[page.path] = replace(page, file=file)
        yield replace(old, pages=[kept.get(page.path, page) for page in old.pages])


def _path(page: PageFile, config: Config) -> str:
    return page.file.relative_to(config.root).as_posix()


def _listing(since: Revision) -> dict[str, str]:
    """Ordinary files of the revision below the root: path, relative to it, and the name of the content."""
    listed = _git(since.root, "ls-tree", "-r", "-z", since.commit, "--", ".")
    if listed.returncode:
        raise SetupError(f"git can't list {since.commit}: {listed.stderr.decode('utf-8', 'replace').strip()}")
    names = {}
    for line in listed.stdout.split(b"\0"):
        head, _, path = line.partition(b"\t")
        mode, _, rest = head.partition(b" ")
        if mode in ORDINARY:
            names[os.fsdecode(path)] = rest.partition(b" ")[2].decode()
    return names


def _same(file: Path, name: str) -> bool:
    """Whether a file in the folder has the content that git calls `name`, whatever line ends it was given there."""
    if file.is_symlink() or not file.is_file():
        return False
    try:
        content = file.read_bytes()
    except OSError:
        return False
    return name in (_name(content, name), _name(content.replace(b"\r\n", b"\n"), name))


def _name(content: bytes, like: str) -> str:
    """The name of a blob: the digest of its header and content, SHA-1 or SHA-256 as the repository has it."""
    algorithm = "sha1" if len(like) == 40 else "sha256"
    return hashlib.new(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _contents(since: Revision, names: Sequence[str]) -> Iterator[bytes]:
    """The contents of blobs, in order."""
    read = _git(since.root, "cat-file", "--batch", asked="".join(f"{name}\n" for name in names).encode())
    rest = memoryview(read.stdout)
    for name in names:
        end = bytes(rest[:200]).find(b"\n")
        words = bytes(rest[: max(end, 0)]).split()
        if len(words) != 3 or words[1] != b"blob":
            raise SetupError(f"git can't read {name} of {since.commit}; is the clone complete?")
        size = int(words[2])
        yield bytes(rest[end + 1 : end + 1 + size])
        rest = rest[end + size + 2 :]


def _git(root: Path, *arguments: str, asked: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a git command in a folder, without a shell. Raises SetupError when there is no git."""
    environment = {name: value for name, value in os.environ.items() if name not in LOCAL}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        return subprocess.run(
            ["git", *QUIET, *arguments],
            cwd=root, env=environment, input=asked if asked is not None else b"", capture_output=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise SetupError("--since needs git, and there is none on the path.") from None
    except OSError as error:
        raise SetupError(f"git can't be run: {error.strerror}.") from None
