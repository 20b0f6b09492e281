"""What tests of hostile input have in common: a small site with one known defect, and git as its owner runs it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Run git in the folder of this test or in another, untouched by the settings of whoever runs the tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    settings = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")

    def run(*arguments: str, cwd: Path = tmp_path) -> str:
        done = subprocess.run(["git", *settings, *arguments], cwd=cwd, env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    return run
