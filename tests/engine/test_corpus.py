"""Real pages give the same bytes however they are looked at: one process, two, parts, what is remembered, a cluster."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Command, Write
from tests.engine.test_cluster import cluster, killed  # noqa: F401 - a fixture

ALCHEMY = Path(os.environ.get("FACINGPAGES_CORPORA", "corpora")) / "alchemy"
EVERY = int(os.environ.get("FACINGPAGES_EVERY", "40"))  # of the source pages; 1 takes minutes


@pytest.fixture
def alchemy(write: Write) -> None:
    """Some of the pages in all languages."""
    if not ALCHEMY.is_dir():
        pytest.skip("needs the corpora; FACINGPAGES_CORPORA names their folder")
    files = {"facingpages.toml": 'pages = ["{locale}/{page}.md"]\ndialect = "learn"\n'}
    for page in sorted((ALCHEMY / "en").rglob("*.md"))[::EVERY]:
        for folder in sorted(ALCHEMY.iterdir()):
            name = folder / page.relative_to(ALCHEMY / "en")
            if name.is_file():
                files[name.relative_to(ALCHEMY).as_posix()] = name.read_text("utf-8")
    write(files)


@pytest.mark.usefixtures("alchemy")
def test_the_same_bytes_in_processes_parts_and_again(command: Command) -> None:
    plain = command("check", "--format", "json", "--jobs", "1", "--no-cache")
    assert plain.report["findings"]
    for jobs in ("2", "1", "1"):  # looked at, remembered page by page, remembered whole
        assert command("check", "--format", "json", "--jobs", jobs) == plain
    names = [f"part-{number}.json" for number in range(1, 8)]
    for number, name in enumerate(names, 1):
        command("check", "--part", f"{number}/7", "--output", name, "--jobs", "1")
    assert command("join", *reversed(names), "--format", "json") == plain


@pytest.mark.usefixtures("alchemy")
def test_the_same_bytes_from_a_cluster(command: Command, cluster: Any) -> None:  # noqa: F811
    plain = command("check", "--format", "json", "--jobs", "1", "--no-cache")
    assert command("check", "--cluster", cluster.scheduler_address, "--format", "json") == plain


@pytest.mark.usefixtures("alchemy")
def test_the_same_bytes_from_a_cluster_whose_worker_is_killed(command: Command, cluster: Any) -> None:  # noqa: F811
    plain = command("check", "--format", "json", "--jobs", "1", "--no-cache")
    with killed(cluster):
        assert command("check", "--cluster", cluster.scheduler_address, "--format", "json") == plain
