"""What tests of the command have in common: small sites written to disk, and the command run in them."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Error, sync_playwright
from tests.browser.chromium import explain, launch

from facingpages.cli import main
from facingpages.store import CACHE

if TYPE_CHECKING:
    from tests.external.misbehaving import Server

# How long an example takes depends on what else is running. Each run tries the same examples, unless EXPLORE is set:
# what another example brings out is no fault of the change that is being tested.
settings.register_profile(
    "facingpages", deadline=None, derandomize="EXPLORE" not in os.environ, print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
settings.load_profile("facingpages")

TOOLS = Path(__file__).parents[1] / "tools"


@dataclass(frozen=True)
class Run:
    """What a run of the command gave."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def places(self) -> list[tuple[str, str, int]]:
        """Rule, path and line of each finding."""
        return [(one["rule"], one["path"], one["line"]) for one in self.report["findings"]]


Write = Callable[[Mapping[str, str]], Path]
Command = Callable[..., Run]


@pytest.hookimpl(trylast=True)  # pytest groups tests by their fixtures' parameters, which would bring others between
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with a test in a browser come last: Playwright's loop keeps running in this thread, and no other starts.

    Whole files, for a worker takes a file as it comes; the longest first, so that both end at about the same time.
    """
    files = {item.path for item in items if {"browser", "chromium"} & set(getattr(item, "fixturenames", ()))}
    length = Counter(item.path for item in items if item.path in files)
    items.sort(key=lambda item: (item.path in files, -length[item.path]))


@pytest.fixture(scope="session", autouse=True)
def _session_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing that the tests run finds what the user's runs remember."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another remembers."""
    monkeypatch.setenv(CACHE, str(tmp_path_factory.getbasetemp() / "caches" / uuid4().hex))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into a folder of this test: their paths, their texts."""

    def writing(files: Mapping[str, str]) -> Path:
        for path, text in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="")
        return tmp_path

    return writing


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run `facingpages` in the folder of this test or in another."""

    def running(*arguments: str, cwd: Path = tmp_path, env: Mapping[str, str] | None = None) -> Run:
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            for name in [*(name for name in os.environ if name.startswith(("GITHUB_", "LC_", "LANG"))), "NO_COLOR"]:
                patch.delenv(name, raising=False)
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            capsys.readouterr()
            try:
                code = main(arguments)
            except SystemExit as stop:  # argparse leaves this way
                code = int(stop.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Run(code, said.out, said.err)

    return running


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server that misbehaves as its paths say."""
    pytest.importorskip("aiohttp")
    from tests.external.misbehaving import Running

    with Running() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium; it says which."""
    with sync_playwright() as playwright:
        try:
            chromium, origin = launch(playwright)
        except Error as error:
            pytest.fail(explain(error), pytrace=False)
        sys.stderr.write(f"\nbrowser: Chromium {chromium.version}, {origin}\n")
        yield chromium
        chromium.close()
