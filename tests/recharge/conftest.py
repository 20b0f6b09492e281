"""The page's own modules, run by Node and by Chromium, for the tests to hold against the Python ones."""

import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recharge.language import LOCALES
from recharge.render import render

OPENING = '<script type="application/json">'
ROOT = Path(__file__).parents[2]


class RefusedError(Exception):
    """The browser's model refused an input: `field` and `code` as its InputError gives them."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code


class BrowserModels:
    """Calls functions of the page's modules in one Node process."""

    def __init__(self, node: str) -> None:
        script = Path(__file__).with_name("browser_models.mjs")
        self._process = subprocess.Popen(
            [node, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def __call__(self, name: str, *arguments: Any) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([name, *arguments]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "crash" not in answer, answer["crash"]
        if "error" in answer:
            raise RefusedError(answer["error"]["field"], answer["error"]["code"])
        return answer.get("value")

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(120)


@pytest.fixture(scope="session")
def js() -> Iterator[BrowserModels]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    models = BrowserModels(node)
    yield models
    models.close()


def island(locale: str) -> dict[str, Any]:
    """The words and examples the page hands to the script."""
    html = render(locale)
    start = html.index(OPENING) + len(OPENING)
    found: dict[str, Any] = json.loads(html[start : html.index("</script>", start)])
    return found


@pytest.fixture(scope="session")
def told(js: BrowserModels) -> BrowserModels:
    """The page's modules with the words of all six languages loaded."""
    for locale in LOCALES:
        js("words", island(locale))
    return js


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that keeps its requests to itself."""

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Any:
    """The Chromium of all tests."""
    if os.environ.get("FACINGPAGES_NO_BROWSER") == "1":
        pytest.skip("FACINGPAGES_NO_BROWSER=1 is set")
    return request.getfixturevalue("browser")


@pytest.fixture(scope="session")
def assets() -> Iterator[str]:
    """The address at which `docs/` is served on this machine."""
    handler = functools.partial(Quiet, directory=str(ROOT / "docs"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
