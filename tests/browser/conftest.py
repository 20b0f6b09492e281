"""The built site in a real browser: built once into a temporary folder, served by this machine, opened in Chromium."""

import functools
import gzip
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.building import shared

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "tools")}
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    left_out = pytest.mark.skip(reason="FACINGPAGES_NO_BROWSER=1 is set")
    ours = Path(__file__).parent
    here = {path for path in {item.path for item in items} if ours in path.parents}
    for item in items:
        if item.path in here:
            item.add_marker(pytest.mark.browser)
            if os.environ.get("FACINGPAGES_NO_BROWSER") == "1":
                item.add_marker(left_out)


def run(*command: str) -> None:
    """Run a Python program in the project's folder; it must succeed."""
    called = [sys.executable, "-m", *command]
    done = subprocess.run(called, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, f"{' '.join(command)} fails:\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published: `mkdocs build --strict`, then the search index. Built once for all workers.

    Or the one that `make site` has just built.
    """
    if "FACINGPAGES_SITE" in os.environ:
        return ROOT / os.environ["FACINGPAGES_SITE"]

    def make(folder: Path) -> None:
        run("mkdocs", "build", "--strict", "--site-dir", str(folder))
        run("publishing", "index", str(folder))

    return shared(tmp_path_factory, "site", make)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as web hosts do: texts compressed, and the folder's own page for what is missing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing on the terminal."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        missing = not file.is_file()
        if missing:
            locale = self.path.strip("/").split("/")[0]
            own = Path(self.directory) / locale / "404.html"
            file = own if own.is_file() else Path(self.directory) / "404.html"
        body = sent(file)
        self.send_response(404 if missing else 200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        if file.suffix != ".html":
            self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@functools.cache
def sent(file: Path) -> bytes:
    """What goes over the wire for a file; what is served is built already and stays."""
    return gzip.compress(file.read_bytes(), 6) if file.suffix in COMPRESSED else file.read_bytes()


class _Server(ThreadingHTTPServer):
    """A server to which a browser that hangs up is no error."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing where the other side has left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a built site on this machine, without a slash at its end."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of our site."""
    with served(built_site) as address:
        yield address
