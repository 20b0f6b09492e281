"""Files that can't be read, are no files, lead elsewhere, or change while they are read."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.bad_inputs.site import SOURCE, TARGET, TOOLS, WAITING, Outcome, Site

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs the files of a POSIX system")


def unreadable(site: Site, path: str, *, weak: bool = False) -> str:
    """The message that says why a page could not be read; the check survived."""
    told = dict(site.survives(weak=weak).of(path))
    assert "page-unreadable" in told, told
    return told["page-unreadable"]


@POSIX
def test_no_permission(site: Site) -> None:
    site.pair(SOURCE, TARGET)
    (site.root / "docs/sv/bad.md").chmod(0)
    assert "ermission" in unreadable(site, "docs/sv/bad.md", weak=True)


@POSIX
def test_no_permission_for_a_folder(site: Site) -> None:
    site.pair(SOURCE, TARGET, "deep/bad")
    folder = site.root / "docs/sv/deep"
    folder.chmod(0)
    try:
        outcome = site.survives(weak=True)
    finally:
        folder.chmod(0o755)
    assert any(one["rule"] == "page-unreadable" and "docs/sv/deep" in one["path"] for one in outcome.findings)


@POSIX
def test_folder_linked_to_itself(site: Site) -> None:
    (site.root / "docs/sv/loop").symlink_to(site.root / "docs/sv", target_is_directory=True)
    (site.root / "docs/en/loop").symlink_to(site.root / "docs", target_is_directory=True)
    site.survives()


@POSIX
def test_file_linked_to_itself(site: Site) -> None:
    site.write("docs/en/bad.md", SOURCE)
    (site.root / "docs/sv/bad.md").symlink_to("bad.md")
    assert unreadable(site, "docs/sv/bad.md")


@POSIX
def test_dangling_link(site: Site) -> None:
    site.write("docs/en/bad.md", SOURCE)
    (site.root / "docs/sv/bad.md").symlink_to("nowhere.md")
    assert unreadable(site, "docs/sv/bad.md")


@POSIX
@pytest.mark.parametrize("side", ["en", "sv"])
def test_link_out_of_the_root(site: Site, side: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    secret.write_text("# Secret 4711\n\nNobody may read this here.\n")
    site.pair(SOURCE, TARGET)
    (site.root / f"docs/{side}/bad.md").unlink()
    (site.root / f"docs/{side}/bad.md").symlink_to(secret)
    outcome = site.survives()
    assert "page-unreadable" in dict(outcome.of(f"docs/{side}/bad.md"))
    assert b"4711" not in outcome.out


@POSIX
def test_folder_linked_out_of_the_root(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "secret.md").write_text("# Secret 4711\n")
    (site.root / "docs/sv/out").symlink_to(folder, target_is_directory=True)
    assert b"4711" not in site.survives().out


@POSIX
def test_link_inside_the_root(site: Site) -> None:
    site.pair(SOURCE, TARGET)
    (site.root / "docs/sv/bad.md").rename(site.root / "kept.md")
    (site.root / "docs/sv/bad.md").symlink_to(site.root / "kept.md")
    assert site.survives().of("docs/sv/bad.md") == []


@pytest.mark.parametrize("side", ["en", "sv"])
def test_folder_with_the_name_of_a_page(site: Site, side: str) -> None:
    site.pair(SOURCE, TARGET)
    (site.root / f"docs/{side}/bad.md").unlink()
    (site.root / f"docs/{side}/bad.md").mkdir()
    assert unreadable(site, f"docs/{side}/bad.md")


@POSIX
def test_pipe_with_the_name_of_a_page(site: Site) -> None:
    site.write("docs/en/bad.md", SOURCE)
    os.mkfifo(site.root / "docs/sv/bad.md")
    assert unreadable(site, "docs/sv/bad.md")


@POSIX
def test_link_to_an_endless_device(site: Site) -> None:
    site.write("docs/en/bad.md", SOURCE)
    (site.root / "docs/sv/bad.md").symlink_to("/dev/zero")
    assert unreadable(site, "docs/sv/bad.md")


DURING = """
import os, sys
from facingpages.cli import main

waiting, opened = True, os.open
folder = os.path.abspath(os.path.join("docs", "sv"))
file = os.path.join(folder, "bad.md")

def opening(path, flags, mode=0o777, *, dir_fd=None):
    # by its path, or by its name in a folder that is open
    global waiting
    inside = os.path.samestat(os.stat(dir_fd), os.stat(folder)) if dir_fd is not None else True
    if waiting and inside and (str(path) == "bad.md" or str(path).endswith(os.path.join("docs", "sv", "bad.md"))):
        waiting = False
        {action}
    return opened(path, flags, mode, dir_fd=dir_fd)

os.open = opening
sys.exit(main())
"""


FULL = """
import resource, signal, sys
from facingpages.cli import main

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))  # as a full disk: no file gets longer than 100 bytes
sys.exit(main())
"""


def changed_while_running(site: Site, action: str) -> Outcome:
    """Run the check in a process in which a page changes after it was listed, right before it is opened."""
    site.pair(SOURCE, TARGET)
    return site.survives(start=("-c", DURING.format(action=action)))


def test_file_that_vanishes(site: Site) -> None:
    outcome = changed_while_running(site, "os.unlink(file)")
    assert "page-unreadable" in dict(outcome.of("docs/sv/bad.md"))


def test_file_that_becomes_a_folder(site: Site) -> None:
    outcome = changed_while_running(site, "os.unlink(file); os.mkdir(file)")
    assert "page-unreadable" in dict(outcome.of("docs/sv/bad.md"))


def test_file_that_grows(site: Site) -> None:
    outcome = changed_while_running(site, "open(file, 'ab').write(b'\\n\\nord' * 5_000_000)")
    assert "page-unreadable" in dict(outcome.of("docs/sv/bad.md"))


def test_file_written_while_it_is_read(site: Site) -> None:
    site.pair(SOURCE, TARGET)
    file = site.root / "docs/sv/bad.md"
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            file.write_bytes(TARGET * 50)
            file.write_bytes(TARGET)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(3):
            site.survives()
    finally:
        stop.set()
        writer.join()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", ["text", "json"])
def test_disk_full_on_standard_output(site: Site, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "facingpages", "check", "--format", form, "--no-cache"],
            cwd=site.root,
            env={**os.environ, "PYTHONPATH": str(TOOLS)},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=WAITING,
            check=False,
        )
    assert done.returncode == 2
    assert os.strerror(errno.ENOSPC) in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@POSIX
def test_disk_full_while_a_report_is_written(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    report = tmp_path_factory.mktemp("report") / "report.json"
    report.write_text("the last one")
    outcome = site.run("check", "--format", "json", "--no-cache", "--output", str(report), start=("-B", "-c", FULL))
    assert outcome.code == 2
    assert "can't be written" in outcome.err
    assert report.read_text() == "the last one"
    assert list(report.parent.iterdir()) == [report]


@POSIX
def test_read_only_folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("report")
    folder.chmod(0o555)
    outcome = site.run("check", "--format", "json", "--output", str(folder / "report.json"), weak=True)
    assert outcome.code == 2
    assert "can't be written" in outcome.err


def test_folder_that_does_not_exist(site: Site) -> None:
    outcome = site.run("check", "--format", "json", "--output", "no/such/report.json")
    assert outcome.code == 2
    assert "report.json" in outcome.err


@pytest.mark.parametrize("left", ["nothing", "only the source", "only the translation", "only folders"])
def test_an_empty_tree(site: Site, left: str) -> None:
    kept = {"only the source": "en", "only the translation": "sv"}.get(left)
    for locale in ("en", "sv"):
        if locale != kept:
            (site.root / f"docs/{locale}/guide.md").unlink()
            if left != "only folders":
                (site.root / f"docs/{locale}").rmdir()
    outcome = site.run()
    assert outcome.code == 2
    assert "docs" in outcome.err
