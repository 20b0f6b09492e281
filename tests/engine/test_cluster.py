"""A site that the workers of a Dask scheduler look at gives the bytes of one run, also when one of them is killed."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from tests.conftest import TOOLS, Command, Write
from tests.engine.test_parts import PAGES


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(TOOLS))
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as running:
            yield running


@contextmanager
def killed(cluster: Any) -> Iterator[None]:
    """One of its workers is killed while it has parts to look at."""
    victim = next(iter(cluster.workers.values()))
    working, over = threading.Event(), threading.Event()

    def kill() -> None:
        while not over.wait(0.001):
            state = cluster.scheduler.workers.get(victim.worker_address)
            if state is not None and state.processing:
                working.set()
                os.kill(victim.pid, signal.SIGKILL)
                return

    killing = threading.Thread(target=kill)
    killing.start()
    yield
    over.set()
    killing.join()
    assert working.is_set()


def test_without_dask_it_says_what_is_needed(write: Write, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    write(PAGES)
    run = command("check", "--cluster", "tcp://127.0.0.1:1")
    assert run.code == 2
    assert "facingpages[cluster]" in run.err


def test_where_nobody_answers(write: Write, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("facingpages.engine.cluster.PATIENCE", 0.3)
    write(PAGES)
    run = command("check", "--cluster", "tcp://127.0.0.1:1")
    assert run.code == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in run.err


def test_a_cluster_is_one_run(cluster: Any, write: Write, command: Command) -> None:
    write(PAGES)
    plain = command("check", "--no-cache", "--format", "json")
    assert plain.code == 1
    assert command("check", "--cluster", cluster.scheduler_address, "--format", "json") == plain
    assert command("check", "--cluster", cluster.scheduler_address, "--part", "1/2", "--output", "x").code == 2


def test_a_worker_that_is_killed_costs_time_only(cluster: Any, write: Write, command: Command) -> None:
    write({
        **PAGES,
        **{
            f"docs/{locale}/{at}.md": f"# {locale}\n\n" + f"Text `{locale}` {at}.\n\n- item\n\n" * 40
            for locale in ("en", "lv", "sv")
            for at in range(100, 120)
        },
    })  # fmt: skip
    plain = command("check", "--no-cache", "--format", "json")
    with killed(cluster):
        assert command("check", "--cluster", cluster.scheduler_address, "--format", "json") == plain
