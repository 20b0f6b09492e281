"""Completion, loaded into the shells themselves."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from tests.conftest import Command

LOAD = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(< {})"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -Uz compinit; compinit -D -u; eval "$(< {})"'),
}
LINES = {
    "facingpages stat": "facingpages status",
    "facingpages check --strict --forma": "--format",
    "facingpages check --format rdj": "--format rdjson",
    "facingpages explain step-missi": "explain step-missing",
    "facingpages check --select link-targ": "--select link-target",
    "facingpages check docs/l": "docs/lv",
    "facingpages completion zs": "completion zsh",
}
"""What is typed before the tab key, and what must stand there after it."""


@pytest.mark.parametrize("shell", LOAD)
def test_a_tab_completes(shell: str, tmp_path: Path, command: Command) -> None:
    start, load = LOAD[shell]
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "docs/lv").mkdir(parents=True)
    (tmp_path / "script").write_text(command("completion", shell).out, "utf-8")
    main, end = pty.openpty()
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path), "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    run = subprocess.Popen(start, cwd=tmp_path, env=env, stdin=end, stdout=end, stderr=end, start_new_session=True)
    os.close(end)
    try:
        typed = load.format(tmp_path / "script") + "; PS1='re''ady> '\n"
        assert "ready> " in said(main, typed, "ready> ")
        for line, wanted in LINES.items():
            assert wanted in said(main, f"{line}\t", wanted), line
            said(main, "\x15", "")
    finally:
        run.kill()
        run.wait()
        os.close(main)


def said(terminal: int, typed: str, wanted: str) -> str:
    """What the terminal shows after something is typed, until that holds what is wanted, or ten seconds are over."""
    os.write(terminal, typed.encode())
    os.set_blocking(terminal, False)
    shown, patience = "", time.monotonic() + 120
    while wanted not in shown and time.monotonic() < patience:
        try:
            shown += os.read(terminal, 65536).decode("utf-8", "replace")
        except BlockingIOError:
            time.sleep(0.02)
    return shown


def test_fish_completes(tmp_path: Path, command: Command) -> None:
    fish = shutil.which("fish")
    if fish is None:
        pytest.skip("fish is not installed")
    (tmp_path / "script").write_text(command("completion", "fish").out, "utf-8")
    asked = "; ".join(f"complete -C '{line}'" for line in LINES if "docs" not in line)
    done = subprocess.run(
        [fish, "--no-config", "-c", f"source {tmp_path}/script; {asked}"], cwd=tmp_path, capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}, check=True,
    )  # fmt: skip
    told = [line.split("\t")[0] for line in done.stdout.splitlines()]
    assert told == ["status", "--format", "rdjson", "step-missing", "link-target", "zsh"]


def test_a_shell_that_is_not_known(command: Command) -> None:
    run = command("completion", "ksh")
    assert run.code == 2
    assert "bash" in run.err
