"""A bug of ours stays with the page that brings it out; nothing of it can be silenced.

Points 3 and 6 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

import pytest
from tests.conftest import Command, Write
from tests.hostile.conftest import Git
from tests.hostile.site import CONFIG, KNOWN, SHORT, SITE, STEPS

from facingpages.document import DialectName, Document
from facingpages.engine import page
from facingpages.finding import Finding
from facingpages.rules import families, link
from facingpages.rules.base import Pair
from facingpages.rules.rule import Family

RUN = import_module("facingpages.engine.run")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule that fails on one page, and a parser whose panic is no Exception on another."""

    class Panic(BaseException):
        pass

    def fail(pair: Pair) -> Iterator[Finding]:
        if pair.target.path.endswith("b.md"):
            raise KeyError("unforeseen")
        return iter(())

    fail.__module__ = link.__name__
    read_page = page.read_page

    def panic(raw: bytes, dialect: DialectName = "commonmark", *, path: str = "") -> Document:
        if path == "docs/sv/c.md":
            raise Panic("index out of bounds")
        return read_page(raw, dialect, path=path)

    monkeypatch.delenv("FACINGPAGES_DEBUG", raising=False)
    monkeypatch.setattr(families, "FAMILIES", (Family((), pair=fail), *families.FAMILIES))
    monkeypatch.setattr(page, "read_page", panic)


@pytest.mark.usefixtures("broken")
def test_one_page_does_not_end_the_run_of_all(write: Write, command: Command) -> None:
    write(SITE)
    run = command("check", "--format", "json")
    assert run.code == 3
    found = {(one["path"], one["message"]) for one in run.report["findings"] if one["rule"] == "internal-error"}
    assert {path for path, _ in found} == {"docs/sv/b.md", "docs/sv/c.md"}
    for path, message in found:
        assert path in message
        assert ('"link"' in message and "unforeseen" in message) or "index out of bounds" in message
    assert KNOWN in run.places
    assert ("step-missing", "docs/sv/b.md", 4) in run.places  # other rules still see the page that one fails on


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    "arguments",
    [("--ignore", "internal"), ("--ignore", "internal-error"), ("--select", "number"),
     ("--locale", "sv", "docs/sv/b.md"), ("--baseline", "baseline.json"), ("--since", "HEAD")],
)  # fmt: skip
def test_nothing_silences_it(arguments: Sequence[str], write: Write, command: Command, git: Git) -> None:
    write({
        **SITE, "facingpages.toml": CONFIG + '[severity]\n"internal-error" = "off"\ninternal = "off"\npage = "off"\n',
        "docs/sv/b.md": "<!-- facingpages: ignore internal-error -->\n\n" + SHORT,
    })  # fmt: skip
    assert command("baseline", "--output", "baseline.json").code == 3
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    run = command("check", "--format", "json", *arguments)
    assert run.code == 3
    assert ("internal-error", "docs/sv/b.md", 1) in run.places
    assert command("status").code == 3


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str, int], None]:
    """Pages that kill whichever process checks them, as a system short of memory does, so often at most."""

    def arm(name: str, times: int) -> None:
        ours = os.getpid()

        def kill(pair: Pair) -> Iterator[Finding]:
            shots = len(list(tmp_path.glob("shot*")))
            if pair.target.path.endswith(name) and shots < times and os.getpid() != ours:
                (tmp_path / f"shot{shots}").touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return iter(())

        kill.__module__ = link.__name__
        monkeypatch.setattr(families, "FAMILIES", (Family((), pair=kill), *families.FAMILIES))
        monkeypatch.setattr(RUN, "BATCH", 2)

    return arm


MANY = SITE | {f"docs/{locale}/p{n:02}.md": text for n in range(13) for locale, text in (("en", STEPS), ("sv", SHORT))}


def test_the_work_of_a_killed_process_is_done_again(
    write: Write, command: Command, deadly: Callable[[str, int], None]
) -> None:
    write(MANY)
    whole = command("check", "--format", "json", "--jobs", "1")
    deadly("p07.md", 1)
    run = command("check", "--format", "json", "--jobs", "2", "--no-cache")
    assert (run.code, run.out) == (whole.code, whole.out)


def test_a_page_that_kills_every_process_is_told_and_all_others_are_checked(
    write: Write, command: Command, deadly: Callable[[str, int], None]
) -> None:
    write(MANY)
    whole = command("check", "--format", "json", "--jobs", "1")
    deadly("p07.md", 99)
    run = command("check", "--format", "json", "--jobs", "2", "--no-cache")
    assert run.code == 3
    assert ("internal-error", "docs/en/p07.md", 1) in run.places
    assert set(whole.places) - set(run.places) == {("step-missing", "docs/sv/p07.md", 4)}


@pytest.mark.parametrize("start", ["---\ntitle: \xff\n---\n", "+++\ntitle = '\xff'\n+++\n", "\xff\xfe#\x00"])
def test_bytes_that_are_no_text_do_not_end_the_table_of_all(start: str, write: Write, command: Command) -> None:
    root = write(SITE)
    (root / "docs/sv/b.md").write_bytes(start.encode("latin-1"))
    (root / "docs/en/c.md").write_bytes(start.encode("latin-1"))
    assert command("status").code == 0
    assert command("baseline", "--output", "-").code == 0
